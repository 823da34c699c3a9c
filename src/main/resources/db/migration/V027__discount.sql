alter table discount_offer
    -- Or the reason of the offer that took the place of one that had expired.
    add column withdrawn_because text,
    add check ((withdrawn_at is null) = (withdrawn_because is null));
