import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { AlikePage } from './alike.page.tsx'
import { CheckPage } from './check.page.tsx'
import { ColumnsPage } from './columns.page.tsx'
import type { DirectoryImport, KeptFinding } from './import.ts'
import { ImportsPage } from './imports.page.tsx'
import { ProgressPage } from './progress.page.tsx'
import { ReportPage } from './report.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'

const one: DirectoryImport = {
  ...{ id: newId(), kind: 'csv', fileName: 'resource list.csv', bytes: 12_000, state: 'done' },
  ...{ jurisdictionId: newId(), organizationId: newId(), byMember: newId(), done: 40, total: 100 },
  mapping: { 0: 'provider', 1: 'city' },
  found: {
    ...{ read: 3, usable: 2, skipped: 1, blank: 1, noted: 1, alike: 1, columns: ['Agency', 'Town'] },
    preview: [{ row: 2, name: 'Tide House', service: 'Detox', address: 'Pierpoint', phone: '', says: '' }],
  },
  counts: { created: 2, updated: 0, unchanged: 0, skipped: 1 },
  takenBack: { services: 1, places: 1, organizations: 0, records: 0, restored: 1, left: 1 },
  ...{ trouble: null, createdAt: now, finishedAt: now, undoneAt: now },
}
const finding: KeptFinding = {
  ...{ row: 4, kind: 'skipped', place: '', field: 'Town', says: 'It has no city.', cells: ['A', ''] },
}
const beginning = { columns: ['Agency', 'Town', ''], samples: [['Tide House', 'Pierpoint', 'x']] }
const list = { frame, id: newId(), names: new Map(), page: 1, hasMore: true, wasDropped: false, now, zone }

const PAGES = {
  'with imports': <ImportsPage {...list} imports={[one, { ...one, state: 'importing' }]} />,
  'with nothing yet': <ImportsPage {...list} imports={[]} error="Choose a file first." />,
  'which column is what': (
    <ColumnsPage
      {...{ frame, one, beginning, keepAs: 'Mine', keptChosen: 'Mine', kept: [{ name: 'Mine' }] }}
      mapping={{ 0: 'provider' }}
      errors={{ [-1]: 'Say which column is: City.', 1: 'It is chosen twice.' }}
    />
  ),
  'while it goes on': <ProgressPage frame={frame} one={{ ...one, state: 'importing' }} />,
  'before it is written': (
    <CheckPage {...{ frame, one }} skipped={[finding]} blank={[finding]} noted={[finding]} />
  ),
  'of places that may be here': (
    <AlikePage
      {...{ frame, one, page: 1, last: 2 }}
      rows={[
        {
          ...{ row: 2, place: 'Tide House', address: 'Pierpoint', phone: null, reasons: ['name', 'near'] },
          ...{ feet: 120, choice: 'same', serviceId: newId(), theirName: 'Tide House Inc' },
          ...{ theirAddress: 'Pierpoint', theirPhone: null },
        },
      ]}
    />
  ),
  'of what came of it': (
    <ReportPage
      {...{ frame, one, by: 'Grace', skipped: [finding], left: [], page: 1, now, zone }}
      hasMore={false}
      mayUndo
    />
  ),
  'of what was left': (
    <ReportPage
      {...{ frame, by: 'Grace', skipped: [], page: 1, now, zone }}
      one={{ ...one, state: 'undone' }}
      left={[{ part: 'service', id: newId(), because: 'changed', name: 'Tide House', serviceId: newId() }]}
      hasMore={false}
      mayUndo
    />
  ),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(PAGES).flatMap(([name, page]) => [390, 1280].map((width) => ({ name, page, width }))),
)('the page of imports $name can be used by everybody at $width px', async ({ page, width }) => {
  expect(await check.faultsOf(String(page), width)).toEqual([])
})
