import { type Context, Hono } from 'hono'
import { listSignedReleases, stopRelease } from '#consent'
import type { Env } from '#identity'
import { isDataClass } from '#kernel/data-classes.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { fileHeaders } from '#platform/files/file-kinds.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { listPapers, openScan } from '#signing'
import { ComplaintPage, RestrictionPage } from './ask.page.tsx'
import { askAccounting, askRestriction, complainFromRecord } from './ask-privacy.ts'
import { ConfirmPage } from './confirm.page.tsx'
import { EnterPage } from './enter.page.tsx'
import type { RecordMeans } from './enter-record.ts'
import { closeRecord } from './leave-record.ts'
import { listPrivacyRequests } from './list-privacy-requests.ts'
import { LooksPage } from './looks.page.tsx'
import { MyRecordPage, SAID } from './my-record.page.tsx'
import { openRecord } from './open-record.ts'
import { readLooks, readRecord } from './read-record.ts'
import type { FieldErrors } from './record-frame.page.tsx'
import {
  languageOf,
  lookOf,
  type RecordEnv,
  recordCookie,
  requireOpenRecord,
} from './record-session.routes.ts'
import { recordWords } from './record-words.ts'
import { ReleasesPage } from './releases.page.tsx'
import { CoverPage, SafeWordPage } from './safe-word.page.tsx'
import { setSafeWord } from './safe-word.ts'
import { giveUpCode } from './take-back-code.ts'

const idIn = (form: FormFields): string => {
  const id = firstOf(form, 'id')
  return isId(id) ? id : newId()
}

/** The person's own pages, behind their code. No address of them names anybody. */
export const myRecordRoutes = (means: RecordMeans & { publicOrigin: string | undefined }): Hono<Env> => {
  const { asActor } = means
  const cookie = recordCookie(means.publicOrigin)
  const door = new Hono<Env>()

  door.get('/my-record', async (c) => {
    const now = new Date()
    const open = await openRecord(c.get('actor').trace, asActor, cookie.read(c))
    const said = c.req.query('said')
    if (!open) {
      const known = said === 'closed' || said === 'given-up' ? said : undefined
      return c.html(EnterPage({ look: lookOf(c), said: known }))
    }
    if (open.isCovered)
      return c.html(CoverPage({ frame: c.get('frame'), lang: languageOf(c, open.language) }))
    return c.html(
      MyRecordPage({
        look: lookOf(c, open),
        record: await readRecord(open, asActor, now),
        said: SAID.find((one) => one === said),
        now,
        zone: open.timeZone,
      }),
    )
  })

  const routes = new Hono<RecordEnv>()
  routes.use(requireOpenRecord(asActor, cookie))
  const saying = (c: Context<RecordEnv>, said: string) => c.redirect(`/my-record?said=${said}`, 303)
  const look = (c: Context<RecordEnv>) => lookOf(c as unknown as Context<Env>, c.get('open'))
  const signed = (c: Context<RecordEnv>) => {
    const { actor } = c.get('open')
    return asActor(actor, (tx) => listSignedReleases(tx, { personId: actor.personId }))
  }

  routes.post('/close', async (c) => {
    await closeRecord(c.get('open'), asActor, c.get('recordToken'))
    cookie.forget(c)
    return saying(c, 'closed')
  })

  routes.get('/stop/all', (c) => {
    const { stop } = recordWords(look(c).lang)
    const asks = { title: stop.all, text: stop.allText, keeps: stop.keeps, yes: stop.yesAll }
    return c.html(ConfirmPage({ look: look(c), ...asks, action: '/my-record/stop/all' }))
  })

  routes.post('/stop/all', async (c) => {
    const { actor } = c.get('open')
    await stopRelease(asActor, actor, { personId: actor.personId, how: 'written' })
    return saying(c, 'stopped-all')
  })

  routes.get('/stop/:line', async (c) => {
    const { stop } = recordWords(look(c).lang)
    const lines = (await signed(c)).flatMap(({ from, lines }) => lines.map((line) => ({ from, line })))
    const found = lines.find(({ line }) => line.id === c.req.param('line') && line.isLive)
    if (!found) return c.redirect('/my-record', 303)
    const title = stop.one(found.from.name, found.line.to.name)
    const asks = { title, text: stop.oneText, keeps: stop.keeps, yes: stop.yesOne }
    return c.html(ConfirmPage({ look: look(c), ...asks, action: `/my-record/stop/${found.line.id}` }))
  })

  routes.post('/stop/:line', async (c) => {
    const lineId = c.req.param('line')
    if (isId(lineId)) await stopRelease(asActor, c.get('open').actor, { lineId, how: 'written' })
    return saying(c, 'stopped')
  })

  routes.get('/looks', async (c) => {
    const [open, now] = [c.get('open'), new Date()]
    const requests = await listPrivacyRequests(asActor, open.actor)
    return c.html(
      LooksPage({
        look: look(c),
        looks: await readLooks(open, asActor, now),
        requestId: newId(),
        isAsked: requests.some(({ kind, answeredAt }) => kind === 'accounting' && !answeredAt),
        now,
        zone: open.timeZone,
      }),
    )
  })

  routes.post('/looks', async (c) => {
    const id = idIn(await formFields(c))
    await askAccounting(c.get('open'), asActor, { id, language: look(c).lang })
    return saying(c, 'asked')
  })

  routes.get('/releases', async (c) => {
    const { actor, timeZone } = c.get('open')
    const releases = await signed(c)
    const ids = releases.map(({ id }) => id)
    const papers = await asActor(actor, (tx) => listPapers(tx, ids))
    return c.html(ReleasesPage({ look: look(c), releases, papers, now: new Date(), zone: timeZone }))
  })

  routes.get('/releases/:release/paper/:scan', async (c) => {
    const { release: releaseId, scan: scanId } = c.req.param()
    if (!isId(releaseId) || !isId(scanId)) return c.redirect('/my-record/releases', 303)
    const found = await openScan(asActor, c.get('open').actor, { releaseId, scanId })
    // One that is not theirs leads back, like one that is not there.
    if (!found) return c.redirect('/my-record/releases', 303)
    return c.body(new Uint8Array(found.content), 200, fileHeaders(found.mediaType, 'paper'))
  })

  const restrictionPage = async (
    c: Context<RecordEnv>,
    form: { requestId: string; fields?: FormFields; errors?: FieldErrors },
  ) => {
    const open = c.get('open')
    const { releases, looks } = await readRecord(open, asActor, new Date())
    const sharers = named([...releases.map(({ from }) => from), ...looks.map(({ from }) => from)])
    const recipients = named([
      ...releases.flatMap(({ lines }) => lines.map(({ to }) => to)),
      ...looks.map(({ to }) => to),
    ])
    return c.html(RestrictionPage({ look: look(c), sharers, recipients, ...form }), form.errors ? 422 : 200)
  }

  routes.get('/restriction', (c) => restrictionPage(c, { requestId: newId() }))

  routes.post('/restriction', async (c) => {
    const fields = await formFields(c)
    const [id, from, to] = [idIn(fields), firstOf(fields, 'from'), firstOf(fields, 'to')]
    const { chooseFrom } = recordWords(look(c).lang).restriction
    if (!isId(from)) return restrictionPage(c, { requestId: id, fields, errors: { from: chooseFrom } })
    await askRestriction(c.get('open'), asActor, {
      id,
      language: look(c).lang,
      fromOrganizationId: from,
      toOrganizationId: isId(to) ? to : undefined,
      dataClasses: (fields.what ?? []).filter(isDataClass),
      paidThemselves: firstOf(fields, 'paid') === 'yes',
      words: firstOf(fields, 'words').slice(0, 4000),
    })
    return saying(c, 'restricted')
  })

  routes.get('/complaint', (c) => c.html(ComplaintPage({ look: look(c), counties: [], requestId: newId() })))

  routes.post('/complaint', async (c) => {
    const fields = await formFields(c)
    const [id, words] = [idIn(fields), firstOf(fields, 'words')]
    const { noWords, longWords } = recordWords(look(c).lang).complaint
    const wrong = words === '' ? noWords : words.length > 4000 ? longWords : undefined
    if (wrong) {
      const form = { requestId: id, fields, errors: { words: wrong } }
      return c.html(ComplaintPage({ look: look(c), counties: [], ...form }), 422)
    }
    const replyTo = firstOf(fields, 'replyTo').slice(0, 300)
    await complainFromRecord(c.get('open'), asActor, { id, words, replyTo, language: look(c).lang })
    return saying(c, 'complained')
  })

  routes.get('/safe-word', (c) =>
    c.html(SafeWordPage({ look: look(c), hasSafeWord: c.get('open').hasSafeWord })),
  )

  routes.post('/safe-word', async (c) => {
    const open = c.get('open')
    const words = recordWords(look(c).lang).safeWord
    const word = firstOf(await formFields(c), 'word')
    const answer = word === '' ? { refused: 'word-too-short' } : await setSafeWord(open, means, word)
    if (!isRefusal(answer)) return saying(c, 'word-set')
    const error = answer.refused === 'word-too-long' ? words.long : words.short
    return c.html(SafeWordPage({ look: look(c), hasSafeWord: open.hasSafeWord, error }), 422)
  })

  routes.post('/safe-word/remove', async (c) => {
    await setSafeWord(c.get('open'), means, '')
    return saying(c, 'word-gone')
  })

  routes.get('/give-up', (c) => {
    const words = recordWords(look(c).lang).giveUp
    const asks = { title: words.title, text: words.text, yes: words.yes, action: '/my-record/give-up' }
    return c.html(ConfirmPage({ look: look(c), ...asks }))
  })

  routes.post('/give-up', async (c) => {
    await giveUpCode(c.get('open'), asActor)
    cookie.forget(c)
    return saying(c, 'given-up')
  })

  return door.route('/my-record', routes as unknown as Hono<Env>)
}

const named = <One extends { readonly id: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
]
