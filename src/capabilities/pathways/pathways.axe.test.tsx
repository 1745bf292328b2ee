import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { DraftPage } from './draft.page.tsx'
import { DraftPartPage } from './draft-part.page.tsx'
import type { Editable } from './edit-draft.ts'
import { NewPathwayPage } from './new-pathway.page.tsx'
import { PathwayPage } from './pathway.page.tsx'
import { PathwaysPage } from './pathways.page.tsx'
import type { VersionRow } from './pathways.store.ts'
import { PreviewPage } from './preview.page.tsx'
import { PublishPage } from './publish.page.tsx'
import { findTemplate } from './template-variants.ts'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const today = '2026-11-24'
const definition = findTemplate('lead-arrest-diversion-santa-fe')?.definition
if (!definition) throw new Error('There is no such template.')
const at = new Date('2026-11-24T15:00:00Z')
const own = { jurisdictionId: 'county', organizationId: 'health' }

const version = (number: number, effectiveFrom: string): VersionRow => ({
  ...{ ...own, id: `v${number}`, pathwayId: 'p', number, effectiveFrom, publishedByMemberId: 'm' },
  ...{ publishedAt: at, definition: { ...definition, name: `LEAD ${number}` } },
})
const broken = {
  ...definition,
  questions: definition.questions.map((one) => ({
    ...one,
    choices: one.choices.map((choice) => ({ ...choice, next: '' })),
  })),
}
const pathway: Editable = {
  ...{ ...own, id: 'p', template: 'lead-arrest-diversion-santa-fe', madeByMemberId: 'm', madeAt: at },
  ...{ endsOn: null, versions: [version(2, '2026-11-20'), version(1, '2026-10-01')] },
  draft: { ...own, pathwayId: 'p', revision: 3, definition: broken, savedByMemberId: 'm', savedAt: at },
}
const names = new Map([['health', { name: 'Harbor County Public Health' }]])
const may = { make: true, edit: true }

const part = (name: Parameters<typeof DraftPartPage>[0]['part'], item?: string, errors = {}) =>
  DraftPartPage({ frame, pathway, part: name, item, errors, question: 'age' })

const pages = {
  pathways: PathwaysPage({ frame, pathways: [pathway], names, today, mayMake: true }),
  'a pathway': PathwayPage({
    ...{ frame, pathway, organizationName: 'Harbor County Public Health', today, may, copyId: 'c' },
    wrongEnd: {
      typed: { month: '1', day: '1', year: '2020' },
      says: 'Give its last day: today or a later one.',
    },
  }),
  'a draft with faults': DraftPage({ frame, pathway, said: 'saved' }),
  'a question': part('questions', 'amount', { text: 'Use at most 300 letters.' }),
  'a new criterion': part('criteria'),
  'what is shared': part('sharing'),
  'a try that lacks an answer': PreviewPage({
    ...{ frame, pathwayId: 'p', definition, isDraft: false, answers: { cause: 'yes' }, tried: true },
  }),
  'the last look': PublishPage({
    ...{ frame, pathway: { ...pathway, draft: { ...pathway.draft, definition } }, versionId: 'v3' },
    ...{ from: { month: '11', day: '1', year: '2026' }, errors: { from: 'This day is over.' } },
    madeUnder: new Map([['v2', 0]]),
  }),
  'a new pathway': NewPathwayPage({ frame, id: 'n', pathways: [pathway], today, error: 'Choose.' }),
}

/** The others are a column of one width: what fits a phone fits a desk. */
const IN_TWO_COLUMNS = ['a pathway', 'a draft with faults', 'a try that lacks an answer']

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) =>
    (IN_TWO_COLUMNS.includes(name) ? [390, 1280] : [390]).map((width) => ({ name, width, made })),
  ),
)('$name can be used by everybody at $width px', async ({ made, width }) => {
  expect(await check.faultsOf(made as NonNullable<typeof made>, width)).toEqual([])
})
