"""M6 and M7: children who go missing again, and how far episodes are concentrated on a few."""

from __future__ import annotations

from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import children, in_sentence, percent, plural


def concentration(view: View) -> Finding:
    """Children and episodes by the number of episodes each child started in the period."""
    table = view.cells("missing_by_number", ("number",))
    totals = view.cells("missing_by_number")
    for unit in ("children", "episodes"):
        table = view.with_shares(table, unit, totals.values(unit)[0], f"share_of_{unit}")
    tenth = totals.values("top_tenth")[0]
    title, sentence = _words(view, tenth)
    finding = finding_of(
        view,
        "concentration",
        "missing_by_number",
        table,
        title=title,
        subtitle=f"Children by number of episodes in {view.scope.period.label_long}, {view.place}. "
        f"{_counts(totals.values('children')[0], totals.values('episodes')[0])}.",
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


def _counts(people: float | None, episodes: float | None) -> str:
    if people is None:
        return "Children and episodes withheld"
    started = "episodes withheld" if episodes is None else plural(episodes, "episode", "episodes")
    return f"{plural(people, 'child', 'children')}, {started}"


def _words(view: View, tenth: float | None) -> tuple[str, str]:
    least, days = view.source.repeat
    repeated = view.cells("missing_by_number", ("repeated",)).only(repeated="more_than_once")
    again, often = repeated.values("children")[0], view.total("missing_repeat", "children")
    sentence = (
        f"{children(again)} went missing more than once in the period; {in_sentence(children(often))} started "
        f"at least their {ordinal(least)} episode within {days} days."
    )
    if not tenth:
        return "Children who went missing once, and again", sentence
    return f"A tenth of the children account for about {percent(tenth)} of the episodes", sentence


def ordinal(count: int) -> str:
    """3 -> 'third'."""
    names = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
    return names.get(count, f"{count}th")
