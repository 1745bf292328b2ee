import { type Context, Hono } from 'hono'
import { AS_IT_IS, keepsWords, WordsWarning } from '#design'
import { type Env, type MemberEnv, requireMember } from '#identity'
import type { MemberActor, Role } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { findReferralVersion, listPathwayChoice } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { FieldPage, type FieldProps, ReferralsPage } from './field.page.tsx'
import { BEST_FIT, findReceivers } from './find-receivers.ts'
import { findingsInReferral, KEEP_OR_CHANGE } from './free-text.ts'
import { getReferral } from './get-referral.ts'
import { listSent } from './list-referrals.ts'
import { MakeReferralPage } from './make-referral.page.tsx'
import { makeReferral } from './make-referral.ts'
import { ReceiverTiles } from './receivers.page.tsx'
import { ReferralPage } from './referral.page.tsx'
import { fieldSentences, referralInput } from './referral.ts'
import { readReceiverQuery, readReferralForm } from './referral-form.ts'
import { findDraft, findNewestDraft, saveDraft } from './save-draft.ts'
import { takeBackReferral } from './take-back-referral.ts'

/** Who may send a referral from the field. */
const SENDERS = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager'] as const

/** Where a member with these roles begins a referral to a service; undefined for those who send none. */
export const referTo = (roles: readonly Role[], serviceId: string): string | undefined =>
  SENDERS.some((role) => roles.includes(role)) ? `/field/referral?service=${serviceId}` : undefined

const SHOWN_AT_HOME = 5
const PAGE_OF = 25

type SenderNeeds = {
  readonly asActor: AsActor
  /** What else goes on where the sender works, to stand on their home. */
  readonly atHome: (
    asActor: AsActor,
    actor: MemberActor,
    reader: { readonly zone: string; readonly now: Date },
  ) => Promise<FieldProps['goingOn']>
}

/** What a sender does: the officer's home, making a referral, and following it. */
export const senderRoutes = ({ asActor, atHome }: SenderNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const sender = requireMember(...SENDERS)

  const formPage = async (
    c: Context<Env & MemberEnv>,
    form: { id: string; fields: FormFields; savedAt?: Date; errors?: Record<string, string> },
  ) => {
    const signedIn = c.get('signedIn')
    const query = readReceiverQuery(form.fields, signedIn.timeZone)
    const [receivers, choice] = await asActor(signedIn.actor, (tx) =>
      Promise.all([
        findReceivers(tx, signedIn.actor, query),
        listPathwayChoice(tx, signedIn.actor, signedIn.timeZone),
      ]),
    )
    return MakeReferralPage({
      frame: c.get('frame'),
      zone: signedIn.timeZone,
      organizationName: signedIn.organizationName,
      receivers,
      choice,
      ...form,
    })
  }

  const pathwaysFor = (c: Context<Env & MemberEnv>) => {
    const { actor, timeZone } = c.get('signedIn')
    return asActor(actor, (tx) => listPathwayChoice(tx, actor, timeZone), { atOnce: true })
  }

  const bestFit = async (c: Context<Env & MemberEnv>, fields: FormFields): Promise<string | undefined> => {
    const { actor, timeZone } = c.get('signedIn')
    const query = readReceiverQuery(fields, timeZone)
    const { places } = await asActor(actor, (tx) => findReceivers(tx, actor, query))
    return places[0]?.serviceId
  }

  routes.get('/field', sender, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const lines = await listSent(asActor, actor, { limit: SHOWN_AT_HOME })
    const draft = await findNewestDraft(asActor, actor)
    return c.html(
      FieldPage({
        frame: c.get('frame'),
        newReferralId: newId(),
        choice: await pathwaysFor(c),
        lines,
        draft,
        goingOn: await atHome(asActor, actor, { now: new Date(), zone: timeZone }),
        takesWalkIns: actor.roles.some((role) => role === 'officer' || role === 'sergeant'),
        now: new Date(),
        zone: timeZone,
      }),
    )
  })

  routes.get('/field/referral', sender, async (c) => {
    const { draft: id, service, pathway } = c.req.query()
    const fields: FormFields = {
      ...(isId(service) ? { serviceId: [service] } : {}),
      ...(isId(pathway) ? { pathwayId: [pathway] } : {}),
    }
    if (!isId(id)) return c.html(await formPage(c, { id: newId(), fields }))
    const { actor } = c.get('signedIn')
    const draft = await findDraft(asActor, actor, id)
    // The back button after sending: the form is gone, and the referral is there.
    if (!draft && (await getReferral(asActor, actor, id, 'page'))?.side === 'sender')
      return c.redirect(`/referrals/${id}`, 303)
    return c.html(await formPage(c, draft ?? { id, fields }))
  })

  routes.post('/field/referral', sender, async (c) => {
    const fields = await formFields(c)
    const id = idOf(fields)
    await saveDraft(asActor, c.get('signedIn').actor, id, fields)
    return c.html(await formPage(c, { id, fields, savedAt: new Date() }))
  })

  routes.post('/field/referral/draft', sender, async (c) => {
    const fields = await formFields(c)
    await saveDraft(asActor, c.get('signedIn').actor, idOf(fields), fields)
    return c.body(null, 204)
  })

  routes.post('/field/referral/places', sender, async (c) => {
    const fields = await formFields(c)
    const { actor, timeZone } = c.get('signedIn')
    const query = readReceiverQuery(fields, timeZone)
    const receivers = await asActor(actor, (tx) => findReceivers(tx, actor, query))
    return c.html(ReceiverTiles({ receivers, chosen: firstOf(fields, 'serviceId') }))
  })

  routes.post('/field/referral/words', sender, async (c) => {
    const fields = await formFields(c)
    const warning = WordsWarning({
      fields: findingsInReferral(fields),
      said: firstOf(fields, AS_IT_IS),
      live: true,
    })
    return c.html(warning ?? '')
  })

  routes.post('/referrals', sender, async (c) => {
    const fields = await formFields(c)
    const again = async (errors: Record<string, string>) =>
      c.html(await formPage(c, { id: idOf(fields), fields, errors }), 422)
    const form = readReferralForm(fields)
    if (form.serviceId === BEST_FIT) form.serviceId = await bestFit(c, fields)
    const read = referralInput.safeParse(form)
    if (!read.success) return again(fieldSentences(read.error))
    if (!keepsWords(findingsInReferral(fields), firstOf(fields, AS_IT_IS))) return again(KEEP_OR_CHANGE)
    const made = await makeReferral(asActor, c.get('signedIn').actor, read.data)
    if (!isRefusal(made)) return c.redirect(`/referrals/${made.id}?sent=1`, 303)
    return again({
      ...(made.fields ?? {
        form: 'This could not be sent as it is. Start a new referral; what you wrote stays here to copy.',
      }),
    })
  })

  routes.get('/referrals', sender, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const before = new Date(c.req.query('before') ?? '')
    const lines = await listSent(asActor, actor, {
      before: Number.isNaN(before.getTime()) ? undefined : before,
      limit: PAGE_OF,
    })
    const last = lines.length === PAGE_OF ? lines.at(-1) : undefined
    return c.html(
      ReferralsPage({
        frame: c.get('frame'),
        lines,
        now: new Date(),
        zone: timeZone,
        older: last && `/referrals?before=${encodeURIComponent(last.submittedAt.toISOString())}`,
      }),
    )
  })

  routes.get('/referrals/:id', sender, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const referral = await findOwn(c.req.param('id'), (id) => getReferral(asActor, actor, id, 'page'))
    if (referral?.side !== 'sender') return c.notFound()
    const pathway = await asActor(actor, (tx) => findReferralVersion(tx, referral.id))
    return c.html(
      ReferralPage({
        frame: c.get('frame'),
        referral,
        pathway,
        now: new Date(),
        zone: timeZone,
        justSent: c.req.query('sent') === '1',
      }),
    )
  })

  routes.post('/referrals/:id/handoff', sender, async (c) => {
    const says = firstOf(await formFields(c), 'personConfirms') === 'yes'
    const { actor } = c.get('signedIn')
    const done = await findOwn(c.req.param('id'), (id) => confirmHandoff(asActor, actor, id, says))
    if (!done || (isRefusal(done) && done.refused === 'not-open')) return c.notFound()
    return c.redirect(`/referrals/${c.req.param('id')}`, 303)
  })

  routes.post('/referrals/:id/take-back', sender, async (c) => {
    const { actor } = c.get('signedIn')
    const done = await findOwn(c.req.param('id'), (id) => takeBackReferral(asActor, actor, id))
    if (!done || isRefusal(done)) return c.notFound()
    return c.redirect(`/referrals/${c.req.param('id')}`, 303)
  })

  return routes
}

const idOf = (fields: FormFields): string => {
  const given = firstOf(fields, 'id')
  return isId(given) ? given : newId()
}

/** An address that is no id is answered like one that is somebody else's. */
const findOwn = <Found>(id: string, find: (id: string) => Promise<Found>): Promise<Found> | undefined =>
  isId(id) ? find(id) : undefined
