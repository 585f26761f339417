"""The exact warehouse: typed tables as sent, and from them, stage by stage, the tables that questions read."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from data.codes import code_rows
from data.declarations import TABLES
from data.keys import add_key_functions
from data.marked import lay_left_out
from data.neighbours import find_neighbours
from data.networks import lay_networks
from data.reading import literal

HERE = Path(__file__).parent
STAGES = sorted(HERE.glob("*.sql"))
SETTINGS = HERE.parent / "settings.toml"
Progress = Callable[[str], None]


def prepare(con: duckdb.DuckDBPyConnection, root: Path, folder: Path) -> None:
    """Make an empty warehouse: `extracts`, and `sent.<table>` as the contract declares it, with its sender."""
    con.execute("set memory_limit = '3GB'; set threads = 2; set preserve_insertion_order = false")
    con.execute(f"set temp_directory = {literal(folder / 'spill')}")
    add_key_functions(con, root)
    con.execute("create schema sent")
    con.execute(
        """
        create table extracts (
            sender varchar, agency_name varchar, agency_type varchar, as_at date, period_start date, period_end date,
            marking varchar, pseudonym_key_id varchar, tables varchar, sends_episodes boolean
        );
        create table recording_changes (sender varchar, on_date date, kind varchar, note varchar);
        create table marked_cells (sender varchar, cell varchar, reason varchar);
        create table school_holidays (sender varchar, first_day date, last_day date);
        """
    )
    con.execute("create table sent.outlines (area_code varchar, outline varchar, sender varchar)")
    for table in TABLES.values():
        columns = ", ".join(f"{name} {kind}" for name, kind in table.received_columns())
        con.execute(f"create table sent.{table.name} ({columns}, sender varchar)")


def build_warehouse(con: duckdb.DuckDBPyConnection, name: str, progress: Progress) -> None:
    """Run the stages of `warehouse/`, in order, on the tables of `sent`."""
    settings = tomllib.loads(SETTINGS.read_text("utf-8"))["repeat"]
    filled = {
        "every_child_ref": _every_ref("child_ref"),
        "every_nominal_ref": _every_ref("nominal_ref"),
        "every_case_ref": _every_ref("case_ref"),
        "repeat_before": str(int(settings["episodes"]) - 1),
        "repeat_days": str(int(settings["days"])),
    }
    con.execute("create temp table codes (list varchar, word varchar, code varchar)")
    con.executemany("insert into codes values (?, ?, ?)", code_rows())
    con.execute(
        "update extracts set sends_episodes = true where not exists (from extracts where sends_episodes)"
    )
    con.execute(
        "update extracts set agency_name = agency_code_name.agency_name "
        "from sent.agencies as agency_code_name where agency_code_name.agency_code = extracts.sender"
    )
    lay_left_out(con)
    for stage in STAGES:
        progress(stage.stem[3:].replace("_", " "))
        sql = stage.read_text("utf-8")
        for key, value in filled.items():
            sql = sql.replace("{{" + key + "}}", value)
        con.execute(sql)
    progress("networks")
    lay_networks(con)
    find_neighbours(con)
    _write_about(con, name, settings)


def _every_ref(column: str) -> str:
    """SQL for each pseudonym of one kind that any table names."""
    return "\n    union\n    ".join(
        f"select {column} from sent.{table.name} where {column} is not null"
        for table in TABLES.values()
        if table.is_ref(column)
    )


def _write_about(con: duckdb.DuckDBPyConnection, name: str, settings: dict[str, int]) -> None:
    con.execute("create table about (key varchar, value varchar)")
    facts = {
        "version": name,
        "loaded_on": f"{date.today():%Y-%m-%d}",
        "data_date": _one(con, "select cast(cast(until - interval 1 day as date) as varchar) from coverage"),
        "marking": _one(con, "select max_by(marking, as_at) from extracts") or "OFFICIAL-SENSITIVE",
        "tables": _one(
            con,
            "select string_agg(distinct sent, ' ') from (select unnest(split(tables, ' ')) as sent from extracts)",
        ),
        "default_role": _one(
            con,
            "select if(coalesce(avg(if(home_area is null, 0, 1)), 1) >= 0.5, 'home', 'missing_from') from missing_episodes",
        )
        or "home",
        "marked": _one(
            con,
            "select string_agg(reason || ' ' || places, ' ' order by reason) from (select reason, count(*) as places from "
            "(select cell, min(reason) as reason from marked_cells group by cell) group by reason)",
        ),
        "repeat_episodes": str(settings["episodes"]),
        "repeat_days": str(settings["days"]),
    }
    con.executemany("insert into about values (?, ?)", list(facts.items()))


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    rows = con.execute(sql).fetchall()
    return "" if not rows or rows[0][0] is None else str(rows[0][0])
