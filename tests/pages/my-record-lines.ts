import type { Who } from '../wall/actors.ts'
import { hasOpenPage } from '../wall/my-record-rows.ts'
import type { Scenario } from '../wall/scenarios.ts'
import type { PageLine } from './page-line.ts'

const isThem = (who: Who, scenario: Scenario): boolean => who.person === scenario && hasOpenPage(who)

/** What the person is told on their own page: what they signed, who was told, and how their referral stands. */
const OWN = ['release', 'release_line', 'disclosure', 'referral', 'handoff_step', 'privacy_request']

/** An organization walks with those whom it entered, while it has not taken that back, and with those whom it took on. */
const walksWith = ({ organization }: Who, { from, to, state }: Scenario): boolean =>
  organization === from || (organization === to && (state === 'accepted' || state === 'accepted-for-date'))

const GIVERS = ['navigator', 'case-manager', 'provider'] as const
/** Whom a code would be for, and whether they have one. */
const SERVED = ['referral', 'referral_identity', 'person_access', 'person']

const codes: readonly PageLine[] = [
  { route: 'GET /codes', lets: GIVERS, answers: 200, finds: walksWith, shows: SERVED },
  { route: 'GET /codes/:person', lets: GIVERS, of: 'person', finds: walksWith, answers: 200, shows: SERVED },
  { route: 'POST /codes/:person', lets: GIVERS, of: 'person', finds: walksWith, answers: 422, shows: SERVED },
  // Whether there was a code to take back is not said.
  { route: 'POST /codes/:person/take-back', lets: GIVERS, of: 'person', answers: 303 },
]

/** The door, the way out, and what anybody may read or say. */
const door: readonly PageLine[] = [
  { route: 'GET /my-record', lets: 'anybody', finds: isThem, answers: 200, shows: OWN },
  { route: 'POST /my-record/enter', lets: 'anybody', answers: 422 },
  { route: 'GET /my-record/exit', lets: 'anybody', answers: 303 },
  // Nobody's page is covered here.
  { route: 'POST /my-record/search', lets: 'anybody', answers: 303 },
  { route: 'GET /my-record/notice', lets: 'anybody', answers: 200 },
  { route: 'GET /my-record/notice/:program', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /complaint', lets: 'anybody', answers: 200 },
  { route: 'POST /complaint', lets: 'anybody', answers: 422 },
]

const page: readonly PageLine[] = [
  { route: 'POST /my-record/close', lets: 'people', answers: 303 },
  { route: 'GET /my-record/stop/all', lets: 'people', answers: 200 },
  { route: 'POST /my-record/stop/all', lets: 'people', answers: 303 },
  // A line that is not theirs leads back to their page, as does one that is over.
  { route: 'GET /my-record/stop/:line', lets: 'people', answers: 303 },
  { route: 'POST /my-record/stop/:line', lets: 'people', answers: 303 },
  { route: 'GET /my-record/looks', lets: 'people', finds: isThem, answers: 200, shows: OWN },
  { route: 'POST /my-record/looks', lets: 'people', answers: 303 },
  {
    route: 'GET /my-record/releases',
    lets: 'people',
    finds: isThem,
    answers: 200,
    shows: [...OWN, 'release_scan'],
  },
  // What is not theirs leads back, as does what is not there.
  { route: 'GET /my-record/releases/:release/paper/:scan', lets: 'people', answers: 303 },
  { route: 'GET /my-record/restriction', lets: 'people', finds: isThem, answers: 200, shows: OWN },
  { route: 'POST /my-record/restriction', lets: 'people', finds: isThem, answers: 422, shows: OWN },
  { route: 'GET /my-record/complaint', lets: 'people', answers: 200 },
  { route: 'POST /my-record/complaint', lets: 'people', answers: 422 },
  { route: 'GET /my-record/safe-word', lets: 'people', answers: 200 },
  { route: 'POST /my-record/safe-word', lets: 'people', answers: 422 },
  { route: 'POST /my-record/safe-word/remove', lets: 'people', answers: 303 },
  { route: 'GET /my-record/give-up', lets: 'people', answers: 200 },
  { route: 'POST /my-record/give-up', lets: 'people', answers: 303 },
]

/** The person's own page, and the codes that open it. */
export const myRecordLines: readonly PageLine[] = [...codes, ...door, ...page]
