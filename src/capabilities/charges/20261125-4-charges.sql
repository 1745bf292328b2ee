-- Held charges are kept by themselves; releases stand on them.

comment on table held_charge is
  'A charge that a prosecutor or court holds on condition that the person takes part: officer intervention alone has one. Only with it is there a release under 42 CFR 2.35 (P2-040, P2-041), which ends when it is decided.';
