-- What the law and the county ask before anything flows is asked of every agreement of which an organization is a party.

create or replace function actor_has_attested() returns boolean language plpgsql stable parallel safe as $$
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
$$;

create or replace function organization_may_receive(organization uuid) returns boolean
  language plpgsql stable parallel safe as $$
begin
  return not exists (select from organization o where o.id = organization and o.is_part2_program)
    or exists (
      select from agreement accepted join agreement_party party on party.agreement_id = accepted.id
      where party.organization_id = organization and accepted.kind = 'qsoa' and agreement_in_force(accepted));
end
$$;

create function missing_agreements(from_organization uuid, to_organization uuid) returns setof text
  language plpgsql stable parallel safe as $$
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
$$;
comment on function missing_agreements(uuid, uuid) is
  'Which kinds of agreement a referral from one organization to another lacks: the service agreement of a Part 2 program with whoever runs this (P2-004), and what the county asks for between the two. None: it may go.';

create or replace function organization_is_open_here(organization uuid) returns boolean
  language sql stable
  return exists (select from organization o
    where o.id = organization_is_open_here.organization and o.jurisdiction_id = actor_jurisdiction_id()
      and o.closed_at is null)
    and not exists (select from missing_agreements(actor_organization_id(), organization_is_open_here.organization));
comment on function organization_is_open_here(uuid) is
  'Whether the actor can refer to an organization: one of their county that takes part, and with which no agreement is missing.';
