import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { namesOf } from './add-holder.ts'
import { listSuppliers } from './ask-restock.ts'
import { stockOf } from './read-stock.ts'
import { type RequestRow, selectRequests } from './restock.store.ts'
import { selectHolders, selectLots } from './stock.store.ts'

/** A request with the names that make it readable, from where the actor stands. */
export type NamedRequest = RequestRow & {
  /** Who asks: a place or a colleague, or another organization. */
  readonly who: string
  /** Who is asked, when it is another organization. */
  readonly asked: string | undefined
  readonly lotNumber: string | undefined
  readonly stands: 'to-answer' | 'to-arrive' | 'waits' | 'done'
}

const MOST_SHOWN = 60

/** Requests that the actor's organization has made or has to answer: what waits for it first. */
export const requestsOf = async (tx: Tx, actor: MemberActor): Promise<NamedRequest[]> => {
  const own = actor.organizationId
  const rows = await selectRequests(tx, own, MOST_SHOWN)
  const [organizations, holders, nameOf, lots] = await Promise.all([
    findOrganizations(tx, [...new Set(rows.flatMap((one) => [one.organizationId, one.toOrganizationId]))]),
    selectHolders(tx, own),
    namesOf(
      tx,
      rows.map(({ askedByMemberId }) => askedByMemberId),
    ),
    selectLots(
      tx,
      rows.flatMap(({ lotId }) => lotId ?? []),
    ),
  ])
  const nameOfOrganization = (id: string) => organizations.get(id)?.name ?? 'An organization'
  return rows.map((row) => ({
    ...row,
    who:
      row.organizationId === own
        ? (holders.find(({ id }) => id === row.holderId)?.name ?? nameOf(row.askedByMemberId))
        : nameOfOrganization(row.organizationId),
    asked: row.toOrganizationId === own ? undefined : nameOfOrganization(row.toOrganizationId),
    lotNumber: lots.find(({ id }) => id === row.lotId)?.number,
    stands: standsOf(row, own),
  }))
}

const standsOf = (row: RequestRow, own: string): NamedRequest['stands'] => {
  if (row.answer === null) return row.toOrganizationId === own ? 'to-answer' : 'waits'
  return row.answer === 'sent' && !row.arrivedAt && row.organizationId === own ? 'to-arrive' : 'done'
}

/** What waits for the actor's organization to do something. */
export const listWaiting = (asActor: AsActor, actor: MemberActor): Promise<NamedRequest[]> =>
  asActor(actor, async (tx) =>
    (await requestsOf(tx, actor)).filter(({ stands }) => stands === 'to-answer' || stands === 'to-arrive'),
  )

/** The requests page: the queue, whom to ask, and from what to send. */
export const readRequests = (asActor: AsActor, actor: MemberActor, today: string) =>
  asActor(actor, async (tx) => {
    const [requests, suppliers, stock] = await Promise.all([
      requestsOf(tx, actor),
      listSuppliers(tx, actor),
      stockOf(tx, actor.organizationId, today),
    ])
    return { requests, suppliers, stock }
  })
