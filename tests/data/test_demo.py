"""The demo is what it says: valid, the same each time, and each planted fact is found in its files."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest
from shapely.geometry import shape

from data.declarations import TABLES
from data.demo import PLANTED, make_demo
from data.receive import receive

POLICE, COUNCIL = "eldermere_police", "eldermere_childrens_services"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    make_demo(folder)
    return folder


@pytest.fixture(scope="module")
def con(demo: Path) -> duckdb.DuckDBPyConnection:
    """`sent`: every record of both agencies; `absences`: each absence once, the police's record first."""
    con = duckdb.connect()
    con.execute(
        f"create view sent as select * from read_csv('{demo}/*/missing_episodes.csv', all_varchar = true)"
    )
    con.execute(
        f"create view children as select * from read_csv('{demo}/{COUNCIL}/children.csv', all_varchar = true)"
    )
    con.execute(
        f"create view areas as select * from read_csv('{demo}/{POLICE}/areas.csv', all_varchar = true)"
    )
    con.execute(
        """
        create table absences as
        select *, started_at[:10]::date as day, try_cast(started_at[12:13] as int) as hour from sent
        qualify row_number() over (partition by child_ref, started_at[:10] order by agency_code desc) = 1
        """
    )
    return con


def one(con: duckdb.DuckDBPyConnection, sql: str) -> float:
    return float(con.execute(sql).fetchall()[0][0])


def test_every_extract_is_accepted(demo: Path) -> None:
    known: set[str] = set()
    for folder in sorted(demo.iterdir()):
        if folder.is_dir():
            with duckdb.connect() as fresh:
                received = receive(fresh, folder, known_areas=known)
                assert not [breach for breach in received.breaches if breach.severity == "refuse"]
                if "areas" in received.tables:
                    known |= {
                        code for (code,) in fresh.execute("select area_code from received.areas").fetchall()
                    }


def test_every_table_is_sent_by_somebody_and_holds_rows(demo: Path) -> None:
    for name in TABLES:
        files = list(demo.glob(f"*/{name}.csv"))
        assert files, name
        assert all(len(file.read_text("utf-8").splitlines()) > 1 for file in files), name


def digests(folder: Path, seed: int) -> dict[str, str]:
    make_demo(folder, episodes=1_000, years=2, seed=seed)
    return {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    first = digests(tmp_path / "a", 1)
    assert first == digests(tmp_path / "b", 1)
    assert (
        first[f"{POLICE}/missing_episodes.csv"]
        != digests(tmp_path / "c", 2)[f"{POLICE}/missing_episodes.csv"]
    )


def test_there_are_as_many_absences_as_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    assert one(con, "select count(*) from absences") == pytest.approx(25_000, rel=0.02)


def test_one_absence_in_so_many_is_sent_by_both(con: duckdb.DuckDBPyConnection) -> None:
    both = one(con, "select (select count(*) from sent) / (select count(*) from absences) - 1")
    assert both == pytest.approx(PLANTED["sent_by"]["both"], abs=0.03)


def test_a_tenth_of_the_children_account_for_almost_half_of_a_quarters_episodes(
    con: duckdb.DuckDBPyConnection,
) -> None:
    counts = [
        row[0]
        for row in con.execute(
            "select count(*) from absences where kind = 'missing' and day >= date '2026-07-01' group by child_ref order by 1 desc"
        ).fetchall()
    ]
    share = sum(counts[: len(counts) // 10]) / sum(counts)
    assert share == pytest.approx(PLANTED["top_tenth_share"], abs=0.06)
    assert counts.count(1) / len(counts) > 0.5


def test_evenings_of_friday_and_saturday_are_the_peak(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select isodow(day), count(*) filter (hour between 17 and 22) from absences group by 1 order by 2 desc"
    ).fetchall()
    assert {rows[0][0], rows[1][0]} == set(PLANTED["peak_days"])
    assert one(con, "select avg((hour between 17 and 22)::int) from absences where hour is not null") > 0.45


def test_the_police_began_to_record_missing_instead_of_away(con: duckdb.DuckDBPyConnection) -> None:
    share = "select avg((kind = 'missing')::int) from absences where day"
    change = PLANTED["recording_change"]
    assert one(con, f"{share} >= date '{change}'") - one(con, f"{share} < date '{change}'") > 0.1


def test_july_2026_lies_above_the_process_limits(con: duckdb.DuckDBPyConnection) -> None:
    counts = [
        row[1]
        for row in con.execute(
            "select date_trunc('month', day), count(*) from absences "
            f"where kind = 'missing' and day >= '{PLANTED['recording_change']}' "
            "group by 1 order by 1"
        ).fetchall()
    ]
    ranges = [abs(b - a) for a, b in pairwise(counts)]
    mean = sum(counts) / len(counts)
    assert counts[-3] > mean + 2.66 * sum(ranges) / len(ranges)
    assert max(counts[:-3]) < mean + 2.66 * sum(ranges) / len(ranges)


def test_one_district_is_above_the_county_and_one_below(con: duckdb.DuckDBPyConnection) -> None:
    rates = dict(
        con.execute(
            """
        select district.area_name, count(distinct child_ref) / any_value(district.population_0_17::int)
        from absences join children using (child_ref)
        join areas as ward on ward.area_code = home_area join areas as district on district.area_code = ward.parent_code
        where kind = 'missing' and district.area_name <> 'Oakenleigh' group by 1
        """
        ).fetchall()
    )
    assert max(rates, key=lambda name: rates[name]) == PLANTED["high_district"]
    assert min(rates, key=lambda name: rates[name]) == PLANTED["low_district"]


def test_about_half_of_the_episodes_are_from_care(con: duckdb.DuckDBPyConnection) -> None:
    assert 0.4 < one(con, "select avg((missing_from not in ('home', 'unknown'))::int) from absences") < 0.65


@pytest.mark.parametrize(("column", "name", "table"), [
    ("home_area is null", "home_area", "children"), ("ethnicity is null", "ethnicity", "children"),
    ("missing_from = 'unknown'", "missing_from", "absences"),
    ("coalesce(found_place, 'unknown') = 'unknown'", "found_place", "absences"),
    ("length(started_at) = 10", "times", "sent"),
])  # fmt: skip
def test_unknowns_come_at_their_planted_rates(
    con: duckdb.DuckDBPyConnection, column: str, name: str, table: str
) -> None:
    assert one(con, f"select avg(({column})::int) from {table}") == pytest.approx(
        PLANTED["unknown"][name], abs=0.035
    )


def test_the_service_raises_identification_in_its_district(demo: Path) -> None:
    opened = PLANTED["service_opened"]
    found = duckdb.sql(
        f"""
        select identified_on >= date '{opened}' as after, count(*)
        from read_csv('{demo}/*/victims.csv', union_by_name = true)
        join read_csv('{demo}/{COUNCIL}/children.csv') using (child_ref)
        join read_csv('{demo}/{POLICE}/areas.csv') as ward on ward.area_code = home_area
        join read_csv('{demo}/{POLICE}/areas.csv') as district on district.area_code = ward.parent_code
        where district.area_name = 'Pellport' group by 1 order by 1
        """
    ).fetchall()
    assert found[1][1] > 1.5 * found[0][1]


def test_groups_share_victims_across_districts(demo: Path) -> None:
    spread = duckdb.sql(
        f"""
        select group_ref from read_csv('{demo}/{POLICE}/groups.csv')
        join read_csv('{demo}/{POLICE}/offending.csv') using (nominal_ref)
        join read_csv('{demo}/{COUNCIL}/children.csv') using (child_ref)
        join read_csv('{demo}/{POLICE}/areas.csv') as ward on ward.area_code = home_area
        group by 1 having count(distinct ward.parent_code) > 1
        """
    ).fetchall()
    assert len(spread) >= 3


@pytest.mark.parametrize(
    "place", [place for place in PLANTED["hotspots"] if place[1] or place[2]], ids=lambda place: place[0]
)
def test_places_heat_up_and_cool_down(con: duckdb.DuckDBPyConnection, place: Any) -> None:
    name, since, until, _, _ = place
    hot = f"day >= '{since}'" if since else f"day <= '{until}'"
    share = (
        "select avg((area_name = '{}')::int) from absences join areas on area_code = found_area where {} ({})"
    )
    assert one(con, share.format(name, "", hot)) > 1.4 * one(con, share.format(name, "not", hot))


def test_silent_agencies_never_answer_and_health_stops(demo: Path) -> None:
    answers = duckdb.sql(
        f"select agency_code, max(period_end) filter (answer <> 'none') from read_csv('{demo}/{COUNCIL}/returns.csv') group by 1"
    ).fetchall()
    assert {agency for agency, last in answers if last is None} == set(PLANTED["never_answered"])
    assert dict(answers)["eldermere_health"] == PLANTED["stopped_answering"][1]


def test_conflated_values_and_open_episodes_are_there(con: duckdb.DuckDBPyConnection) -> None:
    named = ", ".join(f"'{value}'" for value in PLANTED["conflated_nationalities"])
    assert one(con, f"select count(*) from children where nationality in ({named})") > 10
    assert 1 <= one(con, "select count(*) from absences where ended_at is null") <= 30


def test_nights_cross_both_clock_changes(con: duckdb.DuckDBPyConnection) -> None:
    for change in ("2026-03-29", "2025-10-26"):
        assert (
            one(
                con,
                f"select count(*) from sent where started_at < '{change}T01:00' and ended_at > '{change}T02:00'",
            )
            > 0
        )


def test_each_district_is_one_polygon(demo: Path) -> None:
    features = json.loads((demo / POLICE / "areas.geojson").read_text("utf-8"))["features"]
    outlines = {feature["properties"]["area_code"]: shape(feature["geometry"]) for feature in features}
    assert all(outline.is_valid and outline.geom_type == "Polygon" for outline in outlines.values())
    wards = [outline for code, outline in outlines.items() if code.startswith("X05")]
    assert sum(ward.area for ward in wards) == pytest.approx(outlines["X26"].area, rel=1e-3)
