"""Can a sentence be read without the one before it? Only about 40 % of newswire sentences can.

Rules, each with its measured precision on newswire: leading pronoun .95, connective 1, nameless attribution .90, orphan
half of a quotation 1, demonstrative .78 (fine before with, of, between and a name).
"""

from __future__ import annotations

import re
from functools import cache

from .unresolved import QUOTED, why_unresolved

PRONOUNS = {
    "en": "he|she|it|they|him|her|them|his|hers|its|their|theirs|we|our|ours|i|my|mine",
    "de": "er|sie|es|ihm|ihr|ihre|ihren|ihrem|ihnen|sein|seine|seinen|seinem|wir|unser|unsere|ich|mein|meine",
    "es": "él|ella|ello|ellos|ellas|su|sus|nosotros|nuestro|nuestra|yo|mi|mis",
    "fr": "il|elle|ils|elles|lui|leur|leurs|son|sa|ses|nous|notre|nos|je|mon|ma|mes",
    "pt": "ele|ela|eles|elas|seu|sua|seus|suas|nós|nosso|nossa|eu|meu|minha",
    "it": "egli|lui|lei|essi|esse|loro|suo|sua|suoi|sue|noi|nostro|nostra|io|mio|mia",
    "nl": "hij|zij|ze|het|hem|hun|hen|zijn|haar|wij|we|ons|onze|ik|mijn",
    # “وأضافت أن”: she added that; the verb alone says who.
    "ar": """و?(?:هو|هي|هم|هما|نحن|أنا)|
        و?(?:قال|قالت|أضاف|أضافت|أكد|أكدت|أوضح|أوضحت|ذكر|ذكرت|أشار|أشارت|تابع|تابعت) (?:إن|أن|إلى أن)(?:ه|ها|هم)?""",
    "he": "הוא|היא|הם|הן|אני|אנחנו|אנו|לדבריו|לדבריה|לדבריהם",
}
DEMONSTRATIVES = {
    "en": """this|that|these|those|such|both|neither|the former|the latter|the same|the two|the three|the other|others|another|
        other(?= [a-z])|one(?=,)""",
    "de": "dies|diese|dieser|dieses|diesen|diesem|jene|jener|jenes|solche|beide|letztere",
    "es": "este|esta|esto|estos|estas|ese|esa|eso|esos|esas|aquel|aquella|ambos|ambas|tal|tales",
    "fr": "ce|cet|cette|ces|cela|ceci|celui-ci|celle-ci|ceux-ci|celles-ci|tel|telle|tels|telles|c'est|c’est",
    "pt": "este|esta|isto|estes|estas|esse|essa|isso|esses|essas|aquele|aquela|ambos|ambas|tal|tais",
    "it": "questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|entrambi|entrambe|tale|tali",
    "nl": "dit|dat|deze|die|zulke|beide",
    "ar": "و?(?:هذا|هذه|هؤلاء|ذلك|تلك|أولئك)",
    "he": "זה|זו|זאת|אלה|אלו|שניהם|שתיהן",
}
CONNECTIVES = {
    "en": """however|but|and|or|so|yet|nor|also|besides|moreover|furthermore|meanwhile|nevertheless|nonetheless|instead|
        therefore|thus|hence|consequently|then|still|otherwise|likewise|similarly|indeed|in fact|in addition|additionally|
        as a result|for example|for instance|in contrast|by contrast|on the other hand|in turn|at the same time|even so|
        afterwards?|later|earlier|here|there|despite (?:this|that|these|those)|because of (?:this|that)|after (?:this|that)|
        since then|until then|at that (?:time|point)|remarkably|that said|of course|in other words|in response|in return|again|
        (?:under|for|in|by|on|(?:according )?to) the same(?! .*\bas\b)|in the meantime|by comparison|in doing so|
        in (?:this|that) case|in exchange for (?:this|that)|(?:second|third|fourth|finally|lastly|secondly|thirdly)(?=,)|
        under (?:it|them|this|that|these|those)|for (?:this|that|these|those)|from (?:this|that|there|here)|
        (?:in|without|with|unlike|like|among|between|beyond|behind|besides|before|to|on|at) (?:it|them|him|her)|in the other(?=,)|
        (?:(?:nearly|almost) )?(?:some|many|most|much|several|one|two|three|all|none|few|little|half|part) of
        (?:them|these|those|it|(?:this|that)(?= (?:is|was|has|had|will|would|can|could|shows|means)))""",
    "de": """aber|und|oder|doch|jedoch|denn|daher|deshalb|deswegen|dennoch|trotzdem|außerdem|zudem|ferner|danach|dann|
        dabei|damit|dazu|davon|darauf|daraufhin|dagegen|dort|hier|zuvor|später|inzwischen|unterdessen|allerdings|auch|
        zum beispiel|stattdessen|somit|also|folglich""",
    "es": """pero|y|o|sin embargo|además|también|por eso|por ello|por lo tanto|por tanto|entonces|luego|después|mientras
        tanto|asimismo|no obstante|en cambio|así|allí|aquí|por ejemplo|de hecho""",
    "fr": """mais|et|ou|or|donc|car|cependant|toutefois|pourtant|néanmoins|ainsi|aussi|alors|puis|ensuite|enfin|de plus|en
        outre|par ailleurs|par exemple|en revanche|en effet|pour autant|là|ici""",
    "pt": """mas|e|ou|porém|contudo|entretanto|no entanto|além disso|também|por isso|portanto|então|depois|assim|ali|aqui|
        por exemplo|de fato""",
    "it": """ma|e|o|però|tuttavia|inoltre|anche|quindi|perciò|pertanto|allora|poi|dopo|intanto|invece|così|là|qui|per
        esempio|infatti""",
    "nl": "maar|en|of|echter|toch|daarom|dus|bovendien|ook|daarna|dan|intussen|daar|hier|bijvoorbeeld",
    # The Arabic “و” (and) opens most sentences of news and says nothing.
    "ar": """و?لكن|غير أن|إلا أن|و?لذلك|كما|ثم|و?بعد ذلك|في غضون ذلك|(?:بال)?إضافة إلى ذلك|علاوة على ذلك|و?مع ذلك|في المقابل|
        أيضا|على سبيل المثال""",
    "he": """אבל|ו?אולם|אך|לכן|לפיכך|בנוסף|נוסף על כך|כמו כן|עם זאת|מנגד|לעומת זאת|בינתיים|אחר כך|לאחר מכן|גם|וגם|אלא|בשל כך|
        עקב כך|לדוגמה|למשל|שם|כאן""",
}
SAYS = "said|says|say|stated|states|added|adds|noted|notes|argued|argues|explained|explains|told|claimed|claims|wrote|writes"
NAMELESS = re.compile(
    rf"[,”\"’]\s*(?:(?:he|she|they)\s+(?:{SAYS})\b|(?:{SAYS})\s+(?:he|she|they)(?=\s*(?:[,.;:]|$)))|^(?:{SAYS})\b",
    re.IGNORECASE,
)
"""“More and more nations, he states, are stepping up”: nobody can tell who."""
SPEAKERS = frozenset(("he", "she", "they"))
SAID_FIRST = re.compile(rf"(?:{SAYS})\b", re.IGNORECASE)
WORD = re.compile(r"\w+")

PERSON = re.compile(
    r"\b(?!The\b|More\b|In\b|On\b|At\b|An\b)[A-ZÀ-Þ][a-zà-þ’'-]+(?:,? (?:who|whose)\b| [A-ZÀ-Þ][a-zà-þ])"
)
"""A name that goes on (“Ines Quaranta”) or is explained (“Pruett, who …”)."""

SPEAKS = re.compile(rf"\b(?:{SAYS}|who|whose)\b")
"""“Orvane Drilling qualifies, he says”: a name that does not speak is not he."""
DANGLING = ("it", "this", "that", "so", "them")
DANGLING_OBJECT = re.compile(
    r"\b(?:denied|denies|confirmed|rejected|disputed|did|said|condemned|welcomed|dismissed|repeated) (?:it|this|that|so|them)"
    r"[.”\"]*$",
    re.IGNORECASE,
)
"""“Gen. Quesada, who runs the camp, denied it.”"""

DEMONSTRATIVE_ANCHOR = re.compile(
    r"^(?:those|that|these|such)\s+(?:with|of|between|who|in|from|as|without|whose|\w+ed)\b", re.IGNORECASE
)
EXPLETIVE = re.compile(
    r"^(?:it(?:’|')?s?\s+(?:is|was|will be|has been|would be|took|takes|remains|seems|appears)?\s*(?:\w+ly\s+)?(?:not\s+)?"
    r"(?:clear|unclear|possible|impossible|likely|unlikely|known|unknown|the first|the second|the third|time|hard|easy|important|"
    r"necessary|estimated|expected|reported|believed)\b|there\s+(?:is|are|was|were|has|have|will|remain)\b)",
    re.IGNORECASE,
)
"""“It is unclear whether …”, “There were …”: a grammatical subject that stands for nothing before."""
PAIRED = re.compile(r"^(?:both\b.{1,80}\band\b|neither\b.{1,80}\bnor\b|either\b.{1,80}\bor\b)", re.IGNORECASE)
OPENING_ADVERB = re.compile(
    r"^(?:(?!Emily|Italy|July|Sicily|Kelly|Beverly|Billy|Sally|Molly|Reilly)[A-Z][a-z]+ly|Now|Today|Soon|Often|Sometimes),? "
    r"(?=(?:he|she|they)\b(?! \[))"
)
"""“Occasionally, he feeds the geese.”"""
QUOTE_GOES_ON = re.compile(rf"^[\"”] ?(?:\w+ ){{0,2}}(?:{SAYS}|continued|continues)\b")
"""‘" she added. "Ask again …’: the first mark closes what another sentence opened."""
CUT_OFF = frozenset("the a an of in on to and or for with by at from as while that which is was are were until".split())
"""“Bask keeps the chair until his term ends in”."""
HEBREW_ABBREVIATION = re.compile('(?<=[א-ת])"(?=[א-ת](?![א-ת]))')
"""צה"ל: a quotation mark before the last letter opens no quotation."""
RUN_IN = re.compile(
    r"^[A-Z][a-z]+\. (?=[A-Z])(?<!Mr\. )(?<!Ms\. )(?<!Dr\. )(?<!Mrs\. )(?<!Gen\. )(?<!Prof\. )(?<!Sen\. )(?<!St\. )"
)
"""“Water. The main is broken”: a heading in the line."""


def why_dependent(sentence: str, code: str = "en") -> str:
    """Return why a sentence cannot stand alone, in a word or two; an empty text when it can."""
    text = " ".join(sentence.replace("**", "").split())
    if code == "he":
        text = HEBREW_ABBREVIATION.sub("", text)
    opening = RUN_IN.sub("", text.lstrip("“‘\"'`«(—–- "))
    if _half_quoted(text):
        return "half a quotation"
    # Text without any capital is written, or was processed, so; there the first letter says nothing.
    if not opening or (opening[0].islower() and not text.islower()):
        return "begins inside a sentence"
    if code == "en" and _cut_off(text):
        return "cut off"
    if _begins(opening, CONNECTIVES, code) and not EXPLETIVE.match(opening):
        return "connective"
    if _begins(opening, DEMONSTRATIVES, code) and not DEMONSTRATIVE_ANCHOR.match(opening) and not PAIRED.match(opening):
        return "demonstrative"
    opening = OPENING_ADVERB.sub("", opening) if code == "en" else opening
    if _begins(opening, PRONOUNS, code) and not EXPLETIVE.match(opening) and not _quoted_whole(text):
        return "pronoun"
    return _why_unnamed(text) if code == "en" else ""


def _why_unnamed(text: str) -> str:
    words = frozenset(WORD.findall(text.lower()))
    if (not words.isdisjoint(SPEAKERS) or SAID_FIRST.match(text)) and _nameless(text):
        return "nameless attribution"
    if text.rstrip('.”"').endswith(DANGLING) and DANGLING_OBJECT.search(text):
        return "dangling object"
    return why_unresolved(text, words)


def _cut_off(text: str) -> bool:
    """Tell whether the text ends within a bracket or before a word that must follow."""
    return text.count("(") != text.count(")") or text.endswith(",") or text.rpartition(" ")[2] in CUT_OFF


def _nameless(text: str) -> bool:
    """“Pruett, who led the count, said he would not concede” names its speaker; “More nations, he states, …” does not."""
    match = NAMELESS.search(text)
    before = QUOTED.sub(" ", text[: match.start() + 1]) if match else ""
    return match is not None and not (PERSON.search(before) and SPEAKS.search(before))


def _half_quoted(text: str) -> bool:
    """Tell whether a quotation opens or closes in another sentence."""
    opening, closing = text.count("“"), text.count("”")
    if (
        opening != closing
        or text.count("«") != text.count("»")
        or (closing and text.index("”") < text.index("“"))
        or QUOTE_GOES_ON.match(text)
    ):
        return True
    return not opening and (text.count('"') % 2 == 1 or text.count("``") != text.count("''"))


def _quoted_whole(text: str) -> bool:
    """A quotation with its speaker may begin with “I” or “we”: the speaker is in the sentence."""
    quote = re.match(r"(?:[“\"][^”\"]+[”\"]|``.+?'')\s*(.*)$", text)
    return bool(quote and re.search(r"[A-ZÀ-Þ][\w’'-]+", quote[1]))


def _begins(text: str, openers: dict[str, str], code: str) -> bool:
    match = _compiled(openers.get(code, openers["en"])).match(text)
    # “IT firms”, “SO2”: an acronym is no pronoun; “I” is.
    return match is not None and (len(match.group()) == 1 or not match.group().isupper())


@cache
def _compiled(openers: str) -> re.Pattern[str]:
    joined = re.sub(r"\s*\n\s*", " ", openers).replace("| ", "|")
    return re.compile(rf"(?:{joined})(?![\w’'-])(?! \[)", re.IGNORECASE)
