import { findZip } from '#kernel/zip.ts'
import type { Mapping } from './guess-columns.ts'
import type { TableFacts } from './import.store.ts'
import type { TableRow } from './import-rows.ts'
import { type RawPlace, readPlace } from './listed-place.ts'
import type { TableLine } from './read-table.ts'
import type { TableField } from './table-field.ts'
import { type FieldName, TABLE_FIELDS } from './table-fields.ts'

/** Something about a row of a table. */
export type RowFinding = {
  readonly line: number
  /** skipped: the row is left out. blank: one cell is, and the fact stays unknown. noted: nothing is lost. */
  readonly kind: 'skipped' | 'blank' | 'noted'
  readonly place: string
  /** The field of ours that it is about. */
  readonly field?: FieldName
  readonly says: string
}

const EMPTY: RawPlace = {
  name1: '',
  name2: '',
  street1: '',
  street2: '',
  city: '',
  state: '',
  zip: '',
  zip4: '',
  county: '',
  latitude: '',
  longitude: '',
}

/** Says what a row means by a mapping, and what in it cannot be understood. Without a name, a town or a ZIP code a row is left out. */
export const readTableRow = (
  { line, cells }: TableLine,
  mapping: Mapping,
): { readonly row?: TableRow; readonly findings: readonly RowFinding[] } => {
  const raw: { -readonly [Part in keyof RawPlace]: string } = { ...EMPTY }
  const facts: Partial<TableFacts> = {}
  const doubts: Omit<RowFinding, 'line' | 'place'>[] = []
  let serviceName: string | undefined
  for (const [column, name] of Object.entries(mapping)) {
    const text = cells[Number(column)]?.trim() ?? ''
    const field: TableField = TABLE_FIELDS[name]
    if (name === 'service') serviceName = text
    else if (field.place) raw[field.place] = text
    else if (text && field.read) {
      const reading = field.read(text)
      if ('says' in reading) doubts.push({ kind: 'blank', field: name, says: reading.says })
      else Object.assign(facts, reading.value)
    }
  }
  const where = withZip(raw)
  const placed = where.latitude === '' && where.longitude === '' ? atZip(where) : where
  const { place, findings } = readPlace(placed, line)
  const called = where.name2 ? `${where.name1}, ${where.name2}` : where.name1
  if (!place)
    return {
      findings: findings.map(({ detail }) => ({ line, kind: 'skipped', place: called, says: detail })),
    }
  const wrong = odd(facts, serviceName)
  if (wrong) return { findings: [{ line, kind: 'skipped', place: called, says: wrong }] }
  if (placed !== where)
    doubts.push({ kind: 'noted', says: `No coordinates: placed in the middle of ZIP code ${place.zip}.` })
  const noted = findings.map(({ detail }) => ({ kind: 'noted' as const, says: detail }))
  return {
    row: { place, facts, ...(serviceName ? { serviceName } : {}) },
    findings: [...doubts, ...noted].map((doubt) => ({ line, place: called, ...doubt })),
  }
}

/** "04401-1234" is both parts. */
const withZip = (raw: RawPlace): RawPlace => {
  const [, zip = raw.zip, zip4 = raw.zip4] = /^(\d{5})-?(\d{4})$/.exec(raw.zip) ?? []
  return { ...raw, zip, zip4 }
}

const atZip = (raw: RawPlace): RawPlace => {
  const home = findZip(raw.zip.padStart(5, '0'))
  return home ? { ...raw, latitude: home.latitude.toFixed(5), longitude: home.longitude.toFixed(5) } : raw
}

const LONGEST = 300

const odd = (facts: Partial<TableFacts>, serviceName: string | undefined): string | undefined => {
  const texts = [serviceName, ...Object.values(facts).flat()].filter((one) => typeof one === 'string')
  if (texts.some((text) => text.length > LONGEST || /[\p{Cc}\p{Cs}]/u.test(text)))
    return 'A cell is too long or holds characters that are not text.'
  if (facts.minAge != null && facts.maxAge != null && facts.minAge > facts.maxAge)
    return 'Its youngest age is above its oldest.'
  if (
    facts.minHoursSinceUse != null &&
    facts.maxHoursSinceUse != null &&
    facts.minHoursSinceUse > facts.maxHoursSinceUse
  )
    return 'Its least hours since last use are above its most.'
  return undefined
}
