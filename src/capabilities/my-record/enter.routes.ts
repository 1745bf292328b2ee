import { type Context, Hono } from 'hono'
import { type Env, listOrganizations } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { EnterPage } from './enter.page.tsx'
import { enterRecord, type RecordMeans } from './enter-record.ts'
import { hideRecord } from './leave-record.ts'
import { NoticePage, NoticesPage } from './notice.page.tsx'
import { type OpenRecord, openRecord } from './open-record.ts'
import { isPersonCode, readPersonCode } from './person-code.ts'
import { codeCountedAs } from './person-secrets.ts'
import { EXIT_TO } from './record-frame.page.tsx'
import { languageOf, lookOf, recordCookie } from './record-session.routes.ts'
import { recordWords } from './record-words.ts'
import { CoverPage } from './safe-word.page.tsx'
import { saySafeWord } from './safe-word.ts'

const QUARTER_HOUR = 15 * 60
const DAY = 24 * 60 * 60

/**
 * How often a record may be tried. By code, since whoever found a card would have to guess a year, of which there are few;
 * by source, since a code itself cannot be guessed, and a shelter's people may share one.
 */
const enterLimits = () => {
  const byCode = [rateLimit(5, QUARTER_HOUR), rateLimit(12, DAY)]
  const bySource = rateLimit(30, QUARTER_HOUR)
  return async (source: string, code: string | undefined): Promise<{ waitSeconds: number } | undefined> => {
    const waits = await Promise.all([
      bySource.take(source),
      ...(code === undefined ? [] : byCode.map((limit) => limit.take(code))),
    ])
    return waits.filter((wait) => wait !== undefined).sort((a, b) => b.waitSeconds - a.waitSeconds)[0]
  }
}

/** The door to a person's own record, the way out of it, and what anybody may read: the notices. */
export const enterRoutes = (means: RecordMeans & { publicOrigin: string | undefined }): Hono<Env> => {
  const { asActor, keys, publicOrigin } = means
  const cookie = recordCookie(publicOrigin)
  const mayTry = enterLimits()
  const routes = new Hono<Env>()

  const openOf = (c: Context<Env>): Promise<OpenRecord | undefined> =>
    openRecord(c.get('actor').trace, asActor, cookie.read(c))

  routes.post('/my-record/enter', async (c) => {
    const form = await formFields(c)
    const given = { code: firstOf(form, 'code'), birthYear: firstOf(form, 'birthYear') }
    const look = lookOf(c, undefined, '/my-record')
    const words = recordWords(look.lang).enter
    const code = readPersonCode(given.code)
    // What cannot be a code opens nothing, and all who mistype theirs would be counted as one.
    const counted = isPersonCode(code) ? codeCountedAs(keys.codes, code) : undefined
    const wait = await mayTry(c.get('source'), counted)
    if (wait) {
      c.header('Retry-After', String(wait.waitSeconds))
      return c.html(EnterPage({ look, error: words.wait(Math.ceil(wait.waitSeconds / 60)) }), 429)
    }
    const answer = await enterRecord(c.get('actor').trace, means, given)
    if (isRefusal(answer)) return c.html(EnterPage({ look, error: words.refused }), 422)
    cookie.keep(c, answer.token)
    return c.redirect('/my-record', 303)
  })

  // A link, so that it works in one press without script too. All that it can do is take a record out of sight.
  routes.get('/my-record/exit', async (c) => {
    const open = await openOf(c)
    if (open) await hideRecord(open, asActor, cookie.read(c))
    if (open?.hasSafeWord) c.header('Clear-Site-Data', '"cache"')
    else cookie.forget(c)
    return c.redirect(EXIT_TO, 303)
  })

  routes.post('/my-record/search', async (c) => {
    const open = await openOf(c)
    if (!open?.isCovered) return c.redirect('/my-record', 303)
    const word = firstOf(await formFields(c), 'q')
    if (await saySafeWord(open, means, cookie.read(c), word)) return c.redirect('/my-record', 303)
    return c.html(CoverPage({ frame: c.get('frame'), lang: languageOf(c, open.language), searched: true }))
  })

  /** A covered record is as good as none: its notice says nothing of it. */
  const lookForAnybody = async (c: Context<Env>) => {
    const open = await openOf(c)
    return lookOf(c, open?.isCovered ? undefined : open)
  }

  const programsFor = async (c: Context<Env>) =>
    (await asActor(c.get('actor'), listOrganizations)).filter(({ isPart2Program }) => isPart2Program)

  routes.get('/my-record/notice', async (c) => {
    const programs = await programsFor(c)
    return c.html(NoticesPage({ look: await lookForAnybody(c), programs }))
  })

  routes.get('/my-record/notice/:program', async (c) => {
    const programs = await programsFor(c)
    const program = programs.find(({ id }) => id === c.req.param('program'))
    if (!program) return c.notFound()
    return c.html(NoticePage({ look: await lookForAnybody(c), program }))
  })

  return routes
}
