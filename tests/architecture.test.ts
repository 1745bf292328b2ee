import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { capabilityMap, withMap } from './architecture/capability-map.ts'
import { layerRules } from './architecture/layer-rules.ts'
import { libraryRules } from './architecture/library-rules.ts'
import { namingRules } from './architecture/naming-rules.ts'
import {
  manifest,
  type Project,
  readProject,
  readRoot,
  specifiersOf,
  withFiles,
} from './architecture/project.ts'
import type { Rule } from './architecture/rule.ts'
import { storeRules } from './architecture/store-rules.ts'

const project = readProject()

const found = (rule: Rule, within: Project): string[] =>
  rule.find(within).map(({ file, says }) => `${file} ${says}`)

describe.each([...layerRules, ...libraryRules, ...storeRules, ...namingRules])('$name', (rule) => {
  test('holds', () => {
    expect(found(rule, project), `Why this is a rule: ${rule.why}`).toEqual([])
  })

  test.each(Object.entries(rule.planted))('is broken by %s', (path, text) => {
    const before = new Set(found(rule, project))
    const planted = found(rule, withFiles(project, { [path]: text })).filter((breach) => !before.has(breach))
    expect(planted.some((breach) => path.startsWith(breach.split(' ')[0] ?? '-'))).toBe(true)
  })
})

test('imports are seen in every way in which they can be written', () => {
  const text = [
    `import 'side-effect'`,
    `import type { A } from "type-only"`,
    `import {`,
    `  b,`,
    `  c,`,
    `} from 'several-lines'`,
    `import d, { e } from 'both'`,
    `import * as f from 'all'`,
    `export { g } from 'passed-on'`,
    `export * from 'passed-on-whole'`,
    `export type { H } from 'passed-on-type'`,
    `const late = await import('late')`,
    `// import { no } from 'comment'`,
    `export const text = 'import it from \\'nowhere\\''`,
  ].join('\n')
  expect(specifiersOf(text)).toEqual([
    { specifier: 'side-effect', isTypeOnly: false },
    { specifier: 'type-only', isTypeOnly: true },
    { specifier: 'several-lines', isTypeOnly: false },
    { specifier: 'both', isTypeOnly: false },
    { specifier: 'all', isTypeOnly: false },
    { specifier: 'passed-on', isTypeOnly: false },
    { specifier: 'passed-on-whole', isTypeOnly: false },
    { specifier: 'passed-on-type', isTypeOnly: true },
    { specifier: 'late', isTypeOnly: false },
  ])
})

test('every import of ours leads to a file', () => {
  const lost = project.arrows.filter(
    ({ from, to, isOurs }) =>
      isOurs && from.startsWith('src/') && /\.tsx?$/.test(to) && !project.files.has(to),
  )
  expect(lost).toEqual([])
})

test('the map of capabilities in ARCHITECTURE.md is true (UPDATE=1 draws it anew)', () => {
  const path = 'ARCHITECTURE.md'
  const before = readRoot(path)
  const drawn = withMap(before, capabilityMap(project))
  if (process.env.UPDATE) writeFileSync(join(import.meta.dirname, '..', path), drawn)
  else expect(before).toBe(drawn)
})

test('every runtime dependency has its reason in docs/decisions/0003-dependencies.md, and no other has', () => {
  const reasons = [...readRoot('docs/decisions/0003-dependencies.md').matchAll(/^- `([^`]+)`: \S/gm)].map(
    (line) => line[1],
  )
  expect(reasons.sort()).toEqual(Object.keys(manifest.dependencies).sort())
})
