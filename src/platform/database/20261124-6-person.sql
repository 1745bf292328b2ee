-- The person who is helped asks too, by a code of their own.

create function actor_person_id() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.person_id', true), '')::uuid;
end
$$;
comment on function actor_person_id() is
  'The person who asks about themselves; null for everybody else. Such an actor has no county and no organization: what these share among their members is not for whoever they help.';

comment on function actor_kind() is
  'Who asks: visitor, member, token, link, person, job or operator; empty outside asActor, which matches no policy.';
comment on function actor_holding_id() is 'The signed link, API token or person''s code that the actor holds.';
