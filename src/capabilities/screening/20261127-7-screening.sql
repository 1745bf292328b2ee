-- What the criteria of a pathway came to for a referral, under its version, and who said yes.

create table pathway_decision (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  referral_id uuid not null references referral (id),
  organization_id uuid not null references organization (id),
  pathway_version_id uuid not null references pathway_version (id),
  outcome text not null check (outcome in ('eligible', 'presumptively-ineligible', 'hard-stop')),
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'),
  override_reason text check (btrim(override_reason) <> ''),
  decided_by_member_id uuid not null references member (id),
  decided_at timestamptz not null default now(),
  check (override_reason is null or outcome = 'presumptively-ineligible')
);
create index on pathway_decision (referral_id, decided_at desc);
comment on table pathway_decision is
  'What the criteria came to, with the version that said so (class own-submission). Never changed: answered again, it is another one, and the newest stands.';
comment on column pathway_decision.criteria is
  'Of each criterion its id and whether it was met; never the record behind it. One that a check of history or of warrants answered is left out, so that a failed check is “not eligible” without a reason (CJIS).';
comment on column pathway_decision.override_reason is 'Why somebody who is presumptively ineligible should take part all the same; null: nobody asked for it.';

create table pathway_approval (
  id uuid primary key,
  decision_id uuid not null references pathway_decision (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  pathway_version_id uuid not null references pathway_version (id),
  outcome text not null check (outcome in ('eligible', 'presumptively-ineligible')),
  missed text[] not null,
  override_reason text check (btrim(override_reason) <> ''),
  approver text not null check (approver in ('sergeant', 'project-manager', 'prosecutor')),
  is_override boolean not null,
  asked_organization_id uuid not null references organization (id),
  asked_by_member_id uuid not null references member (id),
  asked_at timestamptz not null default now(),
  answer text check (answer in ('yes', 'no')),
  answered_by_member_id uuid references member (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_by_member_id is null) and (answer is null) = (answered_at is null)),
  unique (decision_id, approver)
);
create index on pathway_approval (asked_organization_id, asked_at desc);
comment on table pathway_approval is
  'A yes that the policy of a pathway asks for, and what was said (class own-submission). What the organization that is asked is shown names no person, no place and no referral: who it is about, they hear from the officer.';
comment on column pathway_approval.missed is 'The criteria that were not met, by their ids, without those that a check of records answered.';
comment on column pathway_approval.is_override is 'Whether it is the yes that overrides; then it is not given by whoever asks for it.';

grant select, insert on pathway_decision to causeway_app;
grant select, insert on pathway_approval to causeway_app;
grant update (answer, answered_by_member_id, answered_at) on pathway_approval to causeway_app;

create function actor_approves_as(approver text) returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and case approver
    when 'sergeant' then 'sergeant' = any (actor_roles())
    when 'project-manager' then 'manager' = any (actor_roles())
    when 'prosecutor' then 'prosecutor' = any (actor_roles())
    else false
  end;
end
$$;
comment on function actor_approves_as(text) is 'Whether the actor has the role in which a pathway asks for a yes.';

create function referral_was_made_on(referral uuid, version uuid) returns boolean language sql stable
  return exists (select from referral_pathway p where p.referral_id = referral and p.pathway_version_id = version);
comment on function referral_was_made_on(uuid, uuid) is 'Whether a referral of the actor''s organization was made under a version.';

create function decision_is_of_actor(decision uuid) returns boolean language sql stable
  return exists (select from pathway_decision d
    where d.id = decision and d.organization_id = actor_organization_id() and d.decided_by_member_id = actor_member_id());
comment on function decision_is_of_actor(uuid) is 'Whether the actor made this decision.';

alter table pathway_decision enable row level security;
alter table pathway_decision force row level security;
create policy pathway_decision_make on pathway_decision for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and decided_by_member_id = actor_member_id()
    and referral_sent(referral_id) and referral_was_made_on(referral_id, pathway_version_id));
create policy pathway_decision_own on pathway_decision for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_helps_people());
comment on policy pathway_decision_make on pathway_decision is
  'Whoever refers decides, under the version on which the referral was made and no other.';
comment on policy pathway_decision_own on pathway_decision is 'It is a submission of the organization that decided: no other sees it.';

alter table pathway_approval enable row level security;
alter table pathway_approval force row level security;
create policy pathway_approval_ask on pathway_approval for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and asked_by_member_id = actor_member_id()
    and answer is null and decision_is_of_actor(decision_id)
    and (approver <> 'sergeant' or asked_organization_id = organization_id));
create policy pathway_approval_own on pathway_approval for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_helps_people());
create policy pathway_approval_asked on pathway_approval for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and asked_organization_id = actor_organization_id()
    and actor_approves_as(approver));
create policy pathway_approval_answer on pathway_approval for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and asked_organization_id = actor_organization_id()
    and actor_approves_as(approver) and answer is null
    and not (is_override and asked_by_member_id = actor_member_id()))
  with check (answer is not null and answered_by_member_id = actor_member_id());
comment on policy pathway_approval_ask on pathway_approval is 'Whoever decided asks for the yes that the policy wants; nobody answers as they ask.';
comment on policy pathway_approval_own on pathway_approval is 'The organization that decided sees what it asked, and what was said.';
comment on policy pathway_approval_asked on pathway_approval is 'Whom a pathway names sees what they are asked, and nothing of the person.';
comment on policy pathway_approval_answer on pathway_approval is
  'They answer once, in their own name. An override is never approved by whoever asks for it.';
