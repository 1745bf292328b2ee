-- Who may do what with the register, and what of it the database alone decides.

create function agreement_in_force(agreed agreement) returns boolean language sql stable parallel safe
  return agreed.accepted_at is not null and agreed.expires_at > now()
    and (agreed.starts_at is null or agreed.starts_at <= now())
    and (agreed.ended_at is null or agreed.ended_at > now());
comment on function agreement_in_force(agreement) is
  'Whether an agreement counts now: every party has signed, its day has come and its end has not.';

create function actor_answers_for_organization() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['administrator', 'manager'];
end
$$;
comment on function actor_answers_for_organization() is
  'Whether the actor can bind their organization: its administrators and managers can.';

create function actor_is_in_agreement(agreement_id uuid) returns boolean language sql stable parallel safe
  return exists (select from agreement_party p
      where p.agreement_id = actor_is_in_agreement.agreement_id and p.organization_id = actor_organization_id())
    or exists (select from agreement a
      where a.id = actor_is_in_agreement.agreement_id and a.organization_id = actor_organization_id());
comment on function actor_is_in_agreement(uuid) is
  'Whether the actor''s organization is a party of an agreement, or made it.';

create function organization_has_signer(organization_id uuid) returns boolean language sql stable parallel safe
  return exists (select from member m where m.organization_id = organization_has_signer.organization_id
    and m.disabled_at is null and m.roles && array['administrator', 'manager']);
comment on function organization_has_signer(uuid) is
  'Whether somebody at an organization can sign for it here. Where nobody can, whoever made an agreement records its paper.';

create function keep_agreement() returns trigger language plpgsql as $$
begin
  if new.accepted_at is distinct from old.accepted_at then
    if old.accepted_at is not null or new.accepted_at is null or exists (
      select from agreement_party p where p.agreement_id = new.id and not exists (
        select from agreement_signature s where s.agreement_id = p.agreement_id and s.organization_id = p.organization_id))
    then
      raise exception 'Only the last signature puts an agreement in force.' using errcode = '42501';
    end if;
    new.accepted_at := now();
  end if;
  if new.ended_at is distinct from old.ended_at then
    if old.ended_at <= now() or new.ended_at is null then
      raise exception 'What has ended stays so.' using errcode = '42501';
    end if;
    -- Only the next agreement, which is written by the trigger below, ends one on a later day.
    if pg_trigger_depth() = 1 then
      new.ended_at := now();
      new.ended_by_member_id := actor_member_id();
    end if;
  elsif new.ended_because is distinct from old.ended_because
      or new.ended_by_member_id is distinct from old.ended_by_member_id then
    raise exception 'What was said of an end stays so.' using errcode = '42501';
  end if;
  return new;
end
$$;
comment on function keep_agreement() is
  'An agreement changes twice at most: every party has signed, and it ends. When, the database says.';
create trigger keep_agreement before update on agreement
  for each row when (current_user = 'causeway_app') execute function keep_agreement();

create function settle_agreement() returns trigger language plpgsql as $$
begin
  -- Two parties that sign at once must see each other.
  perform from agreement a where a.id = new.agreement_id for update;
  update agreement a set accepted_at = now()
  where a.id = new.agreement_id and a.accepted_at is null and not exists (
    select from agreement_party p where p.agreement_id = a.id and not exists (
      select from agreement_signature s where s.agreement_id = p.agreement_id and s.organization_id = p.organization_id));
  -- The one before ends when this begins, if everybody whom it binds has signed this one.
  update agreement before set ended_at = greatest(now(), next.starts_at), ended_because = 'The next one took its place.'
  from agreement next
  where next.id = new.agreement_id and next.accepted_at is not null and before.id = next.supersedes_id
    and before.kind = next.kind and before.ended_at is null and before.expires_at > greatest(now(), next.starts_at)
    and not exists (select from agreement_party p where p.agreement_id = before.id and not exists (
      select from agreement_party q where q.agreement_id = next.id and q.organization_id = p.organization_id));
  return null;
end
$$;
comment on function settle_agreement() is
  'With the last signature an agreement is in force, and the one in whose place it comes ends. By the rights of whoever signs.';
create trigger settle_agreement after insert on agreement_signature
  for each row execute function settle_agreement();

revoke insert on agreement from causeway_app;
grant insert (id, jurisdiction_id, organization_id, kind, with_party, text, text_version, text_sha256, with_signatory,
  made_by_member_id, scope, response_minutes, custody, may_flow, never_flows, starts_at, expires_at, supersedes_id),
  update (accepted_at, ended_at, ended_by_member_id, ended_because) on agreement to causeway_app;
grant select, insert on agreement_party to causeway_app;
grant select, insert (id, agreement_id, jurisdiction_id, organization_id, kept_by_member_id, title, media_type, content,
  sha256) on agreement_document to causeway_app;
grant select, insert (id, agreement_id, jurisdiction_id, organization_id, signatory, how, document_id,
  recorded_by_member_id, text_sha256) on agreement_signature to causeway_app;
grant select, insert, delete, update (fields, saved_by_member_id, saved_at) on agreement_draft to causeway_app;
grant select, insert (agreement_id, jurisdiction_id, days) on agreement_reminder to causeway_app;
grant select, insert (jurisdiction_id, kind, from_kind, to_kind), delete on agreement_requirement to causeway_app;

drop policy agreement_accept on agreement;
alter policy agreement_record on agreement with check (actor_kind() = 'operator' and made_by_member_id is null);
create policy agreement_make on agreement for insert to causeway_app
  with check (actor_answers_for_organization() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and made_by_member_id = actor_member_id()
    and (supersedes_id is null or actor_is_in_agreement(supersedes_id)));
create policy agreement_settle on agreement for update to causeway_app
  using (actor_answers_for_organization() and jurisdiction_id = actor_jurisdiction_id() and actor_is_in_agreement(id));
create policy agreement_settle_paper on agreement for update to causeway_app using (actor_kind() = 'operator');
create policy agreement_remind on agreement for select to causeway_app using (actor_job() = 'tell-of-agreement');
comment on policy agreement_read on agreement is
  'What organizations of a county agreed to is open to all who take part in it: they rely on it.';
comment on policy agreement_make on agreement is
  'Administrators and managers make agreements, in their own name; in the place of another only where they are in it.';
comment on policy agreement_settle on agreement is
  'Whoever answers for a party signs it and can end it. What changes thereby, a trigger says.';
comment on policy agreement_settle_paper on agreement is 'The operator records what was signed on paper.';
comment on policy agreement_remind on agreement is 'The job that reminds looks for what ends.';

create policy agreement_party_read on agreement_party for select to causeway_app
  using (actor_kind() = 'operator' or actor_job() = 'tell-of-agreement' or jurisdiction_id = actor_jurisdiction_id());
create policy agreement_party_make on agreement_party for insert to causeway_app
  with check (actor_kind() = 'operator' or (actor_answers_for_organization()
    and jurisdiction_id = actor_jurisdiction_id() and exists (select from agreement a
      where a.id = agreement_id and a.made_by_member_id = actor_member_id())
    and not exists (select from agreement_signature s where s.agreement_id = agreement_party.agreement_id)));
comment on policy agreement_party_read on agreement_party is 'Like the agreement.';
comment on policy agreement_party_make on agreement_party is
  'Whoever makes an agreement names its parties: nobody is added to what others have signed.';

create policy agreement_document_read on agreement_document for select to causeway_app
  using (actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id()
    and (actor_keeps_privacy() or actor_is_in_agreement(agreement_id)));
create policy agreement_document_keep on agreement_document for insert to causeway_app
  with check (actor_answers_for_organization() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and kept_by_member_id = actor_member_id()
    and actor_is_in_agreement(agreement_id));
comment on policy agreement_document_read on agreement_document is
  'The files of an agreement are its parties'' and the privacy officer''s.';
comment on policy agreement_document_keep on agreement_document is 'Whoever answers for a party adds one.';

create policy agreement_signature_read on agreement_signature for select to causeway_app
  using (actor_kind() = 'operator' or actor_job() = 'tell-of-agreement' or jurisdiction_id = actor_jurisdiction_id());
create policy agreement_signature_give on agreement_signature for insert to causeway_app
  with check (actor_answers_for_organization() and jurisdiction_id = actor_jurisdiction_id()
    and recorded_by_member_id = actor_member_id()
    and exists (select from agreement a where a.id = agreement_id and a.ended_at is null and a.expires_at > now()
      and a.text_sha256 = agreement_signature.text_sha256
      and (agreement_signature.organization_id = actor_organization_id()
        or (how = 'paper' and a.organization_id = actor_organization_id()
          and not organization_has_signer(agreement_signature.organization_id)))));
create policy agreement_signature_record on agreement_signature for insert to causeway_app
  with check (actor_kind() = 'operator' and recorded_by_member_id is null);
comment on policy agreement_signature_read on agreement_signature is 'Like the agreement.';
comment on policy agreement_signature_give on agreement_signature is
  'Administrators and managers sign for their own organization, these very words, while it waits. For one where nobody could, whoever made the agreement records its paper.';
comment on policy agreement_signature_record on agreement_signature is 'The operator records what was signed on paper.';

create policy agreement_draft_own on agreement_draft for all to causeway_app
  using (actor_answers_for_organization() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id())
  with check (actor_answers_for_organization() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and saved_by_member_id = actor_member_id());
comment on policy agreement_draft_own on agreement_draft is 'What is being written is its organization''s own.';

create policy agreement_reminder_read on agreement_reminder for select to causeway_app
  using (actor_job() = 'tell-of-agreement' or jurisdiction_id = actor_jurisdiction_id());
create policy agreement_reminder_write on agreement_reminder for insert to causeway_app
  with check (actor_job() = 'tell-of-agreement');
comment on policy agreement_reminder_read on agreement_reminder is 'Part of the history of an agreement, and read like it.';
comment on policy agreement_reminder_write on agreement_reminder is 'The job that reminds says that it did.';

create policy agreement_requirement_read on agreement_requirement for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id());
create policy agreement_requirement_keep on agreement_requirement for all to causeway_app
  using (actor_kind() = 'operator');
comment on policy agreement_requirement_read on agreement_requirement is 'A county''s rules are open to all who take part in it.';
comment on policy agreement_requirement_keep on agreement_requirement is
  'The operator sets them, as the county decides: a rule of one organization must not stop another''s referrals.';

create policy member_tell_of_agreement on member for select to causeway_app
  using (actor_job() = 'tell-of-agreement');
comment on policy member_tell_of_agreement on member is 'Reminders go to whoever answers for a party.';
