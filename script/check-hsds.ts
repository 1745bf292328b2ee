import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'csv-parse/sync'
import { unzipSync, zipSync } from 'fflate'
import { type Throwaway, throwaway } from '../bench/support/throwaway.ts'
import { readSchemas } from './hsds-schemas.ts'

// Checks the exchange against HSDS's official schemas and examples. Exit code 1: something is not as they say.

const [folder = '', address = ''] = process.argv.slice(2)
const schemas = readSchemas(folder)
let checks = 0
let wrong = 0

const check = (what: string, problems: readonly string[]): void => {
  checks++
  if (problems.length === 0) return
  wrong++
  console.log(
    `WRONG ${what}\n${problems
      .slice(0, 5)
      .map((one) => `      ${one}`)
      .join('\n')}`,
  )
}
const same = (what: string, found: unknown, wanted: unknown): void =>
  check(what, isDeepStrictEqual(found, wanted) ? [] : [`is     ${brief(found)}`, `not as ${brief(wanted)}`])
const brief = (value: unknown): string => JSON.stringify(value)?.slice(0, 2000) ?? 'nothing'

const LISTS = {
  services: 'service',
  service_at_locations: 'service_at_location',
  organizations: 'organization',
  locations: 'location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
} as const
const MAY_BE_WHOLE = new Set(['services', 'service_at_locations', 'organizations'])

type Thing = { id: string }
type Page = { total_items: number; contents: Thing[] } & Record<string, unknown>

const ask = async (base: string, path: string, body?: object): Promise<{ status: number; said: unknown }> => {
  const answer = await fetch(
    `${base}/hsds${path}`,
    body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
      : {},
  )
  const text = await answer.text()
  const isLines = answer.headers.get('content-type')?.startsWith('application/x-ndjson')
  const lines = () =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  return { status: answer.status, said: isLines ? lines() : JSON.parse(text) }
}

const checkPage = (what: string, page: Page, kind: string): void => {
  const number = (name: string) => (Number.isInteger(page[name]) ? [] : [`${name} is ${page[name]}`])
  const flag = (name: string) => (typeof page[name] === 'boolean' ? [] : [`${name} is ${page[name]}`])
  check(`${what}: its page`, [
    ...['total_items', 'total_pages', 'page_number', 'size'].flatMap(number),
    ...['first_page', 'last_page', 'empty'].flatMap(flag),
    ...(page.size === page.contents.length
      ? []
      : [`size ${page.size}, but ${page.contents.length} contents`]),
  ])
  for (const one of page.contents) check(`${what}: ${one.id}`, schemas.wrongWith(kind, one))
}

const checkServer = async (base: string): Promise<void> => {
  const { said } = await ask(base, '/')
  check(
    'GET /',
    ['version', 'profile', 'openapi_url'].filter((name) => typeof (said as never)[name] !== 'string'),
  )
  for (const [path, kind] of Object.entries(LISTS)) {
    const page = (await ask(base, `/${path}`)).said as Page
    checkPage(`GET /${path}`, page, kind)
    same(`POST /${path}`, (await ask(base, `/${path}`, {})).said, page)
    const second = (await ask(base, `/${path}?per_page=1&page=2`)).said as Page
    same(`GET /${path}: the second page`, second.contents[0]?.id, page.contents[1]?.id)
    const lines = (await ask(base, `/${path}?format=ndjson`)).said as Thing[]
    same(`GET /${path}?format=ndjson: how many`, lines.length, page.total_items)
    if (MAY_BE_WHOLE.has(path))
      checkPage(`GET /${path}?full=true`, (await ask(base, `/${path}?full=true`)).said as Page, kind)
    for (const { id } of page.contents.slice(0, 10))
      check(`GET /${path}/${id}`, schemas.wrongWith(kind, (await ask(base, `/${path}/${id}`)).said))
    same(
      `GET /${path}/ an unknown id`,
      (await ask(base, `/${path}/00000000-0000-4000-8000-000000000000`)).status,
      404,
    )
  }
  await checkFilters(base)
}

/** Two filters together find what both of them find. */
const checkFilters = async (base: string): Promise<void> => {
  const idsOf = async (query: string) =>
    ((await ask(base, `/services?format=ndjson&${query}`)).said as Thing[]).map(({ id }) => id)
  const terms = ((await ask(base, '/taxonomy_terms?per_page=500')).said as Page).contents.map(({ id }) => id)
  const organizations = ((await ask(base, '/organizations?per_page=5')).said as Page).contents.map(
    ({ id }) => id,
  )
  for (const organization of organizations)
    for (const term of terms.slice(0, 12)) {
      const [byOne, byOther, byBoth] = await Promise.all([
        idsOf(`organization_id=${organization}`),
        idsOf(`taxonomy_term_id=${term}`),
        idsOf(`organization_id=${organization}&taxonomy_term_id=${term}`),
      ])
      const wanted = byOne.filter((id) => byOther.includes(id))
      if (!isDeepStrictEqual(byBoth, wanted)) same('two filters together', byBoth, wanted)
      else checks++
    }
}

type Tables = Record<string, Record<string, string>[]>

const readTables = (zip: Uint8Array): Tables =>
  Object.fromEntries(
    Object.entries(unzipSync(zip))
      .filter(([name]) => name.endsWith('.csv'))
      .map(([name, bytes]) => [
        name,
        parse(Buffer.from(bytes), { columns: true }) as Record<string, string>[],
      ]),
  )

const exported = async (installation: Throwaway, name: string): Promise<Uint8Array> => {
  const file = join(installation.folder, name)
  await installation.command('export', 'hsds', file)
  const bytes = await readFile(file)
  await rm(file)
  return bytes
}

const checkExports = async (installation: Throwaway): Promise<void> => {
  const tables = readTables(await exported(installation, 'all.zip'))
  same('export: its tables', Object.keys(tables).sort(), [...schemas.tables.keys()].sort())
  for (const [name, rows] of Object.entries(tables))
    for (const row of rows)
      check(`export: ${name} ${row.id}`, schemas.wrongWithRow(schemas.tables.get(name) ?? '', row))
  const document = JSON.parse(Buffer.from(await exported(installation, 'all.json')).toString()) as Record<
    string,
    Thing[]
  >
  for (const [name, things] of Object.entries(document))
    for (const one of things)
      check(`export: JSON ${name} ${one.id}`, schemas.wrongWith(schemas.tables.get(`${name}.csv`) ?? '', one))
  const file = join(installation.folder, 'again.zip')
  await writeFile(
    file,
    zipSync(Object.fromEntries(Object.entries(unzipSync(await exported(installation, 'all.zip'))))),
  )
  const counts = (await installation.command('import', 'hsds', file)) as Record<string, number>
  same('import of an own export', [counts.created, counts.updated, counts.findable], [0, 0, 0])
}

/** What comes back of an example that went in. The location by itself is first, because it belongs to nobody yet. */
const ROUND_TRIPS: readonly (readonly [example: string, path: (said: Thing) => string])[] = [
  ['location.json', ({ id }) => `/locations/${id}`],
  ['service_full.json', ({ id }) => `/services/${id}`],
  ['organization_full.json', ({ id }) => `/organizations/${id}`],
  ['service_at_location_full.json', ({ id }) => `/service_at_locations/${id}`],
  ['taxonomy.json', ({ id }) => `/taxonomies/${id}`],
  ['taxonomy_term.json', ({ id }) => `/taxonomy_terms/${id}`],
  ['service_list.json', () => '/services'],
  ['organization_list.json', () => '/organizations'],
  ['service_at_location_list.json', () => '/service_at_locations'],
  ['taxonomy_list.json', () => '/taxonomies'],
  ['taxonomy_term_list.json', () => '/taxonomy_terms?per_page=500'],
]

const example = (name: string): string => join(folder, 'examples', name)

const checkJsonExamples = async (): Promise<void> => {
  const installation = await throwaway()
  try {
    const server = await installation.start()
    for (const [name, path] of ROUND_TRIPS) {
      await installation.command('import', 'hsds', example(name))
      const wanted = JSON.parse(readFileSync(example(name), 'utf8')) as Thing & Partial<Page>
      const { said } = await ask(server.address, path(wanted))
      if (!wanted.contents) same(`example ${name}`, said, wanted)
      else
        for (const one of wanted.contents)
          same(
            `example ${name}`,
            (said as Page).contents.find(({ id }) => id === one.id),
            one,
          )
    }
  } finally {
    await installation.remove()
  }
}

/** Without what is empty, which a table cannot tell from what is not there, and as texts. */
const plain = (rows: readonly object[]): object[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== '' && value !== null)
        .map(([name, value]) => [name, String(value)]),
    ),
  )

const checkTables = async (name: string, file: string, wanted: Record<string, object[]>): Promise<void> => {
  const installation = await throwaway()
  try {
    await (await installation.start()).stop()
    await installation.command('import', 'hsds', file)
    const found = readTables(await exported(installation, 'out.zip'))
    for (const table of Object.keys(wanted))
      same(`${name}: ${table}`, plain(found[table] ?? []), plain(wanted[table] ?? []))
    const again = (await installation.command('import', 'hsds', file)) as Record<string, number>
    same(`${name}: a second import`, [again.created, again.updated], [0, 0])
  } finally {
    await installation.remove()
  }
}

const checkTableExamples = async (): Promise<void> => {
  const scratch = await mkdtemp(join(tmpdir(), 'check-hsds-'))
  try {
    const names = readdirSync(example('csv'))
    const files = Object.fromEntries(
      names.map((name) => [name, new Uint8Array(readFileSync(example(`csv/${name}`)))]),
    )
    const zip = zipSync(files)
    await writeFile(join(scratch, 'examples.zip'), zip)
    await checkTables('the tables', join(scratch, 'examples.zip'), readTables(zip))
    await checkTables(
      'tabular.json',
      example('tabular.json'),
      JSON.parse(readFileSync(example('tabular.json'), 'utf8')),
    )
  } finally {
    await rm(scratch, { recursive: true })
  }
}

if (address) await checkServer(address.replace(/\/(hsds\/?)?$/, ''))
else {
  const installation = await throwaway('--demo')
  try {
    const server = await installation.start()
    await checkServer(server.address)
    await checkExports(installation)
  } finally {
    await installation.remove()
  }
  await checkJsonExamples()
  await checkTableExamples()
}
console.log(`${checks} checks, ${wrong} of them wrong.`)
if (wrong > 0 || checks === 0) process.exitCode = 1
