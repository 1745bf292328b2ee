import { createHash } from 'node:crypto'
import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { LARGEST_SCAN_BYTES, readScan } from '#platform/files/file-kinds.ts'
import { endOf } from './agreement.ts'
import { insertDocument, selectDocuments } from './agreement-document.store.ts'
import { insertSignature, selectAgreement, selectParties, selectSigning } from './agreements.store.ts'
import type { AgreementTables } from './agreements.table.ts'
import { isAnswering } from './who-answers.ts'

/** No agreement of ours has more files. */
export const MOST_DOCUMENTS = 20

export type FileRefusal = Refusal<'no-file' | 'too-large' | 'wrong-kind' | 'too-many' | 'no-title'>
export type SignRefusal = Refusal<
  'not-yours-to-sign' | 'signed-before' | 'ended' | 'words-changed' | 'no-signatory'
>

type SentFile = {
  readonly title: string
  /** The bytes as they were sent; undefined: none was. */
  readonly file: Buffer | undefined
}

/**
 * A member signs for their own organization, the very words that they were shown.
 *
 * @param signed.sha256 of the words on the page on which they pressed
 */
export const signAgreement = (
  asActor: AsActor,
  actor: MemberActor,
  { id, ...signed }: { id: string; signatory: string; sha256: string },
): Promise<{ readonly id: string } | SignRefusal> =>
  asActor<{ readonly id: string } | SignRefusal>(actor, async (tx) => {
    const agreement = await findToSign(tx, actor, id)
    if ('refused' in agreement) return agreement
    if (agreement.textSha256 !== signed.sha256) return { refused: 'words-changed' }
    return write(tx, actor, agreement, {
      ...{ how: 'application', signatory: signed.signatory, documentId: null },
      organizationId: actor.organizationId,
    })
  })

/**
 * A member attests that a party signed on paper, and keeps a scan of it: for their own organization, or, where they made
 * the agreement, for one at which nobody can sign here.
 */
export const attestSignedPaper = (
  asActor: AsActor,
  actor: MemberActor,
  {
    id,
    organizationId,
    signatory,
    file,
  }: { id: string; organizationId: string; signatory: string; file: Buffer | undefined },
): Promise<{ readonly id: string } | SignRefusal | FileRefusal> =>
  asActor<{ readonly id: string } | SignRefusal | FileRefusal>(actor, async (tx) => {
    const agreement = await findToSign(tx, actor, id, organizationId)
    if ('refused' in agreement) return agreement
    if (!signatory) return { refused: 'no-signatory' }
    const kept = await keepFile(tx, actor, agreement, { title: `Signed by ${signatory}`.slice(0, 120), file })
    if ('refused' in kept) return kept
    return write(tx, actor, agreement, { how: 'paper', signatory, documentId: kept.id, organizationId })
  })

/** Adds a file to an agreement: an annex, a resolution, the paper that both of them signed. */
export const addDocument = (
  asActor: AsActor,
  actor: MemberActor,
  { id, ...sent }: SentFile & { id: string },
): Promise<{ readonly id: string } | FileRefusal | Refusal<'not-yours'>> =>
  asActor<{ readonly id: string } | FileRefusal | Refusal<'not-yours'>>(actor, async (tx) => {
    const agreement = await selectAgreement(tx, id)
    const parties = agreement ? await selectParties(tx, [id]) : []
    const isIn = [agreement?.organizationId, ...parties.map((one) => one.organizationId)].includes(
      actor.organizationId,
    )
    if (!agreement || !isIn || !isAnswering(actor)) return { refused: 'not-yours' }
    return keepFile(tx, actor, agreement, sent)
  })

type Agreement = NonNullable<Awaited<ReturnType<typeof selectAgreement>>>

const findToSign = async (
  tx: Tx,
  actor: MemberActor,
  id: string,
  organizationId: string = actor.organizationId,
): Promise<Agreement | SignRefusal> => {
  const agreement = await selectAgreement(tx, id)
  const party = (agreement ? await selectParties(tx, [id]) : []).find(
    (one) => one.organizationId === organizationId,
  )
  if (!agreement || !party || !isAnswering(actor)) return { refused: 'not-yours-to-sign' }
  const isForOthers = organizationId !== actor.organizationId
  if (isForOthers && agreement.organizationId !== actor.organizationId)
    return { refused: 'not-yours-to-sign' }
  if (isForOthers && (await selectSigning(tx, [organizationId])).length > 0)
    return { refused: 'not-yours-to-sign' }
  if (party.signedAt) return { refused: 'signed-before' }
  return agreement.endedAt || endOf(agreement) <= new Date() ? { refused: 'ended' } : agreement
}

const write = async (
  tx: Tx,
  actor: MemberActor,
  { id, jurisdictionId, textSha256, kind }: Agreement,
  signature: Pick<
    AgreementTables['agreementSignature'],
    'how' | 'signatory' | 'documentId' | 'organizationId'
  >,
): Promise<{ readonly id: string } | SignRefusal> => {
  const isNew = await insertSignature(tx, {
    ...signature,
    ...{ id: newId(), agreementId: id, jurisdictionId, textSha256, recordedByMemberId: actor.memberId },
  })
  if (!isNew) return { refused: 'signed-before' }
  await record(tx, {
    action: 'agreements.sign',
    subjectKind: 'agreement',
    subjectIds: [id],
    outcome: 'done',
    detail: { kind, how: signature.how },
  })
  return { id }
}

const keepFile = async (
  tx: Tx,
  actor: MemberActor,
  { id, jurisdictionId }: Agreement,
  { title, file }: SentFile,
): Promise<{ readonly id: string } | FileRefusal> => {
  if (!title) return { refused: 'no-title' }
  if (!file) return { refused: 'no-file' }
  if (file.length > LARGEST_SCAN_BYTES) return { refused: 'too-large' }
  const read = readScan(file)
  if (!read) return { refused: 'wrong-kind' }
  if ((await selectDocuments(tx, id)).length >= MOST_DOCUMENTS) return { refused: 'too-many' }
  const kept = await insertDocument(tx, {
    ...{ id: newId(), agreementId: id, jurisdictionId, title, ...read },
    ...{ organizationId: actor.organizationId, keptByMemberId: actor.memberId },
    sha256: createHash('sha256').update(read.content).digest('hex'),
  })
  await record(tx, {
    action: 'agreements.keep-document',
    subjectKind: 'agreement',
    subjectIds: [id],
    outcome: 'done',
  })
  return { id: kept }
}
