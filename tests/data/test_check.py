"""A small honest extract, and many ways of breaking it: each is refused, and no message shows a value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data.receive import Received, receive

MANIFEST = """\
agency = "northshire_police"
agency_type = "police"
as_at = 2024-07-01
period_start = 2024-01-01
period_end = 2024-06-30
schema_version = "1"
marking = "OFFICIAL-SENSITIVE"
pseudonym_key_id = "k1"
"""
AREAS = """\
area_code,area_name,level,parent_code
X1,Northshire,police_force,
X2,Seaton Vale,local_authority,X1
"""
FIRST, SECOND, THIRD = "a" * 15 + "1", "a" * 15 + "2", "a" * 15 + "3"
ONE_CHILD, OTHER_CHILD = "c" * 15 + "1", "c" * 15 + "2"
HEADER = "episode_ref,child_ref,agency_code,kind,started_at,ended_at,missing_from,missing_from_area,missing_from_cell,found_by"
EPISODES = f"""\
{HEADER}
{FIRST},{ONE_CHILD},northshire_police,missing,2024-02-03T21:05,2024-02-04 03:00,home,X2,881954d4a7fffff,police
{SECOND},{ONE_CHILD},northshire_police,Away,2024-03-05,,Childrens Home,X2,,
{THIRD},{OTHER_CHILD},northshire_police,missing,2024-04-01T01:30:00+01:00,2024-04-01T03:00:00Z,foster,X2,,self
"""


def write(folder: Path, **files: str) -> Path:
    sent = {"extract.toml": MANIFEST, "areas.csv": AREAS, "missing_episodes.csv": EPISODES, **files}
    for name, text in sent.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def received(folder: Path) -> Received:
    with duckdb.connect() as con:
        return receive(con, folder)


def test_a_small_honest_extract_of_two_tables_has_no_breach(tmp_path: Path) -> None:
    found = received(write(tmp_path))
    assert found.breaches == []
    assert found.tables == ("areas", "missing_episodes")


def test_columns_in_any_order_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    turned = "\n".join(",".join(reversed(line.split(","))) for line in EPISODES.strip().split("\n"))
    found = received(write(tmp_path, **{"missing_episodes.csv": "\ufeff" + turned}))
    assert found.breaches == []


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    found = received(
        write(tmp_path, **{"missing_episodes.csv": HEADER + "\n", "children.csv": "child_ref,gender\n"})
    )
    assert found.breaches == []
    assert found.rows["children"] == 0


def episodes(old: str, new: str) -> Callable[[], dict[str, str]]:
    return lambda: {"missing_episodes.csv": EPISODES.replace(old, new)}


def areas(text: str) -> Callable[[], dict[str, str]]:
    return lambda: {"areas.csv": text}


def also(name: str, text: str) -> Callable[[], dict[str, str]]:
    return lambda: {name: text}


SECRET = "9434765919"  # passes the NHS check
BROKEN: list[tuple[str, str, str | None, Callable[[], dict[str, str]]]] = [
    # rule, file, column, how
    ("564", "missing_episodes.csv", "started_at", episodes("2024-02-03T21:05", "")),
    ("565", "missing_episodes.csv", "kind", episodes("Away", "")),
    ("566", "missing_episodes.csv", "kind", episodes("police,missing", "police,")),
    ("567", "missing_episodes.csv", "ended_at", episodes("2024-02-04 03:00", "2024-02-03 20:00")),
    ("570", "missing_episodes.csv", "started_at", episodes("2024-03-05", "2024-07-01")),
    ("571", "missing_episodes.csv", "ended_at", episodes("2024-04-01T03:00:00Z", "2024-07-01")),
    ("574", "missing_episodes.csv", "started_at", episodes("2024-02-04 03:00", "")),
    ("1006", "missing_episodes.csv", "kind", episodes("Away", "absconded")),
    ("as_at", "missing_episodes.csv", "started_at", episodes("2024-03-05", "2024-07-02")),
    ("586", "missing_episodes.csv", "started_at", also(
        "children.csv", f"child_ref,gender,birth_month\n{ONE_CHILD},female,2024-05\n{OTHER_CHILD},male,2010-01\n")),
    ("reference", "missing_episodes.csv", "child_ref", also("children.csv", f"child_ref,gender\n{ONE_CHILD},female\n")),
    ("month", "children.csv", "birth_month",
     also("children.csv", f"child_ref,gender,birth_month\n{ONE_CHILD},female,2010-05-17\n")),
    ("time", "missing_episodes.csv", "started_at", episodes("2024-03-05", "05/03/2024")),
    ("time", "missing_episodes.csv", "started_at", episodes("2024-03-05", "2024-02-30")),
    ("closed_list", "missing_episodes.csv", "missing_from", episodes("foster", "the pier")),
    ("empty", "missing_episodes.csv", "missing_from_area", episodes("home,X2", "home,")),
    ("duplicate", "missing_episodes.csv", "episode_ref", episodes(SECOND, FIRST)),
    ("pseudonym", "missing_episodes.csv", "child_ref", episodes(OTHER_CHILD, "1234567890123456")),
    ("pseudonym", "missing_episodes.csv", "child_ref", episodes(OTHER_CHILD, "child-seven")),
    ("reference", "missing_episodes.csv", "missing_from_area", episodes("foster,X2", "foster,X9")),
    ("cell", "missing_episodes.csv", "missing_from_cell", episodes("881954d4a7fffff", "881954d4a7ffff0")),
    ("cell_too_fine", "missing_episodes.csv", "missing_from_cell", episodes("881954d4a7fffff", "8a1954d4a607fff")),
    ("personal_data", "missing_episodes.csv", "found_by", episodes(",self", f",{SECRET}")),
    ("personal_data", "missing_episodes.csv", "found_by", episodes(",self", ",QX1 1QX")),
    ("code", "missing_episodes.csv", "found_by", episodes(",self", ",she was found by a friend near the old pier")),
    ("never_sent", "missing_episodes.csv", "postcode", episodes("found_by", "postcode")),
    ("never_sent", "missing_episodes.csv", "latitude", episodes("found_by", "latitude")),
    ("unknown_column", "missing_episodes.csv", None, episodes("found_by", "favourite_colour")),
    ("missing_column", "missing_episodes.csv", "kind", episodes(",kind,", ",found_place,")),
    ("duplicate_column", "missing_episodes.csv", "found_by", episodes("missing_from_cell,", "found_by,")),
    ("separator", "missing_episodes.csv", None, lambda: {"missing_episodes.csv": EPISODES.replace(",", ";")}),
    ("ragged_rows", "missing_episodes.csv", None, episodes(",self", ",self,extra,values")),
    ("ragged_rows", "missing_episodes.csv", None, episodes(",X2,,self", "")),
    ("unreadable", "missing_episodes.csv", None, also("missing_episodes.csv", "")),
    ("unknown_table", "victims_of_crime.csv", None, also("victims_of_crime.csv", "a,b\n1,2\n")),
    ("unreadable", "children.parquet", None, also("children.parquet", "PAR1 no parquet")),
    ("tree", "areas.csv", "parent_code", areas(AREAS.replace("police_force,", "police_force,X2"))),
    ("duplicate", "areas.csv", "area_code", areas(AREAS + "X2,Seaton Vale,local_authority,\n")),
    ("reference", "areas.csv", "parent_code", areas(AREAS.replace("authority,X1", "authority,X7"))),
    ("integer", "areas.csv", "population_0_17",
     areas("area_code,area_name,level,population_0_17\nX2,Vale,district,umpteen\n")),
    ("manifest", "children.csv", None, also("extract.toml", MANIFEST + '[files]\n"children.csv" = {rows = 2}\n')),
    ("rows", "areas.csv", None, also("extract.toml", MANIFEST + '[files]\n"areas.csv" = {rows = 3}\n')),
    ("sha256", "areas.csv", None, also("extract.toml", MANIFEST + f'[files]\n"areas.csv" = {{sha256 = "{"0" * 64}"}}\n')),
]  # fmt: skip
NEVER_SHOWN = (
    SECRET,
    "QX1",
    "the pier",
    "absconded",
    "favourite",
    "child-seven",
    "umpteen",
    ONE_CHILD,
    "X9",
    "X7",
    "2010-05",
    "05/03",
)


@pytest.mark.parametrize(("rule", "file", "column", "how"), BROKEN)
def test_a_broken_extract_is_refused_by_rule_file_and_column_without_its_values(
    tmp_path: Path, rule: str, file: str, column: str | None, how: Callable[[], dict[str, str]]
) -> None:
    found = received(write(tmp_path, **how()))
    places = {
        (breach.rule, breach.file, breach.column) for breach in found.breaches if breach.severity == "refuse"
    }
    assert (rule, file, column) in places, found.breaches
    said = " ".join(str(breach) for breach in found.breaches)
    assert not [value for value in NEVER_SHOWN if value in said]
    assert all(breach.todo and breach.count for breach in found.breaches)


def test_rows_are_numbered_as_in_the_file(tmp_path: Path) -> None:
    found = received(write(tmp_path, **episodes("foster", "the pier")()))
    assert [(breach.count, breach.rows) for breach in found.breaches] == [(1, (4,))]


def test_an_absence_longer_than_a_year_only_warns(tmp_path: Path) -> None:
    found = received(write(tmp_path, **episodes("2024-02-03T21:05", "2022-02-03T21:05")()))
    assert [(breach.rule, breach.severity) for breach in found.breaches] == [("over_a_year", "warn")]


def test_many_times_at_midnight_only_warn(tmp_path: Path) -> None:
    rows = [
        f"{at:016x}a,{at:016x}b,northshire_police,missing,2024-02-03T00:00,,home,X2,," for at in range(30)
    ]
    found = received(write(tmp_path, **{"missing_episodes.csv": "\n".join([HEADER, *rows]) + "\n"}))
    assert [(breach.rule, breach.severity, breach.count) for breach in found.breaches] == [
        ("midnight", "warn", 30)
    ]
