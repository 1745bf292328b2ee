import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import { FIND_UNUSUAL_ACCESS, findUnusualAccessJob } from './find-unusual-access.ts'

/** What the privacy office leaves to be done. The queues are made when the database is prepared. */
export const PRIVACY_QUEUES: readonly QueueSettings[] = [FIND_UNUSUAL_ACCESS]

/** The same, ready to be run. */
export const privacyJobs = ({ asActor }: { readonly asActor: AsActor }): readonly Job<never>[] => [
  findUnusualAccessJob(asActor),
]
