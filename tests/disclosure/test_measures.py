"""I6: a reader with a pencil gets every share, rate and ratio from the counts that are printed beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from answers.measures import MEASURES, Part, ask_part
from answers.periods import Period
from answers.question import ask, takes_pairs
from answers.source import Source
from disclosure import ProtectedTable

Number = float | None
PARTS = [(measure.id, part) for measure in MEASURES.values() for part in measure.parts]
SHARED = [(name, part) for name, part in PARTS if part.share]


def name_of(value: object) -> str:
    return "-".join((value.question, *value.by)) if isinstance(value, Part) else str(value)


def scopes(source: Source, part: Part) -> Iterator[tuple[str, Period]]:
    """Every area of the demo's largest three levels and one of each of its wards, in two years."""
    years = [one for one in source.periods if one.kind in {"financial_year", "rolling_year"}]
    wards = [area.code for area in source.areas if area.level == "ward"][::9]
    large = [area.code for area in source.areas if area.level != "ward"]
    for code in [*large, "unknown", *([] if part.question == "missing_by_hour" else wards)]:
        if len(part.by) < 2 or takes_pairs(source, code):
            yield from ((code, year) for year in (years[0], years[-1]))


def worked_out(number: Number, divisor: Number, say: Callable[[float, float], Number]) -> Number:
    return None if number is None or not divisor else say(number, divisor)


def per_cent(part: float, whole: float) -> float | None:
    return min(100, round(100 * part / whole)) if whole >= 20 else None


def whole_of(source: Source, part: Part, area: str, period: Period) -> Number:
    """The printed total that a share is of: of all, or of one code of the same breakdown."""
    if part.of_code:
        table = ask(source, part.question, "home", [area], [period], part.by)
        return table.only(**{part.by[0]: part.of_code}).values(part.share)[0]
    return ask(source, part.of or part.question, "home", [area], [period]).values(part.share)[0]


@pytest.mark.parametrize(("name", "part"), SHARED, ids=name_of)
def test_a_share_is_one_printed_count_over_another(protected: Source, name: str, part: Part) -> None:
    seen = 0
    for area, period in scopes(protected, part):
        table, whole = ask_part(protected, part, "home", area, period), None
        whole = whole_of(protected, part, area, period)
        for count, share in zip(
            table.values(part.share), table.values(f"share_of_{part.share}"), strict=True
        ):
            expected = worked_out(count, whole, per_cent)
            assert share == expected or (share is None and expected in (0, 100))
            seen += share is not None
    assert seen, "some share was shown"


@pytest.mark.parametrize("part", [part for _, part in PARTS if part.rate], ids=name_of)
def test_a_rate_is_a_printed_count_over_the_published_population(protected: Source, part: Part) -> None:
    for area, period in scopes(protected, part):
        table = ask_part(protected, part, "home", area, period)
        population = protected.area(area).population_0_17
        for number in ("children", "episodes"):
            expected = [
                worked_out(count, population, lambda count, people: round(10_000 * count / people, 1))
                for count in table.values(number)
            ]
            assert table.values(f"{number}_rate") == expected


@pytest.mark.parametrize("part", [part for _, part in PARTS if part.each], ids=name_of)
def test_episodes_for_each_child_are_one_printed_count_over_another(protected: Source, part: Part) -> None:
    for area, period in scopes(protected, part):
        table = ask_part(protected, part, "home", area, period)
        divisors = table.values(f"{part.of}_children" if part.of else "children")
        expected = [
            worked_out(episodes, children, lambda episodes, children: round(episodes / children, 1))
            for episodes, children in zip(table.values("episodes"), divisors, strict=True)
        ]
        assert table.values("episodes_for_each_child") == expected


def derived(table: ProtectedTable) -> list[str]:
    """The numbers that are worked out of others."""
    return [
        name for name in table.numbers if name.startswith("share_of_") or name.endswith(("_rate", "_child"))
    ]


@pytest.mark.parametrize(("name", "part"), PARTS, ids=name_of)
def test_no_measure_prints_a_number_beside_a_count_that_is_withheld(
    protected: Source, name: str, part: Part
) -> None:
    """Attacks 4 and 12: a share of nothing shown would be the count it was made from."""
    for area, period in scopes(protected, part):
        table = ask_part(protected, part, "home", area, period)
        for number in derived(table):
            of = {"share_of_children": "children", "children_rate": "children"}.get(number, "episodes")
            pairs = zip(table.values(of), table.values(number), strict=True)
            assert not [share for count, share in pairs if count is None and share is not None]
