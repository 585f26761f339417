-- An interview is due 72 hours after the return. Whether one was held can be told up to the day until which those
-- who send interviews have sent them, and no later than the data of episodes reach.
create temp table interviews_known as
select least(coverage.until, held.until) as until
from coverage
cross join (
    select cast(least(max(period_end), max(as_at)) + interval 1 day as date) as until
    from extracts where list_contains(split(tables, ' '), 'return_interviews')
) as held;

-- An interview that took place was offered and accepted, whatever those columns say; and none is accepted unoffered.
create temp table interviews as
with newest as (
    select * from sent.return_interviews
    join extracts using (sender)
    qualify row_number() over (partition by interview_ref order by as_at desc, sender) = 1
),
answered as (
    select
        *,
        if(interviewed_on is not null or accepted = 'yes', 'yes', coalesce(offered, 'not_recorded')) as was_offered,
        if(interviewed_on is not null, 'yes', coalesce(accepted, 'not_recorded')) as was_accepted
    from newest
)
select
    interview_ref, interviewed_at, interviewed_on, was_offered as offered,
    case
        when interviewed_on is not null then 'completed'
        when was_offered <> 'yes' then if(was_offered = 'no', 'not_offered', was_offered)
        when was_accepted = 'yes' then 'accepted'
        when was_accepted = 'no' then 'declined'
        else 'no_answer'
    end as standing,
    code_of('declined_reason', declined_reason) as declined_reason,
    coalesce(interviewer_independent, 'not_recorded') as independent,
    coalesce(shared_with_police, 'not_recorded') as shared,
    coalesce(exploitation_disclosed, 'not_recorded') as disclosed,
    themes
from answered;

-- An absence that two agencies sent may be named by the pseudonym of either.
create temp table covered as
select distinct absences.absence, interviews.*
from sent.interview_episodes
join interviews using (interview_ref)
join absences using (episode_ref);

-- One row for each missing episode that has ended.
create table returned_episodes as
with ended as (
    select
        episode, absence, child, ended_on as returned_on, ended_at, home_area, missing_from_area, host_area, missing_from as place,
        if(repeat_trigger, 'repeat', 'not_repeat') as repeated,
        -- The latest moment at which 72 hours were over, where only the day of the return is known.
        coalesce(ended_at, utc_time(cast(ended_on + 1 as timestamp))) + interval 72 hours as due_at
    from missing_episodes
    where kind = 'missing' and under_18 and ended_on is not null
),
interviewed as (
    select
        ended.*, covered.* exclude (absence),
        -- True hours, also over a night when the clocks change.
        (epoch(interviewed_at) - epoch(ended_at)) / 3600 as hours
    from ended
    left join covered using (absence)
),
-- Of several interviews of one episode: the first that was held after the return, otherwise the one that went furthest.
kept as (
    select * from interviewed
    qualify row_number() over (
        partition by episode
        order by list_position(
            ['completed', 'accepted', 'declined', 'no_answer', 'not_offered', 'unknown', 'not_applicable', 'not_recorded'],
            standing
        ) nulls last, coalesce(hours < 0, false), interviewed_on, interviewed_at nulls last, interview_ref
    ) = 1
)
select
    episode, child, returned_on, home_area, missing_from_area, host_area, place, repeated,
    coalesce(offered, 'not_recorded') as offered,
    coalesce(standing, 'not_recorded') as standing,
    cast(local_time(due_at) as date) as due_on,
    cast(local_time(due_at) as date) < interviews_known.until as due,
    interviewed_on,
    case
        when standing is distinct from 'completed' then 'not_completed'
        when hours is null then 'not_timed'
        when hours < 0 then 'before_return'
        when hours <= 72 then 'within_72h'
        else 'after_72h'
    end as timing,
    declined_reason, independent, shared, disclosed, themes
from kept
cross join interviews_known
order by home_area, returned_on, episode;

-- One row for each theme of the interview of an episode.
create table interview_themes as
select distinct episode, child, returned_on, home_area, missing_from_area, host_area, code_of('theme', theme) as theme
from (
    select *, unnest(if(len(themes) > 0, themes, [null])) as theme
    from returned_episodes
    where standing = 'completed'
)
order by home_area, returned_on, episode;
