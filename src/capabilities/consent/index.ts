export { type Accompaniment, accompany } from './accompany.ts'
export { addPerson } from './add-person.ts'
export { breakGlassRoutes } from './break-glass.routes.ts'
export { registerConsentCommands } from './consent.commands.ts'
export { CONSENT_QUEUES, consentJobs } from './consent-jobs.ts'
export {
  DATA_CLASSES,
  type DataClass,
  isDataClass,
  POLICE_DATA_CLASSES,
  type PoliceDataClass,
} from './data-classes.ts'
export { disclose, discloseReleased } from './disclose.ts'
export { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
export { findLiveReleases, type LiveRelease } from './find-live-release.ts'
export { lawfulDemandRoutes } from './lawful-demand.routes.ts'
export type { Basis, Channel, RedisclosureRule } from './ledger.ts'
export { type DisclosureLine, listDisclosures } from './list-disclosures.ts'
export { listOwnReleases, type ReleaseLine } from './list-releases.ts'
export { listSignedReleases, type SignedLine, type SignedRelease } from './list-signed-releases.ts'
export { HOW_TO_REVOKE, namedRelease, releaseInput } from './release.ts'
export type {
  EndingEvent,
  LineInput,
  ReleaseElement,
  ReleaseForm,
  ReleaseKind,
  ReleaseSigning,
  Signature,
} from './release-kinds.ts'
export { restrictRelease } from './restrict-release.ts'
export { type Finding, type GlassToReview, listBreakGlass, reviewBreakGlass } from './review-break-glass.ts'
export type { SignRefusal } from './sign-refusal.ts'
export { signRelease } from './sign-release.ts'
export { stopRelease } from './stop-release.ts'
