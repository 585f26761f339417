"""M6 and M7: children who go missing again, and how far episodes are concentrated on a few."""

from __future__ import annotations

from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import number, percent
from disclosure import percentage, with_number


def concentration(view: View) -> Finding:
    """Children and episodes by the number of episodes each child started in the period."""
    table = view.cells("missing_by_number", ("number",))
    totals = view.cells("missing_by_number")
    for unit in ("children", "episodes"):
        whole = totals.values(unit)[0]
        shares = [percentage(value, whole, view.source.mode) for value in table.values(unit)]
        table = with_number(table, f"share_of_{unit}", shares, [share is None for share in shares])
    tenth = totals.values("top_tenth")[0]
    title, sentence = _words(view, tenth)
    finding = finding_of(
        view,
        "concentration",
        "missing_by_number",
        table,
        title=title,
        subtitle=f"Children by number of episodes in {view.scope.period.label_long}, {view.place}. "
        f"{_count(totals.values('children')[0], 'children')}, {_count(totals.values('episodes')[0], 'episodes')}; none unknown.",
        sentence=sentence,
        columns={
            "number": "How often in the period",
            "children": "Children",
            "episodes": "Episodes",
            "share_of_children": "Share of children",
            "share_of_episodes": "Share of episodes",
        },
        extra={"number": "episodes"},
    )
    return emptied(finding, "children")


def _count(value: float | None, unit: str) -> str:
    return f"{number(value)} {unit}" if value is not None else f"{unit} withheld"


def _words(view: View, tenth: float | None) -> tuple[str, str]:
    least, days = view.source.repeat
    again = (
        view.cells("missing_by_number", ("repeated",)).only(repeated="more_than_once").values("children")[0]
    )
    often = view.total("missing_repeat", "children")
    said = [
        f"{number(count) if count is not None else 'Fewer than 10'} {words}"
        for count, words in (
            (again, "children went missing more than once in the period"),
            (often, f"started at least their {ordinal(least)} episode within {days} days"),
        )
    ]
    if tenth is None:
        return "Children who went missing once, and again", f"{said[0]}; {said[1][0].lower()}{said[1][1:]}."
    title = f"A tenth of the children account for about {percent(tenth)} of the episodes"
    return (
        title,
        f"The most-reported 10% of children account for about {percent(tenth)} of episodes. "
        f"{said[0]}; {said[1][0].lower()}{said[1][1:]}.",
    )


def ordinal(count: int) -> str:
    """3 -> 'third'."""
    names = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
    return names.get(count, f"{count}th")
