"""Children identified set against the children who live in their area."""

from __future__ import annotations

from answers.finding import Finding
from answers.residents import rates_of_children
from answers.view import View
from answers.who import IDENTIFIED


def gender(view: View) -> Finding:
    """Boys and girls."""
    return rates_of_children(view, IDENTIFIED, "gender")


def age(view: View) -> Finding:
    """Age when first known, against residents of that age."""
    return rates_of_children(view, IDENTIFIED, "age_group")


def ethnic_group(view: View) -> Finding:
    """Broad ethnic group, under its caution, every row of one weight, and nothing concluded."""
    return rates_of_children(view, IDENTIFIED, "ethnic_group")
