-- What the law asks of a place belongs to whether a referral can go there (P2-004).

create or replace function organization_is_open_here(organization uuid) returns boolean
  language sql stable
  return exists (select from organization o
    where o.id = organization_is_open_here.organization and o.jurisdiction_id = actor_jurisdiction_id()
      and o.closed_at is null)
    and organization_may_receive(organization_is_open_here.organization);
comment on function organization_is_open_here(uuid) is
  'Whether a referral can go to an organization: one of the actor''s county that takes part, and, where it is a Part 2 program, has its service agreement.';
