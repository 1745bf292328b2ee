import { record } from '#audit'
import { listOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { hasOpenRequest, insertRequest } from './restock.store.ts'
import { kitsToAsk, type RestockReason } from './restock.ts'
import { selectHolders, selectStandings } from './stock.store.ts'

export type NewRequest = {
  readonly id: string
  /** Where they are wanted: a place, or whoever carries; null: the shelf on which they will be put. */
  readonly holderId: string | null
  readonly toOrganizationId: string
  readonly kits: number
  readonly reason: RestockReason
}

/** Who can be asked for kits: health departments and harm-reduction programs of the county, the department first. */
export const listSuppliers = async (tx: Tx, actor: MemberActor) =>
  (await listOrganizations(tx))
    .filter(({ jurisdictionId, kind }) => jurisdictionId === actor.jurisdictionId && SUPPLIERS.includes(kind))
    .filter(({ id }) => id !== actor.organizationId)
    .sort((a, b) => SUPPLIERS.indexOf(a.kind) - SUPPLIERS.indexOf(b.kind))

const SUPPLIERS = ['health-department', 'harm-reduction']

/** Asks for kits in an open transaction: of a supplier, or of one's own shelf. */
export const addRequest = async (tx: Tx, actor: MemberActor, request: NewRequest): Promise<void> => {
  const isNew = await insertRequest(tx, {
    ...{ ...request, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
    askedByMemberId: actor.memberId,
  })
  if (!isNew) return
  await record(tx, {
    ...{ action: 'harm-reduction.ask-restock', subjectKind: 'restock-request', subjectIds: [request.id] },
    ...{ outcome: 'done', detail: { kits: request.kits, reason: request.reason } },
  })
}

/** Asks a supplier of the county, or the shelf of one's own organization, for kits. */
export const askRestock = (
  asActor: AsActor,
  actor: MemberActor,
  request: NewRequest,
): Promise<{ readonly id: string } | Refusal<'nobody-to-ask'>> =>
  asActor<{ readonly id: string } | Refusal<'nobody-to-ask'>>(actor, async (tx) => {
    const suppliers = await listSuppliers(tx, actor)
    const { toOrganizationId } = request
    if (toOrganizationId !== actor.organizationId && !suppliers.some(({ id }) => id === toOrganizationId))
      return { refused: 'nobody-to-ask' }
    await addRequest(tx, actor, request)
    return { id: request.id }
  })

/** Asks for more by itself when a place has fallen below its minimum and nothing is on its way to it. */
export const askWhenLow = async (tx: Tx, actor: MemberActor, holderId: string): Promise<void> => {
  const holder = (await selectHolders(tx, actor.organizationId)).find(({ id }) => id === holderId)
  if (!holder?.minimumKits) return
  const has = (await selectStandings(tx, actor.organizationId))
    .filter((one) => one.holderId === holderId)
    .reduce((sum, { kits }) => sum + kits, 0)
  if (has >= holder.minimumKits || (await hasOpenRequest(tx, holderId))) return
  const [supplier] = holder.kind === 'site' ? await listSuppliers(tx, actor) : []
  await addRequest(tx, actor, {
    ...{ id: newId(), holderId, toOrganizationId: supplier?.id ?? actor.organizationId },
    ...{ kits: kitsToAsk(holder.minimumKits, has), reason: 'below-minimum' },
  })
}
