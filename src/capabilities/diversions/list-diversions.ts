import { findLiveReleases } from '#consent'
import { type Accompaniment, disclose, discloseReleased } from '#disclosures'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Course, Side, StepKind } from './diversion.ts'
import {
  type DiversionRow,
  type StepRow,
  selectDiversion,
  selectDiversions,
  selectSteps,
} from './diversions.store.ts'

export const courseOf = (row: DiversionRow, steps: readonly StepRow[]): Course => ({ ...row, steps })

/** On which side of a diversion an actor stands who may see it. */
export const sideOf = (actor: MemberActor, row: DiversionRow): Side => {
  if (row.fromOrganizationId === actor.organizationId) return 'sender'
  return row.toOrganizationId === actor.organizationId ? 'place' : 'office'
}

export type Diversion = DiversionRow & {
  readonly side: Side
  readonly course: Course
  readonly rows: readonly StepRow[]
  /** Names of the organizations that it goes between, by their ids. */
  readonly organizations: ReadonlyMap<string, string>
}

/** A page of a list. */
export const MOST_SHOWN = 50

/**
 * The diversions that the actor may see, the newest first. What the place did is no part of a list that police or an office
 * read; what others wrote is in the ledger before it is shown.
 *
 * @param page from 1 on
 */
export const listDiversions = (asActor: AsActor, actor: MemberActor, page: number): Promise<Diversion[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectDiversions(tx, MOST_SHOWN, (page - 1) * MOST_SHOWN)
    const steps = Map.groupBy(
      await selectSteps(
        tx,
        rows.map(({ referralId }) => referralId),
      ),
      ({ referralId }) => referralId,
    )
    await writeDown(tx, actor, rows, 'diversions.list')
    return together(
      tx,
      actor,
      rows.map((row) => ({
        row,
        steps: (steps.get(row.referralId) ?? []).filter((step) => isOpenTo(actor, row, step)),
      })),
    )
  })

export type SeenDiversion = Diversion & {
  /** What goes with what the place let the reader know; empty where it let them know nothing. */
  readonly carried: readonly Accompaniment[]
}

/** One diversion as its reader may see it; undefined for any other, and for one that does not exist, alike. */
export const findDiversion = (
  asActor: AsActor,
  actor: MemberActor,
  referralId: string,
): Promise<SeenDiversion | undefined> =>
  asActor(actor, async (tx) => {
    const row = await selectDiversion(tx, referralId)
    if (!row) return undefined
    await writeDown(tx, actor, [row], 'diversions.read')
    const told = await tellReleased(tx, actor, row)
    const steps = (await selectSteps(tx, [referralId])).filter(
      (step) => isOpenTo(actor, row, step) || told.classes.includes(classOf(step.kind)),
    )
    const [diversion] = await together(tx, actor, [{ row, steps }])
    return diversion && { ...diversion, carried: told.carried }
  })

/** Of what the place did, the class under which a release tells it to police or to the office. */
const classOf = (kind: StepKind): string => (kind === 'reported' ? 'intake-done' : 'handoff')

/** Whether it needs no release: the reader's own, what was sent to them, or all of it to the place. */
const isOpenTo = (actor: MemberActor, row: DiversionRow, step: StepRow): boolean =>
  sideOf(actor, row) === 'place' || step.byOrganizationId !== row.toOrganizationId

const tellReleased = async (tx: Tx, actor: MemberActor, row: DiversionRow) => {
  const carried: Accompaniment[] = []
  const classes: string[] = []
  if (sideOf(actor, row) === 'place') return { carried, classes }
  for (const release of await findLiveReleases(tx, row.personId, actor.organizationId)) {
    if (release.fromOrganizationId !== row.toOrganizationId) continue
    const one = await discloseReleased(tx, {
      ...{ personId: row.personId, release, purpose: 'what came of a diversion', channel: 'page' },
      ...{ action: 'diversions.read', subjectKind: 'referral', subjectIds: [row.referralId] },
    })
    if (!one) continue
    carried.push(one)
    classes.push(...release.dataClasses)
  }
  return { carried, classes }
}

const writeDown = (
  tx: Tx,
  actor: MemberActor,
  rows: readonly DiversionRow[],
  action: `diversions.${string}`,
): Promise<void> =>
  disclose(tx, {
    shown: rows
      .filter(({ fromOrganizationId }) => fromOrganizationId !== actor.organizationId)
      .map((row) => ({ ...row, subjectId: row.referralId })),
    ...{ dataClasses: ['own-submission'], purpose: 'following a diversion', channel: 'page', action },
    subjectKind: 'referral',
  })

const together = async (
  tx: Tx,
  actor: MemberActor,
  found: readonly { readonly row: DiversionRow; readonly steps: readonly StepRow[] }[],
): Promise<Diversion[]> => {
  const ids = found.flatMap(({ row }) => [
    row.fromOrganizationId,
    row.toOrganizationId,
    ...(row.officeOrganizationId ? [row.officeOrganizationId] : []),
  ])
  const cards = await findOrganizations(tx, [...new Set(ids)])
  const organizations = new Map([...cards].map(([id, { name }]) => [id, name]))
  return found.map(({ row, steps }) => ({
    ...{ ...row, side: sideOf(actor, row), course: courseOf(row, steps), rows: steps, organizations },
  }))
}
