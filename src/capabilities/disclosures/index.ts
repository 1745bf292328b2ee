export { type Accompaniment, accompany, narrowestOf } from './accompany.ts'
export {
  type Disclosure,
  disclose,
  discloseInEmergency,
  discloseReleased,
  recordBlocked,
  type TellingLine,
} from './disclose.ts'
export { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
export type { Basis, Channel, RedisclosureRule } from './ledger.ts'
export { type DisclosureLine, listDisclosures } from './list-disclosures.ts'
