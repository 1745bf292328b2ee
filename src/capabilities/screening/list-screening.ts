import { record } from '#audit'
import { findMembers, findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Definition, findVersion } from '#pathways'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type Standing, standingOf } from './decision.ts'
import {
  type ApprovalRow,
  type DecisionRow,
  selectApprovals,
  selectAsked,
  selectDecisions,
} from './screening.store.ts'

export type NamedApproval = ApprovalRow & {
  readonly askedName: string
  readonly answeredBy: string | undefined
}

/** What was decided about a referral, and how it stands. */
export type ScreenedReferral = DecisionRow & {
  readonly decidedBy: string
  readonly approvals: readonly NamedApproval[]
  readonly standing: Standing
}

/** The decision that stands for a referral of the actor's organization; undefined before there is one. */
export const findDecision = async (tx: Tx, referralId: string): Promise<ScreenedReferral | undefined> => {
  const [decision] = await selectDecisions(tx, referralId)
  if (!decision) return undefined
  const approvals = await selectApprovals(tx, decision.id)
  const members = [decision.decidedByMemberId, ...approvals.flatMap((one) => one.answeredByMemberId ?? [])]
  const [names, organizations] = await Promise.all([
    findMembers(tx, [...new Set(members)]),
    findOrganizations(tx, [...new Set(approvals.map((one) => one.askedOrganizationId))]),
  ])
  return {
    ...decision,
    decidedBy: names.get(decision.decidedByMemberId)?.name ?? 'A member',
    standing: standingOf(decision, approvals),
    approvals: approvals.map((one) => ({
      ...one,
      askedName: organizations.get(one.askedOrganizationId)?.name ?? 'An organization',
      answeredBy: one.answeredByMemberId === null ? undefined : names.get(one.answeredByMemberId)?.name,
    })),
  }
}

/** A yes that the actor is asked for, with the definition that asks for it and who asks. */
export type AskedApproval = ApprovalRow & { readonly definition: Definition; readonly from: string }

const MOST_SHOWN = 50

/** What the actor's organization is asked in the actor's roles: what waits first. */
export const listAsked = (asActor: AsActor, actor: MemberActor): Promise<AskedApproval[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectAsked(tx, actor.organizationId, MOST_SHOWN)
    if (rows.length === 0) return []
    await record(tx, {
      ...{ action: 'screening.read-asked', subjectKind: 'pathway-approval', outcome: 'seen' },
      ...{ subjectIds: rows.map(({ id }) => id), dataClasses: ['own-submission'] },
    })
    const organizations = await findOrganizations(tx, [...new Set(rows.map((one) => one.organizationId))])
    const versions = new Map<string, Definition>()
    for (const id of new Set(rows.map((one) => one.pathwayVersionId))) {
      const version = await findVersion(tx, id)
      if (version) versions.set(id, version.definition)
    }
    return rows.flatMap((row) => {
      const definition = versions.get(row.pathwayVersionId)
      const from = organizations.get(row.organizationId)?.name ?? 'An organization'
      return definition ? [{ ...row, definition, from }] : []
    })
  })
