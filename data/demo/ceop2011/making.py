"""Write the extract: one national sender, every table of records behind the assessment's counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from data.demo.ceop2011.agencies import RETURNS, SENDER, agency_rows, area_rows, council, return_rows
from data.demo.ceop2011.links import Units, draw_links
from data.demo.ceop2011.nominals import Group, Nominals, draw_groups, draw_nominals
from data.demo.ceop2011.reference import FIGURES
from data.demo.ceop2011.victims import draw_children, draw_described, draw_places
from data.demo.writing import dates, refs, write_table

AS_AT = date(2011, 6, 1)
FIRST, LAST = (np.datetime64(FIGURES["period"][end]).astype(int) for end in ("start", "end"))
Columns = dict[str, Any]


def make_ceop2011(directory: Path, seed: int = 2011) -> Path:
    """The folder of one extract from which every published count comes out; the same seed gives the same bytes."""
    rng = np.random.default_rng(seed)
    directory.mkdir(parents=True, exist_ok=True)
    for name, columns in _tables(rng).items():
        write_table(directory, name, columns)
    _write_manifest(directory)
    return directory


def _tables(rng: np.random.Generator) -> dict[str, Columns]:
    nominals = draw_nominals(rng)
    groups = draw_groups(rng, nominals)
    grouped = {nominal for group in groups for nominal in group.members}
    alone = [nominal for nominal in range(len(nominals)) if nominal not in grouped]
    units = draw_links(rng, groups, len(alone))
    return {
        "areas": _columns(area_rows()),
        "agencies": _columns(agency_rows()),
        "returns": _columns(return_rows()),
        "children": _child_columns(rng),
        "nominals": _nominal_columns(nominals),
        "groups": _group_columns(rng, groups),
        **_case_tables(rng, units),
        "offending": _offending(rng, units, groups, alone),
    }


def _columns(rows: list[dict[str, Any]]) -> Columns:
    return {name: [row[name] for row in rows] for name in rows[0]}


def _child_columns(rng: np.random.Generator) -> Columns:
    columns = draw_children(rng)
    count = len(columns["gender"])
    home = rng.integers(0, RETURNS["childrens_services_and_lscbs"] + 4, count)
    codes = [council(one) for one in range(1, RETURNS["childrens_services_and_lscbs"] + 1)] + [None] * 4
    return {
        "child_ref": refs("ceop child", np.arange(count)),
        **columns,
        "home_area": [codes[one] for one in home],
    }


def _nominal_columns(nominals: Nominals) -> Columns:
    return {
        "nominal_ref": refs("ceop nominal", np.arange(len(nominals))),
        "identification": nominals.identification,
        **nominals.columns,
    }


def _group_columns(rng: np.random.Generator, groups: list[Group]) -> Columns:
    rows = [(number, nominal) for number, group in enumerate(groups) for nominal in group.members]
    number, nominal = np.array(rows).T
    return {
        "group_ref": refs("ceop group", number),
        "nominal_ref": refs("ceop nominal", nominal),
        "standing": rng.choice(["core", "peripheral", "unknown"], len(rows)).tolist(),
    }


def _case_tables(rng: np.random.Generator, units: Units) -> dict[str, Columns]:
    """`cases`, `victims` and `locations`: a child is in the case of every unit that it is linked to."""
    identified = max(units.case) + 1
    count = FIGURES["cases"]
    day = rng.integers(FIRST, LAST + 1, count)
    agencies = [row["agency_code"] for row in agency_rows()]
    pairs = {
        (case, child) for case, linked in zip(units.case, units.children, strict=True) for child in linked
    }
    pairs |= {(identified + place, child) for place, child in enumerate(units.unseen)}
    case, child = np.array(sorted(pairs)).T
    described = draw_described(rng)
    return {
        "cases": {
            "case_ref": refs("ceop case", np.arange(count)),
            "agency_code": rng.choice(agencies, count).tolist(),
            "source_type": rng.choice(["investigation", "intelligence", "service"], count).tolist(),
            "recorded_on": dates(day),
            "multiple_unidentified_offenders": ["no"] * identified + ["yes"] * (count - identified),
        },
        "victims": {
            "case_ref": refs("ceop case", case),
            "child_ref": refs("ceop child", child),
            "identified_on": dates(day[case]),
            **{name: [values[one] for one in child] for name, values in described.items()},
        },
        "locations": _location_columns(rng, dict(zip(child.tolist(), case.tolist(), strict=True))),
    }


def _location_columns(rng: np.random.Generator, case_of: dict[int, int]) -> Columns:
    child, place = zip(*draw_places(rng), strict=True)
    area = rng.integers(1, RETURNS["childrens_services_and_lscbs"] + 1, len(child))
    return {
        "location_ref": refs("ceop location", np.arange(len(child))),
        "case_ref": refs("ceop case", np.array([case_of[one] for one in child])),
        "child_ref": refs("ceop child", np.array(child)),
        "role": ["exploitation"] * len(child),
        "place": list(place),
        "area_code": [
            None if kind == "unknown" else council(one) for kind, one in zip(place, area, strict=True)
        ],
    }


def _offending(rng: np.random.Generator, units: Units, groups: list[Group], alone: list[int]) -> Columns:
    """Every possible offender in the case of his unit; children are linked to members of that group alone."""
    rows = set()
    shared = {nominal for group in groups for nominal in group.shared}
    for unit, (case, linked) in enumerate(zip(units.case, units.children, strict=True)):
        members = groups[unit].members if unit < units.groups else [alone[unit - units.groups]]
        carriers = [nominal for nominal in members if nominal not in shared]
        links = {(carriers[_near(rng, len(carriers))], child) for child in linked for _ in range(2)}
        idle = set(members) - {nominal for nominal, _ in links}
        rows |= {(case, nominal, child) for nominal, child in links | {(nominal, -1) for nominal in idle}}
    case_of, nominal, child = np.array(sorted(rows)).T
    return {
        "case_ref": refs("ceop case", case_of),
        "nominal_ref": refs("ceop nominal", nominal),
        "child_ref": refs("ceop child", child),
    }


def _near(rng: np.random.Generator, count: int) -> int:
    """A member by chance, the first ones oftener: networks have a centre."""
    return min(int(rng.geometric(0.45)) - 1, count - 1)


def _write_manifest(directory: Path) -> None:
    lines = [
        f'agency = "{SENDER}"',
        'agency_type = "other"',
        f"as_at = {AS_AT}",
        f"period_start = {FIGURES['period']['start']}",
        f"period_end = {FIGURES['period']['end']}",
        'schema_version = "1"',
        'marking = "OFFICIAL"',
        'pseudonym_key_id = "ceop-2011"',
    ]
    (directory / "extract.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
