import { type Context, Hono } from 'hono'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, findOrganizations, listOrganizations, type MemberEnv, requireMember } from '#identity'
import { dayAt, endOfDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { listServed, type ServedPerson } from '#referrals'
import { chargeFindings, dispositionOf, readCharge } from './charge-form.ts'
import { ChargesPage, type ChargesProps } from './charges.page.tsx'
import { FOLLOW_WITH } from './follows-cases.ts'
import { disposeCharge, holdCharge, listHeldCharges } from './hold-charge.ts'

type In = Context<Env & MemberEnv>

/** Charges that are held while somebody takes part: recorded, and decided. */
export const chargesRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...FOLLOW_WITH)
  const find = async (c: In): Promise<ServedPerson | undefined> => {
    const personId = c.req.param('person')
    if (!isId(personId)) return undefined
    return (await listServed(asActor, c.get('signedIn').actor, { purpose: 'charges on hold', personId }))[0]
  }

  const officesIn = (c: In) =>
    asActor(c.get('signedIn').actor, async (tx) =>
      (await listOrganizations(tx)).filter(
        ({ jurisdictionId, isCriminalJustice, kind }) =>
          jurisdictionId === c.get('signedIn').actor.jurisdictionId && isCriminalJustice && kind !== 'police',
      ),
    )

  const page = async (c: In, person: ServedPerson, wrong?: ChargesProps['wrong']) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const charges = await asActor(actor, async (tx) => {
      const held = await listHeldCharges(tx, person.personId)
      const offices = await findOrganizations(tx, [
        ...new Set(held.map((charge) => charge.heldByOrganizationId)),
      ])
      return held.map((charge) => ({
        ...charge,
        officeName: offices.get(charge.heldByOrganizationId)?.name ?? 'An organization',
      }))
    })
    const said = (['held', 'decided'] as const).find((one) => one === c.req.query('said'))
    return c.html(
      ChargesPage({
        ...{ frame: c.get('frame'), now: new Date(), zone, person, charges, said, wrong },
        offices: await officesIn(c),
        newChargeId: newId(),
      }),
      wrong ? 422 : 200,
    )
  }

  routes.get('/releases/people/:person/charges', member, async (c) => {
    const person = await find(c)
    return person ? page(c, person) : c.notFound()
  })

  routes.post('/releases/people/:person/charges', member, async (c) => {
    const person = await find(c)
    if (!person) return c.notFound()
    const fields = await formFields(c)
    const { actor, timeZone } = c.get('signedIn')
    const read = readCharge(fields, { offices: await officesIn(c), today: dayAt(new Date(), timeZone) })
    if ('errors' in read) return page(c, person, { of: 'new', fields, errors: read.errors })
    if (!keepsWords(chargeFindings(fields), firstOf(fields, AS_IT_IS))) {
      const errors = { 'words-keep': 'Look at your words once more. Change them, or say that you keep them.' }
      return page(c, person, { of: 'new', fields, errors })
    }
    const id = firstOf(fields, 'id')
    await holdCharge(asActor, actor, {
      id: isId(id) ? id : newId(),
      personId: person.personId,
      heldByOrganizationId: read.office.id,
      reference: read.reference,
      decideBy: read.decideBy ? endOfDay(read.decideBy, timeZone) : undefined,
    })
    return c.redirect(`/releases/people/${person.personId}/charges?said=held`, 303)
  })

  routes.post('/releases/people/:person/charges/:charge/decide', member, async (c) => {
    const person = await find(c)
    const charge = c.req.param('charge')
    const { actor } = c.get('signedIn')
    if (!person || !isId(charge)) return c.notFound()
    const held = await asActor(actor, (tx) => listHeldCharges(tx, person.personId))
    if (!held.some(({ id }) => id === charge)) return c.notFound()
    const fields = await formFields(c)
    const disposition = dispositionOf(fields)
    if (!disposition)
      return page(c, person, { of: charge, fields, errors: { disposition: 'Choose what was decided.' } })
    const decided = await disposeCharge(asActor, actor, charge, disposition)
    // Somebody else was first: what they recorded stands on the page.
    const said = isRefusal(decided) ? '' : '?said=decided'
    return c.redirect(`/releases/people/${person.personId}/charges${said}`, 303)
  })

  return routes
}
