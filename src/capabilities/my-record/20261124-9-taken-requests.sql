-- Who of the privacy office has a request in hand.

alter table privacy_request
  add column taken_at timestamptz,
  add column taken_by_member_id uuid references member (id),
  add constraint privacy_request_taken_check check ((taken_at is null) = (taken_by_member_id is null));
comment on column privacy_request.taken_by_member_id is
  'Who of the privacy office has it in hand: whoever took it, put it off or answered it last.';
grant update (taken_at, taken_by_member_id) on privacy_request to causeway_app;

alter policy privacy_request_answer on privacy_request
  with check ((answered_by_member_id is null or answered_by_member_id = actor_member_id())
    and (taken_by_member_id is null or taken_by_member_id = actor_member_id()));
comment on policy privacy_request_answer on privacy_request is
  'The privacy officer takes it and answers it, once, in their own name.';
