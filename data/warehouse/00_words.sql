-- Local (Europe/London) clock time of a moment held in UTC.
create temp macro local_time(moment) as timezone('Europe/London', timezone('UTC', moment));

-- The moment in UTC of a local clock time.
create temp macro utc_time(clock) as timezone('UTC', timezone('Europe/London', clock));

create temp macro quarter_name(day) as year(day) || '-Q' || quarter(day);

-- The band of a length in hours.
create temp macro length_band(hours) as
    case
        when hours < 8 then 'under_8h'
        when hours < 24 then '8_24h'
        when hours < 48 then '24_48h'
        when hours < 72 then '48_72h'
        when hours < 168 then '3_7d'
        when hours < 672 then '7_28d'
        else '28d_plus'
    end;

-- The band of an age in years.
create temp macro age_group(age) as
    case
        when age is null then 'not_recorded' when age < 10 then 'under_10' when age < 12 then '10-11'
        when age < 14 then '12-13' when age < 16 then '14-15' when age < 18 then '16-17' else '18_plus'
    end;

-- The code under which a freely written one is counted: see data/codes.toml.
create temp macro code_of(list_name, sent) as
    case
        when sent is null then 'not_recorded'
        when lower(sent) in ('unknown', 'not_applicable', 'not_recorded') then lower(sent)
        else coalesce((select code from codes where codes.list = list_name and codes.word = lower(sent)), 'not_listed')
    end;
