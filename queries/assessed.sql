/*
question = "At what level of risk were children assessed at the end of the period, and was a new assessment due?"
definition = "Children under 18 by their latest assessment up to the last day of the period: its common level, and whether the next one was overdue then."
source = "Engage, Blackburn: reassessed every six weeks (CEOP thematic assessment 'Out of Mind, Out of Sight', 2011)"
caveat = "Tools differ, and their levels are mapped to a common one by the sender. Overdue is after the date the sender gave, or six weeks."
measures = ["C1", "C2"]
tables = ["assessments"]
counts = ["children"]
when = "at_end"

[areas]
home = "the child's home"

[dimensions.level]
about = "the common level of the latest assessment"
values_of = "assessments.level"

[dimensions.review]
about = "whether the next assessment was due"
values = ["in_date", "overdue"]
*/
with assessments as (
    select
        child, home_area, birth_month, assessed_on, level,
        coalesce(next_due_on, assessed_on + 42) as due_on,
        lead(assessed_on) over (partition by child order by assessed_on, assessment_ref) as next_on
    from sent.assessments
    join children using (child_ref)
),
ended as (
    select *, least(next_on, cast(birth_month + interval 18 years as date)) as until from assessments
)
select child, assessed_on as since, least(until, due_on) as until, home_area as home, level, 'in_date' as review
from ended
union all
select child, due_on, until, home_area, level, 'overdue'
from ended
where until is null or until > due_on
