-- The kit ledger: who holds how many kits of which lot, and every movement that made it so.

create function actor_keeps_supplies() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array[
    'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction', 'manager'];
end
$$;
comment on function actor_keeps_supplies() is
  'Whether the actor is a member who carries kits or keeps the shelf they come from.';

create table supply_lot (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  number text not null check (btrim(number) <> ''),
  product text not null check (btrim(product) <> ''),
  doses_per_kit integer not null check (doses_per_kit between 1 and 20),
  expires_on date not null,
  organization_id uuid not null references organization (id),
  added_by_member_id uuid not null references member (id),
  added_at timestamptz not null default now(),
  recalled_at timestamptz,
  recalled_by_member_id uuid references member (id),
  check ((recalled_at is null) = (recalled_by_member_id is null)),
  unique (jurisdiction_id, number, product)
);
comment on table supply_lot is
  'A lot of kits, the same for the whole county: what is printed on the box, and whether it was recalled.';
comment on column supply_lot.organization_id is 'Who received it first.';

create table supply_holder (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('site', 'vehicle', 'kiosk', 'member', 'partner')),
  name text not null check (btrim(name) <> ''),
  contact text check (btrim(contact) <> ''),
  member_id uuid references member (id),
  partner_organization_id uuid references organization (id),
  is_leave_behind boolean not null,
  minimum_kits integer check (minimum_kits between 1 and 100000),
  added_at timestamptz not null default now(),
  check ((kind = 'member') = (member_id is not null)),
  check ((kind = 'partner') = (partner_organization_id is not null)),
  check (kind in ('site', 'vehicle', 'kiosk') or minimum_kits is null),
  unique (organization_id, member_id, is_leave_behind),
  unique (organization_id, partner_organization_id, is_leave_behind)
);
create index on supply_holder (organization_id);
comment on table supply_holder is
  'Where an organization''s kits are: a shelf, a vehicle, a kiosk, a member who carries them, or another organization that got them. Never somebody who is helped.';
comment on column supply_holder.is_leave_behind is
  'Whether these kits are to be left with people. They are apart from those a member gives naloxone from, and never go back to them.';
comment on column supply_holder.minimum_kits is 'Below this more are asked for; null: no minimum.';
comment on column supply_holder.contact is 'How to reach whoever looks after it, for a recall.';

create table supply_event (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('receive', 'give', 'move', 'return', 'leave-behind', 'administer', 'expire',
    'damage', 'lose', 'count', 'correct')),
  lot_id uuid not null references supply_lot (id),
  from_holder_id uuid references supply_holder (id),
  to_holder_id uuid references supply_holder (id),
  kits integer not null check (kits between 0 and 100000),
  counted integer check (counted between 0 and 1000000),
  recipient_kind text check (recipient_kind in ('person', 'family', 'friend', 'other')),
  corrects_id uuid unique references supply_event (id),
  is_short boolean not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by_member_id uuid not null references member (id),
  check (from_holder_id is distinct from to_holder_id),
  check (kits > 0 or kind = 'count'),
  check ((kind = 'count') = (counted is not null)),
  check ((kind = 'leave-behind') = (recipient_kind is not null)),
  check ((kind = 'correct') = (corrects_id is not null)),
  check (occurred_at <= recorded_at + interval '1 hour'),
  check (case
    when kind = 'receive' then from_holder_id is null and to_holder_id is not null
    when kind in ('give', 'move', 'return') then from_holder_id is not null and to_holder_id is not null
    when kind in ('leave-behind', 'administer', 'expire', 'damage', 'lose') then from_holder_id is not null and to_holder_id is null
    when kind = 'count' then (from_holder_id is null) <> (to_holder_id is null)
    else true
  end)
);
create index on supply_event (from_holder_id, lot_id, occurred_at);
create index on supply_event (to_holder_id, lot_id, occurred_at);
create index on supply_event (organization_id, recorded_at desc, id desc);
create index on supply_event (organization_id, occurred_at);
comment on table supply_event is
  'A movement of kits. Never changed and never removed: what was wrong is undone by an event of its own. Who got a kit that was left behind is said by kind alone, never by name.';
comment on column supply_event.is_short is
  'Whether it was written down knowing that the book would go below zero: paperwork after the fact is never turned away, and never silent.';
comment on column supply_event.occurred_at is 'When it happened; recorded_at says when it was written down.';
comment on column supply_event.counted is 'How many were counted; kits is then how far the book was off.';

create table supply_balance (
  holder_id uuid not null references supply_holder (id),
  lot_id uuid not null references supply_lot (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  kits integer not null,
  primary key (holder_id, lot_id)
);
create index on supply_balance (organization_id, lot_id) where kits <> 0;
create index on supply_balance (lot_id);
comment on table supply_balance is
  'How many kits of a lot a holder has: the sum of its events, kept by the database in the transaction of each event.';

create function add_to_supply_balance(event supply_event, holder uuid, kits integer) returns integer
language sql as $$
  insert into supply_balance as balance (holder_id, lot_id, jurisdiction_id, organization_id, kits)
  values (holder, event.lot_id, event.jurisdiction_id, event.organization_id, kits)
  on conflict (holder_id, lot_id) do update set kits = balance.kits + excluded.kits
  returning balance.kits
$$;
comment on function add_to_supply_balance(supply_event, uuid, integer) is
  'Adds kits to the balance of a holder, or takes them away, and says what it comes to.';

create function keep_supply_balance() returns trigger language plpgsql as $$
declare
  behind boolean;
  ahead boolean;
  original supply_event;
  left_over integer;
begin
  select is_leave_behind into behind from supply_holder where id = new.from_holder_id;
  select is_leave_behind into ahead from supply_holder where id = new.to_holder_id;
  if (new.kind = 'administer' and behind) or (new.kind = 'leave-behind' and not behind)
    or (new.kind in ('give', 'move', 'return') and behind and not ahead) then
    raise exception 'Kits to leave behind are never used otherwise, and no others are left behind'
      using errcode = 'check_violation', constraint = 'supply_event_leave_behind';
  end if;
  if new.kind = 'correct' then
    select * into original from supply_event where id = new.corrects_id;
    if original.kind = 'correct' or (original.lot_id, original.kits, original.organization_id)
        is distinct from (new.lot_id, new.kits, new.organization_id)
      or (original.from_holder_id, original.to_holder_id) is distinct from (new.to_holder_id, new.from_holder_id) then
      raise exception 'A correction takes back one event, whole, and is not taken back itself'
        using errcode = 'check_violation', constraint = 'supply_event_correction';
    end if;
  end if;
  -- Always in the same order, so that two who swap kits do not wait for each other.
  if new.to_holder_id < new.from_holder_id then
    perform add_to_supply_balance(new, new.to_holder_id, new.kits);
  end if;
  if new.from_holder_id is not null then
    left_over := add_to_supply_balance(new, new.from_holder_id, -new.kits);
    if left_over < 0 and not new.is_short then
      raise exception 'The book would go below zero' using errcode = 'check_violation', constraint = 'supply_event_short';
    end if;
  end if;
  if new.to_holder_id > new.from_holder_id or new.from_holder_id is null then
    left_over := add_to_supply_balance(new, new.to_holder_id, new.kits);
  end if;
  if new.kind = 'count' and left_over <> new.counted then
    raise exception 'Kits were moved while they were counted'
      using errcode = 'check_violation', constraint = 'supply_event_counted';
  end if;
  return null;
end
$$;
comment on function keep_supply_balance() is
  'Keeps the balances true in the transaction of each event; refuses what would make them go below zero unsaid, a count that others moved under, and kits to leave behind that are used otherwise.';
create trigger keep_supply_balance after insert on supply_event for each row execute function keep_supply_balance();

create function holder_is_of_actor(holder uuid) returns boolean language sql stable
  return holder is null or exists (select from supply_holder h
    where h.id = holder and h.organization_id = actor_organization_id());
comment on function holder_is_of_actor(uuid) is 'Whether a holder of kits is one of the actor''s organization; none is nobody else''s.';

create table naloxone_liaison (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  named_by_member_id uuid not null references member (id),
  named_at timestamptz not null default now()
);
create index on naloxone_liaison (organization_id, named_at desc);
comment on table naloxone_liaison is
  'Who looks after an organization''s kits, and since when: the newest. Handing over is naming another.';

create table expiry_alert (
  organization_id uuid not null references organization (id),
  lot_id uuid not null references supply_lot (id),
  days integer not null check (days in (90, 30)),
  jurisdiction_id uuid not null references jurisdiction (id),
  told_at timestamptz not null default now(),
  primary key (organization_id, lot_id, days)
);
comment on table expiry_alert is 'That an organization was told that a lot it holds expires within 90 or 30 days: once each.';

grant select, insert on supply_lot, supply_holder, supply_event, naloxone_liaison, expiry_alert to causeway_app;
grant update (recalled_at, recalled_by_member_id) on supply_lot to causeway_app;
grant update (name, contact, minimum_kits) on supply_holder to causeway_app;
grant select, insert on supply_balance to causeway_app;
grant update (kits) on supply_balance to causeway_app;

alter table supply_lot enable row level security;
alter table supply_lot force row level security;
create policy supply_lot_read on supply_lot for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies() or actor_job() = 'tell-of-expiry');
create policy supply_lot_add on supply_lot for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and organization_id = actor_organization_id() and added_by_member_id = actor_member_id() and recalled_at is null);
create policy supply_lot_recall on supply_lot for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies() and recalled_at is null)
  with check (recalled_by_member_id = actor_member_id());
comment on policy supply_lot_read on supply_lot is 'What is printed on a box, and a recall, are for everybody in the county who keeps kits.';
comment on policy supply_lot_add on supply_lot is 'Whoever receives a lot first writes down what is printed on it.';
comment on policy supply_lot_recall on supply_lot is 'Whoever hears of a recall says so for the whole county, in their own name, once.';

alter table supply_holder enable row level security;
alter table supply_holder force row level security;
create policy supply_holder_read on supply_holder for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_keeps_supplies());
create policy supply_holder_add on supply_holder for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_keeps_supplies());
create policy supply_holder_change on supply_holder for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_keeps_supplies());
comment on policy supply_holder_read on supply_holder is 'Where an organization''s kits are is its own: no other sees it.';
comment on policy supply_holder_add on supply_holder is 'Members who keep kits add shelves, vehicles and carriers of their own organization.';
comment on policy supply_holder_change on supply_holder is 'They change how it is called, who looks after it and its minimum.';

alter table supply_event enable row level security;
alter table supply_event force row level security;
create policy supply_event_read on supply_event for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_keeps_supplies());
create policy supply_event_add on supply_event for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_keeps_supplies() and recorded_by_member_id = actor_member_id()
    and holder_is_of_actor(from_holder_id) and holder_is_of_actor(to_holder_id));
comment on policy supply_event_read on supply_event is 'An organization''s movements are its own: no other sees them.';
comment on policy supply_event_add on supply_event is 'Written in one''s own name, between holders of one''s own organization, and never changed.';

alter table supply_balance enable row level security;
alter table supply_balance force row level security;
create policy supply_balance_read on supply_balance for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_keeps_supplies()
    or actor_job() = 'tell-of-expiry');
create policy supply_balance_add on supply_balance for insert to causeway_app
  with check (pg_trigger_depth() > 0 and organization_id = actor_organization_id());
create policy supply_balance_change on supply_balance for update to causeway_app
  using (pg_trigger_depth() > 0 and organization_id = actor_organization_id());
comment on policy supply_balance_read on supply_balance is 'As the events that it sums up; the job that warns of expiry reads all of them.';
comment on policy supply_balance_add on supply_balance is 'Only the trigger of an event writes a balance.';
comment on policy supply_balance_change on supply_balance is 'Only the trigger of an event changes a balance.';

alter table naloxone_liaison enable row level security;
alter table naloxone_liaison force row level security;
create policy naloxone_liaison_read on naloxone_liaison for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies() or actor_job() = 'tell-of-expiry');
create policy naloxone_liaison_name on naloxone_liaison for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_keeps_supplies() and named_by_member_id = actor_member_id());
comment on policy naloxone_liaison_read on naloxone_liaison is 'Whom to ask about an organization''s kits is for everybody in the county who keeps kits.';
comment on policy naloxone_liaison_name on naloxone_liaison is 'An organization names its own, and hands over by naming another.';

alter table expiry_alert enable row level security;
alter table expiry_alert force row level security;
create policy expiry_alert_job on expiry_alert for select to causeway_app using (actor_job() = 'tell-of-expiry');
create policy expiry_alert_add on expiry_alert for insert to causeway_app with check (actor_job() = 'tell-of-expiry');
comment on policy expiry_alert_job on expiry_alert is 'The job that warns knows whom it has told.';
comment on policy expiry_alert_add on expiry_alert is 'The job that warns notes whom it tells.';

create policy member_tell_of_expiry on member for select to causeway_app using (actor_job() = 'tell-of-expiry');
comment on policy member_tell_of_expiry on member is 'Warnings of expiry go to an organization''s liaison.';
