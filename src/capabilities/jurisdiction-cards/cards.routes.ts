import { type Context, Hono } from 'hono'
import type { Lang } from '#design'
import { type Env, requireMember } from '#identity'
import { type Day, dayAt, readDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { CardPage } from './card.page.tsx'
import { CardFieldPage, type CardForm } from './card-field.page.tsx'
import { findField } from './card-fields.ts'
import { type CardLook, inLanguage } from './card-frame.page.tsx'
import { CardsPage } from './cards.page.tsx'
import { changeCard } from './change-card.ts'
import { findCard, listCards, listHistory, withNames } from './list-cards.ts'
import { isCardState } from './states.ts'

const EDITORS = ['manager', 'administrator'] as const
const LONGEST_TEXT = 60

/** The jurisdiction cards: everybody reads them, managers and administrators enter what they read in the law. */
export const cardsRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const editor = requireMember(...EDITORS)

  const showField = async (c: Context<Env>, lang: Lang, form: CardForm | undefined) => {
    const state = c.req.param('state') ?? ''
    const field = findField(c.req.param('field') ?? '')
    if (!field || !isCardState(state)) return c.notFound()
    const history = await asActor(c.get('actor'), (tx) => listHistory(tx, state, field.name))
    const look = lookOf(c, lang, `/law/${state}/${field.name}`)
    const page = CardFieldPage({ look, state, field, history, today: todayOf(c), form })
    return c.html(page, form && Object.keys(form.errors).length > 0 ? 422 : 200)
  }

  for (const lang of ['en', 'es'] as const) {
    routes.get(inLanguage('/law', lang), async (c) => {
      const text = (c.req.query('state') ?? '').slice(0, LONGEST_TEXT).replaceAll('\0', '')
      const cards = await asActor(c.get('actor'), (tx) => listCards(tx, text, todayOf(c)))
      const path = text ? `/law?${new URLSearchParams({ state: text })}` : '/law'
      return c.html(CardsPage({ look: lookOf(c, lang, path), text, cards }))
    })

    routes.get(inLanguage('/law/:state', lang), async (c) => {
      const state = c.req.param('state') ?? ''
      const today = todayOf(c)
      const found = await asActor(c.get('actor'), async (tx) => {
        const card = await findCard(tx, state, today)
        return card && { card, named: await withNames(tx, [...card.entries.values()]) }
      })
      if (!found) return c.notFound()
      const entries = new Map(found.named.map((entry) => [entry.field, entry]))
      const look = lookOf(c, lang, `/law/${state}`)
      return c.html(CardPage({ look, state, entries, fresh: found.card.fresh, today }))
    })

    routes.get(inLanguage('/law/:state/:field', lang), (c) =>
      showField(c, lang, lang === 'en' && mayEdit(c) ? emptyForm() : undefined),
    )
  }

  routes.post('/law/:state/:field', editor, async (c) => {
    const { state, field } = c.req.param()
    const fields = await formFields(c)
    const reviewedOn = {
      month: firstOf(fields, 'reviewed-on-month'),
      day: firstOf(fields, 'reviewed-on-day'),
      year: firstOf(fields, 'reviewed-on-year'),
    }
    const id = firstOf(fields, 'id')
    const typed = {
      id: isId(id) ? id : newId(),
      value: firstOf(fields, 'value'),
      source: firstOf(fields, 'source'),
      note: firstOf(fields, 'note'),
    }
    const done = await changeCard(
      c.get('signedIn').actor,
      asActor,
      { ...typed, state, field, reviewedOn: readDay(reviewedOn.year, reviewedOn.month, reviewedOn.day) },
      todayOf(c as unknown as Context<Env>),
    )
    if (!isRefusal(done)) return c.redirect(`/law/${state}#${field}`, 303)
    if (done.refused === 'not-found') return c.notFound()
    return showField(c as unknown as Context<Env>, 'en', { ...typed, reviewedOn, errors: done.fields ?? {} })
  })

  return routes
}

const emptyForm = (): CardForm => ({
  ...{ id: newId(), value: '', source: '', note: '' },
  reviewedOn: { month: '', day: '', year: '' },
  errors: {},
})

const mayEdit = (c: Context<Env>): boolean =>
  c.get('signedIn')?.actor.roles.some((role) => EDITORS.some((editor) => editor === role)) === true

const lookOf = (c: Context<Env>, lang: Lang, path: string): CardLook => ({
  frame: c.get('frame'),
  lang,
  isMember: lang === 'en' && c.get('signedIn') !== undefined,
  path,
})

/** Where nobody has signed in, the day is that of the east coast: a law is not read by the hour. */
const todayOf = (c: Context<Env>): Day => dayAt(new Date(), c.get('signedIn')?.timeZone ?? 'America/New_York')
