import type pg from 'pg'
import { accountRows } from './account-rows.ts'
import { agreementRows } from './agreement-rows.ts'
import { auditRows } from './audit-rows.ts'
import { breachRows } from './breach-rows.ts'
import { cardRows } from './card-rows.ts'
import { caseRows } from './case-rows.ts'
import { chargeRows } from './charge-rows.ts'
import { consentRows, signedReleases } from './consent-rows.ts'
import { diversionRows } from './diversion-rows.ts'
import { emergencyRows } from './emergency-rows.ts'
import { hsdsRows } from './hsds-rows.ts'
import { identityRows } from './identity-rows.ts'
import { importRows } from './import-rows.ts'
import { invitationRows } from './invitation-rows.ts'
import { libraryRows } from './library-rows.ts'
import { litterRows } from './litter-rows.ts'
import { myRecordRows } from './my-record-rows.ts'
import { listings, networkRows } from './network-rows.ts'
import { pathwayRows } from './pathway-rows.ts'
import { placeProvider } from './people.ts'
import { privacyRows } from './privacy-rows.ts'
import { profileRows } from './profile-rows.ts'
import { referralRows } from './referral-rows.ts'
import { registerRows } from './register-rows.ts'
import { keyOf, type Row, row } from './row.ts'
import { scenarios } from './scenarios.ts'
import { signOnRows } from './sign-on-rows.ts'
import { signingRows } from './signing-rows.ts'
import { supplyRows } from './supply-rows.ts'
import { trainingRows } from './training-rows.ts'
import { visitRows } from './visit-rows.ts'

const written: readonly Row[] = [
  ...identityRows,
  ...accountRows,
  ...invitationRows,
  ...signOnRows,
  ...agreementRows,
  ...registerRows,
  ...networkRows,
  ...profileRows,
  ...cardRows,
  ...libraryRows,
  ...hsdsRows,
  ...importRows,
  ...consentRows,
  ...chargeRows,
  ...emergencyRows,
  ...referralRows(placeProvider.id),
  ...pathwayRows,
  ...supplyRows,
  ...litterRows,
  ...visitRows,
  ...caseRows,
  ...diversionRows,
  ...signingRows,
  ...myRecordRows,
  ...privacyRows,
  ...breachRows,
  ...trainingRows,
  ...auditRows(scenarios[0]?.answerLink.id as string),
]

/** Fills an empty database with the world, as its superuser, and gives every row of it, those of triggers too. */
export const loadWorld = async (admin: pg.ClientBase): Promise<readonly Row[]> => {
  const columns = await columnsWithJson(admin)
  for (const { table, values, exists } of inOrder(written)) {
    if (!exists) continue
    const names = Object.keys(values)
    await admin.query(
      `insert into ${table} (${names}) values (${names.map((_, index) => `$${index + 1}`)})`,
      names.map((name) => (columns.has(`${table}.${name}`) ? JSON.stringify(values[name]) : values[name])),
    )
  }
  await admin.query(`update release set status = 'active' where id = any($1)`, [signedReleases])
  return [...written, ...(await readDerived(admin))]
}

/** Parents first. */
const ORDER = [
  'jurisdiction',
  'organization',
  'member',
  'provider',
  'site',
  'service',
  'directory_import',
  'person',
  'referral',
  'pathway',
  'pathway_version',
  'referral_pathway',
  'pathway_decision',
  'diversion',
  'work_group_meeting',
  'supply_lot',
  'supply_holder',
  'supply_event',
  'angel_roster',
  'visit',
  'visit_call',
  'visit_person',
  'release',
  'break_glass',
  'breach',
  'agreement',
  'agreement_party',
  'agreement_document',
  'training_session',
  'training_attempt',
]
const inOrder = (rows: readonly Row[]): Row[] => {
  const rank = ({ table }: Row) => (ORDER.includes(table) ? ORDER.indexOf(table) : ORDER.length)
  // Disclosures name release lines.
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || Number(a.table === 'disclosure') - Number(b.table === 'disclosure'),
  )
}

const columnsWithJson = async (admin: pg.ClientBase): Promise<ReadonlySet<string>> => {
  const { rows } = await admin.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where data_type = 'jsonb'`,
  )
  return new Set(rows.map(({ name }) => name))
}

/** What the triggers wrote: the words of services, of which one stands for all, and records that wait for a seal. */
const readDerived = async (admin: pg.ClientBase): Promise<Row[]> => {
  const words = await admin.query(`select * from service_word where word = 'harbor' order by service_id`)
  const waiting = await admin.query('select * from audit_waiting')
  const balances = await admin.query('select * from supply_balance')
  const changes = await admin.query('select record_id, kind from library_change order by seq limit 1')
  return [
    ...words.rows.map((values) => {
      const service = networkRows.find(({ key }) => key === values.service_id) as Row
      const { owner } = listings.find((one) => one.service === values.service_id) as (typeof listings)[number]
      return row('service_word', values, {
        kind: service.kind,
        of: owner?.name ?? 'nobody',
        parties: service.parties,
      })
    }),
    ...balances.rows.map((values) =>
      row('supply_balance', values, {
        kind: 'running',
        parties: { organization: values.organization_id, county: values.jurisdiction_id },
      }),
    ),
    ...changes.rows.map((values) => row('library_change', values, { kind: 'change', parties: {} })),
    ...waiting.rows.map((values) =>
      row('audit_waiting', values, { kind: 'waiting', parties: { county: values.chain } }),
    ),
  ]
}

/** Each row as the database has it or would have it: what it fills in by itself is taken from another of the table. */
export const wholeValues = async (
  admin: pg.ClientBase,
  rows: readonly Row[],
): Promise<ReadonlyMap<Row, object>> => {
  const whole = new Map<Row, object>()
  for (const table of new Set(rows.map((one) => one.table))) {
    const found = await admin.query<{ values: Record<string, unknown> }>(
      `select to_jsonb(t) as values from ${table} t`,
    )
    const byKey = new Map(found.rows.map(({ values }) => [keyOf(table, values), values]))
    const example = found.rows[0]?.values
    for (const one of rows.filter((candidate) => candidate.table === table))
      whole.set(one, one.exists ? { ...byKey.get(one.key) } : { ...example, ...one.values })
  }
  return whole
}
