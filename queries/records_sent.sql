/*
question = "How many records did each agency send?"
definition = "Records of children as sent, by the agency that sent them and what they are, by the day of what is recorded."
source = "Recording template of the CEOP thematic assessment 2011, recommendation 4"
caveat = "An absence that two agencies sent is a record of each. A return interview without any day is in no period."
measures = ["Q1"]
tables = []
counts = ["children", "records"]
smallest_level = "all"

[areas]
home = "the child's home"

[dimensions.agency]
about = "the agency that sent the records"
of_agencies = true

[dimensions.record]
about = "what a record is"
values = ["missing_episodes", "return_interviews", "assessments", "victims", "referrals"]
*/
with records as (
    select child_ref, sender, started_on as day, 'missing_episodes' as record from sent.missing_episodes
    union all
    select child_ref, sender, coalesce(interviewed_on, offered_on), 'return_interviews' from sent.return_interviews
    union all
    select child_ref, sender, assessed_on, 'assessments' from sent.assessments
    union all
    select child_ref, sender, identified_on, 'victims' from sent.victims
    union all
    select child_ref, sender, referred_on, 'referrals' from sent.referrals
)
select child, day, home_area as home, sender as agency, record
from records
join children using (child_ref)
