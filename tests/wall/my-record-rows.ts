import { newId } from '#kernel/ids.ts'
import type { Who } from './actors.ts'
import {
  caseWork,
  farPlace,
  farProvider,
  HARBOR,
  INLAND,
  type Member,
  navigator,
  type Organization,
  officer,
  otherPlace,
  otherProvider,
  place,
  placeProvider,
  police,
} from './people.ts'
import { accessOf, codeHashOf, personSessionOf } from './person-codes.ts'
import { inDays, type Row, row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

export const scenarioNamed = (name: string): Scenario =>
  scenarios.find((one) => one.name === name) as Scenario

type Given = { readonly by: Member; readonly at: Organization; readonly isTakenBack?: boolean }

/** Whose code was given by whom. */
const GIVEN: Readonly<Record<string, Given>> = {
  'yes, release for handoff': { by: placeProvider, at: place },
  'yes, release stopped': { by: placeProvider, at: place, isTakenBack: true },
  'from case work to another place': { by: navigator, at: caseWork },
  inland: { by: farProvider, at: farPlace },
}

/** Whether somebody of the wall has their own page open, by a code that was not taken back. */
export const hasOpenPage = ({ person }: Pick<Who, 'person'>): boolean =>
  person !== undefined && GIVEN[person.name]?.isTakenBack !== true && person.name in GIVEN

const accessRow = (scenario: Scenario, given: Given, kind: string, exists = true): Row =>
  row(
    'person_access',
    {
      id: exists ? accessOf(scenario) : newId(),
      jurisdiction_id: given.at.county,
      person_id: scenario.person,
      organization_id: given.at.id,
      issued_by_member_id: given.by.id,
      code_hash: exists ? codeHashOf(scenario) : `code-${newId()}`,
      language: 'en',
      revoked_at: given.isTakenBack ? inDays(-1) : null,
      revoked_by: given.isTakenBack ? 'organization' : null,
    },
    {
      kind,
      of: scenario.name,
      parties: { member: given.by.id, organization: given.at.id, county: given.at.county },
      exists,
    },
  )

const given = Object.entries(GIVEN).flatMap(([name, facts]) => {
  const scenario = scenarioNamed(name)
  const { county } = facts.at
  return [
    accessRow(scenario, facts, facts.isTakenBack ? 'taken back' : 'a code'),
    row(
      'person_session',
      { token_hash: personSessionOf(scenario), access_id: accessOf(scenario) },
      { kind: facts.isTakenBack ? 'of a code taken back' : 'open', of: name, parties: { county } },
    ),
  ]
})

/** Codes that nobody should be able to give, and those that somebody could. */
const tried: readonly Row[] = [
  accessRow(scenarioNamed('waiting'), { by: officer, at: police }, 'by police', false),
  accessRow(scenarioNamed('waiting'), { by: placeProvider, at: place }, 'before an answer', false),
  accessRow(scenarioNamed('no'), { by: placeProvider, at: place }, 'after a no', false),
  accessRow(scenarioNamed('yes'), { by: placeProvider, at: place }, 'after a yes', false),
  accessRow(scenarioNamed('yes'), { by: otherProvider, at: otherPlace }, 'by a place not asked', false),
]

const requestRow = (
  kind: string,
  facts: { of?: string; county: string; isAnswered?: boolean; exists?: boolean },
): Row =>
  row(
    'privacy_request',
    {
      id: newId(),
      jurisdiction_id: facts.county,
      person_id: facts.of ? scenarioNamed(facts.of).person : null,
      kind,
      words: 'Something was not right',
      language: 'en',
      due_at: inDays(30),
      answered_at: facts.isAnswered ? inDays(-1) : null,
      answered_by_member_id: facts.isAnswered ? placeProvider.id : null,
      outcome: facts.isAnswered ? 'heard' : null,
    },
    {
      kind: `${kind}${facts.of ? '' : ' by somebody'}${facts.isAnswered ? ', answered' : ''}${facts.exists === false ? ', of another county' : ''}`,
      of: facts.of ?? '',
      parties: { county: facts.county },
      exists: facts.exists ?? true,
    },
  )

export const myRecordRows: readonly Row[] = [
  ...given,
  ...tried,
  requestRow('accounting', { of: 'yes, release for handoff', county: HARBOR }),
  requestRow('complaint', { of: 'yes, release for handoff', county: HARBOR, isAnswered: true }),
  requestRow('accounting', { of: 'from case work to another place', county: HARBOR }),
  requestRow('restriction', { of: 'inland', county: INLAND }),
  requestRow('complaint', { county: HARBOR }),
  requestRow('complaint', { of: 'yes, release for handoff', county: INLAND, exists: false }),
]
