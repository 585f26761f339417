"""The words for codes of people, groups, cases and return interviews; a code that is missing prints as its own words."""

from __future__ import annotations

AGES = {"under_10": "Under 10", "18_plus": "18 or over"}
UP_TO_9 = {"under_10": "Fewer than 10", "10_plus": "10 or more"}
PLACES = {"hotel": "Hotel or bed and breakfast", "brothel": "Premises believed to be a brothel"}

TIMINGS = {
    "within_72h": "Held within 72 hours",
    "after_72h": "Held after 72 hours",
    "before_return": "Recorded before the return",
}

SERVICES = {
    "specialist_cse": "Specialist exploitation",
    "therapeutic": "Therapeutic",
    "health": "Health",
    "advocacy": "Advocacy",
    "family_support": "Family support",
    "outreach": "Outreach",
    "no_service": "No service named",
}
WEEKS = {
    "0_4w": "Within 4 weeks",
    "4_8w": "4 to 8 weeks",
    "8_12w": "8 to 12 weeks",
    "12_26w": "12 to 26 weeks",
    "26w_plus": "More than 26 weeks",
}

STEPS = {
    "in_time": "Within 12 weeks",
    "later": "Later",
    "waiting": "Still waiting",
    "not_recorded": "Closed, none recorded",
    "before_referral": "Dated before the referral",
    "no_service": "No service named",
}
MAY_NEED_NONE = {**STEPS, "waiting": "Open, none yet"}
LEVELS = {"none": "No concern", "first": "First by this tool", "not_recorded": "Not known"}
SOURCES = {
    "1A": "Family or carer",
    "1B": "Acquaintance",
    "1C": "The child",
    "1D": "Another individual",
    "2A": "School",
    "2B": "Education service",
    "3A": "GP",
    "3B": "Health visitor",
    "3C": "School nurse",
    "3D": "Other primary health",
    "3E": "Accident and emergency",
    "3F": "Other health",
    "4": "Housing",
    "5A": "Council: social care",
    "5B": "Council: another department",
    "5C": "Another council",
    "5D": "Council: early help",
    "6": "Police",
    "7": "Courts, probation or other legal agency",
    "8": "Voluntary or other agency",
    "9": "Anonymous",
}

# By dimension, then by code.
WHO: dict[str, dict[str, str]] = {
    "place": PLACES,
    "place_group": PLACES,
    "ethnicity": {
        "white_british": "White British",
        "white_other": "White Other",
        "white_unknown": "White, no details",
        "black_african": "Black African",
        "black_caribbean": "Black Caribbean",
        "black_other": "Black Other",
        "asian_other": "Asian Other",
    },
    # The assessment’s own names of models, and so called: exploitation is no relationship.
    "model": {
        "inappropriate_relationship": "So-called relationship",
        "boyfriend": "So-called boyfriend",
    },
    "indicator": {"low_self_esteem": "Low self-esteem"},
    "identified_by": {
        "childrens_services": "Children’s services",
        "health": "Health services",
        "voluntary": "Voluntary services",
        "self": "The child",
    },
    "part": {"abuser": "Abuse suspected"},
    "harm": {"at_risk": "At risk, no harm known"},
    "kind": {
        "sopo_or_shpo": "Sexual harm prevention order",
        "rsho_or_sro": "Sexual risk order",
        "alone": "In no group",
        **SERVICES,
    },
    "service_kind": {**SERVICES, "missing": "Missing"},
    "for_group": {"all": "All children"},
    "need": {
        "no_missing_from_care": "Missing from care",
        "no_missing": "Missing",
        "in_need_missing_from_care": "In need: missing from care",
        "in_need_missing": "In need: missing",
        "in_need_assessed": "In need: at medium or high risk",
        **{f"no_{kind}": words for kind, words in SERVICES.items()},
    },
    "followed": {
        "within_12w": "Started within 12 weeks",
        "after_12w": "Started later",
        "waiting": "Still waiting after 12 weeks",
        "closed_unstarted": "Closed without a start",
        "before_referral": "Seen before the referral",
        "not_yet_due": "12 weeks not yet over",
    },
    "begun": {
        f"{kind}_{step}": f"{words}: {said}"
        for kind, words in {**SERVICES, "missing": "Missing"}.items()
        for step, said in (("due", "due"), ("in_time", "started in time"))
    },
    "length": {
        f"{state}_{band}": f"{said} {words.lower()}"
        for state, said in (("started", "Started"), ("waiting", "Told of no further,"))
        for band, words in WEEKS.items()
    },
    "weeks": WEEKS,
    "weeks_by": {"0_4w": "4 weeks", "4_8w": "8 weeks", "8_12w": "12 weeks", "12_26w": "26 weeks"},
    "age": AGES,
    "age_group": {**AGES, "10-11": "10 to 11", "12-13": "12 to 13", "14-15": "14 to 15", "16-17": "16 to 17"},
    "age_band": {"under_17": "Under 17", "70_plus": "70 or over"},
    "happened": {"moved_to": "Moved to"},
    "identification": {
        "1": "Group 1: full name or initials",
        "2": "Group 2: given name or alias",
        "3": "Group 3: no name",
    },
    "membership": {"alone": "In no group", "in_one": "In one group", "in_several": "In several groups"},
    "size": {"1": "1 recorded", "8_plus": "8 or more"},
    "size_band": UP_TO_9,
    "children_band": UP_TO_9,
    "composition": {
        "all_white": "All of White background",
        "all_black": "All of Black background",
        "all_asian": "All of Asian background",
        "all_other": "All of one other background",
        "more_than_one": "More than one background",
        "some_unknown": "Background unknown for some or all",
    },
    "areas_crossed": {"1": "1 council", "2": "2 councils", "3": "3 councils", "4_plus": "4 or more councils"},
    "centralisation": {
        "two_hold_69": "Two members hold 69% of links or more",
        "two_hold_half": "Two members hold half of links or more",
        "spread": "Links are spread",
        "few_linked": "Fewer than four members linked to a child",
        "none_linked": "No child linked",
    },
    "children_linked": {"none": "No child", "1": "1 child", "8_plus": "8 children or more"}
    | {str(count): f"{count} children" for count in range(2, 8)},
    "several_unidentified": {"yes": "Several, none identified", "no": "Not so"},
    "missing_began": {"before": "Before the exploitation", "after": "After the exploitation"},
    "outcome": {
        "nfa_police": "No further action, police",
        "nfa_cps": "No further action, prosecution service",
        "victim_not_supporting": "Closed without the victim’s evidence",
        "none_recorded": "None recorded yet",
    },
    "assessed": STEPS,
    "discussed": MAY_NEED_NONE,
    "planned": MAY_NEED_NONE,
    "served": STEPS,
    "step": {
        "referred": "Referral",
        "assessed": "Assessment",
        "discussed": "Strategy discussion",
        "planned": "Plan",
        "served": "Service",
    },
    "source": SOURCES,
    "moved": {
        "higher": "To a higher level",
        "same": "At the same level",
        "lower": "To a lower level",
        "first": "First by this tool",
        "not_recorded": "Level not known",
    },
    "before": LEVELS,
    "level": {"none": "No concern"},
    "state": {"breached": "Breached while live", "noted_after": "Breach noted after expiry"},
    "ending": {
        "within_28d": "Within 28 days",
        "after_28d": "Later",
        "no_end_date": "No end date recorded",
    },
    "review": {"in_date": "Not yet due", "overdue": "Overdue"},
    "together": {
        "both": "Identified and missing",
        "exploited_only": "Identified only",
        "missing_only": "Missing only",
    },
    "living": {
        "childrens_home": "Children’s home",
        "foster": "Foster care",
        "semi_independent": "Semi-independent",
        "in_care": "In care, no details",
        "not_in_care": "Not in care, no details",
    },
    "living_group": {"in_care": "In the care system", "not_in_care": "Not in care, no details"},
    "reached": {
        "ended": "Episodes that ended",
        "applicable": "An interview applied",
        "offered": "Offered",
        "accepted": "Accepted",
        "completed": "Held",
        "due": "72 hours had passed",
        "completed_due": "Held, and 72 hours had passed",
        "not_timed": "Hours not known",
        "no_answer": "Offered, answer not known",
        "offer_unknown": "Offer unknown",
        "offer_not_recorded": "Offer not recorded",
        "in_service": "In a service",
        "not_in_service": "In no service",
        **TIMINGS,
    },
    "timing": {"not_timed": "Held, hours not known", "not_completed": "Not held", **TIMINGS},
    "lag": {
        "before_start": "Before the start",
        "under_1h": "Under an hour",
        "1_6h": "1 to 6 hours",
        "6_24h": "6 to 24 hours",
        "1_7d": "1 to 7 days",
        "over_7d": "7 days or more",
        "not_timed": "Hours not known",
    },
    "field": {
        "reported_time": "Time of the report",
        "missing_from_cell": "Cell missing from",
        "found_by": "Who found the child",
        "accepted": "Whether the interview was accepted",
        "declined_reason": "Why the interview was declined",
        "interview_time": "Time of the interview",
        "independent": "Whether the interviewer was independent",
        "shared": "Whether it was shared with police",
        "themes": "Themes of the interview",
        "level": "Assessed level",
        "next_due": "When reassessment is due",
        "identified_by": "Who identified the child",
        "age_identified": "Age when identified",
        "exploitation_start": "Start of the exploitation",
        "ever_missing": "Whether ever missing",
        "living": "Where the child lived",
        "school": "Engagement with school",
        "reason": "Reason of the referral",
        "service": "Service referred to",
    },
    "repeated": {"repeat": "Repeat episode", "not_repeat": "Other episode"},
    "reason": {
        "child_declined": "The child declined",
        "parent_declined": "A parent or carer declined",
        "spoke_to_another": "Spoke to someone else",
        "not_found": "Could not be reached",
        "missing_again": "Was missing again",
    },
    "theme": {
        "peers": "Friends and peers",
        "contact_with_family": "Contact with family",
        "placement_unhappy": "Unhappy in the placement",
        "substances": "Drugs or alcohol",
        "abuse_or_neglect": "Abuse or neglect",
    },
    "waited": {
        "0_4w": "Less than 4 weeks",
        "4_12w": "4 to 12 weeks",
        "12_26w": "12 to 26 weeks",
        "26w_plus": "26 weeks or more",
        "1_7_days": "1 to 7 days",
        "8_28_days": "8 to 28 days",
        "29_90_days": "29 to 90 days",
        "91_365_days": "91 days to a year",
    },
    "standing": {
        "accepted": "Accepted, not held",
        "no_answer": "Offered, answer not known",
        "not_offered": "Not offered",
        "held_later": "Held since then",
        "unknown": "Offer unknown",
        "not_recorded": "Offer not recorded",
    },
}
