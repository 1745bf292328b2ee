import { findMembers, findOrganizations } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type LedgerFilter, selectDisclosures } from './ledger.store.ts'
import type { Basis, Channel, RedisclosureRule } from './ledger.ts'

/** One line of the ledger, with the names that its reader may know. */
export type DisclosureLine = {
  readonly id: string
  readonly at: Date
  readonly personIds: readonly string[]
  readonly from: { readonly id: string; readonly name: string }
  readonly to: { readonly id: string; readonly name: string }
  /** Who was shown it; undefined for another system, and where the reader may not know members. */
  readonly toMember: string | undefined
  readonly basis: Basis
  readonly releaseLineId: string | null
  readonly breakGlassId: string | null
  readonly dataClasses: readonly string[]
  readonly purpose: string
  readonly channel: Channel
  readonly noticeVersion: string | null
  readonly redisclosureRule: RedisclosureRule
}

/** Which lines: those that fit all that is said. */
export type DisclosureFilter = Partial<LedgerFilter> & { readonly personId?: Id<'person'> | undefined }

/** The most lines that are given at once, unless fewer are asked for. */
const MOST = 500

/**
 * The ledger, the newest line first, as far as the actor may read it: the county's privacy officer all of it, a person
 * what is about them, everybody else nothing. `olderThan` pages on: the id of the last line that was given. The reader
 * records that it was read.
 *
 * @param filter.from for the accounting of 42 CFR 2.25, three years ago (P2-061)
 */
export const listDisclosures = (
  asActor: AsActor,
  actor: Actor,
  filter: DisclosureFilter = {},
): Promise<DisclosureLine[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectDisclosures(tx, { ...filter, limit: Math.min(filter.limit ?? MOST, MOST) })
    const [organizations, members] = await Promise.all([
      findOrganizations(tx, unique(rows.flatMap((row) => [row.fromOrganizationId, row.toOrganizationId]))),
      findMembers(tx, unique(rows.flatMap(({ toMemberId }) => toMemberId ?? []))),
    ])
    const card = (id: string) => ({ id, name: organizations.get(id)?.name ?? 'An organization' })
    return rows.map(({ fromOrganizationId, toOrganizationId, toMemberId, ...row }) => ({
      id: row.id,
      at: row.at,
      personIds: row.personIds,
      from: card(fromOrganizationId),
      to: card(toOrganizationId),
      toMember: toMemberId ? members.get(toMemberId)?.name : undefined,
      basis: row.basis,
      releaseLineId: row.releaseLineId,
      breakGlassId: row.breakGlassId,
      dataClasses: row.dataClasses,
      purpose: row.purpose,
      channel: row.channel,
      noticeVersion: row.noticeVersion,
      redisclosureRule: row.redisclosureRule,
    }))
  })

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
