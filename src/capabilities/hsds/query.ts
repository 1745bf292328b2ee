import type { Coordinates } from '#kernel/geo.ts'
import { isId } from '#kernel/ids.ts'
import { findZip } from '#kernel/zip.ts'

/** What can be asked of every list; what is left out narrows nothing. All that is said has to hold (AND). */
export type HsdsQuery = {
  readonly search?: string
  readonly taxonomyTermId?: string
  readonly taxonomyId?: string
  readonly organizationId?: string
  readonly modifiedAfter?: Date
  readonly parentId?: string
  readonly topOnly: boolean
  readonly postcode?: string
  /** Around the middle of the ZIP code, in meters. */
  readonly near?: Coordinates & { readonly meters: number }
  readonly full: boolean
  readonly fullService: boolean
  readonly minimal: boolean
  readonly format: 'json' | 'ndjson'
  readonly page: number
  readonly perPage: number
}

const PER_PAGE = 50
export const MOST_PER_PAGE = 500

/** The parameters that a list knows, beside those that every list knows. */
export type Filter =
  | 'taxonomy_term_id'
  | 'taxonomy_id'
  | 'organization_id'
  | 'modified_after'
  | 'minimal'
  | 'full'
  | 'full_service'
  | 'postcode'
  | 'proximity'
  | 'parent_id'
  | 'top_only'
export const EVERYWHERE = ['search', 'page', 'per_page', 'format'] as const

/** Reads what somebody asks for, or says of each parameter what is wrong with it. */
export const readQuery = (
  said: Readonly<Record<string, unknown>>,
  filters: readonly Filter[],
): HsdsQuery | { readonly fields: Record<string, string> } => {
  const fields: Record<string, string> = {}
  const known: readonly string[] = [...EVERYWHERE, ...filters]
  const text = (name: string): string | undefined => {
    const value = said[name]
    if (value === undefined || value === null || value === '') return undefined
    if (!['string', 'number', 'boolean'].includes(typeof value)) fields[name] = 'Give one value.'
    // PostgreSQL takes neither, and nobody is called so.
    else if (/[\0\p{Cs}]/u.test(String(value))) fields[name] = 'Give plain text.'
    return String(value)
  }
  for (const name of Object.keys(said))
    if (!known.includes(name)) fields[name] = 'This list has no such parameter.'
  const uuid = (name: string) => {
    const value = text(name)
    if (value !== undefined && !isId(value)) fields[name] = 'Give a UUID.'
    return value
  }
  const flag = (name: string): boolean => {
    const value = text(name)
    if (value !== undefined && value !== 'true' && value !== 'false') fields[name] = 'Give true or false.'
    return value === 'true'
  }
  const whole = (name: string, otherwise: number, most: number): number => {
    const value = text(name) ?? String(otherwise)
    if (!/^\d{1,9}$/.test(value) || Number(value) < 1 || Number(value) > most)
      fields[name] = `Give a whole number from 1 to ${most}.`
    return Number(value)
  }
  const format = text('format') ?? 'json'
  if (format !== 'json' && format !== 'ndjson') fields.format = 'Give json or ndjson.'
  const modified = text('modified_after')
  if (modified !== undefined && (!/^\d{4}-\d\d-\d\d/.test(modified) || Number.isNaN(Date.parse(modified))))
    fields.modified_after = 'Give a time like 2026-11-24T08:30:00Z.'
  const search = text('search')
  if (search !== undefined && search.length > 200) fields.search = 'Give at most 200 characters.'
  const postcode = text('postcode')
  if (postcode !== undefined && !/^[A-Za-z0-9][A-Za-z0-9 -]{2,9}$/.test(postcode))
    fields.postcode = 'Give a postcode like 04609.'
  const proximity = text('proximity')
  const middle = postcode === undefined ? undefined : findZip(postcode.slice(0, 5))
  if (proximity !== undefined && !/^\d{1,8}(\.\d+)?$/.test(proximity))
    fields.proximity = 'Give a number of meters.'
  if (proximity !== undefined && postcode === undefined) fields.proximity = 'Give a postcode with it.'
  else if (proximity !== undefined && !middle) fields.postcode = 'This is not a ZIP code that is known.'
  const query = {
    search,
    taxonomyTermId: uuid('taxonomy_term_id'),
    taxonomyId: uuid('taxonomy_id'),
    organizationId: uuid('organization_id'),
    parentId: uuid('parent_id'),
    modifiedAfter: modified === undefined ? undefined : new Date(modified),
    postcode: proximity === undefined ? postcode : undefined,
    near: middle && proximity !== undefined ? { ...middle, meters: Number(proximity) } : undefined,
    topOnly: flag('top_only'),
    full: flag('full'),
    fullService: flag('full_service'),
    minimal: flag('minimal'),
    format: format as HsdsQuery['format'],
    page: whole('page', 1, 1_000_000),
    perPage: whole('per_page', PER_PAGE, MOST_PER_PAGE),
  }
  if (Object.keys(fields).length > 0) return { fields }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as HsdsQuery
}
