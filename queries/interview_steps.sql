/*
question = "How far did children who returned get on the way to a return interview?"
definition = "Missing episodes by the day on which the child returned, counted at each step that they reached, and where the way is not known. Due: 72 hours had passed at the date of the data. Shares: offered of those where one applied, accepted of those offered, held of all that ended, within 72 hours of those held and of all due."
source = "Statutory guidance on children who run away or go missing from home or care, 2014"
caveat = "The 72 hours are true ones, and need the time of the return and of the interview; nothing is guessed from days alone. An interview can cover several episodes."
measures = ["R1", "R2", "R3", "R4"]
tables = ["missing_episodes", "return_interviews", "interview_episodes"]
counts = ["children", "episodes"]
whole = "returned"

[areas]
home = "the child's home, or the council responsible"
missing_from = "where the child went missing from"
host = "where the child was placed"

[dimensions.reached]
about = "the step reached"
values = [
    "ended", "applicable", "offered", "accepted", "completed", "due", "completed_due", "within_72h", "after_72h",
    "before_return", "not_timed", "no_answer", "offer_unknown", "offer_not_recorded",
]
*/
select child, episode, day, home, missing_from, host, reached
from (
    unpivot (
        select
            child, episode, returned_on as day, home_area as home, missing_from_area as missing_from, host_area as host,
            true as ended,
            offered <> 'not_applicable' as applicable,
            offered = 'yes' as offered,
            standing in ('accepted', 'completed') as accepted,
            standing = 'completed' as completed,
            due,
            due and standing = 'completed' as completed_due,
            due and timing = 'within_72h' as within_72h,
            due and timing = 'after_72h' as after_72h,
            due and timing = 'before_return' as before_return,
            due and timing = 'not_timed' as not_timed,
            standing = 'no_answer' as no_answer,
            offered = 'unknown' as offer_unknown,
            offered = 'not_recorded' as offer_not_recorded
        from returned_episodes
    )
    on ended, applicable, offered, accepted, completed, due, completed_due, within_72h, after_72h, before_return, not_timed,
        no_answer, offer_unknown, offer_not_recorded
    into name reached value is_so
)
where is_so
