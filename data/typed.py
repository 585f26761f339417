"""From strings to types: the SQL that turns each staged column into its received form, or null if it cannot."""

from __future__ import annotations

import duckdb

from data.declarations import Column, Table

_LOCAL = r"^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)$"
_OFFSET = r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)? ?(Z|z|[+-]\d\d(:?\d\d)?)$"
_YES_NO = {
    "yes": ("yes", "y", "true", "1"), "no": ("no", "n", "false", "0"), "unknown": ("unknown", "u", "not known"),
    "not_applicable": ("not_applicable", "not applicable", "na", "n/a"),
}  # fmt: skip
_ASCII_CODE = r"A-Za-z0-9 _./&()+,<>-"  # tried first: the classes of Unicode are a hundred times slower
_ANY_CODE = r"\p{L}\p{M}\p{N} _./&()+,<>’-"
LONGEST_CODE, LONGEST_NAME, MOST_WORDS = 60, 120, 6


def make_received(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Make `received.<table>` from `staged.<table>`: one row for each row sent, in the order of the file.

    The order is kept because `receive` asks DuckDB to preserve it, and without a sort on every core.
    """
    columns = ["row"]
    for column in table.columns:
        columns.append(f"{typed(column)} as {column.sql}")
        if column.kind == "time":
            columns.append(f"{local_day(column)} as {column.day}")
    con.execute(
        f"create or replace table received.{table.name} as select {', '.join(columns)} from staged.{table.name}"
    )


def make_empty(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Make `received.<table>` without rows, for a table that was not sent."""
    columns = ", ".join(f"{name} {kind}" for name, kind in table.received_columns())
    con.execute(f"create or replace table received.{table.name} ({columns})")


def typed(column: Column) -> str:
    """The SQL of one received column; its value is null where the string does not fit."""
    value = column.sql
    match column.kind:
        case "ref":
            form = f"regexp_full_match({value}, '[0-9a-fA-F]{{16,128}}|[A-Za-z2-7]{{16,128}}=*')"
            return f"case when {form} and not regexp_full_match({value}, '[0-9]+') then lower({value}) end"
        case "code":
            form = f"(regexp_full_match({value}, '[{_ASCII_CODE}]+') or regexp_full_match({value}, '[{_ANY_CODE}]+'))"
            form += f" and length({value}) <= {LONGEST_CODE}"
            return f"case when {form} and length({value}) - length(replace({value}, ' ', '')) < {MOST_WORDS} then {value} end"
        case "text":
            return f"case when length({value}) <= {LONGEST_NAME} and not regexp_matches({value}, '[\\r\\n]') then {value} end"
        case "date":
            return _date(value)
        case "time":
            return _utc(value)
        case "month":
            return rf"case when regexp_full_match({value}, '\d{{4}}-\d\d') then try_cast({value} || '-01' as date) end"
        case "integer":
            number = rf"case when regexp_full_match({value}, '\d{{1,9}}(\.0+)?') then try_cast(split_part({value}, '.', 1) as integer) end"  # noqa: E501
            return (
                number
                if column.most is None
                else f"nullif(least({number}, {column.most + 1}), {column.most + 1})"
            )
        case "number":
            return rf"case when regexp_full_match({value}, '\d{{1,9}}(\.\d{{1,9}})?') then try_cast({value} as double) end"
        case "list":
            parts = f"list_transform(string_split({value}, ';'), lambda part: lower(trim(part)))"
            code = r"[a-z0-9_./&()+,<>-]+( [a-z0-9_./&()+,<>-]+){0,5}"
            listed = rf"regexp_full_match(lower({value}), '( *({code}) *(;|$))+')"
            return f"case when {listed} then list_filter({parts}, lambda part: part <> '') end"
        case "cell":
            return f"case when regexp_full_match({value}, '[0-9a-fA-F]{{15}}') then lower({value}) end"
        case "yes_no":
            return _one_of(value, {word: code for code, words in _YES_NO.items() for word in words})
        case _:
            return _choice(value, column.values)


def _choice(value: str, values: tuple[str, ...]) -> str:
    plain = f"regexp_replace(lower({value}), '[ -]+', '_', 'g')"
    listed = ", ".join(f"'{code}'" for code in values)
    # Nearly all are written as they are listed, and that is seen sooner.
    return f"case when {value} in ({listed}) then {value} when {plain} in ({listed}) then {plain} end"


def _one_of(value: str, words: dict[str, str]) -> str:
    cases = " ".join(f"when '{word}' then '{code}'" for word, code in words.items())
    return f"case lower({value}) {cases} end"


def _date(value: str) -> str:
    day = rf"case when regexp_full_match({value}, '\d{{4}}-\d\d-\d\d') then try_cast({value} as date) end"
    return f"nullif(greatest({day}, date '1899-12-31'), date '1899-12-31')"


def _local(value: str) -> str:
    return f"try_cast(regexp_extract({value}, '{_LOCAL}', 1) as timestamp)"


def _instant(value: str) -> str:
    """Time with an offset as UTC."""
    return f"case when regexp_matches({value}, '{_OFFSET}') then timezone('UTC', try_cast(replace({value}, ' +', '+') as timestamptz)) end"  # noqa: E501


def _is_change_hour(local: str, month: int) -> str:
    """Whether a local time lies in the hour that a change of the clocks repeats (10) or leaves out (3)."""
    last_sunday = f"month({local}) = {month} and day({local}) >= 25 and dayofweek({local}) = 0"
    return f"({last_sunday} and hour({local}) = 1)"


def _utc(value: str) -> str:
    """UTC of a time; null for a date alone.

    A time in the repeated hour of October is read as the first of the two (`settle_ends` moves an end that
    would come before its start). One in the hour left out in March is read as an hour later on the clock.
    """
    local = _local(value)
    utc = f"timezone('UTC', timezone('Europe/London', {local}))"
    return (
        f"case when length({value}) > 16 and regexp_matches({value}, '{_OFFSET}') then {_instant(value)} "
        f"when {_is_change_hour(local, 10)} then {local} - interval 1 hour else {utc} end"
    )


def local_day(column: Column) -> str:
    """The SQL of the local date of a time."""
    value = column.sql
    return (
        f"case when length({value}) = 10 then {_date(value)} "
        f"when regexp_matches({value}, '{_OFFSET}') "
        f"then cast(timezone('Europe/London', timezone('UTC', {_instant(value)})) as date) "
        f"else cast({_local(value)} as date) end"
    )


def never_was(column: Column) -> str:
    """The SQL that says whether a time lies in the hour that the clocks left out."""
    return _is_change_hour(_local(column.sql), 3)


def settle_ends(con: duckdb.DuckDBPyConnection) -> None:
    """Read the end of an absence as the second of the two repeated hours where the first would precede its start."""
    local = "timezone('Europe/London', timezone('UTC', ended_at))"
    con.execute(
        f"""
        update received.missing_episodes set ended_at = ended_at + interval 1 hour
        where ended_at < started_at and {_is_change_hour(local, 10)}
          and row in (select row from staged.missing_episodes where length(ended_at) <= 19)
        """
    )
