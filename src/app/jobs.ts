import { keepPartitionsJob, sealAuditJob } from '#audit'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'

/** What the work after a transaction takes. */
export type JobNeeds = { readonly asActor: AsActor }

/** Every kind of work that is done after a transaction, or comes round by itself. */
export const jobsFor = ({ asActor }: JobNeeds): readonly Job<never>[] => [
  keepPartitionsJob(asActor),
  sealAuditJob(asActor),
]

/** The same by name: a queue has to be there before anything can work it off. */
export const QUEUES: readonly QueueSettings[] = [
  { name: 'keep-partitions', retries: 5 },
  { name: 'seal-audit', retries: 2 },
]
