-- What was typed into a form whose session had ended, until its member has signed in again.

create table parked_form (
  key_hash text primary key,
  member_id uuid not null references member (id),
  sealed text not null check (length(sealed) <= 131072),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '1 hour')
);
create index on parked_form (member_id);
create index on parked_form (expires_at);
comment on table parked_form is
  'A form that was sent after its session had ended (CJ-2) or before a second factor was shown again. The key is in the browser alone: the database and its backups cannot be made to say what was typed.';
comment on column parked_form.key_hash is 'The hash of the key that the browser holds.';
comment on column parked_form.sealed is 'Where it was going and what was typed, encrypted, and tied to the member.';

grant select, insert, delete on parked_form to causeway_app;
alter table parked_form enable row level security;
alter table parked_form force row level security;
create policy parked_form_own on parked_form for all to causeway_app using (member_id = actor_member_id());
create policy parked_form_park on parked_form for insert to causeway_app
  with check (actor_kind() = 'visitor' and exists (
    select from session s where s.token_hash = actor_claim() and s.member_id = parked_form.member_id
      and s.ended_at is null and s.created_at > now() - interval '1 day'));
create policy parked_form_drop on parked_form for all to causeway_app
  using (actor_job() = 'drop-parked-forms' and expires_at <= now()) with check (false);
comment on policy parked_form_own on parked_form is 'Members park and take back what they typed themselves.';
comment on policy parked_form_park on parked_form is
  'A browser whose session has ended by itself can leave what was typed for the member whose session it was. It gives nothing back.';
comment on policy parked_form_drop on parked_form is 'After an hour it is dropped.';
