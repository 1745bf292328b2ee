-- On which version of which pathway a referral was made. Apart from the referral, since the place that receives it is not
-- told: that a charge is in play is the sender's alone.

create table referral_pathway (
  referral_id uuid primary key references referral (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  from_organization_id uuid not null references organization (id),
  from_member_id uuid references member (id),
  pathway_version_id uuid not null references pathway_version (id),
  made_at timestamptz not null default now()
);
create index on referral_pathway (from_member_id, made_at desc);
create index on referral_pathway (pathway_version_id);
comment on table referral_pathway is
  'The version of a pathway on which a referral was made, and under which it stays (class own-submission). A referral without one was made before there were pathways, or by a system that named none.';

grant select, insert on referral_pathway to causeway_app;

create function pathway_version_is_seen(version uuid) returns boolean language sql stable
  return exists (select from pathway_version v where v.id = version);
comment on function pathway_version_is_seen(uuid) is 'Whether a version is one of the actor''s county.';

alter table referral_pathway enable row level security;
alter table referral_pathway force row level security;
create policy referral_pathway_send on referral_pathway for insert to causeway_app
  with check (jurisdiction_id = (select actor_jurisdiction_id()) and from_organization_id = (select actor_organization_id())
    and from_member_id is not distinct from (select actor_member_id()) and (select actor_helps_people())
    and referral_sent(referral_id) and pathway_version_is_seen(pathway_version_id));
create policy referral_pathway_own on referral_pathway for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and from_organization_id = (select actor_organization_id())
    and (select actor_helps_people()));
create policy referral_pathway_count on referral_pathway for select to causeway_app
  using ((select actor_kind()) = 'job' and (select actor_job()) = 'count-referrals');
comment on policy referral_pathway_send on referral_pathway is 'Members write it with the referral that they send, for a pathway of their county.';
comment on policy referral_pathway_own on referral_pathway is 'An organization sees its own submission; the place that receives it does not see this part.';
comment on policy referral_pathway_count on referral_pathway is 'Counting lets nothing out but rounded numbers: see count_on_versions.';

create function count_on_versions(versions uuid[])
  returns table (version_id uuid, referrals integer) language plpgsql as $$
declare
  county uuid := actor_jurisdiction_id();
begin
  if actor_kind() <> 'member' or not 'manager' = any (actor_roles()) then
    return;
  end if;
  perform set_config('causeway.actor_kind', 'job', true), set_config('causeway.job', 'count-referrals', true);
  return query
    select asked, case when count(p.referral_id) < 11 then 0 else (count(p.referral_id) / 10 * 10)::integer end
    from unnest(versions) asked
    left join referral_pathway p on p.pathway_version_id = asked and p.jurisdiction_id = county
    group by asked;
  perform set_config('causeway.actor_kind', 'member', true), set_config('causeway.job', '', true);
end
$$;
comment on function count_on_versions(uuid[]) is
  'How many referrals of the manager''s county were made under each version: 0 for fewer than 11, otherwise rounded down to tens, so that two looks tell of nobody between them.';
