"""The colours of the house, and the state of the screen that a chart is drawn for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Theme = Literal["light", "dark"]

TOKENS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "tokens.json").read_text(encoding="utf-8")
)
ROOM_FACTOR = 22 / 16
FONT = "Public Sans, sans-serif"


@dataclass(frozen=True)
class Look:
    """Light or dark, desk or room: the colours by name, and what every length of a chart is multiplied by."""

    theme: Theme
    room: bool
    tokens: dict[str, Any]
    factor: float

    def __getitem__(self, name: str) -> str:
        return str(self.tokens[name])

    @property
    def classes(self) -> list[str]:
        """Five colours from low to high; more is always further from the ground."""
        return list(self.tokens["seq"])

    def across(self, width: float) -> float:
        """How much of a width is sure to be there: on a screen of 1366 pixels the room view has 8/11 of it."""
        return width / self.factor

    def px(self, size: float) -> float:
        """A length in pixels of the desk view as it is drawn in this one."""
        return round(size * self.factor, 1)


def look(theme: Theme = "light", room: bool = False) -> Look:
    """The look of a theme, at the desk or in the room view for projectors."""
    return Look(theme, room, TOKENS[theme], ROOM_FACTOR if room else 1.0)


def text_on(colour: str) -> str:
    """White or near black, whichever is read better on a colour."""
    inks: Sequence[str] = (TOKENS["light"]["on_accent"], TOKENS["dark"]["on_accent"])
    return max(inks, key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
