import type pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { Job } from './job.ts'
import { JOBS_SCHEMA, type LeftJob, leaveJobs, type Send } from './leave-jobs.ts'

/** One second is soon enough for a message; a full batch means more is waiting, so the next is fetched at once. */
const PACE = {
  pollingIntervalSeconds: 1,
  batchSize: 20,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const

export type JobQueue = {
  /** Writes jobs through an open transaction; the statement is on its way when this returns. */
  readonly enqueue: (send: Send, jobs: readonly LeftJob[]) => Promise<void>
  /** Starts working off these jobs in this process. */
  readonly work: (
    jobs: readonly Job<never>[],
    onFault: (name: string, fault: unknown) => void,
  ) => Promise<void>
  /** Lets running jobs finish, then stops. */
  readonly stop: () => Promise<void>
}

/**
 * Opens the queue, for writing and, when `works` is set, for working jobs off.
 * The schema and the queues are made beforehand by `prepareJobs`: the application's role may not create anything.
 */
export const openJobs = async (
  connection: pg.ClientConfig,
  options: { works: boolean; onFault: (fault: unknown) => void },
): Promise<JobQueue> => {
  const boss = new PgBoss({
    ...(connection as object),
    schema: JOBS_SCHEMA,
    max: options.works ? 4 : 1,
    migrate: false,
    createSchema: false,
    supervise: options.works,
    schedule: options.works,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', options.onFault)
  await boss.start()
  return {
    enqueue: leaveJobs,
    work: async (jobs, onFault) => {
      for (const job of jobs) {
        await boss.work<never>(job.name, PACE, (batch) =>
          Promise.all(batch.map((one) => settle(job, one, onFault))),
        )
        if (job.every) await boss.schedule(job.name, job.every, {})
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

const settle = async (
  job: Job<never>,
  { id, data }: { id: string; data: never },
  onFault: (name: string, fault: unknown) => void,
): Promise<JobResult> => {
  try {
    await job.run(data)
    return { id, status: 'completed' }
  } catch (fault) {
    onFault(job.name, fault)
    return { id, status: 'failed', output: { message: 'see the log' } }
  }
}
