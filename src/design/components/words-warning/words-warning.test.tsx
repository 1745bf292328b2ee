import { expect, test } from 'vitest'
import { findSensitiveWords, fingerprintOf } from '#kernel/sensitive-words.ts'
import { type FieldFindings, keepsWords, WordsWarning } from './words-warning.tsx'

const written = (text: string): FieldFindings[] => [
  { field: 'whereabouts', label: 'Where are they?', findings: findSensitiveWords(text) },
]

test('nothing shows, and nothing is asked, where there is nothing to warn of', () => {
  const fields = written('By the ferry ramp most mornings')
  expect(String(<WordsWarning fields={fields} />)).toBe('')
  expect(keepsWords(fields, '')).toBe(true)
})

test('the words are shown with the way to their field and a box to keep them (CJ-0)', () => {
  const fields = written('At his dealer Mike’s. Has priors')
  const html = String(<WordsWarning fields={fields} />)
  expect(html).toContain('<a href="#whereabouts">Where are they?</a>: “priors”, “his dealer Mike’s”')
  expect(html).toContain('nothing from a records check')
  expect(html).toContain('write “a friend”')
  expect(html).toMatch(/type="checkbox" name="asItIs"/)
})

test('the box keeps what it was ticked for, and nothing that was written since', () => {
  const ticked = fingerprintOf(findSensitiveWords('Has priors'))
  expect(keepsWords(written('Has priors'), ticked)).toBe(true)
  expect(keepsWords(written('Has priors. See NCIC'), ticked)).toBe(false)
  expect(keepsWords(written('Has priors'), '')).toBe(false)
})

test('what people write can never become markup', () => {
  const fields = written('his dealer Mike<script>')
  expect(
    String(<WordsWarning fields={[{ ...(fields[0] as FieldFindings), label: '<script>' }]} />),
  ).not.toContain('<script')
})
