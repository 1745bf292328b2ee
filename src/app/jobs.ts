import type { QueueSettings } from '#platform/jobs/job.ts'

/** Every kind of work that is done after a transaction, by name. */
export const QUEUES: readonly QueueSettings[] = []
