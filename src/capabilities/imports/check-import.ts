import { isRefusal } from '#kernel/refusal.ts'
import { type Alike, type Candidate, listingImports } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { forgetFindings, insertAlike, insertFindings } from './findings.store.ts'
import { followProgress } from './follow-progress.ts'
import type { DirectoryImport, Found, KeptFinding } from './import.ts'
import { readerOf, writerOf } from './import-actor.ts'
import { changeImport, listKnownIds } from './imports.store.ts'
import { type FileRefused, openFile } from './open-file.ts'
import { addressOf, type OpenedFile } from './opened-file.ts'
import { refuseImport } from './refuse-import.ts'

/**
 * Looks a file through and writes nothing of it into the directory: which rows can be used, what is wrong with the
 * others, and which may be places that the directory has.
 *
 * @returns why it cannot be imported at all, if so
 */
export const checkImport = async (
  asActor: AsActor,
  one: DirectoryImport,
  path: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Found | FileRefused> => {
  const actor = writerOf(one)
  await asActor(actor, (tx) => forgetFindings(tx, one.id))
  const opened = await openFile(one, path)
  if (isRefusal(opened)) return refuseImport(asActor, one, opened)
  const progress = followProgress(asActor, actor, one.id, opened.total)
  try {
    const found = await lookThrough(asActor, one, opened, (done) => {
      progress.tell(done)
      onProgress(done, opened.total)
    })
    await progress.end()
    if (found.usable === 0)
      return refuseImport(asActor, one, {
        refused: 'empty',
        explanation: 'Not one row of the file can be used.',
        findings: [],
      })
    await asActor(actor, (tx) =>
      changeImport(tx, one.id, ['checking'], { state: 'checked', found, done: 0, total: found.usable }),
    )
    return found
  } catch (fault) {
    await progress.end()
    if (fault instanceof listingImports.table.Unreadable)
      return refuseImport(asActor, one, { refused: fault.refused, explanation: fault.message, findings: [] })
    throw fault
  }
}

/** So many rows are compared in one statement: in a town where everything is close by each takes its time. */
const COMPARED = 200

const lookThrough = async (
  asActor: AsActor,
  one: DirectoryImport,
  opened: OpenedFile,
  onDone: (done: number) => void,
): Promise<Found> => {
  const counts = { usable: 0, skipped: 0, blank: 0, noted: 0, alike: 0 }
  const preview: Found['preview'][number][] = []
  let written = 0
  let columns: readonly string[] | undefined
  for await (const batch of opened.look()) {
    const fresh = await freshOf(asActor, one, opened, batch.candidates)
    const alike: Alike[] = []
    for (let from = 0; from < fresh.length; from += COMPARED)
      alike.push(
        ...(await asActor(readerOf(one), (tx) =>
          listingImports.findAlike(tx, fresh.slice(from, from + COMPARED)),
        )),
      )
    await asActor(writerOf(one), async (tx) => {
      await insertFindings(tx, one.id, written, batch.findings)
      await insertAlike(tx, one.id, questions(fresh, alike))
    })
    written += batch.findings.length
    counts.usable += batch.read
    counts.alike += alike.length
    count(counts, batch.findings)
    preview.push(...batch.preview)
    columns = batch.columns
    onDone(batch.done)
  }
  return {
    read: opened.read ?? counts.usable + counts.skipped,
    ...counts,
    preview,
    ...(columns ? { columns } : {}),
  }
}

const count = (
  counts: { skipped: number; blank: number; noted: number },
  findings: readonly KeptFinding[],
): void => {
  const rows = new Set<number>()
  for (const { kind, row } of findings)
    if (kind === 'blank') counts.blank++
    else if (kind === 'noted') counts.noted++
    else rows.add(row)
  counts.skipped += rows.size
}

/** Rows that the directory does not have yet, by their ids or by their names and addresses. */
const freshOf = async (
  asActor: AsActor,
  one: DirectoryImport,
  { ids }: OpenedFile,
  candidates: readonly Candidate[],
): Promise<readonly Candidate[]> => {
  if (!ids) return asActor(writerOf(one), (tx) => listingImports.findFresh(tx, candidates))
  const idOf = ({ row }: Candidate) => ids[row - 1] ?? ''
  const known = await asActor(writerOf(one), (tx) => listKnownIds(tx, candidates.map(idOf)))
  return candidates.filter((candidate) => !known.has(idOf(candidate)))
}

const questions = (candidates: readonly Candidate[], alike: readonly Alike[]) => {
  const rows = new Map(candidates.map((candidate) => [candidate.row, candidate]))
  return alike.flatMap(({ row, key, serviceId, reasons, feet, suggests }) => {
    const candidate = rows.get(row)
    if (!candidate) return []
    const { name1, name2, phone } = candidate
    const place = name2 ? `${name1}, ${name2}` : name1
    return [
      {
        ...{ row, key, serviceId, feet, phone, place },
        reasons: [...reasons],
        address: addressOf(candidate),
        choice: suggests,
      },
    ]
  })
}
