-- No release opens anything to a member of police or courts who has not attested to the golden rule (LEAD-04). It stands
-- in front of whatever shows a line, and so of all that a line opens: each policy that asks for a live line, and each
-- function, reads this table with the rights of whoever asks.

create policy release_line_attested on release_line as restrictive for select to causeway_app
  using ((select actor_has_attested()));
comment on policy release_line_attested on release_line is
  'Police and courts see no line, and nothing that one opens, before they have attested to the golden rule (LEAD-04).';
