"""Same input, same options, same version: the same bytes, whatever the hash seed, time zone and locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import SAMPLES

FORMATS = ("json", "html", "md", "txt", "pdf", "docx", "bib", "ris", "csl.json")
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONUTF8": "0"},
)


def draw(folder: Path, world: dict[str, str]) -> dict[str, bytes]:
    folder.mkdir()
    outputs = [part for name in FORMATS for part in ("-o", str(folder / f"b.{name}"))]
    command = [sys.executable, "-m", "brief", str(SAMPLES), "--quiet", *outputs]
    subprocess.run(command, env={**os.environ, **world}, check=True, timeout=120)
    return {name: (folder / f"b.{name}").read_bytes() for name in FORMATS}


def test_bytes_are_equal_in_every_format(tmp_path: Path) -> None:
    first, second = (draw(tmp_path / str(number), world) for number, world in enumerate(WORLDS))
    assert [name for name in FORMATS if first[name] != second[name]] == []


def test_no_path_of_this_machine_is_in_any_format(tmp_path: Path) -> None:
    made = draw(tmp_path / "out", WORLDS[0])
    for name in ("json", "html", "md", "txt"):
        assert str(SAMPLES.parent).encode() not in made[name]
        assert str(tmp_path).encode() not in made[name]
