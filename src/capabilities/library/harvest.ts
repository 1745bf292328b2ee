import type { Actor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { checkWork } from './check-work.ts'
import { openHarvest, removeOfSource, updateHarvest } from './harvest.store.ts'
import type { HarvestRow } from './library.table.ts'
import type { NewRecord } from './new-record.ts'
import { type HarvestedRecord, type OaiAnswer, readOaiAnswer } from './read-oai.ts'
import type { Rights } from './record.ts'
import { upsertRecords } from './records.store.ts'

export type HarvestRequest = { readonly url: string; readonly set: string; readonly rights: Rights }
export type HarvestCounts = Pick<HarvestRow, 'read' | 'added' | 'changed' | 'removed'>

const LONGEST_WAIT_MS = 60_000
const TRIES = 4
const SHORTEST_ANSWER_MS = 120_000

/** Asks for a document; a busy repository says when to come again (503, Retry-After), and is heeded. */
const ask = async (url: string): Promise<OaiAnswer | undefined> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url, {
      headers: { 'user-agent': 'Causeway library', accept: 'text/xml' },
      signal: AbortSignal.timeout(SHORTEST_ANSWER_MS),
    }).catch(() => undefined)
    if (answer?.ok) return readOaiAnswer(await answer.text())
    const isPassing = answer === undefined || answer.status === 503 || answer.status === 429
    if (!isPassing || tries === TRIES) return undefined
    const seconds = Number(answer?.headers.get('retry-after')) || 2 ** tries
    await new Promise((resume) => setTimeout(resume, Math.min(seconds * 1000, LONGEST_WAIT_MS)))
  }
}

const addressOf = ({ url, setSpec, since, token }: HarvestRow): string => {
  const address = new URL(url)
  const query: Record<string, string> = token
    ? { resumptionToken: token }
    : { metadataPrefix: 'oai_dc', ...(since ? { from: since } : {}), ...(setSpec ? { set: setSpec } : {}) }
  address.searchParams.set('verb', 'ListRecords')
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address.href
}

const newRecord = (harvest: HarvestRow, { identifier, work }: HarvestedRecord): NewRecord | undefined => {
  const checked = checkWork({ ...work, rights: work?.rights ?? harvest.rights })
  // Without a title it is no record; anything else that is wrong is left empty.
  if (checked.faults.title) return undefined
  return {
    ...checked.work,
    id: derivedId<'library-record'>('library-record', `${harvest.url} ${identifier}`),
    ...{ jurisdictionId: null, visibility: 'public', source: harvest.url, sourceKey: identifier },
  }
}

/** Keeps a page of an answer and where the next begins in one transaction: cut off, the work goes on from there. */
const keep = (asActor: AsActor, actor: Actor, harvest: HarvestRow, answer: OaiAnswer): Promise<HarvestRow> =>
  asActor(actor, async (tx) => {
    const records = new Map(
      answer.records
        .filter(({ work }) => work !== undefined)
        .map((one) => [one.identifier, newRecord(harvest, one)]),
    )
    const gone = answer.records.filter(({ work }) => work === undefined).map(({ identifier }) => identifier)
    const { added, changed } = await upsertRecords(
      tx,
      [...records.values()].filter((one) => one !== undefined),
    )
    const removed = await removeOfSource(tx, harvest.url, gone)
    const next: HarvestRow = {
      ...harvest,
      ...{ read: harvest.read + answer.records.length, added: harvest.added + added },
      ...{ changed: harvest.changed + changed, removed: harvest.removed + removed },
      nextSince: harvest.nextSince ?? answer.responseDate.slice(0, 10),
      token: answer.token ?? null,
    }
    const isDone = answer.token === undefined
    const { id, url, setSpec, rights, ...state } = next
    // The next time asks from the day on which this began: what changed meanwhile comes twice rather than never.
    const ended = isDone
      ? { ...state, beganAt: null, since: state.nextSince, nextSince: null, finishedAt: new Date() }
      : state
    await updateHarvest(tx, harvest.id, ended)
    return { ...next, ...ended }
  })

/**
 * Takes over the public records of another library by OAI-PMH: all the first time, then what is new, changed or gone.
 * One that was cut off goes on where it stopped.
 *
 * @param onPage hears the counts after each page
 */
export const harvest = async (
  asActor: AsActor,
  { url, set, rights }: HarvestRequest,
  onPage: (counts: HarvestCounts) => void = () => {},
  actor: Actor = { kind: 'operator' },
): Promise<HarvestCounts | Refusal<'no-repository'>> => {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    return { refused: 'no-repository', fields: { url: 'Write a whole address: https://…/oai' } }
  const id = derivedId('library-harvest', `${url} ${set}`)
  let state = await asActor(actor, async (tx) => {
    const known = await openHarvest(tx, { id, url, set, rights })
    if (known.beganAt) return known
    const begun = { beganAt: new Date(), token: null, read: 0, added: 0, changed: 0, removed: 0 }
    await updateHarvest(tx, known.id, begun)
    return { ...known, ...begun }
  })
  for (;;) {
    const answer = await ask(addressOf(state))
    if (!answer)
      return { refused: 'no-repository', fields: { url: `${url} does not answer as OAI-PMH does.` } }
    if (answer.error === 'badResumptionToken' && state.token) {
      // The other has forgotten where we were: from the beginning, which changes nothing that is known.
      state = { ...state, token: null }
      continue
    }
    if (answer.error !== undefined && answer.error !== 'noRecordsMatch')
      return { refused: 'no-repository', fields: { url: `${url} refuses: ${answer.error}.` } }
    state = await keep(asActor, actor, state, answer)
    onPage(state)
    if (!state.beganAt) return state
  }
}
