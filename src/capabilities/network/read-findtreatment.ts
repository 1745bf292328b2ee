import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { isRefusal } from '#kernel/refusal.ts'
import { type CodedFacts, isStorable, readCodes, serviceCodes } from './findtreatment-codes.ts'
import { type Finding, type ListRefusal, printable, refuseIfTooBad } from './import-report.ts'
import { type ListedPlace, type RawPlace, readPlace } from './listed-place.ts'
import { siteKey } from './match-key.ts'

/** One row of FindTreatment.gov's answer. */
export type Facility = {
  readonly place: ListedPlace
  /** The listing's own id; absent in answers of older versions. */
  readonly findtreatmentId: string | undefined
  readonly facts: CodedFacts
  readonly phone: string | null
  readonly intakePhones: readonly string[]
  readonly hotline: string | null
  readonly website: string | null
  /** As they came, so that nothing is lost that we do not use yet. */
  readonly codes: unknown
}

export type FindtreatmentList = {
  readonly read: number
  readonly facilities: readonly Facility[]
  readonly findings: readonly Finding[]
  /** An answer comes in pages; this is the one that the file holds. */
  readonly page: number | undefined
  readonly totalPages: number | undefined
}

/** Twice what all 23,000 rows with their codes take. */
const LARGEST_FILE = 160_000_000

const answer = z.object({
  page: z.number().optional(),
  totalPages: z.number().optional(),
  rows: z.array(z.unknown()),
})

/** Nothing that a person reads or dials is longer. */
const LONGEST_TEXT = 500

const text = z
  .union([z.string(), z.number().transform(String), z.null().transform(() => '')])
  .default('')
  .transform((value) => value.trim())
  .refine((value) => value.length <= LONGEST_TEXT && isStorable(value))

const row = z.looseObject({
  frid: text,
  name1: text,
  name2: text,
  street1: text,
  street2: text,
  city: text,
  state: text,
  zip: text,
  phone: text,
  typeFacility: text,
  intake1: text,
  intake2: text,
  hotline1: text,
  website: text,
  latitude: text,
  longitude: text,
  services: serviceCodes.default([]),
})

/**
 * Reads a file that holds one answer of FindTreatment.gov's locator. Writes nothing.
 *
 * @param onBytes told how many bytes were read since the last call
 * @returns its facilities, or why it is not such an answer
 * @throws when the file does not exist or may not be read
 */
export const readFindtreatment = async (
  path: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<FindtreatmentList | ListRefusal> => {
  if ((await stat(path)).isDirectory()) return refuse('unreadable', 'This is a folder, not a file.')
  const content = await readText(path, onBytes)
  if (isRefusal(content)) return content
  const parsed = answer.safeParse(parseJson(content))
  if (!parsed.success)
    return refuse(
      'wrong-shape',
      `This is not an answer of FindTreatment.gov.\n  expected  {"page": 1, "totalPages": …, "recordCount": …, "rows": [ … ]}\n  found     ${printable(content.slice(0, 80)) || 'nothing'}`,
    )
  const { page, totalPages, rows } = parsed.data
  if (rows.length === 0) return refuse('empty', 'The answer holds no rows.')
  const read = rows.map((one, index) => readRow(one, index + 1))
  const unusable = refuseIfTooBad(
    rows.length,
    read.flatMap(({ findings }) => findings),
  )
  if (unusable) return unusable
  const { facilities, findings } = withoutRepeats(read.flatMap(({ facility }) => facility ?? []))
  return {
    read: rows.length,
    facilities,
    findings: [...read.flatMap((one) => one.findings), ...findings],
    page,
    totalPages,
  }
}

const readText = async (path: string, onBytes: (bytes: number) => void): Promise<string | ListRefusal> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const pieces: string[] = []
  let size = 0
  let isBlank = true
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length
    onBytes(chunk.length)
    if (size > LARGEST_FILE)
      return refuse('too-long', 'The file is larger than all answers of FindTreatment.gov together.')
    try {
      pieces.push(decoder.decode(chunk, { stream: true }))
    } catch {
      return refuse('not-text', 'The file is not a text in UTF-8.')
    }
    if (!isBlank) continue
    // Whatever does not begin as JSON is told at once, however long it is.
    const beginning = pieces.at(-1)?.trimStart() ?? ''
    if (beginning && !beginning.startsWith('{')) return beginning
    isBlank = beginning === ''
  }
  return pieces.join('')
}

const parseJson = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

const readRow = (one: unknown, line: number): { facility?: Facility; findings: readonly Finding[] } => {
  const parsed = row.safeParse(one)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.')
    const detail = field ? `Its ${field} cannot be read.` : 'It is not a facility.'
    return { findings: [{ line, kind: 'skipped', place: '', detail }] }
  }
  const { data } = parsed
  const { place, findings } = readPlace(rawPlace(data), line)
  if (!place) return { findings }
  const facility: Facility = {
    place,
    findtreatmentId: data.frid || undefined,
    facts: readCodes(data.typeFacility, data.services),
    phone: data.phone || null,
    intakePhones: [data.intake1, data.intake2].filter(Boolean),
    hotline: data.hotline1 || null,
    website: webAddress(data.website),
    codes: { typeFacility: data.typeFacility, services: data.services },
  }
  return { facility, findings }
}

const rawPlace = (data: z.infer<typeof row>): RawPlace => {
  const { name1, name2, street1, street2, city, state, latitude, longitude } = data
  const [, zip = data.zip, zip4 = ''] = /^(\d{5})-?(\d{4})$/.exec(data.zip) ?? []
  return { name1, name2, street1, street2, city, state, zip, zip4, county: '', latitude, longitude }
}

/** Only what a browser may open as a page: an address from outside becomes a link. */
const webAddress = (address: string): string | null => {
  if (!address) return null
  const url = URL.parse(/^[a-z]+:/i.test(address) ? address : `https://${address}`)
  return url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') ? url.href : null
}

/** A listing that comes twice is taken once; the findings tell exact copies from rows that differ. */
const withoutRepeats = (all: readonly Facility[]): { facilities: Facility[]; findings: Finding[] } => {
  const kept = new Map<string, Facility>()
  const findings: Finding[] = []
  for (const facility of all) {
    const key = facility.findtreatmentId ?? `${facility.facts.kind}|${siteKey(facility.place)}`
    const before = kept.get(key)
    if (!before) {
      kept.set(key, facility)
      continue
    }
    const { line, name1 } = facility.place
    const same = isDeepStrictEqual(
      { ...facility, place: { ...facility.place, line: before.place.line } },
      before,
    )
    findings.push(
      same
        ? { line, kind: 'duplicate', place: name1, detail: `The same as row ${before.place.line}.` }
        : {
            line,
            kind: 'merged',
            place: name1,
            detail: `Row ${before.place.line} is the same listing, and is kept.`,
          },
    )
  }
  return { facilities: [...kept.values()], findings }
}

const refuse = (refused: ListRefusal['refused'], explanation: string): ListRefusal => ({
  refused,
  explanation,
  findings: [],
})
