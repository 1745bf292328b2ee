export { type Accompaniment, accompany } from './accompany.ts'
export { addPerson } from './add-person.ts'
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
export { endReleases } from './end-releases.ts'
export { findLiveReleases, type LiveRelease } from './find-live-release.ts'
export { disposeCharge, type HeldCharge, holdCharge, listHeldCharges } from './hold-charge.ts'
export { BASES, type Basis, CHANNELS, type Channel, type RedisclosureRule } from './ledger.ts'
export { type DisclosureLine, listDisclosures } from './list-disclosures.ts'
export { listOwnReleases, type ReleaseLine } from './list-releases.ts'
export { listSignedReleases, type SignedLine, type SignedRelease } from './list-signed-releases.ts'
export { HOW_TO_REVOKE, namedRelease, releaseInput } from './release.ts'
export {
  ENDING_EVENTS,
  type EndingEvent,
  type LineInput,
  RELEASE_ELEMENTS,
  RELEASE_KINDS,
  type ReleaseElement,
  type ReleaseForm,
  type ReleaseKind,
  type ReleaseSigning,
  type Signature,
} from './release-kinds.ts'
export {
  liftRestriction,
  listRestrictions,
  type Restriction,
  restrictRelease,
} from './restrict-release.ts'
export type { SignRefusal } from './sign-refusal.ts'
export { signRelease } from './sign-release.ts'
export { stopRelease } from './stop-release.ts'
