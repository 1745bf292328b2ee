import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { ChargesPage, type ChargesProps } from './charges.page.tsx'

const now = new Date('2026-11-24T15:00:00Z')
const charge = {
  ...{ id: '0199d000-0001-7000-8000-000000000001', heldByOrganizationId: 'prosecutor' },
  ...{ reference: 'Packet 12', officeName: 'County Prosecutor', decideBy: new Date('2027-03-20T16:00:00Z') },
  ...{ disposition: null, disposedAt: null },
}
const decided = {
  ...{ ...charge, id: '0199d000-0001-7000-8000-000000000002', reference: 'Packet 3' },
  ...{ disposition: 'not-filed' as const, disposedAt: now },
}
const props: ChargesProps = {
  ...{ frame: { assets: { style: '/causeway.css', script: '/causeway.js' } }, now, zone: 'America/New_York' },
  person: {
    ...{ personId: '0199d000-0001-7000-8000-000000000003', name: 'Zoë', from: 'Pierpoint Police' },
    submittedAt: now,
  },
  charges: [charge, decided],
  offices: [{ id: 'prosecutor', name: 'County Prosecutor' }],
  newChargeId: '0199d000-0001-7000-8000-000000000004',
}

const pages = {
  'charges on hold': ChargesPage({ ...props, said: 'held' }),
  'no charge, and no office to name': ChargesPage({ ...props, charges: [], offices: [] }),
  'a charge that lacks its office': ChargesPage({
    ...props,
    wrong: {
      of: 'new',
      fields: { reference: ['NCIC hit'] },
      errors: { office: 'Choose the office that holds it.' },
    },
  }),
  'a decision that was not chosen': ChargesPage({
    ...props,
    wrong: { of: charge.id, fields: {}, errors: { disposition: 'Choose what was decided.' } },
  }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) => [390, 1280].map((width) => ({ name, width, made }))),
)('$name can be used by everybody at $width px', async ({ made, width }) => {
  expect(await check.faultsOf(made, width)).toEqual([])
})
