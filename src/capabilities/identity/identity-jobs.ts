import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import { DROP_PARKED_FORMS, dropParkedFormsJob } from './parked-form.ts'
import { DROP_SIGN_ON_ATTEMPTS, dropSignOnAttemptsJob } from './sign-on-attempt.ts'

/** What accounts leave to be done. The queues are made when the database is prepared. */
export const IDENTITY_QUEUES: readonly QueueSettings[] = [DROP_PARKED_FORMS, DROP_SIGN_ON_ATTEMPTS]

/** The same, ready to be run. */
export const identityJobs = ({ asActor }: { asActor: AsActor }): readonly Job<never>[] => [
  dropParkedFormsJob(asActor),
  dropSignOnAttemptsJob(asActor),
]
