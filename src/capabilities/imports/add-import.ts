import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { listingImports } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { IMPORT_LISTINGS } from './import-actor.ts'
import type { ImportWork } from './import-job.ts'
import { insertImport, insertPart } from './imports.store.ts'
import { readBeginning } from './read-beginning.ts'
import { recogniseFile } from './recognise-file.ts'

/** A list of 100,000 places with forty columns has about 50 MB. Larger files go by the command. */
export const LARGEST_IMPORT_BYTES = 64 * 1024 * 1024
const PART_BYTES = 1024 * 1024
const LONGEST_NAME = 120

export type FileNotTaken = Refusal<'no-file' | 'too-large' | 'not-known'> & { readonly explanation: string }

/**
 * Takes a file that somebody wants to import. A table waits until it is said which column is what; every other form is
 * looked through at once. Nothing is written into the directory.
 *
 * @param brought.id made by the sender, so that sending twice is sending once
 */
export const addImport = async (
  asActor: AsActor,
  actor: MemberActor,
  brought: {
    readonly id: Id<'directory-import'>
    readonly fileName: string
    readonly file: Buffer | undefined
  },
): Promise<{ readonly id: string } | FileNotTaken> => {
  const { id, file } = brought
  if (!file) return { refused: 'no-file', explanation: 'Choose a file first.' }
  if (file.length > LARGEST_IMPORT_BYTES)
    return {
      refused: 'too-large',
      explanation:
        'The file is larger than 64 MB. Whoever runs Causeway can import it with the command, or divide it into several.',
    }
  const kind = recogniseFile(file)
  if (typeof kind === 'object') return { refused: 'not-known', explanation: kind.explanation }
  if (kind === 'csv') {
    const unreadable = await whyUnreadable(file.subarray(0, PART_BYTES))
    if (unreadable) return { refused: 'not-known', explanation: unreadable }
  }
  await asActor(actor, async (tx) => {
    await insertImport(tx, {
      id,
      kind,
      fileName: brought.fileName.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(-LONGEST_NAME) || 'file',
      bytes: file.length,
      jurisdictionId: actor.jurisdictionId,
      organizationId: actor.organizationId,
      byMember: actor.memberId,
      state: kind === 'csv' ? 'columns' : 'checking',
    })
    for (let number = 0; number * PART_BYTES < file.length; number++)
      await insertPart(tx, id, number, file.subarray(number * PART_BYTES, (number + 1) * PART_BYTES))
    if (kind !== 'csv') tx.enqueue<ImportWork>(IMPORT_LISTINGS, { importId: id })
    await record(tx, {
      action: 'imports.add',
      outcome: 'done',
      subjectKind: 'directory-import',
      subjectIds: [id],
      detail: { kind, bytes: file.length },
    })
  })
  return { id }
}

const whyUnreadable = async (beginning: Buffer): Promise<string | undefined> => {
  try {
    const { samples } = await readBeginning(beginning)
    return samples.length === 0 ? 'The file has the names of columns, but no rows.' : undefined
  } catch (fault) {
    if (fault instanceof listingImports.table.Unreadable) return fault.message
    throw fault
  }
}
