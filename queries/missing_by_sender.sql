/*
question = "Which agencies recorded the children who went missing?"
definition = "Children who went missing in the period, by whether police, children's services or both sent a record of it."
source = "Sightline"
caveat = "An absence that both sent is counted once: starts on the same day or within six hours are taken as the same absence."
measures = ["Q4"]
tables = ["missing_episodes"]
counts = ["children", "episodes"]
whole = "missing"
scope = "missing"
flags = ["police", "council"]

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.sent_by]
about = "which agencies sent the child's episodes"
values = ["both", "police_only", "council_only", "other_only"]
*/
select
    *,
    case when police and council then 'both' when police then 'police_only' when council then 'council_only'
        else 'other_only' end as sent_by
from scoped
