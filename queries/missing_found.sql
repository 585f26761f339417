/*
question = "Where were children found, and by whom?"
definition = "Missing episodes that have ended, by the kind of place where the child was found and by who found the child."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "Who found the child is free text in most systems, so it is often not recorded."
measures = ["M16"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"
found = "where the child was found"

[dimensions.found_place]
about = "the kind of place where the child was found"
values_of = "missing_episodes.found_place"

[dimensions.found_by]
about = "who found the child"
values = ["police", "family", "carer", "professional", "public", "self", "other", "unknown", "not_applicable", "not_recorded"]
*/
select
    child, episode, started_on as day, home_area as home, missing_from_area as missing_from, host_area as host, found_area as found, found_place,
    case
        when found_by in ('police', 'family', 'carer', 'professional', 'public', 'self') then found_by
        when found_by in ('unknown', 'not_applicable', 'not_recorded') then found_by
        else 'other'
    end as found_by
from missing_episodes
where kind = 'missing' and under_18 and duration <> 'still_open'
