import { type Context, Hono } from 'hono'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, findMembers, type MemberEnv, requireMember } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { dayAt, endOfDay } from '#kernel/calendar-day.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { findReferralVersion, findVersion } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { getReferral, listServed } from '#referrals'
import { findDecision } from '#screening'
import { DiversionPage } from './diversion.page.tsx'
import { STEPS, type StepKind } from './diversion.ts'
import { chargeFindings, readDiversion, readStep } from './diversion-form.ts'
import { DiversionsPage } from './diversions.page.tsx'
import { findDiversion, listDiversions, type SeenDiversion } from './list-diversions.ts'
import { OpenDiversionPage } from './open-diversion.page.tsx'
import { openDiversion } from './open-diversion.ts'
import { packetPdf } from './packet-pdf.ts'
import { packetPapers, wayOf } from './pathway-terms.ts'
import { type StepRefusal, takeStep } from './take-step.ts'
import { CONVENERS } from './work-group.ts'

type In = Context<Env & MemberEnv>
type Errors = Readonly<Record<string, string>>

/** Who refers on a diversion pathway. */
const SENDERS: readonly Role[] = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager']
/** Who follows one. Harm reduction never sees what is legal. */
const FOLLOWERS: readonly Role[] = [...SENDERS, 'provider', 'prosecutor']

const REFUSED: Readonly<Record<Exclude<StepRefusal['refused'], 'not-found'>, string>> = {
  'not-now': 'Somebody was quicker, or something has to come first. This is how it stands now.',
  'no-release': 'They do not let your office know at the moment. Nothing was recorded.',
  'arrests-first': 'Somebody who could be booked waits for you first. Take them on, then this one.',
}

/** Diversions, from the officer's form to the prosecutor's decision. */
export const diversionRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const sender = requireMember(...SENDERS)
  const follower = requireMember(...FOLLOWERS)

  const findReferral = async (c: In) => {
    const id = c.req.param('id')
    const { actor } = c.get('signedIn')
    if (!isId(id)) return undefined
    const referral = await getReferral(asActor, actor, id, 'page')
    if (referral?.side !== 'sender') return undefined
    const version = await asActor(actor, (tx) => findReferralVersion(tx, id))
    const way = version && wayOf(version.definition)
    return way && { referral, way }
  }
  type Referred = NonNullable<Awaited<ReturnType<typeof findReferral>>>

  const form = async (c: In, { referral, way }: Referred, fields: FormFields = {}, errors: Errors = {}) => {
    const { actor, organizationName } = c.get('signedIn')
    const decision = await asActor(actor, (tx) => findDecision(tx, referral.id))
    const made = OpenDiversionPage({
      ...{ frame: c.get('frame'), referralId: referral.id, way, organizationName, fields, errors },
      called: referral.identity?.name ?? 'somebody who gave no name',
      ...{ placeName: referral.to.name, isApproved: decision?.standing === 'approved' },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  routes.get('/referrals/:id/diversion', sender, async (c) => {
    const found = await findReferral(c)
    if (!found) return c.notFound()
    const opened = await findDiversion(asActor, c.get('signedIn').actor, found.referral.id)
    return opened ? c.redirect(`/diversions/${found.referral.id}`, 303) : form(c, found)
  })

  routes.post('/referrals/:id/diversion', sender, async (c) => {
    const found = await findReferral(c)
    if (!found) return c.notFound()
    const fields = await formFields(c)
    const read = readDiversion(fields, found.way)
    if ('errors' in read) return form(c, found, fields, read.errors)
    if (!keepsWords(chargeFindings(fields), firstOf(fields, AS_IT_IS)))
      return form(c, found, fields, { charge: 'Look at these words once more. Change them, or keep them.' })
    const opened = await openDiversion(asActor, c.get('signedIn').actor, {
      referral: found.referral,
      ...read,
    })
    if (!isRefusal(opened)) return c.redirect(`/diversions/${found.referral.id}`, 303)
    return opened.refused === 'no-office'
      ? form(c, found, fields, { charge: 'No prosecutor’s office takes part in this county.' })
      : form(c, found, fields)
  })

  const nameOf = async (c: In, { side, referralId }: SeenDiversion): Promise<string | undefined> =>
    side === 'office'
      ? undefined
      : (await getReferral(asActor, c.get('signedIn').actor, referralId, 'page'))?.identity?.name

  const page = async (c: In, diversion: SeenDiversion, sent: FormFields = {}, errors: Errors = {}) => {
    const { actor, timeZone } = c.get('signedIn')
    const { members, version } = await asActor(actor, async (tx) => ({
      members: await findMembers(tx, [...new Set(diversion.rows.flatMap((row) => row.byMemberId ?? []))]),
      version: await findVersion(tx, diversion.pathwayVersionId),
    }))
    const made = DiversionPage({
      ...{ frame: c.get('frame'), diversion, sent, errors, now: new Date(), zone: timeZone },
      called: await nameOf(c, diversion),
      members: new Map([...members].map(([id, { name }]) => [id, name])),
      papers: version ? packetPapers(version.definition) : [],
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : 200)
  }

  const find = async (c: In): Promise<SeenDiversion | undefined> => {
    const id = c.req.param('id')
    return isId(id) ? findDiversion(asActor, c.get('signedIn').actor, id) : undefined
  }

  routes.get('/diversions', follower, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const asked = Number(c.req.query('page'))
    const page = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1
    const diversions = await listDiversions(asActor, actor, page)
    const isOffice = actor.roles.includes('prosecutor')
    const served = isOffice ? [] : await listServed(asActor, actor, { purpose: 'following a diversion' })
    const isPlace = CONVENERS.some((role) => actor.roles.includes(role))
    return c.html(
      DiversionsPage({
        ...{ frame: c.get('frame'), diversions, isOffice, isPlace, page, now: new Date(), zone: timeZone },
        names: new Map(served.flatMap(({ personId, name }) => (name ? [[personId, name]] : []))),
      }),
    )
  })

  routes.get('/diversions/:id', follower, async (c) => {
    const found = await find(c)
    return found ? page(c, found) : c.notFound()
  })

  routes.get('/diversions/:id/packet.pdf', follower, async (c) => {
    const found = await find(c)
    const bytes = await (found && packetPdf(found, c.get('signedIn').timeZone))
    return bytes
      ? c.body(new Uint8Array(bytes), 200, {
          'Content-Type': 'application/pdf',
          'Content-Disposition': 'inline; filename="packet.pdf"',
        })
      : c.notFound()
  })

  routes.post('/diversions/:id/steps', follower, async (c) => {
    const found = await find(c)
    if (!found) return c.notFound()
    const fields = await formFields(c)
    const kind = (Object.keys(STEPS) as StepKind[]).find((one) => one === firstOf(fields, 'kind'))
    if (!kind) return c.notFound()
    const { actor, timeZone } = c.get('signedIn')
    const version = await asActor(actor, (tx) => findVersion(tx, found.pathwayVersionId))
    const papers = version ? packetPapers(version.definition) : []
    const read = readStep(fields, kind, { papers, today: dayAt(new Date(), timeZone) })
    if ('errors' in read) return page(c, found, fields, read.errors)
    const { until, ...said } = read
    const id = firstOf(fields, 'id')
    const taken = await takeStep(asActor, actor, {
      ...{ ...said, id: isId(id) ? id : newId(), referralId: found.referralId, kind },
      dueAt: until === undefined ? undefined : endOfDay(until, timeZone),
    })
    if (!isRefusal(taken)) return c.redirect(`/diversions/${found.referralId}`, 303)
    const now = await find(c)
    if (!now || taken.refused === 'not-found') return c.notFound()
    return page(c, now, fields, { kind: REFUSED[taken.refused] })
  })

  return routes
}
