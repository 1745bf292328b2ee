import { record } from '#audit'
import { findMembers, findOrganizations, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { insertHolder, updateHolder } from './ledger.store.ts'

export type NewPlace = {
  readonly id: string
  readonly kind: 'site' | 'vehicle' | 'kiosk'
  readonly name: string
  readonly contact: string | null
  readonly isLeaveBehind: boolean
  readonly minimumKits: number | null
}

/** Adds a shelf, a vehicle or a kiosk in which kits lie. */
export const addPlaceForKits = (asActor: AsActor, actor: MemberActor, place: NewPlace): Promise<void> =>
  asActor(actor, async (tx) => {
    await insertHolder(tx, {
      ...{ ...place, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
      ...{ memberId: null, partnerOrganizationId: null },
    })
    await record(tx, {
      ...{ action: 'harm-reduction.add-holder', subjectKind: 'supply-holder', subjectIds: [place.id] },
      ...{ outcome: 'done', detail: { kind: place.kind } },
    })
  })

/** Changes how a place is called, who looks after it, and below how many kits more are asked for. */
export const changePlaceForKits = (
  asActor: AsActor,
  actor: MemberActor,
  { id, ...change }: Pick<NewPlace, 'id' | 'name' | 'contact' | 'minimumKits'>,
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    if (!(await updateHolder(tx, id, change))) return { refused: 'not-found' }
    await record(tx, {
      ...{
        action: 'harm-reduction.change-holder',
        subjectKind: 'supply-holder',
        subjectIds: [id],
        outcome: 'done',
      },
    })
    return { id }
  })

/**
 * The holder that stands for a colleague who carries kits, added when they get their first; undefined for whoever works
 * elsewhere. What they carry to leave behind is apart.
 */
export const addCarrier = async (
  tx: Tx,
  actor: MemberActor,
  memberId: string,
  isLeaveBehind: boolean,
): Promise<string | undefined> => {
  const colleague = (await listColleagues(tx, [actor.organizationId])).find(({ id }) => id === memberId)
  if (!colleague) return undefined
  const id = derivedId('supply-holder', `${actor.organizationId} ${memberId} ${isLeaveBehind}`)
  await insertHolder(tx, {
    ...{ id, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId, kind: 'member' },
    ...{ name: colleague.name, contact: colleague.email, memberId, isLeaveBehind },
    ...{ partnerOrganizationId: null, minimumKits: null },
  })
  return id
}

/** The holder that stands for another organization that gets kits; undefined when there is none of that name. */
export const addPartner = async (
  tx: Tx,
  actor: MemberActor,
  organizationId: string,
  isLeaveBehind: boolean,
): Promise<string | undefined> => {
  const organization = (await findOrganizations(tx, [organizationId])).get(organizationId)
  if (!organization || organizationId === actor.organizationId) return undefined
  const id = derivedId('supply-holder', `${actor.organizationId} ${organizationId} ${isLeaveBehind}`)
  await insertHolder(tx, {
    ...{ id, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId, kind: 'partner' },
    ...{ name: organization.name, contact: organization.phone ?? organization.intakeEmail, isLeaveBehind },
    ...{ memberId: null, partnerOrganizationId: organizationId, minimumKits: null },
  })
  return id
}

/** Members by id, by name; one who left is “a former member”. */
export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<(id: string) => string> => {
  const found = await findMembers(tx, [...new Set(ids)])
  return (id) => found.get(id)?.name ?? 'A former member'
}
