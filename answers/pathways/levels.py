"""C1: children by the level of each tool, with the common level to which it is mapped; and movement within one tool."""

from __future__ import annotations

from collections.abc import Sequence

from answers.breakdown import Breakdown, counts_of, tell
from answers.finding import Finding
from answers.periods import print_date
from answers.view import View, emptied, finding_of
from answers.words import in_sentence, label, listed, percent, plural
from disclosure import ProtectedTable, with_label

TOOLS, MOVES = "assessed_by_tool", "assessed_moves"


def tools(view: View) -> Finding:
    """The latest level of each child in the tool's own words, beside the common one."""
    view = view.for_question(TOOLS)
    whole = view.total(TOOLS, "children")
    table = view.with_shares(view.cells(TOOLS, ("tool_level",)), "children", whole)
    table = with_label(
        table, "common", [common_level(view, code) for code in table.labels("tool_level")], "tool_level"
    )
    finding = finding_of(
        view,
        "tools",
        TOOLS,
        table,
        title="Levels of each tool, and the common level to which they are mapped",
        subtitle=f"Children under 18 by the latest assessment up to {print_date(view.scope.period.last_day)}, {view.place}. "
        f"{_of(whole)}.",
        sentence=_conflict_words(view),
        columns={
            "tool_level": "Tool and level",
            "common": "Common level",
            "children": "Children",
            "share": "Share of children",
        },
        extra={"accent": None, "number": "children", "dimension": "tool_level"},
    )
    finding.labels["tool_level"].update(_mapped(view, table))
    return emptied(finding, "children", whole)


def _of(whole: float | None) -> str:
    return "Children withheld" if whole is None else plural(whole, "child", "children")


def common_level(view: View, tool_level: str) -> str:
    """'Medium', or 'Low and medium' where agencies map one level of a tool in two ways."""
    levels = [
        label("level", one["level"]) for one in view.source.tool_levels if one["tool_level"] == tool_level
    ]
    return listed([levels[0], *map(in_sentence, levels[1:])]) if levels else "Not one level"


def _mapped(view: View, table: ProtectedTable) -> dict[str, str]:
    """'Local tool 2: amber (medium)'."""
    names = view.source.tool_names
    return {
        code: names[code] if code == "not_listed" else f"{names[code]} ({in_sentence(common)})"
        for code, common in zip(table.labels("tool_level"), table.labels("common"), strict=True)
    }


def _conflict_words(view: View) -> str:
    said = (
        "Levels of different tools are not the same thing; the common one, in brackets, is the sender’s map."
    )
    twice = [
        name
        for code, name in view.source.tool_names.items()
        if sum(one["tool_level"] == code for one in view.source.tool_levels) > 1
    ]
    return f"{said} Mapped in more than one way: {listed(twice[:2])}." if twice else said


def moved(view: View) -> Finding:
    """Assessments by whether the level was higher than, the same as, or lower than the one before by the same tool."""
    opening = "Assessments in the period, against the one before by the same tool"
    told = Breakdown("moved", MOVES, "moved", opening, _moved_words)
    return tell(view, told.of("assessments"))


def _moved_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    shares = counts_of(table, "moved", "share")
    title = "Movement between levels, within one tool"
    if shares["same"] is not None:
        title = f"{percent(shares['same'])} of assessments found the same level as the one before"
    told = [
        f"{name} one in {percent(shares[code])}"
        for code, name in (("higher", "a higher"), ("lower", "a lower"))
        if shares[code] is not None
    ]
    said = f"{listed(told).capitalize()}. " if told else ""
    return (
        title,
        f"{said}A change of tool is no movement, and a higher level can mean that more became known.",
    )


def moves(view: View) -> Finding:
    """The level before by the level then."""
    view = view.for_question(MOVES).for_pairs()
    cells = view.cells(MOVES, ("before", "level"))
    before = view.cells(MOVES, ("before",))
    none = _unused(before, "before")
    table = view.with_whole(cells, "assessments", before).without("before", none)
    finding = finding_of(
        view,
        "moves",
        MOVES,
        table,
        title="From which level to which",
        subtitle=f"Of the assessments with each level before them by the same tool, those at each level then, {view.place}, "
        f"{view.scope.period.label_long}.",
        sentence="Down: the level before. Across: the level then. A share is of the assessments in its row.",
        columns={
            "before": "Level before",
            "level": "Level then",
            "children": "Children",
            "assessments": "Assessments",
            "of": "Of all in the row",
            "share": "Share",
        },
        extra={"rows": "before", "across": "level", "number": "assessments"},
    )
    return emptied(finding, "assessments")


def _unused(table: ProtectedTable, dimension: str) -> Sequence[str]:
    return [code for code, count in counts_of(table, dimension, "assessments").items() if count == 0]
