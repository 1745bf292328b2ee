import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ScanType } from '#platform/files/file-kinds.ts'
import type { SigningTables } from './signing.table.ts'

/** Keeps a file of the paper; the same file of the same release is kept once. */
export const insertScan = async (
  tx: Tx,
  scan: {
    id: Id<'release-scan'>
    jurisdictionId: string
    organizationId: string
    releaseId: string
    personId: string
    keptByMemberId: string
    mediaType: ScanType
    content: Buffer
    sha256: string
  },
): Promise<void> => {
  await tables<SigningTables>(tx)
    .insertInto('releaseScan')
    .values(scan)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The files of a release's paper, the first kept first, without what is in them. */
export const selectScans = (tx: Tx, releaseId: string) =>
  tables<SigningTables>(tx)
    .selectFrom('releaseScan')
    .select(['id', 'mediaType', 'keptAt', 'keptByMemberId'])
    .where('releaseId', '=', releaseId)
    .orderBy('keptAt')
    .orderBy('id')
    .execute()

export const selectScan = (tx: Tx, releaseId: string, id: string) =>
  tables<SigningTables>(tx)
    .selectFrom('releaseScan')
    .select(['mediaType', 'content'])
    .where('releaseId', '=', releaseId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The same of several releases, without who kept them. */
export const selectPapers = (tx: Tx, releaseIds: readonly string[]) =>
  tables<SigningTables>(tx)
    .selectFrom('releaseScan')
    .select(['id', 'releaseId', 'mediaType'])
    .where('releaseId', 'in', releaseIds)
    .orderBy('keptAt')
    .orderBy('id')
    .execute()
