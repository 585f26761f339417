"""How numbers, lists and codes are printed: one way for every screen and file."""

from __future__ import annotations

from collections.abc import Sequence

from answers.labels import WHO
from answers.periods import MONTHS

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
WITHHELD = "withheld"
COUNTS = "No One Two Three Four Five Six Seven Eight Nine Ten".split()
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NOT_KNOWING = {
    "unknown": "Unknown",
    "not_recorded": "Not recorded",
    "not_applicable": "Not applicable",
    "not_listed": "Recorded in other words",
}
RISKS = {"no_apparent": "No apparent risk", "low": "Low", "medium": "Medium", "high": "High"}
KINDS_OF_PLACE = {
    "home": "Family home",
    "foster": "Foster care",
    "childrens_home": "Children’s home",
    "semi_independent": "Semi-independent",
}
PLACES = {
    "flat_or_house": "Flat or house",
    "public_place": "Public place",
    "pub_or_club": "Pub or club",
    "various": "Various places",
    "town_only": "Town known only",
}

# The words for each code, by dimension; a code that is missing here prints as its own words.
LABELS: dict[str, dict[str, str]] = {
    "place": {**KINDS_OF_PLACE, **PLACES},
    "place_group": PLACES,
    "missing_from": KINDS_OF_PLACE,
    "placement": {**KINDS_OF_PLACE, "secure": "Secure home", "family": "With family"},
    "placement_type": {**KINDS_OF_PLACE, "secure": "Secure home", "family": "With family"},
    "placed": {"own_area": "In own area", "out_of_area": "Out of area"},
    "found_place": PLACES,
    "found_by": {"self": "Returned alone", "public": "Member of the public", "carer": "Carer"},
    "initial_risk": RISKS,
    "highest_risk": RISKS,
    "harm": {
        "none": "No harm",
        "sexual_offence": "Sexual offence",
        "other_offence": "Other offence",
        "substance": "Drugs or alcohol",
        "other": "Other harm",
    },
    "kind": {"missing": "Missing", "away": "Away without authorisation"},
    "duration": {
        "under_8h": "Under 8 hours",
        "8_24h": "8 to 24 hours",
        "24_48h": "24 to 48 hours",
        "48_72h": "48 to 72 hours",
        "3_7d": "3 to 7 days",
        "7_28d": "7 to 28 days",
        "28d_plus": "28 days or more",
        "still_open": "Still missing",
        "not_timed": "Times not recorded",
    },
    "number": {
        "1": "1 episode",
        "2": "2 episodes",
        "3-4": "3 or 4 episodes",
        "5-9": "5 to 9 episodes",
        "10+": "10 episodes or more",
    },
    "repeated": {"once": "Once", "more_than_once": "More than once"},
    "sent_by": {
        "both": "Police and children’s services",
        "police_only": "Police only",
        "council_only": "Children’s services only",
        "other_only": "Other agencies only",
    },
    "field": {
        "start_time": "Start time",
        "end_time": "End time",
        "home_area": "Home area",
        "missing_from_kind": "Kind of place missing from",
        "initial_risk": "First risk grade",
        "found_place": "Kind of place found",
        "harm": "Harm while missing",
    },
    "agency_type": {
        "childrens_services": "Children’s services",
        "lscb": "Safeguarding children board",
        "youth_justice": "Youth justice",
    },
    "answer": {"full": "Full", "snapshot": "Snapshot", "nil": "Nil return", "none": "No answer"},
    "weekday": {str(place): day for place, day in enumerate(DAYS, start=1)},
    "calendar_month": {str(place): month for place, month in enumerate(MONTHS, start=1)},
    "school": {"term": "School term", "holiday": "School holidays"},
    "part_of_day": {
        "0": "Midnight to 4am",
        "4": "4am to 8am",
        "8": "8am to noon",
        "12": "Noon to 4pm",
        "16": "4pm to 8pm",
        "20": "8pm to midnight",
        "not_timed": "Time not recorded",
    },
    "hour": {str(hour): f"{hour:02d}:00" for hour in range(24)},
}

# Shares that read better in words: from, up to but without, words.
PHRASES = (
    (22.5, 27.5, "A quarter"),
    (31.5, 35.5, "A third"),
    (46.5, 49.5, "Almost half"),
    (49.5, 50.5, "Half"),
    (50.5, 55, "Just over half"),
    (64.5, 69, "Two thirds"),
    (73, 77.5, "Three quarters"),
)


def label(dimension: str, code: str) -> str:
    """The printed words of a code: ('place', 'childrens_home') gives 'Children’s home'."""
    known = LABELS.get(dimension, {}).get(code) or WHO.get(dimension, {}).get(code) or NOT_KNOWING.get(code)
    if known:
        return known
    plain = code.replace("_", " ")
    return plain[:1].upper() + plain[1:]


def number(value: float | None) -> str:
    """1240 gives '1,240', 59.72 gives '59.7'; a withheld number is said to be."""
    if value is None:
        return WITHHELD
    rounded = round(float(value), 1)
    return _signs(f"{rounded:,.0f}" if rounded.is_integer() else f"{rounded:,.1f}")


def rate(value: float | None) -> str:
    """A rate, always one decimal: 62 gives '62.0'."""
    return WITHHELD if value is None else _signs(f"{value:,.1f}")


def ratio(value: float | None) -> str:
    """A ratio of two numbers, two decimals: 1.5 gives '1.50'; fewer would look as if it touched 1."""
    return WITHHELD if value is None else f"{value:,.2f}"


def percent(value: float | None) -> str:
    """A share that is already in per cent, whole: 48.3 gives '48%'."""
    return WITHHELD if value is None else _signs(f"{value:.0f}%")


def signed(value: float | None) -> str:
    """A change with its sign: '+15', '−13', '0'."""
    if value is None:
        return WITHHELD
    printed = number(value)
    return f"+{printed}" if value > 0 and printed != "0" else printed


def interval(low: float, high: float, decimals: int = 0) -> str:
    """'(4 to 22)', kept on one line."""
    ends = [_signs(f"{end:,.{decimals}f}") for end in (low, high)]
    return f"({ends[0]}{NBSP}to{NBSP}{ends[1]})"


def listed(names: Sequence[str]) -> str:
    """'Dunmarsh', 'Dunmarsh and Pellport', 'Dunmarsh, Oakenham and Pellport'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def said_of_shares(shares: dict[str, float | None]) -> str:
    """'unknown 8%, other and not recorded for few': each with its share, those without a whole per cent together."""
    told = [f"{name} {percent(share)}" for name, share in shares.items() if share and share >= 0.5]
    few = [name for name, share in shares.items() if not share or share < 0.5]
    return ", ".join([*told, f"{listed(few)} for few"] if few else told)


def counted(count: int) -> str:
    """A number that opens a sentence: 'Three', and '14' from eleven on."""
    return COUNTS[count] if 0 <= count < len(COUNTS) else number(count)


def plural(count: float | None, one: str, many: str) -> str:
    """'1 child', '385 children', 'withheld children'."""
    return f"{number(count)} {one if count == 1 else many}"


def children(count: float | None) -> str:
    """As it opens a sentence: 'No child', '1 child', '385 children', 'Fewer than 10 children'."""
    if count is None:
        return "Fewer than 10 children"
    return plural(count, "child", "children") if count else "No child"


def fewer(count: float | None) -> str:
    """A count of people within a list: '35', 'fewer than 10', 'none'."""
    return "fewer than 10" if count is None else number(count) if count else "none"


def in_sentence(words: str) -> str:
    """'No child' within a sentence: 'no child'."""
    return f"{words[:1].lower()}{words[1:]}"


def capital(words: str) -> str:
    """'home area known' as it opens a sentence."""
    return f"{words[:1].upper()}{words[1:]}"


def share_phrase(share: float | None) -> str:
    """A share in per cent as it opens a title: 'Half', 'Two thirds', or '38%'."""
    if share is None:
        return "Some"
    return next((words for low, high, words in PHRASES if low <= share < high), percent(share))


def _signs(printed: str) -> str:
    """A true minus sign, and none on a rounded zero."""
    if printed.startswith("-") and not any(digit in printed for digit in "123456789"):
        return printed[1:]
    return printed.replace("-", MINUS)
