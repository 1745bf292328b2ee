-- Asking for kits, what was sent, and the report of each quarter.

create table restock_request (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  holder_id uuid references supply_holder (id),
  asked_by_member_id uuid not null references member (id),
  asked_at timestamptz not null default now(),
  to_organization_id uuid not null references organization (id),
  kits integer not null check (kits between 1 and 100000),
  reason text not null check (reason in ('used', 'expired', 'damaged', 'lost', 'below-minimum', 'asked')),
  answer text check (answer in ('sent', 'declined')),
  answered_by_member_id uuid references member (id),
  answered_at timestamptz,
  lot_id uuid references supply_lot (id),
  sent_kits integer check (sent_kits between 1 and 100000),
  arrived_at timestamptz,
  check ((answer is null) = (answered_by_member_id is null) and (answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'sent') = (lot_id is not null and sent_kits is not null)),
  check (arrived_at is null or answer = 'sent')
);
create index on restock_request (to_organization_id, asked_at desc);
create index on restock_request (organization_id, asked_at desc);
comment on table restock_request is
  'A request for kits: of a carrier to their own organization, or of an organization to another. It says how many and why, and nothing of anybody who was helped.';
comment on column restock_request.holder_id is 'Where they are wanted; null: on whichever shelf they are put when they arrive.';

create table supply_quarter (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  quarter text not null check (quarter ~ '^20\d\d-Q[1-4]$'),
  numbers jsonb not null,
  sent_by_member_id uuid not null references member (id),
  sent_at timestamptz not null default now(),
  unique (organization_id, quarter)
);
comment on table supply_quarter is
  'What an organization reported of its kits for a quarter, as it was sent; also when nothing changed. Sums only.';

create function restock_answer_stays() returns trigger language plpgsql as $$
begin
  if old.answer is not null and (old.answer, old.answered_by_member_id, old.answered_at, old.lot_id, old.sent_kits)
      is distinct from (new.answer, new.answered_by_member_id, new.answered_at, new.lot_id, new.sent_kits) then
    raise exception 'What was answered stays as it was answered'
      using errcode = 'check_violation', constraint = 'restock_request_answer_stays';
  end if;
  return new;
end
$$;
comment on function restock_answer_stays() is 'Whoever says that kits arrived changes nothing of what was sent.';
create trigger restock_answer_stays before update on restock_request for each row execute function restock_answer_stays();

grant select, insert on restock_request, supply_quarter to causeway_app;
grant update (answer, answered_by_member_id, answered_at, lot_id, sent_kits, arrived_at) on restock_request to causeway_app;

alter table restock_request enable row level security;
alter table restock_request force row level security;
create policy restock_request_read on restock_request for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and (organization_id = actor_organization_id() or to_organization_id = actor_organization_id()));
create policy restock_request_ask on restock_request for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and organization_id = actor_organization_id() and asked_by_member_id = actor_member_id() and answer is null
    and holder_is_of_actor(holder_id));
create policy restock_request_answer on restock_request for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and to_organization_id = actor_organization_id() and answer is null)
  with check (answered_by_member_id = actor_member_id());
create policy restock_request_arrive on restock_request for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and organization_id = actor_organization_id() and answer = 'sent' and arrived_at is null)
  with check (arrived_at is not null);
comment on policy restock_request_read on restock_request is 'Whoever asks and whoever is asked.';
comment on policy restock_request_ask on restock_request is 'In one''s own name, for one''s own organization.';
comment on policy restock_request_answer on restock_request is 'Whoever is asked answers once, in their own name.';
comment on policy restock_request_arrive on restock_request is 'Whoever asked says that they arrived, once.';

alter table supply_quarter enable row level security;
alter table supply_quarter force row level security;
create policy supply_quarter_read on supply_quarter for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and (organization_id = actor_organization_id() or 'manager' = any (actor_roles())));
create policy supply_quarter_send on supply_quarter for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_supplies()
    and organization_id = actor_organization_id() and sent_by_member_id = actor_member_id());
comment on policy supply_quarter_read on supply_quarter is 'The organization itself, and the county''s managers, to whom it is sent.';
comment on policy supply_quarter_send on supply_quarter is 'A quarter is sent once, and stays as it was sent.';
