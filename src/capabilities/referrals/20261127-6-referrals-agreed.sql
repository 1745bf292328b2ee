-- No new referral goes where an agreement that it needs is missing: what the law asks (P2-004), and what the county does.

alter policy referral_to_bound on referral
  with check (not exists (select from missing_agreements(from_organization_id, to_organization_id)));
comment on policy referral_to_bound on referral is
  'Nothing is referred where an agreement is missing: a Part 2 program needs its service agreement (P2-004), and two organizations what their county asks for between them.';
