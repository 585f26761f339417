"""The blank template as one file to download: tables, workbook, dictionary."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import streamlit as st

from data.template import write_template


@st.cache_data(show_spinner=False)
def template_archive() -> bytes:
    """A ZIP of what `python -m data template` writes; it holds no data."""
    packed = BytesIO()
    with TemporaryDirectory() as folder, ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in write_template(Path(folder)):
            archive.write(path, path.relative_to(folder))
    return packed.getvalue()


def offer_template(key: str = "template") -> None:
    """The button under a table that nobody has sent, and under the dictionary."""
    st.download_button(
        "Download the blank template",
        template_archive,
        "sightline-template.zip",
        "application/zip",
        key=key,
        on_click="ignore",
    )
