import { expiryJob, TELL_OF_EXPIRY } from './tell-of-expiry.ts'

/** What the kit ledger leaves to be done. The queues are made when the database is prepared. */
export const SUPPLY_QUEUES = [TELL_OF_EXPIRY]

/** The same, ready to be run. */
export const supplyJobs = (postage: Parameters<typeof expiryJob>[0]) => [expiryJob(postage)]
