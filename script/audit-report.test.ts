import { expect, test } from 'vitest'
import { readAudit } from './audit-report.ts'

const advisory = { title: 'Reads any file', url: 'https://example.org/1', severity: 'high' }

test('grave weaknesses are named, with why; small ones are not', () => {
  const printed = JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      deep: { severity: 'high', via: [advisory] },
      above: { severity: 'critical', via: ['deep'] },
      small: { severity: 'moderate', via: [advisory] },
    },
  })
  expect(readAudit(printed)).toEqual({
    weaknesses: ['deep, high: Reads any file https://example.org/1', 'above, critical: by deep'],
  })
})

test('no weakness is something else than a registry that does not say', () => {
  expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ weaknesses: [] })
  expect(readAudit('{"message":"405 Method Not Allowed"}')).toEqual({ unsaid: '405 Method Not Allowed' })
  expect(readAudit('<html>')).toEqual({ unsaid: '<html>' })
  expect(readAudit('')).toEqual({ unsaid: 'nothing was printed' })
})
