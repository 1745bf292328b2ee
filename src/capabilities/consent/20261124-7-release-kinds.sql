-- Every kind of release, and what each has to say before it is active.

alter table release
  drop constraint release_kind_check,
  add constraint release_kind_check check (kind in ('named-recipient', 'multi-party', 'tpo', 'criminal-justice',
    'intermediary', 'proceedings', 'counselling-notes')),
  alter column person_name drop not null,
  alter column purpose drop not null,
  alter column how_to_revoke drop not null,
  alter column form_text drop not null,
  alter column form_version drop not null,
  alter column form_sha256 drop not null,
  alter column form_language drop not null,
  alter column signature drop not null,
  alter column signed_at drop not null,
  -- What was signed before had every element of its kind; its form has nothing to say of how or by whom.
  add column status text not null default 'active' check (status in ('draft', 'active')),
  add column activated_at timestamptz,
  add column discloser_name text check (btrim(discloser_name) <> ''),
  add column is_adult boolean,
  add column signed_by text not null default 'person' check (signed_by in ('person', 'parent', 'representative')),
  add column signer_name text check (btrim(signer_name) <> ''),
  add column signature_how text default 'typed' check (signature_how in ('typed', 'drawn', 'paper')),
  add column signature_strokes text check (signature_strokes ~ '^[MLQCZmlqcz0-9 .,-]+$' and length(signature_strokes) <= 200000),
  add column attested_by_member_id uuid references member (id),
  add column witness text check (btrim(witness) <> ''),
  add column interpreter text check (btrim(interpreter) <> ''),
  add column obtained_by_roles text[],
  add column for_fundraising boolean not null default false,
  add column fundraising_statement text check (btrim(fundraising_statement) <> ''),
  add column proceedings_exception text check (btrim(proceedings_exception) <> ''),
  add column redisclosure_warning text check (btrim(redisclosure_warning) <> ''),
  add column refusal_consequences text check (btrim(refusal_consequences) <> ''),
  add column held_charge_id uuid references held_charge (id),
  add column monitoring_duty text check (btrim(monitoring_duty) <> ''),
  add column period text check (btrim(period) <> ''),
  add column revocable_from timestamptz,
  add column revocable_at_disposition boolean not null default false,
  add column supervisor_member_id uuid references member (id),
  add column counsel_name text check (btrim(counsel_name) <> ''),
  add column participants text[] check (cardinality(participants) > 0),
  add column treating_only boolean not null default false,
  add column proceeding text check (btrim(proceeding) <> '');
alter table release alter column status set default 'draft', alter column signature_how drop default;
create index on release (held_charge_id) where held_charge_id is not null;
comment on table release is
  'The person''s signed consent to share (42 CFR 2.31). Every element of its kind is a column here or on its lines; it becomes active only when none is missing (P2-010).';
comment on column release.status is
  'Written as a draft with its lines; the database makes it active after it looked for every element. A draft opens nothing.';
comment on column release.discloser_name is 'Element (a)(2), as the form names it.';
comment on column release.is_adult is 'Whether they were 18 when they signed (P2-018).';
comment on column release.signed_by is 'The person, or who may sign for them (2.14, 2.15).';
comment on column release.signature_strokes is 'A drawn signature as an SVG path: its letters, numbers and nothing else.';
comment on column release.attested_by_member_id is 'The member who holds the paper that was signed.';
comment on column release.obtained_by_roles is 'In which roles the member obtained it (P2-017).';
comment on column release.fundraising_statement is 'Element (a)(5), where records may be used to raise money: how to opt out.';
comment on column release.proceedings_exception is
  'Element (a)(4)(iii): may be redisclosed as HIPAA permits, except for proceedings against the person.';
comment on column release.redisclosure_warning is 'Element (a)(10)(i).';
comment on column release.refusal_consequences is 'Element (a)(10)(ii).';
comment on column release.held_charge_id is '2.35(a): the charge on which somebody monitors.';
comment on column release.period is '2.35(b): why it lasts as long as it does.';
comment on column release.revocable_from is '2.35(c): from when on it can be stopped; with revocable_at_disposition, from the disposition on.';
comment on column release.supervisor_member_id is 'Who at the discloser approved a release under 2.35 (P2-041).';
comment on column release.counsel_name is 'Whose counsel was taken on it (P2-041).';
comment on column release.participants is 'Element (a)(4)(ii): the members of an intermediary by name.';
comment on column release.treating_only is
  'Element (a)(4)(ii): a general designation, limited to those who treat the person.';
comment on column release.proceeding is 'Which proceeding a release for proceedings is for (2.31(d)).';

alter table release_line
  drop constraint release_line_data_classes_check,
  add constraint release_line_data_classes_check check (data_classes <@ array[
    'contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff',
    'identity', 'placement', 'attendance', 'care-plan', 'clinical', 'legal', 'counselling-notes']),
  alter column expires_at drop not null,
  add column active boolean not null default true,
  add column recipient_member_id uuid references member (id),
  add column ends_on text check (ends_on in ('case-closed', 'treatment-ended', 'proceedings-ended', 'disposition', 'none')),
  add column ended_at timestamptz,
  add column participant_interest text check (btrim(participant_interest) <> ''),
  add column withheld_classes text[] not null default '{}';
alter table release_line alter column active set default false;
comment on column release_line.active is
  'Whether its release is. Kept here because every policy asks it, and a policy on lines cannot ask one on releases that asks it back.';
comment on column release_line.recipient_member_id is 'Only this member of the recipient; under 2.35 the one who monitors.';
comment on column release_line.ends_on is 'Element (a)(7), an event; ended_at says when it happened.';
comment on column release_line.participant_interest is 'For police and courts: why it is in the person''s own interest (LEAD-03).';
comment on column release_line.withheld_classes is
  'Classes that a restriction asked by the person takes out again (2.26). Always what release_restriction says.';

create function release_missing_elements(r release) returns text[] language plpgsql stable as $$
declare
  lines release_line[] := array(select l from release_line l where l.release_id = r.id);
  is_tpo boolean := r.kind = 'tpo';
  is_cj boolean := r.kind = 'criminal-justice';
begin
  return array(
    select element from (values
      ('person-name', r.person_name is null),
      ('discloser-name', r.discloser_name is null),
      ('recipient', cardinality(lines) = 0),
      ('data-classes', exists (select from unnest(lines) l where cardinality(l.data_classes) = 0)),
      ('purpose', r.purpose is null),
      ('how-to-revoke', r.how_to_revoke is null and not is_cj),
      ('ending', exists (select from unnest(lines) l where l.expires_at is null
        and (l.ends_on is null or (not is_tpo and l.ends_on in ('none', 'treatment-ended'))))),
      ('signature', case r.signature_how
        when 'typed' then r.signature is null
        when 'drawn' then r.signature_strokes is null
        when 'paper' then r.attested_by_member_id is null
        else true end),
      ('signed-at', r.signed_at is null),
      ('signer-name', r.signed_by <> 'person' and r.signer_name is null),
      ('age', r.is_adult is null),
      ('form', r.form_text is null or r.form_version is null or r.form_sha256 is null or r.form_language is null),
      ('participant-interest', exists (select from unnest(lines) l
        join organization o on o.id = l.recipient_organization_id
        where o.is_criminal_justice and l.participant_interest is null)),
      ('fundraising-statement', r.for_fundraising and r.fundraising_statement is null),
      ('proceedings-exception', is_tpo and r.proceedings_exception is null),
      ('redisclosure-warning', is_tpo and r.redisclosure_warning is null),
      ('refusal-consequences', is_tpo and r.refusal_consequences is null),
      ('charge', is_cj and r.held_charge_id is null),
      ('monitoring-member', is_cj and exists (select from unnest(lines) l where l.recipient_member_id is null)),
      ('monitoring-duty', is_cj and r.monitoring_duty is null),
      ('period', is_cj and r.period is null),
      ('revocable-from', is_cj and r.revocable_from is null and not r.revocable_at_disposition),
      ('supervisor-approval', is_cj and r.supervisor_member_id is null),
      ('counsel-approval', is_cj and r.counsel_name is null),
      ('participants', r.kind = 'intermediary' and r.participants is null and not r.treating_only),
      ('proceeding', r.kind = 'proceedings' and r.proceeding is null)
    ) as required (element, is_missing)
    where is_missing);
end
$$;
comment on function release_missing_elements(release) is
  'Which elements of its kind a release still lacks, by their codes (P2-010). The one place that says what a kind needs.';

create function release_activate() returns trigger language plpgsql as $$
declare
  missing text[];
begin
  if old.status = 'active' and new is distinct from old then
    raise exception 'what was signed stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if new.status = 'draft' or old.status = 'active' then
    return new;
  end if;
  missing := release_missing_elements(new);
  if cardinality(missing) > 0 then
    raise exception 'the release lacks %', array_to_string(missing, ', ') using errcode = 'check_violation',
      constraint = 'release_missing_' || replace(missing[1], '-', '_'), detail = array_to_string(missing, ',');
  end if;
  if not new.is_adult and not exists (select from minors_rule where jurisdiction_id = new.jurisdiction_id) then
    raise exception 'nobody under 18 can sign in this county' using errcode = 'check_violation', constraint = 'release_minor';
  end if;
  if new.kind in ('named-recipient', 'proceedings')
    and (select count(*) from release_line where release_id = new.id) > 1 then
    raise exception 'a release of this kind has one recipient'
      using errcode = 'check_violation', constraint = 'release_one_recipient';
  end if;
  if exists (select from release other where other.person_id = new.person_id and other.id <> new.id
      and other.form_sha256 = new.form_sha256 and other.kind <> new.kind and other.status = 'active'
      and (new.kind in ('proceedings', 'counselling-notes') or other.kind in ('proceedings', 'counselling-notes'))) then
    raise exception 'a release for proceedings or counselling notes is a document of its own'
      using errcode = 'check_violation', constraint = 'release_stands_alone';
  end if;
  if new.kind = 'criminal-justice' then
    -- Locked, so that the charge cannot be disposed of between this look and the commit.
    perform from held_charge c where c.id = new.held_charge_id and c.person_id = new.person_id
      and c.organization_id = new.from_organization_id and c.disposition is null for share;
    if not found then
      raise exception 'no charge is held' using errcode = 'check_violation', constraint = 'release_charge_not_held';
    end if;
    if exists (select from held_charge c where c.id = new.held_charge_id and new.revocable_from > c.decide_by) then
      raise exception 'it can be stopped at the latest when the charge is decided (2.35(c))'
        using errcode = 'check_violation', constraint = 'release_revocable_too_late';
    end if;
    if new.supervisor_member_id = new.obtained_by_member_id or not exists (select from member m
        where m.id = new.supervisor_member_id and m.organization_id = new.from_organization_id) then
      raise exception 'another member of the discloser approves it'
        using errcode = 'check_violation', constraint = 'release_supervisor';
    end if;
  end if;
  new.activated_at := now();
  return new;
end
$$;
comment on function release_activate() is
  'The only way in which a release becomes active: nothing of its kind is missing, and nothing forbids it. Then it never changes again.';
create trigger release_activate before update on release for each row execute function release_activate();

create function release_open_lines() returns trigger language plpgsql as $$
begin
  if new.status = 'active' and old.status = 'draft' then
    update release_line set active = true where release_id = new.id;
  end if;
  return null;
end
$$;
comment on function release_open_lines() is 'With its release, each line is active.';
create trigger release_open_lines after update on release for each row execute function release_open_lines();

create or replace function release_line_check() returns trigger language plpgsql as $$
declare
  parent release;
  recipient organization;
begin
  select * into parent from release where id = new.release_id;
  select * into recipient from organization where id = new.recipient_organization_id;
  if tg_op = 'UPDATE' then
    if (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
      or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
      or (old.active and not new.active) then
      raise exception 'what was stopped stays so' using errcode = 'insufficient_privilege';
    end if;
    if new.active and not old.active and parent.status is distinct from 'active' then
      raise exception 'a line is active with its release' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if parent.person_id is distinct from new.person_id
    or parent.from_organization_id is distinct from new.from_organization_id
    or parent.jurisdiction_id is distinct from new.jurisdiction_id then
    raise exception 'a line belongs to the person and the organization of its release'
      using errcode = 'check_violation', constraint = 'release_line_of_release';
  end if;
  if tg_op = 'INSERT' and parent.status = 'active' then
    raise exception 'nobody is added to what was signed' using errcode = 'check_violation', constraint = 'release_line_of_draft';
  end if;
  if (parent.kind = 'counselling-notes' and not new.data_classes <@ array['counselling-notes'])
    or (parent.kind <> 'counselling-notes' and 'counselling-notes' = any (new.data_classes)) then
    raise exception 'counselling notes have a release of their own'
      using errcode = 'check_violation', constraint = 'release_stands_alone';
  end if;
  if recipient.is_criminal_justice then
    if not new.data_classes <@ array[
        'contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff'] then
      raise exception 'a release can never list these classes for police or courts'
        using errcode = 'check_violation', constraint = 'release_line_criminal_justice_classes';
    end if;
    if parent.kind not in ('named-recipient', 'multi-party', 'criminal-justice', 'proceedings')
      or (parent.kind = 'proceedings' and recipient.kind = 'police') then
      raise exception 'a release of this kind never names police or courts'
        using errcode = 'check_violation', constraint = 'release_line_criminal_justice_kind';
    end if;
  elsif parent.kind = 'criminal-justice' then
    raise exception 'a release under 2.35 names who monitors for a court or prosecutor'
      using errcode = 'check_violation', constraint = 'release_line_criminal_justice_kind';
  end if;
  if new.recipient_member_id is not null and not exists (select from member m
      where m.id = new.recipient_member_id and m.organization_id = new.recipient_organization_id) then
    raise exception 'the member is not of the recipient'
      using errcode = 'check_violation', constraint = 'release_line_member';
  end if;
  new.withheld_classes := array(
    select class from unnest(new.data_classes) class
    where exists (select from release_restriction asked
      where asked.person_id = new.person_id and asked.from_organization_id = new.from_organization_id
        and (asked.recipient_organization_id is null
          or asked.recipient_organization_id = new.recipient_organization_id)
        and asked.lifted_at is null and class = any (asked.data_classes)));
  return new;
end
$$;
comment on function release_line_check() is
  'What a line may say, whoever writes it: its release''s person, classes that its recipient may be given, what a restriction leaves, and stops that stay.';

create function held_charge_end_releases() returns trigger language plpgsql as $$
begin
  if new.disposition is not null and old.disposition is null then
    update release_line line set ended_at = now() from release
    where release.held_charge_id = new.id and line.release_id = release.id
      and line.ended_at is null and line.revoked_at is null;
  end if;
  return null;
end
$$;
comment on function held_charge_end_releases() is
  'What was released for a charge ends with it, in the transaction that records the disposition (P2-040).';
create trigger held_charge_end_releases after update on held_charge
  for each row execute function held_charge_end_releases();
