-- The same absence sent by two agencies is kept once. Two records are the same absence when they are of one child,
-- come from different agencies (or were sent by different ones), and start on the same day or within six hours.
-- The record of the agency first in this order is kept, and gaps in it are filled from the other: police,
-- children's services, any other agency.
-- Only what tells them apart is carried here: the rest of a record is read, by its `sent_row`, once that is known.
create temp table records as
select
    *,
    sender || ': ' || agency_code as origin,
    cast(row_number() over (order by standing, agency_code, sender, episode_ref) as integer) as record,
    coalesce(started_at, cast(started_on as timestamp) + interval 12 hours) as about
from (
    -- An agency that no one lists is of the type of the agency that sent its records: a team of it, or a slip.
    select
        episode.rowid as sent_row, children.child, episode.sender, agency_code, episode_ref, started_on, started_at,
        coalesce(agencies.agency_type, extracts.agency_type) as agency_type,
        case coalesce(agencies.agency_type, extracts.agency_type) when 'police' then 1 when 'childrens_services' then 2 else 3 end
            as standing
    from sent.missing_episodes as episode
    join children using (child_ref)
    left join agencies on agencies.agency = episode.agency_code
    left join extracts on extracts.sender = episode.sender
);

create temp table pairs as
with near as (
    select
        later.record, first.record as same_as, later.origin, first.origin as first_origin, first.standing,
        abs(epoch(later.about) - epoch(first.about)) as seconds_apart
    from records as later
    join records as first
        on first.child = later.child
        and first.record < later.record
        and first.origin <> later.origin
    where first.started_on = later.started_on
        or (first.started_at is not null and later.started_at is not null
            and abs(epoch(later.started_at) - epoch(first.started_at)) <= 6 * 3600)
),
nearest as (
    select * from near
    qualify row_number() over (partition by record, first_origin order by seconds_apart, same_as) = 1
),
mutual as (
    select * from nearest
    qualify row_number() over (partition by same_as, origin order by seconds_apart, record) = 1
)
select record, same_as from mutual
qualify row_number() over (partition by record order by same_as) = 1;

-- A record may be paired with one that is itself paired: follow it to the first.
create temp table absences as
select
    records.sent_row, records.episode_ref, records.child, records.record, records.agency_type,
    coalesce(above.same_as, pairs.same_as, records.record) as absence
from records
left join pairs using (record)
left join pairs as above on above.record = pairs.same_as;
