"""How many children went missing more than once in the period?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, read_drawing, table


def test_a_child_is_placed_by_the_number_of_episodes_in_this_period_and_area(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at | missing_from_area
        ann       | 2024-01-01 | east
        ann       | 2024-02-01 | west
        ann       | 2024-05-01 | east                  # a third in the year, the only one of its quarter
        bob       | 2024-01-01 | east
        """
    )
    assert answer(con, "missing_by_number", "2024-Q1", by="number") == table("""
        area | number | children | episodes
        all  | 1      | 1        | 1         # bob
        all  | 2      | 1        | 2         # ann
        """)
    east = answer(con, "missing_by_number", "2024-Q1", by="repeated", areas="east west", role="missing_from")
    assert east == table("""
        area | repeated | children | episodes
        east | once     | 2        | 2         # ann went missing once from each
        west | once     | 1        | 1
        """)
    assert answer(con, "missing_by_number", "2024-Q1..2024-Q4", by="number") == table("""
        area | number | children | episodes
        all  | 1      | 1        | 1
        all  | 3-4    | 1        | 3
        """)


def test_the_bands_hold_their_first_and_last_numbers(draw: Draw) -> None:
    con = draw(missing_episodes=times({"two": 2, "three": 3, "four": 4, "five": 5, "nine": 9, "ten": 10}))
    assert answer(con, "missing_by_number", "2024-Q1", by="number") == table("""
        area | number | children | episodes
        all  | 2      | 1        | 2
        all  | 3-4    | 2        | 7
        all  | 5-9    | 2        | 14
        all  | 10+    | 1        | 10
        """)
    assert answer(con, "missing_by_number", "2024-Q1", by="repeated") == table("""
        area | repeated       | children | episodes
        all  | more_than_once | 6        | 33
        """)


def test_the_tenth_with_most_is_one_child_of_ten_and_one_of_nineteen(draw: Draw) -> None:
    ten = {f"child {number}": 1 for number in range(9)} | {"often": 11}
    con = draw(missing_episodes=times(ten))
    assert answer(con, "missing_by_number", "2024-Q1") == table("""
        area | children | episodes | top_tenth
        all  | 10       | 20       | 55        # 11 of 20
        """)
    con = draw(missing_episodes=times({f"child {number}": 1 for number in range(18)} | {"often": 6}))
    assert answer(con, "missing_by_number", "2024-Q1") == table("""
        area | children | episodes | top_tenth
        all  | 19       | 24       | 25        # 6 of 24: a tenth of 19 is still one child
        """)


def test_fewer_than_ten_children_have_no_tenth(draw: Draw) -> None:
    con = draw(missing_episodes=times({"often": 8, "once": 1}))
    (row,) = answer(con, "missing_by_number", "2024-Q1")
    assert row["top_tenth"] == "nan"


def times(episodes: dict[str, int]) -> str:
    """A drawing with so many episodes of each child, on days that follow each other."""
    days = [f"{child} | 2024-01-{day + 1:02d}" for child, count in episodes.items() for day in range(count)]
    drawing = "\n".join(["child_ref | started_at", *days])
    assert len(read_drawing(drawing)) == sum(episodes.values())
    return drawing
