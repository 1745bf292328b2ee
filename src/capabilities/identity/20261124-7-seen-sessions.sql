-- Opening a session writes only when there is something to write: preparing an update that changes nothing cost a third
-- of every page's first question.

create or replace function open_session(hash text, idle_limit interval, absolute_limit interval)
  returns table (
    created_at timestamptz, second_factor_at timestamptz, totp_confirmed_at timestamptz,
    member_id uuid, organization_id uuid, jurisdiction_id uuid, roles text[], name text, title text,
    organization_name text, organization_kind text, is_criminal_justice boolean, is_part2_program boolean,
    jurisdiction_name text, time_zone text)
  language plpgsql as $$
declare
  seen_at timestamptz;
begin
  select s.created_at, s.second_factor_at, c.totp_confirmed_at,
    m.id, m.organization_id, m.jurisdiction_id, m.roles, m.name, m.title,
    o.name, o.kind, o.is_criminal_justice, o.is_part2_program, j.name, j.time_zone, s.last_seen_at
  into open_session.created_at, open_session.second_factor_at, open_session.totp_confirmed_at,
    member_id, organization_id, jurisdiction_id, open_session.roles, open_session.name, open_session.title,
    organization_name, organization_kind, open_session.is_criminal_justice, open_session.is_part2_program,
    jurisdiction_name, open_session.time_zone, seen_at
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
