"""No network, no NLTK data, an empty home: the whole of it works, and opens no connection."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES


def test_no_connection_is_opened(tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    (tmp_path / "home").mkdir()
    log = tmp_path / "trace"
    files = [part for suffix in ("pdf", "html", "json", "md") for part in ("-o", str(tmp_path / f"b.{suffix}"))]
    run = subprocess.run(
        ["strace", "-f", "-e", "trace=network", "-o", str(log), sys.executable, "-m", "brief", str(SAMPLES), *files],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"), "NLTK_DATA": str(tmp_path / "none")},
        capture_output=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr.decode()
    calls = [line for line in log.read_text("utf-8", "replace").splitlines() if "connect(" in line or "sendto(" in line]
    assert calls == []
    assert list((tmp_path / "home").iterdir()) == []


def test_the_plain_digest_imports_nothing_heavy() -> None:
    code = (
        "import sys, brief\n"
        f"brief.build(brief.read({str(SAMPLES)!r} + '/*.txt')).to_text()\n"
        "heavy = {'scipy', 'nltk', 'sumy', 'weasyprint', 'jinja2', 'trafilatura', 'lxml', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
