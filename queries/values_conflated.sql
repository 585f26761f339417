/*
question = "For how many children does an agency's nationality or ethnicity say something else?"
definition = "Children of whom an agency sent a record, and whose nationality or ethnicity it gave in words that are none, or that are the other of the two, by the day of each record."
source = "CEOP thematic assessment 'Out of Mind, Out of Sight', 2011, section 6.2.2: 'African', 'British Asian' are no nationalities"
caveat = "Words that no list of this program knows are counted here until data/codes.toml lists them."
measures = ["Q5"]
tables = ["children"]
counts = ["children"]
periods = "years"
smallest_level = "all"

[areas]
home = "the child's home"

[dimensions.agency]
about = "the agency that sent the words"
of_agencies = true

[dimensions.conflated]
about = "what the words say instead"
values = ["ethnicity_as_nationality", "no_nationality", "nationality_as_ethnicity", "no_ethnicity"]
*/
with records as (
    select child_ref, sender, started_on as day from sent.missing_episodes
    union all
    select child_ref, sender, coalesce(interviewed_on, offered_on) from sent.return_interviews
    union all
    select child_ref, sender, assessed_on from sent.assessments
    union all
    select child_ref, sender, identified_on from sent.victims
    union all
    select child_ref, sender, referred_on from sent.referrals
)
select children.child, day, home_area as home, sender as agency, conflated
from conflated_values
join children using (child_ref)
join records using (child_ref, sender)
