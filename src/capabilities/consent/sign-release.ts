import { record } from '#audit'
import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { insertRelease } from './consent.store.ts'
import { HOW_TO_REVOKE, type ReleaseInput, releaseForm } from './release.ts'

const DAY_MS = 86_400_000

export type Signing = {
  /** Made by the page, so that pressing twice signs once. */
  readonly id: Id<'release'>
  readonly personId: Id<'person'>
  readonly recipient: { readonly id: Id<'organization'>; readonly name: string }
  readonly discloser: { readonly name: string }
  readonly input: ReleaseInput
  readonly at: Date
  /** Writes a day for the form's words, in the county's zone. */
  readonly day: (at: Date) => string
}

/**
 * Keeps a release that the person signed: named recipient, 42 CFR 2.31. Police can never call this with success: the
 * database refuses them (P2-017).
 */
export const signRelease = async (tx: Tx, signing: Signing): Promise<void> => {
  const { actor } = tx
  if (actor.kind !== 'member') throw new Error('A release is obtained by a member, whose name it keeps.')
  const { input } = signing
  const expiresAt = new Date(signing.at.getTime() + input.days * DAY_MS)
  const form = releaseForm(input, {
    from: signing.discloser.name,
    to: signing.recipient.name,
    until: signing.day(expiresAt),
  })
  const shared = {
    jurisdictionId: actor.jurisdictionId,
    personId: signing.personId,
    fromOrganizationId: actor.organizationId,
  }
  const written = await insertRelease(
    tx,
    {
      ...shared,
      id: signing.id,
      kind: 'named-recipient',
      personName: input.personName,
      purpose: input.purpose,
      howToRevoke: HOW_TO_REVOKE,
      formText: form.text,
      formVersion: form.version,
      formSha256: form.sha256,
      formLanguage: 'en',
      signature: input.signature,
      signedAt: signing.at,
      obtainedByMemberId: actor.memberId,
    },
    [
      {
        ...shared,
        id: newId(),
        releaseId: signing.id,
        recipientOrganizationId: signing.recipient.id,
        dataClasses: input.dataClasses,
        expiresAt,
      },
    ],
  )
  if (written)
    await record(tx, {
      action: 'consent.sign',
      subjectKind: 'person',
      subjectIds: [signing.personId],
      outcome: 'done',
      dataClasses: ['releases', ...input.dataClasses],
    })
}
