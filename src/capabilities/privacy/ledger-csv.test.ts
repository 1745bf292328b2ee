import { expect, test } from 'vitest'
import { DISCLOSURE_NOTICE, type DisclosureLine } from '#disclosures'
import { ledgerCsv } from './ledger-csv.ts'

const line: DisclosureLine = {
  ...{ id: 'line', at: new Date('2026-11-24T15:00:00Z'), personIds: ['sam', 'jo'] },
  from: { id: '1', name: 'Harbor "Recovery"' },
  to: { id: '2', name: 'Pierpoint Police' },
  ...{ toMember: undefined, basis: 'release', releaseLineId: 'r', breakGlassId: null },
  ...{ dataClasses: ['handoff', 'enrolled'], purpose: '=HYPERLINK("http://evil.example")', channel: 'page' },
  ...{ noticeVersion: DISCLOSURE_NOTICE.version, redisclosureRule: 'none' },
}

test('P2-030: the file begins with the statement of 2.32, word for word', () => {
  expect(ledgerCsv([line], { isWhole: true }).startsWith(`"${DISCLOSURE_NOTICE.text}"\r\n`)).toBe(true)
})

test('a line says what the page says, and what a spreadsheet would run is text', () => {
  const [, head, row, end] = ledgerCsv([line], { isWhole: true }).split('\r\n')
  expect(head?.split(',')).toHaveLength(12)
  expect(row).toBe(
    `"line","2026-11-24T15:00:00.000Z","sam jo","Harbor ""Recovery""","Pierpoint Police","","A release that the person signed","handoff enrolled","'=HYPERLINK(""http://evil.example"")","On a page","${DISCLOSURE_NOTICE.version}","none"`,
  )
  expect(end).toBe('')
})

test('a file that could not hold all says so under the statement', () => {
  expect(ledgerCsv([line], { isWhole: false }).split('\r\n')[1]).toMatch(/^"Only the newest 1 lines\./)
})
