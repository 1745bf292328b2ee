/** A row of the world, with what the model and the matrix have to know of it. */
export type Row = {
  readonly table: string
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
  /** What kind of row it is among those of its table, and of what: “accepted” of “yes by link”. */
  readonly kind: string
  readonly of: string
  /** Whose it is, as far as somebody's. */
  readonly parties: Parties
  /** False: nobody has written it, but somebody could try. */
  readonly exists: boolean
}

export type Parties = {
  readonly member?: string | null
  readonly organization?: string | null
  readonly sender?: string
  readonly receiver?: string
  readonly recipient?: string
  readonly county?: string | null
}

/** What names a row of a table in the tests; `id` unless listed here. Moments are left out: they differ in each run. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  credential: ['member_id'],
  session: ['token_hash'],
  sign_on_attempt: ['key_hash'],
  person_session: ['token_hash'],
  parked_form: ['key_hash'],
  sign_in_guard: ['member_id'],
  use_notice: ['jurisdiction_id', 'version'],
  recovery_code: ['member_id', 'code_hash'],
  referral_identity: ['referral_id'],
  referral_answer: ['referral_id'],
  referral_pathway: ['referral_id'],
  visit_person: ['visit_id'],
  visit_intake: ['visit_id'],
  angel_roster: ['member_id'],
  case_identity: ['case_id'],
  diversion: ['referral_id'],
  pathway_draft: ['pathway_id', 'revision'],
  site_listing: ['match_key'],
  service_word: ['word', 'service_id'],
  place: ['jurisdiction_id', 'name'],
  hsds_record: ['kind', 'id'],
  library_change: ['record_id'],
  import_part: ['import_id', 'number'],
  import_finding: ['import_id', 'number'],
  import_alike: ['import_id', 'row'],
  import_row: ['import_id', 'part', 'id'],
  hsds_link: ['parent', 'parent_kind', 'kind', 'id'],
  agreement_party: ['agreement_id', 'organization_id'],
  agreement_reminder: ['agreement_id', 'days'],
  agreement_requirement: ['jurisdiction_id', 'from_kind', 'to_kind', 'kind'],
  minors_rule: ['jurisdiction_id'],
  working_hours: ['organization_id'],
  records_in_week: ['jurisdiction_id', 'week', 'member_id', 'organization_id'],
  breach_person: ['breach_id', 'person_id'],
  access_watch: ['jurisdiction_id'],
  unusual_access: ['jurisdiction_id', 'rule', 'member_id', 'about'],
  supply_balance: ['holder_id', 'lot_id'],
  expiry_alert: ['organization_id', 'lot_id', 'days'],
  training_setting: ['organization_id'],
  training_progress: ['member_id', 'course'],
  training_attendance: ['session_id', 'member_id'],
  audit_waiting: ['record_id'],
  audit_seal: ['chain', 'number'],
  audit_checkpoint: ['chain', 'seal_number'],
}

export const keyColumns = (table: string): readonly string[] => KEYS[table] ?? ['id']

export const keyOf = (table: string, values: Readonly<Record<string, unknown>>): string =>
  keyColumns(table)
    .map((column) => String(values[column]))
    .join('|')

export const row = (
  table: string,
  values: Readonly<Record<string, unknown>>,
  facts: { kind: string; of?: string; parties: Parties; exists?: boolean },
): Row => ({
  table,
  key: keyOf(table, values),
  values,
  kind: facts.kind,
  of: facts.of ?? '',
  parties: facts.parties,
  exists: facts.exists ?? true,
})

const DAY_MS = 86_400_000

/** So many days from now; before now if negative. */
export const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS)
