import { Hono } from 'hono'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, findOrganizations, getCounty, requireMember } from '#identity'
import { derivedId, isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { findServices, PAYERS, type Payer } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { beginIntake } from './begin-intake.ts'
import { answerCall } from './call-angel.ts'
import { selectCareSteps, selectIntake, selectPersonOf } from './care.store.ts'
import { type CareKind, CONFIRMERS, careOf, DRIVERS, FOLLOW_UPS, lastCalls } from './care.ts'
import { findVisit } from './get-visit.ts'
import { IntakePage, intakeFindings } from './intake.page.tsx'
import { needsOf, readIntake } from './intake.ts'
import { MatchPage } from './match.page.tsx'
import { noteCare } from './note-care.ts'
import { CALL_RESULTS } from './place-calls.ts'
import { saveIntake } from './save-intake.ts'
import type { In } from './station-view.routes.ts'
import type { CallAnswer } from './visit.ts'

const PROGRAM = ['angel', 'navigator', 'case-manager'] as const
const SHOWN_PLACES = 12
const HOUR_MS = 3_600_000

const said = (fields: FormFields, name: string, most: number): string | undefined =>
  firstOf(fields, name).slice(0, most).toWellFormed() || undefined

/** Steps that a press of the visit's page notes, with what may go with each; calls have a page of their own. */
const NOTED: Readonly<Partial<Record<CareKind, Readonly<Record<string, string>> | undefined>>> = {
  ...{
    offered: undefined,
    declined: undefined,
    'left-place': undefined,
    rests: undefined,
    safety: undefined,
  },
  ...{ transport: DRIVERS, arrived: CONFIRMERS, entered: CONFIRMERS, retained: CONFIRMERS },
  'follow-up': FOLLOW_UPS,
}

/** One id a press: a page makes one id for all its buttons. */
const pressId = (fields: FormFields, ...of: readonly string[]): string => {
  const given = firstOf(fields, 'id')
  return derivedId('visit-care-step', [isId(given) ? given : newId(), ...of].join(' '))
}

/** What an angel and their program do: answer the call, the intake, calls to places, and all that follows. */
export const angelRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const program = requireMember(...PROGRAM)

  routes.post('/visits/:id/calls/:call', requireMember(...PROGRAM, 'officer', 'sergeant'), async (c) => {
    const [id, callId] = [c.req.param('id'), c.req.param('call')]
    const [, word = '', minutes] =
      /^(coming|no-answer|cannot)(?:-(\d{1,3}))?$/.exec(firstOf(await formFields(c), 'said')) ?? []
    if (!isId(id) || !isId(callId) || word === '') return c.notFound()
    const done = await answerCall(asActor, c.get('signedIn').actor, id, {
      ...{ callId, answer: word as CallAnswer },
      minutes: minutes ? Math.min(240, Math.max(1, Number(minutes))) : undefined,
    })
    if (isRefusal(done) && done.refused === 'not-found') return c.notFound()
    return c.redirect(`/visits/${id}${isRefusal(done) ? '?said=changed' : ''}`, 303)
  })

  routes.post('/visits/:id/begin', program, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const fields = await formFields(c)
    const sameAs = firstOf(fields, 'sameAs')
    const done = await beginIntake(asActor, c.get('signedIn').actor, id, {
      ...{ called: said(fields, 'called', 80), reach: said(fields, 'reach', 120) },
      sameAsVisitId: isId(sameAs) ? sameAs : undefined,
    })
    if (isRefusal(done))
      return done.refused === 'not-found' ? c.notFound() : c.redirect(`/visits/${id}?said=changed`, 303)
    return c.redirect(`/visits/${id}/intake`, 303)
  })

  const intakePage = async (c: In, form?: { fields: FormFields; errors: Record<string, string> }) => {
    const { actor, timeZone: zone, organizationName: programName } = c.get('signedIn')
    const id = c.req.param('id') ?? ''
    const found = await asActor(actor, async (tx) => {
      const person = isId(id) ? await selectPersonOf(tx, id) : undefined
      const visit = person && (await findVisit(tx, actor, id))
      if (!person || !visit) return undefined
      const station = visit.noted.organizationId
      return {
        ...{ person, intake: await selectIntake(tx, id) },
        stationName: (await findOrganizations(tx, [station])).get(station)?.name ?? 'The station',
      }
    })
    if (!found) return c.notFound()
    const { person, intake, stationName } = found
    const kept: FormFields = {
      ...intake?.answers,
      ...(person.called ? { called: [person.called] } : {}),
      ...(person.reach ? { reach: [person.reach] } : {}),
    }
    const page = IntakePage({
      ...{ frame: c.get('frame'), zone, visitId: id, programName, stationName, savedAt: intake?.savedAt },
      fields: form?.fields ?? kept,
      errors: form?.errors ?? {},
    })
    return c.html(page, form ? 422 : 200)
  }

  const save = (c: In, fields: FormFields, isFinished: boolean) =>
    saveIntake(asActor, c.get('signedIn').actor, c.req.param('id') ?? '', {
      ...{ called: said(fields, 'called', 80), reach: said(fields, 'reach', 120), isFinished },
      answers: readIntake(fields),
    })

  routes.get('/visits/:id/intake', program, (c) => intakePage(c))

  routes.post('/visits/:id/intake/draft', program, async (c) => {
    if (!isId(c.req.param('id'))) return c.notFound()
    return isRefusal(await save(c, await formFields(c), false)) ? c.notFound() : c.body(null, 204)
  })

  routes.post('/visits/:id/intake', program, async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const fields = await formFields(c)
    if (!keepsWords(intakeFindings(fields), firstOf(fields, AS_IT_IS)))
      return intakePage(c, {
        fields,
        errors: { 'words-keep': 'Look at your words once more. Change them, or say that you keep them.' },
      })
    return isRefusal(await save(c, fields, true)) ? c.notFound() : c.redirect(`/visits/${id}/places`, 303)
  })

  routes.get('/visits/:id/places', program, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const id = c.req.param('id')
    const now = new Date()
    const found = await asActor(actor, async (tx) => {
      const person = isId(id) ? await selectPersonOf(tx, id) : undefined
      if (!person) return undefined
      const [intake, steps, county] = await Promise.all([
        selectIntake(tx, id),
        selectCareSteps(tx, [id]),
        getCounty(tx, actor.jurisdictionId),
      ])
      const answers = intake?.answers ?? {}
      const payer = answers.payer?.[0]
      const { latitude, longitude } = county
      const places = await findServices(tx, {
        ...{ needs: needsOf(answers), at: now, zone, referableOnly: false, limit: SHOWN_PLACES },
        near: latitude === null || longitude === null ? undefined : { latitude, longitude },
        payer: payer !== undefined && Object.hasOwn(PAYERS, payer) ? (payer as Payer) : undefined,
      })
      return { places, calls: lastCalls(steps), care: careOf(person.beganAt, steps, now) }
    })
    if (!found) return c.notFound()
    const newIds = found.places.map(() => newId())
    return c.html(MatchPage({ frame: c.get('frame'), now, zone, visitId: id, newIds, ...found }))
  })

  routes.post('/visits/:id/places', program, async (c) => {
    const id = c.req.param('id')
    const fields = await formFields(c)
    const [serviceId, result, days] = ['serviceId', 'result', 'days'].map((name) => firstOf(fields, name))
    if (!isId(id) || !isId(serviceId) || !result || !Object.hasOwn(CALL_RESULTS, result)) return c.notFound()
    const isLater = result === 'waitlist' || result === 'accepted-for'
    const done = await noteCare(asActor, c.get('signedIn').actor, id, {
      ...{ id: pressId(fields, 'call', serviceId, result), kind: 'call', serviceId, result },
      days: isLater && days && /^\d{1,3}$/.test(days) ? Number(days) : undefined,
    })
    if (isRefusal(done)) return c.notFound()
    return c.redirect(`/visits/${id}/places#place-${serviceId}`, 303)
  })

  routes.post('/visits/:id/care', program, async (c) => {
    const id = c.req.param('id')
    const fields = await formFields(c)
    const kind = firstOf(fields, 'kind') as CareKind
    const [result, days, hours, serviceId] = ['result', 'days', 'hours', 'serviceId'].map((name) =>
      firstOf(fields, name),
    )
    if (!isId(id) || !Object.hasOwn(NOTED, kind)) return c.notFound()
    const results = NOTED[kind]
    if (results && !Object.hasOwn(results, result ?? '')) return c.notFound()
    if (kind === 'offered' && !isId(serviceId)) return c.notFound()
    const done = await noteCare(asActor, c.get('signedIn').actor, id, {
      ...{ id: pressId(fields, kind, result ?? '', days ?? ''), kind },
      result: results ? result : undefined,
      serviceId: kind === 'offered' ? serviceId : undefined,
      days: kind === 'follow-up' ? Number(days) || 0 : undefined,
      forAt: kind === 'transport' ? inHours(hours) : undefined,
    })
    if (isRefusal(done) && done.refused !== 'not-now') return c.notFound()
    return c.redirect(`/visits/${id}${isRefusal(done) ? '?said=changed' : ''}`, 303)
  })

  return routes
}

const inHours = (text: string | undefined): Date | undefined =>
  text && /^\d{1,2}$/.test(text) ? new Date(Date.now() + Number(text) * HOUR_MS) : undefined
