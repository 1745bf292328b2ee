import { record } from '#audit'
import { findOrganizations, listCounties } from '#identity'
import type { Actor, MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import {
  insertLitter,
  type LitterRow,
  selectLitter,
  selectZipsSince,
  updateClosed,
  updateTaken,
} from './litter.store.ts'
import { type Amount, type ClosedAs, HOTSPOT_DAYS, hotspotsOf, PICK_UP_WITHIN_MS } from './litter.ts'

export type NewLitter = {
  readonly id: string
  readonly jurisdictionId: Id<'jurisdiction'>
  readonly place: string
  readonly zip: string
  readonly amount: Amount
  readonly now: Date
}

/** The counties in which something can be reported. */
export const countiesToReportIn = (asActor: AsActor) =>
  asActor({ kind: 'visitor' }, async (tx) => listCounties(tx))

/**
 * Reports that syringes lie somewhere, as a member of the county or as anybody at all. Who reports is not kept; the clock
 * of 48 hours begins.
 */
export const reportLitter = async (
  asActor: AsActor,
  actor: Actor,
  { now, ...report }: NewLitter,
): Promise<{ readonly id: string }> => {
  const source = actor.kind === 'member' ? 'member' : 'public'
  try {
    await asActor(actor, async (tx) => {
      await insertLitter(tx, { ...report, source, dueAt: new Date(now.getTime() + PICK_UP_WITHIN_MS) })
      await record(tx, {
        ...{ action: 'syringes.report-litter', subjectKind: 'litter-report', subjectIds: [report.id] },
        ...{
          outcome: 'done',
          jurisdictionId: report.jurisdictionId,
          detail: { amount: report.amount, source },
        },
      })
    })
  } catch (fault) {
    // Sent twice, it is one.
    if ((fault as { constraint?: unknown } | null)?.constraint !== 'litter_report_pkey') throw fault
  }
  return { id: report.id }
}

export type LitterLine = LitterRow & {
  readonly takenBy: string | undefined
  readonly isOwn: boolean
}

const MOST_SHOWN = 100

/** What waits to be picked up in the actor's county, what was closed, and where it is reported again and again. */
export const readLitter = (asActor: AsActor, actor: MemberActor, now: Date) =>
  asActor(actor, async (tx) => {
    const rows = await selectLitter(tx, actor.jurisdictionId, MOST_SHOWN)
    const since = new Date(now.getTime() - HOTSPOT_DAYS * 86_400_000)
    const [names, zips] = [
      await findOrganizations(tx, [...new Set(rows.flatMap((row) => row.takenByOrganizationId ?? []))]),
      await selectZipsSince(tx, actor.jurisdictionId, since),
    ]
    const lines: LitterLine[] = rows.map((row) => ({
      ...row,
      takenBy: row.takenByOrganizationId ? names.get(row.takenByOrganizationId)?.name : undefined,
      isOwn: row.takenByOrganizationId === actor.organizationId,
    }))
    return { lines, hotspots: hotspotsOf(zips) }
  })

type Done = { readonly id: string } | Refusal<'not-found'>

/** Takes a report: this organization picks it up. */
export const takeLitter = (asActor: AsActor, actor: MemberActor, id: string): Promise<Done> =>
  asActor<Done>(actor, async (tx) => {
    if (!(await updateTaken(tx, id, actor))) return { refused: 'not-found' }
    await record(tx, {
      ...{ action: 'syringes.take-litter', subjectKind: 'litter-report', subjectIds: [id], outcome: 'done' },
    })
    return { id }
  })

/** Closes what the organization took: picked up, with how many, or nothing found. */
export const closeLitter = (
  asActor: AsActor,
  actor: MemberActor,
  { id, ...closed }: { readonly id: string; readonly as: ClosedAs; readonly syringes: number | null },
): Promise<Done> =>
  asActor<Done>(actor, async (tx) => {
    if (!(await updateClosed(tx, id, closed))) return { refused: 'not-found' }
    await record(tx, {
      ...{ action: 'syringes.close-litter', subjectKind: 'litter-report', subjectIds: [id], outcome: 'done' },
      detail: { as: closed.as },
    })
    return { id }
  })
