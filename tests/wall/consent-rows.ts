import { createHash } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import { type Member, type Organization, officer, police } from './people.ts'
import { inDays, type Row, row } from './row.ts'
import { type Line, type Scenario, scenarios } from './scenarios.ts'

const formText = 'I let them share this.'

/** The name that the person of a scenario signs with. */
export const nameOf = ({ name }: Scenario): string => `Somebody (${name})`

const releaseRows = (scenario: Scenario, line: Line, exists = true): Row[] => {
  const release = newId()
  const county = scenario.from.county
  const facts = {
    kind: `${line.life}: ${line.classes.join(', ')}`,
    of: scenario.name,
    parties: { organization: line.from.id, recipient: line.to.id, county },
    exists,
  }
  const shared = { jurisdiction_id: county, person_id: scenario.person, from_organization_id: line.from.id }
  return [
    row(
      'release',
      {
        id: release,
        ...shared,
        kind: 'named-recipient',
        person_name: nameOf(scenario),
        discloser_name: line.from.name,
        is_adult: true,
        signature_how: 'typed',
        purpose: 'so that they hear',
        how_to_revoke: 'Tell us',
        form_text: formText,
        form_version: '1',
        form_sha256: createHash('sha256').update(formText).digest('hex'),
        form_language: 'en',
        signature: 'Somebody',
        signed_at: inDays(-2),
        obtained_by_member_id: line.obtainedBy.id,
      },
      { ...facts, parties: { ...facts.parties, member: line.obtainedBy.id } },
    ),
    row(
      'release_line',
      {
        id: line.id,
        release_id: release,
        ...shared,
        recipient_organization_id: line.to.id,
        recipient_member_id: line.toMember?.id ?? null,
        data_classes: line.classes,
        expires_at: inDays(line.life === 'expired' ? -1 : 30),
        revoked_at: line.life === 'stopped' ? inDays(-1) : null,
        revoked_how: line.life === 'stopped' ? 'oral' : null,
        ended_at: line.life === 'ended' ? inDays(-1) : null,
        participant_interest: 'so that nobody looks for them',
      },
      facts,
    ),
  ]
}

const disclosureRow = (
  scenario: Scenario,
  from: Organization,
  to: Organization,
  reader: Member | null,
  line: Line | null,
): Row =>
  row(
    'disclosure',
    {
      id: newId(),
      jurisdiction_id: to.county,
      person_ids: [scenario.person],
      from_organization_id: from.id,
      to_organization_id: to.id,
      to_member_id: reader?.id ?? null,
      basis: line ? 'release' : 'referral',
      release_line_id: line?.id ?? null,
      data_classes: line?.classes ?? ['own-submission'],
      purpose: 'to help',
      channel: 'page',
      notice_version: line ? '2024' : null,
      redisclosure_rule: 'none',
    },
    {
      kind: line ? 'under a release' : 'by a referral',
      of: scenario.name,
      parties: { member: reader?.id ?? null, organization: to.id, county: to.county },
    },
  )

/** A release by police, whom the law keeps from making one. */
const byPolice = (scenario: Scenario): Row[] =>
  releaseRows(
    scenario,
    {
      id: newId(),
      from: police,
      obtainedBy: officer,
      to: scenario.to,
      ...{ toMember: null, classes: ['handoff'], life: 'live' },
    },
    false,
  ).map((one) => ({ ...one, kind: 'by police' }))

export const consentRows: readonly Row[] = scenarios.flatMap((scenario) => {
  const { from, to, line } = scenario
  const answerer = scenario.answeredBy === 'link' ? null : scenario.answeredBy
  return [
    row(
      'person',
      { id: scenario.person, jurisdiction_id: from.county, organization_id: from.id },
      { kind: 'entered', of: scenario.name, parties: { organization: from.id, county: from.county } },
    ),
    ...(line ? releaseRows(scenario, line) : []),
    ...(scenario.answeredBy ? [disclosureRow(scenario, from, to, answerer, null)] : []),
    ...(line && line.to === from && scenario.sentBy
      ? [disclosureRow(scenario, to, from, scenario.sentBy, line)]
      : []),
    ...(scenario.name === 'waiting' ? byPolice(scenario) : []),
  ]
})

/** Everything but drafts and what nobody wrote: the world makes these active when their lines are there. */
export const signedReleases: readonly string[] = consentRows
  .filter(({ table, kind, exists }) => table === 'release' && exists && !kind.startsWith('draft'))
  .map(({ key }) => key)
