export { answerLinkRoutes } from './answer-link.routes.ts'
export { answerReferral } from './answer-referral.ts'
export { confirmHandoff } from './confirm-handoff.ts'
export { countsRoutes } from './counts.routes.ts'
export { deskRoutes } from './desk.routes.ts'
export { getReferral } from './get-referral.ts'
export { listOwnHandoffs, type OwnHandoff } from './list-own-handoffs.ts'
export { listReceived, listSent, type ReferralLine } from './list-referrals.ts'
export { listServed, type ServedPerson } from './list-served.ts'
export { type MakeRefusal, makeReferral } from './make-referral.ts'
export {
  answerInput,
  type ReferralInput,
  type ReferralView,
  referralInput,
  type StepName,
} from './referral.ts'
export { referralJobs } from './referral-job-list.ts'
export { REFERRAL_QUEUES } from './referral-jobs.ts'
export { referTo, senderRoutes } from './referrals.routes.ts'
