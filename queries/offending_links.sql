/*
question = "How far are links between possible offenders and children concentrated?"
definition = "Links of a possible offender to a child in a case, by the part suspected; and the share of links held by the tenth with most."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 5.6.3 (two offenders held 69% of one network's)"
caveat = "Links show what was recorded, and whoever was looked into most has most. Nobody is named or ranked."
measures = ["O3"]
tables = ["nominals", "offending"]
counts = ["nominals", "links", "top_tenth"]

[areas]
home = "the home of a child whom the records link to them"
exploited = "where that child was exploited"
recorded = "the area of the agency that recorded the case"

[dimensions.part]
about = "the part suspected"
values_of = "offending.role"
*/
select
    nominal, day, home_area as home, min(exploited_area) as exploited, recorded_area as recorded, role as part
from offending
left join victims using (case_number, child)
left join exploited_areas using (case_number, child)
where child is not null
group by case_number, nominal, child, role, day, home_area, recorded_area
