"""Verbs that say, and the small words that bound a noun phrase. English."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as text."""
    return frozenset(text.split())


IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "swear": "swore sworn",
    "find": "found",
    "hold": "held",
    "read": "read",
    "admit": "admitted",
    "quip": "quipped",
    "snap": "snapped",
    "dub": "dubbed",
    "slam": "slammed",
    "rip": "ripped",
    "shoot": "shot",
    "beg": "begged",
    "speak": "spoke spoken",
    "plead": "pleaded",
}


def _forms(bases: str) -> dict[str, str]:
    """Return every inflected form of the verbs and its base."""
    found: dict[str, str] = {}
    for base in bases.split():
        past = IRREGULAR.get(base, "").split()
        doubled = base + base[-1] if past and past[0] == base + base[-1] + "ed" else base.removesuffix("e")
        has_y = base[-1] == "y" and base[-2] not in "aeo"
        third = base[:-1] + "ies" if has_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
        regular = base[:-1] + "ied" if has_y else base.removesuffix("e") + "ed"
        for form in (base, third, *(past or [regular]), doubled + "ing"):
            found.setdefault(form, base)
    return found


CLAUSE = """say tell insist claim argue warn acknowledge concede admit maintain contend allege assert note suggest predict
    add stress explain complain testify recall joke lament boast caution reply"""
"""These report a clause with or without “that”."""
THAT = """hold dispute declare announce confirm reiterate point remark observe proclaim affirm assure promise vow pledge
    report estimate reveal indicate hint imply disclose speculate swear charge repeat answer agree advise inform remind
    state emphasize emphasise respond counter conclude write tweet deny rule find calculate opine posit clarify mention
    object protest recount elaborate signal echo guess quip retort"""
"""These report a clause with “that”, or a quotation."""
QUOTING = """comment continue ask wonder urge demand threaten read shout yell chant exclaim post email interject thunder
    confess muse volunteer scoff gush rail vent snap murmur whisper cry pronounce shoot counsel plead beg crow fume growl
    beam recite bark"""
"""These report only a quotation."""
NAMING = """call describe label brand dub characterize characterise portray denounce condemn criticize criticise praise
    blast slam mock deride decry dismiss accuse blame refer liken compare hail laud tout depict ridicule bash attack assail
    credit thank cite quote term deem declare pronounce demand reject rip trash knock bemoan defend defy oppose support
    endorse want hope vow promise pledge urge offer propose express respond invoke argue warn advocate apologize apologise
    commend applaud salute congratulate castigate rebuke lambast lambaste disparage downplay contrast outline speak talk
    believe predict recall explain ask tell"""
"""These report what is quoted of their object: “called it “a disgrace””."""
AS_VERBS = words("describe characterize characterise portray depict")
"""These report with “as”, without a quotation too."""
SURE_CLAUSE = words("say insist claim argue tell contend allege assert")
"""Their object is a clause; that of the others may be a thing: “added a week”."""
VERB_TELLS = words("deny dispute ask wonder")
"""What is said means nothing, or the contrary, without these."""

CLAUSE_FORMS, THAT_FORMS, QUOTING_FORMS, NAMING_FORMS = map(_forms, (CLAUSE, THAT, QUOTING, NAMING))
REPORTING = {**QUOTING_FORMS, **THAT_FORMS, **CLAUSE_FORMS}
VERBS = {**NAMING_FORMS, **REPORTING}


def _in_print(words: Iterable[str], ends: Iterable[str]) -> frozenset[str]:
    return frozenset(word + end for word in words for end in ends)


AS_FORMS = [form for form, base in NAMING_FORMS.items() if base in AS_VERBS]
CUES = _in_print([*CLAUSE_FORMS, *AS_FORMS], ("", ",", ".", ":")) | _in_print(THAT_FORMS, (",", ".", ":"))
CUES |= words("according According")
THAT_CUES = CUES | frozenset(THAT_FORMS)


def may_report(part: str) -> bool:
    """Tell whether a text without a quotation may report what somebody says: a test 20 times as cheap as the rules."""
    if " said " in part or " said, " in part:  # the commonest: spares half of the parts the search word by word
        return True
    return not (THAT_CUES if " that" in part else CUES).isdisjoint(part.split())


AUXILIARIES = words("has have had is are was were be been being ’s 's ’ve 've ’d 'd")
MODALS = words("would could should may might can must to if whether")
NEGATIONS = words("not never n't didn’t didn't doesn’t doesn't don’t don't hasn’t hasn't won’t won't cannot nor longer")
ADVERBS = words(
    "also then later once again still even just now often always already since first himself herself themselves itself both "
    "too only did does do will earlier soon instead all simply further recently long thus"
)
PRONOUNS = words("he she they it")
SILENT = words("i we you i’m we’re there that this what which having being")
"""The writer, the reader, and no one."""
PREPOSITIONS = words(
    "of for in at from with on to by about against among between during under over near within into through after before "
    "despite amid per than throughout without inside outside across like upon around behind along alongside toward towards "
    "following"
)
CONNECTIVES = words(
    "and or but that because while when as if since although though where than whereas nor so yet whether until unless then "
    "who which whom whose what how why after before once"
)
VERBS_BE = words(
    "is are was were be been has have had does did do will would can could may might must should said says made took went "
    "came got gave saw knew left held ran won lost led met sent stood told kept brought began wrote put set let wants makes "
    "takes goes comes gets gives sees knows needs"
)
"""Verbs a noun phrase does not go past."""
DETERMINERS = words(
    "the a an his her its their this that these those another some many most several few one two three other no any both "
    "each every more all"
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
TIMES = WEEKDAYS | words(
    "january february march april may june july august september october november december today yesterday week month year"
)
PLURALS = words("police people both many some most others women men few several all those these they we you i")
BODIES = words(
    "administration government campaign ministry department agency court council company party group union team committee "
    "office commission parliament embassy army military board bank club league foundation institute university"
)
TO_TITLES = words("ambassador adviser advisor counsel envoy aide assistant secretary candidate close")
"""“To” after these does not end a phrase."""
DOCUMENTS = words(
    "report reports document documents study studies poll polls survey surveys data figures records papers filing filings "
    "letter note text agreement article story release law statute book results numbers evidence email emails bill memo memos "
    "research analysis table website tweet post ad ads video sources rumors rumours history experience register answer "
    "transcript account tally estimate estimates forecasts index contract treaty"
)
"""Neither persons nor bodies: what they say in reported speech is not somebody's word."""
NOUNS = words(
    "alleged stress comment comments claim claims report reports note notes charge charges demand demands promise promises "
    "pledge pledges vow vows post posts email emails quote quotes answer answers reply replies estimate estimates remark "
    "remarks boast boasts attack attacks blame credit credits term terms repeat object objects signal signals mention mentions state "
    "states point points cry cries rule rules hint hints joke jokes find finds protest protests guess caution support hope "
    "hopes request talk talks offer offers advocate advocates counsel contrast rip trash knock slam hail brand label labels "
    "compare call calls counter outline want wants"
)
"""These may be nouns: as verbs they need a name, a pronoun or an article before them."""
