import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { ApprovalsPage } from './approvals.page.tsx'
import type { NamedApproval, ScreenedReferral } from './list-screening.ts'
import { ScreeningPage, type ScreeningProps } from './screening.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'

const definition: ScreeningProps['definition'] = {
  ...{ name: 'Angel', kind: 'self-referral', begins: 'A person asks.', source: '', warrantCheck: false },
  questions: [
    {
      ...{ id: 'safety', text: 'Are you concerned for anybody’s safety?', hint: 'Say yes or no', source: '' },
      choices: [
        { id: 'no', label: 'No', tell: '', next: 'end' },
        { id: 'yes', label: 'Yes', tell: 'Stay with them.', next: 'end' },
      ],
    },
  ],
  criteria: [
    {
      ...{ id: 'safety', label: 'No concern for safety', question: 'safety', fails: ['yes'], source: '' },
      ...{ outcome: 'presumptively-ineligible', check: 'asked' },
    },
  ],
  ...{ deadlines: [], documents: [], releases: ['named-recipient'], readers: [] },
  approval: { policy: 'officer', partners: [], override: 'project-manager', source: '' },
}

const waiting: NamedApproval = {
  ...{ id: 'a', decisionId: 'd', jurisdictionId: 'county', organizationId: 'police', pathwayVersionId: 'v' },
  ...{ outcome: 'presumptively-ineligible', missed: ['safety'], overrideReason: 'They calmed down' },
  ...{
    askedName: 'Public Health',
    answeredBy: undefined,
    approver: 'project-manager',
    isOverride: true,
    askedOrganizationId: 'health',
    askedByMemberId: 'm',
  },
  ...{ askedAt: now, answer: null, answeredByMemberId: null, answeredAt: null },
}
const decision: ScreenedReferral = {
  ...{ id: 'd', jurisdictionId: 'county', referralId: 'r', organizationId: 'police', pathwayVersionId: 'v' },
  ...{ outcome: 'presumptively-ineligible', criteria: [{ id: 'safety', met: false }] },
  ...{ overrideReason: 'They calmed down', decidedByMemberId: 'm', decidedAt: now, decidedBy: 'T. Reyes' },
  ...{ approvals: [waiting], standing: 'waiting' },
}
const props: ScreeningProps = {
  ...{ frame, referralId: 'r', called: 'Mac', organizationName: 'Pierpoint Police', definition, now, zone },
  ...{ versionNumber: 1, decision: undefined, decisionId: 'd', answers: {}, errors: {} },
}

const pages = {
  'the criteria': ScreeningPage(props),
  'criteria that lack an answer': ScreeningPage({ ...props, sent: {} }),
  'a choice to override': ScreeningPage({
    ...{ ...props, answers: { safety: 'yes' }, sent: { override: ['yes'], reason: ['NCIC hit'] } },
    errors: { reason: 'Look at these words once more.' },
  }),
  'a decision that waits': ScreeningPage({ ...props, decision }),
  approvals: ApprovalsPage({
    ...{ frame, ownMemberId: 'other', said: 'answered', now, zone },
    asked: [{ ...waiting, definition, from: 'Pierpoint Police' }],
  }),
  'no approvals': ApprovalsPage({ frame, ownMemberId: 'm', asked: [], now, zone }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

// Each is a column of one width: what fits a phone fits a desk.
test.each(Object.entries(pages).map(([name, made]) => ({ name, made })))(
  '$name can be used by everybody',
  async ({ made }) => {
    expect(await check.faultsOf(made, 390)).toEqual([])
  },
)
