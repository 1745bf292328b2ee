-- What waits for a place is found by when it stops waiting, however much the place was ever sent.
create index on referral (jurisdiction_id, to_organization_id, open_until);
