"""D3: referrals of one period, followed to assessment, strategy discussion, plan and service; who waits, who is not known of."""

from __future__ import annotations

from answers.breakdown import COUNTED
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import capital, label, listed, number, percent, plural
from disclosure import Part, ProtectedTable, percentage, stacked

STEPS = ("assessed", "discussed", "planned", "served")
QUESTION = "referral_steps"
REACHED = ("in_time", "later")
ALL = "all"
CARE = "Nobody records whether a discussion or a plan was needed."
Shown = float | None


def flow(view: View) -> Finding:
    """Every state of every step, and who went from each to each of the next."""
    view = view.for_question(QUESTION).for_pairs()
    table = flow_table(view)
    whole = table.only(step="referred", next=ALL).values("referrals")[0]
    title, sentence = flow_words(view, table, whole)
    words = {code: label("step", code) for code in ("referred", *STEPS)}
    states = {code: label("assessed", code) for code in table.labels("state") + table.labels("next")}
    finding = finding_of(
        view,
        "pathway",
        QUESTION,
        table,
        title=title,
        subtitle=f"Referrals 12 weeks old or more at the end of the data, made in {view.scope.period.label_long}, {view.place}. "
        f"{_of(whole)}.",
        sentence=sentence,
        columns={
            "step": "Step",
            "state": "State",
            "next": "State of the next step",
            **{name: capital(COUNTED[name][1]) for name in ("children", "referrals")},
        },
        labels={
            "step": words,
            "state": states | {ALL: "All"},
            "next": states | {ALL: "All"},
        },
        extra={"number": "referrals", "steps": steps_drawn(), "reached": (ALL, *REACHED)},
    )
    return emptied(finding, "referrals", whole)


def _of(whole: Shown) -> str:
    return "Referrals withheld" if whole is None else plural(whole, "referral", "referrals")


def steps_drawn() -> list[tuple[str, str, dict[str, str]]]:
    """Each step with its printed name and the words of its states, as they are drawn."""
    codes = ("in_time", "later", "waiting", "not_recorded", "before_referral")
    told = [(code, label("step", code), {state: label(code, state) for state in codes}) for code in STEPS]
    told[-1][2]["no_service"] = label("served", "no_service")
    return [("referred", label("step", "referred"), {ALL: "Referrals"}), *told]


def flow_table(view: View) -> ProtectedTable:
    """Shown cells alone: a row whose `next` is `all` is of a state, the others are of a state and one of the next step."""
    singles = {step: view.cells(QUESTION, (step,)) for step in STEPS}
    parts = [
        Part(view.cells(QUESTION), {}, {"step": "referred", "state": ALL, "next": ALL}),
        Part(singles[STEPS[0]], {STEPS[0]: "next"}, {"step": "referred", "state": ALL}),
    ]
    for step, after in zip(STEPS, (*STEPS[1:], ""), strict=True):
        parts.append(Part(singles[step], {step: "state"}, {"step": step, "next": ALL}))
        if after:
            pairs = view.cells(QUESTION, (step, after))
            parts.append(Part(pairs, {step: "state", after: "next"}, {"step": step}))
    return stacked(parts, ("step", "state", "next"))


def flow_words(view: View, table: ProtectedTable, whole: Shown) -> tuple[str, str]:
    """The share assessed within 12 weeks; how many still wait for that, and for a service."""
    counts = {
        (step, state): count
        for step, state, after, count in zip(
            table.labels("step"),
            table.labels("state"),
            table.labels("next"),
            table.values("referrals"),
            strict=True,
        )
        if after == ALL
    }
    share = percentage(counts["assessed", "in_time"], whole, view.source.mode)
    title = "From referral to service"
    if share is not None:
        title = f"{percent(share)} of referrals were assessed within 12 weeks"
    waits = [
        f"{_many(counts[step, 'waiting'])} for {name}"
        for step, name in (("assessed", "an assessment"), ("served", "a service"))
    ]
    return title, f"Still waiting at the end of the data: {listed(waits)}. {CARE}"


def _many(count: Shown) -> str:
    return "withheld" if count is None else number(count) if count else "none"


def conversion(view: View) -> Finding:
    """The referrals that reached each step within 12 weeks, of all of the cohort."""
    view = view.for_question(QUESTION)
    whole = view.total(QUESTION, "referrals")
    parts = [
        Part(view.cells(QUESTION, (step,)).only(**{step: "in_time"}), {}, {"step": step}) for step in STEPS
    ]
    table = view.with_shares(stacked(parts, ("step",)), "referrals", whole, steps=True)
    finding = finding_of(
        view,
        "conversion",
        QUESTION,
        table,
        title="Steps recorded within 12 weeks of the referral",
        subtitle=f"Of referrals 12 weeks old or more, made in {view.scope.period.label_long}, {view.place}. {_of(whole)}.",
        sentence=f"Steps can come in any order, and one may be missed out. {CARE}",
        columns={
            "step": "Step",
            "children": "Children",
            "referrals": "Referrals",
            "share": "Share of all referrals",
        },
        extra={"accent": None, "number": "referrals"},
    )
    return emptied(finding, "referrals", whole)
