import { newId } from '#kernel/ids.ts'
import { scenarioNamed } from './charge-rows.ts'
import { type Member, members, navigator, type Organization, officer, police, prosecutor } from './people.ts'
import { type Row, row } from './row.ts'
import type { Scenario } from './scenarios.ts'

const hired = (role: string, kind: string): Member =>
  members.find((one) => one.organization.kind === kind && one.roles.some((own) => own === role)) as Member

const keeper = hired('manager', 'health-department')
const policeManager = hired('manager', 'police')
const sergeant = hired('sergeant', 'police')

export const NOT_KEPT = 'of another organization’s pathway'
export const NOT_REFERRED = 'of a referral that another organization sent'
export const ON_NOTHING = 'of a referral without a pathway'

const DEFINITION = {
  ...{
    name: 'Angel',
    kind: 'officer-intervention',
    begins: 'A person asks.',
    source: '',
    warrantCheck: false,
  },
  questions: [
    {
      ...{ id: 'age', text: 'Are they 18 or older?', hint: '', source: '' },
      choices: ['yes', 'no'].map((id) => ({ id, label: id, tell: '', next: 'end' })),
    },
  ],
  ...{ criteria: [], deadlines: [], documents: [], releases: ['named-recipient'], readers: [] },
  approval: { policy: 'officer', partners: [], override: 'sergeant', source: '' },
}

const partiesOf = ({ id, organization }: Member) => ({
  ...{ organization: organization.id, member: id, county: organization.county },
})

const pathwayRow = (kind: string, by: Member, exists: boolean): Row =>
  row(
    'pathway',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, organization_id: by.organization.id },
      ...{ template: 'angel', made_by_member_id: by.id },
    },
    { kind, of: by.organization.name, parties: partiesOf(by), exists },
  )

const kept = pathwayRow('kept', keeper, true)
const pathways = [
  kept,
  pathwayRow('by a manager', policeManager, false),
  pathwayRow('by an officer', officer, false),
]

const versionRow = (kind: string, by: Member, number: number, exists: boolean): Row =>
  row(
    'pathway_version',
    {
      ...{
        id: newId(),
        pathway_id: kept.values.id,
        number,
        definition: DEFINITION,
        effective_from: '2026-11-01',
      },
      ...{ jurisdiction_id: by.organization.county, organization_id: by.organization.id },
      published_by_member_id: by.id,
    },
    { kind, of: by.organization.name, parties: partiesOf(by), exists },
  )

const published = versionRow('published', keeper, 1, true)
export const publishedVersion = published.values.id as string

const draftRow = (kind: string, by: Member, revision: number, exists: boolean): Row =>
  row(
    'pathway_draft',
    {
      ...{ pathway_id: kept.values.id, revision, definition: DEFINITION, saved_by_member_id: by.id },
      ...{ jurisdiction_id: by.organization.county, organization_id: by.organization.id },
    },
    { kind, of: by.organization.name, parties: partiesOf(by), exists },
  )

const madeOn = (scenario: Scenario, exists: boolean, by?: Member): Row => {
  const from = by?.organization ?? scenario.from
  const member = by?.id ?? scenario.sentBy?.id ?? null
  return row(
    'referral_pathway',
    {
      ...{ referral_id: scenario.referral, jurisdiction_id: from.county, from_organization_id: from.id },
      ...{ from_member_id: member, pathway_version_id: published.values.id },
    },
    {
      kind: by ? NOT_REFERRED : 'by whoever referred',
      of: scenario.name,
      parties: { organization: from.id, member, county: from.county },
      exists,
    },
  )
}

const decisionRow = (kind: string, scenario: Scenario, by: Member, exists: boolean): Row =>
  row(
    'pathway_decision',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, referral_id: scenario.referral },
      ...{ organization_id: by.organization.id, pathway_version_id: published.values.id },
      ...{ outcome: 'eligible', criteria: [], override_reason: null, decided_by_member_id: by.id },
    },
    { kind, of: scenario.name, parties: partiesOf(by), exists },
  )

const waiting = scenarioNamed('waiting')
const decided = decisionRow('decided', waiting, officer, true)
const decidedBySergeant = decisionRow('decided by a sergeant', waiting, sergeant, true)
const unasked = decisionRow('decided, nobody asked', waiting, officer, true)

const approvalRow = (
  decision: Row,
  [approver, asked]: readonly [approver: string, asked: Organization],
  facts: { by: Member; isOverride?: boolean; answeredBy?: Member; exists?: boolean },
): Row =>
  row(
    'pathway_approval',
    {
      ...{ id: newId(), decision_id: decision.values.id, jurisdiction_id: facts.by.organization.county },
      ...{ organization_id: facts.by.organization.id, pathway_version_id: published.values.id },
      ...{ outcome: 'eligible', missed: [], override_reason: null, approver },
      ...{ is_override: facts.isOverride ?? false, asked_organization_id: asked.id },
      ...{ asked_by_member_id: facts.by.id, answer: facts.answeredBy ? 'yes' : null },
      ...{ answered_by_member_id: facts.answeredBy?.id ?? null },
      answered_at: facts.answeredBy ? new Date() : null,
    },
    {
      kind: `${approver}${facts.isOverride ? ' to override' : ''}${facts.answeredBy ? ', answered' : ''}, ${decision.kind}`,
      of: waiting.name,
      parties: { ...partiesOf(facts.by), recipient: asked.id },
      exists: facts.exists ?? true,
    },
  )

/** Pathways that a health department keeps, referrals made on them, decisions, and who is asked for a yes. */
export const pathwayRows: readonly Row[] = [
  ...pathways,
  published,
  versionRow('the next', keeper, 2, false),
  versionRow(NOT_KEPT, policeManager, 3, false),
  draftRow('saved', keeper, 1, true),
  draftRow('the next', keeper, 2, false),
  draftRow(NOT_KEPT, policeManager, 3, false),
  madeOn(waiting, true),
  madeOn(scenarioNamed('from harm reduction'), true),
  madeOn(scenarioNamed('yes'), false),
  madeOn(scenarioNamed('waiting, sent by a system'), false),
  madeOn(scenarioNamed('from case work to another place'), false, officer),
  ...[decided, decidedBySergeant, unasked],
  decisionRow('once more', waiting, officer, false),
  decisionRow(ON_NOTHING, scenarioNamed('yes'), officer, false),
  decisionRow(NOT_REFERRED, waiting, navigator, false),
  approvalRow(decided, ['sergeant', police], { by: officer }),
  approvalRow(decided, ['project-manager', keeper.organization], { by: officer, isOverride: true }),
  approvalRow(decided, ['prosecutor', prosecutor], {
    by: officer,
    answeredBy: hired('prosecutor', 'prosecutor'),
  }),
  approvalRow(decidedBySergeant, ['sergeant', police], { by: sergeant, isOverride: true }),
  approvalRow(unasked, ['project-manager', keeper.organization], { by: officer, exists: false }),
  approvalRow(unasked, ['sergeant', prosecutor], { by: officer, exists: false }),
]
