-- A referral is sent without waiting for its answer, together with the end of its transaction. An id that is in use
-- therefore has to end it.

create or replace function send_referral(sent jsonb) returns boolean language plpgsql as $$
declare
  r referral := jsonb_populate_record(null::referral, sent);
  i referral_identity := jsonb_populate_record(null::referral_identity, sent);
begin
  insert into referral (id, jurisdiction_id, person_id, from_organization_id, from_member_id, to_organization_id,
      to_service_id, needs, payer, agrees_to_contact, contact_way, submitted_at, answer_due_at, open_until)
    values (r.id, r.jurisdiction_id, r.person_id, r.from_organization_id, r.from_member_id, r.to_organization_id,
      r.to_service_id, r.needs, r.payer, r.agrees_to_contact, r.contact_way, r.submitted_at, r.answer_due_at, r.open_until);
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
  'Writes a referral with the person, the first step and the link to answer. A unique violation when its id is in use.';
