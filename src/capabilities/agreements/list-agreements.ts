import { findMembers, findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type AgreementKind, type AgreementState, isInForce, type Life, stateOf } from './agreement.ts'
import { selectDrafts } from './agreement-draft.store.ts'
import { selectParties, selectRegister } from './agreements.store.ts'
import { selectAttestations } from './attestation.store.ts'
import { isAnswering } from './who-answers.ts'

/** A party of an agreement, and whether and how it has signed. */
export type Party = {
  readonly id: string
  readonly name: string
  readonly signatory: string | null
  readonly how: 'application' | 'paper' | null
  readonly signedAt: Date | null
  readonly recordedByMemberId: string | null
  readonly documentId: string | null
}

/** A line of the register. */
export type Registered = Life & {
  readonly id: string
  readonly kind: AgreementKind
  readonly organizationId: string
  readonly withParty: string | null
  readonly withSignatory: string | null
  readonly madeAt: Date
  readonly endedBecause: string | null
  readonly supersedesId: string | null
  readonly parties: readonly Party[]
  readonly state: AgreementState
}

export type AgreementDraft = { readonly id: string; readonly kind: string; readonly savedAt: Date }

/** Something that waits for whoever answers for an organization. */
export type Task = { readonly what: 'sign' | 'renew'; readonly agreement: Registered }

/** A member who has attested, and until when that holds. */
export type Attested = { readonly name: string; readonly attestedAt: Date; readonly endsAt: Date }

export type Register = {
  /** All of the county, what was made last first. */
  readonly agreements: readonly Registered[]
  /** Of the actor's organization alone; empty for members who do not answer for it. */
  readonly drafts: readonly AgreementDraft[]
  readonly attested: readonly Attested[]
}

/** Agreements with their parties by name. */
export const withParties = async <Row extends Life & { readonly id: string }>(
  tx: Tx,
  rows: readonly Row[],
  now: Date,
): Promise<(Row & { readonly parties: readonly Party[]; readonly state: AgreementState })[]> => {
  const parties =
    rows.length === 0
      ? []
      : await selectParties(
          tx,
          rows.map(({ id }) => id),
        )
  const organizations = await findOrganizations(tx, [
    ...new Set(parties.map(({ organizationId }) => organizationId)),
  ])
  const byAgreement = Map.groupBy(parties, ({ agreementId }) => agreementId)
  return rows.map((row) => ({
    ...row,
    state: stateOf(row, now),
    parties: (byAgreement.get(row.id) ?? [])
      .map(({ agreementId, organizationId, ...party }) => ({
        ...party,
        id: organizationId,
        name: organizations.get(organizationId)?.name ?? '',
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }))
}

/** The register of the actor's county, with what their organization is writing and who of it has attested. */
export const listRegister = (asActor: AsActor, actor: MemberActor, now: Date): Promise<Register> =>
  asActor(actor, async (tx) => {
    const agreements = await withParties(tx, await selectRegister(tx, actor.jurisdictionId), now)
    const given = await selectAttestations(tx, actor.organizationId)
    const members = await findMembers(
      tx,
      given.map(({ memberId }) => memberId),
    )
    const drafts = isAnswering(actor) ? await selectDrafts(tx) : []
    return {
      agreements,
      drafts: drafts.map(({ id, fields, savedAt }) => ({ id, kind: fields.kind?.[0] ?? '', savedAt })),
      attested: given.map(({ memberId, attestedAt, endsAt }) => ({
        name: members.get(memberId)?.name ?? 'A member',
        attestedAt,
        endsAt,
      })),
    }
  })

/** Those that bind an organization. */
export const boundBy = (agreements: readonly Registered[], organizationId: string): Registered[] =>
  agreements.filter(({ parties }) => parties.some(({ id }) => id === organizationId))

/** What an organization has to do: sign what waits for it, and renew what ends within 90 days and has no successor. */
export const tasksOf = (agreements: readonly Registered[], organizationId: string, now: Date): Task[] => {
  const own = boundBy(agreements, organizationId)
  const followed = new Set(
    agreements.filter(({ state }) => state !== 'ended').map(({ supersedesId }) => supersedesId),
  )
  const hasLater = (one: Registered) =>
    followed.has(one.id) ||
    (one.kind !== 'deflection' &&
      one.kind !== 'data-sharing' &&
      own.some(
        (other) => other.kind === one.kind && isInForce(other, now) && other.expiresAt > one.expiresAt,
      ))
  return [
    ...own
      .filter(
        ({ state, parties }) =>
          state === 'waiting' && parties.some(({ id, signedAt }) => id === organizationId && !signedAt),
      )
      .map((agreement) => ({ what: 'sign' as const, agreement })),
    ...own
      .filter((one) => one.state === 'ends-soon' && !one.endedAt && !hasLater(one))
      .toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
      .map((agreement) => ({ what: 'renew' as const, agreement })),
  ]
}
