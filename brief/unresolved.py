"""Does a sentence point at what only another sentence says? English. A leaf.

The rules were made on one half of tests/cases/standalone_labels.tsv; docs/quality.md has what each finds and how often
it is right. What stands between quotation marks is left alone: a speaker may say “we” and “that day”.
"""

from __future__ import annotations

import re

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
UNIT = "minutes?|hours?|days?|weeks?|months?|years?"
SPAN = "day|evening|night|morning|afternoon|week|weekend|month|year|summer|winter|time|moment"
SAYS = "said|says|say|added|adds|noted|notes|warned|warns|explained|explains|claimed|claims|points? out"
DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:19|20)\d\d)\b"
)
NO_NAME = re.compile(
    rf"(?:{DATE.pattern}|\b(?:The|An?|In|On|At|Of|By|For|From|To|With|Without|After|Before|When|While|If|As|Since|But|And|Or|So|"
    r"Until|Under|Over|Between|Among|During|Because|Although|Though|Despite|Some|Most|Many|No|Not|One|Two|Three|Four|Five|Six|"
    r"Seven|Eight|Nine|Ten|All|Both|Each|Every|Members|That|This|There|It|What|Who|Whoever|How|Why|Where|Nobody|Only|More|Less)\b)"
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
GENDERED = re.compile(r"\b(?:he|she|him|her|his|hers)\b(?! \[)")
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
LATER = re.compile(
    rf"\b(?:an?|one|a few|several|{NUMBER}) (?:{UNIT}) (?:later|afterwards)\b"
    rf"|\b(?:that|the (?:next|following)) (?:{SPAN})\b(?! (?:that|of|in|when|she|he|they|the)\b)"
    r"|\b(?:by|until) then\b|\b(?:ever )?since\.$"
)
SEQUENCE = re.compile(r"\b(?:and|but|then|when|after|before|until|from|once)\b")
SOME_OF = re.compile(
    rf"\b[Oo]f the {NUMBER}(?=\s*(?:[,.;:](?!\d)|$|(?:were|are|was|had|have|has|is|belong|did|do|will|would|said|came|went)\b))"
    rf"|\bthe {NUMBER} (?:\w+ )?ones\b|\b[Oo]f the {NUMBER} (?!who\b)\w+(?: \w+)?,"
    rf"|^All but {NUMBER} (?:had|have|were|are|did)\b"
    r"|^The (?:youngest|oldest|eldest|second|third|fourth|fifth|sixth|other|rest|latter|former),? (?:was|is|were|are|[A-Z])"
    rf"|(?<![,;] )(?<!and )(?<!which )\b\d[\d,]* of (?:them|these|those)\b(?! who)"
)
POINTING = re.compile(
    r"\b(?:of|to|from|in|by|with|at|for|all|on|under|about|into|against) (?:those|these) "
    r"(?!(?:who|with|of|in|on|from|at|whose|that|which|without|for|under|\w+ed|\w+ing|days|like|not|most|two|three)\b)(\w+)"
    r"|\b(?:to|from|by|with|into|belongs? to) that (?!of\b|which\b|end\b|effect\b|extent\b)(\w+)(?=[,.;]| but\b| and\b)"
)
MENTIONED = (
    r"remarks?|comments?|claims?|allegations?|accusations?|statements?|notes?|letters?|messages?|e-mails?|incidents?|episodes?|"
    r"proposals?|suggestions?|bids?|gestures?|comparisons?|requests?|replies|reply|answers?"
)
MENTIONED_SUBJECT = re.compile(
    rf"^The (?:{MENTIONED})(?=,? (?!of\b|on\b|by\b|from\b|that\b|to\b|which\b|about\b|against\b|between\b|in\b|at\b|for\b|"
    r"[A-Z]|published\b|signed\b|seen\b|sent\b|made\b|dated\b|written\b))"
)
MENTIONED_OBJECT = re.compile(
    rf"\b(?:rejected|rejects|denied|denies|dismissed|confirmed|made|repeated|called|disputed|lets|accepted) the "
    rf"(?:{MENTIONED}|date)\b(?=[.,;]| (?:pass|false|absurd|true)\b)"
)
UNNAMED = re.compile(
    r"^The (?:[a-z]+ )?(?:minister|mayor|president|governor|senator|chairman|chairwoman|spokesman|spokeswoman|head|director|chief|"
    r"prosecutor|lawyer|officer|expert) (?!of\b|for\b|in\b|at\b|who\b|from\b|[A-Z])[a-z]"
)
"""“The minister named a smaller sum”: which, and of what?"""
ORDINAL = re.compile(
    r"\bthe (?:first|second|third|last|latter|former) (?:point|question|reason|condition|example|argument)\b(?! (?:of|that|for|is)\b)"
)
TAKES_IT = re.compile(
    r"\b(?:would|will|could|must|not|to) (?:respect|accept|oppose|obey|back|fight|appeal) (?:it|them)\.$"
)


def why_unresolved(text: str) -> str:
    """Return what is missing, in a word or two; an empty text when nothing is."""
    if _only_quoted(text):
        return "quotation without speaker"
    plain = QUOTED.sub(" ", text)
    for reason, missing in CHECKS:
        if missing(plain):
            return reason
    return ""


def _only_quoted(text: str) -> bool:
    """A whole quotation, and nobody who says it."""
    return bool(QUOTED.match(text)) and not re.search(r"\w", QUOTED.sub(" ", text))


def _pronoun(text: str) -> bool:
    """“The well behind her house”: nobody stands before “her”."""
    match = GENDERED.search(text)
    if match is None or _names(text[: match.start()]) or SOMEBODY.search(text[: match.start()]):
        return False
    return not (TURNED_ROUND.match(text) and _names(text[match.end() :]))


def _attribution(text: str) -> bool:
    """“…, it said”, “said its chairman”: nothing that could speak stands before."""
    match = BODY_SAID.search(text) or POSSESSED.search(text)
    before = text[: match.start()] if match else ""
    return match is not None and not _names(OPENING_WORD.sub("", before)) and not BODY.search(before)


def _time(text: str) -> bool:
    """“An hour later”, “that day”: counted from nothing in the sentence."""
    match = LATER.search(text)
    before = text[: match.start()] if match else ""
    told = match is not None and match.group().endswith(("later", "afterwards")) and SEQUENCE.search(before)
    return match is not None and not told and not DATE.search(before)


def _pointing(text: str) -> bool:
    """“Of those ballots”, when no ballots stand before."""
    match = POINTING.search(text)
    noun = (match[1] or match[2]).lower() if match else ""
    return match is not None and noun[:4] not in text[: match.start()].lower()


def _mentioned(text: str) -> bool:
    return bool(
        MENTIONED_SUBJECT.search(text) or MENTIONED_OBJECT.search(text) or UNNAMED.search(text) or ORDINAL.search(text)
    )


def _names(text: str) -> bool:
    """Tell whether a name stands in it."""
    return NAME.search(NO_NAME.sub(" ", text)) is not None


CHECKS = (
    ("first person", lambda text: FIRST_PERSON.search(text) is not None),
    ("pronoun inside", _pronoun),
    ("nameless attribution", _attribution),
    ("relative time", _time),
    ("demonstrative inside", _pointing),
    ("number of what", lambda text: SOME_OF.search(text) is not None),
    ("unresolved definite", _mentioned),
    ("dangling object", lambda text: TAKES_IT.search(text) is not None and not SEQUENCE.search(text)),
)
