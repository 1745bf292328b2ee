-- An act may say what kept it from being done: disclosure.blocked.revoked.

alter table audit_record
  drop constraint audit_record_action_check,
  add constraint audit_record_action_check check (action ~ '^[a-z-]+(\.[a-z-]+){1,2}$');
