"""Shared by all tests: the sample articles, and the real articles when they are there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

import brief
from brief.model import Article, Briefing

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(Path(__file__).parent))

# The same cases in every run: what fails once fails again, on every machine.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

SAMPLES = ROOT / "samples" / "articles"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def samples() -> list[Article]:
    return brief.read(SAMPLES)


@pytest.fixture(scope="session")
def briefing(samples: list[Article]) -> Briefing:
    return brief.build(samples)


@pytest.fixture(scope="session")
def full_briefing(samples: list[Article]) -> Briefing:
    return brief.build(samples, brief.Options(evidence="full", words=400))


@pytest.fixture(scope="session")
def shared_articles() -> Path:
    folder = SHARED / "articles"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    return folder


@pytest.fixture(scope="session")
def suites() -> Path:
    folder = SHARED / "suites"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    return folder
