-- Who sees and writes what around a person's own record. The person sees what is theirs, and nothing of anybody else.

alter table person_access enable row level security;
alter table person_access force row level security;
create policy person_access_issue on person_access for insert to causeway_app
  with check (actor_kind() = 'member' and actor_roles() && array['navigator', 'case-manager', 'provider']
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and issued_by_member_id = actor_member_id()
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice)
    and person_is_ours(person_id));
create policy person_access_issued on person_access for select to causeway_app
  using (actor_kind() = 'member' and actor_roles() && array['navigator', 'case-manager', 'provider']
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
create policy person_access_take_back on person_access for update to causeway_app
  using (revoked_at is null and actor_kind() = 'member'
    and actor_roles() && array['navigator', 'case-manager', 'provider']
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id())
  with check (revoked_by = 'organization');
create policy person_access_open on person_access for select to causeway_app
  using (actor_kind() = 'visitor' and revoked_at is null
    and (code_hash = actor_claim()
      or exists (select from person_session s where s.access_id = person_access.id and s.token_hash = actor_claim())));
create policy person_access_mine on person_access for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id());
create policy person_access_keep on person_access for update to causeway_app
  using (actor_kind() = 'person' and id = actor_holding_id() and revoked_at is null)
  with check (revoked_by is null or revoked_by = 'person');
comment on policy person_access_issue on person_access is
  'Who walks with a person gives them their code: a navigator, case manager or provider of an organization that knows them. Police and courts never do.';
comment on policy person_access_issued on person_access is 'The organization that gave a code sees that it did.';
comment on policy person_access_take_back on person_access is 'It takes a code back at the person''s word, for good.';
comment on policy person_access_open on person_access is
  'A record opens for whoever holds up the code with the year, or the session that came of it, and for nobody else.';
comment on policy person_access_mine on person_access is 'The person sees which codes to their record there are.';
comment on policy person_access_keep on person_access is 'The person gives up the code that they came with, and sets its safe word.';

alter table person_session enable row level security;
alter table person_session force row level security;
create policy person_session_start on person_session for insert to causeway_app
  with check (actor_kind() = 'person' and access_id = actor_holding_id());
create policy person_session_recognise on person_session for select to causeway_app
  using (actor_kind() = 'visitor' and token_hash = actor_claim());
create policy person_session_seen on person_session for update to causeway_app
  using (actor_kind() = 'visitor' and token_hash = actor_claim() and ended_at is null)
  with check (token_hash = actor_claim());
comment on policy person_session_start on person_session is 'A session starts for the code that was held up.';
comment on policy person_session_recognise on person_session is 'A session opens for whoever holds its token.';
comment on policy person_session_seen on person_session is 'Whoever holds the token keeps the session awake, covers it, and ends it for good.';

alter table privacy_request enable row level security;
alter table privacy_request force row level security;
create policy privacy_request_ask on privacy_request for insert to causeway_app
  with check (actor_kind() = 'person' and person_id = actor_person_id()
    and exists (select from person_access a
      where a.id = actor_holding_id() and a.jurisdiction_id = privacy_request.jurisdiction_id));
create policy privacy_request_complain on privacy_request for insert to causeway_app
  with check (actor_kind() = 'visitor' and kind = 'complaint' and person_id is null);
create policy privacy_request_mine on privacy_request for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id());
create policy privacy_request_office on privacy_request for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy privacy_request_answer on privacy_request for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy() and answered_at is null)
  with check (answered_by_member_id is null or answered_by_member_id = actor_member_id());
comment on policy privacy_request_ask on privacy_request is 'A person asks for themselves.';
comment on policy privacy_request_complain on privacy_request is 'Anybody can complain, and need not say who they are (P2-069).';
comment on policy privacy_request_mine on privacy_request is 'A person sees what they asked and what came of it.';
comment on policy privacy_request_office on privacy_request is 'The privacy officer reads what the county was asked.';
comment on policy privacy_request_answer on privacy_request is 'The privacy officer answers once, in their own name.';

create policy release_mine on release for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id() and status = 'active');
create policy release_line_mine on release_line for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id() and active);
create policy release_line_stop on release_line for update to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id() and active and revoked_at is null)
  with check (person_id = actor_person_id());
create policy disclosure_mine on disclosure for select to causeway_app
  using (actor_kind() = 'person' and actor_person_id() = any (person_ids));
create policy referral_mine on referral for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id());
create policy referral_answer_mine on referral_answer for select to causeway_app
  using (actor_kind() = 'person' and answer in ('accepted', 'accepted-for-date') and referral_seen(referral_id));
create policy handoff_step_mine on handoff_step for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id());
comment on policy release_mine on release is 'Who signed a release reads it, one that ended too.';
comment on policy release_line_mine on release_line is 'And each of its lines.';
comment on policy release_line_stop on release_line is
  'And stops it, at once and for good. What was signed cannot be changed; a restriction that they asked for is written here too (2.26).';
comment on policy disclosure_mine on disclosure is 'A person reads who was shown what about them (2.25).';
comment on policy referral_mine on referral is 'A person sees whom was asked to help them, and by when an answer comes.';
comment on policy referral_answer_mine on referral_answer is 'And for when a place expects them. Why one could not take them stays with the place.';
comment on policy handoff_step_mine on handoff_step is 'And what happened on the way.';
