-- Every look at a line asks this, and a function with questions of its own starts anew for each statement. The same words
-- as actor_has_attested, which others go on asking.

alter policy release_line_attested on release_line
  using ((
    select not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice)
      or exists (
        select from agreement accepted
        where accepted.organization_id = actor_organization_id() and accepted.kind = 'golden-rule'
          and accepted.expires_at > now()
          and (actor_kind() <> 'member' or exists (
            select from attestation given
            where given.member_id = actor_member_id() and given.text_version = accepted.text_version
              and given.attested_at > now() - interval '1 year')))));
