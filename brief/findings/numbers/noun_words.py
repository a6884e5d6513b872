"""Words that tell where a counted noun phrase ends and what its head is: word lists for counted.py."""

from __future__ import annotations

PEOPLE = frozenset(
    """people persons men women children boys girls soldiers civilians passengers police troops victims survivors refugees
    migrants students workers residents villagers prisoners protesters officers personnel deaths casualties dead injured
    wounded missing fatalities employees jobs households homes houses families patients members seats votes cases""".split()
)
"""Sure to be counted, also where the word before the number is a name: “in Kosovo 2000 people”."""
IRREGULAR = frozenset(
    """people men women children police personnel staff cattle sheep fish aircraft mice teeth geese feet crew headquarters
    fishermen gunmen policemen firemen servicemen congressmen lawmen businessmen craftsmen crewmen schoolchildren
    grandchildren spacecraft data alumni fungi bacteria larvae stimuli media phenomena criteria clergy offspring series
    species means barracks works""".split()
)
"""Plurals without a plain -s, and -s words that are the same in the plural."""
NO_PLURAL = frozenset(
    """this thus plus perhaps always unless besides across towards afterwards sometimes says theirs hers yours does goes
    gets makes takes gives comes wins loses shows news versus sports arms politics economics bus gas virus campus census
    status focus bonus overseas upstairs downstairs indoors outdoors grassroots paris mrs texas kansas arkansas
    massachusetts illinois""".split()
)
"""End in -s and are no plural, or are one only before a noun: “arms dealers”."""
NOMINAL = frozenset("dead injured wounded missing homeless unemployed unaccounted others".split())
"""Adjectives that are counted themselves: “25 dead”."""
HARMED = frozenset(
    """killed injured wounded hurt missing dead arrested detained hospitalized hospitalised homeless displaced rescued
    evacuated died drowned executed kidnapped trapped stranded infected charged convicted""".split()
)
"""“12 were killed”, “40 injured”: the participle stands for those it happened to."""
AUXILIARY = frozenset(
    """were was are is have has had been be being people still also feared reported believed confirmed presumed
    seriously critically slightly badly severely left""".split()
)
"""May stand between a number and what became of those it counts."""
STOPPING = frozenset(
    """said told voted became took gave made got went came left died survived won lost killed injured wounded fell rose
    led began ran stood sat met held says voted per each ago apiece abroad respectively according including remains
    appears seems includes later earlier that which who whom whose where when while because if as than then and or but nor
    to of in on at by for from with into onto upon over under after before during between among against through without
    within about around near off out up down is are was were be been being has have had do does did will would can could
    may might must shall should not no them us all half every any very most a an the this these those my your his her its
    our their it he she they we you i""".split()
)
"""No noun phrase goes on past one of these."""
ONE = frozenset(
    "person man woman child boy girl soldier policeman officer death case vote seat student worker other".split()
)
"""After “one” only these are counted: “one thing” and “one day” are turns of speech."""
BEFORE_NOUN = {
    "fr": frozenset(
        "jeunes autres nouveaux nouvelles petits petites grands grandes anciens anciennes premiers premières".split()
    ),
    "es": frozenset("otros otras nuevos nuevas primeros primeras grandes jóvenes altos altas".split()),
    "pt": frozenset("outros outras novos novas primeiros primeiras grandes jovens".split()),
}
"""Adjectives that stand before the noun; all others follow it."""
NOUN_ENDING = {"fr": ("s", "x"), "es": ("s",), "pt": ("s",)}
GERMAN_ADJECTIVE = ("e", "en", "er")
