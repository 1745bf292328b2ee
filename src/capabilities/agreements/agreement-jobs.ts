import { REMIND_OF_AGREEMENTS, remindJob, TELL_OF_AGREEMENT, tellJob } from './tell-of-agreement.ts'

/** What agreements leave to be done. The queues are made when the database is prepared. */
export const AGREEMENT_QUEUES = [TELL_OF_AGREEMENT, REMIND_OF_AGREEMENTS]

/** The same, ready to be run. */
export const agreementJobs = (postage: Parameters<typeof tellJob>[0]) => [
  tellJob(postage),
  remindJob(postage.asActor),
]
