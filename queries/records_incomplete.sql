/*
question = "In how many records did each agency leave a field out?"
definition = "Records of children as sent, by the agency that sent them and each field that was left empty or given as unknown where it should have been known."
source = "Recording template of the CEOP thematic assessment 2011, recommendation 4"
caveat = "A field that does not arise is not left out: the end of an absence that is still open, the reason of an interview that was not declined."
measures = ["Q1"]
tables = []
counts = ["children", "records"]
smallest_level = "all"

[areas]
home = "the child's home"

[dimensions.agency]
about = "the agency that sent the records"
of_agencies = true

[dimensions.field]
about = "the field that was left out"
values = [
    "start_time", "reported_time", "end_time", "missing_from_kind", "missing_from_cell", "initial_risk", "found_place", "found_by",
    "harm", "accepted", "declined_reason", "interview_time", "independent", "shared", "themes", "level", "next_due",
    "identified_by", "age_identified", "exploitation_start", "ever_missing", "living", "school", "reason", "service",
]
*/
with gaps as (
    select child_ref, sender, started_on as day, [
        if(started_at is null, 'start_time', null),
        if(reported_at is null, 'reported_time', null),
        if(ended_on is not null and ended_at is null, 'end_time', null),
        if(coalesce(missing_from, 'unknown') = 'unknown', 'missing_from_kind', null),
        if(missing_from_cell is null, 'missing_from_cell', null),
        if(coalesce(initial_risk, 'unknown') = 'unknown', 'initial_risk', null),
        if(ended_on is not null and coalesce(found_place, 'unknown') = 'unknown', 'found_place', null),
        if(ended_on is not null and coalesce(found_by, 'unknown') = 'unknown', 'found_by', null),
        if(ended_on is not null and coalesce(harm, 'unknown') = 'unknown', 'harm', null)
    ] as fields
    from sent.missing_episodes
    union all
    select child_ref, sender, coalesce(interviewed_on, offered_on), [
        if(offered = 'yes' and coalesce(accepted, 'unknown') = 'unknown', 'accepted', null),
        if(accepted = 'no' and coalesce(declined_reason, 'unknown') = 'unknown', 'declined_reason', null),
        if(interviewed_on is not null and interviewed_at is null, 'interview_time', null),
        if(interviewed_on is not null and coalesce(interviewer_independent, 'unknown') = 'unknown', 'independent', null),
        if(interviewed_on is not null and coalesce(shared_with_police, 'unknown') = 'unknown', 'shared', null),
        if(interviewed_on is not null and themes is null, 'themes', null)
    ]
    from sent.return_interviews
    union all
    select child_ref, sender, assessed_on, [
        if(coalesce(level, 'unknown') = 'unknown', 'level', null),
        if(next_due_on is null, 'next_due', null)
    ]
    from sent.assessments
    union all
    select child_ref, sender, identified_on, [
        if(coalesce(identified_by, 'unknown') = 'unknown', 'identified_by', null),
        if(age_when_identified is null, 'age_identified', null),
        if(exploitation_started_on is null, 'exploitation_start', null),
        if(coalesce(ever_missing, 'unknown') = 'unknown', 'ever_missing', null),
        if(coalesce(living_circumstances, 'unknown') = 'unknown', 'living', null),
        if(coalesce(school_engagement, 'unknown') = 'unknown', 'school', null)
    ]
    from sent.victims
    union all
    select child_ref, sender, referred_on, [
        if(coalesce(reason, 'unknown') = 'unknown', 'reason', null),
        if(service_ref is null, 'service', null)
    ]
    from sent.referrals
)
select child, day, home_area as home, sender as agency, unnest(list_distinct(fields)) as field
from gaps
join children using (child_ref)
