import { findHolders } from '#consent'
import { discloseInEmergency } from '#disclosures'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectBreakGlass } from './break-glass.store.ts'

export type OpenedGlass = {
  readonly id: string
  readonly personName: string
  readonly emergency: string
  readonly dataClasses: readonly string[]
  readonly openedAt: Date
  readonly openUntil: Date
  readonly isOpen: boolean
  /** Places that know somebody who signed with this name; none once it is over. */
  readonly holders: readonly { readonly name: string; readonly phone: string | null }[]
}

/**
 * What the actor opened in an emergency: which places know the person, with the number to call. Each look is written
 * in the ledger, a line for each place, before it is shown. Undefined for what is not the actor's own.
 */
export const getBreakGlass = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'break-glass'>,
): Promise<OpenedGlass | undefined> =>
  asActor(actor, async (tx) => {
    const glass = await selectBreakGlass(tx, id)
    if (!glass || glass.memberId !== actor.memberId) return undefined
    const holders = glass.isOpen ? await findHolders(tx, { named: glass.personName }) : []
    for (const { organizationId: fromOrganizationId, personIds } of holders)
      if (fromOrganizationId !== actor.organizationId)
        await discloseInEmergency(tx, { breakGlassId: id, fromOrganizationId, personIds })
    const cards = await findOrganizations(
      tx,
      holders.map(({ organizationId }) => organizationId),
    )
    const { personName, emergency, dataClasses, openedAt, openUntil, isOpen } = glass
    return {
      ...{ id, personName, emergency, dataClasses, openedAt, openUntil, isOpen },
      holders: [...cards.values()]
        .map(({ name, phone }) => ({ name, phone }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    }
  })
