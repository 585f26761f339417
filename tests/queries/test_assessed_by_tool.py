"""At what level of which tool were children assessed, and how did they move within one tool?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

MANY = "\n".join(f"child {number} | 2023-06-01 | blue | amber | medium" for number in range(10))
ASSESSMENTS = f"""
child_ref | assessed_on | tool  | local_level | level
{MANY}
ann       | 2024-01-05  | blue  | amber       | medium
ann       | 2024-02-05  | blue  | red         | high
ann       | 2024-03-05  | green | 2           | low      # another tool: no movement
bob       | 2024-01-05  | blue  | amber       | medium
bob       | 2024-02-20  | blue  | amber       | medium   # the same level again
cat       | 2024-01-05  | green | 4           | high
cat       | 2024-02-01  | blue  | amber       | medium   # between two by the other tool
cat       | 2024-03-01  | green | 1           | none
dan       | 2024-01-05  | blue  | grey        | unknown
dan       | 2024-03-01  | blue  | amber       | medium   # nothing is known of what was before
"""


def test_a_level_given_to_fewer_than_ten_children_is_not_listed(draw: Draw) -> None:
    con = draw(assessments=ASSESSMENTS)
    assert con.sql("select tool_level, level from tool_levels").fetchall() == [("blue: amber", "medium")]
    assert answer(con, "assessed_by_tool", "2024-Q1", by="tool_level") == table("""
        area | tool_level  | children
        all  | blue: amber | 12       # ten of 2023, bob and dan
        all  | not_listed  | 2        # the latest of ann and of cat
        """)


def test_a_child_moves_within_one_tool_only(draw: Draw) -> None:
    con = draw(assessments=ASSESSMENTS)
    assert answer(con, "assessed_moves", "2024-Q1", by="moved") == table("""
        area | moved        | children | assessments
        all  | first        | 4        | 6            # of each child by each tool; of cat and ann two
        all  | higher       | 1        | 1
        all  | lower        | 1        | 1            # cat, by green, whatever blue said between
        all  | same         | 1        | 1
        all  | not_recorded | 1        | 1
        """)
    assert answer(con, "assessed_moves", "2024-Q1", by="before level") == table("""
        area | before       | level        | children | assessments
        all  | first        | medium       | 3        | 3
        all  | first        | high         | 1        | 1
        all  | first        | low          | 1        | 1
        all  | first        | not_recorded | 1        | 1
        all  | medium       | high         | 1        | 1
        all  | medium       | medium       | 1        | 1
        all  | high         | none         | 1        | 1
        all  | not_recorded | medium       | 1        | 1
        """)
