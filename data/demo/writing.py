"""Write an extract's files: pseudonyms, times and CSV, a piece at a time."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from data.declarations import TABLES
from data.demo.names import AGENCIES, AS_AT, CHANGE_OF_RECORDING, COUNCIL, HOLIDAYS, KEY_ID, POLICE

DEMO_KEY = b"the key of the fictional county, for the demo only"
Columns = Mapping[str, Any]


def refs(kind: str, numbers: range | np.ndarray) -> pa.Array:
    """The pseudonym of each number of a kind: 32 hexadecimal characters; a negative number has none."""
    made = {number: _ref(kind, number) for number in np.unique(np.asarray(numbers)).tolist()}
    return pa.array([made[number] for number in np.asarray(numbers).tolist()], pa.string())


def _ref(kind: str, number: int) -> str | None:
    if number < 0:
        return None
    ref = hmac.digest(DEMO_KEY, f"{kind}:{number}".encode(), "sha256").hex()[:32]
    return "a" + ref[1:] if ref.isdigit() else ref


def picked(words: Sequence[str | None], numbers: np.ndarray) -> pa.Array:
    """The word at each number."""
    return pa.array(words, pa.string()).take(pa.array(numbers))


def dates(days: np.ndarray, there: np.ndarray | None = None) -> pa.Array:
    """Days as dates; null where not `there`."""
    return pa.array(days.astype("datetime64[D]"), mask=None if there is None else ~there)


def times(minutes: np.ndarray, date_only: np.ndarray, there: np.ndarray | None = None) -> pa.Array:
    """Local times to the minute as text; a date alone where `date_only`; null where not `there`."""
    moments = pa.array(minutes.astype("datetime64[m]").astype("datetime64[s]"))
    text = pc.if_else(
        pa.array(date_only), pc.strftime(moments, "%Y-%m-%d"), pc.strftime(moments, "%Y-%m-%dT%H:%M")
    )
    return text if there is None else pc.if_else(pa.array(there), text, pa.scalar(None, pa.string()))


def write_table(folder: Path, name: str, pieces: Columns | Iterator[Columns]) -> None:
    """Write `<name>.csv` with the template's columns, those not given left out."""
    options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
    with (folder / f"{name}.csv").open("wb") as file:
        for number, columns in enumerate([pieces] if isinstance(pieces, Mapping) else pieces):
            names = [column.name for column in TABLES[name].columns if column.name in columns]
            if number == 0:
                file.write((",".join(names) + "\n").encode())
            pyarrow.csv.write_csv(pa.table({column: columns[column] for column in names}), file, options)


def write_manifest(folder: Path, agency: str, first: date, last: date, as_at: date = AS_AT) -> None:
    """Write `extract.toml`; the police's says when recording changed, the council's when schools were closed."""
    lines = [
        f'agency = "{agency}"',
        f'agency_type = "{AGENCIES[agency][1]}"',
        f"as_at = {as_at}",
        f"period_start = {first}",
        f"period_end = {last}",
        'schema_version = "1"',
        'marking = "OFFICIAL-SENSITIVE"',
        f'pseudonym_key_id = "{KEY_ID}"',
    ]
    if agency == POLICE and first <= CHANGE_OF_RECORDING <= last:
        for kind in ("missing", "away"):
            lines += [
                "",
                "[[recording_changes]]",
                f"on = {CHANGE_OF_RECORDING}",
                f'kind = "{kind}"',
                'note = "Police changed how they grade absences"',
            ]
    if agency == COUNCIL:
        for year in range(first.year, last.year + 1):
            for month, day, last_month, last_day in HOLIDAYS:
                lines += ["", "[[school_holidays]]", f"first = {date(year, month, day)}"]
                lines += [f"last = {date(year, last_month, last_day)}"]
    (folder / "extract.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
