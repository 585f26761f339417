"""Is it really a hotspot? The areas that stand out in a layer by more than chance would explain, and since when."""

from __future__ import annotations

from dataclasses import replace

from answers.finding import Finding
from answers.missing.areas import above_of
from answers.periods import month_of
from answers.places.layers import cells_of, layer_of, of_whom, question_of
from answers.places.levels import plural_of, smallest_within
from answers.places.marked import of_marked
from answers.places.standing import Compared, Standing, compared
from answers.view import View, finding_of
from answers.words import counted
from disclosure import side_by_side, with_label

HOW = (
    "An area stands out where its number of children (for each 10,000 who live there, if rates are shown or children "
    "are counted by their home) is above that of the middle area by more than chance, rounding and the usual "
    "differences between areas explain. Its surroundings stand out where the numbers of the area and of those "
    "beside it are together more than chance would put there (Getis and Ord's Gi*, binary weights by shared borders). "
    "All areas of the county are tested at once, so that at most one in twenty of those named is named by chance "
    "(Benjamini and Hochberg). Rising and falling: Mann and Kendall's test of Gi* over the quarters."
)
COLUMNS = {"area": "Area", "out": "Stands out", "course": "By quarter", "children": "Children"}


def standing_out(view: View) -> Finding:
    """The areas within the chosen one that stand out now, or did in some quarter of the last three years."""
    codes = [area.code for area in smallest_within(view.source, above_of(view))] or [view.scope.area]
    found = compared(view)
    told = [
        one
        for one in found.of(codes)
        if one.is_out or one.is_around or one.course.kind in ("new", "past", "lasting")
    ]
    table = cells_of(view, layer_of(view), [one.area.code for one in told] or codes)
    table = side_by_side(
        table if told else table.where([False] * len(table)), "", {"": "children"}, "children"
    )
    table = with_label(table, "out", [now(one.is_out, one.is_around) for one in told], "period")
    table = with_label(table, "course", [_over_time(one, found) for one in told], "period")
    finding = finding_of(
        view,
        "hotspots",
        question_of(view),
        table,
        title=_title(view, told, found),
        subtitle=_subtitle(view, found),
        sentence=_sentence(view, told, found),
        columns={name: words for name, words in COLUMNS.items() if name in (*table.dimensions, "children")},
    )
    return replace(finding, definition=f"{HOW} {finding.definition}")


def now(is_out: bool, is_around: bool) -> str:
    """Whether an area stands out by itself, and with those beside it."""
    if is_out:
        return "Yes, and so do its surroundings" if is_around else "Yes, by itself"
    return "Only with its surroundings" if is_around else "No longer"


def _over_time(one: Standing, found: Compared) -> str:
    quarters = found.quarters
    course, way = one.course, f"; surroundings {one.trend}" if one.trend else ""
    if course.kind == "never":
        return f"In no quarter{' shown' if found.has_withheld else ''}{way}"
    if course.kind == "new":
        return f"New: since {month_of(quarters[course.since].since)}{way}"
    if course.kind == "past":
        return f"Past: until {month_of(quarters[course.until].last_day)}{way}"
    kind = "Lasting" if course.kind == "lasting" else "At times"
    return f"{kind}: {course.count} of {len(quarters)} quarters{way}"


def _title(view: View, told: list[Standing], found: Compared) -> str:
    out = sum(one.is_out for one in told)
    many = plural_of(found.standings[0].area).lower()
    one = many.removesuffix("s")
    if not out:
        return f"No {one} of {above_of(view).name} stands out clearly from chance"
    who = f"{counted(out)} {one} stands" if out == 1 else f"{counted(out)} {many} stand"
    return f"{who} out by more than chance would explain"


def _subtitle(view: View, found: Compared) -> str:
    unit = "Children for each 10,000 who live there" if found.of_rates else "Children"
    among = f"tested among {len(found.standings)} {plural_of(found.standings[0].area).lower()}"
    quarters = found.quarters
    over = (
        f" By quarter: {quarters[0].since:%Y} to {quarters[-1].last_day:%Y}, {len(quarters)} quarters."
        if quarters
        else ""
    )
    return f"{unit}{of_whom(view)}, {view.scope.period.label_long}, {among}.{over} Alphabetical order."


def _sentence(view: View, told: list[Standing], found: Compared) -> str:
    said = "At most about one in twenty of the areas named would be named by chance." if told else ""
    if found.has_withheld:
        said += " What is withheld counts as any number from 0 to 9, whichever says less."
    return f"{said} It tells where records are many, not why.{of_marked(view)}".strip()
