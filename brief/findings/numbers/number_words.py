"""How numbers, units and qualifiers are written: one table for each language figures are read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..dates.calendar_words import MONTHS as NAMES_OF_MONTHS

TIME, LENGTH, OTHER_UNIT = "time", "length", "other"


@dataclass(frozen=True)
class Table:
    """One language. Phrases are alternatives of a regular expression, in lower case."""

    small: Mapping[str, float]
    """Number words below a hundred."""
    scales: Mapping[str, float]
    """Words that multiply what stands before them."""
    grouped: str
    """Digits with thousands separators, as a pattern."""
    decimal: str
    """The decimal separator."""
    percent: str
    money: Mapping[str, str]
    """Pattern of the word → symbol."""
    skip: str
    """Words after a number that make it no figure: hours of the clock, months, ages."""
    more: str
    """Qualifiers that make the number the least: “more than”."""
    less: str
    """Qualifiers that make it the most: “fewer than”, “up to”."""
    about: str
    between: tuple[str, str]
    """“between … and”."""
    to: str
    """“10 to 15 people”."""


MONTHS, GERMAN_MONTHS, FRENCH_MONTHS, SPANISH_MONTHS, PORTUGUESE_MONTHS = (
    NAMES_OF_MONTHS[code].replace(" ", "|") for code in ("en", "de", "fr", "es", "pt")
)
SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"

UNITS_OF_TIME = "seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?|century|centuries|mornings?|evenings?"
UNITS_OF_LENGTH = {
    "kilomet(?:er|re)s?|km": "km",
    "(?:nautical )?miles?(?! an hour| per hour)": "miles",
    "met(?:er|re)s?": "m",
    "feet|foot": "feet",
    "inch(?:es)?": "inches",
    "yards?": "yards",
    "centimet(?:er|re)s?|cm": "cm",
    "millimet(?:er|re)s?|mm": "mm",
}
UNITS = {
    "square miles?": "square miles",
    "square kilomet(?:er|re)s?|sq\\.? km": "km²",
    "square feet": "square feet",
    "square met(?:er|re)s?": "m²",
    "acres?": "acres",
    "hectares?": "hectares",
    "(?:metric )?(?:tons?|tonnes?)": "tonnes",
    "kilogram(?:me)?s?|kilos?|kg": "kg",
    "ounces?": "ounces",
    "(?:nano|micro|milli)?grams?": "grams",
    "pounds?": "pounds",
    "lit(?:er|re)s?": "litres",
    "gallons?": "gallons",
    "barrels?": "barrels",
    "(?:mph|miles (?:an|per) hour)": "mph",
    "(?:km/?h|kph|kilomet(?:er|re)s (?:an|per) hour)": "km/h",
    "degrees?(?: (?:celsius|fahrenheit|c|f)\\b)?": "degrees",
    "kilowatt-hours?|kwh": "kWh",
    "megawatts?|mw": "MW",
    "gigawatts?|gw": "GW",
    "(?:giga|mega|tera)bytes?": "bytes",
}

ENGLISH = Table(
    small={
        word: float(value)
        for value, words in enumerate(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen""".split()
        )
        for word in (words,)
    }
    | {
        word: 20.0 + 10 * place
        for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
    },
    scales={"dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9},
    grouped=r"\d{1,3}(?:,\d{3})+",
    decimal=".",
    percent=r"%|per ?cent\b|percent\b",
    money={
        "(?:u\\.?s\\.? )?dollars?|usd": "$", "euros?|eur": "€", "pounds sterling": "£", "yen": "¥", "yuan": "yuan",
        "rupees?": "rupees", "r(?:o?u)bles?": "rubles", "francs?": "francs", "marks": "marks", "lire": "lire",
        "pesos?": "pesos", "baht": "baht", "ringgit": "ringgit", "rupiah": "rupiah", "kron(?:a|or|er|e)": "kronor",
        "crowns": "crowns", "shekels?": "shekels", "cents": "cents", "pence": "pence", "reais": "reais", "rand": "rand",
    },
    skip=rf"a\.?m\b|p\.?m\b|o['’]clock|gmt\b|(?:{MONTHS})\b|(?:{SHORT_MONTHS})\.? \d|\d-\d\b|"
    r"(?:years?|months?|weeks?|days?)[ -]olds?\b|years? of age\b|"
    r"times\b|and a half\b|\d/\d|(?:minutes?|hours?) past\b|(?:st|nd|rd|th)\b|percentage points?\b",
    more="""more than|at least|over|well over|no fewer than|no less than|not less than|upwards? of|in excess of|above|a minimum of""",
    less="""fewer than|less than|under|up to|at most|no more than|not more than|as many as|as much as|below|a maximum of""",
    about="""about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|just over|just under|more or less|circa|
        slightly more than|slightly less than|a little more than|
        a little less than|a little over|a little under|slightly over|slightly under|perhaps|probably|possibly|maybe""",
    between=("between", "and"),
    to="to",
)  # fmt: skip

GERMAN = Table(
    small=dict(zip("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(2, 13), strict=True))
    | dict(zip("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), range(20, 100, 10), strict=True))
    | {"hundert": 100, "tausend": 1000},
    scales={"dutzend": 12, "tausend": 1e3, "millionen": 1e6, "million": 1e6, "mio": 1e6, "milliarden": 1e9,
            "milliarde": 1e9, "mrd": 1e9, "billionen": 1e12},
    grouped=r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+",
    decimal=",",
    percent=r"%|prozent\b",
    money={"euros?": "€", "(?:us-)?dollars?": "$", "franken": "francs", "pfund": "£"},
    skip=rf"uhr\b|\.|(?:{GERMAN_MONTHS})\b|"
    r"(?:sekunden?|minuten?|stunden?|tagen?|tage|wochen?|monaten?|monate|jahren?|jahre|jahrzehnten?|jahrzehnte|metern?|kilometern?|zentimetern?|grad|mal)\b|prozentpunkte|einhalb\b",
    more="mehr als|mindestens|über|wenigstens",
    less="weniger als|höchstens|bis zu|unter|maximal",
    about="rund|etwa|ungefähr|circa|ca\\.|fast|knapp|nahezu|gut|beinahe|an die",
    between=("zwischen", "und"),
    to="bis",
)  # fmt: skip

FRENCH = Table(
    small=dict(zip("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(), range(2, 17), strict=True))
    | dict(zip("vingt trente quarante cinquante soixante".split(), range(20, 70, 10), strict=True)) | {"cent": 100},
    scales={"mille": 1e3, "millions": 1e6, "million": 1e6, "milliards": 1e9, "milliard": 1e9},
    grouped=r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+",
    decimal=",",
    percent=r"%|pour cent\b",
    money={"euros?": "€", "dollars?": "$", "francs?": "francs", "livres sterling": "£"},
    skip=r"h\b|heures?\b|ans?\b|années?\b|mois\b|jours?\b|semaines?\b|minutes?\b|secondes?\b|"
    r"fois\b|kilomètres?\b|mètres?\b|km\b|siècles?\b|points?\b|"
    rf"(?:{FRENCH_MONTHS})\b|e\b|et demie?\b",
    more="plus de|plus d['’]|au moins|au minimum",
    less="moins de|moins d['’]|au plus|jusqu['’]à|au maximum",
    about="environ|près de|quelque|presque|autour de|à peu près",
    between=("entre", "et"),
    to="à",
)  # fmt: skip

SPANISH = Table(
    small=dict(zip("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince".split(), range(2, 16), strict=True))
    | dict(zip("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(20, 100, 10), strict=True))
    | {"cien": 100, "doscientos": 200, "doscientas": 200, "quinientos": 500, "quinientas": 500},
    scales={"mil millones": 1e9, "mil": 1e3, "millones": 1e6, "millón": 1e6, "billones": 1e12},
    grouped=r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+",
    decimal=",",
    percent=r"%|por ciento\b",
    money={"euros?": "€", "dólares": "$", "pesos": "pesos", "libras esterlinas": "£"},
    skip=r"horas?\b|h\b|años?\b|meses\b|días?\b|semanas?\b|minutos?\b|segundos?\b|"
    r"siglos?\b|veces\b|kilómetros?\b|metros?\b|km\b|grados\b|puntos?\b|y medi[oa]\b|"
    rf"de (?:{SPANISH_MONTHS}|setiembre)\b|de la (?:mañana|tarde|noche)\b",
    more="más de|al menos|por lo menos|como mínimo",
    less="menos de|hasta|como máximo",
    about="unos|unas|cerca de|casi|alrededor de|aproximadamente|en torno a",
    between=("entre", "y"),
    to="a",
)  # fmt: skip

PORTUGUESE = Table(
    small=dict(zip("dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze".split(), range(2, 16), strict=True))
    | dict(zip("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split(), range(20, 100, 10), strict=True))
    | {"duas": 2, "cem": 100, "duzentos": 200, "duzentas": 200, "quinhentos": 500, "quinhentas": 500},
    scales={"mil milhões": 1e9, "mil": 1e3, "milhões": 1e6, "milhão": 1e6, "bilhões": 1e9, "bilhão": 1e9},
    grouped=r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+",
    decimal=",",
    percent=r"%|por cento\b",
    money={"euros?": "€", "dólares": "$", "reais": "reais", "libras esterlinas": "£"},
    skip=r"horas?\b|h\b|anos?\b|mês\b|meses\b|dias?\b|semanas?\b|minutos?\b|segundos?\b|"
    r"séculos?\b|vezes\b|quilômetros?\b|quilómetros?\b|metros?\b|km\b|graus\b|pontos?\b|e mei[oa]\b|"
    rf"de (?:{PORTUGUESE_MONTHS})\b|da (?:manhã|tarde|noite)\b",
    more="mais de|pelo menos|ao menos|no mínimo",
    less="menos de|até|no máximo",
    about="cerca de|quase|aproximadamente|perto de|em torno de|uns|umas",
    between=("entre", "e"),
    to="a",
)  # fmt: skip

TABLES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}
