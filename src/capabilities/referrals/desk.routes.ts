import { type Context, Hono } from 'hono'
import { listMissingAgreements } from '#agreements'
import { listSignedReleases, stopRelease } from '#consent'
import { type Env, type MemberEnv, requireMember } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { readAnswerForm } from './answer-form.ts'
import { AnswerLinkPage } from './answer-link.page.tsx'
import { answerReferral } from './answer-referral.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { DeskPage, type DeskProps } from './desk.page.tsx'
import { getReferral } from './get-referral.ts'
import { listReceived } from './list-referrals.ts'
import { ReceivedReferralPage } from './received-referral.page.tsx'
import { answerInput, fieldSentences } from './referral.ts'

const RECEIVERS = ['provider', 'harm-reduction', 'navigator', 'case-manager'] as const
const SHOWN = 100

type DeskNeeds = {
  readonly asActor: AsActor
  /** What the desk shows of its organization's capacity. */
  readonly room: (
    asActor: AsActor,
    actor: MemberActor,
    reader: { readonly zone: string; readonly now: Date },
  ) => Promise<DeskProps['room']>
}

/** What a place that was asked does at its desk: answer, confirm the arrival, see what the person signed and stop it. */
export const deskRoutes = ({ asActor, room }: DeskNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const receiver = requireMember(...RECEIVERS)

  const page = async (
    c: Context<Env & MemberEnv>,
    id: string,
    form: { fields?: FormFields; errors?: Record<string, string> } = {},
  ) => {
    const signedIn = c.get('signedIn')
    const referral = isId(id) ? await getReferral(asActor, signedIn.actor, id, 'page') : undefined
    if (referral?.side !== 'receiver') return c.notFound()
    const { organizationId } = signedIn.actor
    const releases = await asActor(signedIn.actor, (tx) =>
      listSignedReleases(tx, { personId: referral.personId }),
    )
    const made = ReceivedReferralPage({
      frame: c.get('frame'),
      referral,
      now: new Date(),
      zone: signedIn.timeZone,
      base: `/desk/referrals/${id}`,
      releases: releases.filter(({ from }) => from.id === organizationId),
      newReleaseId: newId(),
      ...form,
    })
    return c.html(made, form.errors ? 422 : 200)
  }

  routes.get('/desk', receiver, async (c) => {
    const { actor, timeZone, organizationName } = c.get('signedIn')
    const now = new Date()
    const lines = await listReceived(asActor, actor, { limit: SHOWN, channel: 'page' })
    return c.html(
      DeskPage({
        frame: c.get('frame'),
        organizationName,
        lines,
        mayReceive: !(await lacksOwn(asActor, actor)),
        now,
        zone: timeZone,
        room: await room(asActor, actor, { zone: timeZone, now }),
      }),
    )
  })

  routes.get('/desk/referrals/:id', receiver, (c) => page(c, c.req.param('id')))

  routes.post('/desk/referrals/:id/answer', receiver, async (c) => {
    const id = c.req.param('id')
    const fields = await formFields(c)
    const read = answerInput.safeParse(readAnswerForm(fields))
    if (!read.success) return page(c, id, { fields, errors: fieldSentences(read.error) })
    const answer = isId(id)
      ? await answerReferral(asActor, c.get('signedIn').actor, id, read.data)
      : undefined
    if (!answer || (isRefusal(answer) && answer.refused === 'not-open')) return c.notFound()
    if (isRefusal(answer)) return c.html(AnswerLinkPage({ frame: c.get('frame'), state: 'answered' }))
    return c.redirect(read.data.answer === 'declined' ? '/desk' : `/desk/referrals/${id}`, 303)
  })

  routes.post('/desk/referrals/:id/arrived', receiver, async (c) => {
    const id = c.req.param('id')
    const says = firstOf(await formFields(c), 'personConfirms') === 'yes'
    const done = isId(id) ? await confirmHandoff(asActor, c.get('signedIn').actor, id, says) : undefined
    if (!done || isRefusal(done)) return c.notFound()
    return c.redirect(`/desk/referrals/${id}`, 303)
  })

  routes.post('/desk/referrals/:id/release/:line/stop', receiver, async (c) => {
    const { id, line } = c.req.param()
    if (!isId(id) || !isId(line)) return c.notFound()
    await stopRelease(asActor, c.get('signedIn').actor, { lineId: line, how: 'oral' })
    return c.redirect(`/desk/referrals/${id}#releases`, 303)
  })

  return routes
}

/** Whether an organization lacks the agreement without which nobody at all can refer to it. */
const lacksOwn = (asActor: AsActor, actor: MemberActor): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const { organizationId: id } = actor
    return (await listMissingAgreements(tx, { from: id, to: id })).some(({ kind }) => kind === 'qsoa')
  })
