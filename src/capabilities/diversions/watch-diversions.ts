import { record } from '#audit'
import { findOrganizations } from '#identity'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { type ClockId, ranOut } from './diversion.ts'
import { type DiversionRow, insertStep, selectDiversions, selectSteps } from './diversions.store.ts'
import { courseOf } from './list-diversions.ts'

type Needs = { readonly asActor: AsActor; readonly mailer: Mailer | undefined }
type Missed = { readonly row: DiversionRow; readonly clock: ClockId; readonly stepId: string }

export const WATCH_DIVERSIONS: QueueSettings = { name: 'watch-diversions', retries: 2 }

/** More than a county has open at once. */
const MOST = 2000

/**
 * Writes down each clock that ran out, once, and tells whoever has to act: the place of an arrival or an intake, the office
 * of its own day. The message says nothing about anybody.
 */
export const watchDiversions = async ({ asActor, mailer }: Needs, now: Date): Promise<void> => {
  const missed = await asActor({ kind: 'job', name: WATCH_DIVERSIONS.name }, async (tx) => {
    const rows = await selectDiversions(tx, MOST, 0)
    const steps = Map.groupBy(
      await selectSteps(
        tx,
        rows.map(({ referralId }) => referralId),
      ),
      ({ referralId }) => referralId,
    )
    const found: Missed[] = []
    for (const row of rows)
      for (const { id: clock, dueAt } of ranOut(courseOf(row, steps.get(row.referralId) ?? []), now)) {
        const stepId = derivedId('diversion-step', `${row.referralId} ${clock} ${dueAt.toISOString()}`)
        const isNew = await insertStep(tx, {
          ...{ id: stepId, referralId: row.referralId, jurisdictionId: row.jurisdictionId },
          ...{ personId: row.personId, fromOrganizationId: row.fromOrganizationId },
          ...{ toOrganizationId: row.toOrganizationId, officeOrganizationId: row.officeOrganizationId },
          ...{ kind: 'overdue', outcome: clock, words: null, dueAt: null, at: now },
          ...{ byOrganizationId: null, byMemberId: null },
        })
        // Also one that was written before: had its message not gone out, nobody would hear of it.
        found.push({ row, clock, stepId })
        if (!isNew) continue
        await record(tx, {
          ...{ action: 'diversions.clock-ran-out', subjectKind: 'referral', subjectIds: [row.referralId] },
          ...{ outcome: 'done', jurisdictionId: row.jurisdictionId, detail: { clock } },
        })
      }
    return found
  })
  for (const { row, clock, stepId } of missed)
    await sendOnce(asActor, mailer, WATCH_DIVERSIONS.name, stepId, {
      write: async (tx) => {
        const whom = clock === 'decision' ? row.officeOrganizationId : row.toOrganizationId
        const to = whom ? (await findOrganizations(tx, [whom])).get(whom)?.intakeEmail : undefined
        return to
          ? {
              to,
              subject: 'A clock ran out',
              text: 'A deadline passed for somebody whom you follow. Sign in and open Diversions: it stands first.\n',
            }
          : undefined
      },
    })
}

/** Every five minutes. */
export const watchDiversionsJob = (needs: Needs): Job<never> => ({
  ...WATCH_DIVERSIONS,
  every: '*/5 * * * *',
  run: () => watchDiversions(needs, new Date()),
})
