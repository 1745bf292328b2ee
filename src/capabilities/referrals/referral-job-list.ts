import type { Job } from '#platform/jobs/job.ts'
import { announceReferral, expireLink, handoffClockRanOut, type Postage } from './announce-referral.ts'
import {
  ANNOUNCE,
  CLOCK_RAN_OUT,
  type ClockWork,
  DROP_DRAFTS,
  EXPIRE_LINK,
  type LinkWork,
} from './referral-jobs.ts'
import { dropDrafts } from './save-draft.ts'

const job = <Data extends object>(
  queue: { name: string; retries: number },
  run: (data: Data) => Promise<void>,
  every?: string,
): Job<never> => ({ ...queue, run, ...(every ? { every } : {}) }) as Job<never>

/** The work that making and answering referrals leaves, ready to be run. */
export const referralJobs = (postage: Postage): readonly Job<never>[] => [
  job<LinkWork>(ANNOUNCE, (work) => announceReferral(postage, work)),
  job<ClockWork>(CLOCK_RAN_OUT, (work) => handoffClockRanOut(postage, work)),
  job<LinkWork>(EXPIRE_LINK, (work) => expireLink(postage, work)),
  job(DROP_DRAFTS, () => dropDrafts(postage.asActor), '17 * * * *'),
]
