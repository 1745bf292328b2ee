import { type Context, Hono } from 'hono'
import { AS_IT_IS, keepsWords } from '#design'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { decisionOf, findReferralVersion, readAnswers } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { getReferral } from '#referrals'
import { answerApproval } from './answer-approval.ts'
import { ApprovalsPage } from './approvals.page.tsx'
import { decide } from './decide.ts'
import { findDecision, listAsked } from './list-screening.ts'
import { reasonFindings } from './override-reason.ts'
import { ScreeningPage } from './screening.page.tsx'

type In = Context<Env & MemberEnv>

/** Who refers, and so answers the criteria. */
const SENDERS = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager'] as const
/** Whom pathways name to say yes. */
const APPROVERS = ['sergeant', 'manager', 'prosecutor'] as const

const NOBODY_TO_ASK =
  'This pathway asks for the yes of a prosecutor, and no prosecutor’s office takes part in this county. Ask the program manager to change it.'

/** The criteria of a referral, its decision, and the approvals that its pathway asks for. */
export const screeningRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const sender = requireMember(...SENDERS)
  const approver = requireMember(...APPROVERS)

  const find = async (c: In) => {
    const id = c.req.param('id')
    const { actor } = c.get('signedIn')
    if (!isId(id)) return undefined
    const referral = await getReferral(asActor, actor, id, 'page')
    if (referral?.side !== 'sender') return undefined
    return asActor(actor, async (tx) => {
      const version = await findReferralVersion(tx, id)
      return version && { referral, version, decision: await findDecision(tx, id) }
    })
  }
  type Found = NonNullable<Awaited<ReturnType<typeof find>>>

  const page = (
    c: In,
    { referral, version, decision }: Found,
    sent?: FormFields,
    errors = {},
    status: 200 | 422 = 200,
  ) => {
    const { organizationName, timeZone } = c.get('signedIn')
    const { definition } = version
    const isAgain = sent !== undefined || c.req.query('again') === '1'
    const made = ScreeningPage({
      ...{ frame: c.get('frame'), referralId: referral.id, organizationName, definition, errors, sent },
      called: referral.identity?.name ?? 'somebody who gave no name',
      versionNumber: version.number,
      decision: isAgain ? undefined : decision,
      decisionId: sent ? idOf(sent) : newId(),
      answers: sent ? readAnswers(definition, (field) => firstOf(sent, field)) : {},
      ...{ now: new Date(), zone: timeZone },
    })
    return c.html(made, Object.keys(errors).length > 0 ? 422 : status)
  }

  routes.get('/referrals/:id/screening', sender, async (c) => {
    const found = await find(c)
    return found ? page(c, found) : c.notFound()
  })

  routes.post('/referrals/:id/screening', sender, async (c) => {
    const found = await find(c)
    if (!found) return c.notFound()
    const fields = await formFields(c)
    const { definition } = found.version
    const answers = readAnswers(definition, (field) => firstOf(fields, field))
    const finding = decisionOf(definition, answers)
    // What is still to be asked is said at its question.
    if (!finding) return page(c, found, fields, {}, 422)
    const wish = firstOf(fields, 'override')
    const reason = firstOf(fields, 'reason')
    if (finding.outcome === 'presumptively-ineligible') {
      // Met for the first time: nothing is wrong, there is a choice to make.
      if (wish === '') return page(c, found, fields)
      if (wish === 'yes' && reason === '') return page(c, found, fields, { reason: 'Say in a sentence why.' })
      if (wish === 'yes' && !keepsWords(reasonFindings(reason), firstOf(fields, AS_IT_IS)))
        return page(c, found, fields, {
          reason: 'Look at these words once more. Change them, or say that you keep them.',
        })
    }
    const done = await decide(asActor, c.get('signedIn').actor, {
      ...{ id: idOf(fields), referralId: found.referral.id, answers },
      overrideReason: wish === 'yes' ? reason.slice(0, LONGEST_REASON) : undefined,
    })
    if (!isRefusal(done)) return c.redirect(`/referrals/${found.referral.id}/screening`, 303)
    return done.refused === 'nobody-to-ask' ? page(c, found, fields, { asked: NOBODY_TO_ASK }) : c.notFound()
  })

  routes.get('/approvals', approver, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const asked = await listAsked(asActor, actor)
    const said = (['answered', 'not-asked'] as const).find((one) => one === c.req.query('said'))
    return c.html(
      ApprovalsPage({
        ...{ frame: c.get('frame'), asked, ownMemberId: actor.memberId, said },
        ...{ now: new Date(), zone: timeZone },
      }),
    )
  })

  routes.post('/approvals/:id', approver, async (c) => {
    const id = c.req.param('id')
    const answer = firstOf(await formFields(c), 'answer')
    if (!isId(id) || (answer !== 'yes' && answer !== 'no')) return c.notFound()
    const done = await answerApproval(asActor, c.get('signedIn').actor, id, answer)
    return c.redirect(`/approvals?said=${isRefusal(done) ? 'not-asked' : 'answered'}`, 303)
  })

  return routes
}

const LONGEST_REASON = 300

const idOf = (fields: FormFields): string => {
  const given = firstOf(fields, 'id')
  return isId(given) ? given : newId()
}
