import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { activateRelease, insertDraft } from './release.store.ts'
import type { LineInput, ReleaseSigning } from './release-kinds.ts'
import { type SignRefusal, signRefusalOf } from './sign-refusal.ts'
import { leaveWord } from './tell-recipient.ts'

/**
 * Keeps a release that the person signed, of any kind, with a line for each recipient: written, looked through by the
 * database, and active, in one transaction; or refused, and then nothing is kept.
 *
 * @param actor a member of the discloser, whose name the release keeps. Police and courts are refused (P2-017).
 * @returns the release's id, also when it was signed before with this id; or what is missing, or what forbids it
 */
export const signRelease = async (
  asActor: AsActor,
  actor: Actor,
  signing: ReleaseSigning,
): Promise<{ readonly id: string } | SignRefusal> => {
  if (actor.kind !== 'member') return { refused: 'may-not-sign' }
  try {
    await asActor(actor, (tx) => keep(tx, signing))
    return { id: signing.id }
  } catch (fault) {
    const refusal = signRefusalOf(fault)
    if (refusal) return refusal
    throw fault
  }
}

const keep = async (tx: Tx, signing: ReleaseSigning): Promise<void> => {
  const { actor } = tx
  if (actor.kind !== 'member') throw new Error('A release is obtained by a member, whose name it keeps.')
  const shared = {
    jurisdictionId: actor.jurisdictionId,
    personId: signing.personId,
    fromOrganizationId: actor.organizationId,
  }
  const lines = signing.lines.map((line) => ({ ...shared, ...lineRow(line), releaseId: signing.id }))
  const draft = {
    ...shared,
    ...releaseRow(signing),
    obtainedByMemberId: actor.memberId,
    obtainedByRoles: [...actor.roles],
  }
  if (!(await insertDraft(tx, draft, lines))) return
  await activateRelease(tx, signing.id)
  await record(tx, {
    action: 'consent.sign',
    subjectKind: 'person',
    subjectIds: [signing.personId],
    outcome: 'done',
    dataClasses: ['releases', ...new Set<DataClass>(signing.lines.flatMap(({ dataClasses }) => dataClasses))],
    detail: { kind: signing.kind, lines: lines.length },
  })
  for (const line of lines) leaveWord(tx, line)
}

/** A text as it was said; one of only space says nothing. */
const said = (text: string | undefined): string | null => text?.trim() || null

const lineRow = (line: LineInput) => ({
  id: line.id ?? newId<'release-line'>(),
  recipientOrganizationId: line.recipientOrganizationId,
  recipientMemberId: line.recipientMemberId ?? null,
  dataClasses: [...new Set(line.dataClasses)],
  expiresAt: line.expiresAt ?? null,
  endsOn: line.endsOn ?? null,
  participantInterest: said(line.participantInterest),
})

const releaseRow = (signing: ReleaseSigning) => {
  const { signature, form, tpo, criminalJustice, intermediary, fundraising } = signing
  const participants = (intermediary?.participants ?? []).map((name) => name.trim()).filter(Boolean)
  const revocable = criminalJustice?.revocableFrom
  return {
    id: signing.id,
    kind: signing.kind,
    personName: said(signing.personName),
    discloserName: said(signing.discloserName),
    isAdult: signing.isAdult ?? null,
    purpose: said(signing.purpose),
    howToRevoke: said(signing.howToRevoke),
    // The very words, not a space less: their fingerprint is kept beside them.
    formText: said(form?.text) && (form?.text ?? null),
    formVersion: said(form?.version),
    formSha256: said(form?.sha256),
    formLanguage: form?.language ?? null,
    signedBy: signing.signer?.by ?? ('person' as const),
    signerName: said(signing.signer?.name),
    signerGround: said(signing.signer?.ground),
    signerSignature: said(signing.signer?.signature?.text),
    signerStrokes: said(signing.signer?.signature?.strokes),
    signatureHow: signature?.how ?? null,
    signature: said(signature?.text),
    signatureStrokes: said(signature?.strokes),
    attestedByMemberId: signature?.attestedBy ?? null,
    signedAt: signing.signedAt ?? null,
    witness: said(signing.witness),
    interpreter: said(signing.interpreter),
    forFundraising: fundraising !== undefined,
    fundraisingStatement: said(fundraising?.statement),
    proceedingsException: said(tpo?.proceedingsException),
    redisclosureWarning: said(tpo?.redisclosureWarning),
    refusalConsequences: said(tpo?.refusalConsequences),
    heldChargeId: criminalJustice?.heldChargeId ?? null,
    monitoringDuty: said(criminalJustice?.monitoringDuty),
    period: said(criminalJustice?.period),
    revocableFrom: revocable instanceof Date ? revocable : null,
    revocableAtDisposition: revocable === 'disposition',
    supervisorMemberId: criminalJustice?.supervisorId ?? null,
    counselName: said(criminalJustice?.counselName),
    participants: participants.length > 0 ? participants : null,
    treatingOnly: intermediary?.treatingOnly ?? false,
    proceeding: said(signing.proceeding),
  }
}
