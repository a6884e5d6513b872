"""The built wheel has all that the program needs: an editable install would never show that something is missing."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def files(folder: str, pattern: str) -> set[str]:
    found = (ROOT / folder).rglob(pattern)
    return {path.relative_to(ROOT).as_posix() for path in found if path.is_file() and "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (path,) = target.glob("citedbrief-*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def unpacked(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the unpacked wheel: it stands before the checkout of an editable install."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, text=True, check=False)


def test_every_template_and_font_is_in_it(wheel):
    missing = {f"brief/{name}" for name in files("templates", "*")} - set(wheel.namelist())
    assert not missing
    assert any(name.endswith(".woff") for name in wheel.namelist())


def test_every_module_theme_set_and_marker_is_in_it(wheel):
    wanted = (
        files("brief", "*.py")
        | files("brief", "*.toml")
        | files("brief", "*.mo")
        | files("brief", "py.typed")
        | files("brief/starter", "*")
    )
    assert "brief/locale/es/LC_MESSAGES/brief.mo" in wanted
    assert any(name.startswith("brief/themes/") and name.endswith(".toml") for name in wanted)
    assert not wanted - set(wheel.namelist())


def test_the_licences_are_in_it(wheel):
    names = wheel.namelist()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert sum(name.startswith("brief/templates/fonts/LICENSE-") for name in names) == 4


def test_nothing_else_is_in_it(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"brief"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name or "/." in name]


def test_the_command_is_in_it(wheel):
    (entry_points,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "brief = brief.cli:main" in wheel.read(entry_points).decode()


def test_installed_it_finds_its_own_fonts(unpacked):
    shown = run(unpacked, "-c", "from brief import doctor; print(doctor.__file__); print(doctor.typefaces().ok)")
    assert shown.stdout.splitlines() == [str(unpacked / "brief" / "doctor.py"), "True"]


def test_installed_it_draws_a_page(unpacked):
    page = unpacked / "page.html"
    done = run(unpacked, "-m", "brief", str(ROOT / "samples" / "articles"), "-o", str(page), "--quiet")
    assert done.returncode == 0, done.stderr
    assert "<html" in page.read_text("utf-8")
