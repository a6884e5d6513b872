"""What this machine has and lacks, and the one line that fixes it.

Standard library only, and no newer syntax than Python 3.9 has: scripts/doctor.py loads this file by its path, with
whatever Python the machine has, before any dependency is installed.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent

LIBRARIES = {
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    # WeasyPrint can do without, but then it cuts fonts by another way and the PDF has other bytes.
    "HarfBuzz Subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib"),
}
"""The libraries that WeasyPrint 70 opens, by the names it opens them by."""

INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "apk": "apk add",
    "pacman": "pacman -S --needed",
    "zypper": "zypper install",
    "brew": "brew install",
}
PACKAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "venv": {
        "apt-get": ("python{}.{}-venv".format(*sys.version_info),),
        "zypper": ("python3-pip",),
        "apk": ("py3-pip",),
    },
    "pango": {
        "apt-get": ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
        "dnf": ("pango",),
        "apk": ("pango", "harfbuzz-subset"),
        "pacman": ("pango",),
        "zypper": ("libpango-1_0-0", "libharfbuzz-subset0"),
        "brew": ("pango",),
    },
    "fonts": {
        "apt-get": ("fonts-dejavu-core",),
        "dnf": ("dejavu-sans-fonts",),
        "apk": ("font-dejavu",),
        "pacman": ("ttf-dejavu",),
        "zypper": ("dejavu-fonts",),
        "brew": ("font-dejavu",),
    },
}
SCRIPTS = {
    "Arabic": "ا",
    "Hebrew": "א",
    "Devanagari": "अ",
    "Chinese": "中",
    "Japanese": "あ",
    "Korean": "가",
}
"""A letter of each script that the fonts of brief lack and the PDF has to find on the machine."""
NOTO: dict[str, dict[str, tuple[str, ...]]] = {
    "noto": {
        "apt-get": ("fonts-noto-core",),
        "dnf": ("google-noto-fonts-all",),
        "apk": ("font-noto-all",),
        "pacman": ("noto-fonts",),
        "brew": ("font-noto-sans", "font-noto-sans-arabic", "font-noto-sans-hebrew", "font-noto-sans-devanagari"),
    },
    "noto-cjk": {
        "apt-get": ("fonts-noto-cjk",),
        "dnf": ("google-noto-sans-cjk-fonts",),
        "apk": ("font-noto-cjk",),
        "pacman": ("noto-fonts-cjk",),
        "brew": ("font-noto-sans-cjk",),
    },
}
PACKAGES |= NOTO
PACKAGES["weasyprint"] = PACKAGES["pango"]
"""What to install for a check that failed, by package manager."""

HELP = "see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#installation"
KEY_PACKAGES = ("citedbrief", "lxml", "msgspec", "numpy", "sumy", "trafilatura", "weasyprint")


@dataclass(frozen=True)
class Check:
    """One thing looked at. `fix` is the line to run, or nothing when all is well."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def manager() -> str:
    """Return the package manager of this machine, or nothing."""
    return next((name for name in INSTALL if shutil.which(name)), "")


def is_root() -> bool:
    """Tell whether this process may install packages. Windows has no such user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def packages(names: list[str], tool: str) -> list[str]:
    """Return the packages that mend the checks of these names, in one order, none twice."""
    return list(dict.fromkeys(package for name in names for package in PACKAGES.get(name, {}).get(tool, ())))


def install_line(names: list[str], tool: str) -> str:
    """Return the one line that mends the checks of these names."""
    wanted = packages(names, tool)
    if not wanted:
        return HELP
    sudo = "" if is_root() or tool == "brew" else "sudo "
    update = f"{sudo}apt-get update && " if tool == "apt-get" else ""  # a new machine has no lists yet
    return f"{update}{sudo}{INSTALL[tool]} {' '.join(wanted)}"


def _check(name: str, ok: bool, detail: str) -> Check:
    return Check(name, ok, detail, "" if ok else install_line([name], manager()))


# ── The machine ──────────────────────────────────────────────────────────────────────────────────────────────────────


def python() -> Check:
    """Look at the version of Python."""
    found, oldest = ".".join(map(str, sys.version_info[:3])), ".".join(map(str, OLDEST))
    if sys.version_info >= OLDEST:
        return Check("python", True, found)
    fix = f"install Python {oldest} or newer, then run make with PYTHON=python{oldest}"
    return Check("python", False, f"{found} is too old", fix)


def venv() -> Check:
    """Look for what makes a virtual environment; Debian ships Python without it."""
    if sys.prefix != sys.base_prefix:
        return Check("venv", True, "this is one")
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    return _check("venv", not missing, f"Python has no {' and no '.join(missing)}" if missing else "can be made")


def _open(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def pango() -> Check:
    """Look for the libraries that draw a PDF."""
    missing = [label for label, names in LIBRARIES.items() if _open(names) is None]
    library = _open(LIBRARIES["Pango"])
    if missing or library is None:
        return _check("pango", False, f"no PDF without {', '.join(missing)}")
    library.pango_version_string.restype = ctypes.c_char_p
    return _check("pango", True, library.pango_version_string().decode())


def fonts() -> Check:
    """Count the fonts of this machine: the fallback for scripts and signs that the fonts of brief lack."""
    library = _open(LIBRARIES["fontconfig"])
    if library is None:
        return _check("fonts", False, "fontconfig is missing")
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.argtypes = (ctypes.c_void_p, ctypes.c_int)
    library.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)  # the first field of FcFontSet is the count
    found = library.FcConfigGetFonts(library.FcInitLoadConfigAndFonts(), 0)
    count = found[0] if found else 0
    return _check("fonts", count > 0, f"{count} on this machine")


def scripts() -> Check:
    """Look for fonts of the scripts that brief brings no font for. None is needed unless an article is written in it."""
    library = _open(LIBRARIES["fontconfig"])
    if library is None:
        return Check("scripts", False, "fontconfig is missing", install_line(["pango"], manager()))
    missing = [name for name, letter in SCRIPTS.items() if not _has_letter(library, letter)]
    if not missing:
        return Check("scripts", True, f"fonts for {', '.join(SCRIPTS)}")
    wanted = dict.fromkeys("noto-cjk" if name in ("Chinese", "Japanese", "Korean") else "noto" for name in missing)
    line = install_line(list(wanted), manager())
    return Check("scripts", True, f"no font for {', '.join(missing)}; for articles in them: {line}")


def _has_letter(library: ctypes.CDLL, letter: str) -> bool:
    """Ask fontconfig for the fonts that have a letter, as `fc-list :charset=` does."""
    pointer = ctypes.c_void_p
    for name, result, arguments in (
        ("FcInitLoadConfigAndFonts", pointer, ()),
        ("FcNameParse", pointer, (ctypes.c_char_p,)),
        ("FcObjectSetCreate", pointer, ()),
        ("FcFontList", ctypes.POINTER(ctypes.c_int), (pointer, pointer, pointer)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    wanted = library.FcNameParse(f":charset={ord(letter):x}".encode())
    found = library.FcFontList(library.FcInitLoadConfigAndFonts(), wanted, library.FcObjectSetCreate())
    return bool(found and found[0])


# ── The installed package ────────────────────────────────────────────────────────────────────────────────────────────


def installed() -> Check:
    """Look up the versions of the packages that matter."""
    versions, missing = [], []
    for name in KEY_PACKAGES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("packages", False, f"missing: {', '.join(missing)}", "pip install --force-reinstall citedbrief")
    return Check("packages", True, ", ".join(versions))


def weasyprint() -> Check:
    """Import WeasyPrint in a process of its own: with a broken Pango it can take the process along."""
    command = [sys.executable, "-W", "ignore", "-c", "import weasyprint"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return _check("weasyprint", False, str(error))
    said = done.stderr.strip().splitlines() or [f"ended with status {done.returncode}"]
    return _check("weasyprint", done.returncode == 0, said[-1] if done.returncode else "can be imported")


def typefaces() -> Check:
    """Look for the fonts that brief brings along: in the package, or in the checkout of an editable install."""
    folders = (HERE / "templates" / "fonts", HERE.parent / "templates" / "fonts")
    folder = next((folder for folder in folders if (folder / "fonts.css").is_file()), None)
    fix = "pip install --force-reinstall citedbrief"
    if folder is None:
        return Check("typefaces", False, "the fonts of brief are missing", fix)
    named = re.findall(r'url\("([^"]+)"\)', (folder / "fonts.css").read_text("utf-8"))
    missing = [name for name in named if not (folder / name).is_file()]
    detail = f"missing: {', '.join(missing)}" if missing else f"{len(named)} font files"
    return Check("typefaces", not missing, detail, fix if missing else "")


MACHINE: tuple[Callable[[], Check], ...] = (python, venv, pango, fonts)
PACKAGE: tuple[Callable[[], Check], ...] = (installed, weasyprint, typefaces, scripts)


def machine() -> list[Check]:
    """Look at what must be there before anything is installed."""
    return [check() for check in MACHINE]


def report() -> list[Check]:
    """Look at the machine and at the installed package: what `brief doctor` prints."""
    return [check() for check in (*MACHINE, *PACKAGE)]


def fixes(checks: list[Check]) -> list[str]:
    """Return what mends the checks that failed: one line for all packages together, then the rest."""
    failed, tool = [check for check in checks if not check.ok], manager()
    by_package = [check.name for check in failed if packages([check.name], tool)]
    merged = [install_line(by_package, tool)] if by_package else []
    return list(dict.fromkeys(merged + [check.fix for check in failed if check.name not in by_package]))


def lines(checks: list[Check]) -> list[str]:
    """Return a line for each check, and below them the lines to run if some failed."""
    shown = [f"{'ok' if check.ok else 'MISSING':<8} {check.name:<10} {check.detail}" for check in checks]
    return shown + [f"To mend it: {fix}" for fix in fixes(checks)]
