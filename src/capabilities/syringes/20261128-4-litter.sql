-- Syringe litter that somebody reported, and who picks it up.

create table litter_report (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  place text not null check (btrim(place) <> '' and length(place) <= 200),
  zip text not null check (zip ~ '^\d{5}$'),
  amount text not null check (amount in ('one', 'few', 'many')),
  source text not null check (source in ('public', 'member')),
  reported_at timestamptz not null default now(),
  due_at timestamptz not null,
  taken_by_organization_id uuid references organization (id),
  taken_by_member_id uuid references member (id),
  taken_at timestamptz,
  closed_as text check (closed_as in ('picked-up', 'nothing-found')),
  syringes integer check (syringes between 0 and 100000),
  closed_at timestamptz,
  check (due_at > reported_at),
  check ((taken_at is null) = (taken_by_organization_id is null) and (taken_at is null) = (taken_by_member_id is null)),
  check ((closed_at is null) = (closed_as is null)),
  check (closed_at is null or taken_at is not null),
  check (syringes is null or closed_as = 'picked-up')
);
create index on litter_report (jurisdiction_id, closed_at, due_at);
comment on table litter_report is
  'Where syringes lie, as anybody may report it without a name, who picks them up and by when. It says nothing of who reports and nothing of who left them.';
comment on column litter_report.due_at is '48 hours after it was reported.';

grant insert, select on litter_report to causeway_app;
grant update (taken_by_organization_id, taken_by_member_id, taken_at, closed_as, syringes, closed_at) on litter_report to causeway_app;

create function actor_picks_up_litter() returns boolean language plpgsql stable as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['harm-reduction', 'manager']
    and exists (select from organization o where o.id = actor_organization_id() and not o.is_criminal_justice);
end
$$;
comment on function actor_picks_up_litter() is
  'Whether the actor is of a program that picks up syringes, or manages one. Police report and do not pick up: whoever left them must not be looked for.';

alter table litter_report enable row level security;
alter table litter_report force row level security;
create policy litter_report_public on litter_report for insert to causeway_app
  with check (actor_kind() = 'visitor' and source = 'public' and taken_at is null and closed_at is null);
create policy litter_report_member on litter_report for insert to causeway_app
  with check (actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id() and source = 'member'
    and taken_at is null and closed_at is null);
create policy litter_report_read on litter_report for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and (select actor_picks_up_litter()));
create policy litter_report_take on litter_report for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and (select actor_picks_up_litter()) and closed_at is null
    and (taken_at is null or taken_by_organization_id = actor_organization_id()))
  with check (taken_by_organization_id = actor_organization_id());
comment on policy litter_report_public on litter_report is 'Anybody may report, without a name.';
comment on policy litter_report_member on litter_report is 'Members of the county report as anybody does; who it was is not kept.';
comment on policy litter_report_read on litter_report is 'The programs that pick up see what was reported in their county.';
comment on policy litter_report_take on litter_report is 'A program takes what nobody has taken, and closes what it took.';
