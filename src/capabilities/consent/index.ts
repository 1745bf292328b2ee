export { addPerson } from './add-person.ts'
export { CONSENT_QUEUES, consentJobs } from './consent-jobs.ts'
export { findHolders, type Holder } from './find-holders.ts'
export { findLiveReleases, type LiveRelease } from './find-live-release.ts'
export { type LineFilter, type LineState, listReleaseLines, type ReleaseLine } from './list-release-lines.ts'
export {
  listSignedReleases,
  type SignedCopy,
  type SignedLine,
  type SignedRelease,
} from './list-signed-releases.ts'
export { namedRelease } from './release.ts'
export type {
  EndingEvent,
  LineInput,
  ReleaseElement,
  ReleaseForm,
  ReleaseKind,
  ReleaseSigning,
  Signature,
} from './release-kinds.ts'
export { type ReleaseFacts, releaseWords, type SignerGround } from './release-text.ts'
export { restrictRelease } from './restrict-release.ts'
export type { SignRefusal } from './sign-refusal.ts'
export { signRelease } from './sign-release.ts'
export { stopRelease } from './stop-release.ts'
