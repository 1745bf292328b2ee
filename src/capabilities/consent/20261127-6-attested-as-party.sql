-- The same words as actor_has_attested, which asks for every agreement of which the organization is a party.

alter policy release_line_attested on release_line
  using ((
    select not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice)
      or exists (
        select from agreement accepted join agreement_party party on party.agreement_id = accepted.id
        where party.organization_id = actor_organization_id() and accepted.kind = 'golden-rule'
          and agreement_in_force(accepted)
          and (actor_kind() <> 'member' or exists (
            select from attestation given
            where given.member_id = actor_member_id() and given.text_version = accepted.text_version
              and given.attested_at > now() - interval '1 year')))));
