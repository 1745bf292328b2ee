import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { DISCLOSURE_NOTICE } from './disclosure-notice.ts'

test('the notice is Statement 1 of 42 CFR 2.32, byte for byte (P2-030)', () => {
  const { text } = DISCLOSURE_NOTICE
  expect(text).toHaveLength(1325)
  expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(
    'd82205a18044f9f45776343d91e26d8ddb44bf13e136af169ec73d755facd9a8',
  )
})

test('the notice is not in the words from before 2024 (P2-030)', () => {
  const { text, version } = DISCLOSURE_NOTICE
  expect(version).toContain('2024')
  expect(text).not.toMatch(/prohibits unauthorized disclosure of these records/i)
  expect(text).not.toMatch(/restrict any use of the information to/i)
})
