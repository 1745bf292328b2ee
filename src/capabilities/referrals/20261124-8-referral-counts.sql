-- How many referrals were sent, for those who manage a program and see none of them.

create policy referral_count on referral for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'count-referrals');
comment on policy referral_count on referral is
  'Counting looks at every referral of a county and lets nothing out but numbers: see count_referrals. No work of that name is ever queued.';

create function count_referrals(quarter_begins date)
  returns table (month date, need text, referrals integer) language plpgsql as $$
declare
  county jurisdiction;
begin
  if actor_kind() <> 'member' or not 'manager' = any (actor_roles()) then
    return;
  end if;
  select * into county from jurisdiction where id = actor_jurisdiction_id();
  -- Only a quarter that is over, and always a whole one: between two looks at one that grows, or at two that overlap,
  -- what is withheld could be worked out.
  if quarter_begins <> date_trunc('quarter', quarter_begins)::date
    or (quarter_begins + interval '3 months') at time zone county.time_zone > now() then
    return;
  end if;
  perform set_config('causeway.actor_kind', 'job', true), set_config('causeway.job', 'count-referrals', true);
  return query
    select date_trunc('month', r.submitted_at at time zone county.time_zone)::date, asked, count(*)::integer
    from referral r cross join unnest(r.needs) asked
    where r.jurisdiction_id = county.id
      and r.submitted_at >= quarter_begins::timestamp at time zone county.time_zone
      and r.submitted_at < (quarter_begins + interval '3 months') at time zone county.time_zone
    group by 1, 2;
  perform set_config('causeway.actor_kind', 'member', true), set_config('causeway.job', '', true);
end
$$;
comment on function count_referrals(date) is
  'How often each kind of help was asked for in each month of a quarter that is over, in the manager''s county; a referral that asks for two counts under both. Exact: whoever shows it withholds small counts first. For nobody but managers, and then it acts as the counting job for as long as it counts.';
