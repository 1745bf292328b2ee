-- The schema that the migrations make, written by tests/schema.db.test.ts (UPDATE=1). To be read, not to be run.

create extension cube;

CREATE OR REPLACE FUNCTION public.actor_answers_for_organization()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['administrator', 'manager'];
end
$function$
;
grant execute on function actor_answers_for_organization() to public;
comment on function actor_answers_for_organization() is 'Whether the actor can bind their organization: its administrators and managers can.';

CREATE OR REPLACE FUNCTION public.actor_approves_as(approver text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and case approver
    when 'sergeant' then 'sergeant' = any (actor_roles())
    when 'project-manager' then 'manager' = any (actor_roles())
    when 'prosecutor' then 'prosecutor' = any (actor_roles())
    else false
  end;
end
$function$
;
grant execute on function actor_approves_as(text) to public;
comment on function actor_approves_as(text) is 'Whether the actor has the role in which a pathway asks for a yes.';

CREATE OR REPLACE FUNCTION public.actor_asks_for_imports()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['manager', 'administrator'];
end
$function$
;
grant execute on function actor_asks_for_imports() to public;
comment on function actor_asks_for_imports() is 'Whether the actor may have lists brought into the directory.';

CREATE OR REPLACE FUNCTION public.actor_audiences()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  is_justice boolean;
begin
  if actor_kind() not in ('member', 'token') then
    return case when actor_kind() = '' then '{}' else '{public}' end::text[];
  end if;
  select o.is_criminal_justice into is_justice from organization o where o.id = actor_organization_id();
  return case
    when is_justice is null then '{}'::text[]
    when is_justice then '{police}'
    when actor_roles() && array['manager', 'navigator', 'case-manager'] then '{public,partners,coordinators}'
    else '{public,partners}' end;
end
$function$
;
grant execute on function actor_audiences() to public;
comment on function actor_audiences() is 'The audiences to which the actor belongs. Police are one of their own: on their pages they are shown what was shown to them.';

CREATE OR REPLACE FUNCTION public.actor_calls_places()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['navigator'::text, 'case-manager'::text]) AND actor_is_partner())
;
grant execute on function actor_calls_places() to public;
comment on function actor_calls_places() is 'Whether the actor calls places for people and may write down what they heard.';

CREATE OR REPLACE FUNCTION public.actor_claim()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.claim', true), '');
end
$function$
;
grant execute on function actor_claim() to public;
comment on function actor_claim() is 'What a visitor holds up to be recognised: an address, or the hash of a session or token.';

CREATE OR REPLACE FUNCTION public.actor_finds_unusual_access()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'job' and actor_job() = 'find-unusual-access';
end
$function$
;
grant execute on function actor_finds_unusual_access() to public;
comment on function actor_finds_unusual_access() is 'Whether the job runs that looks through the record for unusual access.';

CREATE OR REPLACE FUNCTION public.actor_follows_cases()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['navigator', 'case-manager', 'provider'];
end
$function$
;
grant execute on function actor_follows_cases() to public;
comment on function actor_follows_cases() is 'Whether the actor follows cases. Harm reduction does not: it never sees what is legal.';

CREATE OR REPLACE FUNCTION public.actor_follows_visit(angel uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and (actor_roles() && array['navigator', 'case-manager']
    or 'angel' = any (actor_roles()) and angel = actor_member_id());
end
$function$
;
grant execute on function actor_follows_visit(uuid) to public;
comment on function actor_follows_visit(uuid) is 'Whether the actor, in the program of this angel, follows what they began: the angel themselves, and its navigators and case managers.';

CREATE OR REPLACE FUNCTION public.actor_gives_medical_care()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and 'provider' = any (actor_roles())
    and exists (select from organization o where o.id = actor_organization_id()
      and o.kind in ('hospital', 'treatment-provider') and not o.is_criminal_justice);
end
$function$
;
grant execute on function actor_gives_medical_care() to public;
comment on function actor_gives_medical_care() is 'Whether the actor is medical personnel: a provider at a hospital or treatment provider. Police are not, whatever their role (requirements 1.5).';

CREATE OR REPLACE FUNCTION public.actor_has_attested()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  if not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice) then
    return true;
  end if;
  return exists (
    select from agreement accepted join agreement_party party on party.agreement_id = accepted.id
    where party.organization_id = actor_organization_id() and accepted.kind = 'golden-rule'
      and agreement_in_force(accepted)
      and (actor_kind() <> 'member' or exists (
        select from attestation given
        where given.member_id = actor_member_id() and given.text_version = accepted.text_version
          and given.attested_at > now() - interval '1 year')));
end
$function$
;
grant execute on function actor_has_attested() to public;
comment on function actor_has_attested() is 'Whether the golden rule lets the actor see participants. At police and courts: the organization has accepted it, and the member has attested within a year to the same words; another system of the organization has nobody who could. Everybody else: yes.';

CREATE OR REPLACE FUNCTION public.actor_helps_people()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() in ('member', 'token') and actor_roles() && array[
    'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction'];
end
$function$
;
grant execute on function actor_helps_people() to public;
comment on function actor_helps_people() is 'Whether the actor works with people. Managers, trainers, privacy officers and administrators do not: they see counts or configuration.';

CREATE OR REPLACE FUNCTION public.actor_holding_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.holding_id', true), '')::uuid;
end
$function$
;
grant execute on function actor_holding_id() to public;
comment on function actor_holding_id() is 'The signed link, API token or person''s code that the actor holds.';

CREATE OR REPLACE FUNCTION public.actor_imports()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'operator' or actor_kind() = 'job' and actor_job() = 'import-listings';
end
$function$
;
grant execute on function actor_imports() to public;
comment on function actor_imports() is 'Whether the actor brings lists into the directory: the operator, and the job that works off what a manager asked for.';

CREATE OR REPLACE FUNCTION public.actor_is_angel()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['angel', 'navigator', 'case-manager'];
end
$function$
;
grant execute on function actor_is_angel() to public;
comment on function actor_is_angel() is 'Whether the actor is a member who can be called to a station.';

CREATE OR REPLACE FUNCTION public.actor_is_at_station()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['officer', 'sergeant'];
end
$function$
;
grant execute on function actor_is_at_station() to public;
comment on function actor_is_at_station() is 'Whether the actor is a member who meets people at a station.';

CREATE OR REPLACE FUNCTION public.actor_is_in_agreement(agreement_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((EXISTS (SELECT FROM agreement_party p WHERE ((p.agreement_id = actor_is_in_agreement.agreement_id) AND (p.organization_id = actor_organization_id())))) OR (EXISTS (SELECT FROM agreement a WHERE ((a.id = actor_is_in_agreement.agreement_id) AND (a.organization_id = actor_organization_id())))))
;
grant execute on function actor_is_in_agreement(uuid) to public;
comment on function actor_is_in_agreement(uuid) is 'Whether the actor''s organization is a party of an agreement, or made it.';

CREATE OR REPLACE FUNCTION public.actor_is_partner()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = ANY (ARRAY['member'::text, 'token'::text])) AND (EXISTS (SELECT FROM organization o WHERE ((o.id = actor_organization_id()) AND (NOT o.is_criminal_justice)))))
;
grant execute on function actor_is_partner() to public;
comment on function actor_is_partner() is 'Whether the actor acts for an organization outside criminal justice: who may see listings kept among partners.';

CREATE OR REPLACE FUNCTION public.actor_is_prosecutor_of(office uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((actor_kind() = 'member'::text) AND (office = actor_organization_id()) AND ('prosecutor'::text = ANY (actor_roles())))
;
grant execute on function actor_is_prosecutor_of(uuid) to public;
comment on function actor_is_prosecutor_of(uuid) is 'Whether the actor is a prosecutor liaison of this office.';

CREATE OR REPLACE FUNCTION public.actor_job()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.job', true), '');
end
$function$
;
grant execute on function actor_job() to public;
comment on function actor_job() is 'The job that runs, when the application works off its own queue.';

CREATE OR REPLACE FUNCTION public.actor_jurisdiction_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.jurisdiction_id', true), '')::uuid;
end
$function$
;
grant execute on function actor_jurisdiction_id() to public;
comment on function actor_jurisdiction_id() is 'The county in which the actor acts, if any.';

CREATE OR REPLACE FUNCTION public.actor_keeps_listing(owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'member'::text) AND actor_is_partner() AND CASE WHEN (owner IS NULL) THEN (actor_roles() && ARRAY['manager'::text, 'administrator'::text]) ELSE ((owner = actor_organization_id()) AND (actor_roles() && ARRAY['provider'::text, 'harm-reduction'::text, 'administrator'::text])) END))
;
grant execute on function actor_keeps_listing(uuid) to public;
comment on function actor_keeps_listing(uuid) is 'Whether the actor may change a listing of this organization: its own people. One of nobody who takes part (null) is kept by managers and administrators. Police and prosecutors keep none.';

CREATE OR REPLACE FUNCTION public.actor_keeps_listing_of(this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM service s WHERE ((s.id = actor_keeps_listing_of.this_service) AND actor_keeps_listing(s.organization_id))))
;
grant execute on function actor_keeps_listing_of(uuid) to public;
comment on function actor_keeps_listing_of(uuid) is 'Whether the actor may change a service that they see.';

CREATE OR REPLACE FUNCTION public.actor_keeps_privacy()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'member'::text) AND ('privacy-officer'::text = ANY (actor_roles())) AND (NOT (EXISTS (SELECT FROM organization o WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))))
;
grant execute on function actor_keeps_privacy() to public;
comment on function actor_keeps_privacy() is 'Whether the actor is the county''s privacy officer. Nobody at police or courts is: releases and the record say who is in care (P2-017).';

CREATE OR REPLACE FUNCTION public.actor_keeps_provider(this_provider uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((actor_kind() = 'operator'::text) OR ((EXISTS (SELECT FROM service s WHERE (s.provider_id = actor_keeps_provider.this_provider))) AND (NOT (EXISTS (SELECT FROM service s WHERE ((s.provider_id = actor_keeps_provider.this_provider) AND (NOT actor_keeps_listing(s.organization_id))))))))
;
grant execute on function actor_keeps_provider(uuid) to public;
comment on function actor_keeps_provider(uuid) is 'Whether the actor may change a provider: only if they see a service of it, and every one that they see is theirs to change.';

CREATE OR REPLACE FUNCTION public.actor_keeps_site(this_site uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((actor_kind() = 'operator'::text) OR ((EXISTS (SELECT FROM service s WHERE (s.site_id = actor_keeps_site.this_site))) AND (NOT (EXISTS (SELECT FROM service s WHERE ((s.site_id = actor_keeps_site.this_site) AND (NOT actor_keeps_listing(s.organization_id))))))))
;
grant execute on function actor_keeps_site(uuid) to public;
comment on function actor_keeps_site(uuid) is 'Whether the actor may change a site: only if they see a service there, and every one that they see is theirs to change.';

CREATE OR REPLACE FUNCTION public.actor_keeps_supplies()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array[
    'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction', 'manager'];
end
$function$
;
grant execute on function actor_keeps_supplies() to public;
comment on function actor_keeps_supplies() is 'Whether the actor is a member who carries kits or keeps the shelf they come from.';

CREATE OR REPLACE FUNCTION public.actor_keeps_training()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['trainer', 'manager', 'administrator'];
end
$function$
;
grant execute on function actor_keeps_training() to public;
comment on function actor_keeps_training() is 'Whether the actor says what their organization''s members are to learn, and records what they learned elsewhere.';

CREATE OR REPLACE FUNCTION public.actor_kind()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return coalesce(current_setting('causeway.actor_kind', true), '');
end
$function$
;
grant execute on function actor_kind() to public;
comment on function actor_kind() is 'Who asks: visitor, member, token, link, person, job or operator; empty outside asActor, which matches no policy.';

CREATE OR REPLACE FUNCTION public.actor_manages_pathways()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and 'manager' = any (actor_roles());
end
$function$
;
grant execute on function actor_manages_pathways() to public;
comment on function actor_manages_pathways() is 'Whether the actor is a program manager with an account. Other systems and other roles edit no pathway.';

CREATE OR REPLACE FUNCTION public.actor_member_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.member_id', true), '')::uuid;
end
$function$
;
grant execute on function actor_member_id() to public;
comment on function actor_member_id() is 'The member who asks; null for everybody else.';

CREATE OR REPLACE FUNCTION public.actor_organization_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.organization_id', true), '')::uuid;
end
$function$
;
grant execute on function actor_organization_id() to public;
comment on function actor_organization_id() is 'The organization for which the actor acts, if any.';

CREATE OR REPLACE FUNCTION public.actor_passed(attempt uuid, of_course text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM training_attempt a WHERE ((a.id = actor_passed.attempt) AND (a.member_id = actor_member_id()) AND (a.course = actor_passed.of_course) AND a.passed)))
;
grant execute on function actor_passed(uuid,text) to public;
comment on function actor_passed(uuid,text) is 'Whether the actor passed the test of a course in this attempt.';

CREATE OR REPLACE FUNCTION public.actor_person_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.person_id', true), '')::uuid;
end
$function$
;
grant execute on function actor_person_id() to public;
comment on function actor_person_id() is 'The person who asks about themselves; null for everybody else. Such an actor has no county and no organization: what these share among their members is not for whoever they help.';

CREATE OR REPLACE FUNCTION public.actor_picks_up_litter()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['harm-reduction', 'manager']
    and exists (select from organization o where o.id = actor_organization_id() and not o.is_criminal_justice);
end
$function$
;
grant execute on function actor_picks_up_litter() to public;
comment on function actor_picks_up_litter() is 'Whether the actor is of a program that picks up syringes, or manages one. Police report and do not pick up: whoever left them must not be looked for.';

CREATE OR REPLACE FUNCTION public.actor_roles()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return coalesce(nullif(current_setting('causeway.roles', true), ''), '{}')::text[];
end
$function$
;
grant execute on function actor_roles() to public;
comment on function actor_roles() is 'The roles of the member, or those that an API token stands for.';

CREATE OR REPLACE FUNCTION public.actor_sees_import(this_import uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM directory_import i WHERE (i.id = actor_sees_import.this_import)))
;
grant execute on function actor_sees_import(uuid) to public;
comment on function actor_sees_import(uuid) is 'Whether the actor may see an import: its own policy decides.';

CREATE OR REPLACE FUNCTION public.actor_sees_listing(this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM service s WHERE (s.id = actor_sees_listing.this_service)))
;
grant execute on function actor_sees_listing(uuid) to public;
comment on function actor_sees_listing(uuid) is 'Whether the actor may see a service: its own policies decide.';

CREATE OR REPLACE FUNCTION public.actor_sees_provider(this_provider uuid, visibility text, audiences text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((audience_set(visibility, audiences) && (SELECT actor_audiences() AS actor_audiences)) OR (EXISTS (SELECT FROM service s WHERE ((s.provider_id = actor_sees_provider.this_provider) AND (s.organization_id = actor_organization_id())))))
;
grant execute on function actor_sees_provider(uuid,text,text[]) to public;
comment on function actor_sees_provider(uuid,text,text[]) is 'Whether the actor may see a provider that is not public: of its own organization''s services, or shown to them.';

CREATE OR REPLACE FUNCTION public.actor_sees_service(shown_to text, audiences text[], owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (((NOT (owner IS DISTINCT FROM actor_organization_id())) AND (owner IS NOT NULL)) OR ((shown_to <> 'hidden'::text) AND (audience_set(shown_to, audiences) && (SELECT actor_audiences() AS actor_audiences))))
;
grant execute on function actor_sees_service(text,text[],uuid) to public;
comment on function actor_sees_service(text,text[],uuid) is 'Whether the actor may see a service that is not for everybody: its own organization''s, or one that is shown to them.';

CREATE OR REPLACE FUNCTION public.actor_sees_site(this_site uuid, visibility text, audiences text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((audience_set(visibility, audiences) && (SELECT actor_audiences() AS actor_audiences)) OR (EXISTS (SELECT FROM service s WHERE ((s.site_id = actor_sees_site.this_site) AND (s.organization_id = actor_organization_id())))))
;
grant execute on function actor_sees_site(uuid,text,text[]) to public;
comment on function actor_sees_site(uuid,text,text[]) is 'Whether the actor may see a site that is not public: of its own organization''s services, or shown to them.';

CREATE OR REPLACE FUNCTION public.actor_sees_words(this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM ((service s JOIN site ON ((site.id = s.site_id))) JOIN provider ON ((provider.id = s.provider_id))) WHERE (s.id = actor_sees_words.this_service)))
;
grant execute on function actor_sees_words(uuid) to public;
comment on function actor_sees_words(uuid) is 'Whether the actor may see a service with its site and its provider, from which its words come.';

CREATE OR REPLACE FUNCTION public.actor_speaks_at(this_site uuid, this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((EXISTS (SELECT FROM service s WHERE ((s.site_id = actor_speaks_at.this_site) AND ((actor_speaks_at.this_service IS NULL) OR (s.id = actor_speaks_at.this_service))))) AND (NOT (EXISTS (SELECT FROM service s WHERE ((s.site_id = actor_speaks_at.this_site) AND ((actor_speaks_at.this_service IS NULL) OR (s.id = actor_speaks_at.this_service)) AND (NOT actor_speaks_for(s.organization_id)))))))
;
grant execute on function actor_speaks_at(uuid,uuid) to public;
comment on function actor_speaks_at(uuid,uuid) is 'The same for a service, or for every service at a site, as far as the actor sees them.';

CREATE OR REPLACE FUNCTION public.actor_speaks_for(owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'member'::text) AND CASE WHEN (owner IS NULL) THEN actor_keeps_listing(owner) ELSE (owner = actor_organization_id()) END))
;
grant execute on function actor_speaks_for(uuid) to public;
comment on function actor_speaks_for(uuid) is 'Whether the actor says for a program who is shown what: its own members, and whoever keeps a listing of nobody who takes part.';

CREATE OR REPLACE FUNCTION public.actor_subject_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.subject_id', true), '')::uuid;
end
$function$
;
grant execute on function actor_subject_id() to public;
comment on function actor_subject_id() is 'The one referral that the holder of a signed link may see.';

CREATE OR REPLACE FUNCTION public.actor_supervises_training()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member' and actor_roles() && array['sergeant', 'trainer', 'manager', 'administrator'];
end
$function$
;
grant execute on function actor_supervises_training() to public;
comment on function actor_supervises_training() is 'Whether the actor sees who is trained in their own organization, and signs off practice.';

CREATE OR REPLACE FUNCTION public.actor_works_cases()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return actor_kind() = 'member'
    and actor_roles() && array['angel', 'navigator', 'case-manager', 'provider']
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice);
end
$function$
;
grant execute on function actor_works_cases() to public;
comment on function actor_works_cases() is 'Whether the actor works on the cases of their organization. Never a member of police, a prosecutor or a court: that somebody has a case says that they take part.';

CREATE OR REPLACE FUNCTION public.actor_works_on_import(this_import uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (actor_imports() OR (EXISTS (SELECT FROM directory_import i WHERE ((i.id = actor_works_on_import.this_import) AND (i.jurisdiction_id = actor_jurisdiction_id())))))
;
grant execute on function actor_works_on_import(uuid) to public;
comment on function actor_works_on_import(uuid) is 'Whether the actor may change what belongs to an import.';

CREATE OR REPLACE FUNCTION public.add_to_supply_balance(event supply_event, holder uuid, kits integer)
 RETURNS integer
 LANGUAGE sql
AS $function$
  insert into supply_balance as balance (holder_id, lot_id, jurisdiction_id, organization_id, kits)
  values (holder, event.lot_id, event.jurisdiction_id, event.organization_id, kits)
  on conflict (holder_id, lot_id) do update set kits = balance.kits + excluded.kits
  returning balance.kits
$function$
;
grant execute on function add_to_supply_balance(supply_event,uuid,integer) to public;
comment on function add_to_supply_balance(supply_event,uuid,integer) is 'Adds kits to the balance of a holder, or takes them away, and says what it comes to.';

CREATE OR REPLACE FUNCTION public.agreement_in_force(agreed agreement)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (((agreed).accepted_at IS NOT NULL) AND ((agreed).expires_at > now()) AND (((agreed).starts_at IS NULL) OR ((agreed).starts_at <= now())) AND (((agreed).ended_at IS NULL) OR ((agreed).ended_at > now())))
;
grant execute on function agreement_in_force(agreement) to public;
comment on function agreement_in_force(agreement) is 'Whether an agreement counts now: every party has signed, its day has come and its end has not.';

CREATE OR REPLACE FUNCTION public.angel_is_on_roster(member uuid, organization uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM angel_roster r WHERE ((r.member_id = angel_is_on_roster.member) AND (r.organization_id = angel_is_on_roster.organization))))
;
grant execute on function angel_is_on_roster(uuid,uuid) to public;
comment on function angel_is_on_roster(uuid,uuid) is 'Whether somebody of this program can be called.';

CREATE OR REPLACE FUNCTION public.audience_set(visibility text, audiences text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE visibility WHEN 'public'::text THEN ARRAY['coordinators'::text, 'partners'::text, 'police'::text, 'public'::text] WHEN 'partners'::text THEN ARRAY['coordinators'::text, 'partners'::text] WHEN 'chosen'::text THEN audiences ELSE '{}'::text[] END
;
grant execute on function audience_set(text,text[]) to public;
comment on function audience_set(text,text[]) is 'To which audiences a setting shows something.';

CREATE OR REPLACE FUNCTION public.audit_chain(jurisdiction_id uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(jurisdiction_id, '00000000-0000-0000-0000-000000000000'::uuid)
;
grant execute on function audit_chain(uuid) to public;
comment on function audit_chain(uuid) is 'In which chain the records of a jurisdiction, or of none, are sealed.';

CREATE OR REPLACE FUNCTION public.audit_make_partitions(months_ahead integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made integer := 0;
  first_day date;
  month text;
begin
  perform pg_advisory_xact_lock(hashtext('audit_make_partitions'));
  for ahead in 0 .. months_ahead loop
    first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
    month := 'audit_record_' || to_char(first_day, 'YYYY_MM');
    if to_regclass(month) is null then
      -- Attaching a finished table takes a weaker lock than creating it in its place: nobody's act waits for this.
      execute format('create table %I (like audit_record including defaults including constraints)', month);
      execute format('alter table %I enable row level security', month);
      execute format('alter table %I force row level security', month);
      execute format(
        'create trigger audit_refuse_truncate before truncate on %I for each statement execute function audit_refuse_change()',
        month);
      execute format(
        'alter table audit_record attach partition %I for values from (%L) to (%L)', month,
        first_day::text || ' 00:00:00+00', (first_day + interval '1 month')::date::text || ' 00:00:00+00');
      made := made + 1;
    end if;
  end loop;
  return made;
end
$function$
;
grant execute on function audit_make_partitions(integer) to causeway_app;
comment on function audit_make_partitions(integer) is 'Makes the partitions of this month and of the months ahead. There is no default partition: a write that finds none fails, and with it the act.';

CREATE OR REPLACE FUNCTION public.audit_queue()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into audit_waiting (chain, record_at, record_id) values (audit_chain(new.jurisdiction_id), new.at, new.id);
  return null;
end
$function$
;
grant execute on function audit_queue() to public;
comment on function audit_queue() is 'Has each new record wait for its seal.';

CREATE OR REPLACE FUNCTION public.audit_record_hash(record audit_record)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256(convert_to((jsonb_build_array((record).id, audit_time((record).at), (record).jurisdiction_id, (record).actor_kind, (record).member_id, (record).organization_id, (record).holding_id, (record).job, (record).action, (record).subject_kind, (record).subject_ids, (record).outcome, (record).data_classes, (record).detail, (record).request_id, (record).source))::text, 'UTF8'::name))
;
grant execute on function audit_record_hash(audit_record) to public;
comment on function audit_record_hash(audit_record) is 'SHA-256 of everything a record says, written the same way by every server version and under every setting.';

CREATE OR REPLACE FUNCTION public.audit_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit record is append-only' using errcode = 'insufficient_privilege';
end
$function$
;
grant execute on function audit_refuse_change() to public;
comment on function audit_refuse_change() is 'Refuses to change what is evidence, to the owner of the database too.';

CREATE OR REPLACE FUNCTION public.audit_seal_hash(chain uuid, number bigint, sealed_at timestamp with time zone, previous_hash bytea, record_ids uuid[], record_ats timestamp with time zone[], record_hashes bytea[])
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256(convert_to((concat_ws(' '::text, chain, number, audit_time(sealed_at), encode(previous_hash, 'hex'::text)) || (SELECT string_agg((chr(10) || concat_ws(' '::text, sealed.id, audit_time(sealed.at), encode(sealed.hash, 'hex'::text))), ''::text ORDER BY sealed.place) AS string_agg FROM UNNEST(audit_seal_hash.record_ids, audit_seal_hash.record_ats, audit_seal_hash.record_hashes) WITH ORDINALITY sealed(id, at, hash, place))), 'UTF8'::name))
;
grant execute on function audit_seal_hash(uuid,bigint,timestamp with time zone,bytea,uuid[],timestamp with time zone[],bytea[]) to public;
comment on function audit_seal_hash(uuid,bigint,timestamp with time zone,bytea,uuid[],timestamp with time zone[],bytea[]) is 'SHA-256 of a seal: a line of its chain, number, time and the hash before it, then a line for each record.';

CREATE OR REPLACE FUNCTION public.audit_time(at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US'::text)
;
grant execute on function audit_time(timestamp with time zone) to public;
comment on function audit_time(timestamp with time zone) is 'A time to the microsecond, written the same way under every setting.';

CREATE OR REPLACE FUNCTION public.breach_is_open(id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from breach b where b.id = breach_is_open.id and b.closed_at is null);
end
$function$
;
grant execute on function breach_is_open(uuid) to public;
comment on function breach_is_open(uuid) is 'Whether there is such a breach before the actor''s eyes, and it is not closed.';

CREATE OR REPLACE FUNCTION public.break_glass_opens(name text, class text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (
    select from break_glass b
    where b.member_id = actor_member_id() and b.jurisdiction_id = actor_jurisdiction_id()
      and b.open_until > now() and class = any (b.data_classes)
      and plain_name(b.person_name) = plain_name(name));
end
$function$
;
grant execute on function break_glass_opens(text,text) to public;
comment on function break_glass_opens(text,text) is 'Whether the actor wrote down an emergency of the last 24 hours that opens this class of whoever signed with this name. Expiry by the database''s clock.';

CREATE OR REPLACE FUNCTION public.call_rates(ids uuid[])
 RETURNS TABLE(service_id uuid, calls integer, answered integer, accepted integer, reached integer)
 LANGUAGE plpgsql
AS $function$
declare
  seen uuid[] := array(select s.id from service s where s.id = any (ids));
  asking text := actor_kind();
  working text := coalesce(current_setting('causeway.job', true), '');
begin
  perform set_config('causeway.actor_kind', 'job', true), set_config('causeway.job', 'count-calls', true);
  return query
    select c.service_id, count(*)::integer,
      count(*) filter (where c.result not in ('no-answer', 'closed'))::integer,
      count(*) filter (where c.result in ('bed-now', 'accepted-for'))::integer,
      count(*) filter (where c.result <> 'closed')::integer
    from provider_call c
    where c.service_id = any (seen)
      and c.called_at >= date_trunc('week', now()) - interval '26 weeks'
      and c.called_at < date_trunc('week', now())
    group by 1
    having count(*) >= 5;
  perform set_config('causeway.actor_kind', asking, true), set_config('causeway.job', working, true);
end
$function$
;
grant execute on function call_rates(uuid[]) to public;
comment on function call_rates(uuid[]) is 'How calls went to places that the actor may see, in the 26 weeks before this one: answered of reached (calls when it was open), and accepted of answered. Whole weeks, and five calls at least, so that nobody works out from one call where one person went. Acts as the counting job for as long as it counts.';

CREATE OR REPLACE FUNCTION public.capacity_link_holds(this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM capacity_link l WHERE (((l.id)::text = actor_claim()) AND (l.service_id = capacity_link_holds.this_service) AND (l.revoked_at IS NULL) AND (l.expires_at > now()))))
;
grant execute on function capacity_link_holds(uuid) to public;
comment on function capacity_link_holds(uuid) is 'Whether the visitor came with a link of this service that works.';

CREATE OR REPLACE FUNCTION public.capacity_link_was(this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM capacity_link l WHERE (((l.id)::text = actor_claim()) AND (l.service_id = capacity_link_was.this_service) AND (l.revoked_at IS NULL))))
;
grant execute on function capacity_link_was(uuid) to public;
comment on function capacity_link_was(uuid) is 'Whether the visitor came with a link of this service that was not taken back, though it may have ended.';

CREATE OR REPLACE FUNCTION public.case_is_of_actor(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM case_file f WHERE (f.id = case_is_of_actor.case_id)))
;
grant execute on function case_is_of_actor(uuid) to public;
comment on function case_is_of_actor(uuid) is 'Whether the policies of cases show the actor this one.';

CREATE OR REPLACE FUNCTION public.case_person_is_known(person uuid, referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((EXISTS (SELECT FROM person p WHERE (p.id = case_person_is_known.person))) OR (EXISTS (SELECT FROM referral r WHERE ((r.id = case_person_is_known.referral) AND (r.person_id = case_person_is_known.person) AND (r.to_organization_id = actor_organization_id()) AND referral_accepted(r.id)))))
;
grant execute on function case_person_is_known(uuid,uuid) to public;
comment on function case_person_is_known(uuid,uuid) is 'Whether the actor''s organization may take this person on: it entered them itself, or said yes to their referral.';

CREATE OR REPLACE FUNCTION public.closure_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update service s set closures = (
    select jsonb_agg(jsonb_build_object('fromOn', c.from_on, 'untilOn', c.until_on) order by c.from_on)
    from closure c where c.service_id = s.id and c.until_on >= current_date - 2)
  where s.id in (old.service_id, new.service_id);
  return null;
end
$function$
;
grant execute on function closure_changed() to public;
comment on function closure_changed() is 'Writes a service''s closures into its row. Whoever may say when it is shut may change the listing, so it runs under their policies.';

CREATE OR REPLACE FUNCTION public.count_on_versions(versions uuid[])
 RETURNS TABLE(version_id uuid, referrals integer)
 LANGUAGE plpgsql
AS $function$
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
$function$
;
grant execute on function count_on_versions(uuid[]) to public;
comment on function count_on_versions(uuid[]) is 'How many referrals of the manager''s county were made under each version: 0 for fewer than 11, otherwise rounded down to tens, so that two looks tell of nobody between them.';

CREATE OR REPLACE FUNCTION public.count_referrals(quarter_begins date)
 RETURNS TABLE(month date, need text, referrals integer)
 LANGUAGE plpgsql
AS $function$
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
$function$
;
grant execute on function count_referrals(date) to public;
comment on function count_referrals(date) is 'How often each kind of help was asked for in each month of a quarter that is over, in the manager''s county; a referral that asks for two counts under both. Exact: whoever shows it withholds small counts first. For nobody but managers, and then it acts as the counting job for as long as it counts.';

CREATE OR REPLACE FUNCTION public.count_visits(quarter_begins date)
 RETURNS TABLE(visits integer, urgent integer, families integer, met integer, people integer, offered integer, entered integer, retained integer)
 LANGUAGE plpgsql
AS $function$
declare
  county jurisdiction;
  asked text := actor_kind();
begin
  if asked <> 'member' or not actor_roles() && array['manager', 'officer', 'sergeant'] then
    return;
  end if;
  select * into county from jurisdiction where id = actor_jurisdiction_id();
  -- Only a whole quarter that is over: between two looks at one that grows, what is withheld could be worked out.
  if quarter_begins <> date_trunc('quarter', quarter_begins)::date
    or (quarter_begins + interval '3 months') at time zone county.time_zone > now() then
    return;
  end if;
  perform set_config('causeway.actor_kind', 'job', true), set_config('causeway.job', 'count-visits', true);
  return query
    select count(*)::integer, count(*) filter (where v.hospital_at is not null)::integer,
      count(*) filter (where v.asks = 'family')::integer, count(p.visit_id)::integer,
      count(distinct p.person_id)::integer,
      count(*) filter (where s.kinds && array['offered'])::integer,
      count(*) filter (where s.kinds && array['entered'])::integer,
      count(*) filter (where s.kinds && array['retained'])::integer
    from visit v left join visit_person p on p.visit_id = v.id
    left join lateral (select array_agg(c.kind) as kinds from visit_care_step c where c.visit_id = v.id) s on true
    where v.jurisdiction_id = county.id
      and v.opened_at >= quarter_begins::timestamp at time zone county.time_zone
      and v.opened_at < (quarter_begins + interval '3 months') at time zone county.time_zone;
  perform set_config('causeway.actor_kind', asked, true), set_config('causeway.job', '', true);
end
$function$
;
grant execute on function count_visits(date) to public;
comment on function count_visits(date) is 'The Angel table of a county for a quarter that is over, exact: whoever shows it withholds small counts first. For managers and stations, and then it acts as the counting job for as long as it counts.';

CREATE OR REPLACE FUNCTION public.decision_is_of_actor(decision uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM pathway_decision d WHERE ((d.id = decision_is_of_actor.decision) AND (d.organization_id = actor_organization_id()) AND (d.decided_by_member_id = actor_member_id()))))
;
grant execute on function decision_is_of_actor(uuid) to public;
comment on function decision_is_of_actor(uuid) is 'Whether the actor made this decision.';

CREATE OR REPLACE FUNCTION public.disclosure_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the disclosure ledger is append-only' using errcode = 'insufficient_privilege';
end
$function$
;
grant execute on function disclosure_refuse_change() to public;
comment on function disclosure_refuse_change() is NULL;

CREATE OR REPLACE FUNCTION public.diversion_packet_is_in(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM diversion_step s WHERE ((s.referral_id = diversion_packet_is_in.referral) AND (s.kind = 'packet-sent'::text))))
;
grant execute on function diversion_packet_is_in(uuid) to public;
comment on function diversion_packet_is_in(uuid) is 'Whether a packet was sent, as far as the actor may know.';

CREATE OR REPLACE FUNCTION public.earth_point(latitude double precision, longitude double precision)
 RETURNS cube
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN cube(ARRAY[(cosd(latitude) * cosd(longitude)), (cosd(latitude) * sind(longitude)), sind(latitude)])
;
grant execute on function earth_point(double precision,double precision) to public;
comment on function earth_point(double precision,double precision) is 'A place as a point on a sphere of radius 1. The straight line between two grows with the great circle, so an index on it finds what is nearest.';

CREATE OR REPLACE FUNCTION public.find_referral(referral_id uuid)
 RETURNS SETOF referral
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query select * from referral where id = referral_id;
end
$function$
;
grant execute on function find_referral(uuid) to public;
comment on function find_referral(uuid) is 'One referral, if the actor may see it.';

CREATE OR REPLACE FUNCTION public.find_referral_identity(referral uuid)
 RETURNS SETOF referral_identity
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query select * from referral_identity where referral_id = referral;
end
$function$
;
grant execute on function find_referral_identity(uuid) to public;
comment on function find_referral_identity(uuid) is 'Whom a referral is about, if the actor may know.';

CREATE OR REPLACE FUNCTION public.held_charge_dispose()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.disposition is not null and new is distinct from old then
    raise exception 'what was decided stays' using errcode = 'insufficient_privilege';
  end if;
  if new.disposition is not null and old.disposition is null then
    new.disposed_at := now();
  end if;
  return new;
end
$function$
;
grant execute on function held_charge_dispose() to public;
comment on function held_charge_dispose() is 'A disposition is recorded once, by the database''s clock.';

CREATE OR REPLACE FUNCTION public.held_charge_end_releases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.disposition is not null and old.disposition is null then
    update release_line line set ended_at = now() from release
    where release.held_charge_id = new.id and line.release_id = release.id
      and line.ended_at is null and line.revoked_at is null;
  end if;
  return null;
end
$function$
;
grant execute on function held_charge_end_releases() to public;
comment on function held_charge_end_releases() is 'What was released for a charge ends with it, in the transaction that records the disposition (P2-040).';

CREATE OR REPLACE FUNCTION public.holder_is_of_actor(holder uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((holder IS NULL) OR (EXISTS (SELECT FROM supply_holder h WHERE ((h.id = holder_is_of_actor.holder) AND (h.organization_id = actor_organization_id())))))
;
grant execute on function holder_is_of_actor(uuid) to public;
comment on function holder_is_of_actor(uuid) is 'Whether a holder of kits is one of the actor''s organization; none is nobody else''s.';

CREATE OR REPLACE FUNCTION public.hsds_settle(touched uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  update hsds_link set in_directory = not in_directory
  where parent = any (touched) and in_directory <> case parent_kind
    when 'organization' then exists (select from provider where provider.id = parent)
    when 'location' then exists (select from site where site.id = parent)
    when 'service' then exists (select from service s where s.offering_id = parent)
    else exists (select from service s where s.id = parent) end;
  update hsds_record r set providers = a.providers, sites = a.sites, offerings = a.offerings, services = a.services
  from (
    select l.kind, l.id,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'organization' and l.in_directory), '{}') as providers,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'location' and l.in_directory), '{}') as sites,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'service' and l.in_directory), '{}') as offerings,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'service_at_location' and l.in_directory), '{}')
        as services
    from hsds_link l
    where (l.kind, l.id) in (select t.kind, t.id from hsds_link t where t.parent = any (touched))
    group by l.kind, l.id
  ) a
  where r.kind = a.kind and r.id = a.id
    and (r.providers, r.sites, r.offerings, r.services)
      is distinct from (a.providers, a.sites, a.offerings, a.services);
$function$
;
grant execute on function hsds_settle(uuid[]) to public;
comment on function hsds_settle(uuid[]) is 'Finds out anew which records belong to what the directory keeps, for everything that belongs to one of these.';

CREATE OR REPLACE FUNCTION public.import_begin(this_import uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('network import', 0)) then return false; end if;
  perform set_config('causeway.import_id', this_import::text, true);
  return true;
end
$function$
;
grant execute on function import_begin(uuid) to public;
comment on function import_begin(uuid) is 'Takes an import in hand until the transaction ends. False while another one writes: imports go one after the other.';

CREATE OR REPLACE FUNCTION public.import_facts(listing jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (listing - ARRAY['position'::text, 'words'::text, 'shown_to'::text, 'city_key'::text, 'phone_key'::text, 'time_zone'::text, 'updated_at'::text, 'import_id'::text, 'providers'::text, 'sites'::text, 'offerings'::text, 'services'::text, 'number'::text])
;
grant execute on function import_facts(jsonb) to public;
comment on function import_facts(jsonb) is 'What a row of the directory says, without what follows from it.';

CREATE OR REPLACE FUNCTION public.import_forget_names(this_import uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from site_listing l where l.import_id = this_import and not exists (
    select from import_row r where r.import_id = this_import and r.part = 'site' and r.id = l.site_id);
$function$
;
grant execute on function import_forget_names(uuid) to public;
comment on function import_forget_names(uuid) is 'Forgets under which names an import learned sites, except of those that it added and that stay: so that the list does not double them.';

CREATE OR REPLACE FUNCTION public.import_in_hand()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return nullif(current_setting('causeway.import_id', true), '')::uuid;
end
$function$
;
grant execute on function import_in_hand() to public;
comment on function import_in_hand() is 'The import whose transaction this is; null in every other.';

CREATE OR REPLACE FUNCTION public.import_mark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('causeway.undoing', true) is distinct from 'yes'
    and new.import_id is distinct from import_in_hand()
    and import_facts(to_jsonb(new)) is distinct from import_facts(to_jsonb(old))
  then new.import_id := import_in_hand(); end if;
  return new;
end
$function$
;
grant execute on function import_mark() to public;
comment on function import_mark() is 'A listing that somebody changes is no longer as its import left it.';

CREATE OR REPLACE FUNCTION public.import_note_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if import_in_hand() is not null then
    insert into import_row (import_id, part, id) select import_in_hand(), tg_argv[0], id from after
    on conflict do nothing;
  end if;
  return null;
end
$function$
;
grant execute on function import_note_added() to public;
comment on function import_note_added() is 'Notes what an import adds.';

CREATE OR REPLACE FUNCTION public.import_note_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if import_in_hand() is not null and current_setting('causeway.undoing', true) is distinct from 'yes' then
    insert into import_row (import_id, part, id, before)
    select import_in_hand(), tg_argv[0], was.id, to_jsonb(was) - array['position', 'words', 'shown_to', 'city_key', 'phone_key']
    from before was join after is_now using (id)
    where import_facts(to_jsonb(was)) is distinct from import_facts(to_jsonb(is_now))
    on conflict do nothing;
  end if;
  return null;
end
$function$
;
grant execute on function import_note_changed() to public;
comment on function import_note_changed() is 'Notes how what an import changes was before.';

CREATE OR REPLACE FUNCTION public.import_note_record()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if import_in_hand() is null or current_setting('causeway.undoing', true) is not distinct from 'yes' then
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into import_row (import_id, part, id) select import_in_hand(), 'hsds:' || kind, id from after
    on conflict do nothing;
  elsif tg_table_name = 'hsds_link' then
    insert into import_row (import_id, part, id, before)
    select import_in_hand(), 'links:' || l.kind, l.id, jsonb_agg(to_jsonb(l)) from before l group by l.kind, l.id
    on conflict do nothing;
  else
    insert into import_row (import_id, part, id, before)
    select import_in_hand(), 'hsds:' || was.kind, was.id, to_jsonb(was)
    from before was join after is_now using (kind, id)
    where was.facts is distinct from is_now.facts
    on conflict do nothing;
  end if;
  return null;
end
$function$
;
grant execute on function import_note_record() to public;
comment on function import_note_record() is 'Notes what an import does to records of the exchange, and to what they belonged.';

CREATE OR REPLACE FUNCTION public.import_remove(from_table regclass, ids uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
AS $function$
declare
  half integer := cardinality(ids) / 2;
begin
  if cardinality(ids) = 0 then return '{}'; end if;
  execute format('delete from %s where id = any ($1)', from_table) using ids;
  return '{}';
exception when foreign_key_violation then
  -- Somewhere among them is one that something refers to; what, only its own table's policies may tell.
  if cardinality(ids) = 1 then return ids; end if;
  return import_remove(from_table, ids[:half]) || import_remove(from_table, ids[half + 1:]);
end
$function$
;
grant execute on function import_remove(regclass,uuid[]) to public;
comment on function import_remove(regclass,uuid[]) is 'Removes rows, and gives the ids of those that something still refers to.';

CREATE OR REPLACE FUNCTION public.import_restore(into_table regclass, this_import uuid, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  settings text := (
    select string_agg(format('%1$I = was.%1$I', attname), ', ') from pg_attribute
    where attrelid = into_table and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('id', 'created_at', 'position', 'words', 'shown_to'));
begin
  execute format($q$
    update %1$s kept set %2$s
    from import_row r join %1$s base on base.id = r.id
      cross join lateral jsonb_populate_record(base, r.before) was
    where r.import_id = $1 and r.part = $3 and r.id = any ($2) and kept.id = base.id$q$, into_table, settings)
  using this_import, ids, into_table::text;
end
$function$
;
grant execute on function import_restore(regclass,uuid,uuid[]) to public;
comment on function import_restore(regclass,uuid,uuid[]) is 'Writes rows as the ledger says that they were. A column that has come since keeps what it holds.';

CREATE OR REPLACE FUNCTION public.import_undo_listings(this_import uuid, its_part text, ids uuid[], OUT removed integer, OUT restored integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  untouched uuid[];
  added uuid[];
  in_use uuid[];
begin
  execute format('select coalesce(array_agg(id), ''{}'') from %I where id = any ($1) and import_id = $2', its_part)
    into untouched using ids, this_import;
  execute format($q$update import_row r set kept_because = 'changed' where r.import_id = $1 and r.part = $2
    and r.id = any ($3) and not r.id = any ($4) and exists (select from %I t where t.id = r.id)$q$, its_part)
    using this_import, its_part, ids, untouched;
  added := array(select id from import_row where import_id = this_import and part = its_part
    and id = any (untouched) and before is null);
  if its_part = 'site' then
    -- Another list may have learned an added site under a further name; without the site that name leads nowhere.
    delete from site_listing l where l.site_id = any (added)
      and not exists (select from service s where s.site_id = l.site_id);
  end if;
  in_use := import_remove(its_part::regclass, added);
  update import_row set kept_because = 'in-use'
    where import_id = this_import and part = its_part and id = any (in_use);
  removed := cardinality(added) - cardinality(in_use);
  restored := cardinality(untouched) - cardinality(added);
  perform import_restore(its_part::regclass, this_import,
    array(select id from unnest(untouched) as id where not id = any (added)));
  delete from import_row where import_id = this_import and part = its_part and id = any (ids) and kept_because is null;
  perform hsds_settle(ids);
end
$function$
;
grant execute on function import_undo_listings(uuid,text,uuid[]) to public;
comment on function import_undo_listings(uuid,text,uuid[]) is 'Takes back providers, sites or services: removes what was added, writes what was changed as it was, leaves what somebody has changed since or refers to.';

CREATE OR REPLACE FUNCTION public.import_undo_records(this_import uuid, its_part text, ids uuid[], OUT removed integer, OUT restored integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  its_kind text := substr(its_part, 6);
  untouched uuid[] := array(
    select id from hsds_record r where r.kind = its_kind and r.id = any (ids) and r.import_id = this_import);
  added uuid[] := array(select id from import_row where import_id = this_import and part = its_part
    and id = any (untouched) and before is null);
  parents uuid[] := array(select distinct parent from hsds_link l where l.kind = its_kind and l.id = any (untouched));
begin
  update import_row r set kept_because = 'changed' where r.import_id = this_import and r.part = its_part
    and r.id = any (ids) and not r.id = any (untouched)
    and exists (select from hsds_record h where h.kind = its_kind and h.id = r.id);
  delete from hsds_link l where l.kind = its_kind and l.id = any (untouched);
  delete from hsds_record r where r.kind = its_kind and r.id = any (added);
  update hsds_record h set facts = r.before -> 'facts', number = (r.before ->> 'number')::integer,
      import_id = (r.before ->> 'import_id')::uuid, updated_at = (r.before ->> 'updated_at')::timestamptz
    from import_row r where r.import_id = this_import and r.part = its_part and r.id = any (untouched)
      and r.before is not null and h.kind = its_kind and h.id = r.id;
  insert into hsds_link select was.* from import_row r
    cross join lateral jsonb_populate_recordset(null::hsds_link, r.before) was
    where r.import_id = this_import and r.part = 'links:' || its_kind
      and r.id = any (untouched) and not r.id = any (added);
  parents := parents || array(select distinct parent from hsds_link l where l.kind = its_kind and l.id = any (untouched));
  removed := cardinality(added);
  restored := cardinality(untouched) - cardinality(added);
  delete from import_row where import_id = this_import and part in (its_part, 'links:' || its_kind)
    and id = any (ids) and kept_because is null;
  perform hsds_settle(parents);
end
$function$
;
grant execute on function import_undo_records(uuid,text,uuid[]) to public;
comment on function import_undo_records(uuid,text,uuid[]) is 'The same for records of the exchange, with to what they belonged.';

CREATE OR REPLACE FUNCTION public.import_undo_some(this_import uuid, its_part text, after_id uuid, most integer, OUT removed integer, OUT restored integer, OUT looked_at integer, OUT last_id uuid)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  ids uuid[] := array(select r.id from import_row r
    where r.import_id = this_import and r.part = its_part and (after_id is null or r.id > after_id)
    order by r.id limit most);
begin
  perform set_config('causeway.undoing', 'yes', true);
  looked_at := cardinality(ids);
  last_id := ids[looked_at];
  if its_part ~ '^hsds:' then
    select u.removed, u.restored into removed, restored from import_undo_records(this_import, its_part, ids) u;
  else
    select u.removed, u.restored into removed, restored from import_undo_listings(this_import, its_part, ids) u;
  end if;
end
$function$
;
grant execute on function import_undo_some(uuid,text,uuid,integer) to public;
comment on function import_undo_some(uuid,text,uuid,integer) is 'Takes some rows of one part of an import back, in the order of their ids, after the one where it was left.';

CREATE OR REPLACE FUNCTION public.is_harm_reduction_program(needs text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((needs @> '{harm-reduction}'::text[]) AND (NOT (needs && '{treatment,moud}'::text[])))
;
grant execute on function is_harm_reduction_program(text[]) to public;
comment on function is_harm_reduction_program(text[]) is 'Whether a service keeps people safer and treats nobody: such a program decides itself whether police and the public are shown it.';

CREATE OR REPLACE FUNCTION public.is_open(i invitation)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now();
end
$function$
;
grant execute on function is_open(invitation) to public;
comment on function is_open(invitation) is 'Whether an invitation can be accepted.';

CREATE OR REPLACE FUNCTION public.is_own_provider(given text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from identity_provider p
    where p.issuer = given and p.organization_id = actor_organization_id());
end
$function$
;
grant execute on function is_own_provider(text) to public;
comment on function is_own_provider(text) is 'Whether an issuer is the one of the actor''s organization.';

CREATE OR REPLACE FUNCTION public.keep_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.accepted_at is distinct from old.accepted_at then
    if old.accepted_at is not null or new.accepted_at is null or exists (
      select from agreement_party p where p.agreement_id = new.id and not exists (
        select from agreement_signature s where s.agreement_id = p.agreement_id and s.organization_id = p.organization_id))
    then
      raise exception 'Only the last signature puts an agreement in force.' using errcode = '42501';
    end if;
    new.accepted_at := now();
  end if;
  if new.ended_at is distinct from old.ended_at then
    if old.ended_at <= now() or new.ended_at is null then
      raise exception 'What has ended stays so.' using errcode = '42501';
    end if;
    -- Only the next agreement, which is written by the trigger below, ends one on a later day.
    if pg_trigger_depth() = 1 then
      new.ended_at := now();
      new.ended_by_member_id := actor_member_id();
    end if;
  elsif new.ended_because is distinct from old.ended_because
      or new.ended_by_member_id is distinct from old.ended_by_member_id then
    raise exception 'What was said of an end stays so.' using errcode = '42501';
  end if;
  return new;
end
$function$
;
grant execute on function keep_agreement() to public;
comment on function keep_agreement() is 'An agreement changes twice at most: every party has signed, and it ends. When, the database says.';

CREATE OR REPLACE FUNCTION public.keep_appointments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if actor_kind() <> 'member' then return new; end if;
  if tg_op = 'UPDATE' and new.roles <> old.roles and new.id = actor_member_id() then
    raise insufficient_privilege using message = 'Nobody changes their own roles.';
  end if;
  if 'privacy-officer' = any (new.roles) and (tg_op = 'INSERT' or not 'privacy-officer' = any (old.roles)) then
    raise insufficient_privilege using message = 'Only the operator appoints a privacy officer.';
  end if;
  return new;
end
$function$
;
grant execute on function keep_appointments() to public;
comment on function keep_appointments() is 'Nobody gives themselves a role, and no organization''s administrator appoints a county''s privacy officer, who reads every release and the record of all its organizations.';

CREATE OR REPLACE FUNCTION public.keep_locked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.locked_at is not null and new.locked_at is distinct from old.locked_at and actor_kind() <> 'operator'
    and not (actor_kind() = 'member' and 'administrator' = any (actor_roles()) and new.member_id <> actor_member_id())
  then
    raise insufficient_privilege using message = 'Only an administrator, or the operator, releases a locked account.';
  end if;
  return new;
end
$function$
;
grant execute on function keep_locked() to public;
comment on function keep_locked() is 'A locked account stays locked for whoever signs in, and for its owner.';

CREATE OR REPLACE FUNCTION public.keep_supply_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$
;
grant execute on function keep_supply_balance() to public;
comment on function keep_supply_balance() is 'Keeps the balances true in the transaction of each event; refuses what would make them go below zero unsaid, a count that others moved under, and kits to leave behind that are used otherwise.';

CREATE OR REPLACE FUNCTION public.keep_visit_call()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not jsonb_strip_nulls(to_jsonb(old)) <@ to_jsonb(new)
    or new.here_said_by_angel_at is distinct from old.here_said_by_angel_at
      and new.angel_member_id is distinct from actor_member_id()
    or new.here_said_by_station_at is distinct from old.here_said_by_station_at
      and new.organization_id is distinct from actor_organization_id() then
    raise exception 'each says only for themselves that they are there'
      using errcode = 'check_violation', constraint = 'visit_call_own_word';
  end if;
  return new;
end
$function$
;
grant execute on function keep_visit_call() to public;
comment on function keep_visit_call() is 'What was noted stays; the station and the angel each confirm for themselves.';

CREATE OR REPLACE FUNCTION public.keep_what_was_noted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not jsonb_strip_nulls(to_jsonb(old)) <@ to_jsonb(new) then
    raise exception 'what was noted stays' using errcode = 'check_violation', constraint = 'what_was_noted_stays';
  end if;
  return new;
end
$function$
;
grant execute on function keep_what_was_noted() to public;
comment on function keep_what_was_noted() is 'A step that was noted is never taken back or changed: more can only be added.';

CREATE OR REPLACE FUNCTION public.library_record_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into library_change (record_id, kind) select id, 'put' from added where deleted_at is null;
  return null;
end
$function$
;
grant execute on function library_record_added() to public;
comment on function library_record_added() is 'What was added is told to whoever follows the changes.';

CREATE OR REPLACE FUNCTION public.library_record_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into library_change (record_id, kind)
  select now_is.id, case when now_is.deleted_at is null then 'put' else 'delete' end
  from now_is join was using (id)
  where now_is.changed_at is distinct from was.changed_at;
  return null;
end
$function$
;
grant execute on function library_record_changed() to public;
comment on function library_record_changed() is 'What was changed or removed is told; that a link was looked at is not.';

CREATE OR REPLACE FUNCTION public.library_record_stamp()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (to_jsonb(new) - array['words', 'title_key', 'year', 'link_checked_at', 'link_answer', 'link_failures', 'changed_at'])
    <> (to_jsonb(old) - array['words', 'title_key', 'year', 'link_checked_at', 'link_answer', 'link_failures', 'changed_at']) then
    new.changed_at := clock_timestamp();
  else
    new.changed_at := old.changed_at;
  end if;
  return new;
end
$function$
;
grant execute on function library_record_stamp() to public;
comment on function library_record_stamp() is 'No statement changes what readers see of a record without saying when, and none says so without changing it.';

CREATE OR REPLACE FUNCTION public.library_words(words text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_string(words, ' '::text)
;
grant execute on function library_words(text[]) to public;
comment on function library_words(text[]) is 'Authors or subjects as one text. The same answer for the same list, so that a column may be derived from it.';

CREATE OR REPLACE FUNCTION public.list_found_services(ids uuid[])
 RETURNS TABLE(service_id uuid, site_id uuid, organization_id uuid, provider_name text, site_name text, service_name text, kind text, street text, street2 text, city text, state text, zip text, latitude double precision, longitude double precision, time_zone text, needs text[], medicines text[], takes text[], fees text[], phone text, source text, verified_on text, room jsonb)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select s.id, s.site_id, s.organization_id, provider.name, site.name, s.name, s.kind, site.street, site.street2,
      site.city, site.state, site.zip, site.latitude, site.longitude, site.time_zone, s.needs, s.medicines, s.payers,
      s.fees, s.phone, s.source, s.verified_on::text, said.room
    from service s
    join site on site.id = s.site_id
    join provider on provider.id = s.provider_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('level', r.level, 'open', r.open, 'isOpen', r.is_open,
        'waitlistDays', r.waitlist_days, 'asOf', r.as_of)) as room
      from unnest(array['detox', 'residential', 'outpatient', 'moud-start', 'shelter', 'other']) as each_level
      cross join lateral (
        select * from capacity_report c where c.service_id = s.id and c.level = each_level order by c.as_of desc limit 1) as r
    ) as said
    where s.id = any (ids);
end
$function$
;
grant execute on function list_found_services(uuid[]) to public;
comment on function list_found_services(uuid[]) is 'list_service_cards with the newest word on the room at each level. Its plan is kept, and it runs under the policies of what it reads.';

CREATE OR REPLACE FUNCTION public.list_handoff_steps(referrals uuid[])
 RETURNS SETOF handoff_step
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query select * from handoff_step where referral_id = any (referrals) order by at, id;
end
$function$
;
grant execute on function list_handoff_steps(uuid[]) to public;
comment on function list_handoff_steps(uuid[]) is 'The steps of these referrals that the actor may know of, in order. A general plan, since one for each number of referrals would be made anew each time.';

CREATE OR REPLACE FUNCTION public.list_live_releases(person uuid, recipient uuid)
 RETURNS SETOF release_line
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query
    select * from release_line
    where jurisdiction_id = actor_jurisdiction_id() and person_id = person and recipient_organization_id = recipient
      and (recipient_member_id is null or recipient_member_id = actor_member_id())
      and active and revoked_at is null and ended_at is null and (expires_at is null or expires_at > now())
      and not data_classes <@ withheld_classes
    order by expires_at desc nulls first;
end
$function$
;
grant execute on function list_live_releases(uuid,uuid) to public;
comment on function list_live_releases(uuid,uuid) is 'The live lines about a person that name an organization, as far as the actor may see them. A function because every look at a referral asks it: its plan is kept, and it runs under the same policies.';

CREATE OR REPLACE FUNCTION public.list_own_steps(referrals uuid[])
 RETURNS SETOF handoff_step
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select * from handoff_step
    where referral_id = any (referrals) and by_organization_id is distinct from to_organization_id
    order by at, id;
end
$function$
;
grant execute on function list_own_steps(uuid[]) to public;
comment on function list_own_steps(uuid[]) is 'The steps of these referrals that no place took: the sender''s own, and the system''s. So that a sender''s list asks for no release.';

CREATE OR REPLACE FUNCTION public.list_room(ids uuid[], this_level text)
 RETURNS TABLE(service_id uuid, open integer, is_open boolean, waitlist_days integer, as_of timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select r.service_id, r.open, r.is_open, r.waitlist_days, r.as_of
    from unnest(ids) as one
    cross join lateral (
      select * from capacity_report c where c.service_id = one and c.level = this_level order by c.as_of desc limit 1) as r;
end
$function$
;
grant execute on function list_room(uuid[],text) to public;
comment on function list_room(uuid[],text) is 'The newest word on the room at a level, of those of these services on which there is one. Under the policies of the reports.';

CREATE OR REPLACE FUNCTION public.list_service_cards(ids uuid[])
 RETURNS TABLE(service_id uuid, site_id uuid, organization_id uuid, provider_name text, site_name text, service_name text, kind text, street text, street2 text, city text, state text, zip text, latitude double precision, longitude double precision, time_zone text, needs text[], medicines text[], takes text[], fees text[], phone text, source text, verified_on text)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select s.id, s.site_id, s.organization_id, provider.name, site.name, s.name, s.kind, site.street, site.street2,
      site.city, site.state, site.zip, site.latitude, site.longitude, site.time_zone, s.needs, s.medicines, s.payers,
      s.fees, s.phone, s.source, s.verified_on::text
    from service s
    join site on site.id = s.site_id
    join provider on provider.id = s.provider_id
    where s.id = any (ids);
end
$function$
;
grant execute on function list_service_cards(uuid[]) to public;
comment on function list_service_cards(uuid[]) is 'Services as a list shows them, of those that the actor may see with their site and provider. A function because every search ends with it: its plan is kept, and planning three tables under their policies took twice as long as reading ten rows. It runs under the same policies.';

CREATE OR REPLACE FUNCTION public.listing_has_front_door(this_service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM (service s JOIN site ON ((site.id = s.site_id))) WHERE ((s.id = listing_has_front_door.this_service) AND ((s.front_door IS NOT NULL) OR (site.front_door IS NOT NULL)))))
;
grant execute on function listing_has_front_door(uuid) to public;
comment on function listing_has_front_door(uuid) is 'Whether something of a listing is kept, so that its earlier facts give that away.';

CREATE OR REPLACE FUNCTION public.listing_words(text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT DISTINCT "left"(word.word, 64) AS "left" FROM regexp_split_to_table(lower(regexp_replace(NORMALIZE($1, NFKD), '[\u0300-\u036f''’]'::text, ''::text, 'g'::text)), '[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f]+'::text) word(word) WHERE ((word.word <> ''::text) AND (word.word <> ALL (ARRAY['a'::text, 'an'::text, 'and'::text, 'at'::text, 'for'::text, 'in'::text, 'of'::text, 'on'::text, 'the'::text, 'to'::text, 'with'::text]))))
;
grant execute on function listing_words(text) to public;
comment on function listing_words(text) is 'The telling words of a text, without accents and capitals, in any script. Listings are stored and asked for by the same words.';

CREATE OR REPLACE FUNCTION public.member_is_of_actor(member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM member m WHERE ((m.id = member_is_of_actor.member) AND (m.organization_id = actor_organization_id()))))
;
grant execute on function member_is_of_actor(uuid) to public;
comment on function member_is_of_actor(uuid) is 'Whether a member works in the actor''s organization.';

CREATE OR REPLACE FUNCTION public.missing_agreements(from_organization uuid, to_organization uuid)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  if not organization_may_receive(to_organization) then
    return next 'qsoa';
  end if;
  return query
    select required.kind from agreement_requirement required
    join organization f on f.id = from_organization and f.kind = required.from_kind
    join organization t on t.id = to_organization and t.kind = required.to_kind
    where required.jurisdiction_id = t.jurisdiction_id and not exists (
      select from agreement agreed
      join agreement_party a on a.agreement_id = agreed.id and a.organization_id = from_organization
      join agreement_party b on b.agreement_id = agreed.id and b.organization_id = to_organization
      where agreed.kind = required.kind and agreement_in_force(agreed));
end
$function$
;
grant execute on function missing_agreements(uuid,uuid) to public;
comment on function missing_agreements(uuid,uuid) is 'Which kinds of agreement a referral from one organization to another lacks: the service agreement of a Part 2 program with whoever runs this (P2-004), and what the county asks for between the two. None: it may go.';

CREATE OR REPLACE FUNCTION public.open_api_token(hash text)
 RETURNS TABLE(id uuid, organization_id uuid, jurisdiction_id uuid, roles text[])
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query
    select t.id, t.organization_id, t.jurisdiction_id, t.roles
    from api_token t join organization o on o.id = t.organization_id
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > now() and o.closed_at is null;
end
$function$
;
grant execute on function open_api_token(text) to public;
comment on function open_api_token(text) is 'As whom a token acts, if it is good. A function for the same reason: every request to the API begins with it.';

CREATE OR REPLACE FUNCTION public.open_person_session(hash text, idle_limit interval, absolute_limit interval)
 RETURNS TABLE(access_id uuid, person_id uuid, jurisdiction_id uuid, organization_id uuid, language text, has_safe_word boolean, covered_at timestamp with time zone, time_zone text, jurisdiction_name text)
 LANGUAGE plpgsql
AS $function$
begin
  update person_session s set last_seen_at = now()
  where s.token_hash = hash and s.ended_at is null
    and s.last_seen_at > now() - idle_limit and s.last_seen_at < now() - interval '1 minute'
    and s.created_at > now() - absolute_limit;
  return query
    select a.id, a.person_id, a.jurisdiction_id, a.organization_id, a.language, a.safe_word_hash is not null,
      s.covered_at, j.time_zone, j.name
    from person_session s
    join person_access a on a.id = s.access_id
    join jurisdiction j on j.id = a.jurisdiction_id
    where s.token_hash = hash and s.ended_at is null and a.revoked_at is null
      and s.last_seen_at > now() - idle_limit and s.created_at > now() - absolute_limit;
end
$function$
;
grant execute on function open_person_session(text,interval,interval) to public;
comment on function open_person_session(text,interval,interval) is 'Whose record a session shows, while it is alive and its code was not taken back. It runs with the rights of whoever asks, under the same policies.';

CREATE OR REPLACE FUNCTION public.open_session(hash text, idle_limit interval, absolute_limit interval)
 RETURNS TABLE(created_at timestamp with time zone, second_factor_at timestamp with time zone, totp_confirmed_at timestamp with time zone, member_id uuid, organization_id uuid, jurisdiction_id uuid, roles text[], name text, title text, organization_name text, organization_kind text, is_criminal_justice boolean, is_part2_program boolean, jurisdiction_name text, time_zone text, handed_over_within text[], handed_over_back text)
 LANGUAGE plpgsql
AS $function$
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
$function$
;
grant execute on function open_session(text,interval,interval) to public;
comment on function open_session(text,interval,interval) is 'Who holds a session, if it is alive, and whether it was handed over; at most once a minute it notes that they were seen. A function because every page begins with it: its plan is kept, and weighing the policies anew takes ten times as long as the query. It runs with the rights of whoever asks, under the same policies.';

CREATE OR REPLACE FUNCTION public.organization_has_signer(organization_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM member m WHERE ((m.organization_id = organization_has_signer.organization_id) AND (m.disabled_at IS NULL) AND (m.roles && ARRAY['administrator'::text, 'manager'::text]))))
;
grant execute on function organization_has_signer(uuid) to public;
comment on function organization_has_signer(uuid) is 'Whether somebody at an organization can sign for it here. Where nobody can, whoever made an agreement records its paper.';

CREATE OR REPLACE FUNCTION public.organization_is_open_here(organization uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((EXISTS (SELECT FROM organization o WHERE ((o.id = organization_is_open_here.organization) AND (o.jurisdiction_id = actor_jurisdiction_id()) AND (o.closed_at IS NULL)))) AND (NOT (EXISTS (SELECT FROM missing_agreements(actor_organization_id(), organization_is_open_here.organization) missing_agreements(missing_agreements)))))
;
grant execute on function organization_is_open_here(uuid) to public;
comment on function organization_is_open_here(uuid) is 'Whether the actor can refer to an organization: one of their county that takes part, and with which no agreement is missing.';

CREATE OR REPLACE FUNCTION public.organization_may_receive(organization uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return not exists (select from organization o where o.id = organization and o.is_part2_program)
    or exists (
      select from agreement accepted join agreement_party party on party.agreement_id = accepted.id
      where party.organization_id = organization and accepted.kind = 'qsoa' and agreement_in_force(accepted));
end
$function$
;
grant execute on function organization_may_receive(uuid) to public;
comment on function organization_may_receive(uuid) is 'Whether new referrals may go to an organization. To a Part 2 program only while it has a qualified service organization agreement with whoever runs this (P2-004).';

CREATE OR REPLACE FUNCTION public.pathway_is_kept_by_actor(pathway uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM pathway p WHERE ((p.id = pathway_is_kept_by_actor.pathway) AND (p.organization_id = actor_organization_id()))))
;
grant execute on function pathway_is_kept_by_actor(uuid) to public;
comment on function pathway_is_kept_by_actor(uuid) is 'Whether a pathway is kept by the organization of the actor.';

CREATE OR REPLACE FUNCTION public.pathway_version_is_seen(version uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM pathway_version v WHERE (v.id = pathway_version_is_seen.version)))
;
grant execute on function pathway_version_is_seen(uuid) to public;
comment on function pathway_version_is_seen(uuid) is 'Whether a version is one of the actor''s county.';

CREATE OR REPLACE FUNCTION public.person_is_of_actor(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM person p WHERE ((p.id = person_is_of_actor.person) AND (p.organization_id = actor_organization_id()))))
;
grant execute on function person_is_of_actor(uuid) to public;
comment on function person_is_of_actor(uuid) is 'Whether the actor''s organization entered this person.';

CREATE OR REPLACE FUNCTION public.person_is_ours(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((EXISTS (SELECT FROM person p WHERE (p.id = person_is_ours.person))) OR (EXISTS (SELECT FROM referral r WHERE ((r.person_id = person_is_ours.person) AND (r.to_organization_id = actor_organization_id()) AND referral_accepted(r.id)))) OR (EXISTS (SELECT FROM release signed WHERE ((signed.person_id = person_is_ours.person) AND (signed.from_organization_id = actor_organization_id())))))
;
grant execute on function person_is_ours(uuid) to public;
comment on function person_is_ours(uuid) is 'Whether the actor''s organization entered this person, took them on, or had them sign a release.';

CREATE OR REPLACE FUNCTION public.plain_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(regexp_replace(btrim(name), '\s+'::text, ' '::text, 'g'::text))
;
grant execute on function plain_name(text) to public;
comment on function plain_name(text) is 'A name as it is compared: its capitals and spaces make no difference, everything else does.';

CREATE OR REPLACE FUNCTION public.provider_updated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update service set words = '' where provider_id in (
    select after.id from after join before using (id)
    where (after.name, after.visibility, after.audiences) is distinct from (before.name, before.visibility, before.audiences));
  return null;
end
$function$
;
grant execute on function provider_updated() to public;
comment on function provider_updated() is 'A renamed provider renames its services: their own trigger derives them anew.';

CREATE OR REPLACE FUNCTION public.redisclosure_rule(kind text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return case
    when exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice) then 'none'
    when kind = 'tpo' then 'hipaa-except-proceedings'
    else 'consistent-with-consent'
  end;
end
$function$
;
grant execute on function redisclosure_rule(text) to public;
comment on function redisclosure_rule(text) is 'What the actor may do with what a release of this kind tells them (2.33(b); 2.35(d)). Police and courts pass nothing on.';

CREATE OR REPLACE FUNCTION public.referral_accepted(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral_answer a WHERE ((a.referral_id = referral_accepted.referral) AND (a.answer = ANY (ARRAY['accepted'::text, 'accepted-for-date'::text])))))
;
grant execute on function referral_accepted(uuid) to public;
comment on function referral_accepted(uuid) is 'Whether the place said yes, as far as the actor may know.';

CREATE OR REPLACE FUNCTION public.referral_answered(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral_answer a WHERE (a.referral_id = referral_answered.referral)))
;
grant execute on function referral_answered(uuid) to public;
comment on function referral_answered(uuid) is 'Whether the place said anything, as far as the actor may know.';

CREATE OR REPLACE FUNCTION public.referral_is_approved(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN COALESCE((SELECT (((d.outcome = 'eligible'::text) OR (d.override_reason IS NOT NULL)) AND (NOT (EXISTS (SELECT FROM pathway_approval a WHERE ((a.decision_id = d.id) AND (a.answer IS DISTINCT FROM 'yes'::text)))))) FROM pathway_decision d WHERE (d.referral_id = referral_is_approved.referral) ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), false)
;
grant execute on function referral_is_approved(uuid) to public;
comment on function referral_is_approved(uuid) is 'Whether the decision that stands for a referral has every yes that its pathway asks for, as far as the actor sees it.';

CREATE OR REPLACE FUNCTION public.referral_is_asked_of_actor(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral r WHERE ((r.id = referral_is_asked_of_actor.referral) AND (r.to_organization_id = actor_organization_id()))))
;
grant execute on function referral_is_asked_of_actor(uuid) to public;
comment on function referral_is_asked_of_actor(uuid) is 'Whether the actor''s organization is the place that was asked, while it sees the referral. A function, since what may be seen of a referral asks for its answer, and an answer cannot ask back.';

CREATE OR REPLACE FUNCTION public.referral_link_holds(referral uuid, for_purpose text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral_link l WHERE ((l.id = actor_holding_id()) AND (l.referral_id = referral_link_holds.referral) AND (l.purpose = referral_link_holds.for_purpose) AND (l.used_at IS NULL) AND (l.expires_at > now()))))
;
grant execute on function referral_link_holds(uuid,text) to public;
comment on function referral_link_holds(uuid,text) is 'Whether the actor holds a link that is still good for this purpose, by the database''s clock.';

CREATE OR REPLACE FUNCTION public.referral_link_lasts(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral_link l WHERE ((l.id = actor_holding_id()) AND (l.referral_id = referral_link_lasts.referral) AND (l.expires_at > now()))))
;
grant execute on function referral_link_lasts(uuid) to public;
comment on function referral_link_lasts(uuid) is 'Whether the actor holds a link to this referral, used or not, that has not expired.';

CREATE OR REPLACE FUNCTION public.referral_seen(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral r WHERE (r.id = referral_seen.referral)))
;
grant execute on function referral_seen(uuid) to public;
comment on function referral_seen(uuid) is 'Whether the policies of referrals show the actor this one.';

CREATE OR REPLACE FUNCTION public.referral_sent(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral r WHERE ((r.id = referral_sent.referral) AND (r.from_organization_id = actor_organization_id()))))
;
grant execute on function referral_sent(uuid) to public;
comment on function referral_sent(uuid) is 'Whether the organization of the actor sent this referral.';

CREATE OR REPLACE FUNCTION public.referral_was_made_on(referral uuid, version uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM referral_pathway p WHERE ((p.referral_id = referral_was_made_on.referral) AND (p.pathway_version_id = referral_was_made_on.version))))
;
grant execute on function referral_was_made_on(uuid,uuid) to public;
comment on function referral_was_made_on(uuid,uuid) is 'Whether a referral of the actor''s organization was made under a version.';

CREATE OR REPLACE FUNCTION public.referral_writes_for_place(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((actor_helps_people() OR ((actor_kind() = 'link'::text) AND (referral_link_holds(referral, 'answer'::text) OR referral_link_holds(referral, 'confirm-arrival'::text)))) AND (referral_answered(referral) OR (EXISTS (SELECT FROM referral r WHERE ((r.id = referral_writes_for_place.referral) AND (r.to_organization_id = actor_organization_id()))))))
;
grant execute on function referral_writes_for_place(uuid) to public;
comment on function referral_writes_for_place(uuid) is 'Whether the actor writes for the place that was asked: while the place sees the referral, and once it has answered.';

CREATE OR REPLACE FUNCTION public.release_activate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  missing text[];
begin
  if old.status = 'active' and new is distinct from old then
    raise exception 'what was signed stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if new.status = 'draft' or old.status = 'active' then
    return new;
  end if;
  missing := release_missing_elements(new);
  if cardinality(missing) > 0 then
    raise exception 'the release lacks %', array_to_string(missing, ', ') using errcode = 'check_violation',
      constraint = 'release_missing_' || replace(missing[1], '-', '_'), detail = array_to_string(missing, ',');
  end if;
  if not new.is_adult and not exists (select from minors_rule where jurisdiction_id = new.jurisdiction_id) then
    raise exception 'nobody under 18 can sign in this county' using errcode = 'check_violation', constraint = 'release_minor';
  end if;
  if (new.is_adult and new.signed_by = 'parent') or (not new.is_adult and new.signed_by = 'representative') then
    raise exception 'a parent signs with a minor, a representative for an adult'
      using errcode = 'check_violation', constraint = 'release_signer';
  end if;
  if not new.is_adult and new.signed_by <> 'parent' and exists (select from minors_rule
      where jurisdiction_id = new.jurisdiction_id and signers = 'with-parent') then
    raise exception 'the law of the state asks for a parent too' using errcode = 'check_violation', constraint = 'release_parent';
  end if;
  if new.kind in ('named-recipient', 'proceedings')
    and (select count(*) from release_line where release_id = new.id) > 1 then
    raise exception 'a release of this kind has one recipient'
      using errcode = 'check_violation', constraint = 'release_one_recipient';
  end if;
  if exists (select from release other where other.person_id = new.person_id and other.id <> new.id
      and other.form_sha256 = new.form_sha256 and other.kind <> new.kind and other.status = 'active'
      and (new.kind in ('proceedings', 'counselling-notes') or other.kind in ('proceedings', 'counselling-notes'))) then
    raise exception 'a release for proceedings or counselling notes is a document of its own'
      using errcode = 'check_violation', constraint = 'release_stands_alone';
  end if;
  if new.kind = 'criminal-justice' then
    -- Locked, so that the charge cannot be disposed of between this look and the commit.
    perform from held_charge c where c.id = new.held_charge_id and c.person_id = new.person_id
      and c.organization_id = new.from_organization_id and c.disposition is null for share;
    if not found then
      raise exception 'no charge is held' using errcode = 'check_violation', constraint = 'release_charge_not_held';
    end if;
    if exists (select from held_charge c where c.id = new.held_charge_id and new.revocable_from > c.decide_by) then
      raise exception 'it can be stopped at the latest when the charge is decided (2.35(c))'
        using errcode = 'check_violation', constraint = 'release_revocable_too_late';
    end if;
    if new.supervisor_member_id = new.obtained_by_member_id or not exists (select from member m
        where m.id = new.supervisor_member_id and m.organization_id = new.from_organization_id) then
      raise exception 'another member of the discloser approves it'
        using errcode = 'check_violation', constraint = 'release_supervisor';
    end if;
  end if;
  new.activated_at := now();
  return new;
end
$function$
;
grant execute on function release_activate() to public;
comment on function release_activate() is 'The only way in which a release becomes active: nothing of its kind is missing, and nothing forbids it. Then it never changes again.';

CREATE OR REPLACE FUNCTION public.release_covers(person uuid, discloser uuid, recipient uuid, class text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM release_line line WHERE ((line.jurisdiction_id = actor_jurisdiction_id()) AND (line.recipient_organization_id = release_covers.recipient) AND (line.person_id = release_covers.person) AND ((line.recipient_member_id IS NULL) OR (line.recipient_member_id = actor_member_id())) AND (line.from_organization_id = release_covers.discloser) AND (release_covers.class = ANY (line.data_classes)) AND (NOT (release_covers.class = ANY (line.withheld_classes))) AND line.active AND (line.revoked_at IS NULL) AND (line.ended_at IS NULL) AND ((line.expires_at IS NULL) OR (line.expires_at > now())))))
;
grant execute on function release_covers(uuid,uuid,uuid,text) to public;
comment on function release_covers(uuid,uuid,uuid,text) is 'Whether a live release line lets the discloser tell the recipient this class of this person. Policies ask it at every read.';

CREATE OR REPLACE FUNCTION public.release_line_check()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  parent release;
  recipient organization;
begin
  select * into parent from release where id = new.release_id;
  select * into recipient from organization where id = new.recipient_organization_id;
  if tg_op = 'UPDATE' then
    if (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
      or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
      or (old.active and not new.active) then
      raise exception 'what was stopped stays so' using errcode = 'insufficient_privilege';
    end if;
    if new.active and not old.active and parent.status is distinct from 'active' then
      raise exception 'a line is active with its release' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if parent.person_id is distinct from new.person_id
    or parent.from_organization_id is distinct from new.from_organization_id
    or parent.jurisdiction_id is distinct from new.jurisdiction_id then
    raise exception 'a line belongs to the person and the organization of its release'
      using errcode = 'check_violation', constraint = 'release_line_of_release';
  end if;
  if tg_op = 'INSERT' and parent.status = 'active' then
    raise exception 'nobody is added to what was signed' using errcode = 'check_violation', constraint = 'release_line_of_draft';
  end if;
  if (parent.kind = 'counselling-notes' and not new.data_classes <@ array['counselling-notes'])
    or (parent.kind <> 'counselling-notes' and 'counselling-notes' = any (new.data_classes)) then
    raise exception 'counselling notes have a release of their own'
      using errcode = 'check_violation', constraint = 'release_stands_alone';
  end if;
  if recipient.is_criminal_justice then
    if not new.data_classes <@ array[
        'contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff'] then
      raise exception 'a release can never list these classes for police or courts'
        using errcode = 'check_violation', constraint = 'release_line_criminal_justice_classes';
    end if;
    if parent.kind not in ('named-recipient', 'multi-party', 'criminal-justice', 'proceedings')
      or (parent.kind = 'proceedings' and recipient.kind = 'police') then
      raise exception 'a release of this kind never names police or courts'
        using errcode = 'check_violation', constraint = 'release_line_criminal_justice_kind';
    end if;
  elsif parent.kind = 'criminal-justice' then
    raise exception 'a release under 2.35 names who monitors for a court or prosecutor'
      using errcode = 'check_violation', constraint = 'release_line_criminal_justice_kind';
  end if;
  if new.recipient_member_id is not null and not exists (select from member m
      where m.id = new.recipient_member_id and m.organization_id = new.recipient_organization_id) then
    raise exception 'the member is not of the recipient'
      using errcode = 'check_violation', constraint = 'release_line_member';
  end if;
  new.withheld_classes := array(
    select class from unnest(new.data_classes) class
    where exists (select from release_restriction asked
      where asked.person_id = new.person_id and asked.from_organization_id = new.from_organization_id
        and (asked.recipient_organization_id is null
          or asked.recipient_organization_id = new.recipient_organization_id)
        and asked.lifted_at is null and class = any (asked.data_classes)));
  return new;
end
$function$
;
grant execute on function release_line_check() to public;
comment on function release_line_check() is 'What a line may say, whoever writes it: its release''s person, classes that its recipient may be given, what a restriction leaves, and stops that stay.';

CREATE OR REPLACE FUNCTION public.release_line_tells(line_id uuid, persons uuid[], discloser uuid, classes text[], told_on text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (
    select from release_line line join release on release.id = line.release_id
    where line.id = line_id and persons = array[line.person_id] and line.from_organization_id = discloser
      and line.recipient_organization_id = actor_organization_id()
      and (line.recipient_member_id is null or line.recipient_member_id = actor_member_id())
      and classes <@ line.data_classes and not classes && line.withheld_classes
      and line.active and line.revoked_at is null and line.ended_at is null
      and (line.expires_at is null or line.expires_at > now())
      and told_on = case release.kind
        when 'tpo' then 'tpo' when 'criminal-justice' then 'criminal-justice' else 'release' end);
end
$function$
;
grant execute on function release_line_tells(uuid,uuid[],uuid,text[],text) to public;
comment on function release_line_tells(uuid,uuid[],uuid,text[],text) is 'Whether a line lets the actor be told exactly this, now. Asked when the ledger is written, so that nothing is shown under a line that was stopped since it was read.';

CREATE OR REPLACE FUNCTION public.release_missing_elements(r release)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  lines release_line[] := array(select l from release_line l where l.release_id = r.id);
  is_tpo boolean := r.kind = 'tpo';
  is_cj boolean := r.kind = 'criminal-justice';
begin
  return array(
    select element from (values
      ('person-name', r.person_name is null),
      ('discloser-name', r.discloser_name is null),
      ('recipient', cardinality(lines) = 0),
      ('data-classes', exists (select from unnest(lines) l where cardinality(l.data_classes) = 0)),
      ('purpose', r.purpose is null),
      ('how-to-revoke', r.how_to_revoke is null and not is_cj),
      ('ending', exists (select from unnest(lines) l where l.expires_at is null
        and (l.ends_on is null or (not is_tpo and l.ends_on in ('none', 'treatment-ended'))))),
      ('signature', case r.signature_how
        when 'typed' then r.signature is null
        when 'drawn' then r.signature_strokes is null
        when 'paper' then r.attested_by_member_id is null
        else true end),
      ('signed-at', r.signed_at is null),
      ('signer-name', r.signed_by <> 'person' and r.signer_name is null),
      ('signer-ground', r.signed_by = 'representative' and r.signer_ground is null),
      ('signer-signature', r.signed_by = 'parent' and r.signature_how is distinct from 'paper'
        and r.signer_signature is null and r.signer_strokes is null),
      ('age', r.is_adult is null),
      ('form', r.form_text is null or r.form_version is null or r.form_sha256 is null or r.form_language is null),
      ('participant-interest', exists (select from unnest(lines) l
        join organization o on o.id = l.recipient_organization_id
        where o.is_criminal_justice and l.participant_interest is null)),
      ('fundraising-statement', r.for_fundraising and r.fundraising_statement is null),
      ('proceedings-exception', is_tpo and r.proceedings_exception is null),
      ('redisclosure-warning', is_tpo and r.redisclosure_warning is null),
      ('refusal-consequences', is_tpo and r.refusal_consequences is null),
      ('charge', is_cj and r.held_charge_id is null),
      ('monitoring-member', is_cj and exists (select from unnest(lines) l where l.recipient_member_id is null)),
      ('monitoring-duty', is_cj and r.monitoring_duty is null),
      ('period', is_cj and r.period is null),
      ('revocable-from', is_cj and r.revocable_from is null and not r.revocable_at_disposition),
      ('supervisor-approval', is_cj and r.supervisor_member_id is null),
      ('counsel-approval', is_cj and r.counsel_name is null),
      ('participants', r.kind = 'intermediary' and r.participants is null and not r.treating_only),
      ('proceeding', r.kind = 'proceedings' and r.proceeding is null)
    ) as required (element, is_missing)
    where is_missing);
end
$function$
;
grant execute on function release_missing_elements(release) to public;
comment on function release_missing_elements(release) is 'Which elements of its kind a release still lacks, by their codes (P2-010). The one place that says what a kind needs.';

CREATE OR REPLACE FUNCTION public.release_open_lines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.status = 'active' and old.status = 'draft' then
    update release_line set active = true where release_id = new.id;
  end if;
  return null;
end
$function$
;
grant execute on function release_open_lines() to public;
comment on function release_open_lines() is 'With its release, each line is active.';

CREATE OR REPLACE FUNCTION public.release_restrict()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- The trigger of the line reads what is asked, and writes it: the value here only makes it do so.
  update release_line set withheld_classes = withheld_classes
  where person_id = new.person_id and from_organization_id = new.from_organization_id
    and recipient_organization_id = coalesce(new.recipient_organization_id, recipient_organization_id)
    and revoked_at is null;
  return null;
end
$function$
;
grant execute on function release_restrict() to public;
comment on function release_restrict() is 'Has every line that a restriction touches hold back what was asked, or give it free again.';

CREATE OR REPLACE FUNCTION public.restock_answer_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.answer is not null and (old.answer, old.answered_by_member_id, old.answered_at, old.lot_id, old.sent_kits)
      is distinct from (new.answer, new.answered_by_member_id, new.answered_at, new.lot_id, new.sent_kits) then
    raise exception 'What was answered stays as it was answered'
      using errcode = 'check_violation', constraint = 'restock_request_answer_stays';
  end if;
  return new;
end
$function$
;
grant execute on function restock_answer_stays() to public;
comment on function restock_answer_stays() is 'Whoever says that kits arrived changes nothing of what was sent.';

CREATE OR REPLACE FUNCTION public.send_referral(sent jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  r referral := jsonb_populate_record(null::referral, sent);
  i referral_identity := jsonb_populate_record(null::referral_identity, sent);
begin
  insert into referral (id, jurisdiction_id, person_id, from_organization_id, from_member_id, to_organization_id,
      to_service_id, needs, payer, agrees_to_contact, contact_way, submitted_at, answer_due_at, open_until)
    values (r.id, r.jurisdiction_id, r.person_id, r.from_organization_id, r.from_member_id, r.to_organization_id,
      r.to_service_id, r.needs, r.payer, r.agrees_to_contact, r.contact_way, r.submitted_at, r.answer_due_at, r.open_until);
  insert into referral_identity (referral_id, jurisdiction_id, from_organization_id, to_organization_id, name, contact,
      whereabouts, latitude, longitude, shared)
    values (r.id, r.jurisdiction_id, r.from_organization_id, r.to_organization_id, i.name, i.contact, i.whereabouts,
      i.latitude, i.longitude, r.agrees_to_contact);
  insert into handoff_step (id, referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id, step,
      by_organization_id, by_member_id, at)
    values ((sent ->> 'step_id')::uuid, r.id, r.jurisdiction_id, r.person_id, r.from_organization_id,
      r.to_organization_id, 'submitted', r.from_organization_id, r.from_member_id, r.submitted_at);
  insert into referral_link (id, referral_id, jurisdiction_id, to_organization_id, purpose, expires_at)
    values ((sent ->> 'link_id')::uuid, r.id, r.jurisdiction_id, r.to_organization_id, 'answer', r.open_until);
  return true;
end
$function$
;
grant execute on function send_referral(jsonb) to public;
comment on function send_referral(jsonb) is 'Writes a referral with the person, the first step and the link to answer. A unique violation when its id is in use.';

CREATE OR REPLACE FUNCTION public.service_derive()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  its_site site;
  its_provider provider;
  shown text[];
begin
  select * into its_site from site where id = new.site_id;
  select * into its_provider from provider where id = new.provider_id;
  if its_site.id is null or its_provider.id is null then
    raise exception 'a service needs a site and a provider that whoever writes it may see'
      using errcode = 'foreign_key_violation', constraint = 'service_of_site_and_provider';
  end if;
  new.visibility := coalesce(new.visibility,
    case when is_harm_reduction_program(new.needs) then 'partners' else 'public' end);
  new.position := earth_point(its_site.latitude, its_site.longitude);
  new.time_zone := its_site.time_zone;
  new.shown_audiences := null;
  if (new.visibility, its_site.visibility, its_provider.visibility) = ('public', 'public', 'public') then
    new.shown_to := 'public';
  else
    shown := array(
      select unnest(audience_set(new.visibility, new.audiences))
      intersect select unnest(audience_set(its_site.visibility, its_site.audiences))
      intersect select unnest(audience_set(its_provider.visibility, its_provider.audiences))
      order by 1);
    new.shown_to := case shown
      when '{coordinators,partners,police,public}' then 'public'
      when '{coordinators,partners}' then 'partners'
      when '{}' then 'hidden'
      else 'chosen' end;
    if new.shown_to = 'chosen' then
      new.shown_audiences := shown;
    end if;
  end if;
  new.words := ' ' || array_to_string(listing_words(concat_ws(' ',
    its_provider.name, its_site.name, new.name, its_site.city, its_site.county, its_site.state, its_site.zip)), ' ');
  return new;
end
$function$
;
grant execute on function service_derive() to public;
comment on function service_derive() is 'Copies what a search needs from the site and the provider.';

CREATE OR REPLACE FUNCTION public.service_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  before_it text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    before_it := audience_set(old.visibility, old.audiences);
    if new.front_door is distinct from old.front_door and not actor_speaks_for(new.organization_id) then
      raise exception 'only the program itself says what is shown instead' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if is_harm_reduction_program(new.needs) and actor_kind() = 'member' and not actor_speaks_for(new.organization_id)
    and exists (select from unnest(audience_set(new.visibility, new.audiences)) as one
      where one in ('police', 'public') and one <> all (before_it)) then
    raise exception 'only the program itself shows a harm-reduction program to police and the public'
      using errcode = 'insufficient_privilege';
  end if;
  if new.front_door is not null then
    new := jsonb_populate_record(new, new.front_door);
  end if;
  return new;
end
$function$
;
grant execute on function service_guard() to public;
comment on function service_guard() is 'A harm-reduction program itself says that police or the public are shown it; and what is kept stays out of the row, whoever writes it.';

CREATE OR REPLACE FUNCTION public.service_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform service_word_add(array(select id from after));
  return null;
end
$function$
;
grant execute on function service_inserted() to public;
comment on function service_inserted() is NULL;

CREATE OR REPLACE FUNCTION public.service_offering()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.offering_id := coalesce(new.offering_id, new.id);
  return new;
end
$function$
;
grant execute on function service_offering() to public;
comment on function service_offering() is 'A service is its own offering unless said otherwise.';

CREATE OR REPLACE FUNCTION public.service_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from service_word w using before, unnest(string_to_array(ltrim(before.words), ' ')) as its (word)
    where w.service_id = before.id and w.word = its.word collate "C";
  return null;
end
$function$
;
grant execute on function service_removed() to public;
comment on function service_removed() is 'A service that goes takes its words along.';

CREATE OR REPLACE FUNCTION public.service_updated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed uuid[] := array(
    select after.id from after join before using (id)
    where (after.words, after.shown_to) is distinct from (before.words, before.shown_to));
begin
  delete from service_word using before
    where before.id = any (changed) and service_id = before.id
      and word = any (string_to_array(ltrim(before.words), ' '));
  perform service_word_add(changed);
  return null;
end
$function$
;
grant execute on function service_updated() to public;
comment on function service_updated() is NULL;

CREATE OR REPLACE FUNCTION public.service_word_add(services uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into service_word (word, service_id, is_public)
  select word, id, shown_to = 'public' from service cross join unnest(string_to_array(ltrim(words), ' ')) as word
  where id = any (services) and word <> '';
$function$
;
grant execute on function service_word_add(uuid[]) to public;
comment on function service_word_add(uuid[]) is 'Writes the words of services that have none yet.';

CREATE OR REPLACE FUNCTION public.session_hand_over_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.handed_over_within is not null and (new.handed_over_within is distinct from old.handed_over_within
      or new.handed_over_back is distinct from old.handed_over_back) then
    raise exception 'a session that was handed over is taken back with a new token' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
;
grant execute on function session_hand_over_stays() to public;
comment on function session_hand_over_stays() is 'No statement widens what a session opens that was handed over.';

CREATE OR REPLACE FUNCTION public.settle_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Two parties that sign at once must see each other.
  perform from agreement a where a.id = new.agreement_id for update;
  update agreement a set accepted_at = now()
  where a.id = new.agreement_id and a.accepted_at is null and not exists (
    select from agreement_party p where p.agreement_id = a.id and not exists (
      select from agreement_signature s where s.agreement_id = p.agreement_id and s.organization_id = p.organization_id));
  -- The one before ends when this begins, if everybody whom it binds has signed this one.
  update agreement before set ended_at = greatest(now(), next.starts_at), ended_because = 'The next one took its place.'
  from agreement next
  where next.id = new.agreement_id and next.accepted_at is not null and before.id = next.supersedes_id
    and before.kind = next.kind and before.ended_at is null and before.expires_at > greatest(now(), next.starts_at)
    and not exists (select from agreement_party p where p.agreement_id = before.id and not exists (
      select from agreement_party q where q.agreement_id = next.id and q.organization_id = p.organization_id));
  return null;
end
$function$
;
grant execute on function settle_agreement() to public;
comment on function settle_agreement() is 'With the last signature an agreement is in force, and the one in whose place it comes ends. By the rights of whoever signs.';

CREATE OR REPLACE FUNCTION public.site_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.front_door is distinct from old.front_door and actor_kind() = 'member'
    and not actor_speaks_at(new.id, null) then
    raise exception 'only the program itself says what is shown instead' using errcode = 'insufficient_privilege';
  end if;
  if new.front_door is not null then
    new := jsonb_populate_record(new, new.front_door);
  end if;
  return new;
end
$function$
;
grant execute on function site_guard() to public;
comment on function site_guard() is 'A kept address stays out of the row, whoever writes it.';

CREATE OR REPLACE FUNCTION public.site_updated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update service set words = '' where site_id in (
    select after.id from after join before using (id)
    where (after.name, after.city, after.county, after.state, after.zip, after.latitude, after.longitude,
        after.time_zone, after.visibility, after.audiences)
      is distinct from (before.name, before.city, before.county, before.state, before.zip, before.latitude,
        before.longitude, before.time_zone, before.visibility, before.audiences));
  return null;
end
$function$
;
grant execute on function site_updated() to public;
comment on function site_updated() is 'A site that moves takes its services along: their own trigger derives them anew.';

CREATE OR REPLACE FUNCTION public.training_session_is_open(session uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM training_session s WHERE ((s.id = training_session_is_open.session) AND (s.closed_at IS NULL))))
;
grant execute on function training_session_is_open(uuid) to public;
comment on function training_session_is_open(uuid) is 'Whether people can still sign in to a session of the actor''s organization.';

CREATE OR REPLACE FUNCTION public.visit_is_asked_of_actor(visit_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM visit_call c WHERE ((c.visit_id = visit_is_asked_of_actor.visit_id) AND (c.angel_organization_id = actor_organization_id()))))
;
grant execute on function visit_is_asked_of_actor(uuid) to public;
comment on function visit_is_asked_of_actor(uuid) is 'Whether an angel of the actor''s program was called to a visit.';

CREATE OR REPLACE FUNCTION public.visit_is_with_actor(this_visit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM (visit_call c JOIN visit v ON ((v.id = c.visit_id))) WHERE ((c.visit_id = visit_is_with_actor.this_visit) AND (c.angel_member_id = actor_member_id()) AND (c.here_said_by_angel_at IS NOT NULL) AND (v.asks = 'self'::text))))
;
grant execute on function visit_is_with_actor(uuid) to public;
comment on function visit_is_with_actor(uuid) is 'Whether the actor is the angel who came to somebody who asks for themselves. Of somebody''s family there is no record.';

CREATE OR REPLACE FUNCTION public.visit_may_call(visit_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM visit v WHERE ((v.id = visit_may_call.visit_id) AND (v.organization_id = actor_organization_id()) AND (v.ended_at IS NULL) AND (v.promise_at IS NOT NULL) AND ((v.asks = 'family'::text) OR (v.outcome = 'eligible'::text) OR (v.overridden_at IS NOT NULL)))))
;
grant execute on function visit_may_call(uuid) to public;
comment on function visit_may_call(uuid) is 'Whether a visit of the actor''s station is so far that an angel can be called: seen by nobody before the medical check and the promise.';

CREATE OR REPLACE FUNCTION public.visitor_holds_link(member_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return actor_kind() = 'visitor' and exists (select from account_link l
    where l.member_id = visitor_holds_link.member_id and l.id::text = actor_claim());
end
$function$
;
grant execute on function visitor_holds_link(uuid) to public;
comment on function visitor_holds_link(uuid) is 'Whether the link that a visitor holds is this member''s. In plpgsql, so that it is planned only when a visitor asks.';

CREATE OR REPLACE FUNCTION public.visitor_is(member_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return actor_kind() = 'visitor' and (
    exists (select from passkey p where p.member_id = visitor_is.member_id and p.credential_id = actor_claim())
    or exists (select from sign_on_link l
      where l.member_id = visitor_is.member_id and l.issuer || ' ' || l.subject = actor_claim()));
end
$function$
;
grant execute on function visitor_is(uuid) to public;
comment on function visitor_is(uuid) is 'Whether the passkey or the provider''s account that a visitor holds up is this member''s. In plpgsql, so that it is planned only when a visitor asks.';

CREATE OR REPLACE FUNCTION public.week_of_hours(hours jsonb)
 RETURNS bit
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT COALESCE(bit_or(((((~ (0)::bit(672)) << (672 - place.quarters)) >> place.at) | CASE WHEN ((place.at + place.quarters) > 672) THEN ((~ (0)::bit(672)) << ((1344 - place.at) - place.quarters)) ELSE (0)::bit(672) END)), (0)::bit(672)) AS "coalesce" FROM ((((jsonb_to_recordset(week_of_hours.hours) span(days integer[], opens text, closes text, rule text) CROSS JOIN LATERAL (SELECT (((substr(span.opens, 1, 2))::integer * 60) + (substr(span.opens, 4, 2))::integer) AS opens_at, (((substr(span.closes, 1, 2))::integer * 60) + (substr(span.closes, 4, 2))::integer) AS closes_at) minutes) CROSS JOIN LATERAL (SELECT (minutes.opens_at / 15) AS first, ((((minutes.closes_at + CASE WHEN (minutes.closes_at <= minutes.opens_at) THEN 1440 ELSE 0 END) + 60) + 14) / 15) AS past) shown) CROSS JOIN LATERAL unnest(CASE WHEN (span.rule IS NULL) THEN span.days ELSE '{1,2,3,4,5,6,7}'::integer[] END) day(day)) CROSS JOIN LATERAL (SELECT (((day.day - 1) * 96) + shown.first) AS at, (shown.past - shown.first) AS quarters) place))
;
grant execute on function week_of_hours(jsonb) to public;
comment on function week_of_hours(jsonb) is 'The quarters of an hour of a week, from Monday midnight on, in which a door may be open by the clock on its wall. Days by a rule count as every day, and each end an hour later, because on the night on which clocks go forward it is.';

CREATE OR REPLACE FUNCTION public.works_with_administrator(id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return actor_kind() = 'member' and 'administrator' = any (actor_roles()) and exists (
    select from member m where m.id = works_with_administrator.id and m.organization_id = actor_organization_id());
end
$function$
;
grant execute on function works_with_administrator(uuid) to public;
comment on function works_with_administrator(uuid) is 'Whether the actor is an administrator of this member''s organization. In plpgsql, because policies of members and of sessions ask for each other.';

CREATE OR REPLACE FUNCTION public.write_disclosures(entries jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into disclosure (id, jurisdiction_id, person_ids, from_organization_id, to_organization_id, to_member_id, basis,
    release_line_id, break_glass_id, data_classes, purpose, channel, notice_version, redisclosure_rule, request_id)
  select id, jurisdiction_id, person_ids, from_organization_id, to_organization_id, to_member_id, basis,
    release_line_id, break_glass_id, data_classes, purpose, channel, notice_version, redisclosure_rule, request_id
  from jsonb_populate_recordset(null::disclosure, entries);
end
$function$
;
grant execute on function write_disclosures(jsonb) to public;
comment on function write_disclosures(jsonb) is 'Writes lines of the ledger, as the actor and under its policies; each object names the columns of one.';

CREATE OR REPLACE FUNCTION public.write_released_disclosure(entries jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  perform write_disclosures(entries);
  return true;
exception
  when insufficient_privilege then return false;
end
$function$
;
grant execute on function write_released_disclosure(jsonb) to public;
comment on function write_released_disclosure(jsonb) is 'Whether the ledger took them. It does not when a line was stopped or ended since it was read; then nothing may be shown.';

create table access_set_aside (
  id uuid not null,
  jurisdiction_id uuid not null,
  rule text not null,
  member_id uuid not null,
  about text not null,
  note text not null,
  set_aside_by_member_id uuid not null,
  set_aside_at timestamp with time zone not null default now(),
  constraint access_set_aside_pkey PRIMARY KEY (id),
  constraint access_set_aside_jurisdiction_id_rule_member_id_about_key UNIQUE (jurisdiction_id, rule, member_id, about),
  constraint access_set_aside_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint access_set_aside_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint access_set_aside_set_aside_by_member_id_fkey FOREIGN KEY (set_aside_by_member_id) REFERENCES member(id),
  constraint access_set_aside_about_check CHECK ((about ~ '^[a-z0-9-]{1,40}$'::text)),
  constraint access_set_aside_note_check CHECK (((btrim(note) <> ''::text) AND (length(note) <= 2000))),
  constraint access_set_aside_rule_check CHECK ((rule = ANY (ARRAY['spike'::text, 'after-hours'::text, 'no-relationship'::text])))
);
grant select on access_set_aside to causeway_app;
grant insert (id, jurisdiction_id, rule, member_id, about, note, set_aside_by_member_id) on access_set_aside to causeway_app;
alter table access_set_aside enable, force row level security;
create policy access_set_aside_read on access_set_aside for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy access_set_aside_read on access_set_aside is 'The privacy officer reads what was set aside, and why.';
create policy access_set_aside_write on access_set_aside for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (set_aside_by_member_id = actor_member_id()) AND (member_id <> actor_member_id()));
comment on policy access_set_aside_write on access_set_aside is 'The privacy officer sets aside in their own name, for good, and never what is about themselves.';
comment on table access_set_aside is 'Unusual access to records that the privacy officer has looked at, with what they found (CJ-10).';
comment on column access_set_aside.about is 'Which: the week of a spike and the day after hours by their first day, an emergency or a line of the ledger by its id.';

create table access_watch (
  jurisdiction_id uuid not null,
  looked_until timestamp with time zone not null,
  constraint access_watch_pkey PRIMARY KEY (jurisdiction_id),
  constraint access_watch_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
grant insert, select on access_watch to causeway_app;
grant update (looked_until) on access_watch to causeway_app;
alter table access_watch enable, force row level security;
create policy access_watch_keep on access_watch for all to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy access_watch_keep on access_watch is 'The job remembers how far it came.';
create policy access_watch_read on access_watch for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy access_watch_read on access_watch is 'The privacy officer is told how far it came.';
comment on table access_watch is 'Up to when a county''s audit record has been looked through for unusual access.';

create table account_link (
  id uuid not null,
  member_id uuid not null,
  purpose text not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint account_link_pkey PRIMARY KEY (id),
  constraint account_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES member(id),
  constraint account_link_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint account_link_check CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '3 days'::interval)))),
  constraint account_link_purpose_check CHECK ((purpose = ANY (ARRAY['new-password'::text, 'begin-again'::text])))
);
CREATE INDEX account_link_member_id_created_at_idx ON public.account_link USING btree (member_id, created_at);
grant insert, select on account_link to causeway_app;
grant update (used_at) on account_link to causeway_app;
alter table account_link enable, force row level security;
create policy account_link_ask on account_link for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (purpose = 'new-password'::text) AND (made_by IS NULL) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = account_link.member_id) AND (m.email = actor_claim())))));
comment on policy account_link_ask on account_link is 'Whoever types an address can have a link sent there. It replaces no code.';
create policy account_link_held on account_link for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND ((id)::text = actor_claim()));
comment on policy account_link_held on account_link is 'Whoever holds the signed link learns whose it is.';
create policy account_link_make on account_link for insert to causeway_app
  with check (works_with_administrator(member_id) AND (made_by = actor_member_id()) AND (member_id <> actor_member_id()));
comment on policy account_link_make on account_link is 'Administrators ask members of their own organization for a new password, or let them begin again; never themselves.';
create policy account_link_own on account_link for select to causeway_app
  using (member_id = actor_member_id());
comment on policy account_link_own on account_link is 'To use a link up, it has to be found.';
create policy account_link_send on account_link for select to causeway_app
  using (actor_job() = 'send-account-link'::text);
comment on policy account_link_send on account_link is 'The message is written when it is sent.';
create policy account_link_use on account_link for update to causeway_app
  using (member_id = actor_member_id());
comment on policy account_link_use on account_link is 'A link is used up by the member whose it is.';
comment on table account_link is 'A link for a member who lost a password, or the phone as well.';
comment on column account_link.purpose is 'new-password: asked for at the sign-in page, or by an administrator; a code is still asked (ASVS 6.4.3). begin-again: made by an administrator who has made sure that it is they (6.4.4); password and codes anew.';

create table agreement (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  with_party text,
  text text not null,
  text_version text not null,
  text_sha256 text not null,
  with_signatory text,
  made_by_member_id uuid,
  accepted_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  made_at timestamp with time zone not null default now(),
  scope text,
  response_minutes integer,
  custody text,
  may_flow text,
  never_flows text,
  starts_at timestamp with time zone,
  supersedes_id uuid,
  ended_at timestamp with time zone,
  ended_by_member_id uuid,
  ended_because text,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_accepted_by_member_id_fkey FOREIGN KEY (made_by_member_id) REFERENCES member(id),
  constraint agreement_ended_by_member_id_fkey FOREIGN KEY (ended_by_member_id) REFERENCES member(id),
  constraint agreement_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint agreement_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES agreement(id),
  constraint agreement_check CHECK ((text_sha256 = encode(sha256(convert_to(text, 'UTF8'::name)), 'hex'::text))),
  constraint agreement_check1 CHECK ((expires_at > accepted_at)),
  constraint agreement_check2 CHECK (((kind = 'qsoa'::text) = (with_signatory IS NOT NULL))),
  constraint agreement_check3 CHECK ((starts_at < expires_at)),
  constraint agreement_check4 CHECK (((ended_at IS NULL) = (ended_because IS NULL))),
  constraint agreement_custody_check CHECK (((btrim(custody) <> ''::text) AND (length(custody) <= 2000))),
  constraint agreement_ended_because_check CHECK (((btrim(ended_because) <> ''::text) AND (length(ended_because) <= 500))),
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['golden-rule'::text, 'qsoa'::text, 'deflection'::text, 'data-sharing'::text]))),
  constraint agreement_may_flow_check CHECK (((btrim(may_flow) <> ''::text) AND (length(may_flow) <= 2000))),
  constraint agreement_never_flows_check CHECK (((btrim(never_flows) <> ''::text) AND (length(never_flows) <= 2000))),
  constraint agreement_response_minutes_check CHECK (((response_minutes >= 1) AND (response_minutes <= 10080))),
  constraint agreement_scope_check CHECK (((btrim(scope) <> ''::text) AND (length(scope) <= 2000))),
  constraint agreement_text_check CHECK ((btrim(text) <> ''::text)),
  constraint agreement_with_party_check CHECK ((btrim(with_party) <> ''::text)),
  constraint agreement_with_signatory_check CHECK ((btrim(with_signatory) <> ''::text))
);
CREATE UNIQUE INDEX agreement_id_jurisdiction_id_idx ON public.agreement USING btree (id, jurisdiction_id);
CREATE INDEX agreement_jurisdiction_id_expires_at_idx ON public.agreement USING btree (jurisdiction_id, expires_at DESC);
CREATE INDEX agreement_organization_id_kind_expires_at_idx ON public.agreement USING btree (organization_id, kind, expires_at DESC);
CREATE INDEX agreement_supersedes_id_idx ON public.agreement USING btree (supersedes_id);
CREATE TRIGGER keep_agreement BEFORE UPDATE ON public.agreement FOR EACH ROW WHEN ((CURRENT_USER = 'causeway_app'::name)) EXECUTE FUNCTION keep_agreement();
grant select on agreement to causeway_app;
grant insert (id, jurisdiction_id, organization_id, kind, with_party, text, text_version, text_sha256, with_signatory, made_by_member_id, expires_at, scope, response_minutes, custody, may_flow, never_flows, starts_at, supersedes_id) on agreement to causeway_app;
grant update (accepted_at, ended_at, ended_by_member_id, ended_because) on agreement to causeway_app;
alter table agreement enable, force row level security;
create policy agreement_make on agreement for insert to causeway_app
  with check (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (made_by_member_id = actor_member_id()) AND ((supersedes_id IS NULL) OR actor_is_in_agreement(supersedes_id)));
comment on policy agreement_make on agreement is 'Administrators and managers make agreements, in their own name; in the place of another only where they are in it.';
create policy agreement_read on agreement for select to causeway_app
  using ((actor_kind() = 'operator'::text) OR (jurisdiction_id = actor_jurisdiction_id()));
comment on policy agreement_read on agreement is 'What organizations of a county agreed to is open to all who take part in it: they rely on it.';
create policy agreement_record on agreement for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) AND (made_by_member_id IS NULL));
comment on policy agreement_record on agreement is 'The operator records what was signed on paper.';
create policy agreement_remind on agreement for select to causeway_app
  using (actor_job() = 'tell-of-agreement'::text);
comment on policy agreement_remind on agreement is 'The job that reminds looks for what ends.';
create policy agreement_settle on agreement for update to causeway_app
  using (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND actor_is_in_agreement(id));
comment on policy agreement_settle on agreement is 'Whoever answers for a party signs it and can end it. What changes thereby, a trigger says.';
create policy agreement_settle_paper on agreement for update to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy agreement_settle_paper on agreement is 'The operator records what was signed on paper.';
comment on table agreement is 'What organizations agreed to, in exact words: the golden rule (LEAD-04), the service agreement of a Part 2 program with whoever runs this (P2-004), deflection and data sharing between them. Kept for good; renewed as a new row.';
comment on column agreement.organization_id is 'Who made it; its parties stand beside it.';
comment on column agreement.with_party is 'Another side that is no organization of the county, by name.';
comment on column agreement.text is 'The exact words that were accepted.';
comment on column agreement.with_signatory is 'Who signed for the other side, where it has to sign too.';
comment on column agreement.made_by_member_id is 'Null: recorded by the operator.';
comment on column agreement.accepted_at is 'Since when every party has signed: the database says so at the last signature. Null: it waits.';
comment on column agreement.scope is 'What it covers.';
comment on column agreement.response_minutes is 'Within how many minutes the receiver promises to answer.';
comment on column agreement.custody is 'Who stays with the person until whom.';
comment on column agreement.may_flow is 'What may flow, and on what basis.';
comment on column agreement.never_flows is 'What may not.';
comment on column agreement.starts_at is 'From when it counts. Null: as soon as every party has signed.';
comment on column agreement.supersedes_id is 'The one in whose place it comes.';
comment on column agreement.ended_at is 'From when it counts no more, before its time: a party ended it, or the next took its place.';
comment on column agreement.ended_by_member_id is 'Null: the next took its place, or the operator ended it.';

create table agreement_document (
  id uuid not null,
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kept_by_member_id uuid not null,
  title text not null,
  media_type text not null,
  content bytea not null,
  sha256 text not null,
  kept_at timestamp with time zone not null default now(),
  constraint agreement_document_pkey PRIMARY KEY (id),
  constraint agreement_document_agreement_id_sha256_key UNIQUE (agreement_id, sha256),
  constraint agreement_document_agreement_id_jurisdiction_id_fkey FOREIGN KEY (agreement_id, jurisdiction_id) REFERENCES agreement(id, jurisdiction_id),
  constraint agreement_document_kept_by_member_id_fkey FOREIGN KEY (kept_by_member_id) REFERENCES member(id),
  constraint agreement_document_check CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  constraint agreement_document_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 6291456))),
  constraint agreement_document_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  constraint agreement_document_title_check CHECK (((btrim(title) <> ''::text) AND (length(title) <= 120)))
);
grant select on agreement_document to causeway_app;
grant insert (id, agreement_id, jurisdiction_id, organization_id, kept_by_member_id, title, media_type, content, sha256) on agreement_document to causeway_app;
alter table agreement_document enable, force row level security;
create policy agreement_document_keep on agreement_document for insert to causeway_app
  with check (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (kept_by_member_id = actor_member_id()) AND actor_is_in_agreement(agreement_id));
comment on policy agreement_document_keep on agreement_document is 'Whoever answers for a party adds one.';
create policy agreement_document_read on agreement_document for select to causeway_app
  using ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (actor_keeps_privacy() OR actor_is_in_agreement(agreement_id)));
comment on policy agreement_document_read on agreement_document is 'The files of an agreement are its parties'' and the privacy officer''s.';
comment on table agreement_document is 'A file that belongs to an agreement: the signed paper, an annex. Added and read, never changed or removed.';

create table agreement_draft (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  saved_by_member_id uuid not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null default now(),
  constraint agreement_draft_pkey PRIMARY KEY (organization_id, id),
  constraint agreement_draft_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint agreement_draft_saved_by_member_id_fkey FOREIGN KEY (saved_by_member_id) REFERENCES member(id),
  constraint agreement_draft_fields_check CHECK ((octet_length((fields)::text) <= 20000))
);
grant delete, insert, select on agreement_draft to causeway_app;
grant update (saved_by_member_id, fields, saved_at) on agreement_draft to causeway_app;
alter table agreement_draft enable, force row level security;
create policy agreement_draft_own on agreement_draft for all to causeway_app
  using (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()))
  with check (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (saved_by_member_id = actor_member_id()));
comment on policy agreement_draft_own on agreement_draft is 'What is being written is its organization''s own.';
comment on table agreement_draft is 'An agreement that is being written. When it is sent for signatures it becomes an agreement of the same id, whose words stay.';

create table agreement_party (
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  constraint agreement_party_pkey PRIMARY KEY (agreement_id, organization_id),
  constraint agreement_party_agreement_id_jurisdiction_id_fkey FOREIGN KEY (agreement_id, jurisdiction_id) REFERENCES agreement(id, jurisdiction_id),
  constraint agreement_party_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id)
);
CREATE INDEX agreement_party_organization_id_idx ON public.agreement_party USING btree (organization_id);
grant insert, select on agreement_party to causeway_app;
alter table agreement_party enable, force row level security;
create policy agreement_party_make on agreement_party for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) OR (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND (EXISTS ( SELECT
   FROM agreement a
  WHERE ((a.id = agreement_party.agreement_id) AND (a.made_by_member_id = actor_member_id())))) AND (NOT (EXISTS ( SELECT
   FROM agreement_signature s
  WHERE (s.agreement_id = agreement_party.agreement_id))))));
comment on policy agreement_party_make on agreement_party is 'Whoever makes an agreement names its parties: nobody is added to what others have signed.';
create policy agreement_party_read on agreement_party for select to causeway_app
  using ((actor_kind() = 'operator'::text) OR (actor_job() = 'tell-of-agreement'::text) OR (jurisdiction_id = actor_jurisdiction_id()));
comment on policy agreement_party_read on agreement_party is 'Like the agreement.';
comment on table agreement_party is 'Who an agreement binds, of the county.';

create table agreement_reminder (
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  days integer not null,
  told_at timestamp with time zone not null default now(),
  constraint agreement_reminder_pkey PRIMARY KEY (agreement_id, days),
  constraint agreement_reminder_agreement_id_jurisdiction_id_fkey FOREIGN KEY (agreement_id, jurisdiction_id) REFERENCES agreement(id, jurisdiction_id),
  constraint agreement_reminder_days_check CHECK ((days = ANY (ARRAY[90, 30, 7])))
);
grant select on agreement_reminder to causeway_app;
grant insert (agreement_id, jurisdiction_id, days) on agreement_reminder to causeway_app;
alter table agreement_reminder enable, force row level security;
create policy agreement_reminder_read on agreement_reminder for select to causeway_app
  using ((actor_job() = 'tell-of-agreement'::text) OR (jurisdiction_id = actor_jurisdiction_id()));
comment on policy agreement_reminder_read on agreement_reminder is 'Part of the history of an agreement, and read like it.';
create policy agreement_reminder_write on agreement_reminder for insert to causeway_app
  with check (actor_job() = 'tell-of-agreement'::text);
comment on policy agreement_reminder_write on agreement_reminder is 'The job that reminds says that it did.';
comment on table agreement_reminder is 'That the parties were reminded of the end, so many days before it; each once.';

create table agreement_requirement (
  jurisdiction_id uuid not null,
  kind text not null,
  from_kind text not null,
  to_kind text not null,
  made_at timestamp with time zone not null default now(),
  constraint agreement_requirement_pkey PRIMARY KEY (jurisdiction_id, from_kind, to_kind, kind),
  constraint agreement_requirement_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint agreement_requirement_kind_check CHECK ((kind = ANY (ARRAY['deflection'::text, 'data-sharing'::text])))
);
grant delete, select on agreement_requirement to causeway_app;
grant insert (jurisdiction_id, kind, from_kind, to_kind) on agreement_requirement to causeway_app;
alter table agreement_requirement enable, force row level security;
create policy agreement_requirement_keep on agreement_requirement for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy agreement_requirement_keep on agreement_requirement is 'The operator sets them, as the county decides: a rule of one organization must not stop another''s referrals.';
create policy agreement_requirement_read on agreement_requirement for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id());
comment on policy agreement_requirement_read on agreement_requirement is 'A county''s rules are open to all who take part in it.';
comment on table agreement_requirement is 'A county''s own rule: that a referral from one kind of organization to another needs an agreement of this kind between the two. What the law asks of every county is not here.';

create table agreement_signature (
  id uuid not null,
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  signatory text not null,
  how text not null,
  document_id uuid,
  recorded_by_member_id uuid,
  text_sha256 text not null,
  signed_at timestamp with time zone not null default now(),
  constraint agreement_signature_pkey PRIMARY KEY (id),
  constraint agreement_signature_agreement_id_organization_id_key UNIQUE (agreement_id, organization_id),
  constraint agreement_signature_agreement_id_organization_id_fkey FOREIGN KEY (agreement_id, organization_id) REFERENCES agreement_party(agreement_id, organization_id),
  constraint agreement_signature_document_id_fkey FOREIGN KEY (document_id) REFERENCES agreement_document(id),
  constraint agreement_signature_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint agreement_signature_check CHECK (((how = 'paper'::text) OR ((document_id IS NULL) AND (recorded_by_member_id IS NOT NULL)))),
  constraint agreement_signature_check1 CHECK (((how = 'application'::text) OR (document_id IS NOT NULL) OR (recorded_by_member_id IS NULL))),
  constraint agreement_signature_how_check CHECK ((how = ANY (ARRAY['application'::text, 'paper'::text]))),
  constraint agreement_signature_signatory_check CHECK (((btrim(signatory) <> ''::text) AND (length(signatory) <= 200))),
  constraint agreement_signature_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TRIGGER settle_agreement AFTER INSERT ON public.agreement_signature FOR EACH ROW EXECUTE FUNCTION settle_agreement();
grant select on agreement_signature to causeway_app;
grant insert (id, agreement_id, jurisdiction_id, organization_id, signatory, how, document_id, recorded_by_member_id, text_sha256) on agreement_signature to causeway_app;
alter table agreement_signature enable, force row level security;
create policy agreement_signature_give on agreement_signature for insert to causeway_app
  with check (actor_answers_for_organization() AND (jurisdiction_id = actor_jurisdiction_id()) AND (recorded_by_member_id = actor_member_id()) AND (EXISTS ( SELECT
   FROM agreement a
  WHERE ((a.id = agreement_signature.agreement_id) AND (a.ended_at IS NULL) AND (a.expires_at > now()) AND (a.text_sha256 = agreement_signature.text_sha256) AND ((agreement_signature.organization_id = actor_organization_id()) OR ((agreement_signature.how = 'paper'::text) AND (a.organization_id = actor_organization_id()) AND (NOT organization_has_signer(agreement_signature.organization_id))))))));
comment on policy agreement_signature_give on agreement_signature is 'Administrators and managers sign for their own organization, these very words, while it waits. For one where nobody could, whoever made the agreement records its paper.';
create policy agreement_signature_read on agreement_signature for select to causeway_app
  using ((actor_kind() = 'operator'::text) OR (actor_job() = 'tell-of-agreement'::text) OR (jurisdiction_id = actor_jurisdiction_id()));
comment on policy agreement_signature_read on agreement_signature is 'Like the agreement.';
create policy agreement_signature_record on agreement_signature for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) AND (recorded_by_member_id IS NULL));
comment on policy agreement_signature_record on agreement_signature is 'The operator records what was signed on paper.';
comment on table agreement_signature is 'That a party signed: by a member in the application, or on paper, of which a scan is kept unless the operator recorded it.';
comment on column agreement_signature.signatory is 'Who signed for the party, by name and title as they stood then.';
comment on column agreement_signature.recorded_by_member_id is 'Null: recorded by the operator.';
comment on column agreement_signature.text_sha256 is 'Of the words that were signed.';

create table angel_roster (
  member_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  phone text not null,
  hours text[] not null,
  away_until date,
  place integer not null,
  saved_at timestamp with time zone not null default now(),
  constraint angel_roster_pkey PRIMARY KEY (member_id),
  constraint angel_roster_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint angel_roster_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint angel_roster_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint angel_roster_phone_check CHECK (((btrim(phone) <> ''::text) AND (length(phone) <= 40)))
);
CREATE INDEX angel_roster_jurisdiction_id_place_idx ON public.angel_roster USING btree (jurisdiction_id, place);
grant delete, insert, select on angel_roster to causeway_app;
grant update (phone, hours, away_until, place, saved_at) on angel_roster to causeway_app;
alter table angel_roster enable, force row level security;
create policy angel_roster_join on angel_roster for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (member_id = actor_member_id()) AND actor_is_angel() AND actor_is_partner());
comment on policy angel_roster_join on angel_roster is 'Members put themselves on it, of programs alone: police never keep an intake, so that no angel is of police or a court.';
create policy angel_roster_keep on angel_roster for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND ((member_id = actor_member_id()) OR ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['navigator'::text, 'case-manager'::text, 'manager'::text]))));
comment on policy angel_roster_keep on angel_roster is 'Members say when they can be called; their program says in which order.';
create policy angel_roster_leave on angel_roster for delete to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (member_id = actor_member_id()));
comment on policy angel_roster_leave on angel_roster is 'Members leave it when they want.';
create policy angel_roster_read on angel_roster for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (actor_is_at_station() OR ((organization_id = actor_organization_id()) AND (actor_kind() = 'member'::text))));
comment on policy angel_roster_read on angel_roster is 'Stations see whom they can call; a program sees its own.';
comment on table angel_roster is 'Who can be called to a station, when, and in which order.';
comment on column angel_roster.hours is 'Parts of the week, such as 1-night: ISO weekday and night, morning, afternoon or evening, by the county''s clock.';
comment on column angel_roster.place is 'The lower, the sooner they are called.';

create table api_token (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  name text not null,
  token_hash text not null,
  roles text[] not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint api_token_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint api_token_name_check CHECK ((name <> ''::text)),
  constraint api_token_roles_check CHECK ((cardinality(roles) > 0))
);
CREATE INDEX api_token_organization_id_idx ON public.api_token USING btree (organization_id);
grant insert, select on api_token to causeway_app;
grant update (revoked_at) on api_token to causeway_app;
alter table api_token enable, force row level security;
create policy api_token_keep on api_token for all to causeway_app
  using ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND ('administrator'::text = ANY (actor_roles()))));
comment on policy api_token_keep on api_token is 'The operator and the organization''s administrators make and revoke tokens.';
create policy api_token_recognise on api_token for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (token_hash = actor_claim()));
comment on policy api_token_recognise on api_token is 'A token opens for whoever holds it.';
comment on table api_token is 'Lets another system of one organization use the API, never with more rights than a member with these roles.';

create table attestation (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  text_version text not null,
  text_sha256 text not null,
  attested_at timestamp with time zone not null default now(),
  year integer not null default EXTRACT(year FROM (now() AT TIME ZONE 'UTC'::text)),
  constraint attestation_pkey PRIMARY KEY (id),
  constraint attestation_member_id_text_version_year_key UNIQUE (member_id, text_version, year),
  constraint attestation_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint attestation_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint attestation_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text))
);
grant select on attestation to causeway_app;
grant insert (id, jurisdiction_id, organization_id, member_id, text_version, text_sha256) on attestation to causeway_app;
alter table attestation enable, force row level security;
create policy attestation_give on attestation for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy attestation_give on attestation is 'Nobody attests for somebody else.';
create policy attestation_of_organization on attestation for select to causeway_app
  using ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND (actor_roles() && ARRAY['administrator'::text, 'manager'::text]));
comment on policy attestation_of_organization on attestation is 'Whoever answers for an organization sees which of its members have attested.';
create policy attestation_own on attestation for select to causeway_app
  using (member_id = actor_member_id());
comment on policy attestation_own on attestation is 'Members see until when their own holds.';
comment on table attestation is 'That a member says, each year anew, that they keep the golden rule which their organization accepted (LEAD-04). It holds for a year from its day.';
comment on column attestation.text_sha256 is 'Of the words that the member read.';
comment on column attestation.year is 'In which it was given (UTC): once a year is enough, however often the button is pressed.';

create table audit_checkpoint (
  chain uuid not null,
  seal_number bigint not null,
  seal_hash bytea not null,
  records bigint not null,
  at timestamp with time zone not null,
  key_id text not null,
  signature bytea not null,
  constraint audit_checkpoint_pkey PRIMARY KEY (chain, seal_number),
  constraint audit_checkpoint_chain_seal_number_fkey FOREIGN KEY (chain, seal_number) REFERENCES audit_seal(chain, number),
  constraint audit_checkpoint_key_id_check CHECK ((key_id ~ '^[0-9a-f]{16}$'::text)),
  constraint audit_checkpoint_records_check CHECK ((records > 0)),
  constraint audit_checkpoint_signature_check CHECK ((octet_length(signature) = 64))
);
CREATE TRIGGER audit_checkpoint_refuse_change BEFORE DELETE OR UPDATE ON public.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_checkpoint_refuse_truncate BEFORE TRUNCATE ON public.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
grant insert, select on audit_checkpoint to causeway_app;
alter table audit_checkpoint enable, force row level security;
create policy audit_checkpoint_make on audit_checkpoint for all to causeway_app
  using ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'checkpoint-audit'::text))));
comment on policy audit_checkpoint_make on audit_checkpoint is 'The job and the operator sign what a chain holds.';
create policy audit_checkpoint_read_office on audit_checkpoint for select to causeway_app
  using ((chain = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_keeps_privacy() AS actor_keeps_privacy));
comment on policy audit_checkpoint_read_office on audit_checkpoint is 'The privacy officer takes copies to where whoever runs the server cannot reach them.';
comment on table audit_checkpoint is 'A chain''s head, the number of records sealed up to it and the time, signed with Ed25519. A copy kept elsewhere proves later that the chain still holds all that it held then.';
comment on column audit_checkpoint.key_id is 'The first 16 hexadecimal digits of the SHA-256 of the public key (SPKI). The private key is never here.';

create table audit_record (
  id uuid not null,
  at timestamp with time zone not null default clock_timestamp(),
  jurisdiction_id uuid,
  actor_kind text not null,
  member_id uuid,
  organization_id uuid,
  holding_id uuid,
  job text,
  action text not null,
  subject_kind text,
  subject_ids uuid[] not null default '{}'::uuid[],
  outcome text not null,
  data_classes text[] not null default '{}'::text[],
  detail jsonb not null default '{}'::jsonb,
  request_id text,
  source text,
  constraint audit_record_pkey PRIMARY KEY (id, at),
  constraint audit_record_action_check CHECK ((action ~ '^[a-z-]+(\.[a-z-]+){1,2}$'::text)),
  constraint audit_record_detail_check CHECK (((jsonb_typeof(detail) = 'object'::text) AND (octet_length((detail)::text) <= 2000))),
  constraint audit_record_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'seen'::text]))),
  constraint audit_record_subject_kind_check CHECK ((subject_kind ~ '^[a-z-]+$'::text))
) partition by RANGE (at);
CREATE INDEX audit_record_at_idx ON ONLY public.audit_record USING brin (at);
CREATE INDEX audit_record_jurisdiction_id_at_idx ON ONLY public.audit_record USING btree (jurisdiction_id, at);
CREATE INDEX audit_record_member_id_at_idx ON ONLY public.audit_record USING btree (member_id, at);
CREATE INDEX audit_record_subject_ids_idx ON ONLY public.audit_record USING gin (subject_ids);
CREATE TRIGGER audit_queue AFTER INSERT ON public.audit_record FOR EACH ROW EXECUTE FUNCTION audit_queue();
CREATE TRIGGER audit_refuse_change BEFORE DELETE OR UPDATE ON public.audit_record FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON public.audit_record FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
grant select on audit_record to causeway_app;
grant insert (id, jurisdiction_id, actor_kind, member_id, organization_id, holding_id, job, action, subject_kind, subject_ids, outcome, data_classes, detail, request_id, source) on audit_record to causeway_app;
alter table audit_record enable, force row level security;
create policy audit_record_find on audit_record for select to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy audit_record_find on audit_record is 'Who looked, when, at how much.';
create policy audit_record_read_chain on audit_record for select to causeway_app
  using ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'seal-audit'::text))));
comment on policy audit_record_read_chain on audit_record is 'Sealing and verifying read the record as it is; it holds ids, no names.';
create policy audit_record_read_office on audit_record for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_keeps_privacy() AS actor_keeps_privacy));
comment on policy audit_record_read_office on audit_record is 'The privacy officer reads the county''s record.';
create policy audit_record_write on audit_record for insert to causeway_app
  with check ((actor_kind() <> ''::text) AND (actor_kind = actor_kind()) AND (NOT (member_id IS DISTINCT FROM actor_member_id())) AND (NOT (organization_id IS DISTINCT FROM actor_organization_id())) AND (NOT (holding_id IS DISTINCT FROM actor_holding_id())) AND (NOT (job IS DISTINCT FROM actor_job())) AND ((actor_jurisdiction_id() IS NULL) OR (NOT (jurisdiction_id IS DISTINCT FROM actor_jurisdiction_id()))));
comment on policy audit_record_write on audit_record is 'Everybody leaves a trace, and only under their own name. Who belongs to no county, such as a job, says which one the act concerns.';
comment on table audit_record is 'One row for each act, and one for each read by another organization with the ids that were shown (CJ-7, CJ-8). No names (CJ-9).';
comment on column audit_record.at is 'To the microsecond, UTC (CJ-11 asks for hundredths). The application may not write it: the database''s clock does.';
comment on column audit_record.jurisdiction_id is 'The county whose office may read this, and in whose chain it is sealed; null where no county is concerned.';
comment on column audit_record.holding_id is 'The signed link, API token or person''s code that was held.';
comment on column audit_record.source is 'The network address from which the request came.';

create table audit_seal (
  chain uuid not null,
  number bigint not null,
  sealed_at timestamp with time zone not null default clock_timestamp(),
  record_ids uuid[] not null,
  record_ats timestamp with time zone[] not null,
  record_hashes bytea[] not null,
  first_at timestamp with time zone not null generated always as (record_ats[1]) stored,
  last_at timestamp with time zone not null generated always as (record_ats[cardinality(record_ats)]) stored,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_seal_pkey PRIMARY KEY (chain, number),
  constraint audit_seal_check CHECK (((cardinality(record_ids) > 0) AND (cardinality(record_ids) = cardinality(record_hashes)) AND (cardinality(record_ids) = cardinality(record_ats)))),
  constraint audit_seal_number_check CHECK ((number > 0))
);
CREATE INDEX audit_seal_last_at_first_at_idx ON public.audit_seal USING btree (last_at, first_at);
CREATE TRIGGER audit_seal_refuse_change BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_seal_refuse_truncate BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
grant insert, select on audit_seal to causeway_app;
alter table audit_seal enable, force row level security;
create policy audit_seal_chain on audit_seal for all to causeway_app
  using ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'seal-audit'::text)));
comment on policy audit_seal_chain on audit_seal is 'Only sealing and verifying see the chain.';
create policy audit_seal_checkpoint on audit_seal for select to causeway_app
  using ( SELECT ((actor_kind() = 'job'::text) AND (actor_job() = 'checkpoint-audit'::text)));
comment on policy audit_seal_checkpoint on audit_seal is 'The job reads the heads of the chains, to sign them.';
comment on table audit_seal is 'The hash chain: each seal holds the hashes of a batch of records and the hash of the seal before it. One chain a jurisdiction, so that no row is hot.';
comment on column audit_seal.chain is 'The jurisdiction; the nil UUID for records that belong to none.';
comment on column audit_seal.record_ats is 'When the sealed records were written, oldest first; with it a record is looked up in one month only.';
comment on column audit_seal.previous_hash is 'The hash of the seal before; empty in the first.';

create table audit_waiting (
  chain uuid not null,
  record_at timestamp with time zone not null,
  record_id uuid not null,
  constraint audit_waiting_pkey PRIMARY KEY (chain, record_at, record_id)
);
grant delete, insert, select on audit_waiting to causeway_app;
alter table audit_waiting enable, force row level security;
create policy audit_waiting_read on audit_waiting for select to causeway_app
  using ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'seal-audit'::text))));
comment on policy audit_waiting_read on audit_waiting is 'Only sealing and verifying look at the queue.';
create policy audit_waiting_seal on audit_waiting for delete to causeway_app
  using ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'seal-audit'::text))));
comment on policy audit_waiting_seal on audit_waiting is 'Sealing empties the queue.';
create policy audit_waiting_write on audit_waiting for insert to causeway_app
  with check (actor_kind() <> ''::text);
comment on policy audit_waiting_write on audit_waiting is 'Each new record waits for its seal.';
comment on table audit_waiting is 'Records that no seal covers yet. A queue, not evidence: sealing empties it.';

create table breach (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  discovered_on date not null,
  how text not null,
  what text not null,
  opened_by_member_id uuid not null,
  opened_at timestamp with time zone not null default now(),
  affected integer,
  most_in_one_state integer,
  nature text,
  recipient text,
  acquired text,
  mitigated text,
  finding text,
  assessed_by_member_id uuid,
  assessed_at timestamp with time zone,
  closing_note text,
  closed_by_member_id uuid,
  closed_at timestamp with time zone,
  constraint breach_pkey PRIMARY KEY (id),
  constraint breach_id_jurisdiction_id_key UNIQUE (id, jurisdiction_id),
  constraint breach_assessed_by_member_id_fkey FOREIGN KEY (assessed_by_member_id) REFERENCES member(id),
  constraint breach_closed_by_member_id_fkey FOREIGN KEY (closed_by_member_id) REFERENCES member(id),
  constraint breach_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint breach_opened_by_member_id_fkey FOREIGN KEY (opened_by_member_id) REFERENCES member(id),
  constraint breach_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint breach_acquired_check CHECK (((btrim(acquired) <> ''::text) AND (length(acquired) <= 4000))),
  constraint breach_affected_check CHECK ((affected >= 0)),
  constraint breach_check CHECK (((most_in_one_state >= 0) AND (most_in_one_state <= affected))),
  constraint breach_check1 CHECK (((finding IS NULL) = (num_nonnulls(assessed_by_member_id, assessed_at) = 0))),
  constraint breach_check2 CHECK (((finding IS NULL) OR (num_nonnulls(nature, recipient, acquired, mitigated) = 4))),
  constraint breach_check3 CHECK (((closed_at IS NULL) = (num_nonnulls(closing_note, closed_by_member_id) = 0))),
  constraint breach_check4 CHECK (((closed_at IS NULL) OR (finding IS NOT NULL))),
  constraint breach_closing_note_check CHECK (((btrim(closing_note) <> ''::text) AND (length(closing_note) <= 4000))),
  constraint breach_finding_check CHECK ((finding = ANY (ARRAY['breach'::text, 'low-probability'::text]))),
  constraint breach_how_check CHECK ((how = ANY (ARRAY['wrong-recipient'::text, 'unauthorised-look'::text, 'lost'::text, 'intrusion'::text, 'other'::text]))),
  constraint breach_mitigated_check CHECK (((btrim(mitigated) <> ''::text) AND (length(mitigated) <= 4000))),
  constraint breach_nature_check CHECK (((btrim(nature) <> ''::text) AND (length(nature) <= 4000))),
  constraint breach_recipient_check CHECK (((btrim(recipient) <> ''::text) AND (length(recipient) <= 4000))),
  constraint breach_what_check CHECK (((btrim(what) <> ''::text) AND (length(what) <= 4000)))
);
CREATE INDEX breach_jurisdiction_id_discovered_on_idx ON public.breach USING btree (jurisdiction_id, discovered_on);
grant select on breach to causeway_app;
grant insert (id, jurisdiction_id, organization_id, discovered_on, how, what, opened_by_member_id) on breach to causeway_app;
grant update (affected, most_in_one_state, nature, recipient, acquired, mitigated, finding, assessed_by_member_id, assessed_at, closing_note, closed_by_member_id, closed_at) on breach to causeway_app;
alter table breach enable, force row level security;
create policy breach_go_on on breach for update to causeway_app
  using ((closed_at IS NULL) AND (jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy())
  with check (jurisdiction_id = actor_jurisdiction_id());
comment on policy breach_go_on on breach is 'And goes on with it until it is closed: after that nothing of it changes.';
create policy breach_open on breach for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (opened_by_member_id = actor_member_id()));
comment on policy breach_open on breach is 'The privacy officer writes it down, in their own name.';
create policy breach_read on breach for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy breach_read on breach is 'The privacy officer of the county reads its register.';
comment on table breach is 'Records that reached whom they should not have: each is taken for a breach until four factors show a low probability that they were compromised (P2-065).';
comment on column breach.discovered_on is 'When it was known, or would have been with reasonable diligence, to anybody who works there (45 CFR 164.404(a)(2)): every clock runs from it.';
comment on column breach.affected is 'How many people, those who are not on the list too.';
comment on column breach.most_in_one_state is 'How many of them live in the one state that has the most: more than 500 and the media are told (164.406).';
comment on column breach.nature is 'Factor (i) of 164.402(2): which data, which identifiers, how likely they lead to a person.';
comment on column breach.recipient is 'Factor (ii): who used them, or to whom they went.';
comment on column breach.acquired is 'Factor (iii): whether they were in fact acquired or viewed.';
comment on column breach.mitigated is 'Factor (iv): how far the risk has been mitigated.';

create table breach_notice (
  id uuid not null,
  breach_id uuid not null,
  jurisdiction_id uuid not null,
  told text not null,
  told_on date not null,
  how text not null,
  written_by_member_id uuid not null,
  written_at timestamp with time zone not null default now(),
  constraint breach_notice_pkey PRIMARY KEY (id),
  constraint breach_notice_breach_id_told_key UNIQUE (breach_id, told),
  constraint breach_notice_breach_id_jurisdiction_id_fkey FOREIGN KEY (breach_id, jurisdiction_id) REFERENCES breach(id, jurisdiction_id),
  constraint breach_notice_written_by_member_id_fkey FOREIGN KEY (written_by_member_id) REFERENCES member(id),
  constraint breach_notice_how_check CHECK (((btrim(how) <> ''::text) AND (length(how) <= 2000))),
  constraint breach_notice_told_check CHECK ((told = ANY (ARRAY['people'::text, 'hhs'::text, 'media'::text])))
);
grant select on breach_notice to causeway_app;
grant insert (id, breach_id, jurisdiction_id, told, told_on, how, written_by_member_id) on breach_notice to causeway_app;
alter table breach_notice enable, force row level security;
create policy breach_notice_read on breach_notice for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy breach_notice_read on breach_notice is 'The privacy officer of the county reads who was told.';
create policy breach_notice_write on breach_notice for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (written_by_member_id = actor_member_id()) AND breach_is_open(breach_id));
comment on policy breach_notice_write on breach_notice is 'And writes down who was told, in their own name, once each, for good.';
comment on table breach_notice is 'Who was told of a breach, when and how: the people (164.404), the Secretary of HHS (164.408), the media (164.406). Kept as proof (164.414(b)).';

create table breach_person (
  breach_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  added_by_member_id uuid not null,
  added_at timestamp with time zone not null default now(),
  constraint breach_person_pkey PRIMARY KEY (breach_id, person_id),
  constraint breach_person_added_by_member_id_fkey FOREIGN KEY (added_by_member_id) REFERENCES member(id),
  constraint breach_person_breach_id_jurisdiction_id_fkey FOREIGN KEY (breach_id, jurisdiction_id) REFERENCES breach(id, jurisdiction_id),
  constraint breach_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX breach_person_person_id_idx ON public.breach_person USING btree (person_id);
grant delete, select on breach_person to causeway_app;
grant insert (breach_id, jurisdiction_id, person_id, added_by_member_id) on breach_person to causeway_app;
alter table breach_person enable, force row level security;
create policy breach_person_add on breach_person for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (added_by_member_id = actor_member_id()) AND breach_is_open(breach_id));
comment on policy breach_person_add on breach_person is 'And adds whom it affects, in their own name, until the breach is closed.';
create policy breach_person_read on breach_person for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy breach_person_read on breach_person is 'The privacy officer of the county reads who is affected.';
create policy breach_person_remove on breach_person for delete to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND breach_is_open(breach_id));
comment on policy breach_person_remove on breach_person is 'And takes back whom it does not, until then.';
comment on table breach_person is 'The people whom a breach affects, as far as they are known here. No names: their programs have them.';

create table break_glass (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  person_name text not null,
  recipient_name text not null,
  recipient_facility text not null,
  discloser_name text not null,
  emergency text not null,
  data_classes text[] not null,
  opened_at timestamp with time zone not null default now(),
  open_until timestamp with time zone not null default (now() + '24:00:00'::interval),
  review_due_at timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by_member_id uuid,
  finding text,
  review_note text,
  constraint break_glass_pkey PRIMARY KEY (id),
  constraint break_glass_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint break_glass_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint break_glass_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint break_glass_reviewed_by_member_id_fkey FOREIGN KEY (reviewed_by_member_id) REFERENCES member(id),
  constraint break_glass_check CHECK ((open_until = (opened_at + '24:00:00'::interval))),
  constraint break_glass_check1 CHECK ((((reviewed_at IS NULL) = (reviewed_by_member_id IS NULL)) AND ((reviewed_at IS NULL) = (finding IS NULL)))),
  constraint break_glass_data_classes_check CHECK (((cardinality(data_classes) > 0) AND (data_classes <@ ARRAY['identity'::text, 'enrolled'::text, 'placement'::text, 'care-plan'::text, 'clinical'::text]))),
  constraint break_glass_discloser_name_check CHECK ((btrim(discloser_name) <> ''::text)),
  constraint break_glass_emergency_check CHECK ((btrim(emergency) <> ''::text)),
  constraint break_glass_finding_check CHECK ((finding = ANY (ARRAY['justified'::text, 'not-justified'::text]))),
  constraint break_glass_person_name_check CHECK ((btrim(person_name) <> ''::text)),
  constraint break_glass_recipient_facility_check CHECK ((btrim(recipient_facility) <> ''::text)),
  constraint break_glass_recipient_name_check CHECK ((btrim(recipient_name) <> ''::text))
);
CREATE INDEX break_glass_jurisdiction_id_opened_at_idx ON public.break_glass USING btree (jurisdiction_id, opened_at);
CREATE INDEX break_glass_member_id_open_until_idx ON public.break_glass USING btree (member_id, open_until);
grant select on break_glass to causeway_app;
grant insert (id, jurisdiction_id, organization_id, member_id, person_name, recipient_name, recipient_facility, discloser_name, emergency, data_classes, review_due_at) on break_glass to causeway_app;
grant update (reviewed_at, reviewed_by_member_id, finding, review_note) on break_glass to causeway_app;
alter table break_glass enable, force row level security;
create policy break_glass_office on break_glass for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy break_glass_office on break_glass is 'The privacy officer sees every one.';
create policy break_glass_open on break_glass for insert to causeway_app
  with check (actor_gives_medical_care() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (member_id = actor_member_id()));
comment on policy break_glass_open on break_glass is 'Medical personnel alone, in their own name.';
create policy break_glass_own on break_glass for select to causeway_app
  using ((member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND actor_gives_medical_care());
comment on policy break_glass_own on break_glass is 'Who opened it sees what they wrote.';
create policy break_glass_review on break_glass for update to causeway_app
  using ((reviewed_at IS NULL) AND (jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (member_id <> actor_member_id()))
  with check (reviewed_by_member_id = actor_member_id());
comment on policy break_glass_review on break_glass is 'The privacy officer reviews each once, and never their own.';
comment on table break_glass is 'Each time medical personnel opened records in an emergency (P2-060). Whom it was for, who disclosed, when and why are written first; then something opens, for a day.';
comment on column break_glass.person_name is 'The name by which the person was looked for. It opens what is signed with this very name.';
comment on column break_glass.recipient_name is '2.51(c)(1): the medical personnel to whom it was disclosed.';
comment on column break_glass.recipient_facility is '2.51(c)(1): the facility that they belong to.';
comment on column break_glass.discloser_name is '2.51(c)(2): who disclosed it.';
comment on column break_glass.emergency is '2.51(c)(4): the nature of the emergency.';
comment on column break_glass.opened_at is '2.51(c)(3): when, by the database''s clock.';
comment on column break_glass.review_due_at is 'By when the privacy officer looks at it: within a business day.';

create table capacity_link (
  id uuid not null,
  service_id uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  made_by uuid,
  revoked_at timestamp with time zone,
  constraint capacity_link_pkey PRIMARY KEY (id),
  constraint capacity_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES member(id),
  constraint capacity_link_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint capacity_link_check CHECK ((made_at < expires_at))
);
CREATE INDEX capacity_link_service_id_made_at_idx ON public.capacity_link USING btree (service_id, made_at DESC);
grant insert, select on capacity_link to causeway_app;
grant update (revoked_at) on capacity_link to causeway_app;
alter table capacity_link enable, force row level security;
create policy capacity_link_again on capacity_link for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (made_by IS NULL) AND capacity_link_was(service_id));
comment on policy capacity_link_again on capacity_link is 'A place whose link has ended has a new one sent, to its own address and nowhere else.';
create policy capacity_link_held on capacity_link for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND ((id)::text = actor_claim()));
comment on policy capacity_link_held on capacity_link is 'Whoever holds a link learns whether it still works.';
create policy capacity_link_make on capacity_link for insert to causeway_app
  with check ((made_by = actor_member_id()) AND (actor_keeps_listing_of(service_id) OR (actor_calls_places() AND actor_sees_listing(service_id))));
comment on policy capacity_link_make on capacity_link is 'They have one sent, in their own name.';
create policy capacity_link_read on capacity_link for select to causeway_app
  using (actor_keeps_listing_of(service_id) OR (actor_calls_places() AND actor_sees_listing(service_id)));
comment on policy capacity_link_read on capacity_link is 'Whoever keeps a listing, or calls places, sees which links of it there are.';
create policy capacity_link_revoke on capacity_link for update to causeway_app
  using ((revoked_at IS NULL) AND (actor_keeps_listing_of(service_id) OR (actor_calls_places() AND actor_sees_listing(service_id))))
  with check (revoked_at IS NOT NULL);
comment on policy capacity_link_revoke on capacity_link is 'They take one back, for good.';
create policy capacity_link_send on capacity_link for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'send-capacity-link'::text));
comment on policy capacity_link_send on capacity_link is 'The job that mails it.';
comment on table capacity_link is 'A signed link, mailed to a place''s own intake address, by which it says whether it has room. Works any number of times until it ends or is taken back.';
comment on column capacity_link.made_by is 'Null: the place itself asked for a new one with one that had ended.';

create table capacity_report (
  id uuid not null,
  service_id uuid not null,
  level text not null,
  open integer,
  is_open boolean not null,
  waitlist_days integer,
  as_of timestamp with time zone not null default now(),
  by_member uuid,
  channel text not null,
  constraint capacity_report_pkey PRIMARY KEY (id),
  constraint capacity_report_by_member_fkey FOREIGN KEY (by_member) REFERENCES member(id),
  constraint capacity_report_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint capacity_report_channel_check CHECK ((channel = ANY (ARRAY['link'::text, 'member'::text, 'phone'::text]))),
  constraint capacity_report_check CHECK ((is_open OR (COALESCE(open, 0) = 0))),
  constraint capacity_report_check1 CHECK (((NOT is_open) OR (open IS DISTINCT FROM 0))),
  constraint capacity_report_level_check CHECK ((level = ANY (ARRAY['detox'::text, 'residential'::text, 'outpatient'::text, 'moud-start'::text, 'shelter'::text, 'other'::text]))),
  constraint capacity_report_open_check CHECK ((open >= 0)),
  constraint capacity_report_waitlist_days_check CHECK ((waitlist_days >= 0))
);
CREATE INDEX capacity_report_service_id_level_as_of_idx ON public.capacity_report USING btree (service_id, level, as_of DESC);
grant insert, select on capacity_report to causeway_app;
alter table capacity_report enable, force row level security;
create policy capacity_report_add on capacity_report for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) OR ((by_member = actor_member_id()) AND (as_of <= now()) AND (((channel = 'member'::text) AND actor_keeps_listing_of(service_id)) OR ((channel = 'phone'::text) AND actor_calls_places() AND actor_sees_listing(service_id)))));
comment on policy capacity_report_add on capacity_report is 'Room is said by whoever keeps the listing, and written down by whoever calls the place; each in their own name.';
create policy capacity_report_by_link on capacity_report for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (channel = 'link'::text) AND (by_member IS NULL) AND (as_of <= now()) AND capacity_link_holds(service_id));
comment on policy capacity_report_by_link on capacity_report is 'A place says by its link whether it has room.';
create policy capacity_report_read on capacity_report for select to causeway_app
  using actor_sees_listing(service_id);
comment on policy capacity_report_read on capacity_report is 'Whoever sees a service sees whether it has room.';
comment on table capacity_report is 'Room at a level of care, as somebody said it. Never changed: the newest of a level counts.';
comment on column capacity_report.open is 'Beds or places. Null: there is room, and nobody said how much.';
comment on column capacity_report.by_member is 'Who wrote it down. Null: whoever holds the place''s signed link.';
comment on column capacity_report.channel is 'link: the place by its link; member: by an account; phone: somebody who called the place.';

create table card_entry (
  id uuid not null,
  state text not null,
  field text not null,
  value text not null,
  source text not null,
  as_of text,
  confidence text,
  note text,
  edition date,
  reviewed_on date,
  organization_id uuid,
  member_id uuid,
  entered_at timestamp with time zone not null default now(),
  constraint card_entry_pkey PRIMARY KEY (id),
  constraint card_entry_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint card_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint card_entry_check CHECK (((edition IS NULL) = (reviewed_on IS NOT NULL))),
  constraint card_entry_check1 CHECK (((edition IS NULL) = ((organization_id IS NOT NULL) AND (member_id IS NOT NULL)))),
  constraint card_entry_check2 CHECK (((edition IS NULL) = ((as_of IS NULL) AND (confidence IS NULL)))),
  constraint card_entry_confidence_check CHECK ((confidence = ANY (ARRAY['seen-in-statute'::text, 'seen-in-dataset'::text, 'seen-in-summary'::text]))),
  constraint card_entry_field_check CHECK ((field ~ '^[a-z-]+\.[a-z0-9-]+$'::text)),
  constraint card_entry_note_check CHECK ((btrim(note) <> ''::text)),
  constraint card_entry_source_check CHECK ((btrim(source) <> ''::text)),
  constraint card_entry_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  constraint card_entry_value_check CHECK ((btrim(value) <> ''::text))
);
CREATE INDEX card_entry_state_field_idx ON public.card_entry USING btree (state, field);
grant select on card_entry to causeway_app;
grant insert (id, state, field, value, source, as_of, confidence, note, edition, reviewed_on, organization_id, member_id) on card_entry to causeway_app;
alter table card_entry enable, force row level security;
create policy card_entry_enter on card_entry for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (edition IS NULL) AND (organization_id = actor_organization_id()) AND (member_id = actor_member_id()) AND (actor_roles() && ARRAY['manager'::text, 'administrator'::text]));
comment on policy card_entry_enter on card_entry is 'Managers and administrators enter what they read, in their own name.';
create policy card_entry_read on card_entry for select to causeway_app
  using (actor_kind() <> ''::text);
comment on policy card_entry_read on card_entry is 'What the law says is public, and so is who read it there.';
create policy card_entry_ship on card_entry for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) AND (edition IS NOT NULL));
comment on policy card_entry_ship on card_entry is 'The program brings its own cards when it starts.';
comment on table card_entry is 'Each value that a field of a jurisdiction card has had, and none is ever changed: what came with the program (it has an edition), and what members entered. The newest that was entered by hand stands; without one, the newest edition.';
comment on column card_entry.as_of is 'The date of the law or page that was read, as far as it is known: a year, a month, a day, or “undated”.';
comment on column card_entry.edition is 'The edition of the shipped cards with which it came; null where a member entered it.';
comment on column card_entry.reviewed_on is 'When the member read the law. Not when they entered it.';

create table case_entry (
  id uuid not null,
  case_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by_member_id uuid not null,
  channel text,
  minutes integer,
  what text,
  words text,
  amount_cents integer,
  about_entry_id uuid,
  struck_at timestamp with time zone,
  struck_by_member_id uuid,
  constraint case_entry_pkey PRIMARY KEY (id),
  constraint case_entry_about_entry_id_fkey FOREIGN KEY (about_entry_id) REFERENCES case_entry(id),
  constraint case_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_entry_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint case_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint case_entry_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint case_entry_struck_by_member_id_fkey FOREIGN KEY (struck_by_member_id) REFERENCES member(id),
  constraint case_entry_amount_cents_check CHECK ((amount_cents > 0)),
  constraint case_entry_channel_check CHECK ((channel = ANY (ARRAY['call'::text, 'text'::text, 'in-person'::text, 'visit'::text, 'mail'::text, 'other'::text]))),
  constraint case_entry_check CHECK (((kind = ANY (ARRAY['contact'::text, 'attempt'::text])) = (channel IS NOT NULL))),
  constraint case_entry_check1 CHECK (((kind = 'funds'::text) = (amount_cents IS NOT NULL))),
  constraint case_entry_check2 CHECK (((struck_at IS NULL) = (struck_by_member_id IS NULL))),
  constraint case_entry_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'status'::text, 'contact'::text, 'attempt'::text, 'goal'::text, 'goal-met'::text, 'need'::text, 'funds'::text, 'note'::text, 'manager'::text, 'merged'::text, 'parted'::text]))),
  constraint case_entry_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440))),
  constraint case_entry_what_check CHECK ((btrim(what) <> ''::text)),
  constraint case_entry_words_check CHECK (((btrim(words) <> ''::text) AND (length(words) <= 4000)))
);
CREATE INDEX case_entry_case_id_happened_at_id_idx ON public.case_entry USING btree (case_id, happened_at DESC, id DESC);
grant insert, select on case_entry to causeway_app;
grant update (struck_at, struck_by_member_id) on case_entry to causeway_app;
alter table case_entry enable, force row level security;
create policy case_entry_own on case_entry for select to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases));
comment on policy case_entry_own on case_entry is 'Contacts, goals and needs are seen by the organization that works with the person.';
create policy case_entry_strike on case_entry for update to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases))
  with check ((struck_by_member_id IS NULL) OR (struck_by_member_id = ( SELECT actor_member_id() AS actor_member_id)));
comment on policy case_entry_strike on case_entry is 'Struck in the name of whoever strikes it, and put back; the words stay as they were.';
create policy case_entry_write on case_entry for insert to causeway_app
  with check ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases) AND (recorded_by_member_id = ( SELECT actor_member_id() AS actor_member_id)) AND (struck_at IS NULL) AND case_is_of_actor(case_id));
comment on policy case_entry_write on case_entry is 'In the name of whoever writes it, in a case of their organization.';
comment on table case_entry is 'What happened in a case, one thing a row (class care-plan). Words are never changed: what was wrong is struck, and stays readable as struck.';
comment on column case_entry.minutes is 'How long it took, where somebody said so.';
comment on column case_entry.what is 'A code beside the words: the new status, the need and how it stands, the pathway.';
comment on column case_entry.about_entry_id is 'The goal that was met, or the entry to which this one adds.';

create table case_file (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  person_id uuid not null,
  referral_id uuid,
  pathway_version_id uuid,
  opened_by_member_id uuid not null,
  opened_at timestamp with time zone not null default now(),
  status text not null,
  status_at timestamp with time zone not null default now(),
  outcome text,
  case_manager_id uuid,
  last_contact_at timestamp with time zone,
  merged_into_id uuid,
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_organization_id_person_id_key UNIQUE (organization_id, person_id),
  constraint case_file_case_manager_id_fkey FOREIGN KEY (case_manager_id) REFERENCES member(id),
  constraint case_file_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint case_file_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES case_file(id),
  constraint case_file_opened_by_member_id_fkey FOREIGN KEY (opened_by_member_id) REFERENCES member(id),
  constraint case_file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint case_file_pathway_version_id_fkey FOREIGN KEY (pathway_version_id) REFERENCES pathway_version(id),
  constraint case_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint case_file_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint case_file_check CHECK (((status = 'closed'::text) = (outcome IS NOT NULL))),
  constraint case_file_check1 CHECK ((merged_into_id <> id)),
  constraint case_file_outcome_check CHECK ((outcome = ANY (ARRAY['goals-met'::text, 'moved'::text, 'incarcerated'::text, 'deceased'::text, 'withdrew'::text, 'transferred'::text, 'not-reached'::text]))),
  constraint case_file_status_check CHECK ((status = ANY (ARRAY['intake'::text, 'active'::text, 'in-the-wind'::text, 'inactive'::text, 'closed'::text])))
);
CREATE INDEX case_file_merged_into_id_idx ON public.case_file USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX case_file_organization_id_case_manager_id_idx ON public.case_file USING btree (organization_id, case_manager_id) WHERE (status <> 'closed'::text);
grant insert, select on case_file to causeway_app;
grant update (pathway_version_id, status, status_at, outcome, case_manager_id, last_contact_at, merged_into_id) on case_file to causeway_app;
alter table case_file enable, force row level security;
create policy case_file_change on case_file for update to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases))
  with check ((merged_into_id IS NULL) OR case_is_of_actor(merged_into_id));
comment on policy case_file_change on case_file is 'It says how a case stands, and keeps one under another of its own.';
create policy case_file_open on case_file for insert to causeway_app
  with check (( SELECT actor_works_cases() AS actor_works_cases) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (opened_by_member_id = ( SELECT actor_member_id() AS actor_member_id)) AND case_person_is_known(person_id, referral_id));
comment on policy case_file_open on case_file is 'Whoever works on cases opens one in their own name, of somebody whom their organization entered or said yes to.';
create policy case_file_own on case_file for select to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases));
comment on policy case_file_own on case_file is 'Only the organization that works with the person sees that it does.';
comment on table case_file is 'That an organization works with a person, since when, and how it stands. One for each person and organization: whoever comes back is taken on again in the same one, so that nothing is told twice.';
comment on column case_file.referral_id is 'How they came, where by a referral; else somebody entered them by hand.';
comment on column case_file.pathway_version_id is 'The entry pathway, as it read on the day. A case has one at most.';
comment on column case_file.status is 'in-the-wind: takes part, is not in touch, and is still being looked for. A closed case can be opened again.';
comment on column case_file.case_manager_id is 'Who is answerable for it; null: nobody yet, which everybody of the organization sees.';
comment on column case_file.last_contact_at is 'When somebody last spoke with the person, kept here so that a caseload need not read every entry.';
comment on column case_file.merged_into_id is 'The case of the same person under which this one is kept. Nothing moves with it, so that it can be undone.';

create table case_identity (
  case_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  called text,
  born_on date,
  phone text,
  how_to_reach text,
  language text,
  whereabouts text,
  sounds text[] not null default '{}'::text[],
  constraint case_identity_pkey PRIMARY KEY (case_id),
  constraint case_identity_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_identity_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint case_identity_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint case_identity_called_check CHECK ((btrim(called) <> ''::text))
);
CREATE INDEX case_identity_organization_id_born_on_idx ON public.case_identity USING btree (organization_id, born_on) WHERE (born_on IS NOT NULL);
CREATE INDEX case_identity_sounds_idx ON public.case_identity USING gin (sounds);
grant insert, select on case_identity to causeway_app;
grant update (called, born_on, phone, how_to_reach, language, whereabouts, sounds) on case_identity to causeway_app;
alter table case_identity enable, force row level security;
create policy case_identity_change on case_identity for update to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases));
comment on policy case_identity_change on case_identity is 'Corrected by whoever works on the case.';
create policy case_identity_own on case_identity for select to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases));
comment on policy case_identity_own on case_identity is 'Who somebody is stays in the organization that works with them.';
create policy case_identity_write on case_identity for insert to causeway_app
  with check ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT actor_works_cases() AS actor_works_cases) AND case_is_of_actor(case_id));
comment on policy case_identity_write on case_identity is 'Written with the case.';
comment on table case_identity is 'Who the person is to the organization that works with them (class identity). Each field is saved by itself.';
comment on column case_identity.called is 'Null: they gave no name.';
comment on column case_identity.sounds is 'How each word of the name sounds (double metaphone), to find somebody who was entered twice.';

create table case_task (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  case_id uuid,
  kind text not null,
  title text not null,
  about text,
  href text,
  due_at timestamp with time zone not null,
  assigned_member_id uuid,
  added_by_member_id uuid not null,
  added_at timestamp with time zone not null default now(),
  ended text,
  ended_at timestamp with time zone,
  ended_by_member_id uuid,
  constraint case_task_pkey PRIMARY KEY (id),
  constraint case_task_added_by_member_id_fkey FOREIGN KEY (added_by_member_id) REFERENCES member(id),
  constraint case_task_assigned_member_id_fkey FOREIGN KEY (assigned_member_id) REFERENCES member(id),
  constraint case_task_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_task_ended_by_member_id_fkey FOREIGN KEY (ended_by_member_id) REFERENCES member(id),
  constraint case_task_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint case_task_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint case_task_about_check CHECK ((btrim(about) <> ''::text)),
  constraint case_task_check CHECK ((((ended IS NULL) = (ended_at IS NULL)) AND ((ended IS NULL) = (ended_by_member_id IS NULL)))),
  constraint case_task_check1 CHECK (((case_id IS NULL) OR (about IS NULL))),
  constraint case_task_ended_check CHECK ((ended = ANY (ARRAY['done'::text, 'dropped'::text, 'with-case'::text]))),
  constraint case_task_href_check CHECK ((href ~ '^/[a-z]'::text)),
  constraint case_task_kind_check CHECK ((kind = ANY (ARRAY['task'::text, 'follow-up'::text, 'deadline'::text, 'call-back'::text, 'visit'::text, 'appointment'::text]))),
  constraint case_task_title_check CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200)))
);
CREATE INDEX case_task_assigned_member_id_due_at_id_idx ON public.case_task USING btree (assigned_member_id, due_at, id) WHERE (ended IS NULL);
CREATE INDEX case_task_case_id_due_at_idx ON public.case_task USING btree (case_id, due_at);
CREATE INDEX case_task_organization_id_due_at_id_idx ON public.case_task USING btree (organization_id, due_at, id) WHERE (ended IS NULL);
grant insert, select on case_task to causeway_app;
grant update (title, due_at, assigned_member_id, ended, ended_at, ended_by_member_id) on case_task to causeway_app;
alter table case_task enable, force row level security;
create policy case_task_add on case_task for insert to causeway_app
  with check ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (actor_kind() = 'member'::text) AND (added_by_member_id = ( SELECT actor_member_id() AS actor_member_id)) AND (ended IS NULL) AND
CASE
    WHEN (case_id IS NULL) THEN ( SELECT actor_helps_people() AS actor_helps_people)
    ELSE (( SELECT actor_works_cases() AS actor_works_cases) AND case_is_of_actor(case_id))
END);
comment on policy case_task_add on case_task is 'Whoever works on a case adds to what is due in it; without a case, whoever works with people.';
create policy case_task_change on case_task for update to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (actor_kind() = 'member'::text) AND (( SELECT actor_works_cases() AS actor_works_cases) OR ((case_id IS NULL) AND ( SELECT actor_helps_people() AS actor_helps_people))))
  with check ((ended_by_member_id IS NULL) OR (ended_by_member_id = ( SELECT actor_member_id() AS actor_member_id)));
comment on policy case_task_change on case_task is 'Put off, given to somebody, and ended by whoever may see it, in their own name.';
create policy case_task_own on case_task for select to causeway_app
  using ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (( SELECT actor_works_cases() AS actor_works_cases) OR ((case_id IS NULL) AND (actor_kind() = 'member'::text) AND ( SELECT actor_helps_people() AS actor_helps_people))));
comment on policy case_task_own on case_task is 'What is due in a case is seen by its organization; police keep only tasks of their own encounters.';
comment on table case_task is 'What somebody of the organization is to do by when (class care-plan). Open until a member ends it: none is past its time without being on a queue.';
comment on column case_task.case_id is 'Null: of something else that the organization works on, such as a walk-in; then about and href say what.';
comment on column case_task.about is 'Whom or what it is about, where there is no case that says it.';
comment on column case_task.assigned_member_id is 'Null: whoever of the organization comes first.';
comment on column case_task.ended is 'with-case: the case was closed. It comes back when the case is opened again.';

create table closure (
  id uuid not null,
  service_id uuid not null,
  from_on date not null,
  until_on date not null,
  note text,
  constraint closure_pkey PRIMARY KEY (id),
  constraint closure_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint closure_check CHECK ((from_on <= until_on))
);
CREATE INDEX closure_service_id_until_on_idx ON public.closure USING btree (service_id, until_on);
CREATE TRIGGER closure_changed AFTER INSERT OR DELETE OR UPDATE ON public.closure FOR EACH ROW EXECUTE FUNCTION closure_changed();
grant delete, insert, select, update on closure to causeway_app;
alter table closure enable, force row level security;
create policy closure_keep on closure for all to causeway_app
  using actor_keeps_listing_of(service_id);
comment on policy closure_keep on closure is 'Whoever keeps a listing says when it is shut.';
create policy closure_read on closure for select to causeway_app
  using actor_sees_listing(service_id);
comment on policy closure_read on closure is 'Whoever sees a service sees when it is shut.';
comment on table closure is 'Days, first and last included, on which a service is shut though its hours say otherwise.';

create table credential (
  member_id uuid not null,
  password_hash text not null,
  totp_secret text,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  changed_at timestamp with time zone not null default now(),
  constraint credential_pkey PRIMARY KEY (member_id),
  constraint credential_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
grant insert, select, update on credential to causeway_app;
alter table credential enable, force row level security;
create policy credential_accept on credential for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (EXISTS ( SELECT
   FROM invitation i
  WHERE (((i.id)::text = actor_claim()) AND is_open(i.*) AND (i.member_id = credential.member_id)))));
comment on policy credential_accept on credential is 'Whoever accepts an invitation sets its password and codes.';
create policy credential_keep on credential for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy credential_keep on credential is 'The operator sets first credentials; administrators never see them.';
create policy credential_own on credential for all to causeway_app
  using (member_id = actor_member_id());
comment on policy credential_own on credential is 'Members change their own password and codes.';
create policy credential_recognise on credential for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = credential.member_id) AND ((m.email = actor_claim()) OR (EXISTS ( SELECT
           FROM session s
          WHERE ((s.member_id = m.id) AND (s.token_hash = actor_claim())))))))));
comment on policy credential_recognise on credential is 'Signing in checks the one account whose address or session is held up, and changes nothing of it.';
comment on table credential is 'How a member proves who they are: password (Argon2id) and one-time codes (RFC 6238).';
comment on column credential.totp_secret is 'Encrypted with a key that the database does not hold.';
comment on column credential.totp_last_step is 'The time step of the last code taken. A code counts once (ASVS 6.5.1): only a later step is accepted.';

create table directory_import (
  id uuid not null,
  kind text not null,
  file_name text not null,
  bytes integer not null,
  jurisdiction_id uuid,
  organization_id uuid,
  by_member uuid,
  state text not null,
  done integer not null default 0,
  total integer not null default 0,
  mapping jsonb,
  found jsonb,
  counts jsonb,
  taken_back jsonb,
  trouble text,
  created_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint directory_import_pkey PRIMARY KEY (id),
  constraint directory_import_by_member_fkey FOREIGN KEY (by_member) REFERENCES member(id),
  constraint directory_import_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint directory_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint directory_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES member(id),
  constraint directory_import_bytes_check CHECK ((bytes >= 0)),
  constraint directory_import_check CHECK (((by_member IS NULL) = (organization_id IS NULL))),
  constraint directory_import_check1 CHECK (((by_member IS NULL) = (jurisdiction_id IS NULL))),
  constraint directory_import_kind_check CHECK ((kind = ANY (ARRAY['samhsa-list'::text, 'findtreatment'::text, 'hsds'::text, 'csv'::text]))),
  constraint directory_import_state_check CHECK ((state = ANY (ARRAY['columns'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'done'::text, 'refused'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX directory_import_jurisdiction_id_created_at_idx ON public.directory_import USING btree (jurisdiction_id, created_at DESC);
grant delete, insert, select, update on directory_import to causeway_app;
alter table directory_import enable, force row level security;
create policy directory_import_add on directory_import for insert to causeway_app
  with check (((actor_kind() = 'operator'::text) AND (by_member IS NULL)) OR (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND (by_member = actor_member_id()) AND (organization_id = actor_organization_id()) AND (jurisdiction_id = actor_jurisdiction_id())));
comment on policy directory_import_add on directory_import is 'Who imports does so in their own name.';
create policy directory_import_change on directory_import for update to causeway_app
  using (( SELECT actor_imports() AS actor_imports) OR (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id))));
comment on policy directory_import_change on directory_import is 'A county''s managers work on its imports, and the job that does the work.';
create policy directory_import_drop on directory_import for delete to causeway_app
  using ((state = ANY (ARRAY['columns'::text, 'checked'::text, 'refused'::text])) AND (( SELECT actor_imports() AS actor_imports) OR (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)))));
comment on policy directory_import_drop on directory_import is 'A file that was never imported can be thrown away; what was imported stays known.';
create policy directory_import_read on directory_import for select to causeway_app
  using (( SELECT actor_imports() AS actor_imports) OR (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND ((jurisdiction_id IS NULL) OR (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)))));
comment on policy directory_import_read on directory_import is 'Managers and administrators see what was imported in their county, and what the operator imported for all.';
comment on table directory_import is 'A file that somebody brought into the directory, or is about to.';
comment on column directory_import.by_member is 'Null, as its organization and county: the operator, by a command.';
comment on column directory_import.state is 'columns: it has to be said which column is what; checking, checked: looked through, nothing written; importing, done; refused: nothing was written; undoing, undone: taken back.';
comment on column directory_import.done is 'Rows worked off, of total, in what goes on now.';
comment on column directory_import.mapping is 'For a table: our field by the number of its column.';
comment on column directory_import.found is 'What looking through it found, in numbers, with the first rows as they will be.';
comment on column directory_import.counts is 'What was written.';
comment on column directory_import.taken_back is 'What was taken back, and what was not.';
comment on column directory_import.trouble is 'Why it was refused, in a sentence.';

create table disclosure (
  id uuid not null,
  at timestamp with time zone not null default clock_timestamp(),
  jurisdiction_id uuid not null,
  person_ids uuid[] not null,
  from_organization_id uuid not null,
  to_organization_id uuid not null,
  to_member_id uuid,
  basis text not null,
  release_line_id uuid,
  data_classes text[] not null,
  purpose text not null,
  channel text not null,
  notice_version text,
  request_id text,
  break_glass_id uuid,
  redisclosure_rule text not null,
  constraint disclosure_pkey PRIMARY KEY (id),
  constraint disclosure_break_glass_id_fkey FOREIGN KEY (break_glass_id) REFERENCES break_glass(id),
  constraint disclosure_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint disclosure_release_line_id_fkey FOREIGN KEY (release_line_id) REFERENCES release_line(id),
  constraint disclosure_basis_check CHECK ((basis = ANY (ARRAY['release'::text, 'criminal-justice'::text, 'tpo'::text, 'referral'::text, 'emergency'::text, 'crime-on-premises'::text, 'child-abuse-report'::text, 'court-order'::text, 'research'::text, 'audit'::text, 'public-health'::text, 'qualified-service'::text, 'internal'::text]))),
  constraint disclosure_break_glass_check CHECK (((basis = 'emergency'::text) = (break_glass_id IS NOT NULL))),
  constraint disclosure_channel_check CHECK ((channel = ANY (ARRAY['page'::text, 'api'::text, 'message'::text, 'pdf'::text, 'csv'::text, 'print'::text, 'json'::text]))),
  constraint disclosure_data_classes_check CHECK ((cardinality(data_classes) > 0)),
  constraint disclosure_notice_check CHECK (((release_line_id IS NULL) OR (notice_version IS NOT NULL))),
  constraint disclosure_person_ids_check CHECK ((cardinality(person_ids) > 0)),
  constraint disclosure_redisclosure_rule_check CHECK ((redisclosure_rule = ANY (ARRAY['hipaa-except-proceedings'::text, 'consistent-with-consent'::text, 'none'::text]))),
  constraint disclosure_release_line_check CHECK (((basis = ANY (ARRAY['release'::text, 'criminal-justice'::text, 'tpo'::text])) = (release_line_id IS NOT NULL)))
);
CREATE INDEX disclosure_jurisdiction_id_at_idx ON public.disclosure USING btree (jurisdiction_id, at);
CREATE INDEX disclosure_person_ids_idx ON public.disclosure USING gin (person_ids);
CREATE TRIGGER disclosure_refuse_change BEFORE DELETE OR UPDATE ON public.disclosure FOR EACH ROW EXECUTE FUNCTION disclosure_refuse_change();
CREATE TRIGGER disclosure_refuse_truncate BEFORE TRUNCATE ON public.disclosure FOR EACH STATEMENT EXECUTE FUNCTION disclosure_refuse_change();
grant insert, select on disclosure to causeway_app;
alter table disclosure enable, force row level security;
create policy disclosure_find on disclosure for select to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy disclosure_find on disclosure is 'Who was told without a release or a referral.';
create policy disclosure_mine on disclosure for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (actor_person_id() = ANY (person_ids)));
comment on policy disclosure_mine on disclosure is 'A person reads who was shown what about them (2.25).';
create policy disclosure_read_office on disclosure for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy disclosure_read_office on disclosure is 'The privacy officer reads the ledger.';
create policy disclosure_write on disclosure for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (to_organization_id = actor_organization_id()) AND (NOT (to_member_id IS DISTINCT FROM actor_member_id())) AND
CASE basis
    WHEN 'referral'::text THEN true
    WHEN 'emergency'::text THEN (actor_gives_medical_care() AND (EXISTS ( SELECT
       FROM break_glass b
      WHERE ((b.id = disclosure.break_glass_id) AND (b.member_id = actor_member_id()) AND (b.open_until > now()) AND (b.data_classes <@ b.data_classes)))))
    ELSE release_line_tells(release_line_id, person_ids, from_organization_id, data_classes, basis)
END);
comment on policy disclosure_write on disclosure is 'Whoever is shown something writes who was shown what, under their own name, and only what a live line or an emergency lets them be shown.';
comment on table disclosure is 'The ledger: each time one organization was shown what another holds about a person, on whichever basis in law, written in the same transaction, or nothing was shown.';
comment on column disclosure.basis is 'release: a live line (2.31). criminal-justice: 2.35. tpo: treatment, payment, operations. referral: what the sender wrote for the place that was asked, with the person''s word. emergency: 2.51. The others have room here: crime on premises and child-abuse reports (2.12(c)), court orders (2.61 to 2.67), research (2.52), audit (2.53), public health (2.54), qualified service organizations and work inside a program (2.12(c)).';
comment on column disclosure.notice_version is 'Which statement of 42 CFR 2.32 went with it (P2-030).';
comment on column disclosure.redisclosure_rule is 'What whoever was told may do with it (P2-021): pass it on as HIPAA permits except for proceedings, only as the consent says, or not at all.';

create table diversion (
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  from_member_id uuid not null,
  to_organization_id uuid not null,
  pathway_version_id uuid not null,
  way text not null,
  charge text,
  incident text,
  verification text,
  office_organization_id uuid,
  opened_at timestamp with time zone not null default clock_timestamp(),
  arrive_by timestamp with time zone,
  constraint diversion_pkey PRIMARY KEY (referral_id),
  constraint diversion_referral_id_jurisdiction_id_person_id_from_organi_key UNIQUE (referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id),
  constraint diversion_referral_id_office_organization_id_key UNIQUE (referral_id, office_organization_id),
  constraint diversion_from_member_id_fkey FOREIGN KEY (from_member_id) REFERENCES member(id),
  constraint diversion_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint diversion_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint diversion_office_organization_id_fkey FOREIGN KEY (office_organization_id) REFERENCES organization(id),
  constraint diversion_pathway_version_id_fkey FOREIGN KEY (pathway_version_id) REFERENCES pathway_version(id),
  constraint diversion_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint diversion_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint diversion_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint diversion_charge_check CHECK ((btrim(charge) <> ''::text)),
  constraint diversion_check CHECK ((((way = 'arrest'::text) = (charge IS NOT NULL)) AND ((way = 'arrest'::text) = (office_organization_id IS NOT NULL)))),
  constraint diversion_check1 CHECK ((((way = 'social-contact'::text) = (verification IS NOT NULL)) AND ((way = 'arrest'::text) OR (incident IS NULL)))),
  constraint diversion_incident_check CHECK ((btrim(incident) <> ''::text)),
  constraint diversion_verification_check CHECK ((verification = ANY (ARRAY['records'::text, 'observation'::text, 'reliable-information'::text]))),
  constraint diversion_way_check CHECK ((way = ANY (ARRAY['arrest'::text, 'social-contact'::text, 'community'::text])))
);
CREATE INDEX diversion_from_organization_id_opened_at_idx ON public.diversion USING btree (from_organization_id, opened_at DESC);
CREATE INDEX diversion_office_organization_id_opened_at_idx ON public.diversion USING btree (office_organization_id, opened_at DESC) WHERE (office_organization_id IS NOT NULL);
CREATE INDEX diversion_to_organization_id_opened_at_idx ON public.diversion USING btree (to_organization_id, opened_at DESC);
grant insert, select on diversion to causeway_app;
alter table diversion enable, force row level security;
create policy diversion_office on diversion for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND actor_is_prosecutor_of(office_organization_id) AND diversion_packet_is_in(referral_id));
comment on policy diversion_office on diversion is 'The office sees it once the packet was sent to it, and no other.';
create policy diversion_open on diversion for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND (from_member_id = actor_member_id()) AND referral_sent(referral_id) AND referral_was_made_on(referral_id, pathway_version_id) AND referral_is_approved(referral_id));
comment on policy diversion_open on diversion is 'Whoever referred opens it, in their own name, under the version of the referral, and after every yes that it asks for.';
create policy diversion_own on diversion for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (( SELECT actor_kind() AS actor_kind) = 'member'::text) AND ( SELECT actor_helps_people() AS actor_helps_people));
comment on policy diversion_own on diversion is 'An organization sees its own submission, always.';
create policy diversion_received on diversion for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_follows_cases() AS actor_follows_cases) AND (EXISTS ( SELECT
   FROM referral r
  WHERE (r.id = diversion.referral_id))));
comment on policy diversion_received on diversion is 'The place that was asked sees it as long as it may see the referral.';
create policy diversion_watch on diversion for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = 'watch-diversions'::text));
comment on policy diversion_watch on diversion is 'A job watches the clocks.';
comment on table diversion is 'A referral of somebody who could be charged, or whom an officer or partner met in need, as its sender wrote it (class own-submission). Opened only after every approval.';
comment on column diversion.charge is 'The charge that is not made while they take part, in words. Never what a check of records says.';
comment on column diversion.incident is 'What the agency calls the incident, where a report is written: some write none.';
comment on column diversion.verification is 'On what a social contact rests. What was seen or said is not kept.';
comment on column diversion.office_organization_id is 'The office to which the packet goes. It sees nothing before the packet is sent.';
comment on column diversion.arrive_by is 'By when the case manager is there, as the version of the pathway says; null: it says nothing.';

create table diversion_step (
  id uuid not null,
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  to_organization_id uuid not null,
  office_organization_id uuid,
  kind text not null,
  outcome text,
  words text,
  contents text[] not null default '{}'::text[],
  due_at timestamp with time zone,
  by_organization_id uuid,
  by_member_id uuid,
  at timestamp with time zone not null default clock_timestamp(),
  constraint diversion_step_pkey PRIMARY KEY (id),
  constraint diversion_step_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES member(id),
  constraint diversion_step_by_organization_id_fkey FOREIGN KEY (by_organization_id) REFERENCES organization(id),
  constraint diversion_step_referral_id_jurisdiction_id_person_id_from__fkey FOREIGN KEY (referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id) REFERENCES diversion(referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id),
  constraint diversion_step_referral_id_office_organization_id_fkey FOREIGN KEY (referral_id, office_organization_id) REFERENCES diversion(referral_id, office_organization_id),
  constraint diversion_step_check CHECK (((kind <> 'reported'::text) OR (outcome = ANY (ARRAY['completed'::text, 'not-completed'::text])))),
  constraint diversion_step_check1 CHECK (((kind <> 'decided'::text) OR (outcome = ANY (ARRAY['not-filed'::text, 'filed'::text, 'dismissed'::text])))),
  constraint diversion_step_check2 CHECK (((kind <> 'reported'::text) OR (words IS NULL))),
  constraint diversion_step_kind_check CHECK ((kind = ANY (ARRAY['reached'::text, 'arrived'::text, 'handed-over'::text, 'left'::text, 'packet-sent'::text, 'screened'::text, 'extended'::text, 'intake-done'::text, 'reported'::text, 'settled'::text, 'office-extended'::text, 'decided'::text, 'legal-event'::text, 'overdue'::text]))),
  constraint diversion_step_outcome_check CHECK ((btrim(outcome) <> ''::text)),
  constraint diversion_step_words_check CHECK ((btrim(words) <> ''::text))
);
CREATE INDEX diversion_step_office_organization_id_at_idx ON public.diversion_step USING btree (office_organization_id, at) WHERE (kind = 'packet-sent'::text);
CREATE INDEX diversion_step_referral_id_at_idx ON public.diversion_step USING btree (referral_id, at);
CREATE UNIQUE INDEX diversion_step_referral_id_kind_idx ON public.diversion_step USING btree (referral_id, kind) WHERE (kind <> ALL (ARRAY['extended'::text, 'office-extended'::text, 'legal-event'::text, 'overdue'::text]));
grant insert, select on diversion_step to causeway_app;
alter table diversion_step enable, force row level security;
create policy diversion_step_own on diversion_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (by_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (( SELECT actor_kind() AS actor_kind) = 'member'::text) AND (( SELECT actor_helps_people() AS actor_helps_people) OR ( SELECT ('prosecutor'::text = ANY (actor_roles())))));
comment on policy diversion_step_own on diversion_step is 'An organization sees the steps that it took.';
create policy diversion_step_packet on diversion_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (kind = 'packet-sent'::text) AND actor_is_prosecutor_of(office_organization_id));
comment on policy diversion_step_packet on diversion_step is 'The office sees the packet that was sent to it.';
create policy diversion_step_pass on diversion_step for insert to causeway_app
  with check ((actor_kind() = 'job'::text) AND (actor_job() = 'watch-diversions'::text) AND (kind = 'overdue'::text) AND (by_organization_id IS NULL) AND (by_member_id IS NULL));
comment on policy diversion_step_pass on diversion_step is 'That a clock ran out is written by the job that watches them.';
create policy diversion_step_received on diversion_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_follows_cases() AS actor_follows_cases) AND (EXISTS ( SELECT
   FROM referral r
  WHERE (r.id = diversion_step.referral_id))));
comment on policy diversion_step_received on diversion_step is 'The place sees all of it while it may see the referral.';
create policy diversion_step_released on diversion_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (by_organization_id = to_organization_id) AND (( SELECT actor_kind() AS actor_kind) = 'member'::text) AND (((from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people) AND (((kind = 'reported'::text) AND release_covers(person_id, to_organization_id, from_organization_id, 'intake-done'::text)) OR ((kind = ANY (ARRAY['reached'::text, 'arrived'::text, 'handed-over'::text])) AND release_covers(person_id, to_organization_id, from_organization_id, 'handoff'::text)))) OR ((kind = 'reported'::text) AND actor_is_prosecutor_of(office_organization_id) AND release_covers(person_id, to_organization_id, office_organization_id, 'intake-done'::text))));
comment on policy diversion_step_released on diversion_step is 'Police learn of the handoff, and of completed or not completed, the office of completed or not completed, each by a live release alone. Nobody of them sees a screening or an intake.';
create policy diversion_step_take on diversion_step for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (by_organization_id = actor_organization_id()) AND (by_member_id = actor_member_id()) AND
CASE
    WHEN (kind = ANY (ARRAY['decided'::text, 'office-extended'::text])) THEN (actor_is_prosecutor_of(office_organization_id) AND diversion_packet_is_in(referral_id))
    WHEN (kind = 'legal-event'::text) THEN (actor_is_prosecutor_of(office_organization_id) AND release_covers(person_id, to_organization_id, office_organization_id, 'intake-done'::text))
    WHEN (kind = 'packet-sent'::text) THEN (actor_helps_people() AND (from_organization_id = actor_organization_id()))
    WHEN (kind = ANY (ARRAY['screened'::text, 'extended'::text, 'intake-done'::text, 'reported'::text, 'settled'::text])) THEN (actor_follows_cases() AND (to_organization_id = actor_organization_id()) AND referral_is_asked_of_actor(referral_id))
    WHEN (kind = ANY (ARRAY['reached'::text, 'arrived'::text, 'handed-over'::text, 'left'::text])) THEN ((actor_helps_people() AND (from_organization_id = actor_organization_id())) OR (actor_follows_cases() AND (to_organization_id = actor_organization_id()) AND referral_is_asked_of_actor(referral_id)))
    ELSE false
END);
comment on policy diversion_step_take on diversion_step is 'Each takes their own steps, in their own name: the sender, the place, and the office once the packet is in; what comes after only under a live release.';
create policy diversion_step_watch on diversion_step for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = 'watch-diversions'::text));
comment on policy diversion_step_watch on diversion_step is 'It reads what was done to know what was not.';
comment on table diversion_step is 'What happened on a diversion, each by whoever did it (class legal). A report is completed or not completed, and never says why.';
comment on column diversion_step.contents is 'Of a packet: the documents that are in it.';
comment on column diversion_step.due_at is 'The day that this step sets: of a handoff and of an extension that for intake, of an office''s extension that of its decision.';
comment on column diversion_step.by_organization_id is 'Null: the clock itself.';

create table expiry_alert (
  organization_id uuid not null,
  lot_id uuid not null,
  days integer not null,
  jurisdiction_id uuid not null,
  told_at timestamp with time zone not null default now(),
  constraint expiry_alert_pkey PRIMARY KEY (organization_id, lot_id, days),
  constraint expiry_alert_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint expiry_alert_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES supply_lot(id),
  constraint expiry_alert_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint expiry_alert_days_check CHECK ((days = ANY (ARRAY[90, 30])))
);
grant insert, select on expiry_alert to causeway_app;
alter table expiry_alert enable, force row level security;
create policy expiry_alert_add on expiry_alert for insert to causeway_app
  with check (actor_job() = 'tell-of-expiry'::text);
comment on policy expiry_alert_add on expiry_alert is 'The job that warns notes whom it tells.';
create policy expiry_alert_job on expiry_alert for select to causeway_app
  using (actor_job() = 'tell-of-expiry'::text);
comment on policy expiry_alert_job on expiry_alert is 'The job that warns knows whom it has told.';
comment on table expiry_alert is 'That an organization was told that a lot it holds expires within 90 or 30 days: once each.';

create table fact_check (
  id uuid not null,
  service_id uuid not null,
  fact text not null,
  checked_on date not null,
  source text not null,
  by_member uuid,
  created_at timestamp with time zone not null default now(),
  holds boolean not null default true,
  constraint fact_check_pkey PRIMARY KEY (id),
  constraint fact_check_by_member_fkey FOREIGN KEY (by_member) REFERENCES member(id),
  constraint fact_check_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint fact_check_fact_check CHECK ((fact = ANY (ARRAY['hours'::text, 'phone'::text, 'address'::text, 'payers'::text, 'moud'::text, 'admission'::text, 'capacity'::text, 'services'::text]))),
  constraint fact_check_source_check CHECK ((source = ANY (ARRAY['member'::text, 'phone'::text, 'website'::text, 'import'::text, 'link'::text])))
);
CREATE INDEX fact_check_service_id_fact_checked_on_idx ON public.fact_check USING btree (service_id, fact, checked_on DESC);
grant insert, select on fact_check to causeway_app;
alter table fact_check enable, force row level security;
create policy fact_check_add on fact_check for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) OR ((by_member = actor_member_id()) AND (source = ANY (ARRAY['member'::text, 'phone'::text, 'website'::text])) AND (actor_keeps_listing_of(service_id) OR (actor_calls_places() AND actor_sees_listing(service_id)))));
comment on policy fact_check_add on fact_check is 'Facts are checked by whoever keeps the listing or calls the place, in their own name.';
create policy fact_check_by_link on fact_check for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (source = 'link'::text) AND (by_member IS NULL) AND capacity_link_holds(service_id));
comment on policy fact_check_by_link on fact_check is 'A place says by its link what is still true.';
create policy fact_check_read on fact_check for select to causeway_app
  using actor_sees_listing(service_id);
comment on policy fact_check_read on fact_check is 'Whoever sees a service sees how fresh its facts are.';
comment on table fact_check is 'That somebody looked whether a fact of a listing is still true. The newest of a fact counts.';
comment on column fact_check.holds is 'False: somebody found it wrong, and whoever keeps the listing has to mend it.';

create table handoff_step (
  id uuid not null,
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  to_organization_id uuid not null,
  step text not null,
  by_organization_id uuid,
  by_member_id uuid,
  by_link_id uuid,
  person_confirms boolean not null default false,
  at timestamp with time zone not null default now(),
  constraint handoff_step_pkey PRIMARY KEY (id),
  constraint handoff_step_referral_id_step_key UNIQUE (referral_id, step),
  constraint handoff_step_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES member(id),
  constraint handoff_step_by_organization_id_fkey FOREIGN KEY (by_organization_id) REFERENCES organization(id),
  constraint handoff_step_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint handoff_step_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint handoff_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint handoff_step_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint handoff_step_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint handoff_step_step_check CHECK ((step = ANY (ARRAY['submitted'::text, 'delivered'::text, 'accepted'::text, 'declined'::text, 'arrived'::text, 'handed-over'::text, 'withdrawn'::text])))
);
grant insert, select on handoff_step to causeway_app;
alter table handoff_step enable, force row level security;
create policy handoff_step_deliver on handoff_step for insert to causeway_app
  with check ((actor_kind() = 'job'::text) AND (actor_job() = 'announce-referral'::text) AND (step = 'delivered'::text) AND (by_organization_id IS NULL));
comment on policy handoff_step_deliver on handoff_step is 'The system records that the message reached the intake desk.';
create policy handoff_step_delivered on handoff_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people) AND (step = 'delivered'::text));
comment on policy handoff_step_delivered on handoff_step is 'The sender knows that the system delivered it; that is no answer by the place.';
create policy handoff_step_delivering on handoff_step for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = 'announce-referral'::text) AND (step = 'delivered'::text));
comment on policy handoff_step_delivering on handoff_step is 'A delivery that is tried again finds the one before (on conflict reads the row).';
create policy handoff_step_mine on handoff_step for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'person'::text) AND (person_id = ( SELECT actor_person_id() AS actor_person_id)));
comment on policy handoff_step_mine on handoff_step is 'And what happened on the way.';
create policy handoff_step_own on handoff_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (by_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (( SELECT actor_helps_people() AS actor_helps_people) OR ((( SELECT actor_kind() AS actor_kind) = 'link'::text) AND (referral_id = ( SELECT actor_subject_id() AS actor_subject_id)) AND referral_link_lasts(referral_id))));
comment on policy handoff_step_own on handoff_step is 'An organization sees the steps that it took.';
create policy handoff_step_received on handoff_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (step = ANY (ARRAY['submitted'::text, 'delivered'::text, 'handed-over'::text])) AND (EXISTS ( SELECT
   FROM referral r
  WHERE (r.id = handoff_step.referral_id))));
comment on policy handoff_step_received on handoff_step is 'The receiving place sees the sender''s steps while it may see the referral.';
create policy handoff_step_record on handoff_step for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (by_organization_id = actor_organization_id()) AND (NOT (by_member_id IS DISTINCT FROM actor_member_id())) AND (NOT (by_link_id IS DISTINCT FROM
CASE
    WHEN (actor_kind() = 'link'::text) THEN actor_holding_id()
    ELSE NULL::uuid
END)) AND
CASE
    WHEN (step = ANY (ARRAY['submitted'::text, 'handed-over'::text, 'withdrawn'::text])) THEN (actor_helps_people() AND (from_organization_id = actor_organization_id()) AND referral_sent(referral_id))
    WHEN (step = ANY (ARRAY['accepted'::text, 'declined'::text, 'arrived'::text])) THEN ((to_organization_id = actor_organization_id()) AND referral_writes_for_place(referral_id))
    ELSE false
END);
comment on policy handoff_step_record on handoff_step is 'Sender and receiver each record their own steps, in their own name.';
create policy handoff_step_released on handoff_step for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people) AND (by_organization_id = to_organization_id) AND (EXISTS ( SELECT
   FROM release_line line
  WHERE ((line.jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (line.recipient_organization_id = handoff_step.from_organization_id) AND (line.person_id = handoff_step.person_id) AND (line.from_organization_id = handoff_step.to_organization_id) AND ((line.recipient_member_id IS NULL) OR (line.recipient_member_id = ( SELECT actor_member_id() AS actor_member_id))) AND line.active AND (line.revoked_at IS NULL) AND (line.ended_at IS NULL) AND ((line.expires_at IS NULL) OR (line.expires_at > now())) AND ((('handoff'::text = ANY (line.data_classes)) AND ('handoff'::text <> ALL (line.withheld_classes))) OR ((handoff_step.step = 'arrived'::text) AND ('contact-made'::text = ANY (line.data_classes)) AND ('contact-made'::text <> ALL (line.withheld_classes))))))));
comment on policy handoff_step_released on handoff_step is 'The sender learns what the place did only through a live release that says so (requirements 1.5).';
comment on table handoff_step is 'What happened in a handoff, by whom and when (class handoff). A step is never changed.';
comment on column handoff_step.by_organization_id is 'Null: the system itself (delivery).';
comment on column handoff_step.person_confirms is 'The person said so too: a handoff is complete when sender, receiver and person have confirmed.';

create table held_charge (
  id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  held_by_organization_id uuid not null,
  reference text not null,
  decide_by timestamp with time zone,
  recorded_by_member_id uuid not null,
  recorded_at timestamp with time zone not null default now(),
  disposition text,
  disposed_at timestamp with time zone,
  disposed_by_member_id uuid,
  constraint held_charge_pkey PRIMARY KEY (id),
  constraint held_charge_disposed_by_member_id_fkey FOREIGN KEY (disposed_by_member_id) REFERENCES member(id),
  constraint held_charge_held_by_organization_id_fkey FOREIGN KEY (held_by_organization_id) REFERENCES organization(id),
  constraint held_charge_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint held_charge_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint held_charge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint held_charge_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint held_charge_check CHECK ((((disposition IS NULL) = (disposed_at IS NULL)) AND ((disposition IS NULL) = (disposed_by_member_id IS NULL)))),
  constraint held_charge_check1 CHECK ((held_by_organization_id <> organization_id)),
  constraint held_charge_disposition_check CHECK ((disposition = ANY (ARRAY['not-filed'::text, 'filed'::text, 'dismissed'::text]))),
  constraint held_charge_reference_check CHECK ((btrim(reference) <> ''::text))
);
CREATE INDEX held_charge_jurisdiction_id_person_id_idx ON public.held_charge USING btree (jurisdiction_id, person_id);
CREATE TRIGGER held_charge_dispose BEFORE UPDATE ON public.held_charge FOR EACH ROW EXECUTE FUNCTION held_charge_dispose();
CREATE TRIGGER held_charge_end_releases AFTER UPDATE ON public.held_charge FOR EACH ROW EXECUTE FUNCTION held_charge_end_releases();
grant select on held_charge to causeway_app;
grant insert (id, jurisdiction_id, person_id, organization_id, held_by_organization_id, reference, decide_by, recorded_by_member_id) on held_charge to causeway_app;
grant update (decide_by, disposition, disposed_by_member_id) on held_charge to causeway_app;
alter table held_charge enable, force row level security;
create policy held_charge_decide on held_charge for update to causeway_app
  using ((disposition IS NULL) AND (actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()))
  with check ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND ((disposition IS NULL) OR (disposed_by_member_id = actor_member_id())));
comment on policy held_charge_decide on held_charge is 'It records a later date, or what was decided, in the name of the member who writes it.';
create policy held_charge_hold on held_charge for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (recorded_by_member_id = actor_member_id()) AND (NOT (EXISTS ( SELECT
   FROM organization o
  WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))));
comment on policy held_charge_hold on held_charge is 'Whoever follows the case records that a charge is held; police and courts do not.';
create policy held_charge_own on held_charge for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_helps_people());
comment on policy held_charge_own on held_charge is 'The organization that follows the case sees it. The office that holds it learns of the person by a release alone.';
comment on table held_charge is 'A charge that a prosecutor or court holds on condition that the person takes part: officer intervention alone has one. Only with it is there a release under 42 CFR 2.35 (P2-040, P2-041), which ends when it is decided.';
comment on column held_charge.organization_id is 'Who follows the case and keeps this. Never police or courts: that the row is there says that the person takes part.';
comment on column held_charge.held_by_organization_id is 'The office that holds the charge.';
comment on column held_charge.reference is 'What that office calls it. Never a SID, FBI or NCIC number, and nothing of what is behind it.';
comment on column held_charge.decide_by is 'By when the office decides. An extension is a later date, no disposition.';
comment on column held_charge.disposition is 'What was decided. With it every release under 2.35 for this charge ends, in the same transaction.';

create table hsds_link (
  parent_kind text not null,
  parent uuid not null,
  kind text not null,
  id uuid not null,
  is_near boolean not null,
  in_directory boolean not null default false,
  constraint hsds_link_pkey PRIMARY KEY (parent, parent_kind, kind, id),
  constraint hsds_link_kind_id_fkey FOREIGN KEY (kind, id) REFERENCES hsds_record(kind, id) ON DELETE CASCADE,
  constraint hsds_link_parent_kind_check CHECK ((parent_kind = ANY (ARRAY['organization'::text, 'location'::text, 'service'::text, 'service_at_location'::text])))
);
CREATE INDEX hsds_link_kind_id_idx ON public.hsds_link USING btree (kind, id);
CREATE TRIGGER import_unlinked AFTER DELETE ON public.hsds_link REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION import_note_record();
grant delete, insert, select, update on hsds_link to causeway_app;
alter table hsds_link enable, force row level security;
create policy hsds_link_import on hsds_link for all to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy hsds_link_import on hsds_link is 'The job that works off an import reads and writes every link.';
create policy hsds_link_read on hsds_link for select to causeway_app
  using ((actor_kind() <> ''::text) AND ((NOT in_directory) OR
CASE parent_kind
    WHEN 'organization'::text THEN (EXISTS ( SELECT
       FROM service s
      WHERE (s.provider_id = hsds_link.parent)))
    WHEN 'location'::text THEN (EXISTS ( SELECT
       FROM service s
      WHERE (s.site_id = hsds_link.parent)))
    WHEN 'service'::text THEN (EXISTS ( SELECT
       FROM service s
      WHERE (s.offering_id = hsds_link.parent)))
    ELSE (EXISTS ( SELECT
       FROM service s
      WHERE (s.id = hsds_link.parent)))
END));
comment on policy hsds_link_read on hsds_link is 'That something belongs to a place is seen by whoever sees the place.';
comment on table hsds_link is 'To which organization, location, service or service at a location a record belongs, however deep it lies in it.';
comment on column hsds_link.is_near is 'Whether no other of the four lies between, so that a page of organizations need not read their services'' phones.';
comment on column hsds_link.in_directory is 'Whether the directory keeps that too, and so decides who may see it.';

create table hsds_record (
  kind text not null,
  id uuid not null,
  facts jsonb not null,
  number integer not null,
  providers uuid[] not null default '{}'::uuid[],
  sites uuid[] not null default '{}'::uuid[],
  offerings uuid[] not null default '{}'::uuid[],
  services uuid[] not null default '{}'::uuid[],
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  import_id uuid default import_in_hand(),
  constraint hsds_record_pkey PRIMARY KEY (kind, id),
  constraint hsds_record_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
  constraint hsds_record_kind_check CHECK ((kind = ANY (ARRAY['organization'::text, 'program'::text, 'service'::text, 'attribute'::text, 'service_at_location'::text, 'location'::text, 'phone'::text, 'contact'::text, 'address'::text, 'schedule'::text, 'funding'::text, 'service_area'::text, 'required_document'::text, 'language'::text, 'accessibility'::text, 'taxonomy_term'::text, 'metadata'::text, 'meta_table_description'::text, 'cost_option'::text, 'organization_identifier'::text, 'taxonomy'::text, 'service_capacity'::text, 'unit'::text, 'url'::text])))
);
CREATE TRIGGER import_added AFTER INSERT ON public.hsds_record REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_record();
CREATE TRIGGER import_changed AFTER UPDATE ON public.hsds_record REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_record();
CREATE TRIGGER import_mark BEFORE UPDATE ON public.hsds_record FOR EACH ROW EXECUTE FUNCTION import_mark();
grant delete, insert, select, update on hsds_record to causeway_app;
alter table hsds_record enable, force row level security;
create policy hsds_record_import on hsds_record for all to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy hsds_record_import on hsds_record is 'The job that works off an import reads and writes every record.';
create policy hsds_record_read on hsds_record for select to causeway_app
  using ((actor_kind() <> ''::text) AND (NOT (EXISTS ( SELECT
   FROM unnest(hsds_record.providers) one(one)
  WHERE (NOT (EXISTS ( SELECT
           FROM service s
          WHERE (s.provider_id = one.one))))))) AND (NOT (EXISTS ( SELECT
   FROM unnest(hsds_record.sites) one(one)
  WHERE (NOT (EXISTS ( SELECT
           FROM service s
          WHERE (s.site_id = one.one))))))) AND (NOT (EXISTS ( SELECT
   FROM unnest(hsds_record.offerings) one(one)
  WHERE (NOT (EXISTS ( SELECT
           FROM service s
          WHERE (s.offering_id = one.one))))))) AND (NOT (EXISTS ( SELECT
   FROM unnest(hsds_record.services) one(one)
  WHERE (NOT (EXISTS ( SELECT
           FROM service s
          WHERE (s.id = one.one))))))) AND (NOT (EXISTS ( SELECT
   FROM site
  WHERE ((site.id = ANY (hsds_record.sites)) AND (site.front_door IS NOT NULL))))) AND (NOT (EXISTS ( SELECT
   FROM service s
  WHERE ((s.id = ANY (hsds_record.services)) AND (s.front_door IS NOT NULL))))) AND (NOT (EXISTS ( SELECT
   FROM service s
  WHERE ((s.offering_id = ANY (hsds_record.offerings)) AND (s.front_door IS NOT NULL))))));
comment on policy hsds_record_read on hsds_record is 'What is said of a place is seen by whoever sees the place, and where its program keeps something, by nobody: a phone, an address or a name gives it away as well as its row.';
comment on table hsds_record is 'One HSDS 3.1 object as another directory says it, without what lies in it. What the directory says itself counts first.';
comment on column hsds_record.kind is 'The name of its HSDS schema.';
comment on column hsds_record.facts is 'Its attributes by their HSDS names.';
comment on column hsds_record.number is 'Where it stood in the file, so that lists are given back in their order.';
comment on column hsds_record.providers is 'The providers, and in the next three the sites, services and services at a site, to which it belongs in the directory, however deep.';
comment on column hsds_record.import_id is 'As of the provider.';

create table identity_provider (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  second_factor_amr text[] not null default '{}'::text[],
  second_factor_acr text[] not null default '{}'::text[],
  email_domains text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  constraint identity_provider_pkey PRIMARY KEY (id),
  constraint identity_provider_organization_id_key UNIQUE (organization_id),
  constraint identity_provider_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint identity_provider_client_id_check CHECK ((client_id <> ''::text)),
  constraint identity_provider_issuer_check CHECK ((issuer ~ '^https?://[^\s?#]+$'::text))
);
grant delete, insert, select on identity_provider to causeway_app;
alter table identity_provider enable, force row level security;
create policy identity_provider_keep on identity_provider for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy identity_provider_keep on identity_provider is 'Only the operator: whoever sets a provider decides who can sign in as the organization''s members.';
create policy identity_provider_read on identity_provider for select to causeway_app
  using ((actor_kind() = 'visitor'::text) OR ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id())));
comment on policy identity_provider_read on identity_provider is 'Signing in begins there, for visitors and for the organization''s own members.';
comment on table identity_provider is 'Where an organization''s members sign in with the account that their organization gave them (OpenID Connect).';
comment on column identity_provider.issuer is 'The one issuer whose word is taken, letter for letter (OpenID Connect Core 3.1.3.7).';
comment on column identity_provider.client_secret is 'Encrypted with a key that the database does not hold.';
comment on column identity_provider.second_factor_amr is 'Methods (RFC 8176) of which each shows that a second factor was used: “mfa”. None named: Causeway''s own code is asked.';
comment on column identity_provider.second_factor_acr is 'Levels of which each shows that a second factor was used; they are asked for as well.';
comment on column identity_provider.email_domains is 'Whoever types such an address is led to this provider. Proves nothing.';

create table import_alike (
  import_id uuid not null,
  "row" integer not null,
  key text not null,
  place text not null,
  address text not null,
  phone text,
  service_id uuid not null,
  reasons text[] not null,
  feet integer,
  choice text not null,
  constraint import_alike_pkey PRIMARY KEY (import_id, "row"),
  constraint import_alike_import_id_fkey FOREIGN KEY (import_id) REFERENCES directory_import(id) ON DELETE CASCADE,
  constraint import_alike_choice_check CHECK ((choice = ANY (ARRAY['both'::text, 'same'::text, 'skip'::text])))
);
grant delete, insert, select, update on import_alike to causeway_app;
alter table import_alike enable, force row level security;
create policy import_alike_work on import_alike for all to causeway_app
  using actor_works_on_import(import_id);
comment on policy import_alike_work on import_alike is 'Which listings a row is like was found with the eyes of whoever brought the file; their county''s managers decide.';
comment on table import_alike is 'A row that may be a place which the directory has, and what is to be done with it.';
comment on column import_alike.key is 'The row''s name and address in one spelling, or its id.';
comment on column import_alike.service_id is 'Of the directory, as whoever brought the file may see it.';
comment on column import_alike.choice is 'both: it is another place; same: the row is of that place; skip: leave the row out.';

create table import_finding (
  import_id uuid not null,
  number integer not null,
  "row" integer not null,
  kind text not null,
  place text not null,
  field text,
  says text not null,
  cells jsonb,
  constraint import_finding_pkey PRIMARY KEY (import_id, number),
  constraint import_finding_import_id_fkey FOREIGN KEY (import_id) REFERENCES directory_import(id) ON DELETE CASCADE
);
grant delete, insert, select, update on import_finding to causeway_app;
alter table import_finding enable, force row level security;
create policy import_finding_read on import_finding for select to causeway_app
  using actor_sees_import(import_id);
comment on policy import_finding_read on import_finding is 'Whoever sees an import sees what was found in it.';
create policy import_finding_work on import_finding for all to causeway_app
  using actor_works_on_import(import_id);
comment on policy import_finding_work on import_finding is 'Whoever works on the import writes down what is found.';
comment on table import_finding is 'Something about a row that whoever brought it should know.';
comment on column import_finding."row" is 'The line of the file, or of a list without lines the number of the row. From 1.';
comment on column import_finding.cells is 'The row as it came, where it is left out, so that it can be mended.';

create table import_mapping (
  id uuid not null,
  jurisdiction_id uuid not null,
  name text not null,
  columns jsonb not null,
  by_member uuid not null,
  updated_at timestamp with time zone not null default now(),
  constraint import_mapping_pkey PRIMARY KEY (id),
  constraint import_mapping_jurisdiction_id_name_key UNIQUE (jurisdiction_id, name),
  constraint import_mapping_by_member_fkey FOREIGN KEY (by_member) REFERENCES member(id),
  constraint import_mapping_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint import_mapping_columns_check CHECK ((jsonb_typeof(columns) = 'object'::text)),
  constraint import_mapping_name_check CHECK ((btrim(name) <> ''::text))
);
grant delete, insert, select, update on import_mapping to causeway_app;
alter table import_mapping enable, force row level security;
create policy import_mapping_keep on import_mapping for all to causeway_app
  using (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)))
  with check (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND (jurisdiction_id = actor_jurisdiction_id()) AND (by_member = actor_member_id()));
comment on policy import_mapping_keep on import_mapping is 'A county''s managers and administrators keep its mappings.';
comment on table import_mapping is 'Which column of a table is which of our fields, kept by a name for the next time.';
comment on column import_mapping.columns is 'Our field by the name of the column.';

create table import_part (
  import_id uuid not null,
  number integer not null,
  bytes bytea not null,
  constraint import_part_pkey PRIMARY KEY (import_id, number),
  constraint import_part_import_id_fkey FOREIGN KEY (import_id) REFERENCES directory_import(id) ON DELETE CASCADE
);
grant delete, insert, select, update on import_part to causeway_app;
alter table import_part enable, force row level security;
create policy import_part_work on import_part for all to causeway_app
  using actor_works_on_import(import_id);
comment on policy import_part_work on import_part is 'The file is for whoever works on the import.';
comment on table import_part is 'A piece of the file, kept until it is imported.';

create table import_row (
  import_id uuid not null,
  part text not null,
  id uuid not null,
  before jsonb,
  kept_because text,
  constraint import_row_pkey PRIMARY KEY (import_id, part, id),
  constraint import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES directory_import(id),
  constraint import_row_kept_because_check CHECK ((kept_because = ANY (ARRAY['changed'::text, 'in-use'::text])))
);
grant delete, insert, select, update on import_row to causeway_app;
alter table import_row enable, force row level security;
create policy import_row_read on import_row for select to causeway_app
  using (( SELECT actor_asks_for_imports() AS actor_asks_for_imports) AND (kept_because IS NOT NULL) AND actor_sees_import(import_id));
comment on policy import_row_read on import_row is 'Managers and administrators see what was left, and why. What a row said before may be of a hidden place; they see the row''s name only where they may see its listing.';
create policy import_row_work on import_row for all to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy import_row_work on import_row is 'Whoever imports writes the ledger, through the triggers.';
comment on table import_row is 'A row of the directory that an import wrote and that has not been taken back.';
comment on column import_row.part is 'provider, site, service; hsds: with its kind, a record of the exchange; links: with its kind, to what a record belonged.';
comment on column import_row.before is 'The row as it was. Null: the import added it.';
comment on column import_row.kept_because is 'Why undoing left it. changed: somebody has changed it since; in-use: something else refers to it.';

create table invitation (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null default gen_random_uuid(),
  name text not null,
  title text,
  email text not null,
  roles text[] not null,
  invited_by uuid not null,
  round integer not null default 1,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_member_id_key UNIQUE (member_id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES member(id),
  constraint invitation_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint invitation_check CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint invitation_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint invitation_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint invitation_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['officer'::text, 'sergeant'::text, 'angel'::text, 'navigator'::text, 'case-manager'::text, 'provider'::text, 'harm-reduction'::text, 'prosecutor'::text, 'manager'::text, 'trainer'::text, 'privacy-officer'::text, 'administrator'::text]))),
  constraint invitation_round_check CHECK (((round >= 1) AND (round <= 1000))),
  constraint invitation_title_check CHECK ((length(title) <= 200))
);
CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX invitation_organization_id_created_at_idx ON public.invitation USING btree (organization_id, created_at);
grant insert, select on invitation to causeway_app;
grant update (round, expires_at, accepted_at, withdrawn_at) on invitation to causeway_app;
alter table invitation enable, force row level security;
create policy invitation_accept on invitation for update to causeway_app
  using ((actor_kind() = 'visitor'::text) AND ((id)::text = actor_claim()) AND is_open(invitation.*))
  with check (withdrawn_at IS NULL);
comment on policy invitation_accept on invitation is 'And accepts it, once, while it is open.';
create policy invitation_change on invitation for update to causeway_app
  using ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND ('administrator'::text = ANY (actor_roles())) AND (accepted_at IS NULL))
  with check (accepted_at IS NULL);
comment on policy invitation_change on invitation is 'They send it again, or withdraw it, until it is accepted.';
create policy invitation_held on invitation for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND ((id)::text = actor_claim()));
comment on policy invitation_held on invitation is 'Whoever holds the signed link sees the one invitation that it names.';
create policy invitation_make on invitation for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND ('administrator'::text = ANY (actor_roles())) AND (invited_by = actor_member_id()) AND (NOT ('privacy-officer'::text = ANY (roles))));
comment on policy invitation_make on invitation is 'They invite for their own organization, in their own name, and nobody as the county''s privacy officer.';
create policy invitation_see on invitation for select to causeway_app
  using ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND ('administrator'::text = ANY (actor_roles())));
comment on policy invitation_see on invitation is 'Administrators see whom their own organization has invited.';
create policy invitation_send on invitation for select to causeway_app
  using (actor_job() = 'send-invitation'::text);
comment on policy invitation_send on invitation is 'The message is written when it is sent.';
comment on table invitation is 'Somebody was asked to have an account in an organization. Until they accept there is none, so that inviting an address tells nobody whether it has an account elsewhere.';
comment on column invitation.member_id is 'The id that the account will have.';
comment on column invitation.round is 'Counts how often the link was sent: only the last one works.';

create table jurisdiction (
  id uuid not null,
  name text not null,
  state character(2) not null,
  time_zone text not null,
  latitude double precision not null,
  longitude double precision not null,
  answer_within interval not null default '00:30:00'::interval,
  link_valid_for interval not null default '72:00:00'::interval,
  coordinator_email text,
  is_demo boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint jurisdiction_pkey PRIMARY KEY (id),
  constraint jurisdiction_answer_within_check CHECK ((answer_within > '00:00:00'::interval)),
  constraint jurisdiction_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint jurisdiction_link_valid_for_check CHECK ((link_valid_for > '00:00:00'::interval)),
  constraint jurisdiction_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint jurisdiction_name_check CHECK ((name <> ''::text)),
  constraint jurisdiction_state_check CHECK ((state ~ '^[A-Z]{2}$'::text))
);
grant insert, select, update on jurisdiction to causeway_app;
alter table jurisdiction enable, force row level security;
create policy jurisdiction_keep on jurisdiction for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy jurisdiction_keep on jurisdiction is 'The operator makes counties.';
create policy jurisdiction_read on jurisdiction for select to causeway_app
  using (actor_kind() <> ''::text);
comment on policy jurisdiction_read on jurisdiction is 'Which counties take part is public.';
comment on table jurisdiction is 'A county (or other area) whose agencies and partners work together here.';
comment on column jurisdiction.latitude is 'The middle of the area: where a search starts when no place is known.';
comment on column jurisdiction.answer_within is 'How long a receiving organization has to answer a referral before the handoff clock runs out.';
comment on column jurisdiction.link_valid_for is 'How long a signed link to answer a referral works.';
comment on column jurisdiction.coordinator_email is 'Who is told, without a word about the person, that a handoff clock ran out.';
comment on column jurisdiction.is_demo is 'An invented county. One-click sign-in works only where every jurisdiction is one.';

create table kept_fact (
  id uuid not null,
  site_id uuid not null,
  service_id uuid,
  fact text not null,
  value jsonb not null,
  audiences text[] not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kept_fact_pkey PRIMARY KEY (id),
  constraint kept_fact_site_id_service_id_fact_key UNIQUE NULLS NOT DISTINCT (site_id, service_id, fact),
  constraint kept_fact_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint kept_fact_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint kept_fact_audiences_check CHECK ((audiences <@ ARRAY['coordinators'::text, 'partners'::text, 'police'::text])),
  constraint kept_fact_check CHECK (((fact = 'address'::text) = (service_id IS NULL))),
  constraint kept_fact_fact_check CHECK ((fact = ANY (ARRAY['address'::text, 'phone'::text, 'hours'::text, 'cost'::text, 'languages'::text, 'offers'::text]))),
  constraint kept_fact_value_check CHECK ((jsonb_typeof(value) = 'object'::text))
);
CREATE INDEX kept_fact_service_id_idx ON public.kept_fact USING btree (service_id);
grant delete, insert, select, update on kept_fact to causeway_app;
alter table kept_fact enable, force row level security;
create policy kept_fact_own on kept_fact for all to causeway_app
  using actor_speaks_at(site_id, service_id);
comment on policy kept_fact_own on kept_fact is 'The program itself reads and writes what it keeps, and the operator, who fills the directory for it.';
create policy kept_fact_read on kept_fact for select to causeway_app
  using ((audiences && ( SELECT actor_audiences() AS actor_audiences)) AND (EXISTS ( SELECT
   FROM service s
  WHERE ((s.site_id = kept_fact.site_id) AND ((kept_fact.service_id IS NULL) OR (s.id = kept_fact.service_id))))));
comment on policy kept_fact_read on kept_fact is 'A kept fact is told to its audiences, as far as they see the listing.';
comment on table kept_fact is 'What a program tells only some: the true value of a fact, of which the row of its site or service holds nothing, or the front door. So no search, distance, map, count, export or interface can give it away.';
comment on column kept_fact.service_id is 'Null: of the site, as its address is.';
comment on column kept_fact.value is 'By column of the site or the service, as they would stand in the row.';
comment on column kept_fact.audiences is 'Who is told, of those who see the listing. Its own organization always is; what the public is told is not kept.';

create table library_change (
  seq bigint not null,
  xid xid8 not null default pg_current_xact_id(),
  record_id uuid not null,
  kind text not null,
  at timestamp with time zone not null default now(),
  constraint library_change_pkey PRIMARY KEY (seq),
  constraint library_change_kind_check CHECK ((kind = ANY (ARRAY['put'::text, 'delete'::text])))
);
CREATE INDEX library_change_order ON public.library_change USING btree (xid, seq);
grant insert, select on library_change to causeway_app;
alter table library_change enable, force row level security;
create policy library_change_follow on library_change for select to causeway_app
  using ( SELECT (actor_kind() = ANY (ARRAY['job'::text, 'operator'::text])));
comment on policy library_change_follow on library_change is 'The index follows the changes; nobody else has to.';
create policy library_change_write on library_change for insert to causeway_app
  with check ( SELECT (actor_kind() = ANY (ARRAY['member'::text, 'job'::text, 'operator'::text])));
comment on policy library_change_write on library_change is 'By the triggers, in the transaction of whoever changes a record.';
comment on table library_change is 'Each change of a record, written in its transaction. Whoever follows it reads in the order (xid, seq), and only what is below pg_snapshot_xmin(pg_current_snapshot()): below it nothing can come in any more, so nothing is missed.';

create table library_harvest (
  id uuid not null,
  url text not null,
  set_spec text not null default ''::text,
  rights text not null,
  since date,
  began_at timestamp with time zone,
  next_since date,
  token text,
  read integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  removed integer not null default 0,
  finished_at timestamp with time zone,
  constraint library_harvest_pkey PRIMARY KEY (id),
  constraint library_harvest_url_set_spec_key UNIQUE (url, set_spec),
  constraint library_harvest_url_check CHECK ((url ~ '^https?://'::text))
);
grant insert, select, update on library_harvest to causeway_app;
alter table library_harvest enable, force row level security;
create policy library_harvest_work on library_harvest for all to causeway_app
  using ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'harvest-library'::text))))
  with check ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'harvest-library'::text))));
comment on policy library_harvest_work on library_harvest is 'The operator says what is harvested; the application goes on with it.';
comment on table library_harvest is 'A library whose records are taken over by OAI-PMH, and how far the work is.';
comment on column library_harvest.since is 'From this day on records are asked for; null: from the first.';
comment on column library_harvest.began_at is 'When the work that goes on began; null when none does.';
comment on column library_harvest.next_since is 'The day on which it began by the other''s clock: where the next begins.';
comment on column library_harvest.token is 'Where the work that goes on continues.';

create table library_list (
  id uuid not null,
  jurisdiction_id uuid not null,
  member_id uuid not null,
  title text not null,
  about text,
  visibility text not null,
  items jsonb not null default '[]'::jsonb,
  made_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint library_list_pkey PRIMARY KEY (id),
  constraint library_list_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint library_list_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint library_list_about_check CHECK ((length(about) <= 2000)),
  constraint library_list_items_check CHECK (((jsonb_typeof(items) = 'array'::text) AND (jsonb_array_length(items) <= 200))),
  constraint library_list_title_check CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200))),
  constraint library_list_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'members'::text])))
);
CREATE INDEX library_list_items_idx ON public.library_list USING gin (items jsonb_path_ops);
CREATE INDEX library_list_jurisdiction_id_title_idx ON public.library_list USING btree (jurisdiction_id, title);
grant insert, select on library_list to causeway_app;
grant update (title, about, visibility, items, changed_at, removed_at) on library_list to causeway_app;
alter table library_list enable, force row level security;
create policy library_list_change on library_list for update to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT (actor_kind() = 'member'::text)) AND ((member_id = ( SELECT actor_member_id() AS actor_member_id)) OR ( SELECT (actor_roles() && ARRAY['manager'::text, 'trainer'::text, 'administrator'::text]))));
comment on policy library_list_change on library_list is 'Who made it changes it, and whoever keeps the library of the county.';
create policy library_list_make on library_list for insert to causeway_app
  with check ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (member_id = ( SELECT actor_member_id() AS actor_member_id)) AND ( SELECT (actor_kind() = 'member'::text)));
comment on policy library_list_make on library_list is 'Every member makes lists, in their own name.';
create policy library_list_read on library_list for select to causeway_app
  using (((visibility = 'public'::text) AND ( SELECT (actor_kind() <> ''::text))) OR ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT (actor_kind() = 'member'::text))));
comment on policy library_list_read on library_list is 'A public list is for whoever has its link; another for the members of its county.';
comment on table library_list is 'Works to be read in an order, with a note each: for new case managers, for a council.';
comment on column library_list.member_id is 'Who made it.';
comment on column library_list.visibility is 'public: whoever has the link, without an account; members: those of its county.';
comment on column library_list.items is 'In the order of reading: the id of a record, and a note on why.';

create table library_question (
  id uuid not null,
  jurisdiction_id uuid not null,
  member_id uuid not null,
  question text not null,
  asked_at timestamp with time zone not null default now(),
  answer text,
  record_ids uuid[] not null default '{}'::uuid[],
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint library_question_pkey PRIMARY KEY (id),
  constraint library_question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES member(id),
  constraint library_question_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint library_question_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint library_question_answer_check CHECK (((btrim(answer) <> ''::text) AND (length(answer) <= 5000))),
  constraint library_question_check CHECK (((answer IS NULL) = (answered_by IS NULL))),
  constraint library_question_check1 CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint library_question_question_check CHECK (((btrim(question) <> ''::text) AND (length(question) <= 2000))),
  constraint library_question_record_ids_check CHECK ((cardinality(record_ids) <= 20))
);
CREATE INDEX library_question_jurisdiction_id_asked_at_idx ON public.library_question USING btree (jurisdiction_id, asked_at);
grant insert, select on library_question to causeway_app;
grant update (answer, record_ids, answered_by, answered_at) on library_question to causeway_app;
alter table library_question enable, force row level security;
create policy library_question_answer on library_question for update to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (answer IS NULL) AND ( SELECT ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['manager'::text, 'trainer'::text, 'administrator'::text]))))
  with check (answered_by = ( SELECT actor_member_id() AS actor_member_id));
comment on policy library_question_answer on library_question is 'Whoever keeps the library answers, once.';
create policy library_question_ask on library_question for insert to causeway_app
  with check ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (member_id = ( SELECT actor_member_id() AS actor_member_id)) AND ( SELECT (actor_kind() = 'member'::text)) AND (answer IS NULL));
comment on policy library_question_ask on library_question is 'Members ask in their own name.';
create policy library_question_read on library_question for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT (actor_kind() = 'member'::text)) AND ((member_id = ( SELECT actor_member_id() AS actor_member_id)) OR ( SELECT (actor_roles() && ARRAY['manager'::text, 'trainer'::text, 'administrator'::text]))));
comment on policy library_question_read on library_question is 'Who asked reads the answer; whoever keeps the library reads what is asked.';
comment on table library_question is 'What members ask whoever keeps the library of their county, and the answer. About works, never about a person.';
comment on column library_question.record_ids is 'The records that answer it.';

create table library_record (
  id uuid not null,
  jurisdiction_id uuid,
  visibility text not null default 'public'::text,
  source text not null,
  source_key text not null,
  ncj_number text,
  title text not null,
  authors text[] not null default '{}'::text[],
  published_on text,
  year integer generated always as (("left"(published_on, 4))::integer) stored,
  journal text,
  publisher text,
  sponsor text,
  grant_number text,
  type text not null default 'document'::text,
  format text,
  length text,
  language text not null default 'en'::text,
  country text,
  subjects text[] not null default '{}'::text[],
  audience text,
  abstract text,
  finding text,
  useful_for text,
  design text,
  evidence text,
  evidence_reason text,
  doi text,
  pmid text,
  url text,
  rights text not null default 'unknown'::text,
  rights_note text,
  title_key text generated always as ("left"(regexp_replace(lower(title), '[^[:alnum:]]+'::text, ''::text, 'g'::text), 200)) stored,
  words tsvector generated always as ((((((setweight(to_tsvector('english'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, ((COALESCE(ncj_number, ''::text) || ' '::text) || COALESCE(doi, ''::text))), 'A'::"char")) || setweight(to_tsvector('english'::regconfig, library_words(subjects)), 'B'::"char")) || setweight(to_tsvector('english'::regconfig, ((COALESCE(finding, ''::text) || ' '::text) || COALESCE(useful_for, ''::text))), 'C'::"char")) || setweight(to_tsvector('simple'::regconfig, library_words(authors)), 'C'::"char")) || to_tsvector('english'::regconfig, COALESCE(abstract, ''::text)))) stored,
  link_checked_at timestamp with time zone,
  link_answer text,
  link_failures integer not null default 0,
  added_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  deleted_at timestamp with time zone,
  constraint library_record_pkey PRIMARY KEY (id),
  constraint library_record_jurisdiction_id_source_source_key_key UNIQUE NULLS NOT DISTINCT (jurisdiction_id, source, source_key),
  constraint library_record_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint library_record_doi_check CHECK (((doi = lower(doi)) AND (doi ~~ '10.%/%'::text))),
  constraint library_record_evidence_check CHECK ((evidence = ANY (ARRAY['strong'::text, 'moderate'::text, 'early'::text, 'practice'::text]))),
  constraint library_record_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text)),
  constraint library_record_link_answer_check CHECK ((link_answer = ANY (ARRAY['found'::text, 'moved'::text, 'gone'::text, 'no-answer'::text]))),
  constraint library_record_link_failures_check CHECK ((link_failures >= 0)),
  constraint library_record_ncj_number_check CHECK ((ncj_number ~ '^[0-9]{1,7}$'::text)),
  constraint library_record_pmid_check CHECK ((pmid ~ '^[0-9]+$'::text)),
  constraint library_record_published_on_check CHECK ((published_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)),
  constraint library_record_rights_check CHECK ((rights = ANY (ARRAY['own-words'::text, 'public-domain'::text, 'open-licence'::text, 'copyrighted'::text, 'unknown'::text]))),
  constraint library_record_source_check CHECK ((source <> ''::text)),
  constraint library_record_source_key_check CHECK ((source_key <> ''::text)),
  constraint library_record_title_check CHECK ((btrim(title) <> ''::text)),
  constraint library_record_type_check CHECK ((btrim(type) <> ''::text)),
  constraint library_record_url_check CHECK ((url ~ '^https?://'::text)),
  constraint library_record_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'members'::text, 'draft'::text])))
);
CREATE INDEX library_record_changed ON public.library_record USING btree (changed_at, id);
CREATE INDEX library_record_doi ON public.library_record USING btree (doi) WHERE (doi IS NOT NULL);
CREATE INDEX library_record_ncj ON public.library_record USING btree (ncj_number) WHERE (ncj_number IS NOT NULL);
CREATE INDEX library_record_title ON public.library_record USING btree (title_key, year);
CREATE INDEX library_record_words ON public.library_record USING gin (words) WITH (fastupdate=off);
CREATE TRIGGER library_record_added AFTER INSERT ON public.library_record REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION library_record_added();
CREATE TRIGGER library_record_changed AFTER UPDATE ON public.library_record REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION library_record_changed();
CREATE TRIGGER library_record_stamp BEFORE UPDATE ON public.library_record FOR EACH ROW EXECUTE FUNCTION library_record_stamp();
grant insert, select, update on library_record to causeway_app;
alter table library_record enable, force row level security;
create policy library_record_add on library_record for insert to causeway_app
  with check ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['manager'::text, 'trainer'::text, 'administrator'::text]))));
comment on policy library_record_add on library_record is 'Managers, trainers and administrators add what their own county uses.';
create policy library_record_keep on library_record for update to causeway_app
  using (( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = ANY (ARRAY['harvest-library'::text, 'check-library-links'::text]))))) OR ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['manager'::text, 'trainer'::text, 'administrator'::text])))));
comment on policy library_record_keep on library_record is 'They change and remove it too; what ships to all is the operator''s.';
create policy library_record_read on library_record for select to causeway_app
  using (((visibility = 'public'::text) AND ( SELECT (actor_kind() <> ''::text))) OR ((visibility = 'members'::text) AND ( SELECT (actor_kind() = ANY (ARRAY['member'::text, 'token'::text]))) AND ((jurisdiction_id IS NULL) OR (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)))) OR ((visibility = 'draft'::text) AND (jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ( SELECT ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['manager'::text, 'trainer'::text, 'administrator'::text])))) OR ( SELECT (actor_kind() = ANY (ARRAY['job'::text, 'operator'::text]))));
comment on policy library_record_read on library_record is 'The library is open to everybody; what a county keeps for its members, or has not finished, is not.';
create policy library_record_ship on library_record for insert to causeway_app
  with check ( SELECT ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'job'::text) AND (actor_job() = 'harvest-library'::text))));
comment on policy library_record_ship on library_record is 'The program brings its collection; the operator imports and harvests.';
comment on table library_record is 'A work that somebody wrote: what it is called, who wrote it, what it found, how far one can lean on it and where it is. It names authors, and nobody who was helped. A removed one stays as a tombstone, so that those who took it over hear of it.';
comment on column library_record.jurisdiction_id is 'The county that added it; null: it ships to all.';
comment on column library_record.visibility is 'public: everybody; members: those who work in its county, or in any where it ships to all; draft: who keeps the library of its county.';
comment on column library_record.source is 'Where it came from: starter (with the program), entered (a form), file (an import), or the address of a repository that was harvested.';
comment on column library_record.source_key is 'What names it there; with the source it says that it is the same record again.';
comment on column library_record.published_on is 'A year, a month or a day, as far as it is known.';
comment on column library_record.sponsor is 'The agency that paid for it.';
comment on column library_record.length is 'As the publisher says it, such as “24 pages”.';
comment on column library_record.abstract is 'What it is about. Shown to everybody only where the rights allow it.';
comment on column library_record.finding is 'What it found, in one or two sentences of our own.';
comment on column library_record.design is 'How the work came to know what it says, such as “randomized trial”. The evidence follows from it.';
comment on column library_record.evidence is 'How far one can lean on it: strong, moderate, early, practice (wisdom of those who do it). Null: nobody has judged it, or there is nothing to judge.';
comment on column library_record.evidence_reason is 'Why, in a sentence.';
comment on column library_record.rights is 'Whose words the abstract is: ours, anybody''s, under an open licence, under copyright, or not known.';
comment on column library_record.title_key is 'The title''s letters and digits, to find the same work under another spelling.';
comment on column library_record.words is 'What the search of the database looks in, heaviest first: title and numbers, subjects, finding and authors, abstract.';
comment on column library_record.link_failures is 'How many times in a row the address did not answer.';
comment on column library_record.changed_at is 'When what readers see of it last changed; harvesters ask by it.';

create view listed_offer with (security_invoker=true) (
  service_id uuid,
  provider_name text,
  site_name text,
  service_name text,
  needs text[],
  medicines text[],
  moud text[],
  settings text[],
  asam_levels text[],
  offers text[],
  phone text,
  street text,
  city text,
  county text,
  state text,
  zip text,
  latitude double precision,
  longitude double precision
);
grant select on listed_offer to causeway_app;
comment on table listed_offer is 'Who offers what and where, for maps and counts, of those that the actor may see.';

create view listed_provider with (security_invoker=true) (
  id uuid,
  name text,
  website text,
  source text,
  updated_at timestamp with time zone
);
grant select on listed_provider to causeway_app;
comment on table listed_provider is 'Providers for the exchange: only where the actor may see a service of theirs, because a name alone may give away a hidden one.';

create view listed_service with (security_invoker=true) (
  offering_id uuid,
  service_at_location_id uuid,
  provider_id uuid,
  site_id uuid,
  name text,
  kind text,
  status text,
  needs text[],
  medicines text[],
  payers text[],
  fees text[],
  ages text[],
  genders text[],
  languages text[],
  settings text[],
  phone text,
  intake_phones text[],
  hotline text,
  website text,
  hours jsonb,
  verified_on text,
  "position" cube,
  words text,
  source text,
  shown_to text,
  updated_at timestamp with time zone,
  asam_levels text[],
  asam_edition text,
  moud text[],
  min_age smallint,
  max_age smallint,
  pregnant text,
  with_children boolean,
  pets boolean,
  needs_id text,
  needs_insurance_card boolean,
  needs_clearance boolean,
  min_hours_since_use smallint,
  max_hours_since_use smallint,
  step_free boolean,
  exclusions text[],
  intake_hours jsonb,
  after_hours_phone text,
  after_hours_who text,
  walk_in boolean,
  police_drop_off boolean,
  offers_transport boolean,
  transport_miles smallint,
  legal_flags text[],
  holidays text
);
grant select on listed_service to causeway_app;
comment on table listed_service is 'The directory''s services for the exchange with other directories, of those that the actor may see.';

create view listed_site with (security_invoker=true) (
  id uuid,
  provider_id uuid,
  name text,
  street text,
  street2 text,
  city text,
  county text,
  state text,
  zip text,
  zip4 text,
  latitude double precision,
  longitude double precision,
  source text,
  updated_at timestamp with time zone
);
grant select on listed_site to causeway_app;
comment on table listed_site is 'Sites for the exchange: only where the actor may see a service there, because a site alone may give away a hidden one.';

create table listing_change (
  id uuid not null,
  service_id uuid not null,
  changed_at timestamp with time zone not null default now(),
  by_member uuid,
  what text[] not null,
  before jsonb not null,
  after jsonb not null,
  undoes uuid,
  constraint listing_change_pkey PRIMARY KEY (id),
  constraint listing_change_undoes_key UNIQUE (undoes),
  constraint listing_change_by_member_fkey FOREIGN KEY (by_member) REFERENCES member(id),
  constraint listing_change_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint listing_change_undoes_fkey FOREIGN KEY (undoes) REFERENCES listing_change(id),
  constraint listing_change_what_check CHECK ((cardinality(what) > 0))
);
CREATE INDEX listing_change_service_id_changed_at_idx ON public.listing_change USING btree (service_id, changed_at DESC);
grant insert, select on listing_change to causeway_app;
alter table listing_change enable, force row level security;
create policy listing_change_add on listing_change for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) OR ((by_member = actor_member_id()) AND (changed_at <= now()) AND actor_keeps_listing_of(service_id)));
comment on policy listing_change_add on listing_change is 'Whoever keeps a listing signs its changes.';
create policy listing_change_read on listing_change for select to causeway_app
  using ((actor_kind() = ANY (ARRAY['member'::text, 'operator'::text, 'job'::text])) AND actor_sees_listing(service_id) AND ((NOT listing_has_front_door(service_id)) OR (EXISTS ( SELECT
   FROM service s
  WHERE ((s.id = listing_change.service_id) AND actor_speaks_for(s.organization_id))))));
comment on policy listing_change_read on listing_change is 'Members see who changed what of the listings that they see; where a program keeps something, it alone does: what was before gives away what is kept.';
comment on table listing_change is 'Who changed what of a listing, when, and what it said before. Never changed.';
comment on column listing_change.by_member is 'Null: the operator or an import.';
comment on column listing_change.undoes is 'The change that this one takes back; each only once.';

create table litter_report (
  id uuid not null,
  jurisdiction_id uuid not null,
  place text not null,
  zip text not null,
  amount text not null,
  source text not null,
  reported_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null,
  taken_by_organization_id uuid,
  taken_by_member_id uuid,
  taken_at timestamp with time zone,
  closed_as text,
  syringes integer,
  closed_at timestamp with time zone,
  constraint litter_report_pkey PRIMARY KEY (id),
  constraint litter_report_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint litter_report_taken_by_member_id_fkey FOREIGN KEY (taken_by_member_id) REFERENCES member(id),
  constraint litter_report_taken_by_organization_id_fkey FOREIGN KEY (taken_by_organization_id) REFERENCES organization(id),
  constraint litter_report_amount_check CHECK ((amount = ANY (ARRAY['one'::text, 'few'::text, 'many'::text]))),
  constraint litter_report_check CHECK ((due_at > reported_at)),
  constraint litter_report_check1 CHECK ((((taken_at IS NULL) = (taken_by_organization_id IS NULL)) AND ((taken_at IS NULL) = (taken_by_member_id IS NULL)))),
  constraint litter_report_check2 CHECK (((closed_at IS NULL) = (closed_as IS NULL))),
  constraint litter_report_check3 CHECK (((closed_at IS NULL) OR (taken_at IS NOT NULL))),
  constraint litter_report_check4 CHECK (((syringes IS NULL) OR (closed_as = 'picked-up'::text))),
  constraint litter_report_closed_as_check CHECK ((closed_as = ANY (ARRAY['picked-up'::text, 'nothing-found'::text]))),
  constraint litter_report_place_check CHECK (((btrim(place) <> ''::text) AND (length(place) <= 200))),
  constraint litter_report_source_check CHECK ((source = ANY (ARRAY['public'::text, 'member'::text]))),
  constraint litter_report_syringes_check CHECK (((syringes >= 0) AND (syringes <= 100000))),
  constraint litter_report_zip_check CHECK ((zip ~ '^\d{5}$'::text))
);
CREATE INDEX litter_report_jurisdiction_id_closed_at_due_at_idx ON public.litter_report USING btree (jurisdiction_id, closed_at, due_at);
grant insert, select on litter_report to causeway_app;
grant update (taken_by_organization_id, taken_by_member_id, taken_at, closed_as, syringes, closed_at) on litter_report to causeway_app;
alter table litter_report enable, force row level security;
create policy litter_report_member on litter_report for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (source = 'member'::text) AND (taken_at IS NULL) AND (closed_at IS NULL));
comment on policy litter_report_member on litter_report is 'Members of the county report as anybody does; who it was is not kept.';
create policy litter_report_public on litter_report for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (source = 'public'::text) AND (taken_at IS NULL) AND (closed_at IS NULL));
comment on policy litter_report_public on litter_report is 'Anybody may report, without a name.';
create policy litter_report_read on litter_report for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND ( SELECT actor_picks_up_litter() AS actor_picks_up_litter));
comment on policy litter_report_read on litter_report is 'The programs that pick up see what was reported in their county.';
create policy litter_report_take on litter_report for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND ( SELECT actor_picks_up_litter() AS actor_picks_up_litter) AND (closed_at IS NULL) AND ((taken_at IS NULL) OR (taken_by_organization_id = actor_organization_id())))
  with check (taken_by_organization_id = actor_organization_id());
comment on policy litter_report_take on litter_report is 'A program takes what nobody has taken, and closes what it took.';
comment on table litter_report is 'Where syringes lie, as anybody may report it without a name, who picks them up and by when. It says nothing of who reports and nothing of who left them.';
comment on column litter_report.due_at is '48 hours after it was reported.';

create table member (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  name text not null,
  title text,
  email text not null,
  roles text[] not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  enabled_at timestamp with time zone,
  constraint member_pkey PRIMARY KEY (id),
  constraint member_email_key UNIQUE (email),
  constraint member_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint member_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint member_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint member_name_check CHECK ((name <> ''::text)),
  constraint member_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['officer'::text, 'sergeant'::text, 'angel'::text, 'navigator'::text, 'case-manager'::text, 'provider'::text, 'harm-reduction'::text, 'prosecutor'::text, 'manager'::text, 'trainer'::text, 'privacy-officer'::text, 'administrator'::text])))
);
CREATE INDEX member_organization_id_idx ON public.member USING btree (organization_id);
CREATE TRIGGER member_keep_appointments BEFORE INSERT OR UPDATE OF roles ON public.member FOR EACH ROW EXECUTE FUNCTION keep_appointments();
grant insert, select, update on member to causeway_app;
alter table member enable, force row level security;
create policy member_accept on member for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (EXISTS ( SELECT
   FROM invitation i
  WHERE (((i.id)::text = actor_claim()) AND is_open(i.*) AND (i.member_id = member.id) AND (i.organization_id = member.organization_id) AND (i.jurisdiction_id = member.jurisdiction_id) AND (i.email = member.email) AND (i.name = member.name) AND (i.roles = member.roles)))));
comment on policy member_accept on member is 'An invitation becomes the account that it names, and no other.';
create policy member_close_unused on member for update to causeway_app
  using (actor_job() = 'close-unused'::text)
  with check (disabled_at IS NOT NULL);
comment on policy member_close_unused on member is 'Accounts that nobody has used for ninety days are closed (CJ-5), and nothing else is done to them.';
create policy member_compare on member for select to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy member_compare on member is 'A member is compared with colleagues of the same role.';
create policy member_keep on member for all to causeway_app
  using ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'member'::text) AND (organization_id = actor_organization_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND ('administrator'::text = ANY (actor_roles()))));
comment on policy member_keep on member is 'The operator, and administrators in their own organization: an account made in another would read across the wall.';
create policy member_notify on member for select to causeway_app
  using (actor_job() = ANY (ARRAY['send-invitation'::text, 'send-account-link'::text, 'tell-of-account'::text, 'close-unused'::text]));
comment on policy member_notify on member is 'Messages about an account are written when they are sent.';
create policy member_read_county on member for select to causeway_app
  using ((actor_kind() = 'operator'::text) OR (jurisdiction_id = actor_jurisdiction_id()));
comment on policy member_read_county on member is 'Colleagues across a county''s organizations can see who works there.';
create policy member_read_demo on member for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (actor_claim() = 'demo'::text) AND (NOT (EXISTS ( SELECT
   FROM jurisdiction
  WHERE (NOT jurisdiction.is_demo)))));
comment on policy member_read_demo on member is 'Where every county is invented, anybody may choose whom to be. One real county ends that.';
create policy member_recognise on member for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND ((email = actor_claim()) OR (EXISTS ( SELECT
   FROM session s
  WHERE ((s.member_id = member.id) AND (s.token_hash = actor_claim()))))));
comment on policy member_recognise on member is 'A visitor can be recognised by the one address or session that they hold up, and sees nobody else.';
create policy member_recognise_link on member for select to causeway_app
  using visitor_holds_link(id);
comment on policy member_recognise_link on member is 'A visitor can be recognised by the signed link that they hold.';
create policy member_recognise_sign_on on member for select to causeway_app
  using visitor_is(id);
comment on policy member_recognise_sign_on on member is 'A visitor can be recognised by the one passkey, or account of a provider, that they hold up.';
create policy member_remind_of_training on member for select to causeway_app
  using (actor_job() = 'remind-of-training'::text);
comment on policy member_remind_of_training on member is 'The job that reminds of training writes to whom it is due.';
create policy member_tell_of_agreement on member for select to causeway_app
  using (actor_job() = 'tell-of-agreement'::text);
comment on policy member_tell_of_agreement on member is 'Reminders go to whoever answers for a party.';
create policy member_tell_of_expiry on member for select to causeway_app
  using (actor_job() = 'tell-of-expiry'::text);
comment on policy member_tell_of_expiry on member is 'Warnings of expiry go to an organization''s liaison.';
comment on table member is 'Somebody with an account, in one organization, with roles.';
comment on column member.disabled_at is 'From this moment no session of the member opens.';
comment on column member.enabled_at is 'When it was last opened again. From then the days count after which an unused account is closed (CJ-5).';

create table message (
  id uuid not null,
  to_address text not null,
  subject text not null,
  body text,
  transport text not null,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_check CHECK (((transport <> 'outbox'::text) OR (body IS NOT NULL))),
  constraint message_transport_check CHECK ((transport = ANY (ARRAY['smtp'::text, 'outbox'::text])))
);
CREATE INDEX message_created_at_idx ON public.message USING btree (created_at);
grant insert, select on message to causeway_app;
grant update (sent_at) on message to causeway_app;
alter table message enable, force row level security;
create policy message_outbox on message for select to causeway_app
  using ((actor_kind() = 'operator'::text) AND (transport = 'outbox'::text));
comment on policy message_outbox on message is 'The built-in outbox, shown by a demonstration.';
create policy message_send on message for all to causeway_app
  using (actor_kind() = 'job'::text);
comment on policy message_send on message is 'Jobs write and send.';
comment on table message is 'One row a message, made by the job that sends it: a job that runs again finds the row and sends nothing twice.';
comment on column message.body is 'Kept only where no mail server is set: it holds a signed link.';

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
alter table migration disable, no force row level security;
comment on table migration is 'Each migration that has run, with the hash of its text.';

create table minors_rule (
  jurisdiction_id uuid not null,
  law text not null,
  set_at timestamp with time zone not null default now(),
  signers text not null default 'with-parent'::text,
  constraint minors_rule_pkey PRIMARY KEY (jurisdiction_id),
  constraint minors_rule_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint minors_rule_law_check CHECK ((btrim(law) <> ''::text)),
  constraint minors_rule_signers_check CHECK ((signers = ANY (ARRAY['alone'::text, 'with-parent'::text])))
);
grant delete, insert, select on minors_rule to causeway_app;
grant insert (signers) on minors_rule to causeway_app;
alter table minors_rule enable, force row level security;
create policy minors_rule_drop on minors_rule for delete to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy minors_rule_drop on minors_rule is 'The operator takes it away.';
create policy minors_rule_read on minors_rule for select to causeway_app
  using ((actor_kind() = 'operator'::text) OR (jurisdiction_id = actor_jurisdiction_id()));
comment on policy minors_rule_read on minors_rule is 'The county''s rule is known in the county.';
create policy minors_rule_set on minors_rule for insert to causeway_app
  with check (actor_kind() = 'operator'::text);
comment on policy minors_rule_set on minors_rule is 'The operator sets it, when the county has decided.';
comment on table minors_rule is 'The county has a rule by which somebody under 18 may sign, alone or with a parent (42 CFR 2.14, which leaves it to the state). Without a row nobody under 18 can (P2-018).';
comment on column minors_rule.law is 'The law of the state that says who signs, and how.';
comment on column minors_rule.signers is 'Whether the law of the state lets somebody under 18 sign alone (2.14(b)), or asks for a parent or guardian too (2.14(c)). A rule that does not say asks for both.';

create table naloxone_given (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  recorded_by_member_id uuid not null,
  incident_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  zip text not null,
  crossing text,
  doses integer,
  product text,
  response text not null,
  after text not null,
  survived text not null,
  age_band text,
  gender text,
  called_at timestamp with time zone,
  arrived_at timestamp with time zone,
  ems_at timestamp with time zone,
  constraint naloxone_given_pkey PRIMARY KEY (id),
  constraint naloxone_given_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint naloxone_given_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint naloxone_given_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint naloxone_given_after_check CHECK ((after = ANY (ARRAY['hospital'::text, 'ems-stayed'::text, 'left'::text, 'stayed'::text, 'other'::text, 'unknown'::text]))),
  constraint naloxone_given_age_band_check CHECK ((age_band = ANY (ARRAY['under-18'::text, '18-24'::text, '25-34'::text, '35-44'::text, '45-54'::text, '55-64'::text, '65-up'::text]))),
  constraint naloxone_given_check CHECK ((occurred_at <= (recorded_at + '01:00:00'::interval))),
  constraint naloxone_given_crossing_check CHECK (((btrim(crossing) <> ''::text) AND (crossing !~ '^\s*\d+\s'::text))),
  constraint naloxone_given_doses_check CHECK (((doses >= 0) AND (doses <= 20))),
  constraint naloxone_given_gender_check CHECK ((gender = ANY (ARRAY['woman'::text, 'man'::text, 'another'::text]))),
  constraint naloxone_given_product_check CHECK ((btrim(product) <> ''::text)),
  constraint naloxone_given_response_check CHECK ((response = ANY (ARRAY['better'::text, 'same'::text, 'unknown'::text]))),
  constraint naloxone_given_survived_check CHECK ((survived = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  constraint naloxone_given_zip_check CHECK ((zip ~ '^\d{5}$'::text))
);
CREATE INDEX naloxone_given_organization_id_occurred_at_id_idx ON public.naloxone_given USING btree (organization_id, occurred_at DESC, id DESC);
grant insert, select on naloxone_given to causeway_app;
alter table naloxone_given enable, force row level security;
create policy naloxone_given_count on naloxone_given for select to causeway_app
  using (actor_job() = 'count-naloxone'::text);
comment on policy naloxone_given_count on naloxone_given is 'Counts by place are made over all organizations, and told in bands.';
create policy naloxone_given_read on naloxone_given for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies());
comment on policy naloxone_given_read on naloxone_given is 'A submission of the organization whose member gave it: no other sees it.';
create policy naloxone_given_write on naloxone_given for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies() AND (recorded_by_member_id = actor_member_id()));
comment on policy naloxone_given_write on naloxone_given is 'In one''s own name, and never changed.';
comment on table naloxone_given is 'One person in an incident in which naloxone was given (class own-submission). It has no name, no birth date, no house number and no case number, and no column in which one would be looked for.';
comment on column naloxone_given.incident_id is 'The same for everybody in one incident; made for this record, and no number of any other.';
comment on column naloxone_given.crossing is 'The nearest crossing, never a house: a text that begins with a house number is refused.';
comment on column naloxone_given.doses is 'Null: not known, and left out of averages. Zero: others had given it before.';

create table naloxone_liaison (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  named_by_member_id uuid not null,
  named_at timestamp with time zone not null default now(),
  constraint naloxone_liaison_pkey PRIMARY KEY (id),
  constraint naloxone_liaison_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint naloxone_liaison_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint naloxone_liaison_named_by_member_id_fkey FOREIGN KEY (named_by_member_id) REFERENCES member(id),
  constraint naloxone_liaison_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX naloxone_liaison_organization_id_named_at_idx ON public.naloxone_liaison USING btree (organization_id, named_at DESC);
grant insert, select on naloxone_liaison to causeway_app;
alter table naloxone_liaison enable, force row level security;
create policy naloxone_liaison_name on naloxone_liaison for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies() AND (named_by_member_id = actor_member_id()));
comment on policy naloxone_liaison_name on naloxone_liaison is 'An organization names its own, and hands over by naming another.';
create policy naloxone_liaison_read on naloxone_liaison for select to causeway_app
  using (((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies()) OR (actor_job() = 'tell-of-expiry'::text));
comment on policy naloxone_liaison_read on naloxone_liaison is 'Whom to ask about an organization''s kits is for everybody in the county who keeps kits.';
comment on table naloxone_liaison is 'Who looks after an organization''s kits, and since when: the newest. Handing over is naming another.';

create table organization (
  id uuid not null,
  jurisdiction_id uuid not null,
  name text not null,
  kind text not null,
  is_criminal_justice boolean not null default false,
  is_part2_program boolean not null default false,
  phone text,
  intake_email text,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_id_jurisdiction_id_key UNIQUE (id, jurisdiction_id),
  constraint organization_jurisdiction_id_name_key UNIQUE (jurisdiction_id, name),
  constraint organization_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['police'::text, 'treatment-provider'::text, 'harm-reduction'::text, 'case-management'::text, 'recovery-support'::text, 'hospital'::text, 'prosecutor'::text, 'health-department'::text]))),
  constraint organization_name_check CHECK ((name <> ''::text))
);
grant insert, select, update on organization to causeway_app;
alter table organization enable, force row level security;
create policy organization_keep on organization for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy organization_keep on organization is 'Only the operator: the wall judges by these flags, so no member may set them for their own organization.';
create policy organization_read on organization for select to causeway_app
  using (actor_kind() <> ''::text);
comment on policy organization_read on organization is 'Which organizations take part is public.';
comment on table organization is 'An organization that takes part: a police department, provider, harm-reduction program, prosecutor.';
comment on column organization.is_criminal_justice is 'Judged by the wall instead of the kind (P2-001): nothing about a person reaches such an organization without a live release.';
comment on column organization.is_part2_program is 'A program under 42 CFR Part 2 (section 2.11).';
comment on column organization.intake_email is 'Where referrals are announced, without a word about the person.';

create table parked_form (
  key_hash text not null,
  member_id uuid not null,
  sealed text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint parked_form_pkey PRIMARY KEY (key_hash),
  constraint parked_form_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint parked_form_check CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '01:00:00'::interval)))),
  constraint parked_form_sealed_check CHECK ((length(sealed) <= 131072))
);
CREATE INDEX parked_form_expires_at_idx ON public.parked_form USING btree (expires_at);
CREATE INDEX parked_form_member_id_idx ON public.parked_form USING btree (member_id);
grant delete, insert, select on parked_form to causeway_app;
alter table parked_form enable, force row level security;
create policy parked_form_drop on parked_form for all to causeway_app
  using ((actor_job() = 'drop-parked-forms'::text) AND (expires_at <= now()))
  with check false;
comment on policy parked_form_drop on parked_form is 'After an hour it is dropped.';
create policy parked_form_own on parked_form for all to causeway_app
  using (member_id = actor_member_id());
comment on policy parked_form_own on parked_form is 'Members park and take back what they typed themselves.';
create policy parked_form_park on parked_form for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (EXISTS ( SELECT
   FROM session s
  WHERE ((s.token_hash = actor_claim()) AND (s.member_id = parked_form.member_id) AND (s.ended_at IS NULL) AND (s.created_at > (now() - '1 day'::interval))))));
comment on policy parked_form_park on parked_form is 'A browser whose session has ended by itself can leave what was typed for the member whose session it was. It gives nothing back.';
comment on table parked_form is 'A form that was sent after its session had ended (CJ-2) or before a second factor was shown again. The key is in the browser alone: the database and its backups cannot be made to say what was typed.';
comment on column parked_form.key_hash is 'The hash of the key that the browser holds.';
comment on column parked_form.sealed is 'Where it was going and what was typed, encrypted, and tied to the member.';

create table passkey (
  id uuid not null,
  member_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  is_synced boolean not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  stopped_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint passkey_counter_check CHECK ((counter >= 0)),
  constraint passkey_credential_id_check CHECK (((credential_id ~ '^[A-Za-z0-9_-]+$'::text) AND ((length(credential_id) >= 16) AND (length(credential_id) <= 1400)))),
  constraint passkey_name_check CHECK (((name <> ''::text) AND (length(name) <= 60)))
);
CREATE INDEX passkey_member_id_idx ON public.passkey USING btree (member_id);
grant delete, insert, select on passkey to causeway_app;
grant update (counter, last_used_at, stopped_at) on passkey to causeway_app;
alter table passkey enable, force row level security;
create policy passkey_operator_removes on passkey for delete to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy passkey_operator_removes on passkey is 'The operator removes the passkeys of an account that begins again.';
create policy passkey_operator_sees on passkey for select to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy passkey_operator_sees on passkey is 'To remove a passkey, it has to be found.';
create policy passkey_own on passkey for all to causeway_app
  using (member_id = actor_member_id());
comment on policy passkey_own on passkey is 'Members keep their own passkeys.';
create policy passkey_recognise on passkey for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (credential_id = actor_claim()));
comment on policy passkey_recognise on passkey is 'Signing in looks at the one passkey that is held up.';
comment on table passkey is 'A key on a member''s phone, computer or security key, with which they sign in (WebAuthn). Only its public half is here.';
comment on column passkey.name is 'What the member calls it: “Blue key on my ring”.';
comment on column passkey.counter is 'How often the key says that it was used; 0 for keys that do not count. A use that does not count further is a copy''s.';
comment on column passkey.is_synced is 'Whether its maker copies it to the member''s other devices.';
comment on column passkey.stopped_at is 'From this moment it opens nothing: its counter ran backward, so that there may be two of it.';

create table pathway (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  template text not null,
  made_by_member_id uuid not null,
  made_at timestamp with time zone not null default now(),
  ends_on date,
  constraint pathway_pkey PRIMARY KEY (id),
  constraint pathway_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint pathway_made_by_member_id_fkey FOREIGN KEY (made_by_member_id) REFERENCES member(id),
  constraint pathway_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint pathway_template_check CHECK ((btrim(template) <> ''::text))
);
CREATE INDEX pathway_jurisdiction_id_made_at_idx ON public.pathway USING btree (jurisdiction_id, made_at);
grant insert, select on pathway to causeway_app;
grant update (ends_on) on pathway to causeway_app;
alter table pathway enable, force row level security;
create policy pathway_end on pathway for update to causeway_app
  using (actor_manages_pathways() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy pathway_end on pathway is 'Managers of the organization that keeps it say when it ends.';
create policy pathway_make on pathway for insert to causeway_app
  with check (actor_manages_pathways() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (made_by_member_id = actor_member_id()));
comment on policy pathway_make on pathway is 'Managers make pathways for their own organization.';
create policy pathway_read on pathway for select to causeway_app
  using ((actor_kind() = ANY (ARRAY['member'::text, 'token'::text])) AND (jurisdiction_id = actor_jurisdiction_id()));
comment on policy pathway_read on pathway is 'Everybody in the county may know which pathways there are.';
comment on table pathway is 'A way in which people come to a program. What it says is in its versions and its draft; its managers are those of the organization that keeps it.';
comment on column pathway.template is 'The template it was made from, by its id in the program, or the pathway that it is a copy of.';
comment on column pathway.ends_on is 'The last day on which somebody may be referred on it; null: until somebody ends it.';

create table pathway_approval (
  id uuid not null,
  decision_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  pathway_version_id uuid not null,
  outcome text not null,
  missed text[] not null,
  override_reason text,
  approver text not null,
  is_override boolean not null,
  asked_organization_id uuid not null,
  asked_by_member_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  answer text,
  answered_by_member_id uuid,
  answered_at timestamp with time zone,
  constraint pathway_approval_pkey PRIMARY KEY (id),
  constraint pathway_approval_decision_id_approver_key UNIQUE (decision_id, approver),
  constraint pathway_approval_answered_by_member_id_fkey FOREIGN KEY (answered_by_member_id) REFERENCES member(id),
  constraint pathway_approval_asked_by_member_id_fkey FOREIGN KEY (asked_by_member_id) REFERENCES member(id),
  constraint pathway_approval_asked_organization_id_fkey FOREIGN KEY (asked_organization_id) REFERENCES organization(id),
  constraint pathway_approval_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES pathway_decision(id),
  constraint pathway_approval_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint pathway_approval_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint pathway_approval_pathway_version_id_fkey FOREIGN KEY (pathway_version_id) REFERENCES pathway_version(id),
  constraint pathway_approval_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint pathway_approval_approver_check CHECK ((approver = ANY (ARRAY['sergeant'::text, 'project-manager'::text, 'prosecutor'::text]))),
  constraint pathway_approval_check CHECK ((((answer IS NULL) = (answered_by_member_id IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
  constraint pathway_approval_outcome_check CHECK ((outcome = ANY (ARRAY['eligible'::text, 'presumptively-ineligible'::text]))),
  constraint pathway_approval_override_reason_check CHECK ((btrim(override_reason) <> ''::text))
);
CREATE INDEX pathway_approval_asked_organization_id_asked_at_idx ON public.pathway_approval USING btree (asked_organization_id, asked_at DESC);
grant insert, select on pathway_approval to causeway_app;
grant update (answer, answered_by_member_id, answered_at) on pathway_approval to causeway_app;
alter table pathway_approval enable, force row level security;
create policy pathway_approval_answer on pathway_approval for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (asked_organization_id = actor_organization_id()) AND actor_approves_as(approver) AND (answer IS NULL) AND (NOT (is_override AND (asked_by_member_id = actor_member_id()))))
  with check ((answer IS NOT NULL) AND (answered_by_member_id = actor_member_id()));
comment on policy pathway_approval_answer on pathway_approval is 'They answer once, in their own name. An override is never approved by whoever asks for it.';
create policy pathway_approval_ask on pathway_approval for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (asked_by_member_id = actor_member_id()) AND (answer IS NULL) AND decision_is_of_actor(decision_id) AND ((approver <> 'sergeant'::text) OR (asked_organization_id = organization_id)));
comment on policy pathway_approval_ask on pathway_approval is 'Whoever decided asks for the yes that the policy wants; nobody answers as they ask.';
create policy pathway_approval_asked on pathway_approval for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (asked_organization_id = actor_organization_id()) AND actor_approves_as(approver));
comment on policy pathway_approval_asked on pathway_approval is 'Whom a pathway names sees what they are asked, and nothing of the person.';
create policy pathway_approval_own on pathway_approval for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_helps_people());
comment on policy pathway_approval_own on pathway_approval is 'The organization that decided sees what it asked, and what was said.';
comment on table pathway_approval is 'A yes that the policy of a pathway asks for, and what was said (class own-submission). What the organization that is asked is shown names no person, no place and no referral: who it is about, they hear from the officer.';
comment on column pathway_approval.missed is 'The criteria that were not met, by their ids, without those that a check of records answered.';
comment on column pathway_approval.is_override is 'Whether it is the yes that overrides; then it is not given by whoever asks for it.';

create table pathway_decision (
  id uuid not null,
  jurisdiction_id uuid not null,
  referral_id uuid not null,
  organization_id uuid not null,
  pathway_version_id uuid not null,
  outcome text not null,
  criteria jsonb not null,
  override_reason text,
  decided_by_member_id uuid not null,
  decided_at timestamp with time zone not null default now(),
  constraint pathway_decision_pkey PRIMARY KEY (id),
  constraint pathway_decision_decided_by_member_id_fkey FOREIGN KEY (decided_by_member_id) REFERENCES member(id),
  constraint pathway_decision_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint pathway_decision_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint pathway_decision_pathway_version_id_fkey FOREIGN KEY (pathway_version_id) REFERENCES pathway_version(id),
  constraint pathway_decision_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint pathway_decision_check CHECK (((override_reason IS NULL) OR (outcome = 'presumptively-ineligible'::text))),
  constraint pathway_decision_criteria_check CHECK ((jsonb_typeof(criteria) = 'array'::text)),
  constraint pathway_decision_outcome_check CHECK ((outcome = ANY (ARRAY['eligible'::text, 'presumptively-ineligible'::text, 'hard-stop'::text]))),
  constraint pathway_decision_override_reason_check CHECK ((btrim(override_reason) <> ''::text))
);
CREATE INDEX pathway_decision_referral_id_decided_at_idx ON public.pathway_decision USING btree (referral_id, decided_at DESC);
grant insert, select on pathway_decision to causeway_app;
alter table pathway_decision enable, force row level security;
create policy pathway_decision_make on pathway_decision for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (decided_by_member_id = actor_member_id()) AND referral_sent(referral_id) AND referral_was_made_on(referral_id, pathway_version_id));
comment on policy pathway_decision_make on pathway_decision is 'Whoever refers decides, under the version on which the referral was made and no other.';
create policy pathway_decision_own on pathway_decision for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_helps_people());
comment on policy pathway_decision_own on pathway_decision is 'It is a submission of the organization that decided: no other sees it.';
comment on table pathway_decision is 'What the criteria came to, with the version that said so (class own-submission). Never changed: answered again, it is another one, and the newest stands.';
comment on column pathway_decision.criteria is 'Of each criterion its id and whether it was met; never the record behind it. One that a check of history or of warrants answered is left out, so that a failed check is “not eligible” without a reason (CJIS).';
comment on column pathway_decision.override_reason is 'Why somebody who is presumptively ineligible should take part all the same; null: nobody asked for it.';

create table pathway_draft (
  pathway_id uuid not null,
  revision integer not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  definition jsonb not null,
  saved_by_member_id uuid not null,
  saved_at timestamp with time zone not null default now(),
  constraint pathway_draft_pkey PRIMARY KEY (pathway_id, revision),
  constraint pathway_draft_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint pathway_draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint pathway_draft_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathway(id),
  constraint pathway_draft_saved_by_member_id_fkey FOREIGN KEY (saved_by_member_id) REFERENCES member(id),
  constraint pathway_draft_revision_check CHECK ((revision > 0))
);
grant delete, insert, select on pathway_draft to causeway_app;
alter table pathway_draft enable, force row level security;
create policy pathway_draft_read on pathway_draft for select to causeway_app
  using (actor_manages_pathways() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy pathway_draft_read on pathway_draft is 'A draft is for the managers of the organization that keeps the pathway.';
create policy pathway_draft_save on pathway_draft for insert to causeway_app
  with check (actor_manages_pathways() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (saved_by_member_id = actor_member_id()) AND pathway_is_kept_by_actor(pathway_id));
comment on policy pathway_draft_save on pathway_draft is 'They save it in their own name.';
create policy pathway_draft_undo on pathway_draft for delete to causeway_app
  using (actor_manages_pathways() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy pathway_draft_undo on pathway_draft is 'They undo a step, and publishing clears the draft.';
comment on table pathway_draft is 'Each state that a draft has had, so that any step can be undone; the last one is the draft. Publishing clears it.';

create table pathway_version (
  id uuid not null,
  pathway_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  number integer not null,
  definition jsonb not null,
  effective_from date not null,
  published_by_member_id uuid not null,
  published_at timestamp with time zone not null default now(),
  constraint pathway_version_pkey PRIMARY KEY (id),
  constraint pathway_version_pathway_id_number_key UNIQUE (pathway_id, number),
  constraint pathway_version_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint pathway_version_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint pathway_version_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathway(id),
  constraint pathway_version_published_by_member_id_fkey FOREIGN KEY (published_by_member_id) REFERENCES member(id),
  constraint pathway_version_number_check CHECK ((number > 0))
);
CREATE INDEX pathway_version_jurisdiction_id_pathway_id_number_idx ON public.pathway_version USING btree (jurisdiction_id, pathway_id, number DESC);
grant insert, select on pathway_version to causeway_app;
alter table pathway_version enable, force row level security;
create policy pathway_version_publish on pathway_version for insert to causeway_app
  with check (actor_manages_pathways() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (published_by_member_id = actor_member_id()) AND pathway_is_kept_by_actor(pathway_id));
comment on policy pathway_version_publish on pathway_version is 'Managers publish what their own organization keeps, in their own name.';
create policy pathway_version_read on pathway_version for select to causeway_app
  using ((actor_kind() = ANY (ARRAY['member'::text, 'token'::text])) AND (jurisdiction_id = actor_jurisdiction_id()));
comment on policy pathway_version_read on pathway_version is 'What was published is for everybody in the county: it says what is asked, and nothing of anybody who was.';
comment on table pathway_version is 'What a pathway says from a day on. Never changed: whoever was referred under a version stays under it, and so does each decision.';
comment on column pathway_version.effective_from is 'The first day of it, as the county counts days. It lasts until the next version begins or the pathway ends.';

create table person (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint person_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
grant insert, select on person to causeway_app;
alter table person enable, force row level security;
create policy person_own on person for all to causeway_app
  using ((organization_id = actor_organization_id()) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()));
comment on policy person_own on person is 'Organizations see the people whom they entered themselves, never that another organization knows somebody.';
comment on table person is 'Somebody who is helped. Carries no name: what an organization knows of a person stays in that organization''s own tables.';
comment on column person.organization_id is 'The organization that first entered the person.';

create table person_access (
  id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  issued_by_member_id uuid not null,
  code_hash text not null,
  language text not null,
  issued_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  revoked_by text,
  safe_word_hash text,
  constraint person_access_pkey PRIMARY KEY (id),
  constraint person_access_code_hash_key UNIQUE (code_hash),
  constraint person_access_issued_by_member_id_fkey FOREIGN KEY (issued_by_member_id) REFERENCES member(id),
  constraint person_access_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint person_access_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint person_access_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint person_access_check CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint person_access_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint person_access_revoked_by_check CHECK ((revoked_by = ANY (ARRAY['person'::text, 'organization'::text])))
);
CREATE UNIQUE INDEX person_access_one ON public.person_access USING btree (person_id, organization_id) WHERE (revoked_at IS NULL);
CREATE INDEX person_access_organization_id_person_id_idx ON public.person_access USING btree (organization_id, person_id);
grant select on person_access to causeway_app;
grant insert (id, jurisdiction_id, person_id, organization_id, issued_by_member_id, code_hash, language) on person_access to causeway_app;
grant update (revoked_at, revoked_by, safe_word_hash) on person_access to causeway_app;
alter table person_access enable, force row level security;
create policy person_access_issue on person_access for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['navigator'::text, 'case-manager'::text, 'provider'::text]) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (issued_by_member_id = actor_member_id()) AND (NOT (EXISTS ( SELECT
   FROM organization o
  WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))) AND person_is_ours(person_id));
comment on policy person_access_issue on person_access is 'Who walks with a person gives them their code: a navigator, case manager or provider of an organization that knows them. Police and courts never do.';
create policy person_access_issued on person_access for select to causeway_app
  using ((actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['navigator'::text, 'case-manager'::text, 'provider'::text]) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy person_access_issued on person_access is 'The organization that gave a code sees that it did.';
create policy person_access_keep on person_access for update to causeway_app
  using ((actor_kind() = 'person'::text) AND (id = actor_holding_id()) AND (revoked_at IS NULL))
  with check ((revoked_by IS NULL) OR (revoked_by = 'person'::text));
comment on policy person_access_keep on person_access is 'The person gives up the code that they came with, and sets its safe word.';
create policy person_access_mine on person_access for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()));
comment on policy person_access_mine on person_access is 'The person sees which codes to their record there are.';
create policy person_access_open on person_access for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (revoked_at IS NULL) AND ((code_hash = actor_claim()) OR (EXISTS ( SELECT
   FROM person_session s
  WHERE ((s.access_id = person_access.id) AND (s.token_hash = actor_claim()))))));
comment on policy person_access_open on person_access is 'A record opens for whoever holds up the code with the year, or the session that came of it, and for nobody else.';
create policy person_access_take_back on person_access for update to causeway_app
  using ((revoked_at IS NULL) AND (actor_kind() = 'member'::text) AND (actor_roles() && ARRAY['navigator'::text, 'case-manager'::text, 'provider'::text]) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()))
  with check (revoked_by = 'organization'::text);
comment on policy person_access_take_back on person_access is 'It takes a code back at the person''s word, for good.';
comment on table person_access is 'A printed code with which a person opens their own record. No account, no phone, no address: who holds the code and knows the birth year is let in.';
comment on column person_access.code_hash is 'HMAC of code and birth year together, under a key outside the database. Neither is kept: a wrong code, a wrong year and a code that never was find the same nothing.';
comment on column person_access.safe_word_hash is 'HMAC of the word without which a page that was covered shows nothing; null when none was set.';

create table person_session (
  token_hash text not null,
  access_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  covered_at timestamp with time zone,
  words_tried integer not null default 0,
  ended_at timestamp with time zone,
  constraint person_session_pkey PRIMARY KEY (token_hash),
  constraint person_session_access_id_fkey FOREIGN KEY (access_id) REFERENCES person_access(id)
);
CREATE INDEX person_session_access_id_idx ON public.person_session USING btree (access_id);
grant select on person_session to causeway_app;
grant insert (token_hash, access_id, covered_at) on person_session to causeway_app;
grant update (last_seen_at, covered_at, words_tried, ended_at) on person_session to causeway_app;
alter table person_session enable, force row level security;
create policy person_session_recognise on person_session for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (token_hash = actor_claim()));
comment on policy person_session_recognise on person_session is 'A session opens for whoever holds its token.';
create policy person_session_seen on person_session for update to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (token_hash = actor_claim()) AND (ended_at IS NULL))
  with check (token_hash = actor_claim());
comment on policy person_session_seen on person_session is 'Whoever holds the token keeps the session awake, covers it, and ends it for good.';
create policy person_session_start on person_session for insert to causeway_app
  with check ((actor_kind() = 'person'::text) AND (access_id = actor_holding_id()));
comment on policy person_session_start on person_session is 'A session starts for the code that was held up.';
comment on table person_session is 'A browser in which a person has opened their record. Only the hash of its token is kept.';
comment on column person_session.covered_at is 'Since when it shows a harmless page, until the safe word is given.';

create table place (
  jurisdiction_id uuid not null,
  name text not null,
  latitude double precision not null,
  longitude double precision not null,
  constraint place_pkey PRIMARY KEY (jurisdiction_id, name),
  constraint place_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint place_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint place_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint place_name_check CHECK ((btrim(name) <> ''::text))
);
grant delete, insert, select, update on place to causeway_app;
alter table place enable, force row level security;
create policy place_keep on place for all to causeway_app
  using ((actor_kind() = 'operator'::text) OR ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (actor_roles() && ARRAY['manager'::text, 'administrator'::text])));
comment on policy place_keep on place is 'The operator, managers and administrators keep the county''s place names.';
create policy place_read on place for select to causeway_app
  using (actor_kind() <> ''::text);
comment on policy place_read on place is 'The names of towns are public.';
comment on table place is 'A town, neighbourhood or landmark by the name that people of the county use, so that it can be found without a map service.';

create table privacy_request (
  id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid,
  kind text not null,
  about_organization_id uuid,
  words text,
  reply_to text,
  paid_themselves boolean not null default false,
  language text not null,
  asked_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null,
  extended_at timestamp with time zone,
  extended_because text,
  answered_at timestamp with time zone,
  answered_by_member_id uuid,
  outcome text,
  answer text,
  taken_at timestamp with time zone,
  taken_by_member_id uuid,
  constraint privacy_request_pkey PRIMARY KEY (id),
  constraint privacy_request_about_organization_id_fkey FOREIGN KEY (about_organization_id) REFERENCES organization(id),
  constraint privacy_request_answered_by_member_id_fkey FOREIGN KEY (answered_by_member_id) REFERENCES member(id),
  constraint privacy_request_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint privacy_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint privacy_request_taken_by_member_id_fkey FOREIGN KEY (taken_by_member_id) REFERENCES member(id),
  constraint privacy_request_answer_check CHECK ((btrim(answer) <> ''::text)),
  constraint privacy_request_check CHECK (((person_id IS NOT NULL) OR (kind = 'complaint'::text))),
  constraint privacy_request_check1 CHECK (((kind <> 'complaint'::text) OR (words IS NOT NULL))),
  constraint privacy_request_check2 CHECK (((extended_at IS NULL) = (extended_because IS NULL))),
  constraint privacy_request_check3 CHECK (((extended_at IS NULL) OR (kind = 'accounting'::text))),
  constraint privacy_request_check4 CHECK ((((answered_at IS NULL) = (outcome IS NULL)) AND ((answered_at IS NULL) = (answered_by_member_id IS NULL)))),
  constraint privacy_request_extended_because_check CHECK ((btrim(extended_because) <> ''::text)),
  constraint privacy_request_kind_check CHECK ((kind = ANY (ARRAY['accounting'::text, 'restriction'::text, 'complaint'::text]))),
  constraint privacy_request_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint privacy_request_outcome_check CHECK ((outcome = ANY (ARRAY['given'::text, 'agreed'::text, 'not-agreed'::text, 'heard'::text]))),
  constraint privacy_request_paid_themselves CHECK (((outcome IS DISTINCT FROM 'not-agreed'::text) OR (NOT paid_themselves))),
  constraint privacy_request_reply_to_check CHECK ((btrim(reply_to) <> ''::text)),
  constraint privacy_request_taken_check CHECK (((taken_at IS NULL) = (taken_by_member_id IS NULL))),
  constraint privacy_request_words_check CHECK ((btrim(words) <> ''::text))
);
CREATE INDEX privacy_request_jurisdiction_id_asked_at_idx ON public.privacy_request USING btree (jurisdiction_id, asked_at DESC);
CREATE INDEX privacy_request_person_id_idx ON public.privacy_request USING btree (person_id);
grant select on privacy_request to causeway_app;
grant insert (id, jurisdiction_id, person_id, kind, about_organization_id, words, reply_to, paid_themselves, language, due_at) on privacy_request to causeway_app;
grant update (due_at, extended_at, extended_because, answered_at, answered_by_member_id, outcome, answer, taken_at, taken_by_member_id) on privacy_request to causeway_app;
alter table privacy_request enable, force row level security;
create policy privacy_request_answer on privacy_request for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (answered_at IS NULL))
  with check (((answered_by_member_id IS NULL) OR (answered_by_member_id = actor_member_id())) AND ((taken_by_member_id IS NULL) OR (taken_by_member_id = actor_member_id())));
comment on policy privacy_request_answer on privacy_request is 'The privacy officer takes it and answers it, once, in their own name.';
create policy privacy_request_ask on privacy_request for insert to causeway_app
  with check ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()) AND (EXISTS ( SELECT
   FROM person_access a
  WHERE ((a.id = actor_holding_id()) AND (a.jurisdiction_id = privacy_request.jurisdiction_id)))));
comment on policy privacy_request_ask on privacy_request is 'A person asks for themselves.';
create policy privacy_request_complain on privacy_request for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (kind = 'complaint'::text) AND (person_id IS NULL));
comment on policy privacy_request_complain on privacy_request is 'Anybody can complain, and need not say who they are (P2-069).';
create policy privacy_request_mine on privacy_request for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()));
comment on policy privacy_request_mine on privacy_request is 'A person sees what they asked and what came of it.';
create policy privacy_request_office on privacy_request for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy privacy_request_office on privacy_request is 'The privacy officer reads what the county was asked.';
comment on table privacy_request is 'What somebody asks of the privacy office: the accounting (42 CFR 2.25), a restriction (2.26), a complaint (2.4), each with the day by which it is answered.';
comment on column privacy_request.person_id is 'Null: a complaint by somebody who did not open a record.';
comment on column privacy_request.paid_themselves is 'They paid for it themselves: a restriction towards a health plan must then be agreed to (2.26(a)(4), P2-064).';
comment on column privacy_request.due_at is 'For an accounting 60 days after it was asked, and 30 more when it was extended, once (45 CFR 164.528(c)).';
comment on column privacy_request.taken_by_member_id is 'Who of the privacy office has it in hand: whoever took it, put it off or answered it last.';

create table provider (
  id uuid not null,
  name text not null,
  website text,
  visibility text not null default 'public'::text,
  source text not null default 'member'::text,
  match_key text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  import_id uuid default import_in_hand(),
  audiences text[],
  constraint provider_pkey PRIMARY KEY (id),
  constraint provider_match_key_key UNIQUE (match_key),
  constraint provider_audiences_check CHECK ((((visibility = 'chosen'::text) = (audiences IS NOT NULL)) AND (audiences <@ ARRAY['coordinators'::text, 'partners'::text, 'police'::text, 'public'::text]))),
  constraint provider_name_check CHECK ((btrim(name) <> ''::text)),
  constraint provider_source_check CHECK ((source = ANY (ARRAY['samhsa-list'::text, 'findtreatment'::text, 'hsds'::text, 'csv'::text, 'member'::text]))),
  constraint provider_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'partners'::text, 'hidden'::text, 'chosen'::text])))
);
CREATE INDEX provider_name_id_idx ON public.provider USING btree (name, id);
CREATE TRIGGER import_added AFTER INSERT ON public.provider REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_added('provider');
CREATE TRIGGER import_changed AFTER UPDATE ON public.provider REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_changed('provider');
CREATE TRIGGER import_mark BEFORE UPDATE ON public.provider FOR EACH ROW EXECUTE FUNCTION import_mark();
CREATE TRIGGER provider_updated AFTER UPDATE ON public.provider REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION provider_updated();
grant delete, insert, select, update on provider to causeway_app;
alter table provider enable, force row level security;
create policy provider_add on provider for insert to causeway_app
  with check actor_keeps_listing(NULL::uuid);
comment on policy provider_add on provider is 'The operator and managers add providers.';
create policy provider_change on provider for update to causeway_app
  using actor_keeps_provider(id);
comment on policy provider_change on provider is 'Nobody renames the provider of another organization''s service.';
create policy provider_import_add on provider for insert to causeway_app
  with check ( SELECT actor_imports() AS actor_imports);
comment on policy provider_import_add on provider is 'The job that works off an import writes as the operator would.';
create policy provider_import_change on provider for update to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy provider_import_change on provider is 'The job that works off an import writes as the operator would.';
create policy provider_import_drop on provider for delete to causeway_app
  using (( SELECT actor_imports() AS actor_imports) AND (import_id IS NOT NULL));
comment on policy provider_import_drop on provider is 'What an import added, and nobody has changed, can be taken back.';
create policy provider_others on provider for select to causeway_app
  using ((visibility <> 'public'::text) AND actor_sees_provider(id, visibility, audiences));
comment on policy provider_others on provider is 'An organization sees the provider of its own services; others see those that are shown to them.';
create policy provider_public on provider for select to causeway_app
  using ((visibility = 'public'::text) AND (actor_kind() <> ''::text));
comment on policy provider_public on provider is 'The directory is public.';
create policy provider_work on provider for select to causeway_app
  using (actor_kind() = ANY (ARRAY['operator'::text, 'job'::text]));
comment on policy provider_work on provider is 'Imports and announcements reach every provider.';
comment on table provider is 'Who runs places that help (HSDS organization). Need not take part in Causeway.';
comment on column provider.visibility is 'public: every audience; partners: organizations that take part, except criminal justice; hidden: its own organization alone; chosen: the audiences beside it.';
comment on column provider.source is 'Where the facts come from. An import changes only what came from an import, and never takes back newer facts.';
comment on column provider.match_key is 'How an import knows the provider again: its name without accents, capitals and marks, and its state.';
comment on column provider.import_id is 'The import that wrote it last, if nobody has changed it since: only then is it taken back with that import.';
comment on column provider.audiences is 'public: whoever has not signed in; partners: organizations that take part; coordinators: of these, navigators, case managers and managers; police: every organization of criminal justice.';

create table provider_call (
  id uuid not null,
  service_id uuid not null,
  result text not null,
  called_at timestamp with time zone not null default now(),
  by_member uuid,
  organization_id uuid,
  for_on date,
  waitlist_days integer,
  constraint provider_call_pkey PRIMARY KEY (id),
  constraint provider_call_by_member_fkey FOREIGN KEY (by_member) REFERENCES member(id),
  constraint provider_call_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint provider_call_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint provider_call_for CHECK (((for_on IS NULL) OR (result = 'accepted-for'::text))),
  constraint provider_call_result_check CHECK ((result = ANY (ARRAY['bed-now'::text, 'accepted-for'::text, 'waitlist'::text, 'full'::text, 'payer-not-accepted'::text, 'criteria-not-met'::text, 'no-answer'::text, 'closed'::text]))),
  constraint provider_call_waitlist_days_check CHECK ((waitlist_days >= 0)),
  constraint provider_call_waits CHECK (((waitlist_days IS NULL) OR (result = 'waitlist'::text)))
);
CREATE INDEX provider_call_service_id_called_at_idx ON public.provider_call USING btree (service_id, called_at DESC);
grant insert, select on provider_call to causeway_app;
alter table provider_call enable, force row level security;
create policy provider_call_add on provider_call for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) OR ((by_member = actor_member_id()) AND (organization_id = actor_organization_id()) AND (called_at <= now()) AND (actor_calls_places() OR (actor_is_partner() AND actor_keeps_listing_of(service_id))) AND actor_sees_listing(service_id)));
comment on policy provider_call_add on provider_call is 'Calls are written down by whoever made them.';
create policy provider_call_count on provider_call for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'count-calls'::text));
comment on policy provider_call_count on provider_call is 'Counting looks at every call and lets nothing out but numbers: see call_rates. No work of that name is ever queued.';
create policy provider_call_read on provider_call for select to causeway_app
  using ((actor_kind() = 'operator'::text) OR (actor_is_partner() AND actor_sees_listing(service_id)));
comment on policy provider_call_read on provider_call is 'Single calls are for partners: the hour of one and its result could tell police or a court where somebody went.';
comment on table provider_call is 'How a call to a place went. Says nothing of a person; but when, and who called, may tell an officer where somebody went: call_rates is for everybody, the rows are not.';
comment on column provider_call.for_on is 'The day for which the place would take somebody.';
comment on column provider_call.waitlist_days is 'How long the place said that people wait.';

create table records_in_week (
  jurisdiction_id uuid not null,
  member_id uuid not null,
  organization_id uuid not null,
  week date not null,
  records integer not null,
  constraint records_in_week_pkey PRIMARY KEY (jurisdiction_id, week, member_id, organization_id),
  constraint records_in_week_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint records_in_week_records_check CHECK ((records > 0)),
  constraint records_in_week_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);
grant insert, select on records_in_week to causeway_app;
grant update (records) on records_in_week to causeway_app;
alter table records_in_week enable, force row level security;
create policy records_in_week_count on records_in_week for all to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy records_in_week_count on records_in_week is 'The job counts, and compares what it counted.';
comment on table records_in_week is 'How many different records a member was shown of what other organizations hold, by week: counted once from the audit record, and again only while the week lasts.';

create table recovery_code (
  member_id uuid not null,
  code_hash text not null,
  created_at timestamp with time zone not null default now(),
  constraint recovery_code_pkey PRIMARY KEY (member_id, code_hash),
  constraint recovery_code_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
grant delete, insert, select on recovery_code to causeway_app;
alter table recovery_code enable, force row level security;
create policy recovery_code_keep on recovery_code for all to causeway_app
  using (actor_kind() = 'operator'::text)
  with check false;
comment on policy recovery_code_keep on recovery_code is 'The operator removes those of an account that begins again.';
create policy recovery_code_own on recovery_code for all to causeway_app
  using (member_id = actor_member_id());
comment on policy recovery_code_own on recovery_code is 'Members make and use their own.';
comment on table recovery_code is 'Codes on paper for the day on which the phone is lost. A code that is used is removed, so that it counts once.';
comment on column recovery_code.code_hash is 'Argon2id, one salt for the codes made together (ASVS 6.5.2).';

create table referral (
  id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  from_member_id uuid,
  to_organization_id uuid not null,
  to_service_id uuid not null,
  needs text[] not null,
  payer text not null,
  agrees_to_contact boolean not null,
  contact_way text,
  submitted_at timestamp with time zone not null default now(),
  answer_due_at timestamp with time zone not null,
  open_until timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint referral_pkey PRIMARY KEY (id),
  constraint referral_from_member_id_fkey FOREIGN KEY (from_member_id) REFERENCES member(id),
  constraint referral_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint referral_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint referral_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint referral_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint referral_to_service_id_fkey FOREIGN KEY (to_service_id) REFERENCES service(id),
  constraint referral_check CHECK ((agrees_to_contact = (contact_way IS NOT NULL))),
  constraint referral_contact_way_check CHECK ((contact_way = ANY (ARRAY['call'::text, 'text'::text, 'in-person'::text]))),
  constraint referral_needs_check CHECK (((cardinality(needs) > 0) AND (needs <@ ARRAY['treatment'::text, 'moud'::text, 'harm-reduction'::text, 'recovery-support'::text, 'shelter'::text, 'other'::text]))),
  constraint referral_payer_check CHECK ((payer = ANY (ARRAY['medicaid'::text, 'medicare'::text, 'private'::text, 'military'::text, 'none'::text, 'not-sure'::text])))
);
CREATE INDEX referral_jurisdiction_id_from_organization_id_submitted_at_idx ON public.referral USING btree (jurisdiction_id, from_organization_id, submitted_at DESC);
CREATE INDEX referral_jurisdiction_id_to_organization_id_open_until_idx ON public.referral USING btree (jurisdiction_id, to_organization_id, open_until);
CREATE INDEX referral_jurisdiction_id_to_organization_id_submitted_at_idx ON public.referral USING btree (jurisdiction_id, to_organization_id, submitted_at DESC);
CREATE INDEX referral_to_service_id_idx ON public.referral USING btree (to_service_id);
grant insert, select on referral to causeway_app;
grant update (withdrawn_at) on referral to causeway_app;
alter table referral enable, force row level security;
create policy referral_count on referral for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = 'count-referrals'::text));
comment on policy referral_count on referral is 'Counting looks at every referral of a county and lets nothing out but numbers: see count_referrals. No work of that name is ever queued.';
create policy referral_linked on referral for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'link'::text) AND (id = ( SELECT actor_subject_id() AS actor_subject_id)) AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (withdrawn_at IS NULL) AND (((open_until > now()) AND referral_link_holds(id, 'answer'::text) AND (NOT referral_answered(id))) OR (referral_accepted(id) AND referral_link_holds(id, 'confirm-arrival'::text))));
comment on policy referral_linked on referral is 'A signed link shows what its one purpose needs, until it is used or expires.';
create policy referral_mine on referral for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'person'::text) AND (person_id = ( SELECT actor_person_id() AS actor_person_id)));
comment on policy referral_mine on referral is 'A person sees whom was asked to help them, and by when an answer comes.';
create policy referral_own on referral for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people));
comment on policy referral_own on referral is 'An organization sees its own submission, always.';
create policy referral_received on referral for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people) AND (withdrawn_at IS NULL) AND COALESCE(( SELECT (a.answer <> 'declined'::text)
   FROM referral_answer a
  WHERE (a.referral_id = referral.id)), (open_until > now())));
comment on policy referral_received on referral is 'The receiving place sees it from submitted to answered, and afterwards only if it accepted. After declining: nothing.';
create policy referral_send on referral for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND actor_helps_people() AND (NOT (from_member_id IS DISTINCT FROM actor_member_id())));
comment on policy referral_send on referral is 'Members send for their own organization.';
create policy referral_take_back on referral for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND actor_helps_people() AND (withdrawn_at IS NULL))
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND actor_helps_people() AND (withdrawn_at IS NOT NULL));
comment on policy referral_take_back on referral is 'The sender can take a referral back, once and for good; nothing else of it changes.';
create policy referral_to_bound on referral for insert to causeway_app
  with check (NOT (EXISTS ( SELECT
   FROM missing_agreements(referral.from_organization_id, referral.to_organization_id) missing_agreements(missing_agreements))));
comment on policy referral_to_bound on referral is 'Nothing is referred where an agreement is missing: a Part 2 program needs its service agreement (P2-004), and two organizations what their county asks for between them.';
create policy referral_work on referral for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = ANY (ARRAY['announce-referral'::text, 'clock-ran-out'::text, 'expire-link'::text])));
comment on policy referral_work on referral is 'Jobs announce referrals and watch their clocks.';
comment on table referral is 'The request that a place take this person on, as the sender wrote it (class own-submission). Its id is made by the sender, so a retry is the same referral.';
comment on column referral.answer_due_at is 'When the handoff clock, which starts at submitted_at, runs out.';
comment on column referral.open_until is 'Until when an unanswered referral may still be seen and answered.';

create table referral_answer (
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  to_organization_id uuid not null,
  answer text not null,
  for_date date,
  reason text,
  answered_at timestamp with time zone not null default now(),
  member_id uuid,
  link_id uuid,
  constraint referral_answer_pkey PRIMARY KEY (referral_id),
  constraint referral_answer_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint referral_answer_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint referral_answer_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint referral_answer_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint referral_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'accepted-for-date'::text, 'declined'::text]))),
  constraint referral_answer_check CHECK (((answer = 'accepted-for-date'::text) = (for_date IS NOT NULL))),
  constraint referral_answer_check1 CHECK (((answer = 'declined'::text) = (reason IS NOT NULL))),
  constraint referral_answer_reason_check CHECK ((reason = ANY (ARRAY['full'::text, 'waitlist'::text, 'payer'::text, 'medical-need-first'::text, 'criteria'::text, 'closed'::text, 'other'::text])))
);
CREATE INDEX referral_answer_jurisdiction_id_to_organization_id_answered_idx ON public.referral_answer USING btree (jurisdiction_id, to_organization_id, answered_at DESC);
grant insert, select on referral_answer to causeway_app;
alter table referral_answer enable, force row level security;
create policy referral_answer_give on referral_answer for insert to causeway_app
  with check ((to_organization_id = actor_organization_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (NOT (member_id IS DISTINCT FROM actor_member_id())) AND ((actor_helps_people() AND (link_id IS NULL)) OR ((actor_kind() = 'link'::text) AND (referral_id = actor_subject_id()) AND (link_id = actor_holding_id()) AND referral_link_holds(referral_id, 'answer'::text))) AND referral_is_asked_of_actor(referral_id));
comment on policy referral_answer_give on referral_answer is 'Only the place that was asked answers, while the referral is open to it.';
create policy referral_answer_mine on referral_answer for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'person'::text) AND (answer = ANY (ARRAY['accepted'::text, 'accepted-for-date'::text])) AND referral_seen(referral_id));
comment on policy referral_answer_mine on referral_answer is 'And for when a place expects them. Why one could not take them stays with the place.';
create policy referral_answer_own on referral_answer for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (( SELECT actor_helps_people() AS actor_helps_people) OR ((( SELECT actor_kind() AS actor_kind) = 'link'::text) AND (referral_id = ( SELECT actor_subject_id() AS actor_subject_id)) AND referral_link_lasts(referral_id))));
comment on policy referral_answer_own on referral_answer is 'A place sees its own answers. The sender does not: even a bare yes belongs to the program (P2-002).';
create policy referral_answer_work on referral_answer for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = ANY (ARRAY['announce-referral'::text, 'clock-ran-out'::text, 'expire-link'::text])));
comment on policy referral_answer_work on referral_answer is 'Jobs stop a clock that was answered.';
comment on table referral_answer is 'What the place answered (class placement). One row a referral: of two people who answer at once, one is first. Never shown to the sender.';

create table referral_draft (
  id uuid not null,
  jurisdiction_id uuid not null,
  member_id uuid not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '20:00:00'::interval),
  constraint referral_draft_pkey PRIMARY KEY (id),
  constraint referral_draft_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint referral_draft_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
CREATE INDEX referral_draft_expires_at_idx ON public.referral_draft USING btree (expires_at);
CREATE INDEX referral_draft_member_id_idx ON public.referral_draft USING btree (member_id);
grant delete, insert, select, update on referral_draft to causeway_app;
alter table referral_draft enable, force row level security;
create policy referral_draft_drop on referral_draft for delete to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'drop-drafts'::text) AND (expires_at < now()));
comment on policy referral_draft_drop on referral_draft is 'Old drafts are dropped.';
create policy referral_draft_old on referral_draft for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'drop-drafts'::text) AND (expires_at < now()));
comment on policy referral_draft_old on referral_draft is 'The job that drops old drafts finds them.';
create policy referral_draft_own on referral_draft for all to causeway_app
  using ((member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()));
comment on policy referral_draft_own on referral_draft is 'A draft is its maker''s alone.';
comment on table referral_draft is 'A referral not sent yet. Twenty hours, so that nobody loses a form to a clock (WCAG 2.2.1).';

create table referral_identity (
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  from_organization_id uuid not null,
  to_organization_id uuid not null,
  name text,
  contact text,
  whereabouts text,
  latitude double precision,
  longitude double precision,
  shared boolean not null,
  constraint referral_identity_pkey PRIMARY KEY (referral_id),
  constraint referral_identity_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint referral_identity_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint referral_identity_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint referral_identity_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint referral_identity_name_check CHECK ((btrim(name) <> ''::text))
);
grant insert, select on referral_identity to causeway_app;
alter table referral_identity enable, force row level security;
create policy referral_identity_own on referral_identity for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people));
comment on policy referral_identity_own on referral_identity is 'An organization sees what it entered itself.';
create policy referral_identity_received on referral_identity for select to causeway_app
  using (shared AND (to_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (( SELECT actor_helps_people() AS actor_helps_people) OR (( SELECT actor_kind() AS actor_kind) = 'link'::text)) AND (EXISTS ( SELECT
   FROM referral_answer a
  WHERE ((a.referral_id = referral_identity.referral_id) AND (a.answer <> 'declined'::text)))) AND (EXISTS ( SELECT
   FROM referral r
  WHERE (r.id = referral_identity.referral_id))));
comment on policy referral_identity_received on referral_identity is 'The receiving place learns who it is after it accepts, if the person agreed to be contacted.';
create policy referral_identity_send on referral_identity for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND actor_helps_people() AND referral_sent(referral_id));
comment on policy referral_identity_send on referral_identity is 'Members write for their own organization, of what it sent.';
comment on table referral_identity is 'Who the person is and where to find them (class identity). Reaches the receiving place only after it accepts, and only if the person agreed to be contacted.';
comment on column referral_identity.name is 'Null: the person gave none.';

create table referral_link (
  id uuid not null,
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  to_organization_id uuid not null,
  purpose text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint referral_link_pkey PRIMARY KEY (id),
  constraint referral_link_referral_id_purpose_key UNIQUE (referral_id, purpose),
  constraint referral_link_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint referral_link_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint referral_link_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint referral_link_purpose_check CHECK ((purpose = ANY (ARRAY['answer'::text, 'confirm-arrival'::text])))
);
grant insert, select on referral_link to causeway_app;
grant update (used_at) on referral_link to causeway_app;
alter table referral_link enable, force row level security;
create policy referral_link_held on referral_link for select to causeway_app
  using ((actor_kind() = 'link'::text) AND (referral_id = actor_subject_id()));
comment on policy referral_link_held on referral_link is 'The holder sees the links of the one referral.';
create policy referral_link_make on referral_link for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND
CASE purpose
    WHEN 'answer'::text THEN (actor_helps_people() AND (EXISTS ( SELECT
       FROM referral r
      WHERE ((r.id = referral_link.referral_id) AND (r.from_organization_id = actor_organization_id()) AND (r.to_organization_id = referral_link.to_organization_id)))))
    ELSE ((to_organization_id = actor_organization_id()) AND referral_writes_for_place(referral_id))
END);
comment on policy referral_link_make on referral_link is 'Sending makes the link to answer; accepting makes the link to confirm arrival.';
create policy referral_link_open on referral_link for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND ((id)::text = actor_claim()));
comment on policy referral_link_open on referral_link is 'Whoever holds up a link whose signature is right may learn what it is for.';
create policy referral_link_receiver on referral_link for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (to_organization_id = actor_organization_id()) AND actor_helps_people());
comment on policy referral_link_receiver on referral_link is 'Answering at the desk uses up the link.';
create policy referral_link_use on referral_link for update to causeway_app
  using ((used_at IS NULL) AND (((actor_kind() = 'link'::text) AND (id = actor_holding_id())) OR ((jurisdiction_id = actor_jurisdiction_id()) AND (to_organization_id = actor_organization_id()) AND actor_helps_people())))
  with check (used_at IS NOT NULL);
comment on policy referral_link_use on referral_link is 'A link is used once.';
create policy referral_link_work on referral_link for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = ANY (ARRAY['announce-referral'::text, 'clock-ran-out'::text, 'expire-link'::text])));
comment on policy referral_link_work on referral_link is 'Jobs write links into messages and see when they end.';
comment on table referral_link is 'A signed, expiring, single-purpose link for a place without an account. Holds no secret: the signature is made with a key outside the database.';

create table referral_pathway (
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  from_organization_id uuid not null,
  from_member_id uuid,
  pathway_version_id uuid not null,
  made_at timestamp with time zone not null default now(),
  constraint referral_pathway_pkey PRIMARY KEY (referral_id),
  constraint referral_pathway_from_member_id_fkey FOREIGN KEY (from_member_id) REFERENCES member(id),
  constraint referral_pathway_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint referral_pathway_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint referral_pathway_pathway_version_id_fkey FOREIGN KEY (pathway_version_id) REFERENCES pathway_version(id),
  constraint referral_pathway_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id)
);
CREATE INDEX referral_pathway_from_member_id_made_at_idx ON public.referral_pathway USING btree (from_member_id, made_at DESC);
CREATE INDEX referral_pathway_pathway_version_id_idx ON public.referral_pathway USING btree (pathway_version_id);
grant insert, select on referral_pathway to causeway_app;
alter table referral_pathway enable, force row level security;
create policy referral_pathway_count on referral_pathway for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'job'::text) AND (( SELECT actor_job() AS actor_job) = 'count-referrals'::text));
comment on policy referral_pathway_count on referral_pathway is 'Counting lets nothing out but rounded numbers: see count_on_versions.';
create policy referral_pathway_own on referral_pathway for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_helps_people() AS actor_helps_people));
comment on policy referral_pathway_own on referral_pathway is 'An organization sees its own submission; the place that receives it does not see this part.';
create policy referral_pathway_send on referral_pathway for insert to causeway_app
  with check ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND (from_organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND (NOT (from_member_id IS DISTINCT FROM ( SELECT actor_member_id() AS actor_member_id))) AND ( SELECT actor_helps_people() AS actor_helps_people) AND referral_sent(referral_id) AND pathway_version_is_seen(pathway_version_id));
comment on policy referral_pathway_send on referral_pathway is 'Members write it with the referral that they send, for a pathway of their county.';
comment on table referral_pathway is 'The version of a pathway on which a referral was made, and under which it stays (class own-submission). A referral without one was made before there were pathways, or by a system that named none.';

create table release (
  id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  kind text not null,
  person_name text,
  purpose text,
  how_to_revoke text,
  form_text text,
  form_version text,
  form_sha256 text,
  form_language text,
  signature text,
  signed_at timestamp with time zone,
  obtained_by_member_id uuid not null,
  created_at timestamp with time zone not null default now(),
  status text not null default 'draft'::text,
  activated_at timestamp with time zone,
  discloser_name text,
  is_adult boolean,
  signed_by text not null default 'person'::text,
  signer_name text,
  signature_how text,
  signature_strokes text,
  attested_by_member_id uuid,
  witness text,
  interpreter text,
  obtained_by_roles text[],
  for_fundraising boolean not null default false,
  fundraising_statement text,
  proceedings_exception text,
  redisclosure_warning text,
  refusal_consequences text,
  held_charge_id uuid,
  monitoring_duty text,
  period text,
  revocable_from timestamp with time zone,
  revocable_at_disposition boolean not null default false,
  supervisor_member_id uuid,
  counsel_name text,
  participants text[],
  treating_only boolean not null default false,
  proceeding text,
  signer_ground text,
  signer_signature text,
  signer_strokes text,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_attested_by_member_id_fkey FOREIGN KEY (attested_by_member_id) REFERENCES member(id),
  constraint release_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint release_held_charge_id_fkey FOREIGN KEY (held_charge_id) REFERENCES held_charge(id),
  constraint release_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint release_obtained_by_member_id_fkey FOREIGN KEY (obtained_by_member_id) REFERENCES member(id),
  constraint release_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint release_supervisor_member_id_fkey FOREIGN KEY (supervisor_member_id) REFERENCES member(id),
  constraint release_check CHECK ((form_sha256 = encode(sha256(convert_to(form_text, 'UTF8'::name)), 'hex'::text))),
  constraint release_counsel_name_check CHECK ((btrim(counsel_name) <> ''::text)),
  constraint release_discloser_name_check CHECK ((btrim(discloser_name) <> ''::text)),
  constraint release_form_language_check CHECK ((form_language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint release_form_text_check CHECK ((btrim(form_text) <> ''::text)),
  constraint release_fundraising_statement_check CHECK ((btrim(fundraising_statement) <> ''::text)),
  constraint release_how_to_revoke_check CHECK ((btrim(how_to_revoke) <> ''::text)),
  constraint release_interpreter_check CHECK ((btrim(interpreter) <> ''::text)),
  constraint release_kind_check CHECK ((kind = ANY (ARRAY['named-recipient'::text, 'multi-party'::text, 'tpo'::text, 'criminal-justice'::text, 'intermediary'::text, 'proceedings'::text, 'counselling-notes'::text]))),
  constraint release_monitoring_duty_check CHECK ((btrim(monitoring_duty) <> ''::text)),
  constraint release_participants_check CHECK ((cardinality(participants) > 0)),
  constraint release_period_check CHECK ((btrim(period) <> ''::text)),
  constraint release_person_name_check CHECK ((btrim(person_name) <> ''::text)),
  constraint release_proceeding_check CHECK ((btrim(proceeding) <> ''::text)),
  constraint release_proceedings_exception_check CHECK ((btrim(proceedings_exception) <> ''::text)),
  constraint release_purpose_check CHECK ((btrim(purpose) <> ''::text)),
  constraint release_redisclosure_warning_check CHECK ((btrim(redisclosure_warning) <> ''::text)),
  constraint release_refusal_consequences_check CHECK ((btrim(refusal_consequences) <> ''::text)),
  constraint release_signature_check CHECK ((btrim(signature) <> ''::text)),
  constraint release_signature_how_check CHECK ((signature_how = ANY (ARRAY['typed'::text, 'drawn'::text, 'paper'::text]))),
  constraint release_signature_strokes_check CHECK (((signature_strokes ~ '^[MLQCZmlqcz0-9 .,-]+$'::text) AND (length(signature_strokes) <= 200000))),
  constraint release_signed_by_check CHECK ((signed_by = ANY (ARRAY['person'::text, 'parent'::text, 'representative'::text]))),
  constraint release_signer_ground_check CHECK ((btrim(signer_ground) <> ''::text)),
  constraint release_signer_name_check CHECK ((btrim(signer_name) <> ''::text)),
  constraint release_signer_signature_check CHECK ((btrim(signer_signature) <> ''::text)),
  constraint release_signer_strokes_check CHECK (((signer_strokes ~ '^[MLQCZmlqcz0-9 .,-]+$'::text) AND (length(signer_strokes) <= 200000))),
  constraint release_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text]))),
  constraint release_witness_check CHECK ((btrim(witness) <> ''::text))
);
CREATE INDEX release_held_charge_id_idx ON public.release USING btree (held_charge_id) WHERE (held_charge_id IS NOT NULL);
CREATE INDEX release_jurisdiction_id_person_id_idx ON public.release USING btree (jurisdiction_id, person_id);
CREATE TRIGGER release_activate BEFORE UPDATE ON public.release FOR EACH ROW EXECUTE FUNCTION release_activate();
CREATE TRIGGER release_open_lines AFTER UPDATE ON public.release FOR EACH ROW EXECUTE FUNCTION release_open_lines();
grant select on release to causeway_app;
grant insert (id, jurisdiction_id, person_id, from_organization_id, kind, person_name, purpose, how_to_revoke, form_text, form_version, form_sha256, form_language, signature, signed_at, obtained_by_member_id, discloser_name, is_adult, signed_by, signer_name, signature_how, signature_strokes, attested_by_member_id, witness, interpreter, obtained_by_roles, for_fundraising, fundraising_statement, proceedings_exception, redisclosure_warning, refusal_consequences, held_charge_id, monitoring_duty, period, revocable_from, revocable_at_disposition, supervisor_member_id, counsel_name, participants, treating_only, proceeding, signer_ground, signer_signature, signer_strokes) on release to causeway_app;
grant update (status) on release to causeway_app;
alter table release enable, force row level security;
create policy release_emergency on release for select to causeway_app
  using ((status = 'active'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (actor_kind() = 'member'::text) AND ('provider'::text = ANY (actor_roles())) AND actor_gives_medical_care() AND break_glass_opens(person_name, 'enrolled'::text));
comment on policy release_emergency on release is 'In an emergency medical personnel learn who knows the person, by the name that they signed with (2.51). A release that ended says it too.';
create policy release_mine on release for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()) AND (status = 'active'::text));
comment on policy release_mine on release is 'Who signed a release reads it, one that ended too.';
create policy release_read_named on release for select to causeway_app
  using (EXISTS ( SELECT
   FROM release_line line
  WHERE ((line.release_id = release.id) AND (line.recipient_organization_id = actor_organization_id()) AND
        CASE
            WHEN (line.recipient_member_id IS NULL) THEN actor_helps_people()
            ELSE (line.recipient_member_id = actor_member_id())
        END AND line.active AND (line.revoked_at IS NULL) AND (line.ended_at IS NULL) AND ((line.expires_at IS NULL) OR (line.expires_at > now())))));
comment on policy release_read_named on release is 'A recipient reads the scope of a live release that names it (2.32(b)).';
create policy release_read_own on release for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (((from_organization_id = actor_organization_id()) AND actor_helps_people()) OR actor_keeps_privacy()));
comment on policy release_read_own on release is 'The discloser and the privacy officer read releases.';
create policy release_sign on release for update to causeway_app
  using ((status = 'draft'::text) AND (actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()))
  with check ((status = 'active'::text) AND (from_organization_id = actor_organization_id()));
comment on policy release_sign on release is 'Who wrote a draft has it made active, if nothing is missing; nothing else of it changes.';
create policy release_write on release for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND (obtained_by_member_id = actor_member_id()) AND (NOT (EXISTS ( SELECT
   FROM organization o
  WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))));
comment on policy release_write on release is 'Police and courts can never make a release (P2-017).';
comment on table release is 'The person''s signed consent to share (42 CFR 2.31). Every element of its kind is a column here or on its lines; it becomes active only when none is missing (P2-010).';
comment on column release.from_organization_id is 'Element (a)(2): who may disclose.';
comment on column release.person_name is 'Element (a)(1).';
comment on column release.purpose is 'Element (a)(5).';
comment on column release.how_to_revoke is 'Element (a)(6): the right to stop it, and how.';
comment on column release.form_text is 'The exact words that were signed (P2-014), so that the release can be shown again as it was.';
comment on column release.signature is 'Element (a)(8).';
comment on column release.signed_at is 'Element (a)(9).';
comment on column release.status is 'Written as a draft with its lines; the database makes it active after it looked for every element. A draft opens nothing.';
comment on column release.discloser_name is 'Element (a)(2), as the form names it.';
comment on column release.is_adult is 'Whether they were 18 when they signed (P2-018).';
comment on column release.signed_by is 'The person; the person under 18 and a parent or guardian, both (2.14(c)); or a representative in the person''s place (2.15).';
comment on column release.signature_strokes is 'A drawn signature as an SVG path: its letters, numbers and nothing else.';
comment on column release.attested_by_member_id is 'The member who holds the paper that was signed.';
comment on column release.obtained_by_roles is 'In which roles the member obtained it (P2-017).';
comment on column release.fundraising_statement is 'Element (a)(5), where records may be used to raise money: how to opt out.';
comment on column release.proceedings_exception is 'Element (a)(4)(iii): may be redisclosed as HIPAA permits, except for proceedings against the person.';
comment on column release.redisclosure_warning is 'Element (a)(10)(i).';
comment on column release.refusal_consequences is 'Element (a)(10)(ii).';
comment on column release.held_charge_id is '2.35(a): the charge on which somebody monitors.';
comment on column release.period is '2.35(b): why it lasts as long as it does.';
comment on column release.revocable_from is '2.35(c): from when on it can be stopped; with revocable_at_disposition, from the disposition on.';
comment on column release.supervisor_member_id is 'Who at the discloser approved a release under 2.35 (P2-041).';
comment on column release.counsel_name is 'Whose counsel was taken on it (P2-041).';
comment on column release.participants is 'Element (a)(4)(ii): the members of an intermediary by name.';
comment on column release.treating_only is 'Element (a)(4)(ii): a general designation, limited to those who treat the person.';
comment on column release.proceeding is 'Which proceeding a release for proceedings is for (2.31(d)).';
comment on column release.signer_ground is 'What lets a representative sign, in the words of the form (2.15).';
comment on column release.signer_signature is 'The second signature: the parent''s, beside the person''s own in signature.';
comment on column release.signer_strokes is 'The second signature, drawn.';

create table release_draft (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  fields jsonb not null,
  started_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '1 day'::interval),
  constraint release_draft_pkey PRIMARY KEY (id),
  constraint release_draft_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint release_draft_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint release_draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint release_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX release_draft_expires_at_idx ON public.release_draft USING btree (expires_at);
CREATE INDEX release_draft_member_id_idx ON public.release_draft USING btree (member_id);
grant delete, select on release_draft to causeway_app;
grant insert (id, jurisdiction_id, organization_id, member_id, person_id, fields) on release_draft to causeway_app;
grant update (fields) on release_draft to causeway_app;
alter table release_draft enable, force row level security;
create policy release_draft_drop on release_draft for delete to causeway_app
  using ((actor_job() = 'drop-signings'::text) AND (expires_at <= now()));
comment on policy release_draft_drop on release_draft is 'After a day it is dropped.';
create policy release_draft_old on release_draft for select to causeway_app
  using ((actor_job() = 'drop-signings'::text) AND (expires_at <= now()));
comment on policy release_draft_old on release_draft is 'The job that drops what nobody signed finds it.';
create policy release_draft_own on release_draft for all to causeway_app
  using ((member_id = actor_member_id()) AND (organization_id = actor_organization_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (actor_kind() = 'member'::text) AND actor_helps_people() AND (expires_at > now()) AND (NOT (EXISTS ( SELECT
   FROM organization o
  WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))));
comment on policy release_draft_own on release_draft is 'Only the member who began it, for a day. Police and courts never begin one (P2-017).';
comment on table release_draft is 'What a person and the member beside them answered so far, under the id that the release will have. It opens nothing, and after a day it is no more.';
comment on column release_draft.fields is 'The answers as the forms sent them, never the signature: it belongs to the words that were on the screen.';
comment on column release_draft.started_at is 'From here “one month” is counted, so that the words stay the same from step to step.';

create table release_line (
  id uuid not null,
  release_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  recipient_organization_id uuid not null,
  data_classes text[] not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_how text,
  active boolean not null default false,
  recipient_member_id uuid,
  ends_on text,
  ended_at timestamp with time zone,
  participant_interest text,
  withheld_classes text[] not null default '{}'::text[],
  constraint release_line_pkey PRIMARY KEY (id),
  constraint release_line_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint release_line_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint release_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint release_line_recipient_member_id_fkey FOREIGN KEY (recipient_member_id) REFERENCES member(id),
  constraint release_line_recipient_organization_id_fkey FOREIGN KEY (recipient_organization_id) REFERENCES organization(id),
  constraint release_line_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id),
  constraint release_line_check CHECK (((revoked_at IS NULL) = (revoked_how IS NULL))),
  constraint release_line_check1 CHECK ((recipient_organization_id <> from_organization_id)),
  constraint release_line_data_classes_check CHECK ((data_classes <@ ARRAY['contact-made'::text, 'intake-done'::text, 'enrolled'::text, 'engaged'::text, 'officer-next-step'::text, 'handoff'::text, 'identity'::text, 'placement'::text, 'attendance'::text, 'care-plan'::text, 'clinical'::text, 'legal'::text, 'counselling-notes'::text])),
  constraint release_line_ends_on_check CHECK ((ends_on = ANY (ARRAY['case-closed'::text, 'treatment-ended'::text, 'proceedings-ended'::text, 'disposition'::text, 'none'::text]))),
  constraint release_line_participant_interest_check CHECK ((btrim(participant_interest) <> ''::text)),
  constraint release_line_revoked_how_check CHECK ((revoked_how = ANY (ARRAY['written'::text, 'oral'::text])))
);
CREATE INDEX release_line_jurisdiction_id_recipient_organization_id_pers_idx ON public.release_line USING btree (jurisdiction_id, recipient_organization_id, person_id);
CREATE INDEX release_line_release_id_idx ON public.release_line USING btree (release_id);
CREATE TRIGGER release_line_check BEFORE INSERT OR UPDATE ON public.release_line FOR EACH ROW EXECUTE FUNCTION release_line_check();
grant select on release_line to causeway_app;
grant insert (id, release_id, jurisdiction_id, person_id, from_organization_id, recipient_organization_id, data_classes, expires_at, recipient_member_id, ends_on, participant_interest) on release_line to causeway_app;
grant update (revoked_at, revoked_how, active, ended_at, withheld_classes) on release_line to causeway_app;
alter table release_line enable, force row level security;
create policy release_line_attested on release_line for select to causeway_app
  using ( SELECT ((NOT (EXISTS ( SELECT
           FROM organization o
          WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))) OR (EXISTS ( SELECT
           FROM (agreement accepted
             JOIN agreement_party party ON ((party.agreement_id = accepted.id)))
          WHERE ((party.organization_id = actor_organization_id()) AND (accepted.kind = 'golden-rule'::text) AND agreement_in_force(accepted.*) AND ((actor_kind() <> 'member'::text) OR (EXISTS ( SELECT
                   FROM attestation given
                  WHERE ((given.member_id = actor_member_id()) AND (given.text_version = accepted.text_version) AND (given.attested_at > (now() - '1 year'::interval)))))))))));
comment on policy release_line_attested on release_line is 'Police and courts see no line, and nothing that one opens, before they have attested to the golden rule (LEAD-04).';
create policy release_line_find on release_line for select to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy release_line_find on release_line is 'Which organizations have to do with a person, by what they signed.';
create policy release_line_keep on release_line for update to causeway_app
  using ((revoked_at IS NULL) AND (actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (((from_organization_id = actor_organization_id()) AND actor_helps_people()) OR actor_keeps_privacy()))
  with check (actor_kind() = 'member'::text);
comment on policy release_line_keep on release_line is 'The discloser, at the person''s word, and the privacy officer stop a line: at once and for good. Nothing that was signed can be written again.';
create policy release_line_mine on release_line for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()) AND active);
comment on policy release_line_mine on release_line is 'And each of its lines.';
create policy release_line_read_named on release_line for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (recipient_organization_id = actor_organization_id()) AND
CASE
    WHEN (recipient_member_id IS NULL) THEN actor_helps_people()
    ELSE (recipient_member_id = actor_member_id())
END AND active AND (revoked_at IS NULL) AND (ended_at IS NULL) AND ((expires_at IS NULL) OR (expires_at > now())) AND (NOT (data_classes <@ withheld_classes)));
comment on policy release_line_read_named on release_line is 'A recipient, or the one member whom it names, sees its own line while it lives, and no trace of it afterwards.';
create policy release_line_read_own on release_line for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (((from_organization_id = actor_organization_id()) AND actor_helps_people()) OR actor_keeps_privacy()));
comment on policy release_line_read_own on release_line is 'The discloser and the privacy officer read lines, ended ones too.';
create policy release_line_stop on release_line for update to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()) AND active AND (revoked_at IS NULL))
  with check (person_id = actor_person_id());
comment on policy release_line_stop on release_line is 'And stops it, at once and for good. What was signed cannot be changed; a restriction that they asked for is written here too (2.26).';
create policy release_line_tell on release_line for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'tell-recipient'::text));
comment on policy release_line_tell on release_line is 'The job that writes to a recipient looks again whether the line lives (P2-015).';
create policy release_line_write on release_line for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()) AND (NOT (EXISTS ( SELECT
   FROM organization o
  WHERE ((o.id = actor_organization_id()) AND o.is_criminal_justice)))));
comment on policy release_line_write on release_line is 'Only the discloser adds recipients; police and courts never do (P2-017).';
comment on table release_line is 'One recipient of a release, with its own data classes, expiry and revocation (LEAD-01).';
comment on column release_line.recipient_organization_id is 'Element (a)(4)(i).';
comment on column release_line.data_classes is 'Element (a)(3), in the classes that the wall names; "everything" is not one (P2-011).';
comment on column release_line.expires_at is 'Element (a)(7). Judged at every read by the database''s clock (P2-016).';
comment on column release_line.active is 'Whether its release is. Kept here because every policy asks it, and a policy on lines cannot ask one on releases that asks it back.';
comment on column release_line.recipient_member_id is 'Only this member of the recipient; under 2.35 the one who monitors.';
comment on column release_line.ends_on is 'Element (a)(7), an event; ended_at says when it happened.';
comment on column release_line.participant_interest is 'For police and courts: why it is in the person''s own interest (LEAD-03).';
comment on column release_line.withheld_classes is 'Classes that a restriction asked by the person takes out again (2.26). Always what release_restriction says.';

create table release_restriction (
  id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  recipient_organization_id uuid,
  data_classes text[] not null,
  asked_how text not null,
  asked_at timestamp with time zone not null default now(),
  recorded_by_member_id uuid,
  lifted_at timestamp with time zone,
  constraint release_restriction_pkey PRIMARY KEY (id),
  constraint release_restriction_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id),
  constraint release_restriction_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint release_restriction_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint release_restriction_recipient_organization_id_fkey FOREIGN KEY (recipient_organization_id) REFERENCES organization(id),
  constraint release_restriction_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint release_restriction_asked_how_check CHECK ((asked_how = ANY (ARRAY['my-record'::text, 'written'::text, 'oral'::text]))),
  constraint release_restriction_check CHECK (((asked_how = 'my-record'::text) = (recorded_by_member_id IS NULL))),
  constraint release_restriction_data_classes_check CHECK (((cardinality(data_classes) > 0) AND (data_classes <@ ARRAY['contact-made'::text, 'intake-done'::text, 'enrolled'::text, 'engaged'::text, 'officer-next-step'::text, 'handoff'::text, 'identity'::text, 'placement'::text, 'attendance'::text, 'care-plan'::text, 'clinical'::text, 'legal'::text, 'counselling-notes'::text])))
);
CREATE INDEX release_restriction_person_id_from_organization_id_idx ON public.release_restriction USING btree (person_id, from_organization_id);
CREATE TRIGGER release_restrict AFTER INSERT OR UPDATE ON public.release_restriction FOR EACH ROW EXECUTE FUNCTION release_restrict();
grant select on release_restriction to causeway_app;
grant insert (id, jurisdiction_id, person_id, from_organization_id, recipient_organization_id, data_classes, asked_how, recorded_by_member_id) on release_restriction to causeway_app;
grant update (lifted_at) on release_restriction to causeway_app;
alter table release_restriction enable, force row level security;
create policy release_restriction_ask on release_restriction for insert to causeway_app
  with check ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()) AND (asked_how = 'my-record'::text));
comment on policy release_restriction_ask on release_restriction is 'The person asks for themselves.';
create policy release_restriction_lift on release_restriction for update to causeway_app
  using ((lifted_at IS NULL) AND (((actor_kind() = 'person'::text) AND (person_id = actor_person_id())) OR ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()))))
  with check (lifted_at IS NOT NULL);
comment on policy release_restriction_lift on release_restriction is 'The person, or the organization at their word, lifts it for good; a new one can be asked.';
create policy release_restriction_mine on release_restriction for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()));
comment on policy release_restriction_mine on release_restriction is 'The person reads their own.';
create policy release_restriction_read on release_restriction for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (((from_organization_id = actor_organization_id()) AND actor_helps_people()) OR actor_keeps_privacy()));
comment on policy release_restriction_read on release_restriction is 'The organization that has to keep it reads it, and the privacy officer. Never those who are kept out.';
create policy release_restriction_record on release_restriction for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (recorded_by_member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (from_organization_id = actor_organization_id()));
comment on policy release_restriction_record on release_restriction is 'A member of the organization that is asked records it.';
comment on table release_restriction is 'What a person asked an organization not to share, although a release lists it (42 CFR 2.26, P2-064). It holds from the next statement on; an emergency passes it.';
comment on column release_restriction.recipient_organization_id is 'With whom not to share; null for everybody.';
comment on column release_restriction.asked_how is 'By the person on their own page, or written or said to a member, who records it.';

create table release_scan (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  release_id uuid not null,
  person_id uuid not null,
  kept_by_member_id uuid not null,
  media_type text not null,
  content bytea not null,
  sha256 text not null,
  kept_at timestamp with time zone not null default now(),
  constraint release_scan_pkey PRIMARY KEY (id),
  constraint release_scan_release_id_sha256_key UNIQUE (release_id, sha256),
  constraint release_scan_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint release_scan_kept_by_member_id_fkey FOREIGN KEY (kept_by_member_id) REFERENCES member(id),
  constraint release_scan_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint release_scan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint release_scan_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id),
  constraint release_scan_check CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  constraint release_scan_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 6291456))),
  constraint release_scan_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])))
);
CREATE INDEX release_scan_person_id_idx ON public.release_scan USING btree (person_id);
grant select on release_scan to causeway_app;
grant insert (id, jurisdiction_id, organization_id, release_id, person_id, kept_by_member_id, media_type, content, sha256) on release_scan to causeway_app;
alter table release_scan enable, force row level security;
create policy release_scan_keep on release_scan for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (kept_by_member_id = actor_member_id()) AND (EXISTS ( SELECT
   FROM release signed
  WHERE ((signed.id = release_scan.release_id) AND (signed.status = 'active'::text) AND (signed.person_id = release_scan.person_id) AND (signed.from_organization_id = actor_organization_id())))));
comment on policy release_scan_keep on release_scan is 'Whoever obtained the release keeps its paper, in the name of the member who does.';
create policy release_scan_mine on release_scan for select to causeway_app
  using ((actor_kind() = 'person'::text) AND (person_id = actor_person_id()));
comment on policy release_scan_mine on release_scan is 'The person reads what they signed.';
create policy release_scan_office on release_scan for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy release_scan_office on release_scan is 'The privacy officer reads it.';
create policy release_scan_own on release_scan for select to causeway_app
  using ((actor_kind() = 'member'::text) AND actor_helps_people() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy release_scan_own on release_scan is 'The organization that obtained it reads it. Whom it names is told its scope, never shown the paper.';
comment on table release_scan is 'A scan or photo of the paper on which a release was signed, a row a file. It is added and read, never changed or removed: it is part of what was signed (P2-070).';
comment on column release_scan.content is 'The file. Of a photo only the picture: what cameras write beside it, such as the place, is taken out before. A PDF is kept as it came.';

create table restock_request (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  holder_id uuid,
  asked_by_member_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  to_organization_id uuid not null,
  kits integer not null,
  reason text not null,
  answer text,
  answered_by_member_id uuid,
  answered_at timestamp with time zone,
  lot_id uuid,
  sent_kits integer,
  arrived_at timestamp with time zone,
  constraint restock_request_pkey PRIMARY KEY (id),
  constraint restock_request_answered_by_member_id_fkey FOREIGN KEY (answered_by_member_id) REFERENCES member(id),
  constraint restock_request_asked_by_member_id_fkey FOREIGN KEY (asked_by_member_id) REFERENCES member(id),
  constraint restock_request_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES supply_holder(id),
  constraint restock_request_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint restock_request_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES supply_lot(id),
  constraint restock_request_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint restock_request_to_organization_id_fkey FOREIGN KEY (to_organization_id) REFERENCES organization(id),
  constraint restock_request_answer_check CHECK ((answer = ANY (ARRAY['sent'::text, 'declined'::text]))),
  constraint restock_request_check CHECK ((((answer IS NULL) = (answered_by_member_id IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
  constraint restock_request_check1 CHECK (((NOT (answer IS DISTINCT FROM 'sent'::text)) = ((lot_id IS NOT NULL) AND (sent_kits IS NOT NULL)))),
  constraint restock_request_check2 CHECK (((arrived_at IS NULL) OR (answer = 'sent'::text))),
  constraint restock_request_kits_check CHECK (((kits >= 1) AND (kits <= 100000))),
  constraint restock_request_reason_check CHECK ((reason = ANY (ARRAY['used'::text, 'expired'::text, 'damaged'::text, 'lost'::text, 'below-minimum'::text, 'asked'::text]))),
  constraint restock_request_sent_kits_check CHECK (((sent_kits >= 1) AND (sent_kits <= 100000)))
);
CREATE INDEX restock_request_organization_id_asked_at_idx ON public.restock_request USING btree (organization_id, asked_at DESC);
CREATE INDEX restock_request_to_organization_id_asked_at_idx ON public.restock_request USING btree (to_organization_id, asked_at DESC);
CREATE TRIGGER restock_answer_stays BEFORE UPDATE ON public.restock_request FOR EACH ROW EXECUTE FUNCTION restock_answer_stays();
grant insert, select on restock_request to causeway_app;
grant update (answer, answered_by_member_id, answered_at, lot_id, sent_kits, arrived_at) on restock_request to causeway_app;
alter table restock_request enable, force row level security;
create policy restock_request_answer on restock_request for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND (to_organization_id = actor_organization_id()) AND (answer IS NULL))
  with check (answered_by_member_id = actor_member_id());
comment on policy restock_request_answer on restock_request is 'Whoever is asked answers once, in their own name.';
create policy restock_request_arrive on restock_request for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND (organization_id = actor_organization_id()) AND (answer = 'sent'::text) AND (arrived_at IS NULL))
  with check (arrived_at IS NOT NULL);
comment on policy restock_request_arrive on restock_request is 'Whoever asked says that they arrived, once.';
create policy restock_request_ask on restock_request for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND (organization_id = actor_organization_id()) AND (asked_by_member_id = actor_member_id()) AND (answer IS NULL) AND holder_is_of_actor(holder_id));
comment on policy restock_request_ask on restock_request is 'In one''s own name, for one''s own organization.';
create policy restock_request_read on restock_request for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND ((organization_id = actor_organization_id()) OR (to_organization_id = actor_organization_id())));
comment on policy restock_request_read on restock_request is 'Whoever asks and whoever is asked.';
comment on table restock_request is 'A request for kits: of a carrier to their own organization, or of an organization to another. It says how many and why, and nothing of anybody who was helped.';
comment on column restock_request.holder_id is 'Where they are wanted; null: on whichever shelf they are put when they arrive.';

create table service (
  id uuid not null,
  provider_id uuid not null,
  site_id uuid not null,
  name text not null,
  kind text not null default 'other'::text,
  status text not null default 'active'::text,
  needs text[] not null,
  medicines text[],
  payers text[],
  fees text[],
  ages text[],
  genders text[],
  languages text[],
  settings text[],
  phone text,
  intake_phones text[] not null default '{}'::text[],
  hotline text,
  website text,
  hours jsonb,
  organization_id uuid,
  intake_email text,
  visibility text not null,
  source text not null default 'member'::text,
  findtreatment_id text,
  source_codes jsonb,
  verified_on date,
  "position" cube,
  time_zone text,
  words text not null,
  shown_to text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  offering_id uuid not null,
  asam_levels text[],
  asam_edition text,
  moud text[],
  min_age smallint,
  max_age smallint,
  pregnant text,
  with_children boolean,
  pets boolean,
  needs_id text,
  needs_insurance_card boolean,
  needs_clearance boolean,
  min_hours_since_use smallint,
  max_hours_since_use smallint,
  step_free boolean,
  exclusions text[],
  intake_hours jsonb,
  after_hours_phone text,
  after_hours_who text,
  walk_in boolean,
  police_drop_off boolean,
  offers_transport boolean,
  transport_miles smallint,
  legal_flags text[],
  holidays text not null default 'unknown'::text,
  open_week bit(672) generated always as (COALESCE((week_of_hours(hours) | week_of_hours(intake_hours)), week_of_hours(intake_hours), week_of_hours(hours))) stored,
  closures jsonb,
  import_id uuid default import_in_hand(),
  phone_key text generated always as (NULLIF("right"(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text), 10), ''::text)) stored,
  audiences text[],
  shown_audiences text[],
  front_door jsonb,
  offers text[],
  constraint service_pkey PRIMARY KEY (id),
  constraint service_findtreatment_id_key UNIQUE (findtreatment_id),
  constraint service_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint service_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint service_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint service_age_span CHECK ((min_age <= max_age)),
  constraint service_ages_check CHECK ((ages <@ ARRAY['children'::text, 'young-adults'::text, 'adults'::text, 'seniors'::text])),
  constraint service_asam_edition_check CHECK ((asam_edition = ANY (ARRAY['3'::text, '4'::text]))),
  constraint service_asam_levels CHECK (((asam_levels IS NULL) OR (cardinality(asam_levels) = 0) OR
CASE asam_edition
    WHEN '3'::text THEN (asam_levels <@ ARRAY['0.5'::text, '1'::text, 'OTP'::text, '2.1'::text, '2.5'::text, '3.1'::text, '3.3'::text, '3.5'::text, '3.7'::text, '4'::text, '1-WM'::text, '2-WM'::text, '3.2-WM'::text, '3.7-WM'::text, '4-WM'::text])
    WHEN '4'::text THEN (asam_levels <@ ARRAY['1.0'::text, '1.5'::text, '1.7'::text, '2.1'::text, '2.5'::text, '2.7'::text, '3.1'::text, '3.5'::text, '3.7'::text, '4'::text])
    ELSE false
END)),
  constraint service_audiences_check CHECK ((((visibility = 'chosen'::text) = (audiences IS NOT NULL)) AND (audiences <@ ARRAY['coordinators'::text, 'partners'::text, 'police'::text, 'public'::text]))),
  constraint service_exclusions_check CHECK ((exclusions <@ ARRAY['sex-offense'::text, 'arson'::text, 'violence'::text, 'benzodiazepines'::text, 'methadone'::text, 'warrants'::text])),
  constraint service_fees_check CHECK ((fees <@ ARRAY['free'::text, 'sliding-fee'::text, 'payment-assistance'::text, 'cash'::text])),
  constraint service_front_door_check CHECK (((front_door - ARRAY['phone'::text, 'intake_phones'::text, 'hotline'::text, 'after_hours_phone'::text, 'after_hours_who'::text, 'hours'::text, 'intake_hours'::text, 'payers'::text, 'fees'::text, 'languages'::text, 'offers'::text, 'source_codes'::text, 'source'::text]) = '{}'::jsonb)),
  constraint service_genders_check CHECK ((genders <@ ARRAY['female'::text, 'male'::text])),
  constraint service_holidays_check CHECK ((holidays = ANY (ARRAY['open'::text, 'closed'::text, 'unknown'::text]))),
  constraint service_hours_check CHECK ((jsonb_typeof(hours) = 'array'::text)),
  constraint service_intake_hours_check CHECK ((jsonb_typeof(intake_hours) = 'array'::text)),
  constraint service_kind_check CHECK ((kind = ANY (ARRAY['substance-use'::text, 'mental-health'::text, 'opioid-treatment-program'::text, 'buprenorphine'::text, 'health-center'::text, 'other'::text]))),
  constraint service_legal_flags_check CHECK ((legal_flags <@ ARRAY['part-2'::text, 'covered-entity'::text])),
  constraint service_max_age_check CHECK (((max_age >= 0) AND (max_age <= 120))),
  constraint service_max_hours_since_use_check CHECK ((max_hours_since_use >= 0)),
  constraint service_medicines_check CHECK ((medicines <@ ARRAY['methadone'::text, 'buprenorphine'::text, 'naltrexone'::text])),
  constraint service_min_age_check CHECK (((min_age >= 0) AND (min_age <= 120))),
  constraint service_min_hours_since_use_check CHECK ((min_hours_since_use >= 0)),
  constraint service_moud_check CHECK ((moud <@ ARRAY['methadone:start-same-day'::text, 'methadone:continue'::text, 'methadone:accept-on'::text, 'buprenorphine:start-same-day'::text, 'buprenorphine:continue'::text, 'buprenorphine:accept-on'::text, 'naltrexone:start-same-day'::text, 'naltrexone:continue'::text, 'naltrexone:accept-on'::text])),
  constraint service_name_check CHECK ((btrim(name) <> ''::text)),
  constraint service_needs_check CHECK (((cardinality(needs) > 0) AND (needs <@ ARRAY['treatment'::text, 'moud'::text, 'harm-reduction'::text, 'recovery-support'::text, 'shelter'::text, 'other'::text]))),
  constraint service_needs_id_check CHECK ((needs_id = ANY (ARRAY['required'::text, 'not-needed'::text]))),
  constraint service_offers_check CHECK ((offers <@ ARRAY['naloxone'::text, 'syringe-exchange'::text, 'syringe-disposal'::text, 'test-strips'::text, 'testing'::text, 'wound-care'::text])),
  constraint service_payers_check CHECK ((payers <@ ARRAY['medicaid'::text, 'medicare'::text, 'private'::text, 'military'::text, 'none'::text])),
  constraint service_pregnant_check CHECK ((pregnant = ANY (ARRAY['priority'::text, 'accepted'::text, 'not-accepted'::text]))),
  constraint service_shown_to_check CHECK ((shown_to = ANY (ARRAY['public'::text, 'partners'::text, 'hidden'::text, 'chosen'::text]))),
  constraint service_source_check CHECK ((source = ANY (ARRAY['samhsa-list'::text, 'findtreatment'::text, 'hsds'::text, 'csv'::text, 'member'::text]))),
  constraint service_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily-closed'::text]))),
  constraint service_transport_miles_check CHECK ((transport_miles > 0)),
  constraint service_use_span CHECK ((min_hours_since_use <= max_hours_since_use)),
  constraint service_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'partners'::text, 'hidden'::text, 'chosen'::text])))
);
CREATE INDEX service_near ON public.service USING gist ("position");
CREATE INDEX service_near_harm_reduction ON public.service USING gist ("position") WHERE (needs @> '{harm-reduction}'::text[]);
CREATE INDEX service_near_hours ON public.service USING gist ("position") WHERE (open_week IS NOT NULL);
CREATE INDEX service_near_moud ON public.service USING gist ("position") WHERE (needs @> '{moud}'::text[]);
CREATE INDEX service_near_other ON public.service USING gist ("position") WHERE (needs @> '{other}'::text[]);
CREATE INDEX service_near_recovery_support ON public.service USING gist ("position") WHERE (needs @> '{recovery-support}'::text[]);
CREATE INDEX service_near_referable ON public.service USING gist ("position") WHERE (organization_id IS NOT NULL);
CREATE INDEX service_near_shelter ON public.service USING gist ("position") WHERE (needs @> '{shelter}'::text[]);
CREATE INDEX service_near_treatment ON public.service USING gist ("position") WHERE (needs @> '{treatment}'::text[]);
CREATE INDEX service_offering_id_idx ON public.service USING btree (offering_id);
CREATE INDEX service_offers ON public.service USING gin (offers) WHERE (offers IS NOT NULL);
CREATE INDEX service_organization_id_idx ON public.service USING btree (organization_id) WHERE (organization_id IS NOT NULL);
CREATE INDEX service_phone_key_idx ON public.service USING btree (phone_key) WHERE (phone_key IS NOT NULL);
CREATE INDEX service_provider_id_idx ON public.service USING btree (provider_id);
CREATE INDEX service_site_id_idx ON public.service USING btree (site_id);
CREATE TRIGGER import_added AFTER INSERT ON public.service REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_added('service');
CREATE TRIGGER import_changed AFTER UPDATE ON public.service REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_changed('service');
CREATE TRIGGER import_mark BEFORE UPDATE ON public.service FOR EACH ROW EXECUTE FUNCTION import_mark();
CREATE TRIGGER service_derive BEFORE INSERT OR UPDATE OF provider_id, site_id, name, visibility, audiences, "position", time_zone, words, shown_to, shown_audiences ON public.service FOR EACH ROW EXECUTE FUNCTION service_derive();
CREATE TRIGGER service_guard BEFORE INSERT OR UPDATE ON public.service FOR EACH ROW EXECUTE FUNCTION service_guard();
CREATE TRIGGER service_inserted AFTER INSERT ON public.service REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION service_inserted();
CREATE TRIGGER service_offering BEFORE INSERT ON public.service FOR EACH ROW EXECUTE FUNCTION service_offering();
CREATE TRIGGER service_removed AFTER DELETE ON public.service REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION service_removed();
CREATE TRIGGER service_updated AFTER UPDATE ON public.service REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION service_updated();
grant delete, insert, select, update on service to causeway_app;
alter table service enable, force row level security;
create policy service_add on service for insert to causeway_app
  with check actor_keeps_listing(organization_id);
comment on policy service_add on service is 'Listings are added by the operator, by organizations for themselves, and by managers where nobody takes part.';
create policy service_change on service for update to causeway_app
  using actor_keeps_listing(organization_id)
  with check actor_keeps_listing(organization_id);
comment on policy service_change on service is 'Listings are changed by those who may add them, and cannot be handed to an organization for which one does not act.';
create policy service_import_add on service for insert to causeway_app
  with check ( SELECT actor_imports() AS actor_imports);
comment on policy service_import_add on service is 'The job that works off an import writes as the operator would.';
create policy service_import_change on service for update to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy service_import_change on service is 'The job that works off an import writes as the operator would.';
create policy service_import_drop on service for delete to causeway_app
  using (( SELECT actor_imports() AS actor_imports) AND (import_id IS NOT NULL));
comment on policy service_import_drop on service is 'What an import added, and nobody has changed, can be taken back.';
create policy service_others on service for select to causeway_app
  using ((shown_to <> 'public'::text) AND actor_sees_service(shown_to, shown_audiences, organization_id));
comment on policy service_others on service is 'An organization sees its own listings, hidden or not. Others are seen by the audiences to which they are shown.';
create policy service_public on service for select to causeway_app
  using ((shown_to = 'public'::text) AND (actor_kind() <> ''::text));
comment on policy service_public on service is 'The directory is public.';
create policy service_work on service for select to causeway_app
  using (actor_kind() = ANY (ARRAY['operator'::text, 'job'::text]));
comment on policy service_work on service is 'Imports and announcements reach every listing.';
comment on table service is 'What one provider offers at one site (HSDS service and service_at_location).';
comment on column service.status is 'HSDS words. Only active services are found; a referral to any other is refused.';
comment on column service.needs is 'What it helps with: the words in which a referral asks.';
comment on column service.medicines is 'Medicines for opioid use disorder that it gives. Null: unknown; empty: none.';
comment on column service.payers is 'What it takes; none: people without insurance. Null: unknown, which is not a no.';
comment on column service.fees is 'Help with the cost. Null: unknown.';
comment on column service.languages is 'English names of languages other than English. Null: unknown.';
comment on column service.settings is 'Outpatient, residential and so on. Null: unknown.';
comment on column service.hours is 'Spans {days: [1 Monday … 7], opens, closes}, local time; closing at or before opening is the next day. Null: unknown.';
comment on column service.organization_id is 'The organization in Causeway that offers it. Only such a service can receive a referral.';
comment on column service.intake_email is 'Where referrals are announced, if not at the organization''s own address.';
comment on column service.findtreatment_id is 'The listing''s frid at FindTreatment.gov.';
comment on column service.source_codes is 'Everything that the source said in its own codes, for what we do not use yet.';
comment on column service.verified_on is 'When somebody last checked the listing with the place itself. Null: never.';
comment on column service."position" is 'The site''s place as earth_point makes it. Like the next three, kept by a trigger, so that a search reads one table.';
comment on column service.time_zone is 'The site''s.';
comment on column service.words is 'The words by which it is found, each after a space: its name, its provider''s, its site''s, town, county, state, ZIP code.';
comment on column service.shown_to is 'The narrowest visibility of the service, its site and its provider: its row holds their position and their words.';
comment on column service.offering_id is 'The HSDS service of which this is one site: the service''s own id, unless another directory calls it by one of its own.';
comment on column service.asam_levels is 'Levels of care by The ASAM Criteria, in the words of the edition beside it: the same number means other things in each. Null: unknown.';
comment on column service.asam_edition is 'Of The ASAM Criteria: 3 (2013) or 4 (2023). Levels are nothing without it.';
comment on column service.moud is 'Medicine for opioid use disorder, and what can be done with it: begin it the same day, go on with it, or be admitted while on it. Null: unknown; empty: none of it.';
comment on column service.pregnant is 'priority: first in line, as 45 CFR 96.131 asks of funded programs. Null: unknown.';
comment on column service.with_children is 'Whether somebody can come with their children. Null: unknown, as in all that follow.';
comment on column service.needs_clearance is 'Whether a doctor has to have seen the person first (medical clearance).';
comment on column service.min_hours_since_use is 'Hours that must have gone by since somebody last used. Null: no such rule is known.';
comment on column service.max_hours_since_use is 'Hours since last use after which somebody is no longer admitted, as by some detox units.';
comment on column service.exclusions is 'What a place turns people away for. Null: unknown; empty: nothing of this list.';
comment on column service.intake_hours is 'When somebody new is taken in, in the form of hours. Null: as hours.';
comment on column service.after_hours_phone is 'Who answers when the door is shut.';
comment on column service.after_hours_who is 'Who that is: an on-call nurse, an answering service.';
comment on column service.police_drop_off is 'Whether an officer can bring somebody to the door.';
comment on column service.transport_miles is 'How far it comes for somebody, if it does.';
comment on column service.legal_flags is 'part-2: a program under 42 CFR Part 2; covered-entity: under HIPAA. As it says of itself.';
comment on column service.holidays is 'Whether it is open on the federal holidays (5 U.S.C. 6103).';
comment on column service.open_week is 'When its door may be open or somebody taken in: enough to pass over doors that are surely shut, so that a search reads few hours. Null: unknown.';
comment on column service.closures is 'Its closures that are not over, first and last day of each. Kept by a trigger, so that a search reads one table. Null: none.';
comment on column service.import_id is 'As of the provider.';
comment on column service.phone_key is 'The last ten digits of the phone, by which an import finds who has the same.';
comment on column service.audiences is 'As those of a provider.';
comment on column service.shown_audiences is 'Those of shown_to, where it is chosen.';
comment on column service.front_door is 'As that of a site.';
comment on column service.offers is 'Supplies and care that need no appointment. Null: unknown; empty: none of these.';

create table service_word (
  word text collate "C" not null,
  service_id uuid not null,
  is_public boolean not null,
  constraint service_word_pkey PRIMARY KEY (word, service_id)
);
grant delete, insert, select on service_word to causeway_app;
alter table service_word enable, force row level security;
create policy service_word_add on service_word for insert to causeway_app
  with check ((actor_kind() = 'operator'::text) OR (EXISTS ( SELECT
   FROM service s
  WHERE ((s.id = service_word.service_id) AND actor_keeps_listing(s.organization_id)))));
comment on policy service_word_add on service_word is 'Whoever keeps a listing writes its words, through the triggers.';
create policy service_word_drop on service_word for delete to causeway_app
  using ((actor_kind() = 'operator'::text) OR (EXISTS ( SELECT
   FROM service s
  WHERE ((s.id = service_word.service_id) AND actor_keeps_listing(s.organization_id)))));
comment on policy service_word_drop on service_word is 'Whoever keeps a listing writes its words, through the triggers.';
create policy service_word_import_add on service_word for insert to causeway_app
  with check ( SELECT actor_imports() AS actor_imports);
comment on policy service_word_import_add on service_word is 'Whoever imports a listing writes its words, through the triggers.';
create policy service_word_import_drop on service_word for delete to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy service_word_import_drop on service_word is 'Whoever takes a listing back takes its words, through the triggers.';
create policy service_word_read on service_word for select to causeway_app
  using ((actor_kind() <> ''::text) AND (is_public OR actor_sees_words(service_id)));
comment on policy service_word_read on service_word is 'A word finds only what the actor may see whole: the policies of service, site and provider apply.';
comment on table service_word is 'The words of each service one by one, for those that are rare. Kept by triggers.';

create table session (
  token_hash text not null,
  member_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  second_factor_at timestamp with time zone,
  ended_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  device text,
  notice text,
  identity_provider_id uuid,
  handed_over_within text[],
  handed_over_back text,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_identity_provider_id_fkey FOREIGN KEY (identity_provider_id) REFERENCES identity_provider(id) ON DELETE SET NULL,
  constraint session_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint session_check CHECK (((handed_over_within IS NULL) = (handed_over_back IS NULL))),
  constraint session_device_check CHECK ((length(device) <= 60)),
  constraint session_handed_over_within_check CHECK ((cardinality(handed_over_within) > 0)),
  constraint session_notice_check CHECK ((length(notice) <= 60))
);
CREATE UNIQUE INDEX session_id_idx ON public.session USING btree (id);
CREATE INDEX session_identity_provider_id_idx ON public.session USING btree (identity_provider_id) WHERE (identity_provider_id IS NOT NULL);
CREATE INDEX session_member_id_idx ON public.session USING btree (member_id);
CREATE TRIGGER session_hand_over_stays BEFORE UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION session_hand_over_stays();
grant insert, select on session to causeway_app;
grant update (last_seen_at, ended_at, handed_over_within, handed_over_back) on session to causeway_app;
alter table session enable, force row level security;
create policy session_administrator_ends on session for update to causeway_app
  using works_with_administrator(member_id);
comment on policy session_administrator_ends on session is 'And end it: with the account, or when a phone is lost (ASVS 7.4.2, 7.4.5).';
create policy session_administrator_sees on session for select to causeway_app
  using works_with_administrator(member_id);
comment on policy session_administrator_sees on session is 'Administrators see that a member of their own organization is signed in, and since when.';
create policy session_close_unused on session for select to causeway_app
  using (actor_job() = 'close-unused'::text);
comment on policy session_close_unused on session is 'When an account was last used is when its last session was.';
create policy session_operator_ends on session for update to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy session_operator_ends on session is 'The operator ends the sessions of an account that is disabled or reset (ASVS 7.4.2).';
create policy session_operator_sees on session for select to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy session_operator_sees on session is 'To end a session, it has to be found.';
create policy session_own on session for all to causeway_app
  using (member_id = actor_member_id());
comment on policy session_own on session is 'Members see and end their own sessions.';
create policy session_recognise on session for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (token_hash = actor_claim()));
comment on policy session_recognise on session is 'A session opens for whoever holds its token, and for nobody else.';
create policy session_seen on session for update to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (token_hash = actor_claim()));
comment on policy session_seen on session is 'Whoever holds the token keeps the session awake, and can end it.';
comment on table session is 'A signed-in browser. Only the hash of its token is kept, so that a copy of this table opens nothing.';
comment on column session.second_factor_at is 'When the second factor was shown; until then the session may only show it.';
comment on column session.id is 'By which its owner names it to end it: the token, or its hash, is on no page.';
comment on column session.device is 'As its owner knows it again: “Firefox on Windows”.';
comment on column session.notice is 'The version of the notice that was acknowledged to begin it (CJ-4).';
comment on column session.identity_provider_id is 'The provider that opened it, if one did.';
comment on column session.handed_over_within is 'While the device is in the hands of somebody who is helped: the paths that the session opens, and no other. One that ends in * stands for all that begin so.';
comment on column session.handed_over_back is 'Where its member goes on when they have it back.';

create table sign_in_guard (
  member_id uuid not null,
  failures timestamp with time zone[] not null default '{}'::timestamp with time zone[],
  locked_at timestamp with time zone,
  password_void_at timestamp with time zone,
  constraint sign_in_guard_pkey PRIMARY KEY (member_id),
  constraint sign_in_guard_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
CREATE TRIGGER sign_in_guard_keep BEFORE UPDATE ON public.sign_in_guard FOR EACH ROW EXECUTE FUNCTION keep_locked();
grant insert, select on sign_in_guard to causeway_app;
grant update (failures, locked_at, password_void_at) on sign_in_guard to causeway_app;
alter table sign_in_guard enable, force row level security;
create policy sign_in_guard_administer on sign_in_guard for all to causeway_app
  using works_with_administrator(member_id);
comment on policy sign_in_guard_administer on sign_in_guard is 'Administrators see who is locked in their own organization, and release them.';
create policy sign_in_guard_keep on sign_in_guard for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy sign_in_guard_keep on sign_in_guard is 'The operator releases an organization''s only administrator.';
create policy sign_in_guard_own on sign_in_guard for all to causeway_app
  using (member_id = actor_member_id());
comment on policy sign_in_guard_own on sign_in_guard is 'Wrong codes count too, and what went well ends the count.';
create policy sign_in_guard_recognise on sign_in_guard for all to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (EXISTS ( SELECT
   FROM member m
  WHERE (m.id = sign_in_guard.member_id))));
comment on policy sign_in_guard_recognise on sign_in_guard is 'Signing in counts against the one account that the visitor holds up.';
comment on table sign_in_guard is 'How often signing in has failed of late, and whether it is stopped. In the database and not in a process, so that starting anew forgives nothing (CJ-1).';
comment on column sign_in_guard.failures is 'When it failed since it last went well, as far back as it counts.';
comment on column sign_in_guard.locked_at is 'From this moment the account opens to nobody, however right the password, until an administrator or the operator releases it.';
comment on column sign_in_guard.password_void_at is 'From this moment the password opens nothing until its member has chosen another: it may be in other hands (CJ-15).';

create table sign_on_attempt (
  key_hash text not null,
  kind text not null,
  member_id uuid,
  identity_provider_id uuid,
  return_to text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint sign_on_attempt_pkey PRIMARY KEY (key_hash),
  constraint sign_on_attempt_identity_provider_id_fkey FOREIGN KEY (identity_provider_id) REFERENCES identity_provider(id) ON DELETE CASCADE,
  constraint sign_on_attempt_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint sign_on_attempt_check CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '01:00:00'::interval)))),
  constraint sign_on_attempt_check1 CHECK (((member_id IS NOT NULL) = (kind = ANY (ARRAY['new-passkey'::text, 'link'::text])))),
  constraint sign_on_attempt_check2 CHECK (((identity_provider_id IS NOT NULL) = (kind = ANY (ARRAY['sign-on'::text, 'link'::text])))),
  constraint sign_on_attempt_kind_check CHECK ((kind = ANY (ARRAY['passkey'::text, 'new-passkey'::text, 'sign-on'::text, 'link'::text]))),
  constraint sign_on_attempt_return_to_check CHECK ((length(return_to) <= 2000))
);
CREATE INDEX sign_on_attempt_expires_at_idx ON public.sign_on_attempt USING btree (expires_at);
CREATE INDEX sign_on_attempt_identity_provider_id_idx ON public.sign_on_attempt USING btree (identity_provider_id);
CREATE INDEX sign_on_attempt_member_id_idx ON public.sign_on_attempt USING btree (member_id);
grant delete, insert, select on sign_on_attempt to causeway_app;
alter table sign_on_attempt enable, force row level security;
create policy sign_on_attempt_drop on sign_on_attempt for all to causeway_app
  using ((actor_job() = 'drop-sign-on-attempts'::text) AND (expires_at <= now()))
  with check false;
comment on policy sign_on_attempt_drop on sign_on_attempt is 'What nobody came back with is dropped.';
create policy sign_on_attempt_held on sign_on_attempt for all to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (key_hash = actor_claim()) AND (member_id IS NULL));
comment on policy sign_on_attempt_held on sign_on_attempt is 'An attempt is for whoever holds its secret.';
create policy sign_on_attempt_own on sign_on_attempt for all to causeway_app
  using (member_id = actor_member_id());
comment on policy sign_on_attempt_own on sign_on_attempt is 'What a member began, only they go on with.';
comment on table sign_on_attempt is 'What a passkey or a provider was asked to prove and has yet to answer. It is removed by the first answer, right or wrong.';
comment on column sign_on_attempt.key_hash is 'The hash of the challenge, or of the secret in the browser from which state, nonce and code verifier are made.';

create table sign_on_link (
  id uuid not null,
  member_id uuid not null,
  issuer text not null,
  subject text not null,
  created_at timestamp with time zone not null default now(),
  constraint sign_on_link_pkey PRIMARY KEY (id),
  constraint sign_on_link_issuer_subject_key UNIQUE (issuer, subject),
  constraint sign_on_link_member_id_issuer_key UNIQUE (member_id, issuer),
  constraint sign_on_link_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint sign_on_link_issuer_check CHECK ((issuer ~ '^https?://[^\s?#]+$'::text)),
  constraint sign_on_link_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 255)))
);
grant delete, insert, select on sign_on_link to causeway_app;
alter table sign_on_link enable, force row level security;
create policy sign_on_link_accept on sign_on_link for insert to causeway_app
  with check ((actor_kind() = 'visitor'::text) AND (EXISTS ( SELECT
   FROM (invitation i
     JOIN identity_provider p ON ((p.organization_id = i.organization_id)))
  WHERE (((i.id)::text = actor_claim()) AND is_open(i.*) AND (i.member_id = sign_on_link.member_id) AND (p.issuer = sign_on_link.issuer)))));
comment on policy sign_on_link_accept on sign_on_link is 'Accepting an invitation at the organization''s own provider connects the account there, and no other.';
create policy sign_on_link_administer on sign_on_link for all to causeway_app
  using ((actor_kind() = 'member'::text) AND ('administrator'::text = ANY (actor_roles())) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = sign_on_link.member_id) AND (m.organization_id = actor_organization_id())))))
  with check ((actor_kind() = 'member'::text) AND ('administrator'::text = ANY (actor_roles())) AND is_own_provider(issuer) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = sign_on_link.member_id) AND (m.organization_id = actor_organization_id())))));
comment on policy sign_on_link_administer on sign_on_link is 'Administrators link accounts of their own organization''s members, at its own provider.';
create policy sign_on_link_keep on sign_on_link for all to causeway_app
  using (actor_kind() = 'operator'::text);
comment on policy sign_on_link_keep on sign_on_link is 'The operator links for whoever asks.';
create policy sign_on_link_own on sign_on_link for all to causeway_app
  using (member_id = actor_member_id())
  with check ((member_id = actor_member_id()) AND is_own_provider(issuer));
comment on policy sign_on_link_own on sign_on_link is 'Members link their own account, at their own organization''s provider and no other.';
create policy sign_on_link_recognise on sign_on_link for select to causeway_app
  using ((actor_kind() = 'visitor'::text) AND (((issuer || ' '::text) || subject) = actor_claim()));
comment on policy sign_on_link_recognise on sign_on_link is 'Signing in looks at the one account that the provider vouches for.';
comment on table sign_on_link is 'Which account of an organization''s provider is which member. By issuer and subject: an e-mail address can be given to somebody else.';

create table site (
  id uuid not null,
  provider_id uuid not null,
  name text,
  street text,
  street2 text,
  city text not null,
  city_key text generated always as (lower(city)) stored,
  county text,
  state text not null,
  zip text not null,
  zip4 text,
  latitude double precision,
  longitude double precision,
  time_zone text,
  visibility text not null default 'public'::text,
  source text not null default 'member'::text,
  address_key text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  import_id uuid default import_in_hand(),
  audiences text[],
  front_door jsonb,
  constraint site_pkey PRIMARY KEY (id),
  constraint site_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint site_audiences_check CHECK ((((visibility = 'chosen'::text) = (audiences IS NOT NULL)) AND (audiences <@ ARRAY['coordinators'::text, 'partners'::text, 'police'::text, 'public'::text]))),
  constraint site_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint site_city_check CHECK ((btrim(city) <> ''::text)),
  constraint site_front_door_check CHECK (((front_door - ARRAY['name'::text, 'street'::text, 'street2'::text, 'city'::text, 'county'::text, 'state'::text, 'zip'::text, 'zip4'::text, 'latitude'::text, 'longitude'::text, 'time_zone'::text, 'address_key'::text, 'source'::text]) = '{}'::jsonb)),
  constraint site_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint site_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint site_name_check CHECK ((btrim(name) <> ''::text)),
  constraint site_source_check CHECK ((source = ANY (ARRAY['samhsa-list'::text, 'findtreatment'::text, 'hsds'::text, 'csv'::text, 'member'::text]))),
  constraint site_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  constraint site_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'partners'::text, 'hidden'::text, 'chosen'::text]))),
  constraint site_zip4_check CHECK ((zip4 ~ '^[0-9]{4}$'::text)),
  constraint site_zip_check CHECK ((zip ~ '^[0-9]{5}$'::text))
);
CREATE INDEX site_address_key_idx ON public.site USING btree (address_key);
CREATE INDEX site_city_key_state_idx ON public.site USING btree (city_key, state);
CREATE INDEX site_provider_id_idx ON public.site USING btree (provider_id);
CREATE TRIGGER import_added AFTER INSERT ON public.site REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_added('site');
CREATE TRIGGER import_changed AFTER UPDATE ON public.site REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION import_note_changed('site');
CREATE TRIGGER import_mark BEFORE UPDATE ON public.site FOR EACH ROW EXECUTE FUNCTION import_mark();
CREATE TRIGGER site_guard BEFORE INSERT OR UPDATE ON public.site FOR EACH ROW EXECUTE FUNCTION site_guard();
CREATE TRIGGER site_updated AFTER UPDATE ON public.site REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION site_updated();
grant delete, insert, select, update on site to causeway_app;
alter table site enable, force row level security;
create policy site_add on site for insert to causeway_app
  with check actor_keeps_listing(NULL::uuid);
comment on policy site_add on site is 'The operator and managers add sites.';
create policy site_change on site for update to causeway_app
  using actor_keeps_site(id);
comment on policy site_change on site is 'Nobody moves a site from under another organization''s service.';
create policy site_import_add on site for insert to causeway_app
  with check ( SELECT actor_imports() AS actor_imports);
comment on policy site_import_add on site is 'The job that works off an import writes as the operator would.';
create policy site_import_change on site for update to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy site_import_change on site is 'The job that works off an import writes as the operator would.';
create policy site_import_drop on site for delete to causeway_app
  using (( SELECT actor_imports() AS actor_imports) AND (import_id IS NOT NULL));
comment on policy site_import_drop on site is 'What an import added, and nobody has changed, can be taken back.';
create policy site_others on site for select to causeway_app
  using ((visibility <> 'public'::text) AND actor_sees_site(id, visibility, audiences));
comment on policy site_others on site is 'An organization sees the sites of its own services; others see those that are shown to them.';
create policy site_public on site for select to causeway_app
  using ((visibility = 'public'::text) AND (actor_kind() <> ''::text));
comment on policy site_public on site is 'The directory is public.';
create policy site_work on site for select to causeway_app
  using (actor_kind() = ANY (ARRAY['operator'::text, 'job'::text]));
comment on policy site_work on site is 'Imports and announcements reach every site.';
comment on table site is 'A place with an address (HSDS location and address: address_1, address_2, city, region, state_province, postal_code).';
comment on column site.street is 'Null: the provider does not publish the address, which is usual for shelters.';
comment on column site.city_key is 'A column because a policy keeps an index on lower(city) from being used.';
comment on column site.time_zone is 'IANA name. Null where the list does not say enough: then the zone of whoever asks is used.';
comment on column site.address_key is 'The street and ZIP code in one spelling, by which an import finds who else is at the address.';
comment on column site.import_id is 'As of the provider.';
comment on column site.audiences is 'As those of a provider.';
comment on column site.front_door is 'What the row says instead of what the program keeps (kept_fact), by column: the row never holds more than this, whoever writes it.';

create table site_listing (
  match_key text not null,
  site_id uuid not null,
  import_id uuid default import_in_hand(),
  constraint site_listing_pkey PRIMARY KEY (match_key),
  constraint site_listing_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX site_listing_site_id_idx ON public.site_listing USING btree (site_id);
grant delete, insert, select on site_listing to causeway_app;
alter table site_listing enable, force row level security;
create policy site_listing_import_job on site_listing for all to causeway_app
  using ( SELECT actor_imports() AS actor_imports);
comment on policy site_listing_import_job on site_listing is 'The job that works off an import reads and writes it too.';
comment on table site_listing is 'Each name and address under which an imported list knows a site, so that no import doubles it.';
comment on column site_listing.import_id is 'The import that learned the site under this name.';

create table supply_balance (
  holder_id uuid not null,
  lot_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kits integer not null,
  constraint supply_balance_pkey PRIMARY KEY (holder_id, lot_id),
  constraint supply_balance_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES supply_holder(id),
  constraint supply_balance_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint supply_balance_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES supply_lot(id),
  constraint supply_balance_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX supply_balance_lot_id_idx ON public.supply_balance USING btree (lot_id);
CREATE INDEX supply_balance_organization_id_lot_id_idx ON public.supply_balance USING btree (organization_id, lot_id) WHERE (kits <> 0);
grant insert, select on supply_balance to causeway_app;
grant update (kits) on supply_balance to causeway_app;
alter table supply_balance enable, force row level security;
create policy supply_balance_add on supply_balance for insert to causeway_app
  with check ((pg_trigger_depth() > 0) AND (organization_id = actor_organization_id()));
comment on policy supply_balance_add on supply_balance is 'Only the trigger of an event writes a balance.';
create policy supply_balance_change on supply_balance for update to causeway_app
  using ((pg_trigger_depth() > 0) AND (organization_id = actor_organization_id()));
comment on policy supply_balance_change on supply_balance is 'Only the trigger of an event changes a balance.';
create policy supply_balance_read on supply_balance for select to causeway_app
  using (((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies()) OR (actor_job() = 'tell-of-expiry'::text));
comment on policy supply_balance_read on supply_balance is 'As the events that it sums up; the job that warns of expiry reads all of them.';
comment on table supply_balance is 'How many kits of a lot a holder has: the sum of its events, kept by the database in the transaction of each event.';

create table supply_event (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  lot_id uuid not null,
  from_holder_id uuid,
  to_holder_id uuid,
  kits integer not null,
  counted integer,
  recipient_kind text,
  corrects_id uuid,
  is_short boolean not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by_member_id uuid not null,
  constraint supply_event_pkey PRIMARY KEY (id),
  constraint supply_event_corrects_id_key UNIQUE (corrects_id),
  constraint supply_event_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES supply_event(id),
  constraint supply_event_from_holder_id_fkey FOREIGN KEY (from_holder_id) REFERENCES supply_holder(id),
  constraint supply_event_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint supply_event_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES supply_lot(id),
  constraint supply_event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint supply_event_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint supply_event_to_holder_id_fkey FOREIGN KEY (to_holder_id) REFERENCES supply_holder(id),
  constraint supply_event_check CHECK ((from_holder_id IS DISTINCT FROM to_holder_id)),
  constraint supply_event_check1 CHECK (((kits > 0) OR (kind = 'count'::text))),
  constraint supply_event_check2 CHECK (((kind = 'count'::text) = (counted IS NOT NULL))),
  constraint supply_event_check3 CHECK (((kind = 'leave-behind'::text) = (recipient_kind IS NOT NULL))),
  constraint supply_event_check4 CHECK (((kind = 'correct'::text) = (corrects_id IS NOT NULL))),
  constraint supply_event_check5 CHECK ((occurred_at <= (recorded_at + '01:00:00'::interval))),
  constraint supply_event_check6 CHECK (
CASE
    WHEN (kind = 'receive'::text) THEN ((from_holder_id IS NULL) AND (to_holder_id IS NOT NULL))
    WHEN (kind = ANY (ARRAY['give'::text, 'move'::text, 'return'::text])) THEN ((from_holder_id IS NOT NULL) AND (to_holder_id IS NOT NULL))
    WHEN (kind = ANY (ARRAY['leave-behind'::text, 'administer'::text, 'expire'::text, 'damage'::text, 'lose'::text])) THEN ((from_holder_id IS NOT NULL) AND (to_holder_id IS NULL))
    WHEN (kind = 'count'::text) THEN ((from_holder_id IS NULL) <> (to_holder_id IS NULL))
    ELSE true
END),
  constraint supply_event_counted_check CHECK (((counted >= 0) AND (counted <= 1000000))),
  constraint supply_event_kind_check CHECK ((kind = ANY (ARRAY['receive'::text, 'give'::text, 'move'::text, 'return'::text, 'leave-behind'::text, 'administer'::text, 'expire'::text, 'damage'::text, 'lose'::text, 'count'::text, 'correct'::text]))),
  constraint supply_event_kits_check CHECK (((kits >= 0) AND (kits <= 100000))),
  constraint supply_event_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['person'::text, 'family'::text, 'friend'::text, 'other'::text])))
);
CREATE INDEX supply_event_from_holder_id_lot_id_occurred_at_idx ON public.supply_event USING btree (from_holder_id, lot_id, occurred_at);
CREATE INDEX supply_event_organization_id_occurred_at_idx ON public.supply_event USING btree (organization_id, occurred_at);
CREATE INDEX supply_event_organization_id_recorded_at_id_idx ON public.supply_event USING btree (organization_id, recorded_at DESC, id DESC);
CREATE INDEX supply_event_to_holder_id_lot_id_occurred_at_idx ON public.supply_event USING btree (to_holder_id, lot_id, occurred_at);
CREATE TRIGGER keep_supply_balance AFTER INSERT ON public.supply_event FOR EACH ROW EXECUTE FUNCTION keep_supply_balance();
grant insert, select on supply_event to causeway_app;
alter table supply_event enable, force row level security;
create policy supply_event_add on supply_event for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies() AND (recorded_by_member_id = actor_member_id()) AND holder_is_of_actor(from_holder_id) AND holder_is_of_actor(to_holder_id));
comment on policy supply_event_add on supply_event is 'Written in one''s own name, between holders of one''s own organization, and never changed.';
create policy supply_event_read on supply_event for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies());
comment on policy supply_event_read on supply_event is 'An organization''s movements are its own: no other sees them.';
comment on table supply_event is 'A movement of kits. Never changed and never removed: what was wrong is undone by an event of its own. Who got a kit that was left behind is said by kind alone, never by name.';
comment on column supply_event.counted is 'How many were counted; kits is then how far the book was off.';
comment on column supply_event.is_short is 'Whether it was written down knowing that the book would go below zero: paperwork after the fact is never turned away, and never silent.';
comment on column supply_event.occurred_at is 'When it happened; recorded_at says when it was written down.';

create table supply_holder (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  name text not null,
  contact text,
  member_id uuid,
  partner_organization_id uuid,
  is_leave_behind boolean not null,
  minimum_kits integer,
  added_at timestamp with time zone not null default now(),
  constraint supply_holder_pkey PRIMARY KEY (id),
  constraint supply_holder_organization_id_member_id_is_leave_behind_key UNIQUE (organization_id, member_id, is_leave_behind),
  constraint supply_holder_organization_id_partner_organization_id_is_le_key UNIQUE (organization_id, partner_organization_id, is_leave_behind),
  constraint supply_holder_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint supply_holder_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint supply_holder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint supply_holder_partner_organization_id_fkey FOREIGN KEY (partner_organization_id) REFERENCES organization(id),
  constraint supply_holder_check CHECK (((kind = 'member'::text) = (member_id IS NOT NULL))),
  constraint supply_holder_check1 CHECK (((kind = 'partner'::text) = (partner_organization_id IS NOT NULL))),
  constraint supply_holder_check2 CHECK (((kind = ANY (ARRAY['site'::text, 'vehicle'::text, 'kiosk'::text])) OR (minimum_kits IS NULL))),
  constraint supply_holder_contact_check CHECK ((btrim(contact) <> ''::text)),
  constraint supply_holder_kind_check CHECK ((kind = ANY (ARRAY['site'::text, 'vehicle'::text, 'kiosk'::text, 'member'::text, 'partner'::text]))),
  constraint supply_holder_minimum_kits_check CHECK (((minimum_kits >= 1) AND (minimum_kits <= 100000))),
  constraint supply_holder_name_check CHECK ((btrim(name) <> ''::text))
);
CREATE INDEX supply_holder_organization_id_idx ON public.supply_holder USING btree (organization_id);
grant insert, select on supply_holder to causeway_app;
grant update (name, contact, minimum_kits) on supply_holder to causeway_app;
alter table supply_holder enable, force row level security;
create policy supply_holder_add on supply_holder for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies());
comment on policy supply_holder_add on supply_holder is 'Members who keep kits add shelves, vehicles and carriers of their own organization.';
create policy supply_holder_change on supply_holder for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies());
comment on policy supply_holder_change on supply_holder is 'They change how it is called, who looks after it and its minimum.';
create policy supply_holder_read on supply_holder for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_keeps_supplies());
comment on policy supply_holder_read on supply_holder is 'Where an organization''s kits are is its own: no other sees it.';
comment on table supply_holder is 'Where an organization''s kits are: a shelf, a vehicle, a kiosk, a member who carries them, or another organization that got them. Never somebody who is helped.';
comment on column supply_holder.contact is 'How to reach whoever looks after it, for a recall.';
comment on column supply_holder.is_leave_behind is 'Whether these kits are to be left with people. They are apart from those a member gives naloxone from, and never go back to them.';
comment on column supply_holder.minimum_kits is 'Below this more are asked for; null: no minimum.';

create table supply_lot (
  id uuid not null,
  jurisdiction_id uuid not null,
  number text not null,
  product text not null,
  doses_per_kit integer not null,
  expires_on date not null,
  organization_id uuid not null,
  added_by_member_id uuid not null,
  added_at timestamp with time zone not null default now(),
  recalled_at timestamp with time zone,
  recalled_by_member_id uuid,
  constraint supply_lot_pkey PRIMARY KEY (id),
  constraint supply_lot_jurisdiction_id_number_product_key UNIQUE (jurisdiction_id, number, product),
  constraint supply_lot_added_by_member_id_fkey FOREIGN KEY (added_by_member_id) REFERENCES member(id),
  constraint supply_lot_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint supply_lot_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint supply_lot_recalled_by_member_id_fkey FOREIGN KEY (recalled_by_member_id) REFERENCES member(id),
  constraint supply_lot_check CHECK (((recalled_at IS NULL) = (recalled_by_member_id IS NULL))),
  constraint supply_lot_doses_per_kit_check CHECK (((doses_per_kit >= 1) AND (doses_per_kit <= 20))),
  constraint supply_lot_number_check CHECK ((btrim(number) <> ''::text)),
  constraint supply_lot_product_check CHECK ((btrim(product) <> ''::text))
);
grant insert, select on supply_lot to causeway_app;
grant update (recalled_at, recalled_by_member_id) on supply_lot to causeway_app;
alter table supply_lot enable, force row level security;
create policy supply_lot_add on supply_lot for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND (organization_id = actor_organization_id()) AND (added_by_member_id = actor_member_id()) AND (recalled_at IS NULL));
comment on policy supply_lot_add on supply_lot is 'Whoever receives a lot first writes down what is printed on it.';
create policy supply_lot_read on supply_lot for select to causeway_app
  using (((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies()) OR (actor_job() = 'tell-of-expiry'::text));
comment on policy supply_lot_read on supply_lot is 'What is printed on a box, and a recall, are for everybody in the county who keeps kits.';
create policy supply_lot_recall on supply_lot for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND (recalled_at IS NULL))
  with check (recalled_by_member_id = actor_member_id());
comment on policy supply_lot_recall on supply_lot is 'Whoever hears of a recall says so for the whole county, in their own name, once.';
comment on table supply_lot is 'A lot of kits, the same for the whole county: what is printed on the box, and whether it was recalled.';
comment on column supply_lot.organization_id is 'Who received it first.';

create table supply_quarter (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  quarter text not null,
  numbers jsonb not null,
  sent_by_member_id uuid not null,
  sent_at timestamp with time zone not null default now(),
  constraint supply_quarter_pkey PRIMARY KEY (id),
  constraint supply_quarter_organization_id_quarter_key UNIQUE (organization_id, quarter),
  constraint supply_quarter_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint supply_quarter_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint supply_quarter_sent_by_member_id_fkey FOREIGN KEY (sent_by_member_id) REFERENCES member(id),
  constraint supply_quarter_quarter_check CHECK ((quarter ~ '^20\d\d-Q[1-4]$'::text))
);
grant insert, select on supply_quarter to causeway_app;
alter table supply_quarter enable, force row level security;
create policy supply_quarter_read on supply_quarter for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND ((organization_id = actor_organization_id()) OR ('manager'::text = ANY (actor_roles()))));
comment on policy supply_quarter_read on supply_quarter is 'The organization itself, and the county''s managers, to whom it is sent.';
create policy supply_quarter_send on supply_quarter for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_supplies() AND (organization_id = actor_organization_id()) AND (sent_by_member_id = actor_member_id()));
comment on policy supply_quarter_send on supply_quarter is 'A quarter is sent once, and stays as it was sent.';
comment on table supply_quarter is 'What an organization reported of its kits for a quarter, as it was sent; also when nothing changed. Sums only.';

create table surrendered_item (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  description text not null,
  bag_number text not null,
  taken_on date not null,
  taken_by_member_id uuid not null,
  witness_member_id uuid not null,
  destroyed_at timestamp with time zone,
  destroyed_by_member_id uuid,
  second_at timestamp with time zone,
  second_member_id uuid,
  constraint surrendered_item_pkey PRIMARY KEY (id),
  constraint surrendered_item_bag UNIQUE (organization_id, bag_number),
  constraint surrendered_item_destroyed_by_member_id_fkey FOREIGN KEY (destroyed_by_member_id) REFERENCES member(id),
  constraint surrendered_item_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint surrendered_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint surrendered_item_second_member_id_fkey FOREIGN KEY (second_member_id) REFERENCES member(id),
  constraint surrendered_item_taken_by_member_id_fkey FOREIGN KEY (taken_by_member_id) REFERENCES member(id),
  constraint surrendered_item_witness_member_id_fkey FOREIGN KEY (witness_member_id) REFERENCES member(id),
  constraint surrendered_item_bag_number_check CHECK (((btrim(bag_number) <> ''::text) AND (length(bag_number) <= 40))),
  constraint surrendered_item_check CHECK ((num_nulls(destroyed_at, destroyed_by_member_id) = ANY (ARRAY[0, 2]))),
  constraint surrendered_item_check1 CHECK ((num_nulls(second_at, second_member_id) = ANY (ARRAY[0, 2]))),
  constraint surrendered_item_check2 CHECK (((second_at IS NULL) OR (destroyed_at IS NOT NULL))),
  constraint surrendered_item_check3 CHECK ((second_member_id <> destroyed_by_member_id)),
  constraint surrendered_item_description_check CHECK (((btrim(description) <> ''::text) AND (length(description) <= 200))),
  constraint surrendered_item_witness CHECK ((witness_member_id <> taken_by_member_id))
);
CREATE TRIGGER surrendered_item_keep BEFORE UPDATE ON public.surrendered_item FOR EACH ROW EXECUTE FUNCTION keep_what_was_noted();
grant insert, select on surrendered_item to causeway_app;
grant update (destroyed_at, destroyed_by_member_id, second_at, second_member_id) on surrendered_item to causeway_app;
alter table surrendered_item enable, force row level security;
create policy surrendered_item_destroy on surrendered_item for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_is_at_station() AND (second_at IS NULL))
  with check (COALESCE(second_member_id, destroyed_by_member_id) = actor_member_id());
comment on policy surrendered_item_destroy on surrendered_item is 'Two members sign, each for themselves, that it was destroyed.';
create policy surrendered_item_own on surrendered_item for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_is_at_station());
comment on policy surrendered_item_own on surrendered_item is 'The report of a station''s evidence room is for its own members.';
create policy surrendered_item_take on surrendered_item for insert to causeway_app
  with check (actor_is_at_station() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (taken_by_member_id = actor_member_id()) AND (destroyed_at IS NULL));
comment on policy surrendered_item_take on surrendered_item is 'Whoever takes it records it, in their own name.';
comment on table surrendered_item is 'What was handed over at a station, in which sealed bag, and that it was destroyed. It knows the day and no hour, no visit and no person, so that it leads to nobody and to no charge (KRS 15.525).';

create table training_attempt (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  course text not null,
  version text not null,
  answers jsonb not null,
  asked_count integer not null,
  right_count integer not null,
  pass_mark integer not null,
  passed boolean not null generated always as (((right_count * 100) >= (pass_mark * asked_count))) stored,
  finished_at timestamp with time zone not null default now(),
  constraint training_attempt_pkey PRIMARY KEY (id),
  constraint training_attempt_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint training_attempt_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint training_attempt_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint training_attempt_answers_check CHECK (((jsonb_typeof(answers) = 'array'::text) AND (octet_length((answers)::text) <= 10000))),
  constraint training_attempt_asked_count_check CHECK (((asked_count >= 1) AND (asked_count <= 60))),
  constraint training_attempt_check CHECK (((right_count >= 0) AND (right_count <= asked_count))),
  constraint training_attempt_pass_mark_check CHECK (((pass_mark >= 50) AND (pass_mark <= 100))),
  constraint training_attempt_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40)))
);
CREATE INDEX training_attempt_member_id_course_idx ON public.training_attempt USING btree (member_id, course);
CREATE INDEX training_attempt_organization_id_course_idx ON public.training_attempt USING btree (organization_id, course);
grant select on training_attempt to causeway_app;
grant insert (id, jurisdiction_id, organization_id, member_id, course, version, answers, asked_count, right_count, pass_mark) on training_attempt to causeway_app;
alter table training_attempt enable, force row level security;
create policy training_attempt_read on training_attempt for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ((member_id = ( SELECT actor_member_id() AS actor_member_id)) OR ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_supervises_training() AS actor_supervises_training))));
comment on policy training_attempt_read on training_attempt is 'Their own; and those of the organization for whoever supervises training there.';
create policy training_attempt_take on training_attempt for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy training_attempt_take on training_attempt is 'Everybody takes their own test.';
comment on table training_attempt is 'A test that somebody finished, of one version of a course. Never changed: taken again, it is another one.';
comment on column training_attempt.answers is 'Of each question its id, what was chosen, and whether it was right.';

create table training_attendance (
  session_id uuid not null,
  member_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  how text not null,
  noted_by_member_id uuid not null,
  noted_at timestamp with time zone not null default now(),
  constraint training_attendance_pkey PRIMARY KEY (session_id, member_id),
  constraint training_attendance_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint training_attendance_noted_by_member_id_fkey FOREIGN KEY (noted_by_member_id) REFERENCES member(id),
  constraint training_attendance_session_id_organization_id_fkey FOREIGN KEY (session_id, organization_id) REFERENCES training_session(id, organization_id),
  constraint training_attendance_how_check CHECK ((how = ANY (ARRAY['code'::text, 'sheet'::text])))
);
grant insert, select on training_attendance to causeway_app;
alter table training_attendance enable, force row level security;
create policy training_attendance_note on training_attendance for insert to causeway_app
  with check (actor_supervises_training() AND (how = 'sheet'::text) AND (noted_by_member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND member_is_of_actor(member_id) AND training_session_is_open(session_id));
comment on policy training_attendance_note on training_attendance is 'From the sheet, whoever supervises training notes those of their own organization.';
create policy training_attendance_read on training_attendance for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND ((member_id = actor_member_id()) OR ((organization_id = actor_organization_id()) AND actor_supervises_training())));
comment on policy training_attendance_read on training_attendance is 'Their own; and all of it for whoever supervises training.';
create policy training_attendance_sign_in on training_attendance for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (how = 'code'::text) AND (member_id = actor_member_id()) AND (noted_by_member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND training_session_is_open(session_id));
comment on policy training_attendance_sign_in on training_attendance is 'Whoever is there signs in for themselves, while it is open.';
comment on table training_attendance is 'Who was there: signed in by the code, or noted from the sheet.';

create table training_attitude (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  course text not null,
  moment text not null,
  month date not null,
  answers jsonb not null,
  constraint training_attitude_pkey PRIMARY KEY (id),
  constraint training_attitude_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint training_attitude_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint training_attitude_answers_check CHECK (((jsonb_typeof(answers) = 'object'::text) AND (octet_length((answers)::text) <= 2000))),
  constraint training_attitude_course_check CHECK ((course ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint training_attitude_moment_check CHECK ((moment = ANY (ARRAY['before'::text, 'after'::text, '30-days'::text, '6-months'::text]))),
  constraint training_attitude_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
CREATE INDEX training_attitude_organization_id_course_moment_idx ON public.training_attitude USING btree (organization_id, course, moment);
grant insert, select on training_attitude to causeway_app;
alter table training_attitude enable, force row level security;
create policy training_attitude_count on training_attitude for select to causeway_app
  using (actor_job() = 'count-attitudes'::text);
comment on policy training_attitude_count on training_attitude is 'No member reads it, of whatever role: it is counted, and what is shown is of eleven or more.';
create policy training_attitude_say on training_attitude for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy training_attitude_say on training_attitude is 'Every member says what they think, once a moment.';
comment on table training_attitude is 'What people think, before and after: without a name, a day, or anything that leads to the member. Shown only of eleven or more together.';
comment on column training_attitude.id is 'Random, so that it does not say when it was made.';

create table training_completion (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  course text not null,
  part text not null,
  title text not null,
  version text,
  name text not null,
  how text not null,
  attempt_id uuid,
  session_id uuid,
  checked text[],
  completed_on date not null,
  expires_on date,
  minutes integer,
  score integer,
  code text not null,
  recorded_by_member_id uuid not null,
  recorded_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  revoked_by_member_id uuid,
  revoked_because text,
  constraint training_completion_pkey PRIMARY KEY (id),
  constraint training_completion_attempt_id_key UNIQUE (attempt_id),
  constraint training_completion_code_key UNIQUE (code),
  constraint training_completion_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES training_attempt(id),
  constraint training_completion_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint training_completion_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint training_completion_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint training_completion_recorded_by_member_id_fkey FOREIGN KEY (recorded_by_member_id) REFERENCES member(id),
  constraint training_completion_revoked_by_member_id_fkey FOREIGN KEY (revoked_by_member_id) REFERENCES member(id),
  constraint training_completion_session_id_fkey FOREIGN KEY (session_id) REFERENCES training_session(id),
  constraint training_completion_check CHECK ((expires_on >= completed_on)),
  constraint training_completion_check1 CHECK (((how = 'online'::text) = (attempt_id IS NOT NULL))),
  constraint training_completion_check2 CHECK (((how = 'classroom'::text) = (session_id IS NOT NULL))),
  constraint training_completion_check3 CHECK ((((part = 'practice'::text) = (how = 'instructor'::text)) AND ((part = 'practice'::text) = (checked IS NOT NULL)))),
  constraint training_completion_check4 CHECK ((((revoked_at IS NULL) = (revoked_because IS NULL)) AND ((revoked_at IS NULL) = (revoked_by_member_id IS NULL)))),
  constraint training_completion_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text)),
  constraint training_completion_course_check CHECK ((course ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint training_completion_how_check CHECK ((how = ANY (ARRAY['online'::text, 'classroom'::text, 'instructor'::text, 'other-system'::text]))),
  constraint training_completion_minutes_check CHECK (((minutes >= 1) AND (minutes <= 2400))),
  constraint training_completion_name_check CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
  constraint training_completion_part_check CHECK ((part = ANY (ARRAY['course'::text, 'practice'::text]))),
  constraint training_completion_revoked_because_check CHECK (((btrim(revoked_because) <> ''::text) AND (length(revoked_because) <= 300))),
  constraint training_completion_score_check CHECK (((score >= 0) AND (score <= 100))),
  constraint training_completion_title_check CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200))),
  constraint training_completion_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40)))
);
CREATE INDEX training_completion_member_id_idx ON public.training_completion USING btree (member_id);
CREATE INDEX training_completion_organization_id_member_id_idx ON public.training_completion USING btree (organization_id, member_id);
grant insert, select on training_completion to causeway_app;
grant update (revoked_at, revoked_by_member_id, revoked_because) on training_completion to causeway_app;
alter table training_completion enable, force row level security;
create policy training_completion_earn on training_completion for insert to causeway_app
  with check ((actor_kind() = 'member'::text) AND (how = 'online'::text) AND (member_id = actor_member_id()) AND (recorded_by_member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (revoked_at IS NULL) AND actor_passed(attempt_id, course));
comment on policy training_completion_earn on training_completion is 'A passed test is a certificate, once, for whoever passed it.';
create policy training_completion_read on training_completion for select to causeway_app
  using ((jurisdiction_id = ( SELECT actor_jurisdiction_id() AS actor_jurisdiction_id)) AND ((member_id = ( SELECT actor_member_id() AS actor_member_id)) OR ((organization_id = ( SELECT actor_organization_id() AS actor_organization_id)) AND ( SELECT actor_supervises_training() AS actor_supervises_training))));
comment on policy training_completion_read on training_completion is 'Their own; and those of the organization for whoever supervises training there.';
create policy training_completion_record on training_completion for insert to causeway_app
  with check (actor_supervises_training() AND (how <> 'online'::text) AND ((how <> 'other-system'::text) OR actor_keeps_training()) AND ((how <> 'instructor'::text) OR (member_id <> actor_member_id())) AND (recorded_by_member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (revoked_at IS NULL) AND member_is_of_actor(member_id));
comment on policy training_completion_record on training_completion is 'Whoever supervises training records what was done in a room or shown by hand, never their own practice; what another system says, whoever keeps training.';
create policy training_completion_remind on training_completion for select to causeway_app
  using (( SELECT actor_job() AS actor_job) = 'remind-of-training'::text);
comment on policy training_completion_remind on training_completion is 'The job that reminds looks for what expires.';
create policy training_completion_revoke on training_completion for update to causeway_app
  using (actor_keeps_training() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (revoked_at IS NULL))
  with check ((revoked_at IS NOT NULL) AND (revoked_by_member_id = actor_member_id()));
comment on policy training_completion_revoke on training_completion is 'Whoever keeps training takes a certificate back, once, and says why.';
create policy training_completion_verify on training_completion for select to causeway_app
  using ((( SELECT actor_kind() AS actor_kind) = 'visitor'::text) AND (code = ( SELECT actor_claim() AS actor_claim)));
comment on policy training_completion_verify on training_completion is 'Whoever holds a certificate can ask whether it holds, and of no other.';
comment on table training_completion is 'That somebody finished a course, or showed with their hands what it teaches: the certificate. It is verified for good, also when it expired or was revoked.';
comment on column training_completion.name is 'As on the certificate.';
comment on column training_completion.checked is 'What the instructor saw, by the words of the check list as they stood.';
comment on column training_completion.expires_on is 'The last day on which it holds; null: for good.';
comment on column training_completion.code is 'By which anybody who holds the certificate verifies it, without signing in.';

create table training_progress (
  member_id uuid not null,
  course text not null,
  jurisdiction_id uuid not null,
  screen text not null,
  answered text[] not null default '{}'::text[],
  begun_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  constraint training_progress_pkey PRIMARY KEY (member_id, course),
  constraint training_progress_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint training_progress_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint training_progress_course_check CHECK ((course ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint training_progress_screen_check CHECK ((length(screen) <= 80))
);
grant insert, select on training_progress to causeway_app;
grant update (screen, answered, seen_at) on training_progress to causeway_app;
alter table training_progress enable, force row level security;
create policy training_progress_own on training_progress for all to causeway_app
  using ((member_id = actor_member_id()) AND (jurisdiction_id = actor_jurisdiction_id()));
comment on policy training_progress_own on training_progress is 'How far somebody is, is theirs alone.';
comment on table training_progress is 'Where somebody left a course, so that it goes on there. Theirs alone: how long somebody takes is no supervisor''s.';
comment on column training_progress.answered is 'At which moments they answered what they think: that they did, never what.';

create table training_session (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  course text not null,
  version text not null,
  title text not null,
  held_at timestamp with time zone not null,
  minutes integer not null,
  place text,
  trainers jsonb not null,
  code text not null,
  made_by_member_id uuid not null,
  closed_at timestamp with time zone,
  constraint training_session_pkey PRIMARY KEY (id),
  constraint training_session_code_key UNIQUE (code),
  constraint training_session_id_organization_id_key UNIQUE (id, organization_id),
  constraint training_session_made_by_member_id_fkey FOREIGN KEY (made_by_member_id) REFERENCES member(id),
  constraint training_session_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint training_session_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text)),
  constraint training_session_minutes_check CHECK (((minutes >= 5) AND (minutes <= 2400))),
  constraint training_session_place_check CHECK (((btrim(place) <> ''::text) AND (length(place) <= 200))),
  constraint training_session_title_check CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200))),
  constraint training_session_trainers_check CHECK (((jsonb_typeof(trainers) = 'array'::text) AND (octet_length((trainers)::text) <= 2000))),
  constraint training_session_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40)))
);
CREATE INDEX training_session_organization_id_held_at_idx ON public.training_session USING btree (organization_id, held_at DESC);
grant insert, select on training_session to causeway_app;
grant update (closed_at) on training_session to causeway_app;
alter table training_session enable, force row level security;
create policy training_session_close on training_session for update to causeway_app
  using (actor_supervises_training() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (closed_at IS NULL))
  with check (closed_at IS NOT NULL);
comment on policy training_session_close on training_session is 'And closes it, once.';
create policy training_session_make on training_session for insert to causeway_app
  with check (actor_supervises_training() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (made_by_member_id = actor_member_id()) AND (closed_at IS NULL));
comment on policy training_session_make on training_session is 'Whoever supervises training plans it.';
create policy training_session_read on training_session for select to causeway_app
  using ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy training_session_read on training_session is 'Members of the organization see when it trains.';
comment on table training_session is 'Training in a room, with who held it.';
comment on column training_session.trainers is 'Names, and what each brings: a peer officer, a program, lived experience.';
comment on column training_session.code is 'What the QR code on the wall opens, by which people of the organization sign in.';
comment on column training_session.closed_at is 'Since when nobody signs in; whoever did has finished the course.';

create table training_setting (
  organization_id uuid not null,
  jurisdiction_id uuid not null,
  pass_mark integer not null,
  assignments jsonb not null,
  gates jsonb not null,
  slots jsonb not null,
  changed_by_member_id uuid not null,
  changed_at timestamp with time zone not null default now(),
  constraint training_setting_pkey PRIMARY KEY (organization_id),
  constraint training_setting_changed_by_member_id_fkey FOREIGN KEY (changed_by_member_id) REFERENCES member(id),
  constraint training_setting_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint training_setting_assignments_check CHECK (((jsonb_typeof(assignments) = 'array'::text) AND (octet_length((assignments)::text) <= 20000))),
  constraint training_setting_gates_check CHECK (((jsonb_typeof(gates) = 'object'::text) AND (octet_length((gates)::text) <= 5000))),
  constraint training_setting_pass_mark_check CHECK (((pass_mark >= 50) AND (pass_mark <= 100))),
  constraint training_setting_slots_check CHECK (((jsonb_typeof(slots) = 'object'::text) AND (octet_length((slots)::text) <= 20000)))
);
grant insert, select on training_setting to causeway_app;
grant update (pass_mark, assignments, gates, slots, changed_by_member_id, changed_at) on training_setting to causeway_app;
alter table training_setting enable, force row level security;
create policy training_setting_change on training_setting for update to causeway_app
  using (actor_keeps_training() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()))
  with check (changed_by_member_id = actor_member_id());
comment on policy training_setting_change on training_setting is 'And change it, in their own name.';
create policy training_setting_make on training_setting for insert to causeway_app
  with check (actor_keeps_training() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (changed_by_member_id = actor_member_id()));
comment on policy training_setting_make on training_setting is 'Trainers, managers and administrators say it for their own organization.';
create policy training_setting_read on training_setting for select to causeway_app
  using ((actor_job() = 'remind-of-training'::text) OR ((actor_kind() = 'member'::text) AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id())));
comment on policy training_setting_read on training_setting is 'Every member knows what their organization asks of them.';
comment on table training_setting is 'How an organization trains: the mark that passes, which roles are to finish which course by when and for how long it holds, what needs it, and the words of the local page.';
comment on column training_setting.assignments is 'Of each course: roles, since when, days to finish, months that it holds (null: for good).';
comment on column training_setting.gates is 'Of carrying naloxone, leaving it behind and referring: off, warn or block, and the courses that it needs.';
comment on column training_setting.slots is 'The agency''s own words in courses, by the name of the slot. One that is missing says “ask your supervisor”.';

create table unusual_access (
  jurisdiction_id uuid not null,
  rule text not null,
  member_id uuid not null,
  about text not null,
  organization_id uuid not null,
  at timestamp with time zone not null,
  records integer,
  usual integer,
  weeks integer,
  colleagues integer,
  looks integer,
  until timestamp with time zone,
  person_ids uuid[] not null default '{}'::uuid[],
  basis text,
  break_glass_id uuid,
  constraint unusual_access_pkey PRIMARY KEY (jurisdiction_id, rule, member_id, about),
  constraint unusual_access_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint unusual_access_about_check CHECK ((about ~ '^[a-z0-9-]{1,40}$'::text)),
  constraint unusual_access_check CHECK (((rule = 'spike'::text) = ((records IS NOT NULL) AND (usual IS NOT NULL) AND (weeks IS NOT NULL) AND (colleagues IS NOT NULL)))),
  constraint unusual_access_check1 CHECK (((rule = 'after-hours'::text) = (until IS NOT NULL))),
  constraint unusual_access_check2 CHECK (((rule = 'no-relationship'::text) = ((cardinality(person_ids) > 0) AND (basis IS NOT NULL)))),
  constraint unusual_access_rule_check CHECK ((rule = ANY (ARRAY['spike'::text, 'after-hours'::text, 'no-relationship'::text])))
);
CREATE INDEX unusual_access_jurisdiction_id_at_idx ON public.unusual_access USING btree (jurisdiction_id, at);
grant delete, insert, select on unusual_access to causeway_app;
alter table unusual_access enable, force row level security;
create policy unusual_access_find on unusual_access for all to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy unusual_access_find on unusual_access is 'The job writes what it found, and takes back what a rule no longer finds.';
create policy unusual_access_read on unusual_access for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy unusual_access_read on unusual_access is 'The privacy officer of the county reads what was found.';
comment on table unusual_access is 'What one of three plain rules found in the record, to be asked about (CJ-10). The same access has the same name each time it is found.';
comment on column unusual_access.about is 'Which: the week of a spike and the day after hours by their first day, an emergency or a line of the ledger by its id.';
comment on column unusual_access.colleagues is 'A spike was compared with so many colleagues of the same role; none: with the member''s own weeks.';

create table use_notice (
  jurisdiction_id uuid not null,
  version integer not null,
  text text not null,
  created_at timestamp with time zone not null default now(),
  constraint use_notice_pkey PRIMARY KEY (jurisdiction_id, version),
  constraint use_notice_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint use_notice_text_check CHECK (((text <> ''::text) AND (length(text) <= 4000))),
  constraint use_notice_version_check CHECK ((version > 0))
);
grant insert, select on use_notice to causeway_app;
alter table use_notice enable, force row level security;
create policy use_notice_keep on use_notice for insert to causeway_app
  with check (actor_kind() = 'operator'::text);
comment on policy use_notice_keep on use_notice is 'The operator sets it, as the county''s counsel gives it.';
create policy use_notice_read on use_notice for select to causeway_app
  using (actor_kind() <> ''::text);
comment on policy use_notice_read on use_notice is 'Whoever is about to sign in reads it.';
comment on table use_notice is 'A county''s own words before signing in (CJ-4), where it has any. The newest holds; older ones stay, because sessions say which was acknowledged.';

create table visit (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  opened_by_member_id uuid not null,
  opened_at timestamp with time zone not null default now(),
  came text not null,
  asks text not null,
  comfort_at timestamp with time zone,
  hospital_at timestamp with time zone,
  fit_at timestamp with time zone,
  promise_at timestamp with time zone,
  items_at timestamp with time zone,
  outcome text,
  pathway_version_id uuid,
  decided_at timestamp with time zone,
  decided_by_member_id uuid,
  overridden_at timestamp with time zone,
  overridden_by_member_id uuid,
  ended_as text,
  ended_at timestamp with time zone,
  constraint visit_pkey PRIMARY KEY (id),
  constraint visit_decided_by_member_id_fkey FOREIGN KEY (decided_by_member_id) REFERENCES member(id),
  constraint visit_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint visit_opened_by_member_id_fkey FOREIGN KEY (opened_by_member_id) REFERENCES member(id),
  constraint visit_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint visit_overridden_by_member_id_fkey FOREIGN KEY (overridden_by_member_id) REFERENCES member(id),
  constraint visit_pathway_version_id_fkey FOREIGN KEY (pathway_version_id) REFERENCES pathway_version(id),
  constraint visit_asks_check CHECK ((asks = ANY (ARRAY['self'::text, 'family'::text]))),
  constraint visit_came_check CHECK ((came = ANY (ARRAY['walk-in'::text, 'phone'::text]))),
  constraint visit_check CHECK ((num_nulls(outcome, decided_at, decided_by_member_id) = ANY (ARRAY[0, 3]))),
  constraint visit_check1 CHECK (((pathway_version_id IS NULL) OR (decided_at IS NOT NULL))),
  constraint visit_check2 CHECK ((num_nulls(overridden_at, overridden_by_member_id) = ANY (ARRAY[0, 2]))),
  constraint visit_check3 CHECK (((overridden_at IS NULL) OR (outcome = 'presumptively-ineligible'::text))),
  constraint visit_check4 CHECK ((overridden_by_member_id <> decided_by_member_id)),
  constraint visit_check5 CHECK ((num_nulls(ended_as, ended_at) = ANY (ARRAY[0, 2]))),
  constraint visit_comfort_first CHECK (((comfort_at IS NOT NULL) OR (num_nonnulls(hospital_at, fit_at) = 0))),
  constraint visit_ended_as_check CHECK ((ended_as = ANY (ARRAY['left'::text, 'other-ways'::text, 'hospital'::text]))),
  constraint visit_items_first CHECK (((items_at IS NOT NULL) OR (decided_at IS NULL))),
  constraint visit_medical_first CHECK (((fit_at IS NOT NULL) OR (promise_at IS NULL))),
  constraint visit_no_record_of_family CHECK (((asks = 'self'::text) OR (num_nonnulls(items_at, decided_at) = 0))),
  constraint visit_outcome_check CHECK ((outcome = ANY (ARRAY['eligible'::text, 'presumptively-ineligible'::text, 'hard-stop'::text]))),
  constraint visit_promise_first CHECK (((promise_at IS NOT NULL) OR (items_at IS NULL)))
);
CREATE INDEX visit_jurisdiction_id_organization_id_opened_at_idx ON public.visit USING btree (jurisdiction_id, organization_id, opened_at DESC);
CREATE TRIGGER visit_keep BEFORE UPDATE ON public.visit FOR EACH ROW EXECUTE FUNCTION keep_what_was_noted();
grant insert, select on visit to causeway_app;
grant update (comfort_at, hospital_at, fit_at, promise_at, items_at, outcome, pathway_version_id, decided_at, decided_by_member_id, overridden_at, overridden_by_member_id, ended_as, ended_at) on visit to causeway_app;
alter table visit enable, force row level security;
create policy visit_asked on visit for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_is_angel() AND visit_is_asked_of_actor(id));
comment on policy visit_asked on visit is 'The program whose angel was called sees how far the station is; another sees nothing.';
create policy visit_count on visit for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'count-visits'::text));
comment on policy visit_count on visit is 'Counting lets nothing out but numbers: see count_visits. No work of that name is ever queued.';
create policy visit_note on visit for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_is_at_station() AND (ended_at IS NULL))
  with check true;
comment on policy visit_note on visit is 'The station notes what it does, until it ended.';
create policy visit_open on visit for insert to causeway_app
  with check (actor_is_at_station() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (opened_by_member_id = actor_member_id()));
comment on policy visit_open on visit is 'An officer or a sergeant notes at their own station that somebody came.';
create policy visit_own on visit for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_is_at_station());
comment on policy visit_own on visit is 'The station sees what it did itself.';
comment on table visit is 'That somebody came to a station and asked for help, and what the station did (class own-submission). It knows no person: not a name, not a charge, not a bag.';
comment on column visit.asks is 'For themselves, or for somebody of their family: then nothing is kept of the one they worry about.';
comment on column visit.fit_at is 'When nobody needed a doctor first, or they were back from the hospital. Nothing goes on before it.';
comment on column visit.outcome is 'What the criteria came to, and not the answers; a failed check of records is “not eligible” without a reason (CJIS).';
comment on column visit.pathway_version_id is 'Under which version it was decided; null where the county publishes no criteria.';
comment on column visit.ended_as is 'They left, were told of other ways, or stay at the hospital. Null: it goes on, or an angel has it.';

create table visit_call (
  id uuid not null,
  visit_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  angel_organization_id uuid not null,
  angel_member_id uuid not null,
  called_by_member_id uuid not null,
  called_at timestamp with time zone not null default now(),
  answer text,
  minutes smallint,
  answered_at timestamp with time zone,
  here_said_by_station_at timestamp with time zone,
  here_said_by_angel_at timestamp with time zone,
  constraint visit_call_pkey PRIMARY KEY (id),
  constraint visit_call_angel_member_id_fkey FOREIGN KEY (angel_member_id) REFERENCES member(id),
  constraint visit_call_angel_organization_id_fkey FOREIGN KEY (angel_organization_id) REFERENCES organization(id),
  constraint visit_call_called_by_member_id_fkey FOREIGN KEY (called_by_member_id) REFERENCES member(id),
  constraint visit_call_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint visit_call_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint visit_call_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  constraint visit_call_answer_check CHECK ((answer = ANY (ARRAY['coming'::text, 'no-answer'::text, 'cannot'::text]))),
  constraint visit_call_check CHECK ((num_nulls(answer, answered_at) = ANY (ARRAY[0, 2]))),
  constraint visit_call_check1 CHECK (((NOT (answer IS DISTINCT FROM 'coming'::text)) = (minutes IS NOT NULL))),
  constraint visit_call_check2 CHECK (((NOT (answer IS DISTINCT FROM 'coming'::text)) OR (num_nonnulls(here_said_by_station_at, here_said_by_angel_at) = 0))),
  constraint visit_call_minutes_check CHECK (((minutes >= 1) AND (minutes <= 240)))
);
CREATE INDEX visit_call_angel_organization_id_called_at_idx ON public.visit_call USING btree (angel_organization_id, called_at DESC);
CREATE INDEX visit_call_visit_id_idx ON public.visit_call USING btree (visit_id);
CREATE TRIGGER visit_call_keep BEFORE UPDATE ON public.visit_call FOR EACH ROW EXECUTE FUNCTION keep_visit_call();
grant insert, select on visit_call to causeway_app;
grant update (answer, minutes, answered_at, here_said_by_station_at, here_said_by_angel_at) on visit_call to causeway_app;
alter table visit_call enable, force row level security;
create policy visit_call_angel on visit_call for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (angel_organization_id = actor_organization_id()) AND actor_follows_visit(angel_member_id));
comment on policy visit_call_angel on visit_call is 'The angel, and the navigators of their program, see that they were called.';
create policy visit_call_answer on visit_call for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (((organization_id = actor_organization_id()) AND actor_is_at_station()) OR ((angel_organization_id = actor_organization_id()) AND (angel_member_id = actor_member_id()) AND actor_is_angel())))
  with check true;
comment on policy visit_call_answer on visit_call is 'The station notes what it heard on the phone; the angel answers for themselves.';
create policy visit_call_count on visit_call for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'count-visits'::text));
comment on policy visit_call_count on visit_call is 'Counting lets nothing out but numbers: see count_visits.';
create policy visit_call_make on visit_call for insert to causeway_app
  with check (actor_is_at_station() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (called_by_member_id = actor_member_id()) AND (answer IS NULL) AND visit_may_call(visit_id) AND angel_is_on_roster(angel_member_id, angel_organization_id));
comment on policy visit_call_make on visit_call is 'The station calls somebody of the roster, once the visit is so far.';
create policy visit_call_station on visit_call for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_is_at_station());
comment on policy visit_call_station on visit_call is 'The station sees whom it called.';
comment on table visit_call is 'An angel who was called to a station, what they said, and that both say they are there (class handoff). It names no person.';
comment on column visit_call.minutes is 'In how many minutes they said that they would be there.';

create table visit_care_step (
  id uuid not null,
  visit_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  angel_member_id uuid not null,
  kind text not null,
  at timestamp with time zone not null default now(),
  by_member_id uuid not null,
  service_id uuid,
  result text,
  days smallint,
  for_at timestamp with time zone,
  constraint visit_care_step_pkey PRIMARY KEY (id),
  constraint visit_care_step_by_member_id_fkey FOREIGN KEY (by_member_id) REFERENCES member(id),
  constraint visit_care_step_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint visit_care_step_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id),
  constraint visit_care_step_visit_id_organization_id_angel_member_id_fkey FOREIGN KEY (visit_id, organization_id, angel_member_id) REFERENCES visit_person(visit_id, organization_id, angel_member_id),
  constraint visit_care_step_check CHECK (((kind <> ALL (ARRAY['call'::text, 'offered'::text])) OR (service_id IS NOT NULL))),
  constraint visit_care_step_check1 CHECK (((kind <> ALL (ARRAY['call'::text, 'transport'::text, 'follow-up'::text])) OR (result IS NOT NULL))),
  constraint visit_care_step_check2 CHECK (((kind <> 'follow-up'::text) OR (days IS NOT NULL))),
  constraint visit_care_step_days_check CHECK (((days >= 0) AND (days <= 999))),
  constraint visit_care_step_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'offered'::text, 'declined'::text, 'transport'::text, 'arrived'::text, 'entered'::text, 'retained'::text, 'left-place'::text, 'rests'::text, 'safety'::text, 'follow-up'::text]))),
  constraint visit_care_step_result_check CHECK ((length(result) <= 40))
);
CREATE INDEX visit_care_step_visit_id_at_idx ON public.visit_care_step USING btree (visit_id, at);
grant insert, select on visit_care_step to causeway_app;
alter table visit_care_step enable, force row level security;
create policy visit_care_step_add on visit_care_step for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_follows_visit(angel_member_id) AND (by_member_id = actor_member_id()));
comment on policy visit_care_step_add on visit_care_step is 'Whoever follows the visit notes what happened, in their own name.';
create policy visit_care_step_count on visit_care_step for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'count-visits'::text));
comment on policy visit_care_step_count on visit_care_step is 'Counting lets nothing out but numbers: see count_visits.';
create policy visit_care_step_own on visit_care_step for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_follows_visit(angel_member_id));
comment on policy visit_care_step_own on visit_care_step is 'Where somebody went is for the angel and their program''s navigators. Police never, nor another program.';
comment on table visit_care_step is 'Calls to places and what they said; offered, on the way, arrived, entered, retained; and whether somebody asked later how it goes (class placement). Only added to.';
comment on column visit_care_step.result is 'Of a call how it went; of a transport who drives; of an arrival who says so; of a follow-up whether they were reached.';
comment on column visit_care_step.days is 'Of a call the days on a waitlist; of a follow-up which one: 1, 7, 30 or 90.';

create table visit_intake (
  visit_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  angel_member_id uuid not null,
  answers jsonb not null,
  saved_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  constraint visit_intake_pkey PRIMARY KEY (visit_id),
  constraint visit_intake_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint visit_intake_visit_id_organization_id_angel_member_id_fkey FOREIGN KEY (visit_id, organization_id, angel_member_id) REFERENCES visit_person(visit_id, organization_id, angel_member_id),
  constraint visit_intake_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text))
);
grant insert, select on visit_intake to causeway_app;
grant update (answers, saved_at, finished_at) on visit_intake to causeway_app;
alter table visit_intake enable, force row level security;
create policy visit_intake_own on visit_intake for all to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_follows_visit(angel_member_id));
comment on policy visit_intake_own on visit_intake is 'The angel, and the navigators and case managers of their program, write and read it. Police never, nor another program.';
comment on table visit_intake is 'What a person said at their own pace: needs, payer, papers, earlier treatment, last use, what they want (class clinical).';
comment on column visit_intake.finished_at is 'Null: it is a draft, and can stay one.';

create table visit_person (
  visit_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  angel_member_id uuid not null,
  person_id uuid not null,
  called text,
  reach text,
  is_return boolean not null,
  began_at timestamp with time zone not null default now(),
  constraint visit_person_pkey PRIMARY KEY (visit_id),
  constraint visit_person_visit_id_organization_id_angel_member_id_key UNIQUE (visit_id, organization_id, angel_member_id),
  constraint visit_person_angel_member_id_fkey FOREIGN KEY (angel_member_id) REFERENCES member(id),
  constraint visit_person_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint visit_person_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint visit_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint visit_person_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  constraint visit_person_called_check CHECK ((btrim(called) <> ''::text)),
  constraint visit_person_reach_check CHECK ((btrim(reach) <> ''::text))
);
CREATE INDEX visit_person_jurisdiction_id_organization_id_began_at_idx ON public.visit_person USING btree (jurisdiction_id, organization_id, began_at DESC);
CREATE INDEX visit_person_person_id_idx ON public.visit_person USING btree (person_id);
grant insert, select on visit_person to causeway_app;
grant update (called, reach) on visit_person to causeway_app;
alter table visit_person enable, force row level security;
create policy visit_person_change on visit_person for update to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_follows_visit(angel_member_id));
comment on policy visit_person_change on visit_person is 'How somebody is called and reached can change.';
create policy visit_person_count on visit_person for select to causeway_app
  using ((actor_kind() = 'job'::text) AND (actor_job() = 'count-visits'::text));
comment on policy visit_person_count on visit_person is 'Counting lets nothing out but numbers: see count_visits.';
create policy visit_person_meet on visit_person for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_is_angel() AND (angel_member_id = actor_member_id()) AND visit_is_with_actor(visit_id) AND person_is_of_actor(person_id));
comment on policy visit_person_meet on visit_person is 'The angel who came writes down whom they met; nobody else, and nobody before.';
create policy visit_person_own on visit_person for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND actor_follows_visit(angel_member_id));
comment on policy visit_person_own on visit_person is 'The angel, and the navigators and case managers of their program. Police never, nor another program.';
comment on table visit_person is 'Who came, as the program knows them (class identity). People and visits are counted apart: the same person can stand here often.';
comment on column visit_person.reach is 'A phone, or how to find them, as they want it.';

create table work_group_action (
  id uuid not null,
  meeting_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  made_by_member_id uuid not null,
  words text not null,
  owner text not null,
  due_on date not null,
  done_at timestamp with time zone,
  made_at timestamp with time zone not null default clock_timestamp(),
  constraint work_group_action_pkey PRIMARY KEY (id),
  constraint work_group_action_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint work_group_action_made_by_member_id_fkey FOREIGN KEY (made_by_member_id) REFERENCES member(id),
  constraint work_group_action_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES work_group_meeting(id),
  constraint work_group_action_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint work_group_action_owner_check CHECK ((btrim(owner) <> ''::text)),
  constraint work_group_action_words_check CHECK ((btrim(words) <> ''::text))
);
CREATE INDEX work_group_action_meeting_id_made_at_idx ON public.work_group_action USING btree (meeting_id, made_at);
grant insert, select on work_group_action to causeway_app;
grant update (done_at) on work_group_action to causeway_app;
alter table work_group_action enable, force row level security;
create policy work_group_action_done on work_group_action for update to causeway_app
  using ((done_at IS NULL) AND actor_follows_cases() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()))
  with check (done_at IS NOT NULL);
comment on policy work_group_action_done on work_group_action is 'It is done once.';
create policy work_group_action_note on work_group_action for insert to causeway_app
  with check (actor_follows_cases() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (made_by_member_id = actor_member_id()) AND (EXISTS ( SELECT
   FROM work_group_meeting m
  WHERE (m.id = work_group_action.meeting_id))));
comment on policy work_group_action_note on work_group_action is 'Noted with a meeting of the actor''s organization.';
create policy work_group_action_own on work_group_action for select to causeway_app
  using (actor_follows_cases() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy work_group_action_own on work_group_action is 'The organization that called the meeting keeps what was said.';
comment on table work_group_action is 'What somebody said they would do, and by when (class own-submission). No clinical notes.';

create table work_group_meeting (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  made_by_member_id uuid not null,
  held_at timestamp with time zone not null,
  place text not null,
  attendees jsonb not null,
  made_at timestamp with time zone not null default now(),
  constraint work_group_meeting_pkey PRIMARY KEY (id),
  constraint work_group_meeting_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint work_group_meeting_made_by_member_id_fkey FOREIGN KEY (made_by_member_id) REFERENCES member(id),
  constraint work_group_meeting_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint work_group_meeting_attendees_check CHECK (((jsonb_typeof(attendees) = 'array'::text) AND (jsonb_array_length(attendees) > 0))),
  constraint work_group_meeting_place_check CHECK ((btrim(place) <> ''::text))
);
CREATE INDEX work_group_meeting_organization_id_held_at_idx ON public.work_group_meeting USING btree (organization_id, held_at DESC);
grant insert, select on work_group_meeting to causeway_app;
alter table work_group_meeting enable, force row level security;
create policy work_group_meeting_call on work_group_meeting for insert to causeway_app
  with check (actor_follows_cases() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()) AND (made_by_member_id = actor_member_id()));
comment on policy work_group_meeting_call on work_group_meeting is 'Whoever follows cases calls the meeting.';
create policy work_group_meeting_own on work_group_meeting for select to causeway_app
  using (actor_follows_cases() AND (jurisdiction_id = actor_jurisdiction_id()) AND (organization_id = actor_organization_id()));
comment on policy work_group_meeting_own on work_group_meeting is 'The organization that called it keeps it. The others hear it at the table.';
comment on table work_group_meeting is 'A meeting of the operational work group. Its agenda is not kept: it is asked for anew, of those whose release covers every organization at the table.';
comment on column work_group_meeting.attendees is 'Who sits at the table: organization, name, and that they gave their word to keep what they hear. Without it nobody is written down.';

create table working_hours (
  organization_id uuid not null,
  jurisdiction_id uuid not null,
  hours jsonb not null,
  set_by_member_id uuid not null,
  set_at timestamp with time zone not null default now(),
  constraint working_hours_pkey PRIMARY KEY (organization_id),
  constraint working_hours_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint working_hours_organization_id_jurisdiction_id_fkey FOREIGN KEY (organization_id, jurisdiction_id) REFERENCES organization(id, jurisdiction_id),
  constraint working_hours_set_by_member_id_fkey FOREIGN KEY (set_by_member_id) REFERENCES member(id),
  constraint working_hours_hours_check CHECK ((jsonb_typeof(hours) = 'array'::text))
);
CREATE INDEX working_hours_jurisdiction_id_idx ON public.working_hours USING btree (jurisdiction_id);
grant delete, select on working_hours to causeway_app;
grant insert (organization_id, jurisdiction_id, hours, set_by_member_id) on working_hours to causeway_app;
alter table working_hours enable, force row level security;
create policy working_hours_clear on working_hours for delete to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy working_hours_clear on working_hours is 'And takes it back, to say it anew.';
create policy working_hours_find on working_hours for select to causeway_app
  using ( SELECT actor_finds_unusual_access() AS actor_finds_unusual_access);
comment on policy working_hours_find on working_hours is 'When an organization works, as the office said.';
create policy working_hours_read on working_hours for select to causeway_app
  using ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy());
comment on policy working_hours_read on working_hours is 'The privacy officer reads what they set.';
create policy working_hours_set on working_hours for insert to causeway_app
  with check ((jurisdiction_id = actor_jurisdiction_id()) AND actor_keeps_privacy() AND (set_by_member_id = actor_member_id()));
comment on policy working_hours_set on working_hours is 'The privacy officer says when an organization works, in their own name.';
comment on table working_hours is 'When the members of an organization work, for finding who looks at records outside of it. An organization without a row works at any hour.';
comment on column working_hours.hours is 'Spans of days and local times, as a place would write them on its door.';
