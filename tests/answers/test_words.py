"""How numbers are printed and said."""

from __future__ import annotations

from answers import words


def test_numbers_have_thousands_and_at_most_one_decimal() -> None:
    assert [words.number(value) for value in (1240, 59.72, 0, -13, None)] == [
        "1,240",
        "59.7",
        "0",
        "−13",
        "withheld",
    ]
    assert [words.rate(value) for value in (62, None)] == ["62.0", "withheld"]
    assert [words.ratio(value) for value in (1.5, None)] == ["1.50", "withheld"]


def test_a_withheld_share_has_no_sign_of_per_cent() -> None:
    assert [words.percent(value) for value in (48.3, 0, None)] == ["48%", "0%", "withheld"]


def test_a_change_has_its_sign_and_0_has_none() -> None:
    assert [words.signed(value) for value in (15, -13, 0, -0.01, None)] == [
        "+15",
        "−13",
        "0",
        "0",
        "withheld",
    ]


def test_children_are_counted_in_words_that_are_true() -> None:
    said = [words.children(count) for count in (None, 0, 1, 385)]
    assert said == ["Fewer than 10 children", "No child", "1 child", "385 children"]


def test_lists_end_with_and() -> None:
    assert [words.listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "", "A", "A and B", "A, B and C",
    ]  # fmt: skip


def test_every_code_of_a_question_has_plain_words() -> None:
    from queries.question import read_questions

    for question in read_questions().values():
        for name, dimension in question.dimensions.items():
            for code in dimension.values:
                said = words.label(name, code)
                assert "_" not in said
                assert said[0].isupper() or said[0].isdigit()
