"""Small extracts, written by hand for one test: an agency's folder of CSV files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb

from data.load import load

AREAS = """\
area_code,area_name,level,parent_code,population_0_17
F1,Northshire,police_force,,30000
C1,Seaton Vale,local_authority,F1,20000
C2,Holm Moor,local_authority,F1,10000
"""
COLUMNS = "episode_ref,child_ref,agency_code,kind,started_at,ended_at,missing_from,missing_from_area"


def ref(word: str) -> str:
    """A pseudonym that a test can name: the same word, the same pseudonym."""
    return word.encode().hex().rjust(19, "0") + "a"


def manifest(agency: str, kind: str, **entries: str) -> str:
    """The text of an `extract.toml` for the year 2024, apart from the entries given."""
    said = {
        "agency": agency,
        "agency_type": kind,
        "as_at": "2025-01-02",
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "schema_version": "1",
        "marking": "OFFICIAL",
        "pseudonym_key_id": "k1",
    }
    return "".join(f'{name} = "{value}"\n' for name, value in (said | entries).items())


def absences(agency: str, rows: Iterable[str]) -> str:
    """The text of a missing_episodes.csv: each row 'episode child start end area', '-' for no end."""
    lines = [COLUMNS]
    for row in rows:
        episode, child, start, end, area = row.split()
        ended = "" if end == "-" else end
        lines.append(f"{ref(episode)},{ref(child)},{agency},missing,{start},{ended},home,{area}")
    return "\n".join(lines) + "\n"


def write(
    folder: Path, agency: str, kind: str, rows: Iterable[str], *, areas: str = AREAS, **entries: str
) -> Path:
    """An extract of areas (unless empty) and missing episodes, in a folder named for its agency."""
    sent = folder / agency
    sent.mkdir(parents=True, exist_ok=True)
    (sent / "extract.toml").write_text(manifest(agency, kind, **entries))
    (sent / "missing_episodes.csv").write_text(absences(agency, rows))
    if areas:
        (sent / "areas.csv").write_text(areas)
    return sent


def load_all(root: Path, *extracts: Path) -> str:
    """The version made of these extracts, with a cube that holds only its name: making one takes seconds."""
    return load(extracts, root, name_cube)


def name_cube(exact: Path, cube: Path, progress: Callable[[str], None]) -> None:
    """In place of the cube's builder."""
    with duckdb.connect(str(cube)) as con:
        con.execute(f"attach '{exact}' as warehouse (read_only)")
        con.execute("create table about as from warehouse.about")


def exact(root: Path, version: str) -> Path:
    """The exact warehouse of a version."""
    return root / "versions" / version / "exact.duckdb"
