import { findMembers } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import {
  type Accepted,
  selectAgreement,
  selectAgreements,
  selectAttestations,
  selectMayReceive,
} from './agreements.store.ts'

export type { Accepted }

/** A member who has attested, and until when that holds. */
export type Attested = { readonly name: string; readonly attestedAt: Date; readonly endsAt: Date }

/** What the actor's organization has accepted, and who of it has attested, as far as the actor may see. */
export const listAgreements = (
  asActor: AsActor,
  actor: MemberActor,
): Promise<{ accepted: readonly Accepted[]; attested: readonly Attested[] }> =>
  asActor(actor, async (tx) => {
    const accepted = await selectAgreements(tx, actor.organizationId)
    const given = await selectAttestations(tx, actor.organizationId)
    const members = await findMembers(
      tx,
      given.map(({ memberId }) => memberId),
    )
    return {
      accepted,
      attested: given.map(({ memberId, attestedAt, endsAt }) => ({
        name: members.get(memberId)?.name ?? 'A member',
        attestedAt,
        endsAt,
      })),
    }
  })

/** One acceptance with its exact words; undefined when it is not one of the actor's organization. */
export const findAccepted = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
): Promise<Accepted | undefined> =>
  asActor(actor, async (tx) => {
    const found = await selectAgreement(tx, id)
    return found?.organizationId === actor.organizationId ? found : undefined
  })

/** Of these organizations, those to which a referral may go: a Part 2 program has to have its agreement (P2-004). */
export const listMayReceive = async (
  tx: Tx,
  organizationIds: readonly string[],
): Promise<ReadonlySet<string>> =>
  new Set(organizationIds.length === 0 ? [] : await selectMayReceive(tx, organizationIds))
