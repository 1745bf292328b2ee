import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import { IMPORT_LISTINGS } from './import-actor.ts'
import { importListingsJob } from './import-job.ts'

/** What imports leave to be done. The queues are made when the database is prepared. */
export const IMPORT_QUEUES: readonly QueueSettings[] = [IMPORT_LISTINGS]

/** The same, ready to be run. */
export const importJobs = ({ asActor }: { readonly asActor: AsActor }): readonly Job<never>[] => [
  importListingsJob(asActor),
]
