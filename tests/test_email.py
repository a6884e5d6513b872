"""The newsletter and its message: what any mail program can show, in light and in dark, under Gmail's limit, and nothing live."""

from __future__ import annotations

import colorsys
import email
import email.policy
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

import css_inline
import hostile_briefing
import msgspec
import pytest
import sample_briefing
from conftest import ROOT
from golden_file import check
from hostile import HOSTILE, saying
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.etree import _Element
from markdown_it import MarkdownIt
from markupsafe import escape

from brief.changes import changes, mark
from brief.drawing import USUAL, Drawing
from brief.errors import OptionError
from brief.look import Look, contrast
from brief.model import Briefing
from brief.render.environment import shipped
from brief.render.mail.email import MOST_BYTES, MOST_EVENTS, MOST_FIGURES, to_email
from brief.render.mail.eml import Envelope, mail, message_for, to_eml
from brief.render.mail.inert import inert, marked
from brief.render.mail.mail_text import COLUMNS
from brief.render.text.cells import cells
from brief.render.views.view import view

LINKED = Drawing(link="https://example.org/today.html?a=1&b=2")
ALL = {
    "usual": sample_briefing.briefing(),
    "changed": mark(sample_briefing.briefing(), changes(sample_briefing.empty_briefing(), sample_briefing.briefing())),
    "long": sample_briefing.long_briefing(),
    "empty": sample_briefing.empty_briefing(),
    "hostile": hostile_briefing.hostile_briefing(),
}
TAGS = {
    "table", "tbody", "tr", "td", "th", "p", "h1", "h2", "a", "b", "strong", "span", "br", "wbr", "div",
}  # fmt: skip
OUTLOOK = re.compile(r"<!--\[if mso]>.*?<!\[endif]-->", re.DOTALL)
"""What only Outlook for Windows reads: a table around all."""


MERGE_TAGS = [
    "{{ email }}", "{{ .Subscriber.Name }}", "{% if x %}", "{name}", "*|FNAME|*", "{{{x}}}", "{# x #}", "%recipient%",
    "%%first_name%%", "%%{first_name}%%", "https://example.org/a@TrackLink",
]  # fmt: skip
FILLED_IN = r"\{(?!<)|\*\||%[A-Za-z_%{]*[G-Zg-z_]|@TrackLink"
"""Merge tags as the services look for them; not the escapes of an address, %E2%80."""


@pytest.fixture(params=ALL)
def any_briefing(request: pytest.FixtureRequest) -> Briefing:
    return ALL[request.param]


def tree(fragment: str) -> _Element:
    return cast(_Element, html.fragment_fromstring(OUTLOOK.sub("", fragment), create_parent="div"))


def words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def message(raw: bytes) -> EmailMessage:
    return cast(EmailMessage, email.message_from_bytes(raw, policy=email.policy.default))


def part(raw: bytes, kind: str) -> str:
    found = message(raw).get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


def test_it_is_as_it_was_when_somebody_read_it() -> None:
    check("email/briefing.email.html", to_email(ALL["usual"], LINKED))
    raw = to_eml(ALL["usual"], LINKED)
    headers = "".join(f"{name}: {value}\n" for name, value in message(raw).items() if name != "Content-Type")
    check("email/message.txt", f"{headers}\n{part(raw, 'plain')}")


def test_the_fragment_is_tables_with_inlined_styles_and_asks_for_nothing(any_briefing: Briefing) -> None:
    fragment = to_email(any_briefing, LINKED)
    page = tree(fragment)
    assert {str(one.tag) for one in page.iter()} <= TAGS
    assert not re.search(
        r"<(?:html|head|body|style|script|img|link)\b|url\(|@media|var\(|{{|}}(?!1)", re.sub(r">[^<]*<", "><", fragment)
    )
    names = {name for one in page.iter() for name in one.attrib}
    assert not {name for name in names if name.startswith("on")}
    assert all(one.get("style") for one in page.iter("p", "h1", "h2", "td", "th") if one.get("align") is None)


def test_only_web_addresses_are_links(any_briefing: Briefing) -> None:
    for address in (one.get("href", "") for one in tree(to_email(any_briefing, LINKED)).iter("a")):
        assert re.fullmatch(r"https?://[^\s\"<>]+", address)


def test_each_statement_stands_there_once_with_its_source() -> None:
    briefing = ALL["usual"]
    text = words(tree(to_email(briefing)))
    for statement in briefing.statements:
        assert text.count(" ".join(statement.text.split())) == 1
    for source in briefing.sources:
        assert source.title in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_of_an_article_are_words(hostile: str) -> None:
    fragment = to_email(saying(hostile))
    assert {str(one.tag) for one in tree(fragment).iter()} <= TAGS
    raw = to_eml(saying(hostile))
    assert "<script" not in part(raw, "html").lower()
    assert message(raw).keys() == message(to_eml(ALL["usual"])).keys()


def test_an_editor_that_takes_markdown_leaves_it_as_it_is(any_briefing: Briefing) -> None:
    fragment = to_email(any_briefing, LINKED)
    assert MarkdownIt("commonmark").render(fragment) == fragment


@pytest.mark.parametrize("tag", MERGE_TAGS)
def test_what_a_newsletter_service_would_fill_in_is_text(tag: str) -> None:
    fragment = to_email(saying(f"Words with {tag} in them"))
    assert not re.search(FILLED_IN, fragment)
    assert "{" not in fragment
    assert f"Words with {tag} in them" in words(tree(fragment))
    # Ghost reads the HTML and writes it again, and with it characters where references stood.
    assert not re.search(FILLED_IN, html.tostring(tree(fragment), encoding="unicode"))


@pytest.mark.parametrize("tag", MERGE_TAGS)
def test_a_merge_tag_in_an_address_is_part_of_the_address(tag: str) -> None:
    usual = ALL["usual"]
    first = msgspec.structs.replace(usual.sources[0], url=f"https://example.org/{tag.replace(' ', '')}?a=b%E2%80%99")
    page = tree(to_email(msgspec.structs.replace(usual, sources=(first, *usual.sources[1:]))))
    found = {str(one.get("href")) for one in page.iter("a") if "example.org" in str(one.get("href"))}
    assert not re.search(FILLED_IN, " ".join(found))
    for address in found:
        assert unquote(address) == unquote(first.url or "")


@given(st.lists(st.sampled_from([*"{}%*|@[]#<>&;\"'= aF_", "TrackLink", "&#123;"])))
def test_any_text_reads_the_same_and_holds_no_merge_tag(pieces: list[str]) -> None:
    text = "".join(pieces)
    drawn = inert(f'<p class="x">{escape(marked(text))}</p>')
    page = html.fragment_fromstring(drawn)
    assert page.text_content() == text
    for seen in (drawn, html.tostring(page, encoding="unicode")):
        assert not re.search(r"\{(?!<)|\*\||%[%{\[A-Za-z_]|@TrackLink", seen)


@pytest.mark.parametrize("words_of_it", ["5 % of 100%, 7%.", "a * b | c", "*note", "mail me@example.org", "x|*"])
def test_other_signs_stay_as_they_are(words_of_it: str) -> None:
    assert words_of_it in to_email(saying(words_of_it))


def test_merge_tags_of_a_template_stay(tmp_path: Path) -> None:
    (tmp_path / "email").mkdir()
    text = '{% extends "shipped/email/briefing.html" %}{% block footer %}<a href="{{ "{{ UnsubscribeURL }}" }}">Leave</a>{% endblock %}'
    (tmp_path / "email" / "briefing.html").write_text(text)
    assert 'href="{{ UnsubscribeURL }}"' in to_email(saying("{{ x }}"), Drawing(template=str(tmp_path)))


def test_every_text_stands_in_a_paragraph_or_heading(any_briefing: Briefing) -> None:
    """For editors that know no tables and throw the cells together, as Substack's does."""
    page = tree(to_email(any_briefing, LINKED))
    assert page.xpath(".//p//text()[normalize-space()]")
    assert page.xpath(".//text()[normalize-space()][not(ancestor::p or ancestor::h1 or ancestor::h2)]") == []


# Right to left.


@pytest.mark.parametrize(
    ("language", "start", "end"), [("ar", "right", "left"), ("he", "right", "left"), ("es", "left", "right")]
)
def test_the_newsletter_is_set_from_the_side_its_language_begins_at(language: str, start: str, end: str) -> None:
    usual = ALL["usual"]
    sources = tuple(msgspec.structs.replace(source, language=language) for source in usual.sources)
    fragment = to_email(msgspec.structs.replace(usual, language=language, sources=sources))
    page = tree(fragment)
    assert page[0].get("dir") == {"right": "rtl", "left": "ltr"}[start]
    edges = page.find_class("edge")
    assert edges
    assert all(f"border-{start}: 3px" in str(one.get("style")) for one in edges)
    assert f"border-{end}: 3px" not in fragment
    assert f"text-align: {end}" not in fragment
    # Our own words are never right to left, and a name among them keeps its own way.
    ours = {one.get("dir") for one in page.find_class("cite")}
    names = {one.get("dir") for one in page.xpath("//p[@class='cite']/span[not(@class)]")}
    assert (ours, names) == (({"ltr"}, {"rtl"}) if start == "right" else ({None}, set()))


# Contrast: as it is drawn, and as mail programs darken it.


def as_it_is(colour: str) -> str:
    return colour


def inverted(colour: str) -> str:
    """Every part of the colour turned round, as Gmail does on an iPhone."""
    return "#" + "".join(f"{255 - int(colour[place : place + 2], 16):02x}" for place in (1, 3, 5))


def darkened(colour: str) -> str:
    """Lightness turned round and hue kept, as Outlook and Gmail on Android do."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return "#" + "".join(f"{round(255 * one):02x}" for one in colorsys.hls_to_rgb(hue, 1 - lightness, saturation))


def coloured(element: _Element, ink: str, paper: str) -> Iterator[tuple[str, str, str]]:
    """Yield each text with its colour and the one behind it, as the inlined styles say."""
    style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+?)\s*(?:!important)?\s*(?:;|$)", element.get("style", "")))
    ink, paper = style.get("color", ink), style.get("background-color", paper)
    if (element.text or "").strip():
        yield str(element.text), ink, paper
    for child in element:
        yield from coloured(child, ink, paper)
        if (child.tail or "").strip():
            yield str(child.tail), ink, paper


@pytest.mark.parametrize("seen", [as_it_is, inverted, darkened])
def test_every_text_can_be_read_however_a_program_darkens_it(
    any_briefing: Briefing, seen: Callable[[str], str]
) -> None:
    texts = list(coloured(tree(to_email(any_briefing, LINKED)), "none", "none"))
    assert texts
    for text, ink, paper in texts:
        assert contrast(seen(ink), seen(paper)) >= 4.5, (text, ink, paper)


def test_every_text_can_be_read_in_the_dark_colours_of_the_message(any_briefing: Briefing) -> None:
    rules = (shipped() / "email" / "dark.css").read_text("utf-8")
    (dark,) = re.findall(r"prefers-color-scheme: dark\) \{\n(.*?)\n\}", rules, re.DOTALL)
    inlined = css_inline.inline_fragment(to_email(any_briefing, LINKED), dark)
    texts = list(coloured(tree(inlined), "none", "none"))
    assert {paper for _, _, paper in texts} <= {"#14181d", "#1d242c"}
    for text, ink, paper in texts:
        assert contrast(ink, paper) >= 4.5, (text, ink, paper)


def test_a_look_of_ones_own_is_taken() -> None:
    fragment = to_email(
        ALL["usual"], Drawing(look=Look(accent="#7a1f3d", font_serif="Charter", organisation="The Desk <1>"))
    )
    assert "font-family: 'Charter', Georgia" in fragment
    assert "#7a1f3d" in fragment
    assert "#14365c" not in fragment
    assert "The Desk &lt;1&gt; · Briefing" in fragment


# Length.


@pytest.mark.parametrize(("statements", "sources"), [(60, 12), (700, 40), (2000, 300)])
def test_it_is_never_longer_than_gmail_shows(statements: int, sources: int) -> None:
    fragment = to_email(sample_briefing.long_briefing(statements, sources), LINKED)
    assert len(fragment.encode()) <= MOST_BYTES < 102 * 1024
    assert "Sources" in words(tree(fragment))


def test_what_is_too_long_is_cut_between_sections_and_says_so() -> None:
    briefing = sample_briefing.long_briefing(700, 40)
    text = words(tree(to_email(briefing, LINKED)))
    told = re.search(r"Cut here to fit an e-mail\. The whole briefing goes on with: (.*?)\. Read all of it", text)
    assert told
    missing = told[1].split(", ")
    labels = [section.theme.label for section in briefing.sections]
    assert missing[0] in labels
    above = {*briefing.bottom_line, *briefing.key_points}
    for section in briefing.sections:
        shown = [statement.text in text for statement in section.statements if statement.id not in above]
        assert not any(shown) if section.theme.label in missing else all(shown)
    assert tree(to_email(briefing, LINKED)).xpath("//a[text()='Read all of it']/@href") == [LINKED.link]
    assert "Read all of it" not in to_email(briefing)


def test_one_sentence_longer_than_a_message_leaves_the_sources() -> None:
    usual = ALL["usual"]
    first = usual.sections[0].statements[0]
    endless = msgspec.structs.replace(first, text="endless " * 20_000)
    section = msgspec.structs.replace(usual.sections[0], statements=(endless, *usual.sections[0].statements[1:]))
    briefing = msgspec.structs.replace(usual, bottom_line=(first.id,), sections=(section, *usual.sections[1:]))
    fragment = to_email(briefing)
    assert len(fragment.encode()) <= MOST_BYTES
    assert "goes on with: Bottom line, " in fragment
    assert usual.sources[0].title in fragment


# The message.


def test_the_message_is_a_draft_with_a_plain_part_and_the_newsletter() -> None:
    raw = to_eml(ALL["usual"], LINKED)
    draft = message(raw)
    assert draft.get_content_type() == "multipart/alternative"
    assert [one.get_content_type() for one in draft.iter_parts()] == ["text/plain", "text/html"]
    assert draft["X-Unsent"] == "1"
    assert draft["Subject"] == ALL["usual"].title
    assert str(draft["Date"].datetime.isoformat()).startswith(str(ALL["usual"].created)[:10])
    assert not {"To", "From", "Message-ID"} & {*draft.keys()}
    assert to_email(ALL["usual"], LINKED).strip() in part(raw, "html")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


@pytest.mark.parametrize("name", ["usual", "changed", "long"])
def test_the_plain_part_fits_a_reply_and_leads_to_the_articles(name: str) -> None:
    briefing = ALL[name]
    text = part(to_eml(briefing, LINKED), "plain")
    lines = text.splitlines()
    assert max(cells(line) for line in lines if "://" not in line) <= COLUMNS
    body = " ".join(text.split())
    for statement in briefing.statements:
        assert " ".join(statement.text.split()[:4]) in body
    margin = " " * (4 + len(briefing.sources[-1].label))
    for source in view(briefing).sources:
        assert " ".join(source.title.split()) in body
        assert not source.url or margin + source.url in lines
    assert LINKED.link in lines


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_readers_of_mail_are_told_of_no_command(kind: str, briefing: Briefing) -> None:
    for each in (*ALL.values(), briefing):
        assert not re.search(r"-o |brief verify|briefing\.(html|json)", part(to_eml(each, LINKED), kind))


def test_a_message_has_the_same_bytes_whenever_it_is_drawn(any_briefing: Briefing) -> None:
    assert to_eml(any_briefing) == to_eml(any_briefing)
    assert to_email(any_briefing) == to_email(any_briefing)


def test_the_message_has_no_defect_and_no_long_line(any_briefing: Briefing) -> None:
    """RFC 5322, 2.1.1: 78 characters a line; RFC 2045, 6.7: 76 in quoted-printable. Addresses stay whole, up to 998."""
    envelope = Envelope(
        sender=Address("Zoë, the Desk", addr_spec="desk@example.org"),
        recipient=Address("Ana", addr_spec="ana@example.org"),
        date=datetime(2026, 3, 9, tzinfo=UTC),
        list_id="Daily <daily.example.org>",
        unsubscribe=("https://example.org/leave?who=ana%40example.org", "mailto:leave@example.org"),
    )
    for raw in (to_eml(any_briefing, LINKED), message_for(mail(any_briefing, LINKED), envelope).as_bytes()):
        read = email.message_from_bytes(raw, policy=email.policy.default.clone(raise_on_defect=True))
        assert [defect for part in read.walk() for value in part.values() for defect in value.defects] == []
        assert raw.isascii()
        head, _, rest = raw.partition(b"\r\n\r\n")
        assert max(map(len, head.split(b"\r\n"))) <= 78
        assert max(map(len, rest.split(b"\r\n"))) <= 76


def test_the_boundary_comes_from_the_briefing() -> None:
    bounds = {name: message(to_eml(one)).get_boundary() for name, one in ALL.items()}
    assert len(set(bounds.values())) == len(ALL)
    for name, bound in bounds.items():
        assert to_eml(ALL[name]).count(str(bound).encode()) == 4  # the header, before each part, and the end


def test_a_marking_stands_in_the_subject_and_on_top() -> None:
    raw = to_eml(ALL["usual"], Drawing(marking="TLP:GREEN"))
    assert message(raw)["Subject"] == f"TLP:GREEN {ALL['usual'].title}"
    assert words(tree(to_email(ALL["usual"], Drawing(marking="TLP:GREEN")))).startswith("TLP:GREEN")


@pytest.mark.parametrize("created", [None, "yesterday", "0001-01-01T00:00:00+14:00", "2026-03-09\nBcc: x@example.org"])
def test_what_is_no_date_makes_no_header(created: str | None) -> None:
    draft = message(to_eml(msgspec.structs.replace(ALL["usual"], created=created)))
    assert "Bcc" not in draft
    assert created == "0001-01-01T00:00:00+14:00" or "Date" not in draft


def test_a_title_cannot_add_a_header() -> None:
    draft = message(to_eml(msgspec.structs.replace(ALL["usual"], title="News\r\nBcc: all@example.org\r\n\r\nbody")))
    assert "Bcc" not in draft
    assert draft["Subject"] == "News Bcc: all@example.org body"


def test_long_addresses_stay_whole_in_the_headers() -> None:
    address = f"https://example.org/{'leave/' * 60}"
    envelope = Envelope(
        sender=Address("", addr_spec=f"desk@{'long.' * 30}example"),
        recipient=Address("Zoë", addr_spec="zoe@example.org"),
        date=datetime(2026, 3, 9, tzinfo=UTC),
        subject="Überall " * 30,
        list_id=f"<{'daily.' * 20}example>",
        unsubscribe=(address, "mailto:leave@example.org"),
    )
    raw = message_for(mail(ALL["usual"]), envelope).as_bytes()
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    assert f"\r\nList-Unsubscribe: <{address}>,\r\n <mailto:leave@example.org>\r\n" in head
    assert f"\r\nList-Id: <{'daily.' * 20}example>\r\n" in head
    assert re.search(r"\r\nMessage-ID: <\w+@(long\.){30}example>\r\n", head)
    assert max(map(len, re.findall(r"=\?.*?\?=", head))) <= 75
    assert message(raw)["Subject"].split() == ["Überall"] * 30


# Templates and options.


def test_a_folder_replaces_the_newsletter_or_a_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "email").mkdir()
    mine = tmp_path / "email" / "briefing.html"
    mine.write_text('{% extends "shipped/email/briefing.html" %}{% block footer %}<p>The Desk</p>{% endblock %}')
    fragment = to_email(ALL["usual"], Drawing(template=str(tmp_path)))
    assert ">The Desk</p>" in fragment
    assert "Made with" not in fragment
    mine.write_text("<h1 class=label>{{ view.title }}</h1>")
    assert re.fullmatch(
        r'<h1 class="label" style="[^"]+">[^<]+</h1>\n', to_email(ALL["usual"], Drawing(template=str(tmp_path)))
    )


def test_the_methods_of_a_briefing_are_the_files(tmp_path: Path) -> None:
    briefing = ALL["usual"]
    briefing.save(tmp_path / "a.email.html", LINKED)
    briefing.save(tmp_path / "a.eml")
    assert (tmp_path / "a.email.html").read_text("utf-8") == briefing.to_email(LINKED)
    assert (tmp_path / "a.eml").read_bytes() == briefing.to_eml(USUAL)


@pytest.mark.parametrize("link", ["today.html", "javascript:alert(1)", "https://a b", "ftp://example.org"])
def test_a_link_is_a_web_address(link: Any) -> None:
    with pytest.raises(OptionError, match="give a web address"):
        Drawing(link=link)


def test_findings_that_are_not_shown_are_counted(briefing: Briefing) -> None:
    text = words(tree(to_email(briefing)))
    found = briefing.findings
    assert f"and {len(found.figures) - MOST_FIGURES} more figures in the whole briefing" in text
    assert f"and {len(found.timeline) - MOST_EVENTS} more dated sentences in the whole briefing" in text


def test_the_template_of_the_manual_works(tmp_path: Path) -> None:
    (text,) = re.findall(r"```jinja\n(.*?)```", (ROOT / "docs" / "newsletters.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "email").mkdir()
    (tmp_path / "email" / "briefing.html").write_text(text)
    fragment = to_email(ALL["usual"], Drawing(template=str(tmp_path)))
    assert 'href="*|UNSUB|*"' in fragment
    assert "*|HTML:LIST_ADDRESS_HTML|*" in fragment
    assert "Made with" in fragment
