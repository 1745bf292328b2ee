-- Messages that leave the building, or wait in the built-in outbox.

create table message (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body text,
  transport text not null check (transport in ('smtp', 'outbox')),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  check (transport <> 'outbox' or body is not null)
);
create index on message (created_at);
comment on table message is
  'One row a message, made by the job that sends it: a job that runs again finds the row and sends nothing twice.';
comment on column message.body is 'Kept only where no mail server is set: it holds a signed link.';

grant select, insert, update (sent_at) on message to causeway_app;
alter table message enable row level security;
alter table message force row level security;
create policy message_send on message for all to causeway_app using (actor_kind() = 'job');
create policy message_outbox on message for select to causeway_app
  using (actor_kind() = 'operator' and transport = 'outbox');
comment on policy message_send on message is 'Jobs write and send.';
comment on policy message_outbox on message is 'The built-in outbox, shown by a demonstration.';
