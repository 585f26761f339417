/*
question = "How did children move between levels, within one tool?"
definition = "Assessments by the day on which they were made: the common level, set against that of the child's assessment before it by the same tool."
source = "Engage, Blackburn: reassessed every six weeks (CEOP thematic assessment 'Out of Mind, Out of Sight', 2011)"
caveat = "A change of tool is no movement: the first assessment by each tool has nothing before it. A higher level can mean that more became known."
measures = ["C1"]
tables = ["assessments"]
counts = ["children", "assessments"]
periods = "years"
pairs = [["before", "level"]]

[areas]
home = "the child's home"

[dimensions.moved]
about = "the movement"
values = ["higher", "same", "lower", "first", "not_recorded"]

[dimensions.before]
about = "the level before"
values = ["none", "low", "medium", "high", "first", "not_recorded"]

[dimensions.level]
about = "the level then"
values = ["none", "low", "medium", "high", "not_recorded"]
*/
with scales as (select ['none', 'low', 'medium', 'high'] as scale),
placed as (
    select
        child, home_area, assessed_on, list_position(scale, level) as place,
        lag(coalesce(list_position(scale, level), 0)) over (partition by child, tool order by assessed_on, assessment_ref) as place_before
    from sent.assessments
    join children using (child_ref), scales
)
select
    child, assessed_on as day, home_area as home,
    case
        when place_before is null then 'first'
        when place is null or place = 0 or place_before = 0 then 'not_recorded'
        when place > place_before then 'higher' when place < place_before then 'lower' else 'same'
    end as moved,
    case when place_before is null then 'first' when place_before = 0 then 'not_recorded' else scale[place_before] end as before,
    case when place is null or place = 0 then 'not_recorded' else scale[place] end as level
from placed, scales
