"""Which language a text is in; its words, stems and stop list. A leaf: every stage may use it.

Detection asks the stop lists first and py3langid (langid.py's n-gram model, Lui & Baldwin 2012), restricted to the languages with a
stemmer, when they do not decide; stems
are Snowball's (Porter 2001) through PyStemmer. The stop lists are our own and short on purpose: the lists on PyPI delete
*state, home, million, system, case*, which carry the news.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache, partial

STEMMERS = {
    "en": "english", "de": "german", "es": "spanish", "fr": "french", "pt": "portuguese", "it": "italian",
    "nl": "dutch", "da": "danish", "sv": "swedish", "no": "norwegian", "fi": "finnish", "hu": "hungarian",
    "ro": "romanian", "ru": "russian", "tr": "turkish", "ar": "arabic",
}  # fmt: skip
NAMES = {
    "en": "English", "de": "German", "es": "Spanish", "fr": "French", "pt": "Portuguese", "it": "Italian",
    "nl": "Dutch", "da": "Danish", "sv": "Swedish", "no": "Norwegian", "fi": "Finnish", "hu": "Hungarian",
    "ro": "Romanian", "ru": "Russian", "tr": "Turkish", "zh": "Chinese", "ja": "Japanese", "th": "Thai",
    "ar": "Arabic", "he": "Hebrew", "fa": "Persian", "ur": "Urdu",
}  # fmt: skip
UNSTEMMED = ("fa", "he", "ur")
"""Supported with their words as they stand, less marks and, in Hebrew, prefixes: Snowball has no stemmer for Hebrew and
Urdu, and that of Persian is missing from the oldest PyStemmer that brief takes."""
SUPPORTED = (*STEMMERS, *UNSTEMMED)
"""Languages in which sentences and words can be found."""

STOP_WORDS = {
    "en": """a about above after again against all also although always am among an and any anybody anyone anything are
        around as at away back be became because become been before began behind being between both but by came can
        cannot come could did do does doing done down during each either else enough even ever every everyone everything
        few for from further get gets go goes going gone got had has have having he her here hers herself him himself his
        how however i if in indeed instead into is isn't it its itself just last later least less let like made make
        makes many may me might more most much must my myself near nearly neither never no nobody none nor not nothing
        now of off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps put
        quite rather really said same say saying says see seem seemed seems several shall she should since so some
        someone something soon still such take than that the their theirs them themselves then there therefore these
        they this those though through thus till to together too took toward towards two under until up upon us very via
        was way we well went were what whatever when where whether which while who whoever whole whom whose why will with
        within without would yet you your yours yourself don't didn't doesn't wasn't weren't hasn't haven't hadn't won't
        wouldn't can't couldn't shouldn't aren't it's he's she's that's there's they're we're you're i'm i've we've
        they've mr mrs ms dr""",
    "de": """aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits
        bin bis da dabei dadurch dafür damit dann daran darauf darüber das dass davon dazu dein dem den denen denn der
        deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er
        erst es etwa etwas euch für gegen gewesen hat hatte hatten haben hier hin hinter ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem keinen
        keiner können könnte konnte konnten man mehr mein mit muss müssen nach nicht nichts noch nun nur ob oder ohne sagte
        schon sehr sei sein seine seinem seinen seiner seines seit selbst sich sie sind so sollen sollte solche sondern
        soll sowie über um und uns unser unter viel viele vom von vor während war waren was weil weiter welche welcher
        wenn wer werden wie wieder will wir wird wo wurde wurden würde würden zu zum zur zwar zwischen""",
    "es": """a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aun aunque bajo bien cada casi como
        con contra cual cuales cualquier cuando cuanto de del desde después dijo donde dos durante e el él ella ellas ellos
        en entre era eran es esa esas ese eso esos esta está están estar estas este esto estos fue fueron ha había habían
        haber han hasta hay hoy la las le les lo los luego más me mi mientras mis mismo muy nada ni no nos nosotros nuestra
        nuestro o os otra otras otro otros para pero poco por porque pues que qué quien quienes se sea según ser si sí sido
        sin sobre solo son su sus también tan tanto te tiene tienen toda todas todo todos tras tu tus un una unas uno unos
        usted y ya yo""",
    "fr": """a afin ai ainsi alors après as au aucun aucune aujourd'hui aura aussi autre autres aux avait avant avec avoir
        ayant c'est car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment contre d dans de
        depuis des dès deux dit doit donc dont du elle elles en encore entre est et était étaient été être eu eux fait
        faire faut il ils j je l la là laquelle le lequel les lesquels leur leurs lors lorsque lui m ma mais me même mêmes
        mes moi moins mon n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus pour pourquoi
        près puis qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera ses si sien soit son sont sous
        sur t ta te tes ton toujours tous tout toute toutes très tu un une vers voici voilà vos votre vous y""",
    "pt": """a à ainda além algo alguém algum alguma algumas alguns ali antes ao aos apenas após aquela aquele aqueles
        aquilo as às assim até cada com como contra da das de dela dele deles depois desde dessa desse desta deste disse
        disso do dois dos durante e é ela elas ele eles em enquanto entre era eram essa essas esse esses esta está estão
        estar estas estava este estes eu foi foram há isso isto já lá lhe lhes mais mas me mesma mesmo meu minha muito na
        não nas nem nenhum no nos nós nossa nosso num numa o onde os ou outra outras outro outros para pela pelas pelo
        pelos por porque pouco quais qual quando quanto que quem são se segundo seja sem sempre ser será seu seus sob sobre
        sua suas só também tanto te tem têm tinha toda todas todo todos tu tudo um uma umas uns você vocês""",
    "it": """a ad adesso agli ai al alcuni alla alle allo altra altre altri altro anche ancora avere aveva c che chi ci
        cioè col come con contro cui d da dagli dai dal dalla dalle dallo degli dei del dell della delle dello dentro di
        dopo dove due e è ed era erano essere fa fino fra gli ha hanno ho i il in infatti invece io l la le lei li lo loro
        lui ma mai me meno mentre mi mia mio molto ne né negli nei nel nella nelle nello no noi non nostra nostro o ogni
        oggi ora per perché però più poco poi prima proprio qua quale quali quando quanto quella quelle quelli quello
        questa queste questi questo qui quindi se secondo sei sempre senza si sia solo sono sopra sotto stata stato su sua
        sue sugli sui sul sulla suo suoi tra tre tu tutta tutte tutti tutto un una uno verso voi""",
    "nl": """aan al alle alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een en er ge
        geen haar had hadden hebben heeft hem hen het hier hij hoe hun iets ik in is ja je kan kon kunnen maar me meer men
        met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit
        uw van veel voor want waren was wat we werd werden wezen wie wil worden wordt zal ze zei zelf zich zij zijn zo
        zonder zou""",
    "ar": """أن إن أنه أنها إنه إنها أنهم إلى الى على من في عن مع ما لا لم لن قد كان كانت كانوا يكون تكون هو هي هم هذا هذه ذلك تلك
        هناك هنا التي الذي الذين اللذين اللتين كل كما كذلك أيضا أي أو أم ثم حتى حين حيث عند عندما بعد قبل بين تحت فوق خلال منذ
        حول ضد دون بدون غير سوى إلا لكن ولكن بل إذا إذ لو لولا ليس ليست لدى لدي له لها لهم به بها بهم فيه فيها منه منها
        منهم عليه عليها عليهم إليه إليها عنه عنها معه معها نحو أكثر أقل بعض كلا كلها نفسه نفسها قال قالت يقول تقول أضاف أضافت
        وقال وقالت وأضاف وأضافت وكان وكانت وهو وهي وهم وأن وإن وأنه وأنها وفي ومن وعلى وإلى ولا ولم ولن وقد وما والتي والذي
        وهذا وهذه وذلك ومع وعن وبعد وقبل وبين وكما ليكون لأن لأنه لأنها بأن بأنه بأنها مما ممن فيما بينما كي لكي هل متى كيف""",
    "he": """של את על אל עם כי לא אם או גם רק כל כלל הוא היא הם הן אני אנחנו אתה אתם זה זו זאת אלה אלו שם כאן יש אין היה היתה
        הייתה היו יהיה תהיה יהיו להיות מה מי איך איפה מתי מדוע למה כמה לו לה להם להן לי לנו לך בו בה בהם בהן בי בנו ממנו
        ממנה מהם אותו אותה אותם אותן אותי אותנו עליו עליה עליהם אליו אליה אליהם שלו שלה שלהם שלהן שלי שלנו מן בין לפני אחרי
        לאחר תחת מעל ליד מול נגד בלי ללא כמו כדי עד מאז לפי אך אבל אולם אלא לכן כן כך כבר עוד יותר פחות מאוד אף אז אותו
        שהוא שהיא שהם שהן כאשר אשר בעוד אמר אמרה אמרו לדברי לדבריו לדבריה הזה הזאת האלה ההוא ההיא האם והוא והיא והם וכי ולא
        וגם ואת ועל ועם בכל לכל מכל שלא שיש שאין כאלה אחד אחת ביותר בלבד""",
    "fa": """و در به از که این آن را با است بود شد می برای تا بر یک هم نیز اما یا اگر هر همه خود ما من تو او شما آنها آنان ایشان
        وی چه چون چرا کجا کی هیچ پس پیش بین روی زیر درباره بدون مگر نه نمی باید شاید شده شدند بودند باشد باشند کرد کردند کرده
        کند کنند دارد دارند داشت داشتند گفت گفتند گفته هستند نیست بوده دیگر بسیار بیش کمتر چند چنین همین همان هنوز سپس""",
    "ur": """اور کے کی کا کو میں سے نے پر ہے ہیں تھا تھی تھے ہو ہوا ہوئی ہوئے یہ وہ اس ان کہ جو جس جن بھی ہی تو تک لیے لئے ساتھ بعد
        پہلے اپنے اپنی اپنا کر کیا کہا کرنے رہا رہی رہے گیا گئی گئے جا دیا دی دیے لیکن مگر یا اگر نہیں نہ ایک کچھ کوئی سب ہر
        ہم تم آپ میں انہوں انھوں اسے انہیں جب تب کب کیوں کیسے کہاں یہاں وہاں پھر طرح والے والی والا ہونے گا گے اب بہت""",
}  # fmt: skip

MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u200c"
"""Vowel signs of Hebrew and Arabic, and the joint inside a Persian word: parts of a word, though no letters."""
WORD = re.compile(
    r"(?=[^\W_])(?:(?:[^\W\d_]\.){2,}|\d+(?:[.,٫٬]\d+)*|[^\W_]+"
    rf"(?:(?:['’׳{MARKS}]|(?<=[א-ת])[\"״](?=[א-ת](?![א-ת])))[^\W_]*(?<!['’]))*)"
)
"""Acronyms with full stops, numbers with separators, words with inner apostrophes (in Hebrew a quotation mark before the
last letter: צה"ל); a hyphen parts two words. Looking at the first character alone before the three kinds are tried saves
a quarter of the time."""
SILENT = re.compile(rf"[ـ{MARKS}]+")
"""What two spellings of one word may differ in: vowel signs, and the stroke that stretches an Arabic word."""

RTL_LANGUAGES = frozenset("ar arc ckb dv fa he iw ji ks nqo pnb prs ps sd syr ug ur yi".split())
"""Languages written right to left unless a tag names another script (CLDR, characterOrder)."""
RTL_SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())
RTL_LETTERS = re.compile(
    "[\u05d0-\u05ff\u0620-\u064a\u066e-\u06d3\u06fa-\u08c7\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)

UNSPACED = {
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "th": re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"),
}
"""Scripts that put no space between words: ranking needs words, so these are reported, not guessed at."""
UNSPACED_SHARE = 0.2  # a Chinese name in an English article is far below, Chinese text far above
ENOUGH_WORDS = 30
STOP_SHARE = 0.3  # of the words are stop words: .35 to .5 in running text of each of the seven languages
STOP_LEAD = 1.5  # times the next language's share; Spanish and Portuguese, the closest pair, are at 1.7
EXCERPT = 3000  # characters: py3langid is at .998 from six words on; more only costs time


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, "" when it holds no letters."""
    excerpt = text[:EXCERPT]
    if not any(map(str.isalpha, excerpt)):
        return ""
    return _unspaced(excerpt) or _by_stop_words(excerpt) or str(_identifier().classify(excerpt)[0])


def _unspaced(text: str) -> str:
    """Return the language of a text of which enough is in a script without spaces, "" for any other."""
    counts = {code: len(script.findall(text)) for code, script in UNSPACED.items()}
    letters = sum(map(str.isalpha, text)) if any(counts.values()) else 0
    if sum(counts.values()) <= UNSPACED_SHARE * letters:
        return ""
    # Japanese is written with Chinese characters too; only the kana tell.
    return "ja" if counts["ja"] > 0.1 * letters else max(counts, key=lambda code: counts[code])


def _by_stop_words(text: str) -> str:
    """Return the language whose stop words clearly lead, "" when none does: the model takes .25 s to unpack."""
    found = words(text)
    if len(found) < ENOUGH_WORDS:
        return ""
    stops = dict.fromkeys(STOP_WORDS, 0)
    for word, count in Counter(map(fold, found)).items():
        for code in _stopped_in().get(word, ()):
            stops[code] += count
    (second, _), (first, code) = sorted((stop / len(found), code) for code, stop in stops.items())[-2:]
    return code if first >= STOP_SHARE and first >= STOP_LEAD * second else ""


@cache
def _stopped_in() -> dict[str, list[str]]:
    """Return the languages of which each word is a stop word."""
    codes: dict[str, list[str]] = {}
    for code in STOP_WORDS:
        for word in stop_words(code):
            codes.setdefault(word, []).append(code)
    return codes


def is_supported(code: str) -> bool:
    """Tell whether sentences and words of this language can be found."""
    return code in SUPPORTED


def direction(language: str) -> str:
    """Return how a language is written, for HTML's `dir`: "rtl" (right to left) or "ltr".

    Takes an ISO 639-1 code or a BCP 47 tag (`ar`, `fa-IR`, `az-Arab`); a script in the tag decides before the language.
    """
    primary, *subtags = language.lower().replace("_", "-").split("-")
    script = next((tag for tag in subtags if len(tag) == 4 and tag.isalpha()), "")
    right_to_left = script in RTL_SCRIPTS if script else primary in RTL_LANGUAGES
    return "rtl" if right_to_left else "ltr"


def direction_of(text: str) -> str:
    """Return how a text is written by most of its letters: "rtl" or "ltr"; nothing when it has none.

    Its first letter, which HTML's `dir="auto"` looks at, misleads: an Arabic sentence may begin with “UNICEF”.
    """
    if not RTL_LETTERS.search(text):  # nearly always: no need to count
        return "ltr" if any(map(str.isalpha, text)) else ""
    right_to_left = len(RTL_LETTERS.findall(text))
    others = sum(map(str.isalpha, text)) - right_to_left
    return "rtl" if right_to_left > others else "ltr"


def name(code: str) -> str:
    """Return the English name of a language, or its code."""
    return NAMES.get(code, code)


def words(text: str) -> list[str]:
    """Return the words and numbers of a text as they stand there."""
    return WORD.findall(text)


ONE_LETTER = str.maketrans({"ي": "ی", "ك": "ک", "״": '"', "׳": "'"})
"""Letters typed in two ways: Persian and Urdu texts have the Arabic yeh and kaf too."""
HEBREW_PREFIX = re.compile("^(?:[ושכבלמה](?=[א-ת]{3}))+")
"""And, that, as, in, to, from, the: written together with the word. Taken off until three letters are left, so that the
word with and without them is one; some other words become one with it, too."""
ELIDING = ("fr", "it")
LONGEST_ELISION = 6  # letters: “lorsqu’”; “aujourd’hui” is one word


@lru_cache(maxsize=1 << 17)
def fold(word: str, code: str = "") -> str:
    """Return a word in lower case, without possessive and elided article: `Bukele’s` → `bukele`, `l’asile` → `asile`."""
    folded = word.lower().replace("’", "'")
    if code in ELIDING and "'" in folded:
        head, _, tail = folded.partition("'")
        folded = tail if tail and len(head) <= LONGEST_ELISION else folded
    if code in RTL_LANGUAGES:
        plain = SILENT.sub("", folded) or folded
        # “And the”: the stemmer takes off the article alone.
        return plain.translate(ONE_LETTER) if code != "ar" else plain[1:] if plain.startswith("وال") else plain
    if folded.endswith("'s") and len(folded) > 3:
        return folded[:-2]
    return folded.rstrip(".'") if "." in folded else folded.rstrip("'")


@cache
def stop_words(code: str) -> frozenset[str]:
    """Return the folded stop words of a language; none for a language without a list."""
    return frozenset(STOP_WORDS.get(code, "").split())


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """Return the cached function from folded word to stem; the identity for a language without stemmer."""
    if code == "he":
        return cache(partial(HEBREW_PREFIX.sub, ""))
    if code not in STEMMERS:
        return str
    from Stemmer import Stemmer  # compiled; only runs that stem pay for it

    snowball = Stemmer(STEMMERS[code], 0)
    return cache(snowball.stemWord)


def stems(text: str, code: str) -> list[str]:
    """Return the stems of all words of a text, stop words included; acronyms and numbers stay whole."""
    stem = stemmer(code)
    return [stem(word) if word.isalpha() else word for word in (fold(word, code) for word in words(text))]


@cache
def _identifier():  # type: ignore[no-untyped-def]  # py3langid ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 80 ms, needed only when no language is given

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)
    identifier.set_languages(sorted(SUPPORTED))
    return identifier
