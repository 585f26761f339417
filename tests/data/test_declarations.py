from __future__ import annotations

from data.codes import code_rows
from data.declarations import TABLES
from data.dictionary import KINDS


def test_every_table_of_the_contract_is_declared() -> None:
    assert len(TABLES) == 22


def test_every_column_has_a_known_kind_and_a_meaning() -> None:
    assert all(
        column.kind in KINDS and column.meaning for table in TABLES.values() for column in table.columns
    )


def test_keys_orders_and_references_name_columns_that_exist() -> None:
    for table in TABLES.values():
        for name in (*table.key, *(name for pair in table.order for name in pair)):
            assert table.column(name)
        assert all(len(TABLES[column.refers].key) == 1 for column in table.columns if column.refers)


def test_a_time_is_received_as_an_instant_and_a_day() -> None:
    received = dict(TABLES["missing_episodes"].received_columns())
    assert (received["started_at"], received["started_on"]) == ("TIMESTAMP", "DATE")


def test_no_word_of_a_list_of_codes_is_there_twice() -> None:
    """Looked up at loading, a word that is there twice would stop the load."""
    words = [(name, word) for name, word, _ in code_rows()]
    assert len(words) == len(set(words))
