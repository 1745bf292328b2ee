import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'docs/security/threat-model.md'), 'utf8')
const threats = text.split('\n').filter((line) => /^\| \d+ \|/.test(line))

test('every threat has a number of its own, a control, a proof and an honest rest', () => {
  expect(threats.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(threats.map((_, index) => index + 1))
  for (const line of threats) {
    const [, , threat, kind, control, proof, rest] = line.split(' | ').join('|').split('|')
    for (const cell of [threat, kind, control, proof, rest]) expect(cell?.trim(), line).toBeTruthy()
  }
})

test('every test that the threat model names is there', () => {
  const named = [...text.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, path]) => path as string)
  expect(named.length).toBeGreaterThan(threats.length)
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([])
})
