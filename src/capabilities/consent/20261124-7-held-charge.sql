-- A charge that is held while somebody takes part, and the county's rule for who is under 18.

create table held_charge (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  organization_id uuid not null references organization (id),
  held_by_organization_id uuid not null references organization (id),
  reference text not null check (btrim(reference) <> ''),
  decide_by timestamptz,
  recorded_by_member_id uuid not null references member (id),
  recorded_at timestamptz not null default now(),
  disposition text check (disposition in ('not-filed', 'filed', 'dismissed')),
  disposed_at timestamptz,
  disposed_by_member_id uuid references member (id),
  check ((disposition is null) = (disposed_at is null) and (disposition is null) = (disposed_by_member_id is null)),
  check (held_by_organization_id <> organization_id)
);
create index on held_charge (jurisdiction_id, person_id);
comment on table held_charge is
  'A charge that a prosecutor or court holds on condition that the person takes part: officer intervention alone has one. Only with it is there a release under 42 CFR 2.35 (P2-040, P2-041).';
comment on column held_charge.organization_id is
  'Who follows the case and keeps this. Never police or courts: that the row is there says that the person takes part.';
comment on column held_charge.held_by_organization_id is 'The office that holds the charge.';
comment on column held_charge.reference is
  'What that office calls it. Never a SID, FBI or NCIC number, and nothing of what is behind it.';
comment on column held_charge.decide_by is 'By when the office decides. An extension is a later date, no disposition.';
comment on column held_charge.disposition is 'What was decided. With it every release under 2.35 for this charge ends, in the same transaction.';

create function held_charge_dispose() returns trigger language plpgsql as $$
begin
  if old.disposition is not null and new is distinct from old then
    raise exception 'what was decided stays' using errcode = 'insufficient_privilege';
  end if;
  if new.disposition is not null and old.disposition is null then
    new.disposed_at := now();
  end if;
  return new;
end
$$;
comment on function held_charge_dispose() is 'A disposition is recorded once, by the database''s clock.';
create trigger held_charge_dispose before update on held_charge
  for each row execute function held_charge_dispose();

grant select, insert (id, jurisdiction_id, person_id, organization_id, held_by_organization_id, reference, decide_by,
  recorded_by_member_id) on held_charge to causeway_app;
grant update (decide_by, disposition, disposed_by_member_id) on held_charge to causeway_app;

alter table held_charge enable row level security;
alter table held_charge force row level security;
create policy held_charge_hold on held_charge for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and recorded_by_member_id = actor_member_id()
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice));
create policy held_charge_own on held_charge for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_helps_people());
create policy held_charge_decide on held_charge for update to causeway_app
  using (disposition is null and actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id())
  with check (actor_kind() = 'member' and organization_id = actor_organization_id()
    and (disposition is null or disposed_by_member_id = actor_member_id()));
comment on policy held_charge_hold on held_charge is 'Whoever follows the case records that a charge is held; police and courts do not.';
comment on policy held_charge_own on held_charge is 'The organization that follows the case sees it. The office that holds it learns of the person by a release alone.';
comment on policy held_charge_decide on held_charge is 'It records a later date, or what was decided, in the name of the member who writes it.';

create table minors_rule (
  jurisdiction_id uuid primary key references jurisdiction (id),
  law text not null check (btrim(law) <> ''),
  set_at timestamptz not null default now()
);
comment on table minors_rule is
  'The county has a rule by which somebody under 18 may sign (42 CFR 2.14, which leaves it to the state). Without a row nobody under 18 can (P2-018).';
comment on column minors_rule.law is 'The law of the state that says who signs, and how.';

grant select, insert, delete on minors_rule to causeway_app;
alter table minors_rule enable row level security;
alter table minors_rule force row level security;
create policy minors_rule_read on minors_rule for select to causeway_app
  using (actor_kind() = 'operator' or jurisdiction_id = actor_jurisdiction_id());
create policy minors_rule_set on minors_rule for insert to causeway_app with check (actor_kind() = 'operator');
create policy minors_rule_drop on minors_rule for delete to causeway_app using (actor_kind() = 'operator');
comment on policy minors_rule_read on minors_rule is 'The county''s rule is known in the county.';
comment on policy minors_rule_set on minors_rule is 'The operator sets it, when the county has decided.';
comment on policy minors_rule_drop on minors_rule is 'The operator takes it away.';
