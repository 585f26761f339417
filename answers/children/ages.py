"""V1: gender and age of the children together."""

from __future__ import annotations

from answers.ages import ages_of
from answers.finding import Finding
from answers.view import View
from answers.who import IDENTIFIED


def ages(view: View) -> Finding:
    """Girls and boys by age when first known."""
    title = "Ages of girls and of boys when first known"
    return ages_of(
        view, IDENTIFIED, title, "A child is often known to an agency long before the exploitation is."
    )
