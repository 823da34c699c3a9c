-- Dead letters are few among many, and looked for by themselves.
create index delivery_dead on delivery (organisation_id, id) where state = 'DEAD';
