import type { Job } from '#platform/jobs/job.ts'
import { type CapacityLinkWork, SEND_CAPACITY_LINK } from './network-jobs.ts'
import { type Postage, sendCapacityLink } from './send-capacity-link.ts'

/** The work that keeping the directory leaves, ready to be run. */
export const networkJobs = (postage: Postage): readonly Job<never>[] => [
  {
    ...SEND_CAPACITY_LINK,
    run: (work: CapacityLinkWork) => sendCapacityLink(postage, work),
  } as Job<CapacityLinkWork> as Job<never>,
]
