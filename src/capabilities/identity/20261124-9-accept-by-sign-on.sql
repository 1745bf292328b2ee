-- Whoever is invited by an organization with a sign-in of its own can accept by signing in there.

create policy sign_on_link_accept on sign_on_link for insert to causeway_app
  with check (actor_kind() = 'visitor' and exists (
    select from invitation i join identity_provider p on p.organization_id = i.organization_id
    where i.id::text = actor_claim() and is_open(i) and i.member_id = sign_on_link.member_id
      and p.issuer = sign_on_link.issuer));
comment on policy sign_on_link_accept on sign_on_link is
  'Accepting an invitation at the organization''s own provider connects the account there, and no other.';
