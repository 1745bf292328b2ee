import type { Actor, Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { accountLinkOf } from './account-rows.ts'
import { emailOf, secretOf, sessionOf, tokens } from './identity-rows.ts'
import { invitationOf } from './invitation-rows.ts'
import { members, type Organization, officer, placeProvider } from './people.ts'
import { accessOf, codeHashOf, personSessionOf } from './person-codes.ts'
import { capacityLinkOf, LINK_LIVES } from './profile-rows.ts'
import { type Link, type Scenario, scenarios } from './scenarios.ts'
import { accountOf, attemptOf, passkeyOf } from './sign-on-rows.ts'
import { CERTIFICATE_CODE } from './training-rows.ts'

export type Who = {
  readonly name: string
  /** Null: a query outside asActor. */
  readonly actor: Actor | null
  readonly organization: Organization | null
  readonly roles: readonly Role[]
  /** Who came with a code of their own, to see what is theirs. */
  readonly person?: Scenario
  /** What the holder of a signed link came with. */
  readonly holds?: {
    readonly scenario: Scenario
    readonly purpose: 'answer' | 'confirm-arrival'
    readonly link: Link
  }
}

const memberActors: readonly Who[] = members.map(({ id, organization, roles }) => ({
  name: `${roles.join(' and ')} of ${organization.name}`,
  actor: {
    kind: 'member',
    memberId: id,
    organizationId: organization.id,
    jurisdictionId: organization.county,
    roles,
  },
  organization,
  roles,
}))

const tokenActors: readonly Who[] = tokens.map(({ id, organization, roles }) => ({
  name: `token (${roles.join(' and ')}) of ${organization.name}`,
  actor: {
    kind: 'token',
    tokenId: id,
    organizationId: organization.id,
    jurisdictionId: organization.county,
    roles: roles as readonly Role[],
  },
  organization,
  roles: roles as readonly Role[],
}))

const linkActor = (scenario: Scenario, purpose: 'answer' | 'confirm-arrival', link: Link): Who => ({
  name: `link to ${purpose}, ${link.life} (${scenario.name})`,
  actor: {
    kind: 'link',
    linkId: link.id,
    referralId: scenario.referral,
    organizationId: scenario.to.id,
    jurisdictionId: scenario.to.county,
  },
  organization: scenario.to,
  roles: [],
  holds: { scenario, purpose, link },
})

/** A link of every kind, in every state of its referral. */
const linkActors: readonly Who[] = scenarios.flatMap((scenario) => [
  ...(scenario.name.includes('release') ? [] : [linkActor(scenario, 'answer', scenario.answerLink)]),
  ...(scenario.arrivalLink ? [linkActor(scenario, 'confirm-arrival', scenario.arrivalLink)] : []),
])

const personOf = (name: string): Who => {
  const scenario = scenarios.find((one) => one.name === name) as Scenario
  return {
    name: `the person (${name})`,
    actor: {
      kind: 'person',
      personId: scenario.person,
      jurisdictionId: scenario.to.county,
      accessId: accessOf(scenario),
    },
    organization: null,
    roles: [],
    person: scenario,
  }
}

/** The people whose page differs: with a release that lives, that was stopped, and with none. */
const people: readonly Who[] = ['yes, release for handoff', 'yes, release stopped', 'waiting', 'inland'].map(
  personOf,
)

const outsider = (name: string, actor: Actor | null): Who => ({ name, actor, organization: null, roles: [] })

const withCode = scenarios.find(({ name }) => name === 'yes, release for handoff') as Scenario
const withCodeTakenBack = scenarios.find(({ name }) => name === 'yes, release stopped') as Scenario

const visitors: readonly Who[] = [
  outsider('visitor', { kind: 'visitor' }),
  outsider("visitor with an officer's address", { kind: 'visitor', claim: emailOf(officer) }),
  outsider("visitor with a provider's session", { kind: 'visitor', claim: sessionOf(placeProvider) }),
  outsider("visitor with a system's token", {
    kind: 'visitor',
    claim: secretOf(tokens[1] as { id: string }),
  }),
  outsider('visitor with a signed link', { kind: 'visitor', claim: scenarios[0]?.answerLink.id as string }),
  outsider("visitor with a person's code and year", { kind: 'visitor', claim: codeHashOf(withCode) }),
  outsider("visitor with a person's session", { kind: 'visitor', claim: personSessionOf(withCode) }),
  outsider("visitor with a person's code that was taken back", {
    kind: 'visitor',
    claim: codeHashOf(withCodeTakenBack),
  }),
  outsider("visitor with an officer's passkey", { kind: 'visitor', claim: passkeyOf(officer) }),
  outsider("visitor with a provider's account elsewhere", {
    kind: 'visitor',
    claim: accountOf(placeProvider, placeProvider.organization),
  }),
  outsider('visitor with a question that waits', { kind: 'visitor', claim: attemptOf('passkey-waiting') }),
  outsider("visitor with a member's question", { kind: 'visitor', claim: attemptOf('new-passkey-waiting') }),
  outsider("visitor with an officer's link for a new password", {
    kind: 'visitor',
    claim: accountLinkOf('asked for'),
  }),
  outsider("visitor with a provider's link to begin again", {
    kind: 'visitor',
    claim: accountLinkOf('made by an administrator'),
  }),
  outsider('visitor with an invitation', { kind: 'visitor', claim: invitationOf('waiting') }),
  outsider('visitor with an invitation that has ended', { kind: 'visitor', claim: invitationOf('ended') }),
  outsider('visitor with an invitation that was accepted', {
    kind: 'visitor',
    claim: invitationOf('accepted'),
  }),
  ...LINK_LIVES.map((life) =>
    outsider(`visitor with a place's link for its room, ${life}`, {
      kind: 'visitor',
      claim: capacityLinkOf(life),
    }),
  ),
  outsider('visitor with a certificate', { kind: 'visitor', claim: CERTIFICATE_CODE }),
  outsider('visitor with something invented', { kind: 'visitor', claim: newId() }),
  outsider('visitor who asks for the demonstration', { kind: 'visitor', claim: 'demo' }),
]

const JOBS = [
  ...[
    'announce-referral',
    'clock-ran-out',
    'expire-link',
    'drop-drafts',
    'seal-audit',
    'keep-partitions',
    'checkpoint-audit',
  ],
  'tell-recipient',
  'count-referrals',
  'count-visits',
  ...['drop-parked-forms', 'drop-sign-on-attempts', 'drop-signings'],
  ...['send-invitation', 'send-account-link', 'tell-of-account', 'close-unused'],
  'find-unusual-access',
  ...['count-calls', 'send-capacity-link'],
  'import-listings',
  'tell-of-agreement',
  ...['tell-of-expiry', 'count-naloxone'],
  'watch-diversions',
  ...['remind-of-training', 'count-attitudes'],
  'some other job',
]

export const actors: readonly Who[] = [
  ...memberActors,
  ...tokenActors,
  ...linkActors,
  ...people,
  ...visitors,
  ...JOBS.map((name) => outsider(`job ${name}`, { kind: 'job', name })),
  outsider('operator', { kind: 'operator' }),
  outsider('nobody (a query outside asActor)', null),
]

const OF_REFERRALS = [
  'referral',
  'referral_identity',
  'referral_answer',
  'referral_link',
  'handoff_step',
  'disclosure',
]

/** Who is watched at a table: where no row is of a referral, one link of each purpose and state stands for all. */
export const actorsAt = (table: string): readonly Who[] => {
  if (OF_REFERRALS.includes(table)) return actors
  const kind = ({ holds }: Who): string => `${holds?.purpose} ${holds?.link.life}`
  return actors.filter(
    (who, index) =>
      !who.holds || actors.findIndex((other) => other.holds && kind(other) === kind(who)) === index,
  )
}
