"""Themes: the right ones, for reasons that can be shown; sets that are wrong say where and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from cases_file import load as load_cases
from hypothesis import given
from hypothesis import strategies as st

from brief import language, themes
from brief.errors import ThemeError
from brief.model import ThemeMatch
from brief.themes.sets import parse_term

NEWS = themes.load("news")

PRECISION_FLOOR = 0.95  # measured .984 on the sentences of themes_news.md; .923 before anything was mended after them
RECALL_FLOOR = 0.95  # measured 1.0; .960 before
BEST_FLOOR = 0.90  # the best theme is one that was asked for: measured .954

COMMON = """
    able accept accident account achieve across active actually addition address admit adult advance advice affect afraid
    age agree ahead allow almost amount angle animal answer apartment appear apply approach arm arrive article aspect assume
    attempt attend attract average avoid baby basic bear beat beautiful begin belong benefit bit blue board body book bottom
    box branch bread break bring brother build busy buy call calm camera candid capable car careful carry casual catch cause
    celebrate celebration center central chair chance change character cheap check child choice circle citizen claim clear
    clever clock close clothes cold collect color come common compare complain complete concern condition confirm consider
    consist constitute contact contain content continue control convince cook corner corporal correct count country couple
    courtesy cover create critical cross cup curious current custom customs cut cycle daily damage dance danger dark date
    daughter deal decide deep defend degree deliver demonstrate depend depressed describe desert design desk detail detect
    develop different difficult dig digit dinner direct disappear discover discuss distance divide door double doubt dozen
    draw dream dress drink drive drop dry during early earn earth easily eat edge effect effort empty encourage engine enjoy
    enter entire equal equally equation error escape especially event evident exact example excellent exchange expect
    experience explain express extra extreme extremely eye face fact fail fall familiar far fast favor fear feel fertile
    fight final find fine finger finish fit fix floor flow follow foot form former forward found friend front full fun
    further future garden gather general gentle girl glad glass gold gradual great green ground group grow guess habit half
    hand happen hard hat head hear heart heat heavy height help here heroine hidden hire hold hope hospitality hour huge
    hundred idea identify imagine immediately importance important importantly improve include increase influence inform
    inside instead intend interest island item join joy jump keep key kind kitchen know lack lake language large last late
    laugh lead leaf leave left length letter level lift light limit line list little local lonely long look loud love lucky
    machine main manage mark mass material matter measure meet member mention method middle mile mind minute mirror miss mix
    moment month moreover morning mother motion mountain mouth move name narrow national natural naturally nature near
    necessary need nice night noise nominal normal note notice object observe obvious occasion occur ocean offer office
    often old open opposite ordinary organ original outside owner page pain pair paper parent part participate partly pass
    past patience patiently pattern pause pay people perfect perhaps period person physical pick picture piece place plain
    plan plant plate please point polite politely poor popular population populous position possible power practical
    practice prefer prepare present press pretty prevent previous primary print private privately probable problem process
    produce promise proper protect prove provide pull pure purpose push quality question quick quiet quite raise range rapid
    rare rate reach ready real reason receive recent recess recognize record red reduce refer regard region regular relate
    relax remain remember remove renew repeat reply report represent request require resemble resident respect respond rest
    result return rich ride right ring rise river rock roll roof room round rule run rush safe same scale scene search
    season seat secure seed select sell send sense separate serious serve set several shadow shake shape share sharp shell
    shift shine ship shirt short shout show side sign silence silver similar simple since single sister situation size skill
    skin sleep slow small smell smile smoke smooth soft solid solve sort soul sound source special spend spirit split spot
    spread stand star start station stay step stick still stone stop story strange street stretch strike string strong style
    subject succeed sudden suggest suit summer sun sure surface surprise sweet swim table tail talk tall taste tax-free
    thank thick thin think thought throat throw tie tight time tiny title together tomorrow tone top total touch toward
    towel town track train travel tree tribune trick true trust truth try turn twice type understand unique unit universal
    universe until unusual useful usual valley value various view village visible voice wait walk wall want warm wash watch
    water wave way weak wear week weigh whole wide wild window wing winter wise wish witnessed wonder wood word work world
    worry worth wrap write wrong yard year yellow yesterday young
""".split()
"""Everyday words that tell no theme. Some share a stem with a word that does: important and import, evident and
evidence, natural and naturalise, population and populist, busy and business, celebrate and celebrity."""
TELLING = {"accident", "earth", "fight", "ocean", "season", "cup", "tax-free", "gold", "river"}
"""… except these, which may count for a theme."""


def expected_terms(found: tuple[ThemeMatch, ...]) -> str:
    return " | ".join(f"{match.id}: {', '.join(match.terms)}" for match in found) or "other"


@pytest.mark.parametrize(("title", "text", "expected"), load_cases("themes"), ids=lambda value: None)
def test_case(title: str, text: str, expected: str) -> None:
    code, *sentences = text.split("\n")
    found = themes.match(sentences, [code] * len(sentences), NEWS)
    assert [expected_terms(matches) for matches in found] == expected.split("\n"), title


def labelled() -> list[tuple[str, str, set[str], set[str]]]:
    """Return language, sentence, themes asked for and themes allowed of themes_news.md."""
    rows = []
    for _, text, expected in load_cases("themes_news"):
        code, *sentences = text.split("\n")
        for sentence, labels in zip(sentences, expected.split("\n"), strict=True):
            allowed = set(re.findall(r"[a-z-]+", " ".join(re.findall(r"\(.*?\)", labels))))
            asked = set(re.findall(r"[a-z-]+", re.sub(r"\(.*?\)", "", labels))) - {"other"}
            rows.append((code, sentence, asked, allowed))
    return rows


def test_the_news_set_finds_what_a_person_finds() -> None:
    rows = labelled()
    assert len(rows) > 120 and {theme.id for theme in NEWS.themes} == set().union(*(row[2] for row in rows))
    found = themes.match([row[1] for row in rows], [row[0] for row in rows], NEWS)
    right = wrong = missed = best = 0
    for (_, _, asked, allowed), matches in zip(rows, found, strict=True):
        got = {match.id for match in matches}
        right, wrong, missed = right + len(got & asked), wrong + len(got - asked - allowed), missed + len(asked - got)
        best += matches[0].id in asked if asked and matches else not asked and not matches
    assert right / (right + wrong) >= PRECISION_FLOOR
    assert right / (right + missed) >= RECALL_FLOOR
    assert best / len(rows) >= BEST_FLOOR


@pytest.mark.parametrize(
    ("code", "sentence", "never"),
    [
        ("es", "Los vecinos tendrán que dar un rodeo por la presa de Sotillo.", "security"),  # a dam, not a prisoner
        ("es", "El Colegio de Ingenieros ha recalculado la obra.", "education"),  # a professional body
        ("es", "La vista se celebrará el 25 de mayo.", "culture"),  # is held, not a celebrity
        ("fr", "Il ne sera pas possible de travailler, a prévenu M. Ferrand.", "courts"),  # warned, not accused
    ],
)
def test_words_that_look_alike(code: str, sentence: str, never: str) -> None:
    (found,) = themes.match([sentence], [code], NEWS)
    assert never not in {match.id for match in found}


def test_everyday_words_share_no_stem_with_a_term() -> None:
    words = [word for word in COMMON if word not in TELLING]
    collisions = [
        f"{word} → {found[0].terms[0]} ({found[0].id})"
        for word in words
        if (found := themes.match([f"{word} it"], ["en"], NEWS)[0])
    ]
    assert not collisions, f"write these terms with =, so that only the exact form counts: {collisions}"


@pytest.mark.parametrize("code", NEWS.languages)
def test_no_theme_lists_a_term_twice_by_stem(code: str) -> None:
    stem = language.stemmer(code)
    for theme in NEWS.themes:
        seen: dict[tuple[bool, bool, str], str] = {}
        for term in theme.terms[code]:
            words = language.words(term.text)
            key = (
                term.exact,
                term.prefix,
                " ".join(words if term.exact or term.prefix else (stem(language.fold(w)) for w in words)),
            )
            assert key not in seen, f"{theme.id} ({code}): “{term.text}” is “{seen[key]}” by stem"
            seen[key] = term.text


def test_every_theme_is_broad_enough() -> None:
    for theme in NEWS.themes:
        assert theme.label and theme.description and len(theme.terms["en"]) >= 60
        assert all(len(theme.terms[code]) >= 30 for code in NEWS.languages)


# ── Scores ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def small_set(tmp_path: Path, body: str, head: str = "") -> themes.ThemeSet:
    path = tmp_path / "mine.toml"
    path.write_text(f'name = "mine"\n{head}\n{body}', "utf-8")
    return themes.load(str(path))


WATER = '[[theme]]\nid = "water"\nlabel = "Water"\nterms = ["river", "flood plain", "~dam", "+aquifer", "-beer", "!river bank"]'


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        ("The river rose.", 1.0),
        ("The river and the river rose.", 1.5),
        ("The flood plains dried.", 2.0),
        ("An aquifer.", 2.0),
        ("The dam.", None),
        ("The dam on the river.", 1.5),
        ("The river of beer in the flood plain.", 1.0),
        ("A river of beer.", None),
        ("The river bank failed.", None),
        ("", None),
        ("…", None),
    ],
)
def test_what_a_hit_counts(tmp_path: Path, sentence: str, score: float | None) -> None:
    found = themes.match([sentence], ["en"], small_set(tmp_path, WATER))[0]
    assert (found[0].score if found else None) == score


def test_a_frequent_term_counts_less_and_still_finds_its_theme(tmp_path: Path) -> None:
    found = themes.match(["The river rose."] * 300 + ["An aquifer."], ["en"] * 301, small_set(tmp_path, WATER))
    assert [(match.id, match.score) for match in found[0]] == [("water", 0.35)]
    assert found[-1][0].score == 2.0


def test_themes_of_equal_score_stand_in_the_order_of_the_set(tmp_path: Path) -> None:
    body = "".join(f'[[theme]]\nid = "{name}"\nlabel = "X"\nterms = ["river"]\n' for name in ("b", "a"))
    assert [match.id for match in themes.match(["A river."], ["en"], small_set(tmp_path, body))[0]] == ["b", "a"]


def test_without_languages_the_terms_are_tried_on_every_text(tmp_path: Path) -> None:
    own = small_set(tmp_path, WATER.replace('"river"', '"joki"'))
    assert [bool(found) for found in themes.match(["Joki nousi."] * 3, ["fi", "", "zh"], own)] == [True] * 3


def test_with_languages_others_are_not_covered(tmp_path: Path) -> None:
    own = small_set(tmp_path, WATER, 'languages = ["en"]')
    assert [bool(found) for found in themes.match(["River."] * 3, ["en", "", "de"], own)] == [True, True, False]


def test_ignored_words_count_for_no_theme_but_one_that_lists_them(tmp_path: Path) -> None:
    own = small_set(
        tmp_path,
        WATER.replace('"river"', '"river", "Ganges river boat"'),
        'ignore = ["river boat", "Ganges river boat"]',
    )
    assert not themes.match(["A river boat."], ["en"], own)[0]
    assert themes.match(["A Ganges river boat."], ["en"], own)[0]


def test_confidence() -> None:
    def matches(*scores: float) -> list[ThemeMatch]:
        return [ThemeMatch(id="x", score=score, terms=()) for score in scores]

    assert themes.confidence([]) == "other"
    assert themes.confidence(matches(2.0)) == themes.confidence(matches(3.0, 2.0)) == "confident"
    assert themes.confidence(matches(1.9)) == themes.confidence(matches(3.0, 2.5)) == "probable"


def test_texts_and_languages_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="shorter"):
        themes.match(["a", "b"], ["en"], NEWS)


@given(
    st.lists(st.text(max_size=80) | st.text(alphabet="aAW HO.'’-,\n:courtUN", max_size=40), max_size=5),
    st.sampled_from(["en", "fr", "de", "", "zh"]),
)
def test_any_text_matches_the_same_twice(texts: list[str], code: str) -> None:
    first = themes.match(texts, [code] * len(texts), NEWS)
    assert first == themes.match(texts, [code] * len(texts), NEWS)
    assert all(match.score > 0 and match.terms for found in first for match in found)


def test_matching_is_linear_and_fast() -> None:
    sentences = [f"The Federal Reserve raised interest rates, and {n} people stood at the border." for n in range(4000)]
    themes.match(sentences[:10], ["en"] * 10, NEWS)
    start = process_time()
    themes.match(sentences, ["en"] * len(sentences), NEWS)
    assert process_time() - start < 1.0  # measured .15 s on two slow cores


@pytest.mark.parametrize(
    "words", ["UN ", "Law Institute ", "court order ", "a.a.", "'s’", "flood plain, ", " - ", "Lawyers for Rights "]
)
def test_a_page_without_a_full_stop_costs_no_more_than_its_length(words: str) -> None:
    start = process_time()
    themes.match([words * 20_000], ["en"], NEWS)
    assert process_time() - start < 2.0


# ── Sets ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_built_in_sets() -> None:
    assert themes.names() == ["business", "human-rights", "humanitarian", "news", "science-technology"]
    assert NEWS.name == "news" and NEWS.languages == ("en", "es", "de", "fr", "pt")
    assert NEWS.themes[0].theme.label == "Diplomacy"
    assert themes.OTHER.id == "other"


def test_a_file_in_windows_dress_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + f'name = "mine"\n{WATER}'.replace("\n", "\r\n").encode())
    assert themes.load(str(path)).title == "mine"


THEME = '[[theme]]\nid = "a"\nlabel = "A"\n'
NAME = 'name = "x"\n'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe", "own.toml: not UTF-8 (byte 0): save the file as UTF-8"),
        (b"name = ", "own.toml: not TOML"),
        (b"version = 1", "own.toml: Object missing required field `name`"),
        (NAME, "own.toml: Object missing required field `theme`"),
        (NAME + "theme = []", "own.toml: there is no theme"),
        (NAME + "theme = [3]", "own.toml: Expected `object`, got `int` in theme number 1"),
        ('name = " "\n' + THEME + 'terms = ["a"]', "own.toml: name is empty"),
        (NAME + "version = 2\n" + THEME + 'terms = ["a"]', "own.toml: version is 2: this program reads version 1"),
        (NAME + THEME, "own.toml: Object missing required field `terms` in theme “a”"),
        (NAME + THEME + "terms = []", "own.toml: theme “a”: terms is missing or has no term that counts"),
        (NAME + THEME + 'terms = ["-a", "!b"]', "own.toml: theme “a”: terms is missing or has no term that counts"),
        (NAME + THEME + 'terms = "a"', "own.toml: Expected `array`, got `str` in theme “a”, key terms"),
        (NAME + THEME + "terms = [1]", "own.toml: Expected `str`, got `int` in theme “a”, key terms[0]"),
        (NAME + THEME + 'term = ["a"]', "own.toml: Object contains unknown field `term` in theme “a”"),
        (NAME + THEME + 'terms = ["a", "a"]', "own.toml: theme “a”: term “a” stands twice: delete one of the two"),
        (NAME + (THEME + 'terms = ["a"]\n') * 2, "own.toml: theme “a”: id stands twice"),
        (NAME + THEME.replace('"a"', '"A b"') + 'terms = ["a"]', "own.toml: theme “A b”: id is not usable"),
        (NAME + THEME.replace('"a"', '"other"') + 'terms = ["a"]', "own.toml: theme “other”: id is taken"),
        (NAME + THEME.replace('"A"', '""') + 'terms = ["a"]', "own.toml: theme “a”: label is empty"),
        (NAME + THEME + 'terms = ["a"]\ntranslations.german = ["b"]', "“german” is not a language code"),
        (NAME + 'languages = ["en", "de"]\n' + THEME + 'terms = ["a"]', "theme “a”: translations.de is missing"),
        (
            NAME + 'languages = ["en"]\n' + THEME + 'terms = ["a"]\ntranslations.de = ["b"]',
            "translations.de is in no language",
        ),
        (NAME + THEME + 'terms = ["a"]\ntranslations.de = ["b*c"]', "own.toml: theme “a”: bad term “b*c”"),
        (
            NAME + THEME + 'terms = ["a"]\nexternal_id = "11000000"',
            "theme “a”: external_id “11000000” is not usable: write",
        ),
        (
            NAME + THEME + 'terms = ["a"]\ncolour = "teal"',
            "theme “a”: colour “teal” is not usable: write it as #1f6f8b",
        ),
        (
            NAME + THEME + 'terms = ["a"]\ncolour = 3',
            "own.toml: Expected `str | null`, got `int` in theme “a”, key colour",
        ),
        (NAME + 'ignore = ["?"]\n' + THEME + 'terms = ["a"]', "own.toml: ignore: bad term “!?”"),
    ],
)
def test_a_wrong_set_says_where_and_what_to_do(tmp_path: Path, content: str | bytes, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ThemeError) as caught:
        themes.load(str(path))
    assert message in str(caught.value)
    assert caught.value.fix and str(tmp_path) not in str(caught.value)


def test_a_set_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(
        ThemeError, match="there is no theme set “sports”: the built-in sets are business, human-rights, "
    ):
        themes.load("sports")


@pytest.mark.parametrize("text", ["", "~", "=", "--a", "~~a", "=~a", "...", "a* b", "b*c", "=a*", "a b c d e f g h i"])
def test_bad_terms(text: str) -> None:
    with pytest.raises(ThemeError, match=re.escape(f"“{text}”")):
        parse_term(text)


@pytest.mark.parametrize(
    ("text", "shown", "weight"),
    [("a", "a", 1), ("a b", "a b", 2), ("~a b", "a b", 0.5), ("+=a", "a", 2),
     ("-a b", "a b", -2), ("!a", "a", 0), ("a*", "a*", 1), ("e-mail", "e-mail", 2)],
)  # fmt: skip
def test_good_terms(text: str, shown: str, weight: float) -> None:
    assert (parse_term(text).text, parse_term(text).weight) == (shown, weight)


def test_the_manual_shows_a_set_that_works(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[1] / "docs" / "themes.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(# water\.toml.*?)```", manual, re.DOTALL)
    path = tmp_path / "water.toml"
    path.write_text(example, "utf-8")
    own = themes.load(str(path))
    assert all(f"`{theme.id}`" in manual for theme in NEWS.themes)
    found = themes.match(["The reservoirs behind the dam are empty after a second dry year."], ["en"], own)[0]
    assert found and found[0].id == "supply"
