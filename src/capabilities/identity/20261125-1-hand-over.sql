-- A tablet in somebody else's hands: the session opens a few pages and nothing else, in every tab, until its member shows a
-- second factor, which gives it a new token.

alter table session
  add column handed_over_within text[] check (cardinality(handed_over_within) > 0),
  add column handed_over_back text,
  add check ((handed_over_within is null) = (handed_over_back is null));
grant update (handed_over_within, handed_over_back) on session to causeway_app;
comment on column session.handed_over_within is
  'While the device is in the hands of somebody who is helped: the paths that the session opens, and no other. One that ends in * stands for all that begin so.';
comment on column session.handed_over_back is 'Where its member goes on when they have it back.';

create function session_hand_over_stays() returns trigger language plpgsql as $$
begin
  if old.handed_over_within is not null and (new.handed_over_within is distinct from old.handed_over_within
      or new.handed_over_back is distinct from old.handed_over_back) then
    raise exception 'a session that was handed over is taken back with a new token' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
comment on function session_hand_over_stays() is 'No statement widens what a session opens that was handed over.';
create trigger session_hand_over_stays before update on session
  for each row execute function session_hand_over_stays();

drop function open_session(text, interval, interval);
create function open_session(hash text, idle_limit interval, absolute_limit interval)
  returns table (
    created_at timestamptz, second_factor_at timestamptz, totp_confirmed_at timestamptz,
    member_id uuid, organization_id uuid, jurisdiction_id uuid, roles text[], name text, title text,
    organization_name text, organization_kind text, is_criminal_justice boolean, is_part2_program boolean,
    jurisdiction_name text, time_zone text,
    handed_over_within text[], handed_over_back text)
  language plpgsql as $$
declare
  seen_at timestamptz;
begin
  select s.created_at, s.second_factor_at, c.totp_confirmed_at,
    m.id, m.organization_id, m.jurisdiction_id, m.roles, m.name, m.title,
    o.name, o.kind, o.is_criminal_justice, o.is_part2_program, j.name, j.time_zone, s.handed_over_within, s.handed_over_back, s.last_seen_at
  into open_session.created_at, open_session.second_factor_at, open_session.totp_confirmed_at,
    member_id, organization_id, jurisdiction_id, open_session.roles, open_session.name, open_session.title,
    organization_name, organization_kind, open_session.is_criminal_justice, open_session.is_part2_program,
    jurisdiction_name, open_session.time_zone, open_session.handed_over_within, open_session.handed_over_back, seen_at
  from session s
  join member m on m.id = s.member_id
  join organization o on o.id = m.organization_id
  join jurisdiction j on j.id = m.jurisdiction_id
  left join credential c on c.member_id = m.id
  where s.token_hash = hash and s.ended_at is null
    and s.last_seen_at > now() - idle_limit and s.created_at > now() - absolute_limit
    and m.disabled_at is null and o.closed_at is null;
  if not found then
    return;
  end if;
  if open_session.second_factor_at is not null and seen_at < now() - interval '1 minute' then
    update session s set last_seen_at = now() where s.token_hash = hash and s.ended_at is null;
  end if;
  return next;
end
$$;
comment on function open_session(text, interval, interval) is
  'Who holds a session, if it is alive, and whether it was handed over; at most once a minute it notes that they were seen. A function because every page begins with it: its plan is kept, and weighing the policies anew takes ten times as long as the query. It runs with the rights of whoever asks, under the same policies.';
