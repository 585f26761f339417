"""The children of tables 7 to 10, 12 and 13, and the places where they were exploited."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.demo.ceop2011.reference import FIGURES, margin, not_known, shuffled

ETHNICITY = {
    "White British": "WBRI", "White Other": "WOTH", "White Unknown": "WHIT", "Black African": "BAFR",
    "Black Caribbean": "BCRB", "Black Other": "BOTH", "Bangladeshi": "ABAN", "Indian": "AIND", "Pakistani": "APKN",
    "Asian Other": "AOTH", "Mixed": "MOTH", "Unknown": "unknown",
}  # fmt: skip
PLACES = {
    "Flat or house": "flat_or_house", "Public place": "public_place", "Vehicle": "vehicle", "Park": "park",
    "Hotel or bed and breakfast": "hotel", "Business": "business", "Pub or nightclub": "pub_or_club",
    "Premises believed to be a brothel": "brothel", "Hostel": "hostel", "Bail hostel": "bail_hostel",
    "Various locations, no further details": "various", "Named town or towns only": "town_only",
}  # fmt: skip
HARM = ("confirmed", "suspected", "unknown")  # the assessment counted no child who was only at risk


def draw_children(rng: np.random.Generator) -> dict[str, list[Any]]:
    """Columns of `children`, one value a child, to the printed margins."""
    ethnicity = [ETHNICITY[value] for value in shuffled(rng, margin(10))]
    nationality = ["unknown" if value == "Unknown" else value for value in shuffled(rng, margin(9))]
    return {
        "gender": [value.lower() for value in shuffled(rng, margin(7))],
        "ethnicity": not_known(rng, ethnicity),
        "nationality": not_known(rng, nationality),
    }


def draw_described(rng: np.random.Generator) -> dict[str, list[Any]]:
    """What the records of a child's cases say of the child, one value a child."""
    victims = FIGURES["victims"]
    count = victims["total"]
    missing = [value.lower() for value in shuffled(rng, margin(12))]
    began = iter(shuffled(rng, {
        "after": victims["began_going_missing_after_exploitation"], "unknown": victims["missing_order_unknown"],
    }))  # fmt: skip
    return {
        "age_when_identified": [_age(rng, value) for value in shuffled(rng, margin(8))],
        "harm_status": rng.choice(HARM, count, p=[0.4, 0.4, 0.2]).tolist(),
        "ever_missing": not_known(rng, missing),
        "missing_began": [
            next(began) if value == "yes" else "not_applicable" if value == "no" else None
            for value in missing
        ],
        "living_circumstances": not_known(rng, shuffled(rng, _living())),
        "moved_into_care": _some(rng, victims["moved_into_care_after_intervention"], count),
        "moved_between_towns": _some(
            rng, FIGURES["locations_of_exploitation"]["moved_to_another_uk_city"], count
        ),
    }


def _age(rng: np.random.Generator, printed: str) -> int | None:
    """The age in years; a vulnerable adult is eighteen or more."""
    if printed == "Vulnerable adult":
        return int(rng.integers(18, 30))
    return None if printed == "Unknown" else int(printed)


def _living() -> dict[str, int]:
    printed = margin(13)
    return {
        "family_home": FIGURES["victims"]["living_in_family_home"],
        "extended_family_or_friends": FIGURES["victims"]["living_with_extended_family_or_friends"],
        "in_care": printed["In the care system"],
        "not_in_care": printed["Not in care (no further details available)"],
        "other": printed["Other"],
        "unknown": printed["Unknown"],
    }


def _some(rng: np.random.Generator, yes: int, count: int) -> list[str | None]:
    """`yes` for as many as printed; nothing was recorded of the others."""
    return shuffled(rng, {"yes": yes, None: count - yes})


def draw_places(rng: np.random.Generator) -> list[tuple[int, str]]:
    """Child and kind of place, for every place; unknown places are written down for every other child who has none.

    Going round the children with a known place, kind by kind, gives each at least one and none the same twice.
    """
    printed = FIGURES["locations_of_exploitation"]
    kinds = [PLACES[kind] for kind, count in printed["cells"].items() for _ in range(count)]
    taxis = printed["vehicle_of_which_taxi"]
    first = kinds.index("vehicle")
    kinds[first : first + taxis] = ["taxi"] * taxis
    order = rng.permutation(FIGURES["victims"]["total"]).tolist()
    known, unknown = order[printed["unknown"] :], order[: printed["unknown"]]
    places = [(known[place % len(known)], kind) for place, kind in enumerate(kinds)]
    return places + [(child, "unknown") for child in unknown[::2]]
