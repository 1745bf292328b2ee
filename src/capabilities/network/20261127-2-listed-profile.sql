-- The profile of a service leaves by the exchange too.

create or replace view listed_service with (security_invoker = true) as
  select s.offering_id, s.id as service_at_location_id, s.provider_id, s.site_id,
    s.name, s.kind, s.status, s.needs, s.medicines, s.payers, s.fees, s.ages, s.genders, s.languages, s.settings,
    s.phone, s.intake_phones, s.hotline, s.website, s.hours, s.verified_on::text as verified_on, s.position, s.words,
    s.source, s.shown_to, s.updated_at,
    s.asam_levels, s.asam_edition, s.moud, s.min_age, s.max_age, s.pregnant, s.with_children, s.pets, s.needs_id,
    s.needs_insurance_card, s.needs_clearance, s.min_hours_since_use, s.max_hours_since_use, s.step_free, s.exclusions,
    s.intake_hours, s.after_hours_phone, s.after_hours_who, s.walk_in, s.police_drop_off, s.offers_transport,
    s.transport_miles, s.legal_flags, s.holidays
  from service s;
