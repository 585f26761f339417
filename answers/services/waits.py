"""S2 and S3: what followed a referral to a service, and who waits now."""

from __future__ import annotations

from collections.abc import Sequence

from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.finding import Finding
from answers.periods import print_date
from answers.services.provision import KINDS
from answers.view import View, emptied, finding_of
from answers.words import children, label, percent, plural
from disclosure import ProtectedTable, percentage, with_number

Counts = Sequence[float | None]


def followed(view: View) -> Finding:
    """What followed the referrals of the period."""
    opening = "Children referred to a service in the period, by what followed"
    told = Breakdown(
        "followed", "service_referrals", "followed", opening, _followed_words, ("within_12w",), unknowns=False
    )
    return tell(view, told.of("children"))


def _followed_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    shares, counts = (counts_of(table, "followed", name) for name in ("share", "children"))
    title = "What followed a referral to a service"
    if shares["within_12w"] is not None:
        title = f"{percent(shares['within_12w'])} of children referred started within 12 weeks"
    waiting = counts["waiting"]
    said = "How many still wait after 12 weeks is withheld."
    if waiting is not None:
        said = f"{children(waiting)} still {'waits' if waiting < 2 else 'wait'} after 12 weeks."
    return title, f"{said} Referrals less than 12 weeks old are not due yet."


def referred(view: View) -> Finding:
    """To which kind of service children were referred, and how many referrals name none."""
    words = leading_words("kind", "Referred to", "children")
    told = Breakdown(
        "referred",
        "service_referrals",
        "kind",
        "Children referred, by kind of service",
        words,
        unknowns=False,
    )
    return tell(view, told.of("children"))


def starts(view: View) -> Finding:
    """Of each kind of service: children whose 12 weeks have passed, and who of them started in time."""
    cells = view.cells("service_starts", ("begun",))
    counts = counts_of(cells, "begun", "children")
    dues = [f"{kind}_due" for kind in KINDS]
    table = cells.without("begun", [code for code in counts if code not in dues])
    codes = table.labels("begun")
    in_time = [counts[code.replace("_due", "_in_time")] for code in codes]
    table = with_number(table, "in_time", in_time, [count is None for count in in_time])
    pairs = list(zip(in_time, table.values("children"), strict=True))
    shares = [percentage(*pair, view.source.mode) for pair in pairs]
    hidden = [share is None and due != 0 for share, (_, due) in zip(shares, pairs, strict=True)]
    table = with_number(table, "share", shares, hidden)
    finding = finding_of(
        view,
        "starts",
        "service_starts",
        table,
        title="Children who started within 12 weeks, by kind of service",
        subtitle=f"Of children referred in {view.scope.period.label_long} whose 12 weeks have passed, {view.place}.",
        sentence=_starts_words(codes, shares),
        columns={
            "begun": "Kind of service",
            "children": "Due",
            "in_time": "Started in time",
            "share": "Share of those due",
        },
        labels={"begun": {code: label("service_kind", code.removesuffix("_due")) for code in codes}},
        extra={"accent": None, "number": "in_time", "dimension": "begun"},
    )
    return emptied(finding, "children")


def _starts_words(codes: list[str], shares: Counts) -> str:
    told = [
        f"{label('service_kind', code.removesuffix('_due'))}: {percent(share)}"
        for code, share in zip(codes, shares, strict=True)
        if share is not None
    ]
    return f"{'; '.join(told)}." if told else "No share can be told: withheld, or too few referred."


def waiting(view: View) -> Finding:
    """Who was waiting on the last day, for how long."""
    opening = "Children waiting on the last day of the period, by how long"
    told = Breakdown(
        "waiting",
        "service_waiting",
        "waited",
        opening,
        _waiting_words,
        ("12_26w", "26w_plus"),
        unknowns=False,
    )
    return tell(view, told.of("children"))


def _waiting_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    total = view.total("service_waiting", "children")
    on = print_date(view.scope.period.last_day)
    title = f"How many children were waiting on {on} is withheld"
    if total is not None:
        title = f"{plural(total, 'child was', 'children were') if total else 'No child was'} waiting for a service on {on}"
    return (
        title,
        "Without a first contact or a closing by then, for two years at most. A contact never recorded is a wait.",
    )


def waiting_for(view: View) -> Finding:
    """For which kind of service they were waiting."""
    words = leading_words("kind", "Waiting for", "children")
    told = Breakdown(
        "waiting_for",
        "service_waiting",
        "kind",
        "Children waiting, by kind of service",
        words,
        unknowns=False,
    )
    return tell(view, told.of("children"))
