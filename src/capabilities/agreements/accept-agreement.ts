import { record } from '#audit'
import { findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type AgreementKind, type AgreementText, endOfAgreement } from './agreement.ts'
import { insertAgreement, selectInForce } from './agreements.store.ts'
import { goldenRuleText } from './golden-rule.ts'
import { qsoaText } from './qsoa.ts'

export type Acceptance = {
  /** Who accepts for the organization, by name and title. */
  readonly signatory: string
  /** Who signs for whoever runs Causeway, by name and title; only for a service agreement. */
  readonly withSignatory?: string | undefined
}

export type AcceptRefusal = Refusal<'not-yours-to-accept' | 'other-side-missing'>

const WORDS = { 'golden-rule': goldenRuleText, qsoa: qsoaText } as const

/** The words that an organization would accept today. */
export const wordsOf = async (
  tx: Tx,
  kind: AgreementKind,
  where: { organizationId: Id<'organization'>; jurisdictionId: Id<'jurisdiction'> },
): Promise<AgreementText & { readonly withParty: string }> => {
  const county = await getCounty(tx, where.jurisdictionId)
  const organization = (await findOrganizations(tx, [where.organizationId])).get(where.organizationId)
  if (!organization) throw new Error('The organization of this agreement is missing.')
  const withParty =
    kind === 'qsoa' ? `Whoever runs Causeway for ${county.name}` : `All who take part in ${county.name}`
  return { ...WORDS[kind]({ organization: organization.name, county: county.name }), withParty }
}

/** An administrator or manager accepts an agreement for their organization. Accepting anew begins a new term. */
export const acceptAgreement = (
  asActor: AsActor,
  actor: MemberActor,
  kind: AgreementKind,
  acceptance: Acceptance,
): Promise<{ id: string } | AcceptRefusal> =>
  asActor<{ id: string } | AcceptRefusal>(actor, async (tx) => {
    const mayAccept = actor.roles.some((role) => role === 'administrator' || role === 'manager')
    if (!mayAccept) return { refused: 'not-yours-to-accept' }
    return write(tx, kind, acceptance, { ...actor, acceptedByMemberId: actor.memberId })
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
  kind: AgreementKind,
  where: { organizationId: Id<'organization'>; jurisdictionId: Id<'jurisdiction'> },
  acceptance: Acceptance,
): Promise<{ id: string } | AcceptRefusal> =>
  asActor<{ id: string } | AcceptRefusal>({ kind: 'operator' }, async (tx) => {
    const before = await selectInForce(tx, where.organizationId, kind)
    if (before) return { id: before.id }
    return write(tx, kind, acceptance, { ...where, acceptedByMemberId: null })
  })

const write = async (
  tx: Tx,
  kind: AgreementKind,
  { signatory, withSignatory }: Acceptance,
  by: { organizationId: string; jurisdictionId: string; acceptedByMemberId: string | null },
): Promise<{ id: string } | AcceptRefusal> => {
  if (kind === 'qsoa' && !withSignatory?.trim())
    return {
      refused: 'other-side-missing',
      fields: { withSignatory: 'Write who signs for the other side, by name and title.' },
    }
  const { text, version, sha256, withParty } = await wordsOf(tx, kind, by)
  const id = newId<'agreement'>()
  await insertAgreement(tx, {
    id,
    jurisdictionId: by.jurisdictionId,
    organizationId: by.organizationId,
    kind,
    withParty,
    text,
    textVersion: version,
    textSha256: sha256,
    signatory: signatory.trim(),
    withSignatory: kind === 'qsoa' ? (withSignatory?.trim() ?? null) : null,
    acceptedByMemberId: by.acceptedByMemberId,
    expiresAt: endOfAgreement(new Date()),
  })
  await record(tx, {
    action: 'agreements.accept',
    subjectKind: 'organization',
    subjectIds: [by.organizationId],
    outcome: 'done',
    jurisdictionId: by.jurisdictionId,
    detail: { kind, onPaper: by.acceptedByMemberId === null },
  })
  return { id }
}
