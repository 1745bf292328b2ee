-- Who signs when the person cannot alone: somebody under 18, with a parent where the state asks for one (42 CFR 2.14), and
-- whoever may decide for an adult who cannot, or who died (2.15).

alter table minors_rule
  add column signers text not null default 'with-parent' check (signers in ('alone', 'with-parent'));
grant insert (signers) on minors_rule to causeway_app;
comment on column minors_rule.signers is
  'Whether the law of the state lets somebody under 18 sign alone (2.14(b)), or asks for a parent or guardian too (2.14(c)). A rule that does not say asks for both.';

alter table release
  add column signer_ground text check (btrim(signer_ground) <> ''),
  add column signer_signature text check (btrim(signer_signature) <> ''),
  add column signer_strokes text check (signer_strokes ~ '^[MLQCZmlqcz0-9 .,-]+$' and length(signer_strokes) <= 200000);
grant insert (signer_ground, signer_signature, signer_strokes) on release to causeway_app;
comment on column release.signed_by is
  'The person; the person under 18 and a parent or guardian, both (2.14(c)); or a representative in the person''s place (2.15).';
comment on column release.signer_ground is 'What lets a representative sign, in the words of the form (2.15).';
comment on column release.signer_signature is 'The second signature: the parent''s, beside the person''s own in signature.';
comment on column release.signer_strokes is 'The second signature, drawn.';

create or replace function release_missing_elements(r release) returns text[] language plpgsql stable as $$
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
      ('signer-ground', r.signed_by = 'representative' and r.signer_ground is null),
      ('signer-signature', r.signed_by = 'parent' and r.signature_how is distinct from 'paper'
        and r.signer_signature is null and r.signer_strokes is null),
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

create or replace function release_activate() returns trigger language plpgsql as $$
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
  if (new.is_adult and new.signed_by = 'parent') or (not new.is_adult and new.signed_by = 'representative') then
    raise exception 'a parent signs with a minor, a representative for an adult'
      using errcode = 'check_violation', constraint = 'release_signer';
  end if;
  if not new.is_adult and new.signed_by <> 'parent' and exists (select from minors_rule
      where jurisdiction_id = new.jurisdiction_id and signers = 'with-parent') then
    raise exception 'the law of the state asks for a parent too' using errcode = 'check_violation', constraint = 'release_parent';
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
