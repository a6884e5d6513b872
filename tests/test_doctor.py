"""What the doctor sees, says and installs. No test depends on what this machine has or lacks."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from brief import doctor
from brief.doctor import Check

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "doctor.py"
FINE = [Check("python", True, "3.11.2")]
APT_FAILS = SimpleNamespace(returncode=100, stderr="E: Unable to locate package\n")
NO_PANGO = [*FINE, Check("pango", False, "no PDF without Pango", "apt-get install x")]
NO_VENV = [*FINE, Check("venv", False, "Python has no ensurepip", "apt-get install y")]


def run_script(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script as the Makefile does, but with no site-packages: it may need nothing but Python."""
    command = [sys.executable, "-I", "-S", str(SCRIPT), *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


@pytest.fixture
def script(monkeypatch):
    """Return scripts/doctor.py as a module that installs nothing: `script.ran` is what it would have run."""
    spec = importlib.util.spec_from_file_location("doctor_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ran = []
    monkeypatch.setattr(module.subprocess, "run", lambda command, **_: module.ran.append(command) or APT_FAILS)
    monkeypatch.setattr(module.doctor, "manager", lambda: "apt-get")
    return module


def machine_over_time(script, monkeypatch, before, after):
    """Let the machine lack `before` until something was run, and then `after`."""
    monkeypatch.setattr(script.doctor, "machine", lambda: after if script.ran else before)


# ── The checks ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_report_covers_machine_and_package():
    names = [check.name for check in doctor.report()]
    assert names == ["python", "venv", "pango", "fonts", "packages", "weasyprint", "typefaces", "scripts"]


def test_what_is_fine_has_no_fix_and_what_is_missing_has_one():
    for check in doctor.report():
        assert check.ok == (not check.fix), check


def test_scripts_without_a_font_are_named_with_their_package(monkeypatch):
    monkeypatch.setattr(doctor, "manager", lambda: "apt-get")
    monkeypatch.setattr(doctor, "_has_letter", lambda library, letter: letter not in "अ中")
    detail = doctor.scripts().detail
    assert detail.startswith("no font for Devanagari, Chinese; for articles in them: ")
    assert detail.endswith("fonts-noto-core fonts-noto-cjk")
    monkeypatch.setattr(doctor, "_has_letter", lambda library, letter: True)
    assert doctor.scripts().detail == "fonts for Arabic, Hebrew, Devanagari, Chinese, Japanese, Korean"


def test_a_letter_is_looked_for_in_the_fonts_of_the_machine(tmp_path):
    """fontconfig is told here of one folder without fonts; a process of its own, because it reads its settings once."""
    (tmp_path / "fonts.conf").write_text(
        f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}/c</cachedir></fontconfig>"
    )
    code = "from brief import doctor as d; print(d._has_letter(d._open(d.LIBRARIES['fontconfig']), 'א'))"
    env = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_an_old_python_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "OLDEST", (99, 0))
    check = doctor.python()
    assert not check.ok
    assert "too old" in check.detail
    assert "PYTHON=python99.0" in check.fix


def test_debian_without_ensurepip(monkeypatch):
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    monkeypatch.setattr(doctor, "manager", lambda: "apt-get")
    check = doctor.venv()
    assert (check.ok, check.detail) == (False, "Python has no ensurepip")
    assert check.fix.endswith("python{}.{}-venv".format(*sys.version_info))


def test_missing_libraries_are_named(monkeypatch):
    monkeypatch.setattr(doctor, "_open", lambda names: None)
    assert "PangoFT2, HarfBuzz, HarfBuzz Subset" in doctor.pango().detail
    assert doctor.fonts().detail == "fontconfig is missing"


def test_a_machine_without_fonts(tmp_path):
    if not doctor.fonts().ok:
        assert doctor.fonts().fix
        return
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    done = run_script("--check", FONTCONFIG_FILE=str(config))
    assert done.returncode == 1
    assert "MISSING  fonts      0 on this machine" in done.stdout


def test_a_weasyprint_that_takes_the_process_along(monkeypatch):
    monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=-11, stderr=""))
    assert doctor.weasyprint().detail == "ended with status -11"


def test_a_font_file_that_is_gone(monkeypatch, tmp_path):
    folder = tmp_path / "templates" / "fonts"
    folder.mkdir(parents=True)
    (folder / "fonts.css").write_text('src: url("gone.woff")')
    monkeypatch.setattr(doctor, "HERE", tmp_path)
    assert doctor.typefaces().detail == "missing: gone.woff"


@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("dnf", "sudo dnf install -y pango"),
        ("brew", "brew install pango"),
        ("", doctor.HELP),
    ],
)
def test_one_line_for_each_platform(monkeypatch, tool, line):
    monkeypatch.setattr(doctor, "is_root", lambda: False)
    start = "sudo apt-get update && sudo apt-get install -y --no-install-recommends " if tool == "apt-get" else ""
    assert doctor.install_line(["pango"], tool) == start + line


def test_one_line_mends_all_packages(monkeypatch):
    monkeypatch.setattr(doctor, "is_root", lambda: True)
    monkeypatch.setattr(doctor, "manager", lambda: "apt-get")
    old = Check("python", False, "3.9 is too old", "install another")
    checks = [old, Check("fonts", True, "6"), *NO_PANGO[1:], Check("weasyprint", False, "no Pango", "x")]
    assert doctor.lines(checks) == [
        "MISSING  python     3.9 is too old",
        "ok       fonts      6",
        "MISSING  pango      no PDF without Pango",
        "MISSING  weasyprint no Pango",
        "To mend it: apt-get update && apt-get install -y --no-install-recommends "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "To mend it: install another",
    ]


# ── The script ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_script_needs_nothing_but_python():
    done = run_script("--check")
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout.startswith("ok       python")


def test_a_wrong_argument_shows_how_to_call_it(script, capsys):
    assert script.main(["--chekc"]) == 2
    assert "--check   only report" in capsys.readouterr().out


def test_check_only_reports(script, monkeypatch):
    monkeypatch.setattr(script.doctor, "machine", lambda: NO_PANGO)
    assert script.main(["--check"]) == 1
    assert script.ran == []


def test_nothing_missing_nothing_said(script, monkeypatch, capsys):
    monkeypatch.setattr(script.doctor, "machine", lambda: FINE)
    assert script.main([]) == 0
    assert (script.ran, capsys.readouterr().out) == ([], "")


def test_root_installs(script, monkeypatch, capsys):
    monkeypatch.setattr(script.doctor, "is_root", lambda: True)
    machine_over_time(script, monkeypatch, NO_PANGO, FINE)
    assert script.main([]) == 0
    assert script.ran[0][:2] == ["apt-get", "update"]
    assert script.ran[1][-3:] == ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
    assert "E: Unable to locate package" in capsys.readouterr().out


@pytest.mark.parametrize(("answer", "runs"), [("", 2), ("y", 2), ("n", 0)])
def test_sudo_only_after_asking(script, monkeypatch, answer, runs):
    monkeypatch.setattr(script.doctor, "is_root", lambda: False)
    monkeypatch.setattr(script.doctor.shutil, "which", lambda name: name)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    monkeypatch.setattr(script.doctor, "machine", lambda: NO_PANGO)
    script.main([])
    assert [command[0] for command in script.ran] == ["sudo"] * runs


def test_without_a_terminal_nobody_is_asked(script, monkeypatch, capsys):
    monkeypatch.setattr(script.doctor, "is_root", lambda: False)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    monkeypatch.setattr(script.doctor, "machine", lambda: NO_PANGO)
    assert script.main([]) == 0
    assert script.ran == []
    assert "Going on without" in capsys.readouterr().out


def test_without_venv_the_set_up_stops(script, monkeypatch, capsys):
    monkeypatch.setattr(script.doctor, "manager", lambda: "")
    monkeypatch.setattr(script.doctor, "machine", lambda: NO_VENV)
    assert script.main([]) == 1
    assert "To mend it: apt-get install y" in capsys.readouterr().out
