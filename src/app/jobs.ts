import { AGREEMENT_QUEUES, agreementJobs } from '#agreements'
import { checkpointAuditJob, keepPartitionsJob, sealAuditJob } from '#audit'
import { CONSENT_QUEUES, consentJobs } from '#consent'
import { WATCH_DIVERSIONS, watchDiversionsJob } from '#diversions'
import { SUPPLY_QUEUES, supplyJobs } from '#harm-reduction'
import { IDENTITY_QUEUES, identityJobs } from '#identity'
import { IMPORT_QUEUES, importJobs } from '#imports'
import { LIBRARY_QUEUES, libraryJobs } from '#library'
import { NETWORK_QUEUES, networkJobs } from '#network'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import { PRIVACY_QUEUES, privacyJobs } from '#privacy'
import { REFERRAL_QUEUES, referralJobs } from '#referrals'
import { SIGNING_QUEUES, signingJobs } from '#signing'
import { TRAINING_QUEUES, trainingJobs } from '#training'

/** What the work after a transaction takes. */
export type JobNeeds = Parameters<typeof referralJobs>[0] & { readonly checkpointKey: Buffer }

/** Every kind of work that is done after a transaction, or comes round by itself. */
export const jobsFor = (needs: JobNeeds): readonly Job<never>[] => [
  keepPartitionsJob(needs.asActor),
  sealAuditJob(needs.asActor),
  checkpointAuditJob(needs.asActor, needs.checkpointKey),
  ...identityJobs(needs),
  ...agreementJobs(needs),
  ...consentJobs(needs),
  ...networkJobs(needs),
  ...referralJobs(needs),
  ...importJobs(needs),
  ...supplyJobs(needs),
  ...libraryJobs(needs),
  ...signingJobs(needs),
  watchDiversionsJob(needs),
  ...privacyJobs(needs),
  ...trainingJobs(needs),
]

/** The same by name: a queue has to be there before anything can work it off. */
export const QUEUES: readonly QueueSettings[] = [
  { name: 'keep-partitions', retries: 5 },
  { name: 'seal-audit', retries: 2 },
  { name: 'checkpoint-audit', retries: 2 },
  ...IDENTITY_QUEUES,
  ...AGREEMENT_QUEUES,
  ...CONSENT_QUEUES,
  ...NETWORK_QUEUES,
  ...REFERRAL_QUEUES,
  ...IMPORT_QUEUES,
  ...SUPPLY_QUEUES,
  ...LIBRARY_QUEUES,
  ...SIGNING_QUEUES,
  WATCH_DIVERSIONS,
  ...PRIVACY_QUEUES,
  ...TRAINING_QUEUES,
]
