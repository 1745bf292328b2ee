import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import { CLOSE_UNUSED, closeUnusedJob } from './close-unused-accounts.ts'
import { DROP_PARKED_FORMS, dropParkedFormsJob } from './parked-form.ts'
import type { Postage } from './postage.ts'
import { SEND_ACCOUNT_LINK, sendAccountLinkJob } from './send-account-link.ts'
import { SEND_INVITATION, sendInvitationJob } from './send-invitation.ts'
import { DROP_SIGN_ON_ATTEMPTS, dropSignOnAttemptsJob } from './sign-on-attempt.ts'
import { TELL_OF_ACCOUNT, tellOfAccountJob } from './tell-of-account.ts'

/** What accounts leave to be done. The queues are made when the database is prepared. */
export const IDENTITY_QUEUES: readonly QueueSettings[] = [
  DROP_PARKED_FORMS,
  DROP_SIGN_ON_ATTEMPTS,
  CLOSE_UNUSED,
  SEND_INVITATION,
  SEND_ACCOUNT_LINK,
  TELL_OF_ACCOUNT,
]

/** The same, ready to be run. */
export const identityJobs = (postage: Postage): readonly Job<never>[] => [
  dropParkedFormsJob(postage.asActor),
  dropSignOnAttemptsJob(postage.asActor),
  closeUnusedJob(postage.asActor),
  sendInvitationJob(postage),
  sendAccountLinkJob(postage),
  tellOfAccountJob(postage),
]
