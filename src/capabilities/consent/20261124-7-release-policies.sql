-- Who writes, reads and stops releases of every kind, and what a live line opens.

-- The application writes drafts. That one is active, ended or withheld is what the database says.
revoke insert on release, release_line from causeway_app;
grant insert (id, jurisdiction_id, person_id, from_organization_id, kind, person_name, purpose, how_to_revoke, form_text,
  form_version, form_sha256, form_language, signature, signed_at, obtained_by_member_id, discloser_name, is_adult,
  signed_by, signer_name, signature_how, signature_strokes, attested_by_member_id, witness, interpreter,
  obtained_by_roles, for_fundraising, fundraising_statement, proceedings_exception, redisclosure_warning,
  refusal_consequences, held_charge_id, monitoring_duty, period, revocable_from, revocable_at_disposition,
  supervisor_member_id, counsel_name, participants, treating_only, proceeding) on release to causeway_app;
grant update (status) on release to causeway_app;
grant insert (id, release_id, jurisdiction_id, person_id, from_organization_id, recipient_organization_id,
  recipient_member_id, data_classes, expires_at, ends_on, participant_interest) on release_line to causeway_app;
grant update (active, ended_at, withheld_classes) on release_line to causeway_app;

drop policy release_read_named on release;
create policy release_read_named on release for select to causeway_app
  using (exists (
    select from release_line line
    where line.release_id = release.id and line.recipient_organization_id = actor_organization_id()
      and case when line.recipient_member_id is null then actor_helps_people()
        else line.recipient_member_id = actor_member_id() end
      and line.active and line.revoked_at is null and line.ended_at is null
      and (line.expires_at is null or line.expires_at > now())));
comment on policy release_read_named on release is 'A recipient reads the scope of a live release that names it (2.32(b)).';
create policy release_sign on release for update to causeway_app
  using (status = 'draft' and actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id())
  with check (status = 'active' and from_organization_id = actor_organization_id());
comment on policy release_sign on release is 'Who wrote a draft has it made active, if nothing is missing; nothing else of it changes.';
create policy release_emergency on release for select to causeway_app
  using (status = 'active' and jurisdiction_id = actor_jurisdiction_id()
    and actor_kind() = 'member' and 'provider' = any (actor_roles())
    and actor_gives_medical_care() and break_glass_opens(person_name, 'enrolled'));
comment on policy release_emergency on release is
  'In an emergency medical personnel learn who knows the person, by the name that they signed with (2.51). A release that ended says it too.';

drop policy release_line_read_named on release_line;
create policy release_line_read_named on release_line for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and recipient_organization_id = actor_organization_id()
    and case when recipient_member_id is null then actor_helps_people()
      else recipient_member_id = actor_member_id() end
    and active and revoked_at is null and ended_at is null and (expires_at is null or expires_at > now())
    and not data_classes <@ withheld_classes);
comment on policy release_line_read_named on release_line is
  'A recipient, or the one member whom it names, sees its own line while it lives, and no trace of it afterwards.';
create policy release_line_tell on release_line for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'tell-recipient');
comment on policy release_line_tell on release_line is 'The job that writes to a recipient looks again whether the line lives (P2-015).';

drop policy release_line_revoke on release_line;
create policy release_line_keep on release_line for update to causeway_app
  using (revoked_at is null and actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id()
    and ((from_organization_id = actor_organization_id() and actor_helps_people())
      or actor_keeps_privacy()))
  with check (actor_kind() = 'member');
comment on policy release_line_keep on release_line is
  'The discloser, at the person''s word, and the privacy officer stop a line: at once and for good. Nothing that was signed can be written again.';

create or replace function release_covers(person uuid, discloser uuid, recipient uuid, class text) returns boolean
  language sql stable parallel safe
  return exists (
    select from release_line line
    where line.jurisdiction_id = actor_jurisdiction_id()
      and line.recipient_organization_id = recipient and line.person_id = person
      and (line.recipient_member_id is null or line.recipient_member_id = actor_member_id())
      and line.from_organization_id = discloser
      and class = any (line.data_classes) and not class = any (line.withheld_classes)
      and line.active and line.revoked_at is null and line.ended_at is null
      and (line.expires_at is null or line.expires_at > now()));

create or replace function list_live_releases(person uuid, recipient uuid) returns setof release_line language plpgsql stable as $$
begin
  return query
    select * from release_line
    where jurisdiction_id = actor_jurisdiction_id() and person_id = person and recipient_organization_id = recipient
      and (recipient_member_id is null or recipient_member_id = actor_member_id())
      and active and revoked_at is null and ended_at is null and (expires_at is null or expires_at > now())
      and not data_classes <@ withheld_classes
    order by expires_at desc nulls first;
end
$$;

create table release_restriction (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  from_organization_id uuid not null references organization (id),
  recipient_organization_id uuid references organization (id),
  data_classes text[] not null check (cardinality(data_classes) > 0 and data_classes <@ array[
    'contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff',
    'identity', 'placement', 'attendance', 'care-plan', 'clinical', 'legal', 'counselling-notes']),
  asked_how text not null check (asked_how in ('my-record', 'written', 'oral')),
  asked_at timestamptz not null default now(),
  recorded_by_member_id uuid references member (id),
  lifted_at timestamptz,
  check ((asked_how = 'my-record') = (recorded_by_member_id is null))
);
create index on release_restriction (person_id, from_organization_id);
comment on table release_restriction is
  'What a person asked an organization not to share, although a release lists it (42 CFR 2.26, P2-064). It holds from the next statement on; an emergency passes it.';
comment on column release_restriction.recipient_organization_id is 'With whom not to share; null for everybody.';
comment on column release_restriction.asked_how is 'By the person on their own page, or written or said to a member, who records it.';

create function release_restrict() returns trigger language plpgsql as $$
begin
  -- The trigger of the line reads what is asked, and writes it: the value here only makes it do so.
  update release_line set withheld_classes = withheld_classes
  where person_id = new.person_id and from_organization_id = new.from_organization_id
    and recipient_organization_id = coalesce(new.recipient_organization_id, recipient_organization_id)
    and revoked_at is null;
  return null;
end
$$;
comment on function release_restrict() is 'Has every line that a restriction touches hold back what was asked, or give it free again.';
create trigger release_restrict after insert or update on release_restriction
  for each row execute function release_restrict();

grant select, insert (id, jurisdiction_id, person_id, from_organization_id, recipient_organization_id, data_classes,
  asked_how, recorded_by_member_id) on release_restriction to causeway_app;
grant update (lifted_at) on release_restriction to causeway_app;

alter table release_restriction enable row level security;
alter table release_restriction force row level security;
create policy release_restriction_record on release_restriction for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people() and recorded_by_member_id = actor_member_id()
    and jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id());
create policy release_restriction_ask on release_restriction for insert to causeway_app
  with check (actor_kind() = 'person' and person_id = actor_person_id() and asked_how = 'my-record');
create policy release_restriction_read on release_restriction for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id()
    and ((from_organization_id = actor_organization_id() and actor_helps_people()) or actor_keeps_privacy()));
create policy release_restriction_mine on release_restriction for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id());
create policy release_restriction_lift on release_restriction for update to causeway_app
  using (lifted_at is null
    and ((actor_kind() = 'person' and person_id = actor_person_id())
      or (actor_kind() = 'member' and actor_helps_people() and jurisdiction_id = actor_jurisdiction_id()
        and from_organization_id = actor_organization_id())))
  with check (lifted_at is not null);
comment on policy release_restriction_record on release_restriction is 'A member of the organization that is asked records it.';
comment on policy release_restriction_ask on release_restriction is 'The person asks for themselves.';
comment on policy release_restriction_read on release_restriction is 'The organization that has to keep it reads it, and the privacy officer. Never those who are kept out.';
comment on policy release_restriction_mine on release_restriction is 'The person reads their own.';
comment on policy release_restriction_lift on release_restriction is 'The person, or the organization at their word, lifts it for good; a new one can be asked.';
