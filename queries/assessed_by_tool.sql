/*
question = "At what level of which tool were children assessed at the end of the period?"
definition = "Children under 18 by their latest assessment up to the last day of the period: the tool, and the level in the tool's own words."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011; definition of this partnership"
caveat = "Levels of different tools are not set against each other: the common level is the sender's map. A level given to fewer than ten children in all is counted as recorded in other words."
measures = ["C1"]
tables = ["assessments"]
counts = ["children"]
when = "at_end"
periods = "years"

[areas]
home = "the child's home"

[dimensions.tool_level]
about = "the tool, and its level"
of_tools = true
*/
with assessed as (
    select
        child, home_area, assessed_on, tool, local_level,
        least(
            lead(assessed_on) over (partition by child order by assessed_on, assessment_ref),
            cast(birth_month + interval 18 years as date)
        ) as until
    from sent.assessments
    join children using (child_ref)
)
select
    child, assessed_on as since, until, home_area as home,
    if(tool || ': ' || local_level in (select tool_level from tool_levels), tool || ': ' || local_level, 'not_listed') as tool_level
from assessed
