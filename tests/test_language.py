"""Languages: told apart with and without the model; words, stems and elisions."""

import pytest

from brief import language

TEXTS = {
    "en": "The minister said on Monday that the government would not change the agreement. The opposition criticised that the "
    "talks had been held without parliament and that the costs for the towns were too high. A decision is expected next week.",
    "de": "Der Minister sagte am Montag, dass die Regierung das Abkommen nicht ändern werde. Die Opposition kritisierte, dass die "
    "Verhandlungen ohne das Parlament geführt wurden und dass die Kosten für die Gemeinden zu hoch seien. Man wartet ab.",
    "es": "El ministro dijo el lunes que el gobierno no cambiaría el acuerdo. La oposición criticó que las negociaciones se "
    "llevaron a cabo sin el parlamento y que los costos para los municipios eran demasiado altos para todos ellos.",
    "pt": "O ministro disse na segunda-feira que o governo não mudaria o acordo. A oposição criticou que as negociações foram "
    "conduzidas sem o parlamento e que os custos para os municípios eram muito altos. Uma decisão é esperada na semana que vem.",
    "fr": "Le ministre a déclaré lundi que le gouvernement ne modifierait pas l’accord. L’opposition a critiqué le fait que les "
    "négociations aient été menées sans le parlement et que les coûts pour les communes soient trop élevés pour elles.",
    "sv": "Ministern sade på måndagen att regeringen inte skulle ändra avtalet. Oppositionen kritiserade att förhandlingarna "
    "fördes utan parlamentet och att kostnaderna för kommunerna var för höga. Ett beslut väntas nästa vecka.",
    "ru": "Министр заявил в понедельник, что правительство не изменит соглашение.",
    "zh": "法院周一裁定，航班不得在三月听证会之前起飞。",
    "ja": "裁判所は月曜日に、この便は離陸できないと判断しました。",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_detection(code: str) -> None:
    assert language.detect(TEXTS[code]) == code


@pytest.mark.parametrize("code", ["de", "en", "es", "fr", "pt"])
def test_running_text_needs_no_model(code: str) -> None:
    language._identifier.cache_clear()
    assert language.detect(TEXTS[code]) == code
    assert language._identifier.cache_info().currsize == 0


def test_no_letters_no_language() -> None:
    assert language.detect("12:30 — …") == ""


def test_words_stems_and_elisions() -> None:
    assert language.words("The U.S. paid 85,000 to O’Brien’s MS-13 unit") == [
        "The", "U.S.", "paid", "85,000", "to", "O’Brien’s", "MS", "13", "unit",
    ]  # fmt: skip
    assert language.stems("Judges’ rulings", "en") == ["judg", "rule"]
    assert language.stems("d’asile aujourd’hui", "fr")[0] == "asil"


def test_words_that_carry_the_news_are_no_stop_words() -> None:
    assert not {"state", "home", "million", "system", "case", "people", "right"} & language.stop_words("en")
