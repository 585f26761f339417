"""O1: ethnicity and nationality as recorded, never without the caution, and described only where enough is known."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import NOT_KNOWN
from answers.cautions import ETHNICITY
from answers.finding import Finding
from answers.offenders.sides import NAMES, sides_of
from answers.view import View
from answers.words import counted, listed

NO_CONCLUSION = "No conclusion about any group can be drawn from this."


def ethnic_group(view: View) -> Finding:
    """Table 4 of the assessment in broad groups."""
    return _told(view, "ethnic_group", "Ethnic group", "Possible offenders by recorded ethnic group")


def nationality(view: View) -> Finding:
    """Table 3 of the assessment; nationalities of fewer than 10 in both groups are counted together in words."""
    finding = _told(view, "nationality", "Nationality", "Possible offenders")
    if finding.table is None or finding.state != "ok":
        return finding
    codes, counts = finding.table.labels("nationality"), zip(*map(finding.table.values, NAMES), strict=True)
    few = [
        code not in NOT_KNOWN and all(count is None for count in both)
        for code, both in zip(codes, counts, strict=True)
    ]
    if not any(few):
        return finding
    table = finding.table.where([not one for one in few])
    if not any(side.whole for side in finding.extra["told"]):
        return replace(finding, table=table)
    said = f"{counted(sum(few))} {'nationality is' if sum(few) == 1 else 'nationalities are'} withheld in both groups."
    return replace(finding, table=table, sentence=f"{said} {NO_CONCLUSION}")


def _told(view: View, dimension: str, name: str, opening: str) -> Finding:
    finding = sides_of(view, f"offenders_{dimension}", dimension, name, opening, NO_CONCLUSION)
    title = f"{name} as agencies recorded it"
    incomplete = [side.name for side in finding.extra["told"] if side.is_too_incomplete]
    if incomplete:
        title = f"{name} is too incomplete to conclude from in {listed(incomplete)}"
    return replace(finding, title=title, extra={**finding.extra, "caution": ETHNICITY})
