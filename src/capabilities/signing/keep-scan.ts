import { createHash } from 'node:crypto'
import { record } from '#audit'
import type { SignedCopy } from '#consent'
import { findMembers } from '#identity'
import type { MemberActor, PersonActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { LARGEST_SCAN_BYTES, readScan, type ScanType } from '#platform/files/file-kinds.ts'
import { insertScan, selectPapers, selectScan, selectScans } from './release-scan.store.ts'

/** No release of ours has more pages. */
export const MOST_SCANS = 12

/** A file of the paper, without what is in it. */
export type KeptScan = {
  readonly id: string
  readonly mediaType: ScanType
  readonly keptAt: Date
  readonly keptBy: string
}

export type ScanRefusal = Refusal<'not-on-paper' | 'no-file' | 'too-large' | 'wrong-kind' | 'too-many'>

/**
 * Keeps a scan or photo of the paper on which a release was signed.
 *
 * @param scan.file the bytes as they were sent; undefined: none was
 */
export const keepScan = (
  asActor: AsActor,
  actor: MemberActor,
  copy: SignedCopy,
  scan: { readonly id: Id<'release-scan'>; readonly file: Buffer | undefined },
): Promise<{ readonly id: string } | ScanRefusal> =>
  asActor(actor, async (tx) => {
    if (copy.signature.how !== 'paper') return { refused: 'not-on-paper' }
    if (!scan.file) return { refused: 'no-file' }
    if (scan.file.length > LARGEST_SCAN_BYTES) return { refused: 'too-large' }
    const read = readScan(scan.file)
    if (!read) return { refused: 'wrong-kind' }
    if ((await selectScans(tx, copy.id)).length >= MOST_SCANS) return { refused: 'too-many' }
    const { jurisdictionId, organizationId, memberId } = actor
    await insertScan(tx, {
      ...{ id: scan.id, jurisdictionId, organizationId, releaseId: copy.id, personId: copy.personId },
      ...{ keptByMemberId: memberId, ...read },
      sha256: createHash('sha256').update(read.content).digest('hex'),
    })
    await record(tx, {
      action: 'signing.keep-scan',
      subjectKind: 'release',
      subjectIds: [copy.id],
      outcome: 'done',
      dataClasses: ['releases'],
    })
    return { id: scan.id }
  })

/** Which files of the paper there are, as far as the actor may know. */
export const listScans = (asActor: AsActor, actor: MemberActor, releaseId: string): Promise<KeptScan[]> =>
  asActor(actor, async (tx) => {
    const scans = await selectScans(tx, releaseId)
    const members = await findMembers(tx, [...new Set(scans.map(({ keptByMemberId }) => keptByMemberId))])
    return scans.map(({ keptByMemberId, ...scan }) => ({
      ...scan,
      keptBy: members.get(keptByMemberId)?.name ?? 'A member',
    }))
  })

/** One file of the paper. That it was looked at is recorded first, in the same transaction, or it is not shown. */
export const openScan = (
  asActor: AsActor,
  actor: MemberActor | PersonActor,
  { releaseId, scanId }: { readonly releaseId: string; readonly scanId: string },
): Promise<{ readonly mediaType: ScanType; readonly content: Buffer } | undefined> =>
  asActor(actor, async (tx) => {
    await record(tx, {
      action: 'signing.open-scan',
      subjectKind: 'release',
      subjectIds: [releaseId],
      outcome: 'done',
      dataClasses: ['releases'],
      detail: { scan: scanId },
    })
    return selectScan(tx, releaseId, scanId)
  })

/** A file of a release's paper, by which release it is of. */
export type Paper = { readonly id: string; readonly releaseId: string; readonly mediaType: ScanType }

/** Of these releases, the files of their papers, the first kept first, as far as the actor may know. */
export const listPapers = async (tx: Tx, releaseIds: readonly string[]): Promise<Paper[]> =>
  releaseIds.length === 0 ? [] : selectPapers(tx, releaseIds)
