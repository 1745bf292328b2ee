import { basename } from 'node:path'
import { isTest, type Rule } from './rule.ts'

const WORD = '[a-z0-9]+(-[a-z0-9]+)*'
/** What a file can be, beside a noun or a verb. A new one is a decision for everybody: docs/decisions/0001. */
const SUFFIXES =
  /^(routes|store|table|page|element|commands|examples|(page\.|element\.|routes\.|commands\.|store\.)?((db|axe)\.)?test|spec)$/
const MIGRATION = /^\d{8}-\d+-[a-z0-9-]+\.sql$/
const CODE = /\.tsx?$/

const isWellNamed = (path: string): boolean => {
  const name = basename(path)
  if (name.endsWith('.sql')) return path.startsWith('tests/') || MIGRATION.test(name)
  if (name.endsWith('.md')) return name === 'README.md' || new RegExp(`^${WORD}\\.md$`).test(name)
  const [stem = '', ...rest] = name.split('.')
  const suffix = rest.slice(0, -1).join('.')
  return new RegExp(`^${WORD}$`).test(stem) && (suffix === '' || SUFFIXES.test(suffix))
}

const names: Rule = {
  name: 'files are kebab-case, with a suffix from a closed list',
  why: 'A file name read alone says what is in it and where to look for the rest.',
  find: (project) =>
    [...project.files.keys()]
      .filter((path) => !isWellNamed(path))
      .map((file) => ({ file, says: 'is named in another way' })),
  planted: {
    'src/capabilities/audit/sealAudit.ts': '',
    'src/capabilities/audit/seal.model.ts': '',
    'src/capabilities/audit/audit.sql': '',
    'src/design/Button.tsx': '',
    'src/kernel/ids.tests.ts': '',
  },
}

/** As a whole name, as the last word of one, or as a suffix. A service is a thing of the directory, but no kind of file. */
const EMPTY_WORDS =
  /(?:[-./](utils?|helpers?|managers?|misc|common|shared)(?=\.[^/]*$|\/))|(?:[./](services?)(?=\.[^/]*$|\/))/

const emptyWords: Rule = {
  name: 'no file or folder is called by a word that says nothing',
  why: 'Everything fits into “utils”, so everything ends there, and nobody finds it.',
  find: (project) =>
    [...project.files.keys()]
      .map((file) => ({ file, word: EMPTY_WORDS.exec(file)?.slice(1).find(Boolean) }))
      .filter(({ word }) => word !== undefined)
      .map(({ file, word }) => ({
        file,
        says: `“${word}” names nothing; name it after what it does for somebody`,
      })),
  planted: {
    'src/capabilities/referrals/referral-utils.ts': '',
    'src/platform/helpers/dates.ts': '',
    'src/capabilities/referrals/referral.service.ts': '',
    'src/design/page-manager.tsx': '',
  },
}

const LONGEST = 300

const length: Rule = {
  name: `no file is longer than ${LONGEST} lines`,
  why: 'Past that, nobody reads it whole before changing it. 150 is a good length.',
  find: (project) =>
    [...project.files]
      .filter(([path]) => !path.endsWith('.md') && path !== 'tests/schema.sql')
      .map(([file, text]) => ({ file, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
      .filter(({ lines }) => lines > LONGEST)
      .map(({ file, lines }) => ({ file, says: `has ${lines} lines; it is two things` })),
  planted: { 'src/capabilities/referrals/planted.ts': 'a\n'.repeat(LONGEST + 1) },
}

const defaults: Rule = {
  name: 'no default exports',
  why: 'What has one name everywhere can be searched for.',
  find: (project) =>
    [...project.files]
      .filter(
        ([path, text]) => CODE.test(path) && /^export default\b|^export\s*\{[^}]*\bas default\b/m.test(text),
      )
      .map(([file]) => ({ file, says: 'has a default export; name it' })),
  planted: {
    'src/kernel/planted.ts': 'export default 1',
    'src/kernel/hidden.ts': 'const one = 1\nexport { one as default }',
  },
}

const MOST_IMPORTS = 15
/** Lists: what belongs to a capability, or to the whole, one line each. */
const IS_LIST = /\.(routes|commands|examples)\.tsx?$|^src\/app\/|\/(index|examples)\.tsx?$/

const imports: Rule = {
  name: `no file imports from more than ${MOST_IMPORTS} others`,
  why: 'It would have to be understood with all of them. Ten is plenty; lists (routes, commands, app) are let off.',
  find: (project) => {
    const count = new Map<string, Set<string>>()
    for (const { from, specifier } of project.arrows)
      count.set(from, (count.get(from) ?? new Set()).add(specifier))
    return [...count]
      .filter(([file, from]) => from.size > MOST_IMPORTS && !isTest(file) && !IS_LIST.test(file))
      .map(([file, from]) => ({ file, says: `imports from ${from.size} others` }))
  },
  planted: {
    'src/capabilities/referrals/planted.ts': Array.from(
      { length: MOST_IMPORTS + 1 },
      (_, index) => `import { a${index} } from './a${index}.ts'`,
    ).join('\n'),
  },
}

const MOST_OFFERED = 10
const RE_EXPORT = /^export\s+(type\s+)?\{([^}]*)\}\s+from\s+(['"])([^'"]+)\3/gm

/** The values that a door offers to other capabilities; its types come with them; routes, commands and jobs are for app. */
const IS_FOR_APP = /\.(routes|commands)\.tsx?$|-jobs?(-list)?\.ts$/
const offeredBy = (text: string): string[] =>
  [...text.matchAll(RE_EXPORT)]
    .filter((line) => !line[1] && !IS_FOR_APP.test(line[4] ?? ''))
    .flatMap((line) => (line[2] ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))

const doorSize: Rule = {
  name: `a door offers at most ${MOST_OFFERED} values, and lists them by name`,
  why: 'More than a reader can hold at once is not a door but a missing wall.',
  find: (project) =>
    [...project.files]
      .filter(([path]) => /^src\/capabilities\/[^/]+\/index\.ts$/.test(path))
      .flatMap(([file, text]) => {
        const offered = offeredBy(text)
        return [
          ...(offered.length > MOST_OFFERED
            ? [{ file, says: `offers ${offered.length}: ${offered.join(', ')}` }]
            : []),
          ...(/^export\s*\*|^export\s+(const|function|class|let)\b/m.test(text)
            ? [{ file, says: 'exports something without listing it from the file where it is made' }]
            : []),
        ]
      }),
  planted: {
    'src/capabilities/cases/index.ts': `export { ${[...'abcdefghijk'].join(', ')} } from './case.ts'`,
    'src/capabilities/outreach/index.ts': `export * from './visit.ts'`,
  },
}

const README_LINES = 25

/** What knows words, bits and bytes but no page, verb or table, and would be a package if anybody else needed it. */
const ENGINES = ['src/capabilities/library/search/']

const folder: Rule = {
  name: `a capability is one flat folder with a door and a README of at most ${README_LINES} lines`,
  why: 'It grows by verbs, not by layers, and says in half a page what it owns and promises.',
  find: (project) => {
    const paths = [...project.files.keys()].filter((path) => path.startsWith('src/capabilities/'))
    const folders = [...new Set(paths.map((path) => path.split('/').slice(0, 3).join('/')))]
    return [
      ...paths
        .filter((path) => path.split('/').length > 4 && !ENGINES.some((engine) => path.startsWith(engine)))
        .map((file) => ({ file, says: 'lies in a folder of its own inside a capability' })),
      ...folders.flatMap((file) => {
        const readme = project.files.get(`${file}/README.md`)
        return [
          ...(project.files.has(`${file}/index.ts`) ? [] : [{ file, says: 'has no door (index.ts)' }]),
          ...(readme === undefined ? [{ file, says: 'has no README.md' }] : []),
          ...((readme?.trimEnd().split('\n').length ?? 0) > README_LINES
            ? [{ file, says: `has a README.md of more than ${README_LINES} lines` }]
            : []),
        ]
      }),
    ]
  },
  planted: {
    'src/capabilities/audit/stores/planted.ts': '',
    'src/capabilities/billing/bill.ts': '',
    'src/capabilities/consent/README.md': 'Owns it.\n'.repeat(README_LINES + 1),
  },
}

export const namingRules: readonly Rule[] = [names, emptyWords, length, defaults, imports, doorSize, folder]
