"""O2: groups by size, children linked, composition and areas; bands only in protected mode."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import Breakdown, Words, counts_of, leading_words, tell
from answers.cautions import ETHNICITY, TOO_INCOMPLETE
from answers.finding import Finding
from answers.view import View
from answers.words import percent, plural
from disclosure import ProtectedTable

HELD = "Sizes and links are of all records held, not of the period alone."


def _told(view: View, dimension: str, plain: str, opening: str, words: Words | None = None) -> Finding:
    words = words or leading_words(dimension, plain, "groups")
    told = Breakdown(
        f"groups_by_{dimension}", "groups", dimension, f"Groups {opening}", words, unknowns=False
    )
    return tell(view, told.of("groups"))


def size(view: View) -> Finding:
    """By the number of possible offenders; in bands where the mode holds no more."""
    dimension = "size" if view.source.mode == "exact" else "size_band"
    return _told(view, dimension, "Sizes of groups", "by possible offenders in them", _size_words)


def _size_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    people, total = (view.total(name, name.removeprefix("group_")) for name in ("group_nominals", "groups"))
    if total is None or people is None:
        return "Groups of possible offenders", HELD
    title = (
        f"{plural(total, 'group', 'groups')} of {plural(people, 'possible offender', 'possible offenders')}"
    )
    return title, HELD


def children_linked(view: View) -> Finding:
    """By the number of children whom any record links to a member."""
    return _told(view, "children_band", "Children linked", "by children linked to them", _children_words)


def _children_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    children = view.total("group_children", "children")
    title = "Children linked to groups"
    if children:
        title = f"{plural(children, 'child is', 'children are')} linked to groups"
    return title, "A link is what a record says; it is not an outcome of a court."


def shared(view: View) -> Finding:
    """Whether a child is linked to another group too."""
    return _told(
        view,
        "shares_children",
        "Children in common",
        "by whether a child is linked to another",
        _shared_words,
    )


def _shared_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "shares_children", "share")["yes"]
    title = "Groups with children in common"
    if share is not None:
        title = f"{percent(share)} of groups share a child with another group"
    return title, "Groups that share a child may be one network, or may not know of each other."


def areas_crossed(view: View) -> Finding:
    """In how many councils the group's children were exploited."""
    return _told(view, "areas_crossed", "Councils", "by councils in which children were exploited")


def centralisation(view: View) -> Finding:
    """Whether few members hold most links: the assessment's two contrasting networks."""
    return _told(view, "centralisation", "Links within groups", "by how links are spread", _central_words)


def _central_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    title, _ = leading_words("centralisation", "Links within groups", "groups")(view, table)
    return title, (
        "In 2011, one network turned on two people with 69% of its abuse; another had no centre. "
        "The records say nothing of who leads."
    )


def composition(view: View) -> Finding:
    """Table 6 of the assessment: background of the members, worked out from them."""
    finding = _told(view, "composition", "Background", "by background of their members", _composition_words)
    told = {"caution": ETHNICITY, "accent": (), "apart": ("some_unknown",)}
    return replace(finding, extra={**finding.extra, **told})


def _composition_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "composition", "share")["some_unknown"]
    title = "Background of members, as recorded"
    if share is not None and share >= TOO_INCOMPLETE:
        title = "Background of members is too incomplete to conclude from"
    return title, "No conclusion about any group of people can be drawn from this."


def alone(view: View) -> Finding:
    """Table 11 of the assessment: children linked to each group, or to one who is in none."""
    dimension = "children_linked" if view.source.mode == "exact" else "kind"
    opening = "Groups, and possible offenders in none"
    told = Breakdown("offenders_alone", "offenders", dimension, opening, _alone_words, unknowns=False)
    return tell(view, told.of("offenders"))


def _alone_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    alone = view.cells("offenders", ("kind",)).only(kind="alone").values("offenders")[0]
    title = "Possible offenders in no group"
    if alone:
        title = f"{plural(alone, 'possible offender is', 'possible offenders are')} recorded in no group"
    return title, "A group is one that agencies recorded; others may not have been seen."
