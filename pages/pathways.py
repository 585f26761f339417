"""Pathways: how far referrals come, at what level children are assessed, and who refers."""

from __future__ import annotations

from answers.children import risk
from answers.pathways import levels, sources, steps
from pages.frame import drawings
from pages.frame.drawings import draw_bars
from pages.frame.finding import show, show_bars
from pages.frame.sections import choose_section
from pages.frame.states import show_wider
from pages.frame.viewing import current_view


def way() -> None:
    """Referrals followed from step to step, and the share that reached each in time."""
    show_wider(current_view())
    show(steps.flow, drawings.draw_flow)
    show(steps.conversion, draw_bars(drawings.WIDE))


def assessed() -> None:
    """Levels by tool, movement between them, and what is overdue."""
    show_bars([levels.tools, risk.review], [levels.moved, risk.level])
    show_wider(current_view())
    show(levels.moves, drawings.draw_grid)


def referred_by() -> None:
    """Who referred, and where referrals are not coming from."""
    show_bars([sources.sources], [sources.silent])


PARTS = {
    "way": ("From referral to service", way),
    "assessed": ("Assessed levels", assessed),
    "sources": ("Who refers", referred_by),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
