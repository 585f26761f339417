"""The checks on missing episodes: the national return's own rules by their numbers, and three of ours.

Rules of the national return refuse. An absence longer than a year happens, and a register of dates is
honest, so those two only warn.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from data.breach import Breach, Severity
from data.check import counted
from data.extract import Manifest
from data.sources import Source

MIDNIGHT_SHARE = 0.3
FEWEST_TIMES = 20


@dataclass(frozen=True)
class Rule:
    """One rule: `where` is SQL over `episodes`, true for the rows that break it."""

    number: str
    what: str
    todo: str
    column: str
    where: str
    severity: Severity = "refuse"


RULES = (
    Rule("564", "Absences without a start", "Give the start.", "started_at", "started_sent is null"),
    Rule("565", "Absences with a start but no type", "Write missing or away.", "kind", "started_sent is not null and kind_sent is null"),  # noqa: E501
    Rule("566", "Absences with an end but no type", "Write missing or away.", "kind", "ended_sent is not null and kind_sent is null"),  # noqa: E501
    Rule(
        "567", "Absences end before they start", "Mend the start or the end.", "ended_at",
        "ended_at < started_at or ended_on < started_on",
    ),
    Rule("570", "Absences start after the period", "Mend the start, or period_end in extract.toml.", "started_at", "started_on > $period_end"),  # noqa: E501
    Rule(
        "571", "Absences end outside the period", "Leave the end empty if the child was still missing, or mend the period.",
        "ended_at", "ended_on > $period_end or ended_on < $period_start",
    ),
    Rule("586", "Absences start before the child was born", "Mend birth_month or the start.", "started_at", "started_on < birth_month"),  # noqa: E501
    Rule("as_at", "Absences start after the extract was taken", "Mend the start, or as_at.", "started_at", "started_on > $as_at"),
    Rule(
        "over_a_year", "Absences longer than a year", "Check that they had not ended.", "ended_at",
        "coalesce(ended_on, least($as_at, $period_end)) - started_on > 366", "warn",
    ),
)  # fmt: skip


def check_missing(con: duckdb.DuckDBPyConnection, source: Source, manifest: Manifest) -> list[Breach]:
    """Breaches of the rules on missing episodes; `received.missing_episodes` and `received.children` exist."""
    con.execute(
        """
        create or replace temp view episodes as
        select
            received.*, birth_month, started_sent, ended_sent, kind_sent
        from received.missing_episodes as received
        join (
            select row, started_at as started_sent, ended_at as ended_sent, kind as kind_sent
            from staged.missing_episodes
        ) as staged using (row)
        left join (
            select child_ref, any_value(birth_month) as birth_month from received.children group by child_ref
        ) using (child_ref)
        """
    )
    breaches = [
        *_check_rules(con, source, manifest),
        *_check_open(con, source),
        *_check_midnight(con, source),
    ]
    con.execute("drop view episodes")
    return breaches


def _check_rules(con: duckdb.DuckDBPyConnection, source: Source, manifest: Manifest) -> list[Breach]:
    measures = ", ".join(
        f"count(*) filter (where {rule.where}), min(row, 5) filter (where {rule.where})" for rule in RULES
    )
    days = {"period_start": manifest.period_start, "period_end": manifest.period_end, "as_at": manifest.as_at}
    row = con.execute(f"select {measures} from episodes", days).fetchall()[0]
    return [
        Breach(
            rule.number,
            rule.what,
            rule.todo,
            source.name,
            rule.column,
            row[2 * at],
            tuple(row[2 * at + 1]),
            rule.severity,
        )
        for at, rule in enumerate(RULES)
        if row[2 * at]
    ]


def _check_open(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    """574: an absence that starts while another of the same child, sent by the same agency, has not ended.

    Where a time is not known the whole day is allowed, so two absences may share a day.
    """
    count, rows = counted(
        con,
        """
        with spans as (
            select
                row, child_ref, agency_code, started_on,
                coalesce(started_at, started_on + interval 1 day) as latest_start,
                coalesce(started_at, cast(started_on as timestamp)) as earliest_start,
                coalesce(ended_at, ended_on - interval 1 hour, timestamp 'infinity') as earliest_end
            from received.missing_episodes
            where started_on is not null and child_ref is not null
        )
        select row from spans
        qualify latest_start < max(earliest_end) over (
            partition by child_ref, agency_code order by earliest_start, earliest_end, row
            rows between unbounded preceding and 1 preceding
        )
        """,
    )
    if not count:
        return []
    todo = "Give the earlier absence its end, or send the two as one."
    return [
        Breach(
            "574",
            "Absences start while another of the child is open",
            todo,
            source.name,
            "started_at",
            count,
            rows,
        )
    ]


def _check_midnight(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    """A warning where more than three starts in ten are at exactly 00:00: probably dates, not times."""
    timed, midnight = con.execute(
        """
        select
            count(*),
            count(*) filter (where strftime(timezone('Europe/London', timezone('UTC', started_at)), '%H:%M:%S') = '00:00:00')
        from received.missing_episodes where started_at is not null
        """
    ).fetchall()[0]
    if timed < FEWEST_TIMES or midnight <= MIDNIGHT_SHARE * timed:
        return []
    what, todo = (
        "More than 30% of times are exactly 00:00",
        "If only dates are known, send dates without a time.",
    )
    return [Breach("midnight", what, todo, source.name, "started_at", midnight, severity="warn")]
