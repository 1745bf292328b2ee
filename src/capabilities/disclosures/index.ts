export { type Accompaniment, accompany, narrowestOf } from './accompany.ts'
export {
  disclose,
  discloseInEmergency,
  discloseReleased,
  recordBlocked,
  type TellingLine,
} from './disclose.ts'
export { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
export { BASES, type Basis, type Channel, type RedisclosureRule } from './ledger.ts'
export {
  type DisclosureFilter,
  type DisclosureLine,
  listDisclosures,
} from './list-disclosures.ts'
export { listToldWithoutRelease, type ToldWithoutRelease } from './list-without-release.ts'
