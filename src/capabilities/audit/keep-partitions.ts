import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { makePartitions } from './audit.store.ts'

const KEEP_PARTITIONS = 'keep-partitions'
/** A server that nobody looks at for a season still has a month to write to. */
const MONTHS_AHEAD = 3

/**
 * Makes the audit record's months ahead. Run when the application starts, and daily.
 * @returns how many were made
 */
export const keepPartitions = (asActor: AsActor): Promise<number> =>
  asActor({ kind: 'job', name: KEEP_PARTITIONS }, (tx) => makePartitions(tx, MONTHS_AHEAD))

/** Makes the months ahead once a day. */
export const keepPartitionsJob = (asActor: AsActor): Job<object> => ({
  name: KEEP_PARTITIONS,
  retries: 5,
  every: '17 3 * * *',
  run: async () => {
    await keepPartitions(asActor)
  },
})
