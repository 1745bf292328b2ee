export { addPerson } from './add-person.ts'
export {
  DATA_CLASSES,
  type DataClass,
  isDataClass,
  POLICE_DATA_CLASSES,
  type PoliceDataClass,
} from './data-classes.ts'
export { disclose } from './disclose.ts'
export { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
export { findLiveReleases, type LiveRelease } from './find-live-release.ts'
export { listOwnReleases, type ReleaseLine } from './list-releases.ts'
export { HOW_TO_REVOKE, releaseInput } from './release.ts'
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
export { signRelease } from './sign-release.ts'
export { stopRelease } from './stop-release.ts'
