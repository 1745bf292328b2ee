import { type Context, Hono } from 'hono'
import type { Env } from '#identity'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { writeAtom } from './atom.ts'
import { cite } from './cite.ts'
import { EvidencePage } from './evidence.page.tsx'
import { EXPORTS } from './export-formats.ts'
import type { LibraryIndex } from './keep-index.ts'
import { keepsLibrary } from './keepers.ts'
import type { LibraryLook } from './library-frame.page.tsx'
import { selectLists, selectListsOf } from './lists.store.ts'
import { mayChangeList } from './may-change-list.ts'
import { RecordPage } from './record.page.tsx'
import { selectRecord, selectRecords } from './records.store.ts'
import { ResultsPage } from './results.page.tsx'
import { SaveSearchPage } from './save-search.page.tsx'
import { findAlike, searchLibrary } from './search-library.ts'
import { readSearch, searchAddress } from './search-query.ts'
import { SubjectPage, SubjectsPage } from './subjects.page.tsx'
import { countSubjects, selectOfSubjects } from './subjects.store.ts'
import { findTerm, withNarrower } from './thesaurus.ts'

const OF_A_SUBJECT = 20

/** How whoever asks for a page of the library sees it. */
export const lookOf = (c: Context<Env>): LibraryLook => {
  const signedIn = c.get('signedIn')
  return {
    frame: c.get('frame'),
    isMember: signedIn !== undefined,
    keeps: signedIn !== undefined && keepsLibrary(signedIn.actor.roles),
  }
}

export type ReadingNeeds = {
  readonly asActor: AsActor
  /** The address that people use; undefined: that of the request. */
  readonly publicOrigin: string | undefined
  /** Left out: the database searches. */
  readonly libraryIndex?: LibraryIndex | undefined
}

/** The library as everybody reads it: no account, no cookie. */
export const readingRoutes = ({ asActor, publicOrigin, libraryIndex }: ReadingNeeds): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/library', async (c) => {
    const search = readSearch(new URL(c.req.url).searchParams)
    const { found, records } = await asActor(c.get('actor'), (tx) => searchLibrary(tx, search, libraryIndex))
    return c.html(ResultsPage({ look: lookOf(c), search, found, records }))
  })

  routes.get('/library/save', (c) => {
    const { searchParams, origin } = new URL(c.req.url)
    const search = readSearch(searchParams)
    return c.html(SaveSearchPage({ look: lookOf(c), search, origin: publicOrigin ?? origin }))
  })

  // What everybody may see: a feed reader has no account.
  routes.get('/library/feed', async (c) => {
    const { searchParams, origin } = new URL(c.req.url)
    const search = { ...readSearch(searchParams), page: 1, order: 'newest' as const }
    const { records } = await asActor({ kind: 'visitor' }, (tx) => searchLibrary(tx, search))
    const xml = writeAtom({
      title: search.text ? `Library: ${search.text}` : 'Library: what is new',
      ...{ origin: publicOrigin ?? origin, self: searchAddress(search, '/library/feed') },
      ...{ page: searchAddress(search), records, now: new Date() },
    })
    return c.body(xml, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })

  routes.get('/library/evidence', (c) => c.html(EvidencePage({ look: lookOf(c) })))

  routes.get('/library/subjects', async (c) => {
    const counts = await asActor(c.get('actor'), countSubjects)
    return c.html(SubjectsPage({ look: lookOf(c), counts }))
  })

  routes.get('/library/subjects/:term', async (c) => {
    const term = findTerm(c.req.param('term'))
    if (!term) return c.notFound()
    const { total, records } = await asActor(c.get('actor'), async (tx) => {
      const { ids, total } = await selectOfSubjects(tx, withNarrower(term.term), OF_A_SUBJECT)
      return { total, records: await selectRecords(tx, ids) }
    })
    return c.html(SubjectPage({ look: lookOf(c), term, total, records }))
  })

  routes.get('/library/:id/:file', async (c) => {
    const { id, file } = c.req.param()
    const format = EXPORTS.find(({ ending }) => file === `record.${ending}`)
    const record =
      format && isId(id) ? await asActor(c.get('actor'), (tx) => selectRecord(tx, id)) : undefined
    if (!format || !record) return c.notFound()
    return c.body(`${format.open}${format.write(record)}${format.close}`, 200, {
      'content-type': `${format.mime}; charset=utf-8`,
      'content-disposition': `attachment; filename="record.${format.ending}"`,
    })
  })

  routes.get('/library/:id', async (c) => {
    const id = c.req.param('id')
    const found = isId(id)
      ? await asActor(c.get('actor'), async (tx) => {
          const record = await selectRecord(tx, id)
          if (!record) return undefined
          const all = await selectLists(tx)
          const ownLists = all.filter((list) => mayChangeList(c.get('signedIn')?.actor, list))
          const lists = await selectListsOf(tx, id)
          return { record, ownLists, lists, alike: await findAlike(tx, id, libraryIndex) }
        })
      : undefined
    if (!found) return c.notFound()
    return c.html(RecordPage({ look: lookOf(c), ...found, citations: await cite(found.record) }))
  })

  return routes
}
