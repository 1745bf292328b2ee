import type { Seeded } from '#tests/support/seeded.ts'
import { serviceOf } from './network-rows.ts'
import { type Member, members, type Organization, organizations } from './people.ts'
import type { Life, Line, Scenario, State, scenario } from './scenarios.ts'

const STATES: readonly State[] = [
  ...(['submitted', 'accepted', 'accepted-for-date', 'declined', 'expired', 'withdrawn'] as const),
  'withdrawn after a yes',
]
const LIVES: readonly Life[] = ['live', 'live', 'expired', 'stopped']
const FOR_POLICE = ['contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff']
const FOR_PARTNERS = [...FOR_POLICE, 'identity', 'placement', 'attendance', 'care-plan', 'clinical', 'legal']
const HELPS = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction']

const helpersOf = (organization: Organization): Member[] =>
  members.filter((one) => one.organization === organization && one.roles.some((role) => HELPS.includes(role)))

/** Who else of the county could be asked, or named on a release. */
const neighboursOf = ({ id, county }: Organization): Organization[] =>
  organizations.filter((one) => one.id !== id && one.county === county)

const helping = organizations.filter((one) => helpersOf(one).length > 0)

const askedBy = (sender: Organization): Organization[] =>
  neighboursOf(sender).filter((one) => helping.includes(one) && serviceOf(one))

const senders = helping.filter((one) => askedBy(one).length > 0)

const drawLine = (draw: Seeded, discloser: Organization): Omit<Line, 'id'> => {
  const to = draw.oneOf(neighboursOf(discloser))
  return {
    from: discloser,
    obtainedBy: draw.oneOf(helpersOf(discloser)),
    to,
    toMember: null,
    classes: draw.someOf(to.isCriminalJustice ? FOR_POLICE : FOR_PARTNERS),
    life: draw.oneOf(LIVES),
  }
}

/** What makes a scenario; handed in, since the list of scenarios is what this is drawn for. */
type Make = typeof scenario

const drawOne = (draw: Seeded, make: Make, number: number): Scenario => {
  const from = draw.oneOf(senders)
  const to = draw.oneOf(askedBy(from))
  const state = draw.oneOf(STATES)
  const disclosers = [to, ...helping].filter((one) => !one.isCriminalJustice && one.county === from.county)
  return make(`drawn ${number}`, state, {
    from,
    to,
    sentBy: draw.happens(0.2) ? null : draw.oneOf(helpersOf(from)),
    agreed: draw.happens(0.7),
    answeredBy: draw.happens(0.4) ? 'link' : draw.oneOf(helpersOf(to)),
    arrived: state.startsWith('accepted') && draw.happens(0.5),
    ...(draw.happens(0.6) ? { line: drawLine(draw, draw.oneOf([to, ...disclosers])) } : {}),
  })
}

/** So many referrals more, drawn by chance: combinations that nobody thought of. */
export const drawScenarios = (draw: Seeded, make: Make, count: number): Scenario[] =>
  Array.from({ length: count }, (_, index) => drawOne(draw, make, index + 1))
