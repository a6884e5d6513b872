"""Arabic, Hebrew, Persian and Urdu: told apart, split, weighed, quoted, and drawn from right to left."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import msgspec
import pytest
import sample_briefing
from conftest import ROOT

import brief
from brief import language
from brief.doctor import scripts
from brief.model import Article, Briefing
from brief.render.pages.html import to_html
from brief.render.pages.pdf import draw_pdf
from brief.split import spans_of
from brief.standalone import why_dependent

CASES = ROOT / "tests" / "cases" / "rtl"
"""Three short articles on one invented story in each of two languages."""


@cache
def briefing(code: str) -> Briefing:
    return brief.build(brief.read([CASES / code]), brief.Options(words=200, evidence="full"))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("ur_PK", "rtl"), ("yi", "rtl"),
        ("en", "ltr"), ("az", "ltr"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("uz-Arab-AF", "rtl"), ("", "ltr"),
    ],
)  # fmt: skip
def test_direction_of_a_language(tag: str, expected: str) -> None:
    assert language.direction(tag) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("أعلنت UNICEF يوم الأحد", "rtl"), ("The word שלום means peace", "ltr"), ("12:30 — …", "")],
)
def test_direction_of_a_text_is_that_of_most_of_its_letters(text: str, expected: str) -> None:
    assert language.direction_of(text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "أعلنت وزارة الداخلية يوم الاثنين أن العبّارة وصلت إلى الميناء وعلى متنها مئتا شخص."),
        ("he", "משרד הפנים הודיע ביום שני כי המעבורת הגיעה לנמל ועליה מאתיים איש."),
        ("fa", "وزارت کشور روز دوشنبه اعلام کرد که کشتی با دویست مسافر به بندر رسید و هیچ‌کس آسیب ندید."),
        ("ur", "وزارت داخلہ نے پیر کو اعلان کیا کہ کشتی دو سو مسافروں کے ساتھ بندرگاہ پہنچ گئی ہے۔"),
    ],
)
def test_detection(code: str, text: str) -> None:
    assert language.detect(text) == code


def test_vowel_signs_and_abbreviations_are_parts_of_words() -> None:
    assert language.words("وصلت العبّارة، وعلى متنها") == ["وصلت", "العبّارة", "وعلى", "متنها"]
    assert language.words('מנכ"ל "ימי הצפון" וצה״ל') == ['מנכ"ל', "ימי", "הצפון", "וצה״ל"]
    assert language.words("هیچ‌کس نبود") == ["هیچ‌کس", "نبود"]


def test_one_word_in_several_spellings_has_one_stem() -> None:
    assert len({language.stems(word, "ar")[0] for word in ("المحطة", "محطة", "والمحطّة", "محـطة")}) == 1
    assert len({language.stems(word, "he")[0] for word in ("העירייה", "עירייה", "לעירייה", "שבעירייה")}) == 1
    assert len({language.stems(word, "fa")[0] for word in ("کشتی", "كشتي")}) == 1


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("ar", ("هل تدفع الشركة الثمن؟", "لم تجب حتى المساء.", "قال: «لن ندفع».", "وغادر.")),
        ("he", ('"לא נשלם", אמר מנכ"ל החברה.', "האם תשלם בסוף?", "איש אינו יודע.")),
        ("ur", ("کشتی بندرگاہ پہنچ گئی۔", "کیا کوئی زخمی ہوا؟", "کسی نے نہیں بتایا۔")),
    ],
)
def test_sentences(code: str, sentences: tuple[str, ...]) -> None:
    article = Article(text=" ".join(sentences), language=code)
    assert tuple(article.text[start:end] for start, end in spans_of(article, 0, len(article.text))) == sentences


@pytest.mark.parametrize(
    ("code", "sentence", "why"),
    [
        ("ar", "وأضافت أن الفحوص قد تستغرق أسبوعين.", "pronoun"),
        ("ar", "وهو مبلغ ترفضه الشركة.", "pronoun"),
        ("ar", "ولكن الشركة رفضت الدفع.", "connective"),
        ("ar", "وهذا المبلغ كبير.", "demonstrative"),
        ("ar", "لن ندفع الثمن»، قال المدير.", "half a quotation"),
        ("ar", "وقال الوزير إن الرحلة ستتأخر.", ""),
        ("he", "היא מסרבת לשלם את הסכום הזה.", "pronoun"),
        ("he", "לדבריה, הבדיקות עשויות להימשך שבועיים.", "pronoun"),
        ("he", 'החברה דחתה "את האחריות.', "half a quotation"),
        ("he", 'מנכ"ל החברה סירב להגיב.', ""),
    ],
)
def test_standing_alone(code: str, sentence: str, why: str) -> None:
    assert why_dependent(sentence, code) == why


@pytest.mark.parametrize("code", ["ar", "he"])
def test_a_briefing_of_it(code: str) -> None:
    made = briefing(code)
    assert made.language == code
    assert len(made.statements) >= 8
    assert {citation.source for each in made.statements for citation in each.citations} == {"s1", "s2", "s3"}
    assert not {each.text for each in made.statements} & {source.title for source in made.sources}
    assert not made.warnings
    assert not made.coverage.gaps  # the theme set has no words of these languages
    titles = [article.text.split("\n")[0] for article in brief.read([CASES / code])]
    assert [source.title for source in made.sources] == titles
    assert brief.verify(made, CASES / code).ok


@pytest.mark.parametrize("code", ["ar", "he"])
def test_the_page_says_its_direction_once(code: str) -> None:
    page = to_html(briefing(code))
    assert f'<html lang="{code}" dir="rtl">' in page
    assert page.count('dir="rtl"') == 1
    assert '<h2 class="label" id="bottom-line" lang="en">Bottom line</h2>' in page


def test_a_hebrew_source_in_an_english_briefing_and_the_other_way_round() -> None:
    both = [*brief.read([CASES / "he" / "1-water.txt"]), *brief.read([ROOT / "samples" / "articles"])[:3]]
    page = to_html(brief.build(both, brief.Options(words=300)))
    assert '<html lang="en">' in page
    assert ' lang="he" dir="rtl">מתקן ההתפלה' in page
    both = [
        *brief.read([CASES / "he"]),
        Article.from_text("The ship left. Nobody saw it leave the harbour of the town."),
    ]
    page = to_html(brief.build(both, brief.Options(words=300)))
    assert ' lang="en" dir="ltr">' in page


# ── On paper ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def letters(text: str) -> str:
    """Return the words without signs, the letters of each sorted: pdftotext turns the two of a lam-alef round."""
    return " ".join("".join(sorted(word)) for word in re.findall(r"\d+|[^\W\d_]+", re.sub("[\u202a-\u202e]", "", text)))


@pytest.mark.parametrize(("code", "script"), [("ar", "Arabic"), ("he", "Hebrew")])
def test_a_pdf_of_it(code: str, script: str, tmp_path: Path) -> None:
    page = pytest.importorskip("page", reason="page-validation is not installed")
    drawn = draw_pdf(briefing(code))
    if f" {script}" in scripts().detail.partition(";")[0].replace("fonts for", ""):
        assert f"no font has the {script} letters" in drawn.warnings[0]
        return
    assert drawn.warnings == ()
    file = tmp_path / "b.pdf"
    file.write_bytes(drawn.pdf)
    report = page.validate_pdf(str(file))
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    if shutil.which("pdftotext"):
        text = letters(subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout)
        assert [each.text for each in briefing(code).statements if letters(each.text) not in text] == []


@pytest.mark.parametrize(
    ("text", "script", "package"),
    [
        ("السفينة", "Arabic", "fonts-noto-core"),
        ("אונייה", "Hebrew", "fonts-noto-core"),
        ("जहाज", "Devanagari", "fonts-noto-core"),
        ("船", "Chinese", "fonts-noto-cjk"),
    ],
)
def test_a_missing_font_is_named(
    text: str, script: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    made = msgspec.structs.replace(sample_briefing.empty_briefing(), title=text)
    (warning,) = [one for one in draw_pdf(made).warnings if "no font has" in one]
    assert f"no font has the {script} letters" in warning
    assert f"apt install {package}" in warning


def test_the_paper_runs_from_right_to_left(tmp_path: Path) -> None:
    """Our own English words keep their order, the first column stands at the right."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext (poppler-utils)")
    file = tmp_path / "b.pdf"
    file.write_bytes(draw_pdf(briefing("he")).pdf)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(file), "-"], capture_output=True, text=True, check=True
    )
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)".*?>(.*?)</word>', boxes.stdout)
    place = {word: (float(left), float(top), float(right)) for left, top, right, word in reversed(words)}
    read = str(sum(source.words for source in briefing("he").sources))
    assert place[read][0] < place["words"][0] < place["read"][0]
    assert place["Source"][0] > place["Other"][0]
    assert place["BRIEFING"][0] > place["quoted"][0]
    assert place["LINE"][2] > 450
