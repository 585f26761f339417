/*
question = "What came of the cases recorded in the period?"
definition = "Cases recorded in the period, by every outcome recorded to date: the same cases above and below the line."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011"
caveat = "A case with several outcomes is counted in each. Recent cases have had little time."
measures = ["D2"]
tables = ["cases", "outcomes"]
counts = ["cases"]
behind = ["case_outcome_children"]

[areas]
home = "the child's home, or the council responsible"
exploited = "where the child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.outcome]
about = "the outcome to date"
values = ["arrested", "charged", "convicted", "acquitted", "nfa_police", "nfa_cps", "victim_not_supporting", "pending", "none_recorded"]
*/
select
    case_number, recorded_on as day, victims.home_area as home, exploited_area as exploited, cases.recorded_area as recorded,
    coalesce(outcome, 'none_recorded') as outcome
from cases
left join sent.outcomes using (case_ref)
left join victims using (case_number)
left join exploited_areas using (case_number, child)
