create function list_live_releases(person uuid, recipient uuid) returns setof release_line language plpgsql stable as $$
begin
  return query
    select * from release_line
    where jurisdiction_id = actor_jurisdiction_id() and person_id = person and recipient_organization_id = recipient
      and revoked_at is null and expires_at > now()
    order by expires_at desc;
end
$$;
comment on function list_live_releases(uuid, uuid) is
  'The live lines about a person that name an organization, as far as the actor may see them. A function because every look at a referral asks it: its plan is kept, and it runs under the same policies.';
