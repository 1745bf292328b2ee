import { record } from '#audit'
import { openCase } from '#cases'
import { disposeCharge, holdCharge } from '#charges'
import { findLiveReleases } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { findVersion } from '#pathways'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { answerReferral } from '#referrals'
import { type Decided, openSteps, reportsOpen, type StepKind } from './diversion.ts'
import {
  type DiversionRow,
  insertStep,
  type StepRow,
  selectDiversion,
  selectDiversions,
  selectSteps,
} from './diversions.store.ts'
import { courseOf, sideOf } from './list-diversions.ts'
import { dueBy, USUAL_INTAKE_DAYS } from './pathway-terms.ts'

export type StepInput = {
  /** Made by whoever sends it: sent twice, it is one. */
  readonly id: string
  readonly referralId: string
  readonly kind: StepKind
  readonly outcome?: string | undefined
  readonly words?: string | undefined
  /** Of a packet: the documents in it. */
  readonly contents?: readonly string[]
  /** Of an extension: until when. */
  readonly dueAt?: Date | undefined
}

export type StepRefusal = Refusal<'not-found' | 'not-now' | 'no-release' | 'arrests-first'>

const DAY_MS = 86_400_000

/**
 * Takes the next step of a diversion, in the name of whoever takes it. What hangs on it goes with it: a handoff sets the day
 * of intake, the case manager's first questions open the case and hold the charge, and a charge that is settled ends every
 * release that stood on it.
 */
export const takeStep = (
  asActor: AsActor,
  actor: MemberActor,
  input: StepInput,
): Promise<{ readonly id: string } | StepRefusal> =>
  asActor<{ readonly id: string } | StepRefusal>(actor, async (tx) => {
    const diversion = await selectDiversion(tx, input.referralId)
    if (!diversion) return { refused: 'not-found' }
    const rows = await selectSteps(tx, [input.referralId])
    if (rows.some(({ id }) => id === input.id)) return { id: input.id }
    const course = courseOf(diversion, rows)
    const at = new Date()
    if (!openSteps(course, sideOf(actor, diversion), at).includes(input.kind)) return { refused: 'not-now' }
    if (input.kind === 'reported' && !reportsOpen(course).some((one) => one === input.outcome))
      return { refused: 'not-now' }
    if (input.kind === 'screened' && diversion.way === 'social-contact' && (await isArrestWaiting(tx, actor)))
      return { refused: 'arrests-first' }
    if (input.kind === 'legal-event' && !(await isReleased(tx, actor, diversion)))
      return { refused: 'no-release' }
    const isNew = await insertStep(tx, {
      ...{ id: input.id, referralId: diversion.referralId, jurisdictionId: diversion.jurisdictionId },
      ...{ personId: diversion.personId, fromOrganizationId: diversion.fromOrganizationId },
      ...{
        toOrganizationId: diversion.toOrganizationId,
        officeOrganizationId: diversion.officeOrganizationId,
      },
      ...{ kind: input.kind, outcome: input.outcome ?? null, words: input.words ?? null },
      contents: [...(input.contents ?? [])],
      dueAt: await dueAtOf(tx, diversion, input, at),
      ...{ byOrganizationId: actor.organizationId, byMemberId: actor.memberId, at },
    })
    if (!isNew) return { refused: 'not-now' }
    await follow(tx, actor, diversion, rows, input)
    await record(tx, {
      ...{ action: 'diversions.take-step', subjectKind: 'referral', subjectIds: [diversion.referralId] },
      ...{ outcome: 'done', dataClasses: ['legal'], detail: { step: input.kind } },
    })
    return { id: input.id }
  })

/** A social contact is taken on with what room is left after those who could else be booked (Cal. Penal Code 1001.88). */
const isArrestWaiting = async (tx: Tx, actor: MemberActor): Promise<boolean> => {
  const rows = (await selectDiversions(tx, 200, 0)).filter(
    ({ way, toOrganizationId }) => way === 'arrest' && toOrganizationId === actor.organizationId,
  )
  const steps = await selectSteps(
    tx,
    rows.map(({ referralId }) => referralId),
  )
  const isDone = (id: string) =>
    steps.some(({ referralId, kind }) => referralId === id && (kind === 'handed-over' || kind === 'left'))
  return rows.some(({ referralId }) => !isDone(referralId))
}

const isReleased = async (tx: Tx, actor: MemberActor, row: DiversionRow): Promise<boolean> =>
  (await findLiveReleases(tx, row.personId, actor.organizationId)).some(
    ({ fromOrganizationId, dataClasses }) =>
      fromOrganizationId === row.toOrganizationId && dataClasses.includes('intake-done'),
  )

const dueAtOf = async (tx: Tx, diversion: DiversionRow, { kind, dueAt }: StepInput, at: Date) => {
  if (kind !== 'handed-over') return dueAt ?? null
  const version = await findVersion(tx, diversion.pathwayVersionId)
  const due = version && dueBy(version.definition, 'handed-over', 'intake-done', at)
  return due ?? new Date(at.getTime() + USUAL_INTAKE_DAYS * DAY_MS)
}

/** The charge that is held has an id that follows from the diversion, so that each finds the other. */
export const chargeIdOf = (referralId: string): string => derivedId('held-charge', referralId)

const follow = async (
  tx: Tx,
  actor: MemberActor,
  diversion: DiversionRow,
  rows: readonly StepRow[],
  { kind }: StepInput,
): Promise<void> => {
  // What others do by their doors happens in this transaction: all of it, or nothing.
  const within: AsActor = (_, work) => work(tx)
  if (kind === 'screened') {
    const intakeDueAt = rows.findLast(({ dueAt }) => dueAt !== null)?.dueAt ?? undefined
    // Whoever is with the case manager was taken on: nobody has to say so at a desk as well.
    await answerReferral(within, actor, diversion.referralId, { answer: 'accepted' })
    const opened = await openCase(tx, actor, {
      ...{ personId: diversion.personId, referralId: diversion.referralId, status: 'intake', intakeDueAt },
      pathwayVersionId: diversion.pathwayVersionId,
    })
    if (isRefusal(opened)) throw new Error(`A case cannot be opened: ${opened.refused}`)
    if (diversion.officeOrganizationId)
      await holdCharge(within, actor, {
        ...{ id: chargeIdOf(diversion.referralId), personId: diversion.personId },
        ...{
          heldByOrganizationId: diversion.officeOrganizationId,
          reference: diversion.charge ?? 'A charge',
        },
      })
  }
  if (kind === 'settled') {
    const decided = rows.find((row) => row.kind === 'decided')?.outcome as Decided | undefined
    if (decided) await disposeCharge(within, actor, chargeIdOf(diversion.referralId), decided)
  }
}
