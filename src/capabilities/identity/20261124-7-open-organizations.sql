create function organization_is_open_here(organization uuid) returns boolean
  language sql stable
  return exists (select from organization o
    where o.id = organization_is_open_here.organization and o.jurisdiction_id = actor_jurisdiction_id()
      and o.closed_at is null);
comment on function organization_is_open_here(uuid) is
  'Whether an organization of the actor''s county takes part: to which a referral can go.';
