"""The program's own words in other languages: catalogues that are whole, and pages that leave no English word behind."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes, policy
from pathlib import Path

import lxml.etree
import lxml.html
import msgspec
import pypdf
import pytest
from conftest import ROOT

import brief
from brief.drawing import LABELS
from brief.errors import OptionError
from brief.model import Briefing, Difference, Side
from brief.render import render
from brief.render.labels import _, figure, label_language, ngettext, percent, spoken
from brief.render.views.view import view
from brief.render.words import human_date, listed, quoted

sys.path.insert(0, str(ROOT / "scripts"))

import labels

OTHERS = LABELS[1:]
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|%")
TAG = re.compile(r"<[^>]+>|&\w+;|`[^`]*`")
FEWEST_LETTERS = 5
"""Of an English word that is looked for: shorter ones are words of other languages too."""
DRAWN = ("txt", "md", "html", "email.html", "eml", "docx", "atom")
READ_ALOUD = (
    "aria-label",
    "title",
    "alt",
    "data-matches",
    "data-show",
    "data-citation",
    "data-copied",
    "data-selected",
)


def article(language: str, name: str) -> Path:
    (found,) = (ROOT / "samples" / language).glob(name)
    return found


@pytest.fixture(scope="session")
def spanish() -> Briefing:
    """A Spanish briefing with changes, findings, evidence, a warning and reports that differ."""
    options = brief.Options(words=150)
    folder = ROOT / "samples" / "es"
    files = sorted(folder.iterdir())
    before = brief.build(brief.read(files[:2]), options)
    english = brief.Article.from_text("The bridge is closed. Nobody may cross it until June.", title="Puente")
    now = brief.build([*brief.read(files), english], options, previous=before)
    one, other = (
        Side(figure.text, figure.value, "2026-05-11", None, figure.sentence, figure.citation, ())
        for figure in now.findings.figures[:2]
    )
    differences = tuple(Difference("", kind, (one, other)) for kind in ("differ", "update", "denial"))
    return msgspec.structs.replace(now, findings=msgspec.structs.replace(now.findings, differences=differences))


# Catalogues


@pytest.mark.parametrize("code", OTHERS)
def test_catalogue_has_every_word_of_the_program(code: str) -> None:
    catalogue = labels.updated(code, labels.template())
    assert labels.source(code).read_bytes() == labels.written(catalogue), "run make labels"
    assert labels.source(code).with_suffix(".mo").read_bytes() == labels.compiled(catalogue), "run make labels"
    assert [one.id for one in catalogue if labels.lacking(one) or (one.fuzzy and one.id)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_translations_have_the_same_placeholders_tags_and_ends(code: str) -> None:
    for message in labels.read(code):
        pairs = zip(message.id, message.string, strict=True) if message.pluralizable else [(message.id, message.string)]
        for english, ours in pairs if message.id else ():
            assert sorted(PLACEHOLDER.findall(ours)) == sorted(PLACEHOLDER.findall(english)), english
            assert len(TAG.findall(ours)) == len(TAG.findall(english)), english
            assert ours.endswith(" ") == english.endswith(" "), english
            # Some stand in style sheets and attributes, between these marks.
            assert '"' not in TAG.sub("", ours) and "\n" not in ours, english


def test_french_has_spaces_that_do_not_break_before_high_marks() -> None:
    for message in labels.read("fr"):
        for ours in (message.string if message.pluralizable else [message.string]) if message.id else ():
            assert not re.search(r"[^\u202f][;!?]|[^\u00a0]»|«[^\u00a0]|[^\u00a0]:(?![/\w])", TAG.sub("", ours)), ours


def test_english_reads_no_catalogue() -> None:
    code = (
        "import brief, sys; from brief.render.labels import _catalogue, _; _('Sources'); "
        "print(_catalogue('en').__class__.__name__, 'babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["NullTranslations", "False"]


# Pages


def english_left(code: str, text: str) -> list[str]:
    """Return the English words of the catalogue that stand in a text of another language."""
    found = []
    for message in labels.read(code):
        pairs = zip(message.id, message.string, strict=True) if message.pluralizable else [(message.id, message.string)]
        for english, ours in pairs if message.id else ():
            parts = [part for part in PLACEHOLDER.split(TAG.sub("", english)) if part.strip()]
            if sum(map(str.isalpha, "".join(parts))) < FEWEST_LETTERS or english.lower() in ours.lower():
                continue
            pattern = r"(?<!\w)" + ".{1,60}?".join(map(re.escape, parts)) + r"(?!\w)"
            either = (pattern, r"(?<!\w)" + ".{1,60}?".join(re.escape(part.upper()) for part in parts) + r"(?!\w)")
            found += [english for one in either if re.search(one, text)]
    return found


def read(data: bytes, name: str) -> str:
    """Return what a reader sees or hears of a file."""
    if name == "docx":
        parts = zipfile.ZipFile(io.BytesIO(data))
        names = [one for one in parts.namelist() if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", one)]
        return " ".join(re.sub(r"<[^>]+>", "", parts.read(one).decode()) for one in names)
    if name == "eml":
        message = message_from_bytes(data, policy=policy.default)
        plain, page = message.get_body(("plain",)), message.get_body(("html",))
        assert plain and page
        return plain.get_content() + read(page.get_content().encode(), "html")
    if name == "atom":
        feed = lxml.etree.fromstring(data)
        return " ".join(one.text or "" for one in feed.iter() if one.text)
    if name not in ("html", "email.html"):
        return data.decode()
    page = lxml.html.fromstring(data.decode())
    for one in page.xpath("//script | //style"):
        one.drop_tree()
    said = [value for one in page.iter("*") for key, value in one.attrib.items() if key in READ_ALOUD]
    return " ".join([page.text_content(), *said])


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("code", OTHERS)
def test_no_english_word_is_left(code: str, name: str, spanish: Briefing) -> None:
    drawn = render(spanish, name, brief.Drawing(labels=code, link="https://example.org/"))
    assert english_left(code, read(drawn, name)) == []


def test_the_search_for_english_words_finds_them(spanish: Briefing) -> None:
    drawn = read(render(spanish, "html", brief.Drawing(labels="en")), "html")
    left = english_left("de", drawn)
    assert len(left) > 40
    assert {"Sources", "Where reports differ", "%(num)s word", "under %(theme)s"} & set(left)


def test_changes_warnings_and_differences_are_in_the_briefing(spanish: Briefing) -> None:
    text = spanish.to_text()
    assert "QUÉ HA CAMBIADO DESDE EL 12 DE MAYO DE 2026" in text
    assert "EN QUÉ DIFIEREN LAS VERSIONES" in text
    assert "Aviso: Puente: en otro idioma que el resumen: leído y contado, no citado" in text
    assert "se desmiente:" in text


def test_german_nouns_keep_their_capitals_within_a_line(spanish: Briefing) -> None:
    text = " ".join(spanish.to_text(drawing=brief.Drawing(labels="de")).split())
    assert "· vom selben Ursprung aktualisiert" in text


def test_what_is_copied_stands_in_the_quotation_marks_of_the_language(spanish: Briefing) -> None:
    page = lxml.html.fromstring(spanish.to_html(brief.Drawing(labels="de")))
    assert page.xpath("//@data-quoted") == ["„{text}“"]


@pytest.mark.parametrize("look", ["default", "compact", "report"])
def test_every_look_has_its_words_translated(look: str, spanish: Briefing) -> None:
    drawn = render(spanish, "html", brief.Drawing(labels="fr", template=look))
    assert english_left("fr", read(drawn, "html")) == []


def test_the_pdf_is_accessible_and_speaks_the_language(tmp_path: Path, spanish: Briefing) -> None:
    from brief.render.pages.pdf import draw_pdf

    page = pytest.importorskip("page", reason="page-validation is not installed")
    with spoken("fr"):
        drawn = draw_pdf(spanish)
    assert drawn.warnings == ()
    file = tmp_path / "fr.pdf"
    file.write_bytes(drawn.pdf)
    assert page.validate_pdf(str(file)).failures == []
    pdf = pypdf.PdfReader(file)
    text = " ".join(sheet.extract_text() for sheet in pdf.pages)
    # Letters that stand apart, ligatures and line ends hide words from this search; what it finds is there.
    assert english_left("fr", " ".join(text.split())) == []
    assert "Chaque phrase est citée mot pour mot." in " ".join(text.split())
    assert pdf.trailer["/Root"]["/Lang"] == "es"


def test_json_and_lists_of_sources_are_the_same_in_every_language(spanish: Briefing) -> None:
    for name in ("json", "bib", "ris", "csl.json"):
        assert len({render(spanish, name, brief.Drawing(labels=code)) for code in LABELS}) == 1


# Which language


def test_the_briefings_language_decides_when_there_is_a_catalogue(spanish: Briefing) -> None:
    def usual(language: str) -> str:
        return label_language(msgspec.structs.replace(spanish, language=language), brief.Drawing())

    assert [usual(one) for one in ("es", "es-MX", "FR", "pt", "ar", "")] == ["es", "es", "fr", "en", "en", "en"]
    assert label_language(spanish, brief.Drawing(labels="de")) == "de"


def test_a_language_without_catalogue_is_refused() -> None:
    with pytest.raises(OptionError, match=r"labels is “it”: give one of en, es, fr, de"):
        brief.Drawing(labels="it")
    done = subprocess.run(
        [sys.executable, "-m", "brief", "samples/es", "--labels", "it"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "'en', 'es', 'fr', 'de'" in done.stderr


def test_the_command_line_and_the_library_say_the_same(tmp_path: Path, spanish: Briefing) -> None:
    (tmp_path / "b.json").write_text(spanish.to_json(), "utf-8")
    (tmp_path / "briefing.toml").write_text('labels = "fr"\n', "utf-8")
    for options, code in ((["--labels", "de"], "de"), (["--config", "briefing.toml"], "fr"), ([], "es")):
        command = [sys.executable, "-m", "brief", "render", "b.json", *options]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert done.stdout == spanish.to_text(drawing=brief.Drawing(labels=code))


def test_threads_do_not_disturb_each_other(spanish: Briefing) -> None:
    def draw(code: str) -> str:
        return spanish.to_markdown(brief.Drawing(labels=code))

    alone = {code: draw(code) for code in LABELS}
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, LABELS * 3)) == [alone[code] for code in LABELS * 3]


# What each thing is in


def test_only_words_in_another_language_than_the_page_say_so(spanish: Briefing) -> None:
    def languages(code: str) -> tuple[str, set[str]]:
        page = lxml.html.fromstring(spanish.to_html(brief.Drawing(labels=code)))
        return page.get("lang"), set(page.xpath("//body//@lang"))

    assert languages("es") == ("es", {"en"})  # the English article's title
    assert languages("fr") == ("es", {"en", "fr"})
    assert languages("en") == ("es", {"en"})


def test_a_warning_that_is_not_translated_says_that_it_is_english(spanish: Briefing) -> None:
    odd = brief.model.Notice("unheard-of", "x.pdf", "something nobody foresaw")
    page = msgspec.structs.replace(spanish, warnings=(odd,)).to_html()
    assert '<p class="warning" lang="en">x.pdf: something nobody foresaw</p>' in page


def test_themes_of_built_in_sets_are_translated_and_those_of_users_are_not(tmp_path: Path) -> None:
    built_in = brief.build(brief.read(ROOT / "samples" / "es"))
    own = tmp_path / "own.toml"
    own.write_text((ROOT / "brief" / "themes" / "news.toml").read_text("utf-8"), "utf-8")
    users = brief.build(brief.read(ROOT / "samples" / "es"), brief.Options(themes=str(own)))
    with spoken("es"):
        assert "Salud" in [section.label for section in view(built_in).sections]
        assert "Health" in [section.label for section in view(users).sections]


def test_a_users_template_translates_too(tmp_path: Path, spanish: Briefing) -> None:
    source = (
        '{{ _("Sources") }}, {{ ngettext("%(num)s source", "%(num)s sources", 3) }}, {% trans %}Contents{% endtrans %}'
    )
    (tmp_path / "briefing.html").write_text(source, "utf-8")
    page = spanish.to_html(brief.Drawing(labels="de", template=str(tmp_path)))
    assert page == "Quellen, 3 Quellen, Inhalt"


# Numbers, dates, lists


WRITTEN = {
    "en": ("14 April 2025", "1 May 2026", "2,052", "1,234,567", "17%", "A, B and I", "“x”"),
    "es": ("14 de abril de 2025", "1 de mayo de 2026", "2052", "1 234 567", "17 %", "A, B e I", "«x»"),
    "fr": ("14 avril 2025", "1er mai 2026", "2 052", "1 234 567", "17 %", "A, B et I", "« x »"),
    "de": ("14. April 2025", "1. Mai 2026", "2.052", "1.234.567", "17 %", "A, B und I", "„x“"),
}
"""Spaces are plain here; on the page they are narrow or do not break."""


@pytest.mark.parametrize("code", LABELS)
def test_dates_numbers_and_lists_are_written_as_in_the_language(code: str) -> None:
    with spoken(code):
        ours = (human_date("2025-04-14"), human_date("2026-05-01T08:00:00Z"), figure(2052), figure(1234567))
        ours += (percent(0.17), listed("ABI"), quoted("x"))
    assert tuple(re.sub("[\u00a0\u202f]", " ", one) for one in ours) == WRITTEN[code]


def test_plurals_are_those_of_the_language() -> None:
    with spoken("fr"):
        assert [ngettext("%(num)s source", "%(num)s sources", n) for n in (0, 1, 2)] == [
            "0 source",
            "1 source",
            "2 sources",
        ]
    with spoken("es"):
        assert [ngettext("%(num)s origin", "%(num)s origins", n) for n in (0, 1)] == ["0 orígenes", "1 origen"]
        assert _("Sources") == "Fuentes"
    assert _("Sources") == "Sources"


def test_titles_are_in_the_language_of_the_articles() -> None:
    def title(code: str) -> str:
        return brief.build(brief.read(ROOT / "samples" / code)).title

    assert title("es").endswith(": lo que cuentan tres artículos")
    assert title("fr").endswith("\u00a0: ce que rapportent trois articles")
    assert title("de").endswith(": was drei Artikel berichten")


PRICES = (
    "Die Stadtwerke in Weilach erhöhen zum ersten Januar die Preise für Strom um zwölf Prozent. Das teilte Geschäftsführer "
    "Jan Brodersen am Montag mit. Verbraucherschützer üben Kritik. Nach Angaben der Stadt sind 14.000 Haushalte betroffen.",
    "Rund 300 Menschen haben am Dienstag in Weilach gegen höhere Preise protestiert. Die Kritik richte sich gegen die "
    "Stadtwerke, hieß es nach Angaben der Polizei. Nun will Jan Brodersen reden, die Haushalte warten.",
)
SNOW = (
    "Der Schnee hat am Montag den Verkehr auf der Autobahn lahmgelegt. Die Polizei zählte bis zum Abend 40 Unfälle. Viele "
    "Züge fielen aus, und die Schulen blieben geschlossen.",
    "Die Autobahn ist nach dem Schnee wieder frei, teilte die Polizei am Dienstag mit. Der Verkehr laufe nach Angaben der "
    "Behörden normal. Die Schulen öffnen am Mittwoch.",
)
INQUIRY = (
    "Según el informe, el Gobierno conocía los daños desde marzo, y la consejera Marta Olivar lo negó ayer. Ahora pide el "
    "Gobierno más tiempo.",
    "La oposición reclama que dimita Marta Olivar. Hoy responde el Gobierno a las preguntas sobre los daños de la presa.",
)


@pytest.mark.parametrize(
    "texts, title",
    [
        (PRICES, "Jan Brodersen und Weilach: was zwei Artikel berichten"),
        (SNOW, "Was zwei Artikel berichten"),
        (INQUIRY, "Marta Olivar: lo que cuentan dos artículos"),
    ],
)
def test_nouns_with_a_capital_are_no_names(texts: tuple[str, ...], title: str) -> None:
    """German has a capital on every noun, Spanish on institutions: what stands behind an article is no name."""
    assert brief.build([brief.Article.from_text(text) for text in texts]).title == title
