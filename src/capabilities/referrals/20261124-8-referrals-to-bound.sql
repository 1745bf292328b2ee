-- No new referral goes to a Part 2 program without its agreement with whoever runs this (P2-004).

create policy referral_to_bound on referral as restrictive for insert to causeway_app
  with check (organization_may_receive(to_organization_id));
comment on policy referral_to_bound on referral is
  'A Part 2 program receives nothing without its qualified service organization agreement (P2-004).';
