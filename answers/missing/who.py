"""M3: which children went missing, each part with its share of all of them and its rate, and what is not known."""

from __future__ import annotations

from answers.ages import ages_of
from answers.finding import Finding
from answers.residents import NOTHING, rates_of_children
from answers.view import View
from answers.who import MISSING, by_ethnic_group, told_by


def ages(view: View) -> Finding:
    """Girls and boys by age when the episode started."""
    title = "Ages of girls and of boys who went missing"
    sentence = "A child who had a birthday between two episodes can be counted at two ages."
    return ages_of(view, MISSING, title, sentence)


def gender(view: View) -> Finding:
    """Girls and boys."""
    return told_by(view, MISSING, "gender", "by gender", plain="Gender of the children who went missing")


def age(view: View) -> Finding:
    """Age when the episode started, in bands."""
    plain = "Age of the children who went missing"
    return told_by(view, MISSING, "age_group", "by age when the episode started", plain=plain)


def ethnic_group(view: View) -> Finding:
    """Broad ethnic group as recorded, and nothing concluded."""
    return by_ethnic_group(view, MISSING, NOTHING)


def gender_rate(view: View) -> Finding:
    """Girls and boys, against those who live there."""
    return rates_of_children(view, MISSING, "gender")


def age_rate(view: View) -> Finding:
    """Age when the episode started, against residents of that age."""
    return rates_of_children(view, MISSING, "age_group")


def ethnic_group_rate(view: View) -> Finding:
    """Broad ethnic group, against residents of that group."""
    return rates_of_children(view, MISSING, "ethnic_group")
