"""What crossed the wire: the messages of one visit, taken apart for the promises of disclosure.

`strings` finds everything readable, `known_secrets` what must never be among it (I3), and `count_cells` every
cell of a column of counts, in data frames and in tables of HTML (I1).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import duckdb
import pyarrow as pa
from google.protobuf.message import DecodeError, Message
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ARROW_STREAM = b"\xff\xff\xff\xff"
TOKEN = re.compile(rb"[0-9A-Za-z]{7,}")
COUNTED = re.compile(
    r"\b(children|episodes|child|nominals|people|possible offenders|groups?(?: [12])?$|cases|links|acts of disruption"
    r"|young (?:wo)?men|recruited or met|exploited|referrals|assessments|of those issued|of all)\b",
    re.IGNORECASE,
)
NOT_COUNTED = re.compile(
    r"rate|share|per |%|percent|each|interval|change|ratio|mean|limit|in bands|as recorded", re.IGNORECASE
)
SYMBOLS = {"", "0", "<10", "c", "z", ":", "–", "None"}


def forward_messages(frames: Iterable[bytes]) -> Iterator[ForwardMsg]:
    """The messages of Streamlit in the frames; what is no such message is no table either."""
    for frame in frames:
        try:
            yield ForwardMsg.FromString(frame)
        except DecodeError:
            continue


def leaves(message: Message) -> Iterator[str | bytes]:
    """Every text and every run of bytes of a message, however deep."""
    for field, value in message.ListFields():
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            many = [*value.keys(), *value.values()]
        else:
            many = (
                [value]
                if isinstance(value, str | bytes | Message) or not hasattr(value, "__iter__")
                else value
            )
        for one in many:
            if isinstance(one, Message):
                yield from leaves(one)
            elif isinstance(one, str | bytes):
                yield one


def strings(message: Message) -> Iterator[str]:
    """Every text of a message."""
    yield from (leaf for leaf in leaves(message) if isinstance(leaf, str))


def arrow_tables(message: Message) -> Iterator[pa.Table]:
    """Every data frame that a message carries: hidden columns, and what a styler prints, included."""
    for leaf in leaves(message):
        if isinstance(leaf, bytes) and leaf.startswith(ARROW_STREAM):
            yield pa.ipc.open_stream(BytesIO(leaf)).read_all()


class Tables(HTMLParser):
    """Rows of cells of each table in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self.tables and self.tables[-1]:
            self.tables[-1][-1].append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.tables[-1][-1][-1] += data


def is_count(header: str) -> bool:
    """Whether a column's header says that it counts children or episodes, not a rate or a share of them."""
    return bool(COUNTED.search(header)) and not NOT_COUNTED.search(header)


def count_cells(frames: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """(column, printed value) of every cell in a column of counts."""
    for message in forward_messages(frames):
        for table in arrow_tables(message):
            for name in filter(is_count, map(str, table.column_names)):
                yield from ((name, str(value)) for value in table.column(name).to_pylist())
        for text in strings(message):
            if "<table" in text:
                yield from html_count_cells(text)


def html_count_cells(text: str) -> Iterator[tuple[str, str]]:
    parser = Tables()
    parser.feed(text)
    for header, *rows in filter(None, parser.tables):
        counted = [place for place, name in enumerate(header) if is_count(name)]
        yield from (
            (header[place], row[place].strip()) for row in rows for place in counted if place < len(row)
        )


def may_be_shown(printed: str) -> bool:
    """I1: 0, `<10`, a symbol, or a multiple of 5 from 10."""
    plain = printed.replace(",", "").removesuffix(".0").replace("\N{NO-BREAK SPACE}", "")
    if plain in SYMBOLS or not plain.isdigit():
        return plain in SYMBOLS or not any(letter.isdigit() for letter in plain)
    return int(plain) >= 10 and int(plain) % 5 == 0


def known_secrets(extracts: Iterable[Path], exact: Path) -> set[bytes]:
    """Every pseudonym as sent and as hashed again, every record key, and every cell in which an event lies."""
    found: set[str] = set()
    for path in (path for folder in extracts for path in folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                found |= {value for name, value in row.items() if name.endswith(("_ref", "cell")) and value}
    with duckdb.connect(str(exact), read_only=True) as con:
        found |= {str(key) for (key,) in con.execute("select record_key from children").fetchall()}
        sent = con.execute(
            "select table_name, column_name from information_schema.columns"
            " where table_schema = 'sent' and column_name like '%\\_ref' escape '\\'"
        ).fetchall()
        for table, column in sent:
            rows = con.execute(f'select distinct "{column}" from sent."{table}"').fetchall()
            found |= {str(value) for (value,) in rows if value is not None}
    return {value.encode() for value in found if len(value) >= 7}


def tokens(frames: Iterable[bytes]) -> set[bytes]:
    """Every run of letters and digits long enough to be a key."""
    return {token for frame in frames for token in TOKEN.findall(frame)}
