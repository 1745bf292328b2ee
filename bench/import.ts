// Importing 100,000 services: how long, with how much memory, and do readers wait? Baseline: COPY of the same rows into the same tables as superuser, with their triggers and indexes. Argument: how many.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { inventTable } from './support/invented-table.ts'
import { figures } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const ROWS = Number(process.argv[2] ?? 100_000)
const LONGEST_S = 180
const MOST_MB = 600
/** What a reader may wait while an import writes. */
const SLOWEST_READ_MS = 1000

const seconds = (since: number): number => (performance.now() - since) / 1000

const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** What an import wrote, in an order in which it can be written again. */
const PARTS = {
  provider: `source = 'csv'`,
  site: `source = 'csv'`,
  site_listing: `site_id in (select id from site where source = 'csv')`,
  service: `source = 'csv'`,
}

/** Copies what was imported out of the tables, takes it away, and copies it in again. @returns how long that takes, in seconds */
const copyAgain = async (admin: pg.Client): Promise<number> => {
  const { rows } = await admin.query<{ data_directory: string }>('show data_directory')
  const copies: string[] = []
  for (const [table, which] of Object.entries(PARTS)) {
    const { rows: found } = await admin.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const columns = found[0]?.columns
    const file = `${rows[0]?.data_directory}/bench-${table}.copy`
    await admin.query(`copy (select ${columns} from ${table} where ${which}) to '${file}'`)
    copies.push(`copy ${table} (${columns}) from '${file}'`)
  }
  for (const [table, which] of Object.entries(PARTS).toReversed())
    await admin.query(`delete from ${table} where ${which}`)
  const began = performance.now()
  for (const copy of copies) await admin.query(copy)
  return seconds(began)
}

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  const server = await installation.start()
  const admin = await installation.signIn()
  const table = await inventTable(installation.folder, ROWS)

  const cookies = (headers: Headers) =>
    headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
  const origin = server.address
  const signedIn = await fetch(`${origin}/demo/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'as=manager',
  })
  const cookie = cookies(signedIn.headers)
  const post = (path: string, body: BodyInit) =>
    fetch(`${origin}${path}`, { method: 'POST', redirect: 'manual', headers: { origin, cookie }, body })
  const stateOf = async (path: string): Promise<boolean> =>
    (
      (await (await fetch(`${origin}${path}/progress`, { headers: { cookie } })).json()) as {
        isBusy: boolean
      }
    ).isBusy
  const waits: number[] = []
  const untilIdle = async (path: string) => {
    do {
      const began = performance.now()
      await fetch(`${origin}/places?near=Pierpoint`, { headers: { cookie } }).then((one) => one.text())
      waits.push(performance.now() - began)
      await new Promise((resume) => setTimeout(resume, 250))
    } while (await stateOf(path))
  }

  // By the page: the file is looked through, and then written.
  const began = performance.now()
  const form = new FormData()
  form.set('file', new File([readFileSync(table)], 'table.csv'))
  const added = await post('/imports', form)
  const path = added.headers.get('location') ?? ''
  const asked = await (await fetch(`${origin}${path}`, { headers: { cookie } })).text()
  const columns = new URLSearchParams()
  for (const select of asked.matchAll(/name="(column-\d+)"([\s\S]*?)<\/select>/g))
    columns.set(select[1] ?? '', /value="([a-z0-9A-Z]+)" selected/.exec(select[2] ?? '')?.[1] ?? '')
  await post(`${path}/columns`, columns)
  await untilIdle(path)
  const looked = seconds(began)
  await post(`${path}/write`, new URLSearchParams())
  await untilIdle(path)
  const byPage = seconds(began)
  const serverPeak = peakOf(server.process.pid ?? 0)
  const { rows } = await admin.query<{ count: string }>(`select count(*) from service where source = 'csv'`)
  console.log(
    `${rows[0]?.count} services by the page: looked through in ${looked.toFixed(1)} s, in all ${byPage.toFixed(1)} s, server's peak ${serverPeak.toFixed(0)} MB`,
  )
  const undone = performance.now()
  await post(`${path}/undo`, new URLSearchParams())
  await untilIdle(path)
  console.log(`taken back in ${seconds(undone).toFixed(1)} s`)
  const meanwhile = figures({ each: waits, allMs: waits.reduce((all, one) => all + one, 0) })
  printFigures('a search meanwhile', meanwhile)
  await server.stop()
  // As autovacuum does within the minute.
  await admin.query('vacuum analyze')

  // By the command.
  const command = performance.now()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'cli.js'), 'import', 'csv', table, '--json'],
    {
      env: { PATH: process.env.PATH, DATA_DIR: installation.folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  let commandPeak = 0
  const watch = setInterval(() => {
    commandPeak = Math.max(commandPeak, peakOf(child.pid ?? 0))
  }, 250)
  await once(child, 'close')
  clearInterval(watch)
  const byCommand = seconds(command)
  console.log(`by the command ${byCommand.toFixed(1)} s, its peak ${commandPeak.toFixed(0)} MB`)

  // The same rows by COPY.
  const copied = await copyAgain(admin)
  console.log(`the same rows by COPY, with triggers and indexes, ${copied.toFixed(1)} s\n`)
  await admin.end()
  console.log(
    `the command to COPY: ${(byCommand / copied).toFixed(2)}; the page to COPY: ${(byPage / copied).toFixed(2)}`,
  )
  judge('by the page', byPage, { atMost: LONGEST_S }, ' s')
  judge('by the command', byCommand, { atMost: LONGEST_S }, ' s')
  judge('peak of the command', commandPeak, { atMost: MOST_MB }, ' MB')
  judge('p95 of a search meanwhile', meanwhile.p95, { atMost: SLOWEST_READ_MS }, ' ms')
} finally {
  await installation.remove()
}
