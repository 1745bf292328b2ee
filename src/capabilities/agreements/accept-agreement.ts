import { record } from '#audit'
import { findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type AgreementText, endOfAgreement, type OwnKind } from './agreement.ts'
import { agreementWords, otherSide } from './agreement-words.ts'
import { insertAgreement, insertSignature, selectInForce } from './agreements.store.ts'

export type Acceptance = {
  /** Who accepts for the organization, by name and title. */
  readonly signatory: string
  /** Who signs for whoever runs Causeway, by name and title; only for a service agreement. */
  readonly withSignatory?: string | undefined
}

export type AcceptRefusal = Refusal<'not-yours-to-accept' | 'other-side-missing'>

const NO_TERMS = { scope: '', custody: '', mayFlow: '', neverFlows: '', responseMinutes: 0 }

/** The words that an organization would accept today. */
export const wordsOf = async (
  tx: Tx,
  kind: OwnKind,
  where: { organizationId: Id<'organization'>; jurisdictionId: Id<'jurisdiction'> },
): Promise<AgreementText & { readonly withParty: string | null }> => {
  const county = await getCounty(tx, where.jurisdictionId)
  const organization = (await findOrganizations(tx, [where.organizationId])).get(where.organizationId)
  if (!organization) throw new Error('The organization of this agreement is missing.')
  const words = agreementWords({
    kind,
    parties: [organization.name],
    county: county.name,
    terms: NO_TERMS,
    through: addDays(dayAt(endOfAgreement(new Date()), county.timeZone), -1),
  })
  return { ...words, withParty: otherSide(kind, county.name) }
}

/** An administrator or manager accepts an agreement for their organization. Accepting anew begins a new term. */
export const acceptAgreement = (
  asActor: AsActor,
  actor: MemberActor,
  kind: OwnKind,
  acceptance: Acceptance,
): Promise<{ id: string } | AcceptRefusal> =>
  asActor<{ id: string } | AcceptRefusal>(actor, async (tx) => {
    const mayAccept = actor.roles.some((role) => role === 'administrator' || role === 'manager')
    if (!mayAccept) return { refused: 'not-yours-to-accept' }
    return write(tx, kind, acceptance, { ...actor, memberId: actor.memberId })
  })

/** The golden rule, as its own verb: what every organization accepts. */
export const acceptGoldenRule = (
  asActor: AsActor,
  actor: MemberActor,
  acceptance: Acceptance,
): Promise<{ id: string } | AcceptRefusal> => acceptAgreement(asActor, actor, 'golden-rule', acceptance)

/**
 * The operator records an agreement that was signed on paper. Where one is in force already nothing is written, so that
 * a list of organizations can be gone through again.
 */
export const recordSignedAgreement = (
  asActor: AsActor,
  kind: OwnKind,
  where: { organizationId: Id<'organization'>; jurisdictionId: Id<'jurisdiction'> },
  acceptance: Acceptance,
): Promise<{ id: string } | AcceptRefusal> =>
  asActor<{ id: string } | AcceptRefusal>({ kind: 'operator' }, async (tx) => {
    const before = await selectInForce(tx, where.organizationId, kind)
    if (before) return { id: before.id }
    return write(tx, kind, acceptance, { ...where, memberId: null })
  })

const write = async (
  tx: Tx,
  kind: OwnKind,
  { signatory, withSignatory }: Acceptance,
  by: { organizationId: string; jurisdictionId: string; memberId: string | null },
): Promise<{ id: string } | AcceptRefusal> => {
  if (kind === 'qsoa' && !withSignatory?.trim())
    return {
      refused: 'other-side-missing',
      fields: { withSignatory: 'Write who signs for the other side, by name and title.' },
    }
  const { text, version, sha256, withParty } = await wordsOf(tx, kind, by)
  const { organizationId, jurisdictionId, memberId } = by
  const id = newId<'agreement'>()
  await insertAgreement(
    tx,
    {
      ...{ id, jurisdictionId, organizationId, kind, withParty, madeByMemberId: memberId },
      ...{ text, textVersion: version, textSha256: sha256, expiresAt: endOfAgreement(new Date()) },
      withSignatory: kind === 'qsoa' ? (withSignatory?.trim() ?? null) : null,
    },
    [organizationId],
  )
  await insertSignature(tx, {
    ...{ id: newId<'agreement-signature'>(), agreementId: id, jurisdictionId, organizationId },
    ...{ signatory: signatory.trim(), recordedByMemberId: memberId, textSha256: sha256 },
    how: memberId ? 'application' : 'paper',
  })
  await record(tx, {
    action: 'agreements.accept',
    subjectKind: 'organization',
    subjectIds: [organizationId],
    outcome: 'done',
    jurisdictionId,
    detail: { kind, onPaper: memberId === null },
  })
  return { id }
}
