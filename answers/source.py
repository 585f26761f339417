"""Where answers come from: the protected cube or the exact warehouse, never both in one process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from answers.periods import Period
from answers.words import capital
from data.problem import Problem
from disclosure import Mode

FILES: dict[Mode, str] = {"protected": "cube.duckdb", "exact": "exact.duckdb"}
KINDS = ("quarter", "financial_year", "rolling_year", "month")
ANSWERS_KEPT = 4_000
THREADS: dict[Mode, str] = {
    "protected": "1",
    "exact": "2",
}  # a look-up is over before a second thread has started
LOCKED = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "4GB",
    "lock_configuration": "true",
}


# An area's polygons, each of an outer ring and its holes, of points east and north in degrees.
Outline = list[list[list[list[float]]]]


@dataclass(frozen=True)
class Area:
    """A node of the area tree; `depth` 0 is all areas together."""

    code: str
    name: str
    level: str
    parent: str | None
    depth: int
    population_0_17: int | None
    population_10_17: int | None


UNKNOWN = Area("unknown", "Area not known", "all", None, 0, None, None)


class Source:
    """One version of the data, opened read-only in one mode."""

    def __init__(self, mode: Mode, path: Path) -> None:
        self.mode: Mode = mode
        self.path = path
        self.con = duckdb.connect(str(path), read_only=True, config=LOCKED | {"threads": THREADS[mode]})
        # A page asks the same total several times, and the file never changes: each answer is made once.
        self.once = lru_cache(maxsize=ANSWERS_KEPT)(self._ask)

    def close(self) -> None:
        """Let go of the file."""
        self.con.close()

    def _ask(self, answer: Callable[..., Any], *question: Any) -> Any:
        return answer(self, *question)

    def rows(self, sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        """The rows of one query, on a cursor of its own."""
        with self.con.cursor() as cursor:
            return cursor.execute(sql, values).fetchall()

    def frame(self, sql: str, values: dict[str, Any] | None = None) -> pd.DataFrame:
        """The rows of one query, on a cursor of its own."""
        with self.con.cursor() as cursor:
            return cursor.execute(sql, values or {}).df()

    def records(self, sql: str) -> list[dict[str, Any]]:
        """The rows of one query as mappings; nulls are None."""
        with self.con.cursor() as cursor:
            result = cursor.execute(sql)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    @cached_property
    def about(self) -> dict[str, str]:
        """What the loader wrote about this version."""
        return {row["key"]: row["value"] for row in self.records("select key, value from about")}

    @property
    def version(self) -> str:
        return self.about["version"]

    @property
    def loaded_on(self) -> date:
        return date.fromisoformat(self.about["loaded_on"])

    @property
    def data_date(self) -> date:
        """The last day that the extracts cover."""
        return date.fromisoformat(self.about["data_date"])

    @property
    def marking(self) -> str:
        return self.about["marking"]

    @cached_property
    def marked(self) -> dict[str, int]:
        """How many places agencies have marked to be left out of wards, by reason."""
        words = self.about.get("marked", "").split()
        return {reason: int(places) for reason, places in zip(words[::2], words[1::2], strict=True)}

    @property
    def repeat(self) -> tuple[int, int]:
        """The setting of repeat missing: episodes, days."""
        return int(self.about["repeat_episodes"]), int(self.about["repeat_days"])

    @cached_property
    def tables(self) -> set[str]:
        """The tables that some agency has sent."""
        return set(self.about["tables"].split())

    @cached_property
    def areas(self) -> list[Area]:
        """All areas together, then the tree in order of names, each area after its parent."""
        rows = self.records("select * from areas order by area_name, area")
        children: dict[str | None, list[dict[str, Any]]] = {}
        for row in rows:
            children.setdefault(row["parent"], []).append(row)
        listed = [Area("all", "All areas", "all", None, 0, *_population(children.get(None, [])))]
        self._walk(children, None, 1, listed)
        return listed

    def _walk(
        self,
        children: dict[str | None, list[dict[str, Any]]],
        parent: str | None,
        depth: int,
        listed: list[Area],
    ) -> None:
        for row in children.get(parent, []):
            populations = (row["population_0_17"], row["population_10_17"])
            listed.append(
                Area(row["area"], row["area_name"], row["level"], row["parent"], depth, *populations)
            )
            self._walk(children, row["area"], depth + 1, listed)

    def area(self, code: str) -> Area:
        """The area of a code, `unknown` too; Problem when there is none."""
        for area in (*self.areas, UNKNOWN):
            if area.code == code:
                return area
        raise Problem(what="There is no such area in the data", todo="Choose an area of the list.")

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """The outlines that agencies sent, by the code of the area."""
        rows = self.records("select area, outline from outlines")
        return {row["area"]: json.loads(row["outline"]) for row in rows}

    @cached_property
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """Pairs of areas of a level that touch, both ways round."""
        rows = self.records("select area, neighbour from neighbours")
        return frozenset((row["area"], row["neighbour"]) for row in rows)

    def parts(self, code: str) -> list[Area]:
        """The areas just below one; below all areas together, the roots."""
        parent = None if code == "all" else code
        return [area for area in self.areas if area.parent == parent and area.code != "all"]

    @cached_property
    def _parents(self) -> dict[str, str]:
        roots = {UNKNOWN.code: "all"}
        return roots | {area.code: area.parent or "all" for area in self.areas if area.code != "all"}

    def above(self, code: str) -> list[str]:
        """The areas that one lies in, smallest first; all areas together come last."""
        found = [code]
        while found[-1] in self._parents:
            found.append(self._parents[found[-1]])
        return found[1:]

    @cached_property
    def default_area(self) -> str:
        """The root with most areas below it: the partnership's own."""
        roots = [area.code for area in self.areas if area.depth == 1]
        return max(roots, key=self._size_below) if roots else "all"

    def _size_below(self, code: str) -> int:
        return 1 + sum(self._size_below(part.code) for part in self.parts(code))

    @property
    def default_role(self) -> str:
        """Home, unless most records have none."""
        return self.about["default_role"]

    @cached_property
    def periods(self) -> list[Period]:
        """Complete periods of the data, oldest first, by kind."""
        rows = self.records("select period, kind, since, until from periods order by since, period")
        periods = [Period(row["period"], row["kind"], row["since"], row["until"]) for row in rows]
        return sorted(periods, key=lambda period: (KINDS.index(period.kind), period.since))

    @cached_property
    def held(self) -> frozenset[Period]:
        """The periods for look-up: a name alone is not enough, its days and kind must be the ones held."""
        return frozenset(self.periods)

    @cached_property
    def answered(self) -> list[dict[str, Any]]:
        """Each agency that was asked, with its newest answer."""
        return self.records("select * from answered order by agency_name")

    @cached_property
    def agency_names(self) -> dict[str, str]:
        """The agencies that were asked, by code, in order of their names."""
        return {agency["agency"]: agency["agency_name"] for agency in self.answered}

    @cached_property
    def answers_given(self) -> list[dict[str, Any]]:
        """What each agency answered for each period it was asked about."""
        return self.records("select * from answers_given")

    @cached_property
    def extracts(self) -> list[dict[str, Any]]:
        """Each extract in this version."""
        return self.records("select * from extracts order by agency_name")

    @cached_property
    def services(self) -> list[dict[str, Any]]:
        """Each specialist service as it is published: whose, where, for whom, how many places, from when until when."""
        return self.records("select * from services order by service_name")

    @cached_property
    def population(self) -> list[dict[str, Any]]:
        """Residents under 18 as published: of each area and year, by age, gender and ethnic group together."""
        return self.records("select * from population")

    def school_days(self, period: Period) -> dict[str, int]:
        """How many days of a period were in school term and in the holidays, and of how many that is not recorded."""
        rows = self.rows(
            "select school, count(*) from school_days where day >= $since and day < $until group by school",
            {"since": period.since, "until": period.until},
        )
        known = dict(rows)
        rest = (period.until - period.since).days - sum(known.values())
        return known | ({"not_recorded": rest} if rest and known else {})

    @cached_property
    def arrangements(self) -> list[dict[str, Any]]:
        """What each board said of its arrangements, and of which day, as it was published."""
        return self.records("select * from arrangements order by area, as_at")

    @cached_property
    def tool_levels(self) -> list[dict[str, Any]]:
        """Each level of each assessment tool, with the common level to which it is mapped."""
        return self.records("""
            select * from tool_levels
            order by tool, list_position(['none', 'low', 'medium', 'high'], level), tool_level
        """)

    @cached_property
    def tool_names(self) -> dict[str, str]:
        """The levels of tools by code, and what is counted under none of them."""
        named = {one["tool_level"]: capital(one["tool_level"].replace("_", " ")) for one in self.tool_levels}
        return {**named, "not_listed": "Other tools and levels"}

    @cached_property
    def town_names(self) -> dict[str, str]:
        """The areas that a journey can lead to, by code: districts and whatever is larger, and what is not known."""
        large = [area for area in self.areas if area.level not in ("all", "ward")]
        return {**{area.code: area.name for area in large}, "not_recorded": "Not known"}

    @property
    def refusal(self) -> dict[str, Any] | None:
        """The last load that was refused since this version came into service: `on`, and `breaches` without values."""
        noted = self.path.parents[2] / "refused.json"
        if not noted.is_file():
            return None
        refusal: dict[str, Any] = json.loads(noted.read_text("utf-8"))
        return refusal

    @cached_property
    def recording_changes(self) -> list[dict[str, Any]]:
        """Dates on which an agency changed its recording: `on_date`, `kind`, `note` (a sentence without its point)."""
        return self.records("""
            select on_date, kind, coalesce(nullif(rtrim(note, '. '), ''), 'An agency changed its recording') as note
            from recording_changes order by on_date
        """)


def _population(roots: list[dict[str, Any]]) -> tuple[int | None, int | None]:
    columns = ("population_0_17", "population_10_17")
    sums = [
        None if any(root[column] is None for root in roots) else sum(root[column] for root in roots)
        for column in columns
    ]
    return sums[0], sums[1]


def current_version(root: Path) -> str:
    """The name of the version in service; Problem when nothing has been loaded."""
    pointer = root / "CURRENT"
    if not pointer.is_file():
        raise Problem(
            what="No data has been loaded yet",
            todo="Run: python -m data load FOLDER, or make run for the demonstration.",
        )
    return pointer.read_text("utf-8").strip()


def open_source(mode: Mode, root: Path) -> Source:
    """The version in service, in one mode; in protected mode the exact file is never touched."""
    if mode not in FILES:
        raise Problem(what="The mode is not known", todo="Use MODE=protected or MODE=exact.")
    path = root / "versions" / current_version(root) / FILES[mode]
    if not path.is_file():
        raise Problem(
            what="The file of the version in service is not there",
            todo="Run: python -m data versions, then rollback, or load again.",
        )
    return Source(mode, path)
