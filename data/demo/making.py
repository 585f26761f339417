"""Make the demo: draw the children and their absences, then write what each agency sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from data.demo.care import child_columns, stays
from data.demo.children import QUIET, Children, draw_children, homes_in_wards, period_days
from data.demo.episodes import DAY, Episodes, draw_absences
from data.demo.exploitation import Victims, case_tables, draw_victims, offender_tables
from data.demo.geography import area_rows, write_outlines, write_places
from data.demo.names import AGENCIES, COUNCIL, HEALTH, HEALTH_LAST_DAY, LANTERN, POLICE, TIDEWELL
from data.demo.residents import population_rows
from data.demo.response import (
    assessments,
    indicators,
    interview_tables,
    partnership_columns,
    referrals,
    return_columns,
    service_columns,
)
from data.demo.sending import COUNCIL_ONLY, PIECE, POLICE_ONLY, draw_senders, episode_pieces
from data.demo.writing import write_manifest, write_table

SENDERS = (COUNCIL, HEALTH, POLICE, LANTERN, TIDEWELL)
USUAL_A_YEAR = 5_000


@dataclass(frozen=True)
class County:
    """Everything drawn for one demo; `spans` has each child's first and last active day."""

    children: Children
    episodes: Episodes
    senders: np.ndarray
    spans: np.ndarray
    victims: Victims
    first: int
    last: int


def make(
    directory: Path, episodes: int, years: int, seed: int, progress: Callable[[str], None]
) -> list[Path]:
    """Write the five folders; their paths."""
    rng = np.random.default_rng(seed)
    progress("children and absences")
    county = _draw(rng, episodes, years)
    folders = {agency: directory / agency for agency in SENDERS}
    for agency, folder in folders.items():
        progress(agency)
        folder.mkdir(parents=True, exist_ok=True)
        _write_manifest(folder, agency, county)
        if agency in (COUNCIL, POLICE):
            _write_areas(folder, max(episodes / years / USUAL_A_YEAR, 1.0), agency)
            _write_episodes(rng, folder, agency, county)
    progress("exploitation and response")
    _write_rest(rng, folders, county, years)
    _write_interviews(folders, county, seed)
    write_table(folders[COUNCIL], "care_episodes", stays(rng, county.children, county.spans, county.last))
    write_places(directory / ".places.geojson")
    return list(folders.values())


def _draw(rng: np.random.Generator, episodes: int, years: int) -> County:
    homes = homes_in_wards(rng)
    first, last = period_days(years)
    active, drawn = draw_absences(rng, episodes, years, homes)
    until = rng.integers(first, last + 1, round(episodes * QUIET))
    quiet = draw_children(rng, until, np.zeros(len(until), dtype=int), homes)
    spans = np.empty((len(active) + len(quiet), 2), dtype=np.int64)
    changes = np.flatnonzero(np.append(True, drawn.child[1:] != drawn.child[:-1]))
    spans[: len(active), 0] = drawn.start[changes] // DAY
    spans[: len(active), 1] = drawn.start[np.append(changes[1:], len(drawn)) - 1] // DAY
    spans[len(active) :, 0], spans[len(active) :, 1] = until, until
    children = active.join(quiet)
    victims = draw_victims(rng, children, spans, episodes)
    return County(children, drawn, draw_senders(rng, len(drawn)), spans, victims, first, last)


def _write_rest(rng: np.random.Generator, folders: dict[str, Path], county: County, years: int) -> None:
    """Exploitation and the response to it; the children concerned are those of the victims drawn."""
    victims, last = county.victims, county.last
    tables: dict[str, dict[str, Any]] = {agency: {} for agency in SENDERS}
    tables[POLICE] = case_tables(rng, county.children, victims, 0) | offender_tables(rng, victims, last)
    tables[LANTERN] = case_tables(rng, county.children, victims, 1)
    tables[COUNCIL] = {
        "services": service_columns(),
        "returns": return_columns(county.first, years),
        "partnership": partnership_columns(years),
    }
    child, day = victims.child, victims.day
    tables[COUNCIL]["assessments"] = assessments(rng, child, day, "eldermere_tool_2", last)
    until = int(np.datetime64(HEALTH_LAST_DAY).astype(int))
    early = day <= until
    tables[HEALTH]["assessments"] = assessments(
        rng, child[early][::3], day[early][::3], "health_screen", until
    )
    for agency, upto in ((COUNCIL, last), (HEALTH, until), (TIDEWELL, last)):
        tables[agency]["indicators"] = indicators(rng, child[day <= upto], day[day <= upto], agency, upto)
    tables[COUNCIL]["referrals"] = referrals(rng, child, day, COUNCIL, last)
    tables[TIDEWELL]["referrals"] = referrals(rng, child[::4], day[::4], TIDEWELL, last)
    for agency, sent in tables.items():
        for name, columns in sent.items():
            write_table(folders[agency], name, columns)


def _write_interviews(folders: dict[str, Path], county: County, seed: int) -> None:
    """Both tables of each holder, a piece at a time; the same chance for both, so that they agree."""
    for holder, sender, rows in _interviewed(county):
        for name in ("return_interviews", "interview_episodes"):
            pieces = (
                interview_tables(
                    np.random.default_rng([seed, since]),
                    county.episodes,
                    rows[since : since + PIECE],
                    sender,
                    holder,
                    county.last,
                )[name]
                for since in range(0, len(rows), PIECE)
            )
            write_table(folders[holder], name, pieces)


def _interviewed(county: County) -> list[tuple[str, str, np.ndarray]]:
    """Who interviews, by whose pseudonyms, which absences: the council its own, a voluntary service the rest."""
    police_only = county.senders == POLICE_ONLY
    return [(COUNCIL, COUNCIL, np.flatnonzero(~police_only)), (TIDEWELL, POLICE, np.flatnonzero(police_only))]


def _write_manifest(folder: Path, agency: str, county: County) -> None:
    first = np.datetime64(county.first, "D").astype(object)
    last = np.datetime64(county.last, "D").astype(object)
    if agency == HEALTH:
        write_manifest(folder, agency, min(first, HEALTH_LAST_DAY), HEALTH_LAST_DAY, HEALTH_LAST_DAY)
    else:
        write_manifest(folder, agency, first, last)


def _write_areas(folder: Path, scale: float, agency: str) -> None:
    write_table(folder, "areas", _columns(area_rows(scale)))
    if agency == COUNCIL:
        write_table(folder, "population", _columns(population_rows(scale)))
    rows = [
        {"agency_code": code, "agency_name": name, "agency_type": kind, "area_code": area}
        for code, (name, kind, area) in AGENCIES.items()
    ]
    write_table(folder, "agencies", _columns(rows))
    write_outlines(folder / "areas.geojson")


def _write_episodes(rng: np.random.Generator, folder: Path, agency: str, county: County) -> None:
    unsent = COUNCIL_ONLY if agency == POLICE else POLICE_ONLY
    known = np.zeros(len(county.children), dtype=bool)
    known[county.episodes.child[county.senders != unsent]] = True
    known[county.victims.child] = True
    if agency == COUNCIL:
        known |= county.children.care >= 0
    write_table(folder, "children", child_columns(county.children, np.flatnonzero(known), agency == COUNCIL))
    pieces = episode_pieces(rng, county.children, county.episodes, county.senders, agency)
    write_table(folder, "missing_episodes", pieces)


def _columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in rows[0]}
