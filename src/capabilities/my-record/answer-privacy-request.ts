import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findRequest, writeAnswer, writeExtension } from './privacy-request.store.ts'
import { daysAfter, EXTENSION_DAYS, OUTCOMES, type PrivacyOutcome } from './privacy-request.ts'

/**
 * Answers what was asked, once; the person reads the answer on their own page.
 *
 * @param answer.words what the person is told, in plain words; needed for everything but an accounting
 * @returns refusals: `not-found` for what is not of the actor's county; `wrong-outcome` for an ending that its kind does
 *   not have; `must-agree` when the person paid for it themselves (2.26(a)(4)); `words-missing`; `answered-before`
 */
export const answerPrivacyRequest = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'privacy-request'>,
  answer: { readonly outcome: PrivacyOutcome; readonly words?: string | undefined },
): Promise<
  | { readonly answered: true }
  | Refusal<'not-found' | 'wrong-outcome' | 'must-agree' | 'words-missing' | 'answered-before'>
> =>
  asActor(actor, async (tx) => {
    const request = await findRequest(tx, id)
    if (!request) return { refused: 'not-found' }
    const words = answer.words?.trim() || null
    if (!OUTCOMES[request.kind].includes(answer.outcome)) return { refused: 'wrong-outcome' }
    if (request.paidThemselves && answer.outcome === 'not-agreed') return { refused: 'must-agree' }
    if (words === null && request.kind !== 'accounting') return { refused: 'words-missing' }
    const { memberId } = actor
    const first = await writeAnswer(tx, id, { memberId, outcome: answer.outcome, words })
    await record(tx, {
      action: 'my-record.answer-request',
      subjectKind: 'privacy-request',
      subjectIds: [id],
      outcome: first ? 'done' : 'refused',
      detail: { kind: request.kind, outcome: answer.outcome },
    })
    return first ? { answered: true } : { refused: 'answered-before' }
  })

/** Puts an accounting off by 30 days, once, for a reason that the person is told (45 CFR 164.528(c)(1)(ii)). */
export const extendPrivacyRequest = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'privacy-request'>,
  because: string,
): Promise<
  { readonly dueAt: Date } | Refusal<'not-found' | 'not-an-accounting' | 'words-missing' | 'extended-before'>
> =>
  asActor(actor, async (tx) => {
    const request = await findRequest(tx, id)
    if (!request) return { refused: 'not-found' }
    if (request.kind !== 'accounting') return { refused: 'not-an-accounting' }
    const reason = because.trim()
    if (reason === '') return { refused: 'words-missing' }
    const dueAt = daysAfter(request.dueAt, EXTENSION_DAYS)
    const first = await writeExtension(tx, id, { memberId: actor.memberId, dueAt, because: reason })
    await record(tx, {
      action: 'my-record.extend-request',
      subjectKind: 'privacy-request',
      subjectIds: [id],
      outcome: first ? 'done' : 'refused',
    })
    return first ? { dueAt } : { refused: 'extended-before' }
  })
