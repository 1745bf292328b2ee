import { Hono } from 'hono'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, findMembers, listColleagues, requireMember } from '#identity'
import { dayAt } from '#kernel/calendar-day.ts'
import { derivedId, isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { readAnswers } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { callAngel, sayHere } from './call-angel.ts'
import { decideCriteria, findCriteria, overrideCriteria } from './decide-criteria.ts'
import { findVisit } from './get-visit.ts'
import { ItemsPage } from './items.page.tsx'
import { NewVisitPage } from './new-visit.page.tsx'
import { noteStep, type Step } from './note-step.ts'
import { openVisit } from './open-visit.ts'
import { PromisePage } from './promise.page.tsx'
import { itemFindings } from './station-parts.page.tsx'
import { type In, showToStation } from './station-view.routes.ts'
import { destroyItem, listItems, takeItem } from './take-item.ts'

const STATION = ['officer', 'sergeant'] as const
const PAGE_OF = 50

/** What a button of the page notes. */
const STEPS: Readonly<Record<string, Step>> = {
  ...{ comfort: 'comfort', hospital: 'hospital', fit: 'fit', promise: 'promise', items: 'items' },
  left: { end: 'left' },
  'other-ways': { end: 'other-ways' },
  'hospital-stays': { end: 'hospital' },
}

const idOf = (fields: FormFields): string => {
  const given = firstOf(fields, 'id')
  return isId(given) ? given : newId()
}

/** Answers a press: back to the visit, with a word when it could not be done as it was pressed. */
const back = (c: In, done: object) => {
  const id = c.req.param('id') ?? ''
  if (isRefusal(done) && done.refused === 'not-found') return c.notFound()
  return c.redirect(`/visits/${id}${isRefusal(done) ? '?said=changed' : ''}`, 303)
}

/** What a station does with somebody who asks for help. */
export const stationRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const station = requireMember(...STATION)

  routes.get('/visits/new', station, (c) =>
    c.html(NewVisitPage({ frame: c.get('frame'), visitId: newId(), programs: 'The program you call' })),
  )

  routes.post('/visits', station, async (c) => {
    const fields = await formFields(c)
    const came = firstOf(fields, 'came') === 'phone' ? 'phone' : 'walk-in'
    const asks = firstOf(fields, 'asks') === 'family' ? 'family' : 'self'
    const { id } = await openVisit(asActor, c.get('signedIn').actor, { id: idOf(fields), came, asks })
    return c.redirect(`/visits/${id}`, 303)
  })

  routes.get('/visits/items', station, async (c) => {
    const { actor, timeZone: zone, organizationName } = c.get('signedIn')
    const page = Math.max(1, Math.min(1000, Number(c.req.query('page')) || 1))
    const found = await listItems(asActor, actor, { limit: PAGE_OF + 1, offset: (page - 1) * PAGE_OF })
    const items = found.slice(0, PAGE_OF)
    const ids = items.flatMap((one) =>
      [one.takenByMemberId, one.witnessMemberId, one.destroyedByMemberId, one.secondMemberId].flatMap(
        (id) => id ?? [],
      ),
    )
    const members = await asActor(actor, (tx) => findMembers(tx, [...new Set(ids)]))
    return c.html(
      ItemsPage({
        ...{ frame: c.get('frame'), now: new Date(), zone, stationName: organizationName, items },
        names: new Map([...members].map(([id, { name }]) => [id, name])),
        ownId: actor.memberId,
        newer: page > 1 ? `/visits/items?page=${page - 1}` : undefined,
        older: found.length > PAGE_OF ? `/visits/items?page=${page + 1}` : undefined,
      }),
    )
  })

  routes.post('/visits/items/:item/destroy', station, async (c) => {
    const id = c.req.param('item')
    if (!isId(id)) return c.notFound()
    const { signed } = await destroyItem(asActor, c.get('signedIn').actor, id)
    if (!signed) return c.notFound()
    return c.redirect('/visits/items', 303)
  })

  routes.get('/visits/:id/promise', station, async (c) => {
    const { actor, organizationName: stationName } = c.get('signedIn')
    const id = c.req.param('id')
    const visit = await asActor(actor, (tx) => findVisit(tx, actor, id))
    if (visit?.side !== 'station') return c.notFound()
    const language = c.req.query('lang') === 'es' ? 'es' : 'en'
    return c.html(PromisePage({ frame: c.get('frame'), language, stationName, back: `/visits/${id}` }))
  })

  routes.post('/visits/:id/criteria', station, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const fields = await formFields(c)
    const criteria = await asActor(actor, (tx) => findCriteria(tx, actor, zone))
    const answers = criteria ? readAnswers(criteria.definition, (field) => firstOf(fields, field)) : {}
    const done = await decideCriteria(asActor, actor, c.req.param('id'), { answers, zone })
    if (isRefusal(done) && done.refused === 'unfinished')
      return showToStation(asActor, c, { answers, tried: true })
    return back(c, done)
  })

  routes.post('/visits/:id/items', station, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const fields = await formFields(c)
    const visit = await asActor(actor, (tx) => findVisit(tx, actor, c.req.param('id')))
    if (visit?.side !== 'station') return c.notFound()
    const colleagues = await asActor(actor, (tx) => listColleagues(tx, [actor.organizationId]))
    const description = firstOf(fields, 'description').slice(0, 200).toWellFormed()
    const bagNumber = firstOf(fields, 'bag').slice(0, 40).toWellFormed()
    const witness = colleagues.find(({ id }) => id === firstOf(fields, 'witness') && id !== actor.memberId)
    const errors = {
      ...(description ? {} : { description: 'Say what it is.' }),
      ...(bagNumber ? {} : { bag: 'Write the number of the sealed bag.' }),
      ...(witness ? {} : { witness: 'Choose who saw you seal it.' }),
      ...(keepsWords(itemFindings(description), firstOf(fields, AS_IT_IS))
        ? {}
        : { description: 'Look at your words once more. Change them, or say that you keep them.' }),
    }
    if (!witness || Object.keys(errors).length > 0) return showToStation(asActor, c, { sent: fields, errors })
    const done = await takeItem(asActor, actor, {
      ...{ id: idOf(fields), description, bagNumber, witnessMemberId: witness.id },
      takenOn: dayAt(new Date(), timeZone),
    })
    if (isRefusal(done))
      return showToStation(asActor, c, {
        sent: fields,
        errors: { bag: 'This number is on another bag of your station.' },
      })
    return c.redirect(`/visits/${c.req.param('id')}?said=item`, 303)
  })

  routes.post('/visits/:id/calls', station, async (c) => {
    const fields = await formFields(c)
    const visitId = c.req.param('id')
    const angelMemberId = firstOf(fields, 'angel')
    if (!isId(visitId) || !isId(angelMemberId)) return c.notFound()
    // Each row of the list is a press of its own, though the page made one id for all of them.
    const id = derivedId('visit-call', `${idOf(fields)} ${angelMemberId}`)
    const actor = c.get('signedIn').actor
    return back(c, await callAngel(asActor, actor, { id, visitId, angelMemberId }))
  })

  routes.post('/visits/:id', requireMember(...STATION, 'angel', 'navigator', 'case-manager'), async (c) => {
    const { actor } = c.get('signedIn')
    const visitId = c.req.param('id')
    const act = firstOf(await formFields(c), 'act')
    if (!isId(visitId)) return c.notFound()
    if (act === 'here') return back(c, await sayHere(asActor, actor, visitId))
    if (act === 'override') return back(c, await overrideCriteria(asActor, actor, visitId))
    const step = Object.hasOwn(STEPS, act) ? STEPS[act] : undefined
    return step ? back(c, await noteStep(asActor, actor, visitId, step)) : c.notFound()
  })

  return routes
}
