-- Contacts of customers are told, as people are: by letters. Whom a telling is for, and who reads it, is a person or a contact.
alter table telling
    drop constraint digest_organisation_id_recipient_id_fkey,
    drop constraint telling_organisation_id_reader_id_fkey,
    add column letter_id uuid,
    add foreign key (organisation_id, letter_id) references dunning_letter (organisation_id, id);
alter table delivery drop constraint delivery_organisation_id_reader_id_fkey;
create unique index telling_of_letter on telling (organisation_id, letter_id) where letter_id is not null;

-- How much one person, or one customer whichever contact it was, has been told on one local day.
alter table told_day drop constraint told_day_organisation_id_recipient_id_fkey;

-- By which channels somebody can be told of what, in the order in which they are tried. A function and no view, because a planner asks both
-- halves for the one reader only then.
create function telling_way(organisation uuid, reader uuid, about text)
returns table (place int, channel text, installation_id text, lane text, target_id uuid) stable language sql as $$
    select w.place, w.channel, w.installation_id, w.lane, w.target_id
    from notification_way w
    where w.organisation_id = organisation and w.user_id = reader and w.category = about
    union all
    select cast(c.place as int), c.channel, null, '', null
    from contact_address k
    join dunned_customer d on d.organisation_id = organisation and d.customer_id = k.customer_id
    cross join lateral unnest(d.channels) with ordinality c (channel, place)
    where k.organisation_id = organisation and k.contact_id = reader
      and case c.channel when 'EMAIL' then k.email is not null when 'SMS' then k.phone is not null else false end
$$;

-- What holds for whoever is told: in whose name it is counted, where letters and texts go, when nobody is disturbed. A contact without an
-- address is still there.
create function telling_rule(organisation uuid, reader uuid)
returns table (
    counted_id uuid, here boolean, locale text, email text, phone text, quiet_from time, quiet_until time, daily_cap int
) stable language sql as $$
    select u.id, u.active, u.locale, r.email, r.phone, r.quiet_from, r.quiet_until, r.daily_cap
    from app_user u
    join notification_rule r on r.organisation_id = organisation and r.user_id = reader
    where u.organisation_id = organisation and u.id = reader
    union all
    select k.customer_id, d.customer_id is not null, k.locale, k.email, k.phone,
        coalesce(q.quiet_from, time '21:00'), coalesce(q.quiet_until, time '08:00'), coalesce(d.daily_cap, 1)
    from contact_address k
    left join dunned_customer d on d.organisation_id = organisation and d.customer_id = k.customer_id
    left join notification_default q on q.organisation_id = organisation
    where k.organisation_id = organisation and k.contact_id = reader
$$;
