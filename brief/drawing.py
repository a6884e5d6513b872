"""How a briefing is drawn, as one frozen value that travels from the command line to the renderers."""

from __future__ import annotations

import re

import msgspec

from .errors import OptionError
from .look import Look

PAGE_SIZES = ("A4", "Letter")
LABELS = ("en", "es", "fr", "de")
"""Languages of the program's own words: English, and those with a catalogue in brief/locale."""
PROFILES = ("ua-1", "a-3")
"""PDF/UA-1 for assistive technology (ISO 14289-1), PDF/A-3a for archives (ISO 19005-3). WeasyPrint writes one of them."""
MARKING = re.compile(r"[^\x00-\x1f\x7f]{0,60}")
"""As much as fits on a line of A4 in capitals of 12 points, the size that TLP 2.0 asks for."""

LINK = re.compile(r"(https?://[^\s@\\]+)?")


class Drawing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user can choose about how a briefing looks."""

    template: str | None = None
    """A shipped look (default, compact, report) or a folder of your own."""
    page_size: str | None = None
    """Paper of the PDF and of Word, A4 or Letter; by default what the template says (the shipped ones: A4)."""
    marking: str = ""
    """A handling line such as TLP:GREEN, on every page of the PDF and first in the other formats that people read."""
    pdf_profile: str = "ua-1"
    """ua-1 (accessible) or a-3 (for archives)."""
    labels: str | None = None
    """Language of the headings and of all else that is not quoted: en, es, fr or de; by default the articles', else English."""
    link: str = ""
    """The web address where the whole briefing stands: newsletters and feeds lead there."""
    look: Look = Look()
    """Colours, fonts and logo."""

    def __post_init__(self) -> None:
        if self.page_size not in (None, *PAGE_SIZES):
            raise OptionError(f"page_size is “{self.page_size}”", f"give one of {', '.join(PAGE_SIZES)}")
        if self.pdf_profile not in PROFILES:
            raise OptionError(f"pdf_profile is “{self.pdf_profile}”", f"give one of {', '.join(PROFILES)}")
        if self.labels not in (None, *LABELS):
            raise OptionError(f"labels is “{self.labels}”", f"give one of {', '.join(LABELS)}")
        if not MARKING.fullmatch(self.marking):
            raise OptionError(f"marking is “{self.marking}”", "give one line of at most 60 characters")
        if not LINK.fullmatch(self.link):
            raise OptionError(f"link is “{self.link}”", "give a web address, such as https://example.org/today.html")


USUAL = Drawing()
