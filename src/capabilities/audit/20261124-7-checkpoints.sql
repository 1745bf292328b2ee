-- Checkpoints: what a chain's head was, signed, to be kept where nobody of this server can reach it.

create table audit_checkpoint (
  chain uuid not null,
  seal_number bigint not null,
  seal_hash bytea not null,
  records bigint not null check (records > 0),
  at timestamptz not null,
  key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
  signature bytea not null check (octet_length(signature) = 64),
  primary key (chain, seal_number),
  foreign key (chain, seal_number) references audit_seal (chain, number)
);
comment on table audit_checkpoint is
  'A chain''s head, the number of records sealed up to it and the time, signed with Ed25519. A copy kept elsewhere proves later that the chain still holds all that it held then.';
comment on column audit_checkpoint.key_id is
  'The first 16 hexadecimal digits of the SHA-256 of the public key (SPKI). The private key is never here.';
create trigger audit_checkpoint_refuse_change before update or delete on audit_checkpoint
  for each row execute function audit_refuse_change();
create trigger audit_checkpoint_refuse_truncate before truncate on audit_checkpoint
  for each statement execute function audit_refuse_change();

grant select, insert on audit_checkpoint to causeway_app;
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;
create policy audit_checkpoint_make on audit_checkpoint for all to causeway_app
  using ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'checkpoint-audit')));
create policy audit_checkpoint_read_office on audit_checkpoint for select to causeway_app
  using (chain = (select actor_jurisdiction_id()) and (select actor_keeps_privacy()));
comment on policy audit_checkpoint_make on audit_checkpoint is 'The job and the operator sign what a chain holds.';
comment on policy audit_checkpoint_read_office on audit_checkpoint is
  'The privacy officer takes copies to where whoever runs the server cannot reach them.';

create policy audit_seal_checkpoint on audit_seal for select to causeway_app
  using ((select actor_kind() = 'job' and actor_job() = 'checkpoint-audit'));
comment on policy audit_seal_checkpoint on audit_seal is 'The job reads the heads of the chains, to sign them.';

-- Asked once a statement instead of once a row, which was a third of the time that verifying took.
alter policy audit_record_read_office on audit_record
  using (jurisdiction_id = (select actor_jurisdiction_id()) and (select actor_keeps_privacy()));
alter policy audit_record_read_chain on audit_record
  using ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit')));
alter policy audit_waiting_read on audit_waiting
  using ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit')));
alter policy audit_waiting_seal on audit_waiting
  using ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit')));
