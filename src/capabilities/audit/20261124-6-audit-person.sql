-- A person's own code is held up like a link or a token.

comment on column audit_record.holding_id is 'The signed link, API token or person''s code that was held.';
