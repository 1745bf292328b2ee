import { type SqlBool, sql } from 'kysely'
import type { DataClass } from '#kernel/data-classes.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'
import type { EndingEvent, ReleaseKind } from './release-kinds.ts'

/** One recipient of a release, as its discloser keeps it. */
export type ReleaseLine = {
  readonly id: string
  readonly releaseId: string
  readonly kind: ReleaseKind
  readonly fromOrganizationId: string
  readonly recipientOrganizationId: string
  readonly recipientMemberId: string | null
  readonly dataClasses: readonly DataClass[]
  /** What a restriction asked by the person takes out again. */
  readonly withheldClasses: readonly DataClass[]
  readonly expiresAt: Date | null
  readonly endsOn: EndingEvent | null
  readonly endedAt: Date | null
  readonly revokedAt: Date | null
  readonly personId: string
  readonly signedAt: Date | null
  /** Neither stopped nor over, by the database's clock. */
  readonly isLive: boolean
}

/**
 * How a line stands:
 * - `live`: it tells now; `ends-soon`: it does, and ends within 30 days
 * - `ended`: its day or event has come; `stopped`: by the person, or at their word
 */
export type LineState = 'live' | 'ends-soon' | 'ended' | 'stopped'

/** Which lines: those that fit all that is said. */
export type LineFilter = {
  /** About any of these people. */
  readonly personIds?: readonly string[] | undefined
  readonly fromOrganizationId?: string | undefined
  readonly recipientOrganizationId?: string | undefined
  readonly kind?: ReleaseKind | undefined
  readonly state?: LineState | undefined
  /** Only lines that stand after the one with this id, to page on. */
  readonly after?: string | undefined
  /** One line for each recipient instead of all, to say who they are. */
  readonly onePerRecipient?: boolean | undefined
  /** 500 unless fewer are asked for. */
  readonly limit?: number | undefined
}

const LIVE = sql<boolean>`(line.revoked_at is null and line.ended_at is null
  and (line.expires_at is null or line.expires_at > now()))`

const STATES: Readonly<Record<LineState, ReturnType<typeof sql<SqlBool>>>> = {
  live: LIVE,
  'ends-soon': sql`${LIVE} and line.expires_at < now() + interval '30 days'`,
  ended: sql`line.revoked_at is null and not ${LIVE}`,
  stopped: sql`line.revoked_at is not null`,
}

const MOST = 500

/** What was signed, line by line, the newest first; of those that end soon the soonest. As far as the actor may know. */
export const selectLines = (tx: Tx, filter: LineFilter): Promise<ReleaseLine[]> => {
  let lines = tables<ConsentTables>(tx)
    .selectFrom('releaseLine as line')
    .innerJoin('release', 'release.id', 'line.releaseId')
    .where('line.active', '=', true)
    .select(['line.id', 'line.releaseId', 'line.personId', 'line.fromOrganizationId'])
    .select(['line.recipientOrganizationId', 'line.recipientMemberId', 'line.dataClasses'])
    .select(['line.withheldClasses', 'line.expiresAt', 'line.endsOn', 'line.endedAt', 'line.revokedAt'])
    .select(['release.kind', 'release.signedAt', LIVE.as('isLive')])
    .limit(Math.min(filter.limit ?? MOST, MOST))
  const { personIds, fromOrganizationId, recipientOrganizationId, kind, state, after } = filter
  if (personIds) lines = lines.where('line.personId', 'in', personIds)
  if (fromOrganizationId) lines = lines.where('line.fromOrganizationId', '=', fromOrganizationId)
  if (recipientOrganizationId)
    lines = lines.where('line.recipientOrganizationId', '=', recipientOrganizationId)
  if (kind) lines = lines.where('release.kind', '=', kind)
  if (state) lines = lines.where(STATES[state])
  if (filter.onePerRecipient)
    return lines.distinctOn('line.recipientOrganizationId').orderBy('line.recipientOrganizationId').execute()
  if (state === 'ends-soon') {
    // Moments are compared inside the database, which keeps them to the microsecond.
    if (after)
      lines = lines.where(
        sql<boolean>`(line.expires_at, line.id) > (select expires_at, id from release_line last where last.id = ${after})`,
      )
    return lines.orderBy('line.expiresAt').orderBy('line.id').execute()
  }
  if (after)
    lines = lines.where(
      sql<boolean>`(release.created_at, line.id) < (select signed.created_at, last.id from release_line last
        join release signed on signed.id = last.release_id where last.id = ${after})`,
    )
  return lines.orderBy('release.createdAt', 'desc').orderBy('line.id', 'desc').execute()
}

/** Which organizations the lines of these people name, live or not, on either end. */
export const selectNamed = async (tx: Tx, personIds: readonly string[]) =>
  (
    await sql<{ organizationId: string; personIds: string[] }>`
      select organization_id as "organizationId", array_agg(distinct person_id) as "personIds"
      from release_line, lateral (values (from_organization_id), (recipient_organization_id)) as named (organization_id)
      where active and person_id = any (${personIds}::uuid[]) group by organization_id`.execute(tx.connection)
  ).rows
