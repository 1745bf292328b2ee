import { type Context, Hono } from 'hono'
import { addPerson } from '#consent'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { listPathwayChoice } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { getReferral } from '#referrals'
import { caseRoutes } from './case.routes.ts'
import { WORKS_CASES } from './case.ts'
import type { Errors } from './case-form.ts'
import { readIdentity } from './case-form.ts'
import type { CaseFilter } from './case-list.store.ts'
import { CasesPage, SHOWS } from './cases.page.tsx'
import { NewCasePage } from './identity-form.page.tsx'
import { listCases } from './list-cases.ts'
import type { Fields } from './merge-fields.ts'
import { openCase } from './open-case.ts'
import { pageOf, todayRoutes } from './today.routes.ts'

type In = Context<Env & MemberEnv>

/** The queue of the day, the people with whom an organization works, and how a case is opened. */
export const casesRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember(...WORKS_CASES)

  routes.get('/cases', member, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const asked = c.req.query('show') ?? 'mine'
    const show: CaseFilter['show'] = Object.hasOwn(SHOWS, asked) ? (asked as CaseFilter['show']) : 'mine'
    const called = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 80)
    const page = pageOf(c.req.query('page'))
    const listed = await listCases(asActor, actor, { show, called, page })
    return c.html(
      CasesPage({
        ...{ frame: c.get('frame'), ...listed, show, called, page, memberId: actor.memberId },
        ...{ now: new Date(), zone },
      }),
    )
  })

  /** A referral that the organization said yes to; undefined for any other. */
  const accepted = async (c: In, id: string) => {
    const referral = isId(id) ? await getReferral(asActor, c.get('signedIn').actor, id, 'page') : undefined
    return referral?.side === 'receiver' && referral.answer && referral.answer.answer !== 'declined'
      ? referral
      : undefined
  }

  const newCase = async (
    c: In,
    referral: Awaited<ReturnType<typeof accepted>>,
    sent?: { fields: FormFields; values: Fields; errors: Errors },
  ) => {
    const { actor, organizationName, timeZone } = c.get('signedIn')
    const { pathways } = await asActor(actor, (tx) => listPathwayChoice(tx, actor, timeZone))
    const fields = sent?.fields ?? {}
    const known = {
      called: referral?.identity?.name ?? '',
      howToReach: referral?.identity?.contact ?? '',
      whereabouts: referral?.identity?.whereabouts ?? '',
    }
    const page = NewCasePage({
      ...{ frame: c.get('frame'), organizationName, pathways, from: referral?.from.name },
      ...{ referralId: referral?.id, values: sent?.values ?? known, errors: sent?.errors ?? {} },
      newId: idOf(fields, 'id'),
      personId: idOf(fields, 'person'),
      pathway: firstOf(fields, 'pathway'),
    })
    return c.html(page, sent ? 422 : 200)
  }

  routes.get('/cases/new', member, async (c) => {
    const id = c.req.query('referral')
    const referral = id === undefined ? undefined : await accepted(c, id)
    if (c.get('signedIn').isCriminalJustice) return c.notFound()
    return id !== undefined && !referral ? c.notFound() : newCase(c, referral)
  })

  routes.post('/cases', member, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const fields = await formFields(c)
    if (c.get('signedIn').isCriminalJustice) return c.notFound()
    const asked = firstOf(fields, 'referral')
    const referral = asked === '' ? undefined : await accepted(c, asked)
    if (asked !== '' && !referral) return c.notFound()
    const read = readIdentity(fields)
    // Without its ids, sent twice it would be two.
    if (Object.keys(read.errors).length > 0 || !isId(firstOf(fields, 'id')))
      return newCase(c, referral, { fields, ...read })
    const { values } = read
    const personId = referral?.personId ?? idOf(fields, 'person')
    const opened = await asActor(actor, async (tx) => {
      const { pathways } = await listPathwayChoice(tx, actor, timeZone)
      const pathway = pathways.find(({ versionId }) => versionId === firstOf(fields, 'pathway'))
      // Sent twice, the person was entered by the first time.
      if (!referral && !(await addPerson(tx, personId, { isNew: false }))) await addPerson(tx, personId)
      return openCase(tx, actor, {
        ...{ id: idOf(fields, 'id'), personId, referralId: referral?.id },
        ...{ pathwayVersionId: pathway?.versionId, caseManagerId: actor.memberId },
        known: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
        followUpFrom: new Date(),
      })
    })
    return isRefusal(opened) ? c.notFound() : c.redirect(`/cases/${opened.caseId}`, 303)
  })

  routes.route('/', todayRoutes({ asActor }))
  routes.route('/', caseRoutes({ asActor }))
  return routes
}

const idOf = (fields: FormFields, name: string): string => {
  const given = firstOf(fields, name)
  return isId(given) ? given : newId()
}
