import type { Who } from './actors.ts'
import { claimOf, helpsPeople, isJob, memberOf, nobody, organizationOf, type TableRules } from './model.ts'
import { keepsTheRule } from './model-agreements.ts'
import { isPersonOf } from './model-my-record.ts'
import { TO_UNBOUND } from './referral-rows.ts'
import type { Row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

const REFERRAL_JOBS = ['announce-referral', 'clock-ran-out', 'expire-link']

const scenarioOf = (row: Row): Scenario => scenarios.find(({ name }) => name === row.of) as Scenario

const helpsAt = (who: Who, organization: unknown): boolean =>
  helpsPeople(who) && organizationOf(who) === organization

const isInOwnName = (who: Who, member: unknown): boolean => memberOf(who) === (member ?? null)

/** A signed link shows what its one purpose needs, once, until it expires. */
const holdsGoodLink = ({ holds }: Who, scenario: Scenario): boolean =>
  holds?.scenario === scenario && holds.link.life === 'good'

/** What it did with the link, used or not, its holder may see until the link ends. */
const holdsLastingLink = ({ holds }: Who, scenario: Scenario): boolean =>
  holds?.scenario === scenario && holds.link.life !== 'expired'

const isOpen = ({ state }: Scenario): boolean => state === 'submitted'
const isYes = ({ state }: Scenario): boolean => state === 'accepted' || state === 'accepted-for-date'

/** From submitted to answered, and after a yes. After a no, after the end, after it was taken back: nothing. */
const receives = (who: Who, scenario: Scenario): boolean => {
  if (helpsAt(who, scenario.to.id)) return isOpen(scenario) || isYes(scenario)
  if (!holdsGoodLink(who, scenario)) return false
  return who.holds?.purpose === 'answer' ? isOpen(scenario) : isYes(scenario)
}

/** What another organization did reaches the sender by a live line that this organization gave, naming the sender. */
const isReleased = (scenario: Scenario, by: unknown, step: unknown): boolean => {
  const { line } = scenario
  if (line?.life !== 'live' || line.from.id !== by || line.to !== scenario.from) return false
  return line.classes.includes('handoff') || (step === 'arrived' && line.classes.includes('contact-made'))
}

const PLACE_STEPS = ['accepted', 'declined', 'arrived']

const readsReferral = (who: Who, row: Row): boolean =>
  isJob(who, ...REFERRAL_JOBS, 'count-referrals') ||
  isPersonOf(who, row) ||
  helpsAt(who, scenarioOf(row).from.id) ||
  receives(who, scenarioOf(row))

const readsIdentity = (who: Who, row: Row): boolean => {
  const scenario = scenarioOf(row)
  if (helpsAt(who, scenario.from.id)) return true
  return receives(who, scenario) && isYes(scenario) && scenario.agreed
}

const readsStep = (who: Who, row: Row): boolean => {
  const scenario = scenarioOf(row)
  if (isPersonOf(who, row)) return true
  const { step, by_organization_id: by } = row.values
  // A delivery that is tried again has to find the one before.
  if (step === 'delivered' && isJob(who, 'announce-referral')) return true
  if (helpsAt(who, by)) return true
  if (holdsLastingLink(who, scenario) && by === organizationOf(who)) return true
  if (receives(who, scenario)) return by === scenario.from.id || by === null
  return (
    helpsAt(who, scenario.from.id) &&
    (step === 'delivered' || (keepsTheRule(who) && isReleased(scenario, by, step)))
  )
}

const addsAnswer = (who: Who, row: Row): boolean => {
  const scenario = scenarioOf(row)
  if (row.parties.receiver !== scenario.to.id || !receives(who, scenario)) return false
  if (helpsPeople(who)) return isInOwnName(who, row.values.member_id) && row.values.link_id === null
  return (
    who.holds?.purpose === 'answer' &&
    row.values.link_id === who.holds.link.id &&
    row.values.member_id === null
  )
}

const addsStep = (who: Who, row: Row): boolean => {
  const scenario = scenarioOf(row)
  const { step, by_organization_id: by, by_link_id: link } = row.values
  if (step === 'delivered') return isJob(who, 'announce-referral') && by === null
  if (by !== organizationOf(who) || !isInOwnName(who, row.values.by_member_id)) return false
  const isPlaces = PLACE_STEPS.includes(step as string)
  if (by !== (isPlaces ? scenario.to.id : scenario.from.id)) return false
  if (isPlaces && !receives(who, scenario) && !scenario.answeredBy) return false
  if (helpsPeople(who)) return link === null
  return isPlaces && holdsGoodLink(who, scenario) && link === who.holds?.link.id
}

const addsLink = (who: Who, row: Row): boolean => {
  const scenario = scenarioOf(row)
  if (row.parties.receiver !== scenario.to.id) return false
  if (row.values.purpose === 'answer') return helpsAt(who, scenario.from.id)
  return helpsAt(who, scenario.to.id) || holdsGoodLink(who, scenario)
}

export const referralRules: Readonly<Record<string, TableRules>> = {
  person: {
    reads: (who, row) => helpsAt(who, row.parties.organization),
    adds: (who, row) => helpsAt(who, row.parties.organization),
    changes: nobody,
    removes: nobody,
  },
  referral: {
    reads: readsReferral,
    adds: (who, row) =>
      helpsAt(who, row.parties.sender) && isInOwnName(who, row.parties.member) && row.kind !== TO_UNBOUND,
    changes: (who, row) => helpsAt(who, row.parties.sender) && row.values.withdrawn_at === null,
    removes: nobody,
  },
  referral_identity: {
    reads: readsIdentity,
    adds: (who, row) => row.parties.sender === scenarioOf(row).from.id && helpsAt(who, row.parties.sender),
    changes: nobody,
    removes: nobody,
  },
  // Even a bare yes belongs to the place: its own members see it, and nobody else.
  referral_answer: {
    reads: (who, row) =>
      isJob(who, ...REFERRAL_JOBS) ||
      helpsAt(who, row.parties.receiver) ||
      holdsLastingLink(who, scenarioOf(row)) ||
      (isPersonOf(who, row) && isYes(scenarioOf(row))),
    adds: addsAnswer,
    changes: nobody,
    removes: nobody,
  },
  handoff_step: { reads: readsStep, adds: addsStep, changes: nobody, removes: nobody },
  // Says nothing about the person; whoever holds a link up has to be told what it is for, and whether it ended.
  referral_link: {
    reads: (who, row) =>
      isJob(who, ...REFERRAL_JOBS) ||
      claimOf(who) === row.values.id ||
      who.holds?.scenario === scenarioOf(row) ||
      helpsAt(who, row.parties.receiver),
    adds: addsLink,
    changes: (who, row) =>
      row.values.used_at === null &&
      (who.holds?.link.id === row.values.id || helpsAt(who, row.parties.receiver)),
    removes: nobody,
  },
}
