-- Queries that every referral asks, as functions: the plan of a query in a function is kept by the connection. Asked as
-- they are, planning them under the policies took several times as long as answering. They run with the rights of
-- whoever asks, under the same policies.

create function find_referral(referral_id uuid) returns setof referral language plpgsql stable as $$
begin
  return query select * from referral where id = referral_id;
end
$$;
comment on function find_referral(uuid) is 'One referral, if the actor may see it.';

create function find_referral_identity(referral uuid) returns setof referral_identity language plpgsql stable as $$
begin
  return query select * from referral_identity where referral_id = referral;
end
$$;
comment on function find_referral_identity(uuid) is 'Whom a referral is about, if the actor may know.';

create function list_handoff_steps(referrals uuid[]) returns setof handoff_step language plpgsql stable
  set plan_cache_mode = force_generic_plan as $$
begin
  return query select * from handoff_step where referral_id = any (referrals) order by at, id;
end
$$;
comment on function list_handoff_steps(uuid[]) is
  'The steps of these referrals that the actor may know of, in order. A general plan, since one for each number of referrals would be made anew each time.';

create function send_referral(sent jsonb) returns boolean language plpgsql as $$
declare
  r referral := jsonb_populate_record(null::referral, sent);
  i referral_identity := jsonb_populate_record(null::referral_identity, sent);
begin
  insert into referral (id, jurisdiction_id, person_id, from_organization_id, from_member_id, to_organization_id,
      to_service_id, needs, payer, agrees_to_contact, contact_way, submitted_at, answer_due_at, open_until)
    values (r.id, r.jurisdiction_id, r.person_id, r.from_organization_id, r.from_member_id, r.to_organization_id,
      r.to_service_id, r.needs, r.payer, r.agrees_to_contact, r.contact_way, r.submitted_at, r.answer_due_at, r.open_until)
    on conflict (id) do nothing;
  if not found then
    return false;
  end if;
  insert into referral_identity (referral_id, jurisdiction_id, from_organization_id, to_organization_id, name, contact,
      whereabouts, latitude, longitude, shared)
    values (r.id, r.jurisdiction_id, r.from_organization_id, r.to_organization_id, i.name, i.contact, i.whereabouts,
      i.latitude, i.longitude, r.agrees_to_contact);
  insert into handoff_step (id, referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id, step,
      by_organization_id, by_member_id, at)
    values ((sent ->> 'step_id')::uuid, r.id, r.jurisdiction_id, r.person_id, r.from_organization_id,
      r.to_organization_id, 'submitted', r.from_organization_id, r.from_member_id, r.submitted_at);
  insert into referral_link (id, referral_id, jurisdiction_id, to_organization_id, purpose, expires_at)
    values ((sent ->> 'link_id')::uuid, r.id, r.jurisdiction_id, r.to_organization_id, 'answer', r.open_until);
  return true;
end
$$;
comment on function send_referral(jsonb) is
  'Writes a referral with the person, the first step and the link to answer. False, and nothing, when its id is in use.';
