"""Who answered the assessment's request, by kind; areas and agencies have numbers for names."""

from __future__ import annotations

from typing import Any

from data.demo.ceop2011.reference import FIGURES

SENDER = "assessment"
COUNTRY = "X90000000"
RETURNS = FIGURES["returns"]


def force(number: int) -> str:
    return f"X91{number:06d}"


def council(number: int) -> str:
    return f"X92{number:06d}"


def area_rows() -> list[dict[str, Any]]:
    """One country, an area for each police force, and one below it for each council that answered."""
    rows = [_area(COUNTRY, "All areas asked", "country", None)]
    rows += [
        _area(force(one), f"Police area {one}", "police_force", COUNTRY)
        for one in range(1, RETURNS["police_forces"] + 1)
    ]
    return rows + [
        _area(council(one), f"Council area {one}", "local_authority", force(one))
        for one in range(1, RETURNS["childrens_services_and_lscbs"] + 1)
    ]


def _area(code: str, name: str, level: str, parent: str | None) -> dict[str, Any]:
    return {"area_code": code, "area_name": name, "level": level, "parent_code": parent}


def agency_rows() -> list[dict[str, Any]]:
    """Every agency that answered; a joint answer is that of the council and of the board of one area."""
    forces = [_agency("police", one, "police", force(one)) for one in range(1, RETURNS["police_forces"] + 1)]
    only_council, only_board, joint = (
        RETURNS[name] for name in ("childrens_services_only", "lscb_only", "joint")
    )
    councils = [
        *range(1, only_council + 1),
        *range(only_council + only_board + 1, only_council + only_board + joint + 1),
    ]
    boards = range(only_council + 1, only_council + only_board + joint + 1)
    return [
        *forces,
        *(_agency("council", one, "childrens_services", council(one)) for one in councils),
        *(_agency("board", one, "lscb", council(one)) for one in boards),
        *(
            _agency("service", one, "voluntary", council(one))
            for one in range(1, RETURNS["specialist_providers"] + 1)
        ),
    ]


def _agency(word: str, number: int, kind: str, area: str) -> dict[str, Any]:
    name = f"{word.capitalize()} {number}"
    return {"agency_code": f"{word}_{number}", "agency_name": name, "agency_type": kind, "area_code": area}


def return_rows() -> list[dict[str, Any]]:
    """A full answer of each agency."""
    period = FIGURES["period"]
    return [
        {
            "agency_code": agency["agency_code"],
            "period_start": period["start"],
            "period_end": period["end"],
            "answer": "full",
        }
        for agency in agency_rows()
    ]
