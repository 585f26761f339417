"""D1: acts of disruption by kind, what became of them, and how many quarter by quarter."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.finding import Finding
from answers.periods import print_date
from answers.scope import COUNTED_BY
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import capital, fewer, number, percent
from disclosure import ProtectedTable

QUARTERS = 12


def issued(view: View) -> Finding:
    """Notices, orders, closures and other acts by kind."""
    words = leading_words("kind", "Acts of disruption", "disruptions")
    told = Breakdown("disruptions", "disruptions", "kind", "Acts of disruption issued", words, unknowns=False)
    finding = tell(view, told.of("disruptions"))
    said = capital(view.for_question("disruptions").unknown_area("disruptions", "disruptions"))
    return of_acts(replace(finding, subtitle=f"{finding.subtitle} {said}."))


def of_acts(finding: Finding) -> Finding:
    """The finding by the area that an act concerns: it is no agency's."""
    subtitle = finding.subtitle
    for write in (str, capital):
        subtitle = subtitle.replace(write(COUNTED_BY["recorded"]), write("area of the act"))
    return replace(finding, subtitle=subtitle)


def became(view: View) -> Finding:
    """Live, expired or breached on the last day of the data."""
    opening = f"Acts of disruption issued, by their state on {_data_day(view)}"
    told = Breakdown("became", "disruptions", "state", opening, _became_words, ("live",), unknowns=False)
    return of_acts(tell(view, told.of("disruptions")))


def _data_day(view: View) -> str:
    return print_date(view.source.data_date)


def _became_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts, shares = (counts_of(table, "state", name) for name in ("disruptions", "share"))
    title = f"What had become of acts by {_data_day(view)}"
    if shares["live"] is not None:
        title = f"{percent(shares['live'])} of the acts issued were live on {_data_day(view)}"
    said = f"Breached while live: {fewer(counts['breached'])}. "
    after = counts["noted_after"]
    if after != 0:
        said += f"Breach noted after expiry, so of no live act: {fewer(after)}. "
    return title, f"{said}A breach that nobody recorded is not among them."


def trend(view: View) -> Finding:
    """Acts issued in each of the last quarters."""
    periods = needed_quarters(view, QUARTERS)
    view = view.for_question("disruptions")
    table = view.cells("disruptions", periods=periods)
    values = table.values("disruptions")
    now = "How many is withheld" if values[-1] is None else f"{number(values[-1])} issued"
    finding = finding_of(
        view,
        "disruption_trend",
        "disruptions",
        table,
        title="Acts of disruption issued, by quarter",
        subtitle=f"Acts of disruption, by the day of issue, {view.place}.",
        sentence=f"{now} in {periods[-1].label_long}. More acts can be more recording.",
        columns={"period": "Quarter", "disruptions": "Acts of disruption"},
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": values, "periods": periods, "number": "disruptions"},
    )
    return of_acts(emptied(finding, "disruptions"))


def kinds(view: View) -> Finding:
    """Each kind of act by what became of it."""
    view = view.for_question("disruptions").for_pairs()
    cells = view.cells("disruptions", ("kind", "state"))
    of_kind = view.cells("disruptions", ("kind",))
    none = [code for code, count in counts_of(of_kind, "kind", "disruptions").items() if count == 0]
    table = view.with_whole(cells, "disruptions", of_kind).without("kind", none)
    finding = finding_of(
        view,
        "disruption_kinds",
        "disruptions",
        table,
        title="Each kind of act by what became of it",
        subtitle=f"Of the acts issued in {view.scope.period.label_long}, those in each state on {_data_day(view)}, {view.place}.",
        sentence="Kinds of act last for different times: a live share compares with itself, not with another kind’s.",
        columns={
            "kind": "Kind of act",
            "state": "State",
            "disruptions": "Acts of disruption",
            "of": "Of those issued",
            "share": "Share",
        },
        extra={"rows": "kind", "across": "state", "number": "disruptions"},
    )
    return of_acts(emptied(finding, "disruptions"))
