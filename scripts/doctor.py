#!/usr/bin/env python3
"""Find what the set-up needs on this machine, and install it when we may.

Runs before anything is installed: standard library only, and no newer syntax than Python 3.9 has. The checks themselves
are in brief/doctor.py, which `brief doctor` uses too; it is loaded by its path because `import brief` needs the
dependencies that are not there yet.

    scripts/doctor.py           install what is missing (as root, or with sudo after asking), else print the line to run
    scripts/doctor.py --check   only report; exit status 1 if something is missing
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

CHECKS = Path(__file__).resolve().parent.parent / "brief" / "doctor.py"
FATAL = {"python", "venv"}
"""Without these there is no set-up at all; without the others only the PDF is missing."""


def load_checks() -> ModuleType:
    """Load brief/doctor.py without importing brief."""
    spec = importlib.util.spec_from_file_location("brief_doctor", CHECKS)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


doctor = load_checks()


def say(text: str) -> None:
    """Print at once, so that our lines and those of apt-get stand in the order they were written."""
    print(text, flush=True)


def prefix(packages: list[str]) -> list[str] | None:
    """Return what to put before apt-get, or None when we may not install."""
    if doctor.is_root():
        return []
    if not doctor.shutil.which("sudo") or not sys.stdin.isatty():
        return None
    answer = input(f"Install {' '.join(packages)} with sudo? [Y/n] ")
    return ["sudo"] if answer.strip().lower() in ("", "y", "yes") else None


def apt_get(command: list[str]) -> None:
    """Run a command of apt-get; what it says is shown only when it fails: thirty lines of unpacking help nobody."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        say(done.stderr.strip())


def install(names: list[str]) -> None:
    """Install what the failed checks need, on Debian and its kin and with permission only."""
    packages = doctor.packages(names, "apt-get")
    if doctor.manager() != "apt-get" or not packages:
        return
    before = prefix(packages)
    if before is None:
        return
    say(f"Installing {' '.join(packages)}")
    for step in (["apt-get", "update", "-qq"], [*doctor.INSTALL["apt-get"].split(), "-qq", *packages]):
        # A failed update is no reason to stop: the lists may be good enough, and the install says so if not.
        apt_get([*before, *step])
    importlib.invalidate_caches()


def missing() -> list[str]:
    """Return the names of the checks that failed."""
    return [check.name for check in doctor.machine() if not check.ok]


def mend() -> int:
    """Install what is missing; say what is left, and whether the set-up can go on."""
    if missing():
        install(missing())
    left = [check for check in doctor.machine() if not check.ok]
    for line in doctor.lines(left):
        say(line)
    if FATAL & {check.name for check in left}:
        return 1
    if left:
        say("Going on without: HTML, Markdown and terminal text work, the PDF may not.")
    return 0


def main(arguments: list[str]) -> int:
    """Return the exit status."""
    if arguments not in ([], ["--check"]):
        say(__doc__ or "")
        return 2
    if not arguments:
        return mend()
    for line in doctor.lines(doctor.machine()):
        say(line)
    return 1 if missing() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
