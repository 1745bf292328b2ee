-- Who sees and writes which part of a referral.

alter table referral enable row level security;
alter table referral force row level security;
create policy referral_send on referral for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people() and from_member_id is not distinct from actor_member_id());
create policy referral_own on referral for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people());
create policy referral_take_back on referral for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people() and withdrawn_at is null)
  with check (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people() and withdrawn_at is not null);
create policy referral_received on referral for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
    and actor_helps_people() and withdrawn_at is null
    and (referral_accepted(id) or (open_until > now() and not referral_answered(id))));
create policy referral_linked on referral for select to causeway_app
  using (actor_kind() = 'link' and id = actor_subject_id() and to_organization_id = actor_organization_id()
    and withdrawn_at is null
    and ((open_until > now() and referral_link_holds(id, 'answer') and not referral_answered(id))
      or (referral_accepted(id) and referral_link_holds(id, 'confirm-arrival'))));
create policy referral_work on referral for select to causeway_app
  using (actor_kind() = 'job' and actor_job() in ('announce-referral', 'clock-ran-out', 'expire-link'));
comment on policy referral_send on referral is 'Members send for their own organization.';
comment on policy referral_own on referral is 'An organization sees its own submission, always.';
comment on policy referral_take_back on referral is 'The sender can take a referral back, once and for good; nothing else of it changes.';
comment on policy referral_received on referral is 'The receiving place sees it from submitted to answered, and afterwards only if it accepted. After declining: nothing.';
comment on policy referral_linked on referral is 'A signed link shows what its one purpose needs, until it is used or expires.';
comment on policy referral_work on referral is 'Jobs announce referrals and watch their clocks.';

alter table referral_identity enable row level security;
alter table referral_identity force row level security;
create policy referral_identity_send on referral_identity for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people() and referral_sent(referral_id));
create policy referral_identity_own on referral_identity for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people());
create policy referral_identity_received on referral_identity for select to causeway_app
  using (shared and to_organization_id = actor_organization_id()
    and (actor_helps_people() or actor_kind() = 'link')
    and referral_seen(referral_id) and referral_accepted(referral_id));
comment on policy referral_identity_send on referral_identity is 'Members write for their own organization, of what it sent.';
comment on policy referral_identity_own on referral_identity is 'An organization sees what it entered itself.';
comment on policy referral_identity_received on referral_identity is
  'The receiving place learns who it is after it accepts, if the person agreed to be contacted.';

alter table referral_answer enable row level security;
alter table referral_answer force row level security;
create policy referral_answer_give on referral_answer for insert to causeway_app
  with check (to_organization_id = actor_organization_id() and jurisdiction_id = actor_jurisdiction_id()
    and member_id is not distinct from actor_member_id()
    and ((actor_helps_people() and link_id is null)
      or (actor_kind() = 'link' and referral_id = actor_subject_id() and link_id = actor_holding_id()
        and referral_link_holds(referral_id, 'answer')))
    and exists (select from referral r
      where r.id = referral_id and r.to_organization_id = actor_organization_id()));
create policy referral_answer_own on referral_answer for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
    and (actor_helps_people()
      or (actor_kind() = 'link' and referral_id = actor_subject_id() and referral_link_lasts(referral_id))));
create policy referral_answer_work on referral_answer for select to causeway_app
  using (actor_kind() = 'job' and actor_job() in ('announce-referral', 'clock-ran-out', 'expire-link'));
comment on policy referral_answer_give on referral_answer is 'Only the place that was asked answers, while the referral is open to it.';
comment on policy referral_answer_own on referral_answer is 'A place sees its own answers. The sender does not: even a bare yes belongs to the program (P2-002).';
comment on policy referral_answer_work on referral_answer is 'Jobs stop a clock that was answered.';

alter table handoff_step enable row level security;
alter table handoff_step force row level security;
create policy handoff_step_record on handoff_step for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and by_organization_id = actor_organization_id()
    and by_member_id is not distinct from actor_member_id()
    and by_link_id is not distinct from case when actor_kind() = 'link' then actor_holding_id() end
    and case
      when step in ('submitted', 'handed-over', 'withdrawn')
        then actor_helps_people() and from_organization_id = actor_organization_id() and referral_sent(referral_id)
      when step in ('accepted', 'declined', 'arrived')
        then to_organization_id = actor_organization_id() and referral_writes_for_place(referral_id)
      else false
    end);
create policy handoff_step_deliver on handoff_step for insert to causeway_app
  with check (actor_kind() = 'job' and actor_job() = 'announce-referral' and step = 'delivered'
    and by_organization_id is null);
create policy handoff_step_delivering on handoff_step for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'announce-referral' and step = 'delivered');
create policy handoff_step_own on handoff_step for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and by_organization_id = actor_organization_id()
    and (actor_helps_people()
      or (actor_kind() = 'link' and referral_id = actor_subject_id() and referral_link_lasts(referral_id))));
create policy handoff_step_delivered on handoff_step for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people() and step = 'delivered');
create policy handoff_step_received on handoff_step for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
    and step in ('submitted', 'delivered', 'handed-over')
    and referral_seen(referral_id));
create policy handoff_step_released on handoff_step for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and actor_helps_people() and by_organization_id = to_organization_id
    and (release_covers(person_id, to_organization_id, from_organization_id, 'handoff')
      or (step = 'arrived' and release_covers(person_id, to_organization_id, from_organization_id, 'contact-made'))));
comment on policy handoff_step_record on handoff_step is 'Sender and receiver each record their own steps, in their own name.';
comment on policy handoff_step_deliver on handoff_step is 'The system records that the message reached the intake desk.';
comment on policy handoff_step_delivering on handoff_step is
  'A delivery that is tried again finds the one before (on conflict reads the row).';
comment on policy handoff_step_own on handoff_step is 'An organization sees the steps that it took.';
comment on policy handoff_step_delivered on handoff_step is 'The sender knows that the system delivered it; that is no answer by the place.';
comment on policy handoff_step_received on handoff_step is 'The receiving place sees the sender''s steps while it may see the referral.';
comment on policy handoff_step_released on handoff_step is
  'The sender learns what the place did only through a live release that says so (requirements 1.5).';

alter table referral_link enable row level security;
alter table referral_link force row level security;
create policy referral_link_make on referral_link for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id()
    and case purpose
      when 'answer' then actor_helps_people() and exists (
        select from referral r where r.id = referral_id and r.from_organization_id = actor_organization_id()
          and r.to_organization_id = referral_link.to_organization_id)
      else to_organization_id = actor_organization_id() and referral_writes_for_place(referral_id)
    end);
create policy referral_link_open on referral_link for select to causeway_app
  using (actor_kind() = 'visitor' and id::text = actor_claim());
create policy referral_link_held on referral_link for select to causeway_app
  using (actor_kind() = 'link' and referral_id = actor_subject_id());
create policy referral_link_receiver on referral_link for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
    and actor_helps_people());
create policy referral_link_use on referral_link for update to causeway_app
  using (used_at is null and ((actor_kind() = 'link' and id = actor_holding_id())
    or (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
      and actor_helps_people())))
  with check (used_at is not null);
create policy referral_link_work on referral_link for select to causeway_app
  using (actor_kind() = 'job' and actor_job() in ('announce-referral', 'clock-ran-out', 'expire-link'));
comment on policy referral_link_make on referral_link is 'Sending makes the link to answer; accepting makes the link to confirm arrival.';
comment on policy referral_link_open on referral_link is 'Whoever holds up a link whose signature is right may learn what it is for.';
comment on policy referral_link_held on referral_link is 'The holder sees the links of the one referral.';
comment on policy referral_link_receiver on referral_link is 'Answering at the desk uses up the link.';
comment on policy referral_link_use on referral_link is 'A link is used once.';
comment on policy referral_link_work on referral_link is 'Jobs write links into messages and see when they end.';

alter table referral_draft enable row level security;
alter table referral_draft force row level security;
create policy referral_draft_own on referral_draft for all to causeway_app
  using (member_id = actor_member_id() and jurisdiction_id = actor_jurisdiction_id());
create policy referral_draft_old on referral_draft for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'drop-drafts' and expires_at < now());
create policy referral_draft_drop on referral_draft for delete to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'drop-drafts' and expires_at < now());
comment on policy referral_draft_own on referral_draft is 'A draft is its maker''s alone.';
comment on policy referral_draft_old on referral_draft is 'The job that drops old drafts finds them.';
comment on policy referral_draft_drop on referral_draft is 'Old drafts are dropped.';
