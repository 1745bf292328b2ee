import { record } from '#audit'
import { listOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { type Answers, type Approver, decisionOf, findReferralVersion, PATHWAY_WORDS } from '#pathways'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { keptOf, ranWarrantCheck } from './decision.ts'
import { insertApproval, insertDecision, updateAnswer } from './screening.store.ts'

export type DecisionInput = {
  /** Made by whoever sends it: sent twice, it is one. */
  readonly id: string
  readonly referralId: string
  readonly answers: Answers
  /** Why somebody who is presumptively ineligible should take part; undefined: it is left at that. */
  readonly overrideReason: string | undefined
}

export type DecideRefusal = Refusal<'not-found' | 'unfinished' | 'nobody-to-ask'>

/**
 * Records what the criteria come to for a referral, under the version on which it was made, and asks those whom the
 * policy names for their yes. The answers themselves are not kept: of each criterion only whether it was met.
 */
export const decide = (
  asActor: AsActor,
  actor: MemberActor,
  input: DecisionInput,
): Promise<{ readonly id: string } | DecideRefusal> =>
  asActor<{ readonly id: string } | DecideRefusal>(actor, async (tx) => {
    const version = await findReferralVersion(tx, input.referralId)
    if (!version) return { refused: 'not-found' }
    const { definition } = version
    const finding = decisionOf(definition, input.answers)
    if (!finding) return { refused: 'unfinished' }
    const { outcome } = finding
    const overrideReason = outcome === 'presumptively-ineligible' ? (input.overrideReason ?? null) : null
    const asks = outcome === 'eligible' || overrideReason !== null
    const approvers = asks ? finding.approvers.filter((one) => one !== 'officer') : []
    const asked = await whomToAsk(tx, actor, approvers, version.organizationId)
    if (!asked) return { refused: 'nobody-to-ask' }
    const own = { jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId }
    const isNew = await insertDecision(tx, {
      ...{ ...own, id: input.id, referralId: input.referralId, pathwayVersionId: version.id, outcome },
      ...{ criteria: JSON.stringify(keptOf(finding)), overrideReason, decidedByMemberId: actor.memberId },
    })
    if (!isNew) return { id: input.id }
    const missed = keptOf(finding).flatMap(({ id, met }) => (met ? [] : [id]))
    for (const { approver, organizationId } of asked) {
      const id = derivedId('pathway-approval', `${input.id} ${approver}`)
      const isOverride = outcome !== 'eligible' && approver === definition.approval.override
      await insertApproval(tx, {
        ...{
          ...own,
          id,
          decisionId: input.id,
          pathwayVersionId: version.id,
          outcome,
          missed,
          overrideReason,
        },
        ...{ approver, isOverride, askedOrganizationId: organizationId, askedByMemberId: actor.memberId },
      })
      // A sergeant who refers has said yes by that; only an override needs somebody else.
      if (
        !isOverride &&
        organizationId === actor.organizationId &&
        actor.roles.includes(PATHWAY_WORDS.roleOf[approver])
      )
        await updateAnswer(tx, id, 'yes', actor.memberId)
    }
    await record(tx, {
      ...{
        action: 'screening.decide',
        subjectKind: 'referral',
        subjectIds: [input.referralId],
        outcome: 'done',
      },
      dataClasses: ['own-submission'],
      detail: {
        ...{ result: outcome, isOverride: overrideReason !== null, version: version.number },
        warrantCheck: ranWarrantCheck(finding),
      },
    })
    return { id: input.id }
  })

type Asked = { readonly approver: Exclude<Approver, 'officer'>; readonly organizationId: string }

/** The organization in which each approver is found; undefined where there is none for one of them. */
const whomToAsk = async (
  tx: Tx,
  actor: MemberActor,
  approvers: readonly Exclude<Approver, 'officer'>[],
  keeperId: string,
): Promise<Asked[] | undefined> => {
  const office = approvers.includes('prosecutor')
    ? (await listOrganizations(tx)).find(
        ({ jurisdictionId, kind }) => jurisdictionId === actor.jurisdictionId && kind === 'prosecutor',
      )
    : undefined
  const asked: Asked[] = []
  for (const approver of approvers) {
    const organizationId = {
      sergeant: actor.organizationId,
      'project-manager': keeperId,
      prosecutor: office?.id,
    }[approver]
    if (!organizationId) return undefined
    asked.push({ approver, organizationId })
  }
  return asked
}
