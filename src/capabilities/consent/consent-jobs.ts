import type { Job } from '#platform/jobs/job.ts'
import { type Postage, TELL_RECIPIENT, tellRecipient, type WordWork } from './tell-recipient.ts'

/** The work that signing leaves, ready to be run. */
export const consentJobs = (postage: Postage): readonly Job<never>[] => [
  { ...TELL_RECIPIENT, run: (work: WordWork) => tellRecipient(postage, work) } as Job<never>,
]

export const CONSENT_QUEUES = [TELL_RECIPIENT]
