import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { dayAt } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { formFields } from '#platform/http/form-body.ts'
import { declineRequest, sendKits, takeArrived } from './answer-restock.ts'
import { askRestock } from './ask-restock.ts'
import { readRequests } from './list-requests.ts'
import type { Errors, Typed } from './record-form.ts'
import { AnswerRequestPage, RequestsPage } from './requests.page.tsx'
import { RESTOCK_REASONS } from './restock.ts'
import { idOf, typedOf } from './typed.ts'
import { KEEPERS } from './who-keeps.ts'

type In = Context<Env & MemberEnv>

const SAID: Readonly<Record<string, string>> = {
  asked: 'Asked. It shows here until the kits are there.',
  send: 'Sent.',
  decline: 'Declined. They see it.',
  arrived: 'Put in stock.',
}

const isCount = (typed: string | undefined): typed is string => /^[1-9]\d{0,4}$/.test(typed?.trim() ?? '')

/** Asking for kits, and answering who asks. */
export const restockRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)
  const open = async (c: In) => {
    const { actor, timeZone, organizationName } = c.get('signedIn')
    const now = new Date()
    const found = await readRequests(asActor, actor, dayAt(now, timeZone))
    return { ...found, frame: c.get('frame'), now, zone: timeZone, organizationName }
  }

  const queue = async (c: In, typed: Typed = {}, errors: Errors = {}, id: string = newId()) => {
    const said = SAID[c.req.query('said') ?? '']
    const ownOrganizationId = c.get('signedIn').actor.organizationId
    const made = RequestsPage({ ...(await open(c)), ownOrganizationId, id, typed, errors, said })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/supplies/requests', keeper, (c) => queue(c))

  routes.post('/supplies/requests', keeper, async (c) => {
    const typed = typedOf(await formFields(c))
    const id = idOf(typed)
    const errors = {
      ...(isId(typed.from) ? {} : { from: 'Whom do you ask?' }),
      ...(isCount(typed.kits) ? {} : { kits: 'How many kits? Write a number.' }),
    }
    if (!isId(typed.from) || !isCount(typed.kits)) return queue(c, typed, errors, id)
    const reason = RESTOCK_REASONS.find((one) => one === typed.reason && one !== 'below-minimum') ?? 'asked'
    const done = await askRestock(asActor, c.get('signedIn').actor, {
      ...{ id, holderId: null, toOrganizationId: typed.from, kits: Number(typed.kits), reason },
    })
    if (isRefusal(done)) return queue(c, typed, { from: 'They do not give out kits. Ask somebody else.' }, id)
    return c.redirect('/supplies/requests?said=asked', 303)
  })

  const answerPage = async (c: In, typed: Typed = {}, errors: Errors = {}) => {
    const facts = await open(c)
    const request = facts.requests.find(({ id }) => id === c.req.param('id'))
    if (!request) return c.notFound()
    const made = AnswerRequestPage({ ...facts, request, typed, errors })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/supplies/requests/:id', keeper, (c) => answerPage(c))

  routes.post('/supplies/requests/:id', keeper, async (c) => {
    const requestId = c.req.param('id')
    if (!isId(requestId)) return c.notFound()
    const typed = typedOf(await formFields(c))
    const { actor } = c.get('signedIn')
    const at = new Date()
    const back = (act: string) => c.redirect(`/supplies/requests?said=${act}`, 303)
    if (typed.act === 'decline') {
      const done = await declineRequest(asActor, actor, requestId)
      return isRefusal(done) ? c.notFound() : back('decline')
    }
    if (typed.act === 'arrived') {
      const holderId = typed.to ?? ''
      if (!isId(holderId)) return answerPage(c, typed, { to: 'Where do you put them?' })
      const done = await takeArrived(asActor, actor, { requestId, holderId, at })
      return isRefusal(done) ? c.notFound() : back('arrived')
    }
    const [fromHolderId = '', lotId = ''] = (typed.stock ?? '').split(' ')
    if (!isId(fromHolderId) || !isId(lotId)) return answerPage(c, typed, { stock: 'From which lot?' })
    if (!isCount(typed.kits)) return answerPage(c, typed, { kits: 'How many kits? Write a number.' })
    const kits = Number(typed.kits)
    const done = await sendKits(asActor, actor, { requestId, fromHolderId, lotId, kits, at })
    if (!isRefusal(done)) return back('send')
    return done.refused === 'short'
      ? answerPage(c, typed, {
          kits: 'This shelf has fewer than that in the book. Send fewer, or count first.',
        })
      : answerPage(c, typed, { stock: 'These kits cannot be sent for this request. Choose others.' })
  })

  return routes
}
