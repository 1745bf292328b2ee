-- Who signs under 18 is asked where people sign; consent judges by it.

comment on table minors_rule is
  'The county has a rule by which somebody under 18 may sign, alone or with a parent (42 CFR 2.14, which leaves it to the state). Without a row nobody under 18 can (P2-018).';
