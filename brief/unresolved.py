"""Does a sentence point at what only another sentence says? English. A leaf.

The rules were made on one half of tests/cases/standalone_labels.tsv; docs/quality.md has what each finds and how often
it is right. What stands between quotation marks is left alone: a speaker may say “we” and “that day”.
"""

from __future__ import annotations

import re
from collections.abc import Callable

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|``.*?''")
NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
UNIT = "minutes?|hours?|days?|weeks?|months?|years?"
SPAN = "day|evening|night|morning|afternoon|week|weekend|month|year|summer|winter|time|moment"
SAYS = "said|says|say|added|adds|noted|notes|warned|warns|explained|explains|claimed|claims|points? out"
DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:19|20)\d\d)\b"
)
NO_NAME = re.compile(
    rf"\b(?=[A-Zy12])(?:{DATE.pattern}|\b(?:The|An?|In|On|At|Of|By|For|From|To|With|Without|After|Before|When|While|If|As|Since|But|And|Or|So|"
    r"Until|Under|Over|Between|Among|During|Because|Although|Though|Despite|Some|Most|Many|No|Not|One|Two|Three|Four|Five|Six|"
    r"Seven|Eight|Nine|Ten|Eleven|Twelve|All|Both|Each|Every|Members|That|This|There|It|What|Who|Whoever|How|Why|Where|Nobody|Only|More|Less|Once|Now|Today)\b"
    r"|\b(?!Emily|Italy|July|Sicily|Kelly|Beverly|Billy|Sally|Molly|Reilly)[A-Z][a-z]+ly,?(?= (?:he|she|it|they|his|her|their|the)\b))"
)
NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*\w")
ROLE = (
    r"(?:man|woman|boy|girl|child|baby|mother|father|sister|brother|wife|husband|son|daughter|widow|parent|friend|neighbou?r|"
    r"colleague|person|citizen|judge|president|clerk|chief|head|captain|coach|champion|nurse|pilot|priest|student|pupil|patient|"
    r"resident|applicant|assistant|agent|witness|victim|suspect|defendant|refugee|migrant|employee|engineer|volunteer|lawyer|"
    r"minister|teacher|driver|farmer|leader|officer|owner|player|manager|director|doctor|mayor|senator|governor|professor|solicitor|"
    r"inspector|prosecutor|investigator|reporter|worker|rider|buyer|seller|employer|soldier|commander|founder|rescuer|voter|king|"
    r"queen|prince|princess|ambassador|candidate|counsel|coroner|official|team-mate|executive|secretary|"
    r"[a-z]+ist|[a-z]+ian|[a-z]+woman|[a-z]+man|[a-z]+person)"
)
"""A person by what he or she is."""
SOMEBODY = re.compile(
    rf"\b(?:an?|the|one|his|her|their|every|each|any|no|[a-z]+) (?:[a-z’'-]+ )?{ROLE}\b"
    r"|\b(?:whoever|someone|somebody|anyone|anybody|everyone|everybody|nobody)\b",
    re.IGNORECASE,
)
"""Somebody a later “she” may mean."""
BODY = re.compile(
    r"\b(?:company|firm|ministry|court|agency|authority|council|union|office|board|group|party|government|police|report|"
    r"study|paper|commission|committee|bank(?! loan)|journal|federation|foundation|association|operator|club|team|"
    r"body|department|defence|prosecution)\b"
)
"""A body a later “it said” may mean."""
GENDERED = re.compile(r"\b(?:h(?:e|im|is|ers?)|she)\b(?! \[)")
PLURAL = re.compile(r"\b(?:they|their|them|theirs)\b(?! \[)")
SEVERAL = re.compile(
    r"\b(?!(?:this|is|was|has|as|its|his|hers|does|says|us|plus|across|always|perhaps|less|unless|towards)\b)[A-Za-z’'-]+s\b(?<!ss)"
    r"|\b(?:and|people|men|women|children|police|family|couple|team|government|group|crowd|public|staff|party|company|firm|majority|"
    r"who|nobody|every\w*|any\w*|some\w*|each|no|those|many|most|few|all|whoever|person|voter|\w+men|\w+ese|British|Irish|French|"
    r"Dutch|Swiss|Spanish)\b",
    re.IGNORECASE,
)
"""What “they” may mean."""
NEITHER = re.compile(r"\b(?:neither|both) (?:he|she|they) (?:nor|and)\b")
PLACED = re.compile(
    r"^(?:In|At|On|From|By|During|Since|Last|Earlier|For|Despite|Without|Until|Through) [^,’'“”]{2,60}, (?:he|she|they)\b(?! \[)"
    rf"|^(?:In|At|On|By|Since|During|For) (?:(?:\d+|between|first|times|night|{DATE.pattern}) ){{1,3}}(?:he|she|they)\b(?! \[)"
    r"|^(?:An?|The|Born) [^“”]{3,90}, (?:he|she) (?!\[)(?!(?:said|says|added|told)\b)"
)
"""“A leader of the party, she planned to run.” “In Brussels, he met the envoy”: a place or a day is nobody."""
TURNED_ROUND = re.compile(
    r"^(?:As|When|While|Asked|After|Before|In|Although|Though|If|Until|Since|Because|With|Despite|By|For|To|Like|\w+ing|\w+ed)\b"
)
"""“Asked whether he knew, the mayor said …”: the name follows."""
BODY_SAID = re.compile(rf",\s+it\s+(?:{SAYS})\b|\b(?:said|says)\s+it\b(?=[.,;])")
POSSESSED = re.compile(
    rf"(?:^|,)\s*(?:said|says) (?:his|her|its|their) \w+|,\s+(?:its|their|his|her) \w+ (?:{SAYS}|shows?|finds?|found)\b"
)
OPENING_WORD = re.compile(r"^\s*[A-Z][a-z]+ (?=[a-z])(?!\w+ed )")
"""“Drinking water was safe”: the first capital says nothing."""
FIRST_PERSON = re.compile(r"^(?!According to\b).*?(?:\b(?:we|our|ours|my)\b(?! time\b)|\bLet us\b|\b[Tt]ell us\b)")
TO_YOU = re.compile(r"^You (?:\w+ed|went|were|had|saw|did|got|came|took|knew|made|have|gave|left|bought|paid)\b")
"""“You went to bed with a governor”: a column talks to its own readers."""
LATER = re.compile(
    rf"\b(?:an?|one|a few|several|{NUMBER}) (?:{UNIT}) (?:later|afterwards)\b|^(?:An?|One|Two|Three|Some) (?:{UNIT}) (?:earlier|before),"
    rf"|^(?:For|In|Over|During) the (?:next|following) (?!.*\b(?:will|would|is|are|to)\b)"
    rf"|\b(?:that|the (?:next|following)) (?:{SPAN})\b(?! (?:that|of|in|when|she|he|they|the)\b)"
    r"|\b(?:by|until) then\b|\b(?:ever )?since\.$"
)
TELLS_WHEN = ("later", "afterwards", "earlier", "before", "next", "following", "that", "then", "since")
SEQUENCE = re.compile(r"\b(?:and|but|then|when|after|before|until|from|once)\b")
SOME_OF = re.compile(
    rf"f the (?<=\b[Oo]f the ){NUMBER}(?:(?=\s*(?:[,.;:](?!\d)|$|(?:were|are|was|had|have|has|is|belong|did|do|will|would|said|came|went)\b))"
    r"| (?!who\b)\w+(?: \w+)?,)"
)
SOME_ONES = re.compile(
    rf"\bthe {NUMBER} (?:\w+ )?ones\b|^All but {NUMBER} (?:had|have|were|are|did)\b"
    r"|^The (?:youngest|oldest|eldest|second|third|fourth|fifth|sixth|other|rest|latter|former),? (?:was|is|were|are|[A-Z])"
    rf"|(?<![,;] )(?<!and )(?<!which )\b\d[\d,]* of (?:them|these|those)\b(?! who)"
)
"""“Eleven of the 41.”"""
POINTING = re.compile(
    r"\b(?:of|to|from|in|by|with|at|for|all|on|under|about|into|against) (?:those|these) "
    r"(?!(?:who|with|of|in|on|from|at|whose|that|which|without|for|under|\w+ed|\w+ing|days|like|not|most|two|three)\b)(\w+)"
    r"|\b(?:to|from|by|with|into|belongs? to|because of|instead of|about|for) that "
    r"(?!of\b|which\b|end\b|effect\b|extent\b)(\w+)(?=[,.;]| but\b| and\b)"
)
OF_BOTH = re.compile(r"\b(?:of|for|to|by|with|from|in) both(?=[.,;]| (?:\w+ed|rose|fell|were|are|have|had|will)\b)")
"""“Shares of both surged.”"""
SEASON = r"year|week|weekend|month|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|decade|century"
THIS = re.compile(
    rf"\b(?:this (?!\w+s\b)|these |those )(?!(?:(?:\w+ )?(?:{SEASON})|time|point|way|days?|kind|sort|type|matter|long|newspaper|"
    r"country|nation|world|who|whose|that|which|with|without|of|in|on|from|at|for|under|like|not|most|and|or|two|three|is|was|"
    r"are|were|has|have|had|will|would|can|may|\w+ed|\w+ing)\b)([a-z]{4,})"
)
"""“During this session”, when no session stands before."""
MENTIONED = (
    r"remarks?|comments?|claims?|allegations?|accusations?|statements?|notes?|letters?|messages?|e-mails?|incidents?|episodes?|"
    r"proposals?|suggestions?|bids?|gestures?|comparisons?|requests?|replies|reply|answers?"
)
MENTIONED_SUBJECT = re.compile(
    rf"^The (?:{MENTIONED})(?=,? (?!of\b|on\b|by\b|from\b|that\b|to\b|which\b|about\b|against\b|between\b|in\b|at\b|for\b|"
    r"[A-Z]|published\b|signed\b|seen\b|sent\b|made\b|dated\b|written\b))"
)
MENTIONING = "rejected|rejects|denied|denies|dismissed|confirmed|made|repeated|called|disputed|lets|accepted"
MENTIONED_OBJECT = re.compile(
    rf"\b(?:{MENTIONING}) the "
    rf"(?:{MENTIONED}|date)\b(?=[.,;]| (?:pass|false|absurd|true)\b)"
)
UNNAMED = re.compile(
    r"^The (?:[a-z]+ )?(?:minister|mayor|president|governor|senator|chairman|chairwoman|spokesman|spokeswoman|head|director|chief|"
    r"prosecutor|lawyer|officer|expert) (?!of\b|for\b|in\b|at\b|who\b|from\b|[A-Z])[a-z]"
    r"|^The \d+-year-old (?:[a-z-]+ )*(?!in\b)(?:\w+ed|said|says|is|was|has|had|will|told|won|lost|who)\b"
    r"|^The \d+-year-old [^,.]* said\b"
)
"""“The minister named a smaller sum”: which, and of what?"""
ORDINAL = re.compile(
    r"\bthe (?:first|second|third|last|latter|former) (?:point|question|reason|condition|example|argument)\b(?! (?:of|that|for|is)\b)"
)
HERE = re.compile(r"here(?<!\where)(?<!-here)(?![\w’'])(?! and there\b)")
"""“Dame Helen Crewe spoke here on Sunday”: the place stood above the article."""
THERE = re.compile(r"there(?<=\bthere)(?<!\bfrom there)(?=[.,;]| (?:from|until|for|by|since|as)\b)")
AFTERWARDS = re.compile(
    rf"\b(?:said|told|announced|added|reported)(?: \w+)? later\b(?! (?:this|in|on|than|that (?:{SPAN}))\b)"
    r"|\blater (?:said|told|added|announced|denied|confirmed|admitted)\b|\b(?:has|have) since\b|\bsince (?:has|have)\b"
)
"""“Bask told reporters later that …”: later than what?"""
ALSO_NOT = (" either.", ", too.")
"""“There was none in 1938 either.”"""
SUCH = re.compile(
    r"\b(?:to|of|for|in|by|from|with|any|no) such (?!as\b)(?!.*\b(?:that|as)\b)|\bsuch an? (?!.{0,60}\b(?:as|that)\b)"
)
"""“The council never agreed to such a lease.”"""
NOBODY = re.compile(
    rf"^(?:All|None|Both|Neither)(?: {NUMBER})? (?:has|have|had|was|were|is|are)\b"
    r"|^(?:Nobody|No one|No [a-z]+) (?:was|were|is|has been|had been) (?:hurt|harmed|injured|killed|present|there|involved|arrested|charged)\b"
)
"""“None has been repaid”, “No nurses were present”: of whom, where?"""
BY_THEN = re.compile(
    r"^[A-Z][a-z]+(?: [a-z-]+){1,3} had (?:\w+ed|been|come|gone|left|begun|become|taken|made|met|lost|won|found)\b"
)
CLAUSE = re.compile(
    r"\b(?:said|says|when|after|before|until|by|since|that|because|was|were|is|are|would|told|if|who|whose|which|while)\b"
)
"""“Eleven thousand ballots had appeared out of nowhere”: by when? Another clause, a date or a name would tell."""
ELLIPSIS = re.compile(
    r"^[^,.;:]{2,40} (?:has|have|had|did|does|do|will|would|can|could)(?: not|n[’']t)?(?:, (?:and|but|because)\b|[.;])"
)
"""“The harbour has, and it costs nothing”: has what?"""
LISTED = re.compile(r"^\d{4}(?:[-–]\d\d+)?: [A-Z]|^[^.:;“”]{3,60}: [€$£]?\d[\d,.]* [a-z ]{2,30}\.$")
"""“Caravan, shared with five others: 310 a month.”"""
SAME = re.compile(r"\b(?:for|in|with|by|under|to|of) the same (?!time\b|way\b|breath\b|direction\b)\w+(?=[,;]|\.$)")
"""“The swimming club has moved its training for the same reason.”"""
TURN = re.compile(r", (?:however|therefore|instead|in turn|for example|for instance|in contrast|by contrast),")
"""“The ministry, however, disagreed”: with what stood before."""
TAKES_IT = re.compile(
    r"\b(?:would|will|could|must|not|to) (?:respect|accept|oppose|obey|back|fight|appeal) (?:it|them)\.$"
)


def why_unresolved(text: str, words: frozenset[str]) -> str:
    """Return what is missing, in a word or two; an empty text when nothing is. `words` are those of the text, folded."""
    if _only_quoted(text):
        return "quotation without speaker"
    plain = QUOTED.sub(" ", text)
    for reason, needed, missing in CHECKS:
        if not (needed and needed.isdisjoint(words)) and missing(plain):
            return reason
    return ""


def _only_quoted(text: str) -> bool:
    """A whole quotation, and nobody who says it."""
    return bool(QUOTED.match(text)) and not re.search(r"\w", QUOTED.sub(" ", text))


def _pronoun(text: str) -> bool:
    """“The well behind her house”: nobody stands before “her”, nor several before “they”."""
    they, match, neither = PLURAL.search(text), GENDERED.search(text), NEITHER.search(text)
    if not (they or match):
        return False
    if PLACED.match(text) or (neither and not _names(text[: neither.start()])):
        return True
    if they and not SEVERAL.search(text[: they.start()]) and not _follows(text, they.start()):
        return True
    if match is None or _names(text[: match.start()]) or SOMEBODY.search(text[: match.start()]):
        return False
    return not (TURNED_ROUND.match(text) and _names(text[match.end() :]))


def _follows(text: str, start: int) -> bool:
    """“With their numbers reduced, the strikers …”: who is meant comes after; not in “After an impasse, they agreed”."""
    return TURNED_ROUND.match(text) is not None and not text[:start].rstrip().endswith(",")


def _attribution(text: str) -> bool:
    """“…, it said”, “said its chairman”: nothing that could speak stands before."""
    match = BODY_SAID.search(text) or POSSESSED.search(text)
    before = text[: match.start()] if match else ""
    return match is not None and not _names(OPENING_WORD.sub("", before)) and not BODY.search(before)


def _afterwards(text: str) -> bool:
    """“Bask said later”: nothing before it tells when."""
    match = AFTERWARDS.search(text)
    before = text[: match.start()] if match else ""
    return match is not None and not SEQUENCE.search(before) and not DATE.search(before)


def _later(text: str) -> bool:
    """“An hour later”, “that day”: counted from nothing in the sentence."""
    match = LATER.search(text) if any(map(text.__contains__, TELLS_WHEN)) else None
    before = text[: match.start()] if match else ""
    told = match is not None and match.group().endswith(("later", "afterwards")) and SEQUENCE.search(before)
    return match is not None and not told and not DATE.search(before)


def _pointing(text: str) -> bool:
    """“Of those ballots”, when no ballots stand before."""
    match = POINTING.search(text)
    noun = (match[1] or match[2]).lower() if match else ""
    return match is not None and noun[:4] not in text[: match.start()].lower()


def _this(text: str) -> bool:
    match = THIS.search(text)
    return match is not None and match[1][:4] not in text[: match.start()].lower()


def _there(text: str) -> bool:
    """“Lessons will move there”: the place stands in no word before."""
    match = THERE.search(text)
    return match is not None and not _names(OPENING_WORD.sub("", text[: match.start()]))


def _without_context(text: str) -> bool:
    """What the sentence adds to, contrasts with or counts from stands in another."""
    if text.endswith(ALSO_NOT) or any(pattern.search(text) for pattern in (NOBODY, ELLIPSIS, LISTED)):
        return True
    turn = TURN.search(text)
    if turn and not re.search("[.;:]", text[: turn.start()]):
        return True
    plain = BY_THEN.search(text) and not CLAUSE.search(text)
    return bool(plain) and not DATE.search(text) and not _names(OPENING_WORD.sub("", text))


def _names(text: str) -> bool:
    """Tell whether a name stands in it."""
    return NAME.search(NO_NAME.sub(" ", text)) is not None


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))


NONE = _words("")
ORDINALS = "first second third fourth fifth sixth last latter former"
OF_SEVERAL = "ones but youngest oldest eldest other rest them these those"
SINCE_WHEN = f"then since next following {SPAN} {UNIT.replace('?', '')} {UNIT.replace('s?', '')}"
CHECKS: tuple[tuple[str, frozenset[str], Callable[[str], object]], ...] = (
    ("first person", _words("we our ours my us"), FIRST_PERSON.search),
    ("second person", _words("you"), TO_YOU.match),
    ("pronoun inside", _words("he she him her his hers they their them theirs"), _pronoun),
    ("nameless attribution", _words("it its his her their"), _attribution),
    ("relative time", _words("later since"), _afterwards),
    ("relative time", _words(SINCE_WHEN), _later),
    ("place", _words("here"), HERE.search),
    ("place", _words("there"), _there),
    ("demonstrative inside", _words("this these those"), _this),
    ("demonstrative inside", _words("both"), OF_BOTH.search),
    ("demonstrative inside", _words("that these those"), _pointing),
    ("number of what", _words("of"), SOME_OF.search),
    ("number of what", _words(f"{ORDINALS} {OF_SEVERAL}"), SOME_ONES.search),
    ("unresolved definite", _words("the"), lambda text: MENTIONED_SUBJECT.match(text) or UNNAMED.match(text)),
    ("unresolved definite", _words(MENTIONING), MENTIONED_OBJECT.search),
    ("unresolved definite", _words(ORDINALS), ORDINAL.search),
    ("lost context", _words("such"), SUCH.search),
    ("lost context", _words("same"), SAME.search),
    ("lost context", NONE, _without_context),
    ("dangling object", _words("it them"), lambda text: TAKES_IT.search(text) and not SEQUENCE.search(text)),
)
"""A reason, words of which one must stand in the text (if any are named), and the rule. To look up words takes a tenth of
the time of a pattern, and most sentences have none of them."""
