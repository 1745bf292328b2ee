import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type Alike, type AlikeReason, selectAlike } from './alike.store.ts'
import { checkWork } from './check-work.ts'
import { readerFor } from './import-formats.ts'
import type { NewRecord } from './new-record.ts'
import { type ReadRow, UnreadableFile } from './read-row.ts'
import type { Rights, Visibility, Work } from './record.ts'
import { upsertRecords } from './records.store.ts'

export type ImportChoices = {
  /** What happens when a row is wrong: nothing is written at all, or the others are. */
  readonly onTrouble: 'nothing' | 'go-on'
  /** What becomes of a work that the library has: the record stays, it takes what the row says, or there are two. */
  readonly onAlike: 'skip' | 'update' | 'both'
  /** Look only: everything is read and compared, nothing is written. */
  readonly checkOnly?: boolean | undefined
  readonly visibility: Visibility
  /** Whose words the abstracts are, where the file does not say. */
  readonly rights: Rights
}

export type RowFinding = { readonly line: number; readonly field: string | null; readonly says: string }
export type AlikeFinding = {
  readonly line: number
  readonly title: string
  readonly id: string | null
  readonly reason: AlikeReason
}

export type ImportReport = {
  readonly read: number
  readonly added: number
  readonly changed: number
  /** Works that the library has, or the file brings twice, as far as they were left out. */
  readonly skipped: number
  readonly troubled: number
  /** The first of each, for whoever brought the file. */
  readonly findings: readonly RowFinding[]
  readonly alike: readonly AlikeFinding[]
  readonly written: boolean
}

export type ImportFile = {
  readonly name: string
  /** Opens the file from its beginning: where all or nothing is written, it is read twice. */
  readonly open: () => Readable
}

const BATCH = 1000
const MOST_TOLD = 200
const BYTES_OF_A_KEY = 32

type Row = { readonly line: number; readonly work: Work }
type Tally = { -readonly [Name in keyof ImportReport]: ImportReport[Name] } & {
  findings: RowFinding[]
  alike: AlikeFinding[]
}

const newTally = (): Tally => ({
  ...{ read: 0, added: 0, changed: 0, skipped: 0, troubled: 0, findings: [], alike: [], written: false },
})

const tell = <Finding>(list: Finding[], findings: readonly Finding[]): void => {
  list.push(...findings.slice(0, Math.max(0, MOST_TOLD - list.length)))
}

/** What names a work within one file, so that a file which says it twice does not make it two. */
const keysOf = ({ doi, ncjNumber, title, publishedOn }: Work): string[] => [
  ...(doi ? [`doi ${doi}`] : []),
  ...(ncjNumber ? [`ncj ${ncjNumber}`] : []),
  `title ${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')} ${publishedOn?.slice(0, 4) ?? ''} ${doi ?? ncjNumber ?? ''}`,
]

const fileKey = (work: Work): string =>
  createHash('sha256').update(JSON.stringify(work)).digest('hex').slice(0, BYTES_OF_A_KEY)

/** Puts rows of a file into batches, taking note of what is wrong with them. */
async function* batchesOf(
  rows: AsyncIterable<ReadRow>,
  rights: Rights,
  tally: Tally,
): AsyncGenerator<readonly Row[]> {
  const seen = new Set<string>()
  let batch: Row[] = []
  for await (const row of rows) {
    tally.read += 1
    if ('trouble' in row) {
      tally.troubled += 1
      tell(tally.findings, [{ line: row.line, field: null, says: row.trouble }])
      continue
    }
    const { work, faults } = checkWork({ ...row.work, rights: row.work.rights ?? rights })
    const wrong = Object.entries(faults)
    if (wrong.length > 0) {
      tally.troubled += 1
      tell(
        tally.findings,
        wrong.map(([field, says]) => ({ line: row.line, field, says })),
      )
      continue
    }
    const keys = keysOf(work)
    if (keys.some((key) => seen.has(key))) {
      tally.skipped += 1
      const reason = work.doi ? 'doi' : work.ncjNumber ? 'ncj-number' : 'title-and-year'
      tell(tally.alike, [{ line: row.line, title: work.title, id: null, reason }])
      continue
    }
    for (const key of keys) seen.add(key)
    batch.push({ line: row.line, work })
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const isOwn = (actor: Actor, alike: Alike): boolean =>
  alike.jurisdictionId === (actor.kind === 'member' ? actor.jurisdictionId : null)

const writeBatch = async (
  tx: Tx,
  rows: readonly Row[],
  choices: ImportChoices,
  tally: Tally,
): Promise<void> => {
  const { actor } = tx
  const jurisdictionId = actor.kind === 'member' ? actor.jurisdictionId : null
  const found = await selectAlike(
    tx,
    rows.map(({ work }) => work),
  )
  const alikeOf = new Map(found.map((alike) => [alike.index, alike]))
  const records: NewRecord[] = []
  const taken = new Set<string>()
  for (const [index, { line, work }] of rows.entries()) {
    const alike = alikeOf.get(index)
    if (alike) tell(tally.alike, [{ line, title: work.title, id: alike.id, reason: alike.reason }])
    // What ships to all is not a county's to change.
    const mayTake = alike && choices.onAlike === 'update' && isOwn(actor, alike) && !taken.has(alike.id)
    const takes = mayTake ? alike : undefined
    if (takes) taken.add(takes.id)
    if (alike && !takes && choices.onAlike !== 'both') {
      tally.skipped += 1
      continue
    }
    const key = fileKey(work)
    records.push({
      ...work,
      id: takes?.id ?? derivedId<'library-record'>('library-record', `file ${jurisdictionId ?? ''} ${key}`),
      ...{ jurisdictionId, visibility: choices.visibility },
      ...{ source: takes?.source ?? 'file', sourceKey: takes?.sourceKey ?? key },
    })
  }
  if (choices.checkOnly || records.length === 0) return
  const { added, changed } = await upsertRecords(tx, records)
  tally.added += added
  tally.changed += changed
  tally.skipped += records.length - added - changed
}

const note = (tx: Tx, { read, added, changed }: Tally, name: string): Promise<unknown> =>
  record(tx, {
    ...{ action: 'library.import', subjectKind: 'library', subjectIds: [], outcome: 'done' },
    detail: { read, added, changed, ending: name.split('.').at(-1) ?? '' },
  })

class Undone extends Error {}

/**
 * Brings records out of a file. It is read a record at a time, however long; a row that is wrong is told with its line.
 * Running it again changes nothing: what the library has is found by DOI, NCJ number, or title and year.
 *
 * @returns what was found and written; `written` is false where it was only looked at, or refused because of a row
 */
export const importRecords = async (
  actor: Actor,
  asActor: AsActor,
  file: ImportFile,
  choices: ImportChoices,
  onProgress: (read: number) => void = () => {},
): Promise<ImportReport | Refusal<'unknown-format' | 'unreadable'>> => {
  const reader = readerFor(file.name)
  if (!reader) return { refused: 'unknown-format' }
  const rows = () => reader(file.open())
  try {
    if (choices.onTrouble === 'go-on' || choices.checkOnly) {
      const tally = newTally()
      for await (const batch of batchesOf(rows(), choices.rights, tally)) {
        // Run again after a lost connection, a batch must not be counted twice.
        const before = { ...tally, alike: [...tally.alike] }
        await asActor(actor, async (tx) => {
          Object.assign(tally, before, { alike: [...before.alike] })
          await writeBatch(tx, batch, choices, tally)
        })
        onProgress(tally.read)
      }
      tally.written = !choices.checkOnly
      if (tally.written) await asActor(actor, (tx) => note(tx, tally, file.name))
      return tally
    }
    return await asActor(actor, async (tx) => {
      const tally = newTally()
      for await (const batch of batchesOf(rows(), choices.rights, tally)) {
        await writeBatch(tx, batch, choices, tally)
        onProgress(tally.read)
      }
      if (tally.troubled > 0) throw Object.assign(new Undone(), { tally })
      tally.written = true
      await note(tx, tally, file.name)
      return tally
    })
  } catch (fault) {
    if (fault instanceof Undone) {
      const { tally } = fault as Undone & { tally: Tally }
      return { ...tally, added: 0, changed: 0 }
    }
    if (fault instanceof UnreadableFile) return { refused: 'unreadable', fields: { file: fault.message } }
    throw fault
  }
}
