-- The ledger takes every legal basis, and only what is really released.

alter table disclosure
  drop constraint disclosure_basis_check,
  add constraint disclosure_basis_check check (basis in ('release', 'criminal-justice', 'tpo', 'referral', 'emergency',
    'crime-on-premises', 'child-abuse-report', 'court-order', 'research', 'audit', 'public-health', 'qualified-service',
    'internal')),
  drop constraint disclosure_channel_check,
  add constraint disclosure_channel_check check (channel in ('page', 'api', 'message', 'pdf', 'csv', 'print', 'json')),
  drop constraint disclosure_check,
  add constraint disclosure_release_line_check
    check ((basis in ('release', 'criminal-justice', 'tpo')) = (release_line_id is not null)),
  drop constraint disclosure_check1,
  add constraint disclosure_notice_check check (release_line_id is null or notice_version is not null),
  add column break_glass_id uuid references break_glass (id),
  add constraint disclosure_break_glass_check check ((basis = 'emergency') = (break_glass_id is not null)),
  -- What was told before went to police, who may pass nothing on, or was a sender's own words.
  add column redisclosure_rule text not null default 'none'
    check (redisclosure_rule in ('hipaa-except-proceedings', 'consistent-with-consent', 'none'));
alter table disclosure alter column redisclosure_rule drop default;
comment on table disclosure is
  'The ledger: each time one organization was shown what another holds about a person, on whichever basis in law, written in the same transaction, or nothing was shown.';
comment on column disclosure.basis is
  'release: a live line (2.31). criminal-justice: 2.35. tpo: treatment, payment, operations. referral: what the sender wrote for the place that was asked, with the person''s word. emergency: 2.51. The others have room here: crime on premises and child-abuse reports (2.12(c)), court orders (2.61 to 2.67), research (2.52), audit (2.53), public health (2.54), qualified service organizations and work inside a program (2.12(c)).';
comment on column disclosure.redisclosure_rule is
  'What whoever was told may do with it (P2-021): pass it on as HIPAA permits except for proceedings, only as the consent says, or not at all.';

create function release_line_tells(line_id uuid, persons uuid[], discloser uuid, classes text[], told_on text)
  returns boolean language plpgsql stable as $$
begin
  return exists (
    select from release_line line join release on release.id = line.release_id
    where line.id = line_id and persons = array[line.person_id] and line.from_organization_id = discloser
      and line.recipient_organization_id = actor_organization_id()
      and (line.recipient_member_id is null or line.recipient_member_id = actor_member_id())
      and classes <@ line.data_classes and not classes && line.withheld_classes
      and line.active and line.revoked_at is null and line.ended_at is null
      and (line.expires_at is null or line.expires_at > now())
      and told_on = case release.kind
        when 'tpo' then 'tpo' when 'criminal-justice' then 'criminal-justice' else 'release' end);
end
$$;
comment on function release_line_tells(uuid, uuid[], uuid, text[], text) is
  'Whether a line lets the actor be told exactly this, now. Asked when the ledger is written, so that nothing is shown under a line that was stopped since it was read.';

create function redisclosure_rule(kind text) returns text language plpgsql stable as $$
begin
  return case
    when exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice) then 'none'
    when kind = 'tpo' then 'hipaa-except-proceedings'
    else 'consistent-with-consent'
  end;
end
$$;
comment on function redisclosure_rule(text) is
  'What the actor may do with what a release of this kind tells them (2.33(b); 2.35(d)). Police and courts pass nothing on.';

drop policy disclosure_write on disclosure;
create policy disclosure_write on disclosure for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
    and to_member_id is not distinct from actor_member_id()
    and case basis
      when 'referral' then true
      when 'emergency' then actor_gives_medical_care() and exists (select from break_glass b
        where b.id = break_glass_id and b.member_id = actor_member_id() and b.open_until > now()
          and data_classes <@ b.data_classes)
      else release_line_tells(release_line_id, person_ids, from_organization_id, data_classes, basis)
    end);
comment on policy disclosure_write on disclosure is
  'Whoever is shown something writes who was shown what, under their own name, and only what a live line or an emergency lets them be shown.';
