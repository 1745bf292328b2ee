import { type Context, Hono } from 'hono'
import type { Env } from '#identity'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { cite } from './cite.ts'
import { EvidencePage } from './evidence.page.tsx'
import { EXPORTS } from './export-formats.ts'
import type { LibraryIndex } from './keep-index.ts'
import { keepsLibrary } from './keepers.ts'
import type { LibraryLook } from './library-frame.page.tsx'
import { RecordPage } from './record.page.tsx'
import { selectRecord, selectRecords } from './records.store.ts'
import { ResultsPage } from './results.page.tsx'
import { findAlike, searchLibrary } from './search-library.ts'
import { readSearch } from './search-query.ts'
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

/** The library as everybody reads it: no account, no cookie. */
export const readingRoutes = ({
  asActor,
  libraryIndex,
}: {
  asActor: AsActor
  libraryIndex?: LibraryIndex | undefined
}): Hono<Env> => {
  const routes = new Hono<Env>()

  routes.get('/library', async (c) => {
    const search = readSearch(new URL(c.req.url).searchParams)
    const { found, records } = await asActor(c.get('actor'), (tx) => searchLibrary(tx, search, libraryIndex))
    return c.html(ResultsPage({ look: lookOf(c), search, found, records }))
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
    const { record, alike } = await asActor(c.get('actor'), async (tx) => {
      const found = isId(id) ? await selectRecord(tx, id) : undefined
      return { record: found, alike: found ? await findAlike(tx, id, libraryIndex) : [] }
    })
    if (!record) return c.notFound()
    return c.html(RecordPage({ look: lookOf(c), record, citations: await cite(record), lists: [], alike }))
  })

  return routes
}
