import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { closeUnused } from './members.store.ts'
import { recordMember } from './record-member.ts'

/** After so long without anybody signing in, an account is closed (CJ-5). */
export const UNUSED_DAYS = 90

export const CLOSE_UNUSED = { name: 'close-unused', retries: 5 } as const

/** Each day, closes the accounts that nobody has used. An administrator opens one again in a press. */
export const closeUnusedJob = (asActor: AsActor): Job<never> => ({
  ...CLOSE_UNUSED,
  every: '40 4 * * *',
  run: () =>
    asActor({ kind: 'job', name: CLOSE_UNUSED.name }, async (tx) => {
      for (const member of await closeUnused(tx, UNUSED_DAYS))
        await recordMember(tx, 'identity.member-disabled', member, { detail: { because: 'unused' } })
    }),
})
