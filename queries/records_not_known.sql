/*
question = "In how many records was a field given as unknown, or as not applicable?"
definition = "Records of children as sent, by each field that the agency filled in with 'unknown' or 'not applicable': it was asked, and not known, or the question does not arise."
source = "Recording template of the CEOP thematic assessment 2011, recommendation 4"
caveat = "What is left empty is neither: whether it was asked cannot be told."
measures = ["Q1"]
tables = []
counts = ["children", "records"]
periods = "years"
smallest_level = "all"

[areas]
home = "the child's home"

[dimensions.field]
about = "the field"
values = [
    "missing_from_kind", "initial_risk", "found_place", "found_by", "harm", "accepted", "declined_reason", "independent", "shared",
    "level", "identified_by", "ever_missing", "living", "school", "reason",
]

[dimensions.said]
about = "what was said of it"
values = ["unknown", "not_applicable"]
*/
with given as (
    select child_ref, started_on as day, unnest([
        {field: 'missing_from_kind', said: missing_from},
        {field: 'initial_risk', said: initial_risk},
        {field: 'found_place', said: found_place},
        {field: 'found_by', said: found_by},
        {field: 'harm', said: harm}
    ]) as one
    from sent.missing_episodes
    where 'unknown' in (missing_from, initial_risk, found_place, found_by, harm) -- most have neither: not taken apart
        or 'not_applicable' in (missing_from, initial_risk, found_place, found_by, harm)
    union all
    select child_ref, coalesce(interviewed_on, offered_on), unnest([
        {field: 'accepted', said: accepted},
        {field: 'declined_reason', said: declined_reason},
        {field: 'independent', said: interviewer_independent},
        {field: 'shared', said: shared_with_police}
    ])
    from sent.return_interviews
    union all
    select child_ref, assessed_on, {field: 'level', said: level} from sent.assessments
    union all
    select child_ref, identified_on, unnest([
        {field: 'identified_by', said: identified_by},
        {field: 'ever_missing', said: ever_missing},
        {field: 'living', said: living_circumstances},
        {field: 'school', said: school_engagement}
    ])
    from sent.victims
    union all
    select child_ref, referred_on, {field: 'reason', said: reason} from sent.referrals
)
select child, day, home_area as home, one.field, one.said
from given
join children using (child_ref)
where one.said in ('unknown', 'not_applicable')
