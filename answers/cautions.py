"""What must be read above some numbers, in one place for every page and file."""

from __future__ import annotations

from collections.abc import Sequence

from answers.question import question_named

ETHNICITY = (
    "Read with caution. Ethnicity and nationality are recorded by officers, not by the person, and are often not "
    "known. These are the people whom agencies looked for and recorded, not all who offend; the figures say nothing "
    "about the likelihood that a member of any ethnic group offends. The 2011 assessment drew no national conclusion "
    "about ethnicity: the data were too inconsistent."
)
TOO_INCOMPLETE = 25  # per cent not known, from which nothing is to be read from the rest
ETHNICITY_OF_CHILDREN = (
    "Read with caution. Ethnicity is recorded by workers, not by the child, and is often not known. Who is counted "
    "depends on who is looked for and who is reported; the figures say nothing about the likelihood that a child of any "
    "ethnic group is exploited or goes missing."
)
OF_BACKGROUND = {"ethnicity", "ethnic_group", "nationality", "composition"}


def caution_of(question: str, dimensions: Sequence[str]) -> str:
    """The caution that stands above a question's breakdown by background; '' where there is none to give.

    Children who are told by the composition of a group have that of possible offenders.
    """
    told = OF_BACKGROUND & set(dimensions)
    if question_named(question).people == "children" and "composition" not in told:
        return ETHNICITY_OF_CHILDREN if told - {"nationality"} else ""
    return ETHNICITY if told else ""
