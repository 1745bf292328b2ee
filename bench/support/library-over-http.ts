import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Invented, idAt, type Queries } from './library-text.ts'
import { figures } from './measure.ts'
import { judge, printFigures } from './report.ts'
import { type Server, throwaway } from './throwaway.ts'

const AT_ONCE = 1000
const A_SECOND = 20
const PAGES = 400
const FRESH = 40

const insert = async (
  admin: pg.Client,
  records: readonly (Invented & { readonly id: string })[],
): Promise<void> => {
  await admin.query(
    `insert into library_record (id, source, source_key, title, published_on, type, subjects, audience, abstract, rights)
     select id, 'file', id::text, title, year::text, type, subjects, audience, text, 'public-domain'
     from jsonb_to_recordset($1::jsonb)
       as given (id uuid, title text, year integer, type text, subjects text[], audience text, text text)`,
    [JSON.stringify(records)],
  )
}

const fill = async (admin: pg.Client, count: number, next: () => Invented): Promise<void> => {
  for (let done = 0; done < count; done += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, at) => ({
      id: idAt(done + at),
      ...next(),
    }))
    await insert(admin, some)
  }
  await admin.query('vacuum analyze library_record')
}

const ask = async ({ address }: Server, text: string): Promise<string> => {
  const answer = await fetch(`${address}/library?q=${encodeURIComponent(text)}`)
  if (answer.status !== 200) throw new Error(`The library answered ${answer.status} to ${text}`)
  return answer.text()
}

/** How PostgreSQL alone ranks the twenty best. */
const baseline = async (admin: pg.Client, texts: readonly string[]): Promise<number[]> => {
  const each: number[] = []
  for (const text of texts) {
    const began = performance.now()
    await admin.query(
      `select id from library_record, websearch_to_tsquery('english', $1) as asked
       where words @@ asked order by ts_rank(words, asked) desc limit 20`,
      [text],
    )
    each.push(performance.now() - began)
  }
  return each
}

const inTurns = ({ common, together, phrase }: Queries): string[] =>
  Array.from({ length: PAGES }, (_, at) => {
    const kind = [common, together, phrase.map((text) => `"${text}"`)][at % 3] as readonly string[]
    return kind[Math.floor(at / 3) % kind.length] as string
  })

/** Whole pages at an even pace, as people ask who do not wait for each other. */
const pages = async (server: Server, texts: readonly string[]): Promise<number[]> => {
  const each: number[] = []
  const asked = texts.map(async (text, at) => {
    await pause((at * 1000) / A_SECOND)
    const began = performance.now()
    await ask(server, text)
    each.push(performance.now() - began)
  })
  await Promise.all(asked)
  return each
}

/** From the commit of a record until a page shows it. */
const fresh = async (server: Server, admin: pg.Client, next: () => Invented): Promise<number[]> => {
  const each: number[] = []
  for (let turn = 0; turn < FRESH; turn++) {
    const word = `zyx${turn}qv`
    await insert(admin, [{ ...next(), id: idAt(0xfff_0000_0000 + turn), title: `Newly come ${word}` }])
    const began = performance.now()
    while (!(await ask(server, word)).includes('Newly come')) await pause(50)
    each.push(performance.now() - began)
  }
  return each
}

const sum = (each: readonly number[]) => each.reduce((all, one) => all + one, 0)
const figuresOf = (each: number[]) => figures({ each, allMs: sum(each) })

/** The whole application over as many records: its pages, how soon it is ready, and how soon it knows what is new. */
export const libraryOverHttp = async (
  count: number,
  next: () => Invented,
  queries: Queries,
): Promise<void> => {
  const installation = await throwaway()
  try {
    await (await installation.start()).stop()
    const admin = await installation.signIn()
    await fill(admin, count, next)
    const alone = await baseline(admin, queries.common)
    const began = performance.now()
    const server = await installation.start()
    while ((await ask(server, queries.common[0] as string)).includes('index is not ready')) await pause(500)
    console.log(
      `\nA server without an index has one after ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    printFigures('PostgreSQL, common word', figuresOf(alone))
    const shown = figuresOf(await pages(server, inTurns(queries)))
    printFigures(`whole pages, ${A_SECOND} a second`, shown)
    judge('A whole page with 20 records, p95', shown.p95, { atMost: 60 }, ' ms')
    const found = figuresOf(await fresh(server, admin, next))
    judge('From commit until found, p95', found.p95, { atMost: 3000 }, ' ms')
    await admin.end()
  } finally {
    await installation.remove()
  }
}
