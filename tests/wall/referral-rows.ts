import { newId } from '#kernel/ids.ts'
import { serviceOf } from './network-rows.ts'
import { caseWork, type Organization, otherPlace, otherPolice, otherProvider } from './people.ts'
import { inDays, type Row, row } from './row.ts'
import { type Link, type Scenario, scenarios } from './scenarios.ts'

type Answer = {
  by: { member: string | null; link: string | null }
  to: Organization
  answer: string
  exists: boolean
}

const partiesOf = ({ from, to }: Scenario) => ({ sender: from.id, receiver: to.id, county: from.county })

const answerRow = (scenario: Scenario, { by, to, answer, exists }: Answer): Row =>
  row(
    'referral_answer',
    {
      referral_id: scenario.referral,
      jurisdiction_id: scenario.from.county,
      to_organization_id: to.id,
      answer,
      for_date: answer === 'accepted-for-date' ? '2030-01-01' : null,
      reason: answer === 'declined' ? 'full' : null,
      member_id: by.member,
      link_id: by.link,
    },
    {
      kind: `${answer}${by.link ? ', by link' : ''}${to === scenario.to ? '' : ', by somebody not asked'}`,
      of: scenario.name,
      parties: { ...partiesOf(scenario), receiver: to.id, member: by.member },
      exists,
    },
  )

/** A step of the sender is told by where the referral stands now, one of the place by how it was taken. */
const stepKind = ({ state }: Scenario, step: string, link: string | null | undefined): string => {
  if (step === 'submitted' || step === 'delivered' || step === 'handed-over') return `${step}, now ${state}`
  return link ? `${step}, by link` : step
}

const stepRow = (
  scenario: Scenario,
  step: string,
  by: { organization: string | null; member?: string | null; link?: string | null },
  facts: { exists: boolean; to?: Organization },
): Row =>
  row(
    'handoff_step',
    {
      id: newId(),
      referral_id: scenario.referral,
      jurisdiction_id: scenario.from.county,
      person_id: scenario.person,
      from_organization_id: scenario.from.id,
      to_organization_id: (facts.to ?? scenario.to).id,
      step,
      by_organization_id: by.organization,
      by_member_id: by.member ?? null,
      by_link_id: by.link ?? null,
    },
    {
      kind: stepKind(scenario, step, by.link) + (facts.to ? ', by somebody not asked' : ''),
      of: scenario.name,
      parties: { ...partiesOf(scenario), receiver: (facts.to ?? scenario.to).id, member: by.member ?? null },
      exists: facts.exists,
    },
  )

const linkRow = (scenario: Scenario, purpose: string, link: Link, to = scenario.to, exists = true): Row =>
  row(
    'referral_link',
    {
      id: link.id,
      referral_id: scenario.referral,
      jurisdiction_id: scenario.from.county,
      to_organization_id: to.id,
      purpose,
      expires_at: inDays(link.life === 'expired' ? -1 : 1),
      used_at: link.life === 'used' ? inDays(-0.1) : null,
    },
    {
      kind: `${purpose}, ${link.life}${to === scenario.to ? '' : ', to somebody not asked'}`,
      of: scenario.name,
      parties: { ...partiesOf(scenario), receiver: to.id },
      exists,
    },
  )

const identityKind = ({ state, agreed }: Scenario): string => (agreed ? state : `${state}, no contact wished`)

const identityRow = (scenario: Scenario, from = scenario.from, exists = true): Row =>
  row(
    'referral_identity',
    {
      referral_id: scenario.referral,
      jurisdiction_id: scenario.from.county,
      from_organization_id: from.id,
      to_organization_id: scenario.to.id,
      name: 'Somebody',
      contact: '555-0100',
      shared: scenario.agreed,
    },
    {
      kind: from === scenario.from ? identityKind(scenario) : 'by somebody who did not send it',
      of: scenario.name,
      parties: { ...partiesOf(scenario), sender: from.id },
      exists,
    },
  )

const referralRow = (scenario: Scenario): Row =>
  row(
    'referral',
    {
      id: scenario.referral,
      jurisdiction_id: scenario.from.county,
      person_id: scenario.person,
      from_organization_id: scenario.from.id,
      from_member_id: scenario.sentBy?.id ?? null,
      to_organization_id: scenario.to.id,
      to_service_id: serviceOf(scenario.to),
      needs: ['treatment'],
      payer: 'none',
      agrees_to_contact: scenario.agreed,
      contact_way: scenario.agreed ? 'call' : null,
      submitted_at: inDays(-3),
      answer_due_at: inDays(-2),
      open_until: inDays(scenario.state === 'expired' ? -1 : 1),
      withdrawn_at: scenario.state.startsWith('withdrawn') ? inDays(-0.1) : null,
    },
    {
      kind: scenario.state,
      of: scenario.name,
      parties: { ...partiesOf(scenario), member: scenario.sentBy?.id ?? null },
    },
  )

/** To a program under 42 CFR Part 2 that has no agreement with whoever runs this. */
export const TO_UNBOUND = 'to a program without its agreement'

const toUnbound = (scenario: Scenario): Row => {
  const { values, parties } = referralRow(scenario)
  return row(
    'referral',
    { ...values, id: newId(), to_organization_id: caseWork.id },
    { kind: TO_UNBOUND, of: scenario.name, parties: { ...parties, receiver: caseWork.id }, exists: false },
  )
}

const answerOf = (scenario: Scenario): string | null => {
  if (!scenario.answeredBy) return null
  return scenario.state === 'withdrawn after a yes' ? 'accepted' : scenario.state
}

const byOf = (scenario: Scenario) =>
  scenario.answeredBy === 'link'
    ? { member: null, link: scenario.answerLink.id }
    : { member: scenario.answeredBy?.id ?? null, link: null }

const partsOf = (scenario: Scenario): Row[] => {
  const { from, to, sentBy, answerLink, arrivalLink } = scenario
  const answer = answerOf(scenario)
  const byReceiver = { organization: to.id, ...byOf(scenario) }
  const bySender = { organization: from.id, member: sentBy?.id ?? null }
  const arrivedBy =
    scenario.answeredBy === 'link' ? { ...byReceiver, link: arrivalLink?.id ?? null } : byReceiver
  const real = { exists: true }
  return [
    referralRow(scenario),
    identityRow(scenario),
    linkRow(scenario, 'answer', answerLink),
    ...(arrivalLink ? [linkRow(scenario, 'confirm-arrival', arrivalLink)] : []),
    ...(scenario.name === 'waiting' ? [toUnbound(scenario)] : []),
    stepRow(scenario, 'submitted', bySender, real),
    stepRow(scenario, 'delivered', { organization: null }, real),
    ...(scenario.state.startsWith('withdrawn') ? [stepRow(scenario, 'withdrawn', bySender, real)] : []),
    ...(answer ? [answerRow(scenario, { by: byOf(scenario), to, answer, exists: true })] : []),
    ...(answer ? [stepRow(scenario, answer === 'declined' ? answer : 'accepted', byReceiver, real)] : []),
    ...(scenario.arrived
      ? [stepRow(scenario, 'arrived', arrivedBy, real), stepRow(scenario, 'handed-over', bySender, real)]
      : []),
  ]
}

/** What nobody has written of a referral: answers and steps to come, and those of whom it is none of their business. */
const attemptsAt = (scenario: Scenario, receiver: string): Row[] => {
  const answering = { member: receiver, link: null }
  const stranger = { member: otherProvider.id, link: null }
  const untrue = { exists: false, to: otherPlace }
  const { to, answerLink } = scenario
  return [
    ...(scenario.answeredBy
      ? []
      : [
          answerRow(scenario, { by: answering, to, answer: 'accepted', exists: false }),
          answerRow(scenario, {
            by: { member: null, link: answerLink.id },
            to,
            answer: 'declined',
            exists: false,
          }),
          answerRow(scenario, { by: stranger, to: otherPlace, answer: 'accepted', exists: false }),
        ]),
    // Where somebody arrived already, a second arrival would meet the first, not the wall.
    ...(scenario.arrived
      ? []
      : [
          stepRow(scenario, 'arrived', { organization: to.id, member: receiver }, { exists: false }),
          stepRow(scenario, 'arrived', { organization: otherPlace.id, member: otherProvider.id }, untrue),
        ]),
    linkRow(scenario, 'answer', { id: newId(), life: 'good' }, otherPlace, false),
    identityRow(scenario, otherPolice, false),
  ]
}

/** @param receiver the member of the place who answers */
export const referralRows = (receiver: string): readonly Row[] => [
  ...scenarios.flatMap(partsOf),
  ...scenarios
    .filter(({ to }) => to !== otherPlace && to.county === otherPlace.county)
    .flatMap((one) => attemptsAt(one, receiver)),
]
