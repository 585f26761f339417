"""The outlines of areas, if an extract brings them."""

from __future__ import annotations

import json
from pathlib import Path

from data.breach import Breach


def check_outlines(path: Path, codes: set[str]) -> list[Breach]:
    """Breaches of `areas.geojson`: each outline names one of the areas by the property `area_code`."""
    file = path / "areas.geojson"
    if not file.is_file():
        return []
    try:
        features = json.loads(file.read_text(encoding="utf-8-sig"))["features"]
        named = [feature["properties"]["area_code"] for feature in features]
    except (ValueError, KeyError, TypeError, RecursionError):
        todo = "Send a FeatureCollection whose features have the property area_code."
        return [Breach("outlines", "The outlines are not understood", todo, file.name)]
    strangers = sum(name not in codes for name in named)
    if not strangers:
        return []
    todo = "Keep the outlines of areas that are in areas."
    return [
        Breach("outlines", "Outlines of areas that are not in areas", todo, file.name, "area_code", strangers)
    ]
