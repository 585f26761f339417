"""Counting people and events of any name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from answers.periods import period_named
from disclosure import Names, show, table_of
from queries.engine import count
from queries.lattice import count_lattice, lay_lattice
from queries.question import Question, read_question
from tests.queries.drawn import Draw

QUESTION = """/*
question = "How many possible offenders were disrupted, and how often?"
definition = "Acts of disruption against possible offenders, by the day on which they were issued."
source = "CEOP thematic assessment 2011"
caveat = "Acts against premises name nobody."
tables = ["disruptions"]
counts = {counts}

[areas]
recorded = "the area that it concerns"

[dimensions.gender]
about = "gender"
values_of = "nominals.gender"
*/
select nominal, issued_on as day, area_code as recorded, gender
from sent.disruptions join nominals using (nominal_ref)
"""
DISRUPTIONS = """
nominal_ref | issued_on  | area_code | kind
n1          | 2024-01-05 | east      | abduction_notice
n1          | 2024-02-05 | east      | abduction_notice    # the same man again: one nominal, two acts
n2          | 2024-02-09 | west      | licensing
            | 2024-02-09 | west      | closure_notice      # against a hotel: nobody is counted
"""
NOMINALS = """
nominal_ref | identification | gender
n1          | 1              | male
n2          | 3              | unknown
"""


@pytest.fixture
def question(tmp_path: Path) -> Question:
    path = tmp_path / "disrupted.sql"
    path.write_text(QUESTION.replace("{counts}", '["nominals", "disruptions"]'))
    return read_question(path)


def test_a_question_counts_distinct_possible_offenders_and_its_own_events(
    draw: Draw, question: Question
) -> None:
    con = draw(nominals=NOMINALS, disruptions=DISRUPTIONS)
    lay_lattice(con, [])
    exact = count(con, question, "recorded", ["all"], [period_named("2024-Q1")], ("gender",))
    counted = exact[["gender", "nominals", "disruptions", "largest"]].to_dict("tight")["data"]
    assert sorted(counted) == [["male", 1, 2, 2], ["unknown", 1, 1, 1]]
    lattice = count_lattice(con, question, "recorded", ("gender",)).query(
        "area == 'all' and period == '2024-Q1'"
    )
    assert set(lattice.columns) == set(exact.columns)
    assert sorted(lattice["nominal_key"]) == sorted(exact["nominal_key"])


def columns_of(cells: pd.DataFrame) -> dict[str, list[Any]]:
    return {name: [None if pd.isna(one) else one for one in cells[name]] for name in cells.columns}


def test_people_of_any_name_are_shown_by_the_rule_for_people_and_events_with_them(
    draw: Draw, question: Question
) -> None:
    con = draw(nominals=NOMINALS, disruptions=DISRUPTIONS)
    lay_lattice(con, [])
    cells = count_lattice(con, question, "recorded", ())
    shown = show(cells, names=Names(question.people, question.key, question.events))
    table = table_of(columns_of(shown), ("area", "period"), question.counts, "protected")
    assert not {"nominal_key", "largest", "two_largest"} & {*table.dimensions, *table.numbers}
    assert set(table.printed("nominals")) == {"<10"}
    assert set(table.printed("disruptions")) == {"c"}
    with pytest.raises(ValueError, match="no rule has passed"):
        table_of(columns_of(cells), ("area", "period"), ("nominals", "disruptions"), "protected")


@pytest.mark.parametrize("counts", ['["houses"]', '["episodes"]', '["children", "a", "b"]', "[]"])
def test_a_question_says_first_whom_it_counts(tmp_path: Path, counts: str) -> None:
    path = tmp_path / "disrupted.sql"
    path.write_text(QUESTION.replace("{counts}", counts))
    with pytest.raises(ValueError, match="counts are one of children, nominals"):
        read_question(path)


def test_no_dimension_has_the_name_of_a_column_of_the_counting(tmp_path: Path) -> None:
    """A dimension called `step` would be counted by the quarters of the lattice in its place."""
    header = 'question = ""\ndefinition = ""\nsource = ""\ncaveat = ""\ntables = []\ncounts = ["children"]\n[areas]\nhome = ""'
    (tmp_path / "odd.sql").write_text(
        f'/*\n{header}\n[dimensions.step]\nabout = ""\nvalues = ["a"]\n*/ select 1'
    )
    with pytest.raises(ValueError, match="no dimension is called"):
        read_question(tmp_path / "odd.sql")
