"""The search for what may not be sent finds what it looks for."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser import payload


def sent_table(frame: pd.DataFrame) -> bytes:
    """The message in which Streamlit sends a data frame."""
    message = ForwardMsg()
    sink = pa.BufferOutputStream()
    table = pa.Table.from_pandas(frame)
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    message.delta.new_element.dataframe.arrow_data.data = sink.getvalue().to_pybytes()
    return message.SerializeToString()


def sent_html(body: str) -> bytes:
    message = ForwardMsg()
    message.delta.new_element.html.body = body
    return message.SerializeToString()


@pytest.mark.parametrize("printed", ["0", "<10", "c", "z", ":", "10", "1,240", "35.0", "not recorded"])
def test_a_shown_value_passes(printed: str) -> None:
    assert payload.may_be_shown(printed)


@pytest.mark.parametrize("printed", ["1", "5", "9", "11", "1,241", "12.5", "7 of 9"])
def test_a_true_small_count_is_caught(printed: str) -> None:
    assert not payload.may_be_shown(printed)


def test_a_hidden_column_of_a_data_frame_is_read() -> None:
    frame = sent_table(pd.DataFrame({"Area": ["North"], "Children": [7], "Rate per 10,000": [3.1]}))
    assert list(payload.count_cells([frame])) == [("Children", "7")]


def test_a_table_of_html_is_read() -> None:
    body = "<table><tr><th>Where<th>Children</th></tr><tr><td>Home</td><td>&lt;10</td></tr></table>"
    assert list(payload.count_cells([sent_html(body)])) == [("Children", "<10")]


def test_a_key_inside_a_message_is_found() -> None:
    assert b"9f86d081884c7d65" in payload.tokens([sent_html("<p>9f86d081884c7d65</p>")])
