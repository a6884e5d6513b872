"""What each set is measured on: which theme answers to which label of a collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True)
class Task:
    """A theme set, a collection, and the labels each theme answers to. Themes without a label here take no part."""

    theme_set: str
    source: str
    answers: Mapping[str, tuple[str, ...]]

    @property
    def labels(self) -> list[str]:
        """All labels, in the order of the themes."""
        return list(dict.fromkeys(chain.from_iterable(self.answers.values())))


SECTIONS = (
    Task(
        "news",
        "bbc",
        {
            "economy": ("business",),
            "culture": ("entertainment",),
            "politics": ("politics",),
            "sport": ("sport",),
            "science": ("tech",),
        },
    ),
    Task(
        "news",
        "ag",
        {
            **dict.fromkeys(("diplomacy", "conflict", "politics", "security", "migration", "human-rights"), ("World",)),
            "sport": ("Sports",),
            "economy": ("Business",),
            "science": ("Sci/Tech",),
        },
    ),
)
"""Collections in which every text has one of a few labels: the theme with the greatest sum over a text decides."""

THEMES = (
    Task(
        "human-rights",
        "upr",
        {
            "torture": ("Torture and other CID treatment",),
            "detention": ("Detention",),
            "justice": ("Justice", "Impunity", "Corruption"),
            "death-penalty": ("Death penalty",),
            "killings": (
                "Enforced disappearances",
                "Extrajudicial executions",
                "Human rights violations by state agents",
            ),
            "expression": ("Freedom of opinion and expression", "Freedom of the press"),
            "assembly": (
                "Freedom of association and peaceful assembly",
                "Civil society",
                "Human rights defenders",
                "Elections",
            ),
            "religion": ("Freedom of religion and belief",),
            "women": ("Women's rights",),
            "children": ("Rights of the Child",),
            "minorities": ("Minorities", "Racial discrimination", "Indigenous peoples"),
            "lgbt": ("Sexual Orientation and Gender Identity",),
            "disability": ("Disabilities",),
            "migrants": ("Migrants", "Asylum-seekers - refugees", "Internally displaced persons", "Statelessness"),
            "trafficking": ("Trafficking",),
            "social-rights": (
                "Right to education",
                "Right to health",
                "Right to food",
                "Right to housing",
                "Right to land",
                "Right to water",
                "ESC rights - general",
                "Labour",
                "Poverty",
                "Development",
                "Environment",
                "HIV - Aids",
            ),
            "mechanisms": (
                "International instruments",
                "Human rights education and training",
                "Special procedures",
                "NHRI",
                "Treaty bodies",
                "Technical assistance and cooperation",
                "National plan of action",
                "UPR process",
            ),
        },
    ),
    Task(
        "humanitarian",
        "disaster",
        {
            "people": ("death", "missing_people", "search_and_rescue"),
            "hazards": ("weather_related",),
            "displacement": ("refugees",),
            "food-security": ("food",),
            "health": ("medical_help", "medical_products", "hospitals"),
            "wash": ("water",),
            "shelter": ("shelter", "clothing"),
            "access": ("military", "security"),
            "logistics": ("transport",),
            "infrastructure": ("infrastructure_related", "buildings", "electricity", "other_infrastructure"),
            "funding": ("money",),
        },
    ),
    Task(
        "business",
        "reuters",
        {
            "results": ("earn",),
            "deals": ("acq",),
            "money": ("money-fx", "interest", "dlr", "yen", "stg", "dmk", "money-supply", "reserves"),
            "economy": ("gnp", "cpi", "wpi", "ipi", "retail", "income", "lei", "inventories", "housing", "bop"),
            "trade": ("trade", "bop"),
            "energy": ("crude", "nat-gas", "gas", "fuel", "heat", "pet-chem", "jet", "propane", "naphtha"),
            "commodities": tuple(
                """grain wheat corn oilseed sugar coffee veg-oil gold soybean livestock cocoa carcass copper cotton rice
                alum iron-steel barley meal-feed rubber palm-oil sorghum zinc tin silver lead strategic-metal rapeseed
                orange soy-meal soy-oil hog sunseed lumber nickel potato tea oat platinum""".split()
            ),
            "jobs": ("jobs",),
            "transport": ("ship",),
        },
    ),
    Task(
        "science-technology",
        "science",
        {
            name: (name,)
            for name in (
                "space",
                "physics",
                "life",
                "medicine",
                "earth",
                "past",
                "ai",
                "computing",
                "internet",
                "security",
                "devices",
                "energy",
            )
        },
    ),
)
"""Collections with labels as fine as the set's themes, often several a text: the main theme is right when it answers to
one of them."""
