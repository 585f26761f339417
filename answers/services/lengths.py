"""S3: how long children waited for a service, with those still waiting, from counts in bands of weeks."""

from __future__ import annotations

from collections.abc import Sequence

from answers.breakdown import counts_of
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import label, listed, plural
from disclosure import read_rules, with_number

BANDS = ("0_4w", "4_8w", "8_12w", "12_26w", "26w_plus")
MOST_WITHHELD = 9  # a withheld number of children is at most this: 10 and more print 10 or more
PARTS = (("half", 0.5), ("nine in ten", 0.9))
COLUMNS = {
    "length": "After the referral",
    "children": "Started",
    "waiting": "Told of no further",
    "low": "At least started by then, %",
    "high": "At most, %",
}
Counts = Sequence[float | None]


def started_by(started: Counts, waiting: Counts) -> list[float]:
    """The share (0 to 1) that had started by the end of each band, those who waited longer counted up to then.

    The life table of Kaplan and Meier's estimate for times in bands: who is lost within a band is at risk for half of
    it (Cutler and Ederer 1958, Journal of Chronic Diseases 8:699-712). Nobody started is 0 throughout.
    """
    left = sum(count or 0 for count in (*started, *waiting))
    still, told = 1.0, []
    for begun, lost in zip(started, waiting, strict=True):
        at_risk = left - (lost or 0) / 2
        still *= 1 - min(1.0, (begun or 0) / at_risk) if at_risk > 0 else 1
        told.append(1 - still)
        left -= (begun or 0) + (lost or 0)
    return told


def between(started: Counts, waiting: Counts) -> list[tuple[float, float]]:
    """The least and the most that can have started by the end of each band, whatever the withheld numbers are."""
    few = started_by(
        [count or 0 for count in started], [MOST_WITHHELD if count is None else count for count in waiting]
    )
    many = started_by(
        [MOST_WITHHELD if count is None else count for count in started], [count or 0 for count in waiting]
    )
    return list(zip(few, many, strict=True))


def band_of(ends: Sequence[tuple[float, float]], part: float) -> int | None:
    """The band in which a part of the children had started; None where it is not reached, or cannot be told."""
    reached = [
        next((place for place, pair in enumerate(ends) if pair[side] >= part), None) for side in (0, 1)
    ]
    return reached[0] if reached[0] == reached[1] else None


def lengths(view: View) -> Finding:
    """How long until the first contact, with those still waiting."""
    cells = view.cells("service_wait_lengths", ("length",))
    counts = counts_of(cells, "length", "children")
    started, still = ([counts[f"{state}_{band}"] for band in BANDS] for state in ("started", "waiting"))
    table = cells.without("length", [f"waiting_{band}" for band in BANDS])
    table = with_number(table, "waiting", still, [count is None for count in still])
    total = view.total("service_wait_lengths", "children")
    ends = between(started, still) if _is_enough(view, total) else []
    for side, name in enumerate(("low", "high")):
        told = [float(round(100 * pair[side])) for pair in ends[:-1]]
        shares: Counts = [*told, None] if told else [None] * len(BANDS)
        table = with_number(table, name, shares, [not told] * len(BANDS))
    title, sentence = length_words(ends, started, total)
    finding = finding_of(
        view,
        "lengths",
        "service_wait_lengths",
        table,
        title=title,
        subtitle="Share started by then, those still waiting counted up to now (Kaplan-Meier, in bands). Children referred "
        f"in {view.scope.period.label_long}, {view.place}.",
        sentence=sentence,
        columns=COLUMNS,
        labels={"length": {f"started_{band}": label("weeks", band) for band in BANDS}},
        extra={"bands": [label("weeks_by", band) for band in BANDS[:-1]]},
    )
    return emptied(finding, "children", total)


def _is_enough(view: View, total: float | None) -> bool:
    fewest = 1 if view.source.mode == "exact" else read_rules().medians.smallest_group
    return total is not None and total >= fewest


def length_words(
    ends: Sequence[tuple[float, float]], started: Counts, total: float | None
) -> tuple[str, str]:
    """In which band half and nine in ten had started; who has not been reached, and what cannot be told."""
    plain = "How long children waited"
    if not ends:
        return plain, "Withheld, or too few children were referred for a middle to be told."
    if all(count == 0 for count in started):
        return (
            "No child referred has started yet",
            f"All wait, or left: {plural(total, 'child', 'children')}.",
        )
    told = {words: band_of(ends, part) for words, part in PARTS}
    bands = {
        words: label("weeks", BANDS[place]).lower() for words, place in told.items() if place is not None
    }
    title = (
        f"Half of the children had started {bands['half']} after the referral" if "half" in bands else plain
    )
    never = [words for words, part in PARTS if ends[-1][1] < part]
    unsure = [words for words, place in told.items() if place is None and words not in never]
    said = [f"Nine in ten had started {bands['nine in ten']}."] if "nine in ten" in bands else []
    said += [f"{listed(never).capitalize()} have not started yet."] if never else []
    said += (
        [f"When {listed(unsure)} had started cannot be told: numbers behind it are withheld."]
        if unsure
        else []
    )
    return title, " ".join([*said, "Leaving out who still waits would make waits look short."])
