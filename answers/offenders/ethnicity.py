"""O1: ethnicity and nationality as recorded, never without the caution, and described only where enough is known."""

from __future__ import annotations

from dataclasses import replace

from answers.cautions import ETHNICITY
from answers.finding import Finding
from answers.offenders.sides import sides_of
from answers.view import View
from answers.words import listed

NO_CONCLUSION = "No conclusion about any group can be drawn from this."


def ethnic_group(view: View) -> Finding:
    """Table 4 of the assessment in broad groups."""
    return _told(view, "ethnic_group", "Ethnic group", "Possible offenders by recorded ethnic group")


def nationality(view: View) -> Finding:
    """Table 3 of the assessment."""
    return _told(view, "nationality", "Nationality", "Possible offenders")


def _told(view: View, dimension: str, name: str, opening: str) -> Finding:
    finding = sides_of(view, f"offenders_{dimension}", dimension, name, opening, NO_CONCLUSION)
    title = f"{name} as agencies recorded it"
    incomplete = [side.name for side in finding.extra["told"] if side.is_too_incomplete]
    if incomplete:
        title = f"{name} is too incomplete to conclude from in {listed(incomplete)}"
    return replace(finding, title=title, extra={**finding.extra, "caution": ETHNICITY})
