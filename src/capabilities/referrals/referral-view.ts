import type { OrganizationCard } from '#identity'
import type { ReferralView, Step } from './referral.ts'
import type { AnswerRow, IdentityRow, ReferralRow, StepRow } from './referrals.store.ts'

/** What is known of a referral beside its own row. */
type Parts = {
  readonly side: ReferralView['side']
  readonly release: ReferralView['release']
  readonly mustAttest: ReferralView['mustAttest']
  /** Only those of which the reader may know. */
  readonly steps: readonly Pick<
    StepRow,
    'step' | 'at' | 'byOrganizationId' | 'byMemberId' | 'personConfirms'
  >[]
  readonly answer: Pick<AnswerRow, 'answer' | 'forDate' | 'answeredAt'> | undefined
  readonly identity: Pick<IdentityRow, 'name' | 'contact' | 'whereabouts'> | undefined
  readonly organizations: ReadonlyMap<string, OrganizationCard>
  /** Names by the members' ids. */
  readonly members: ReadonlyMap<string, { readonly name: string }>
}

/** A referral in its reader's words, of rows that were read, or that were written just now. */
export const referralView = (row: ReferralRow, parts: Parts): ReferralView => {
  const { answer, identity, organizations, members } = parts
  const cardOf = (id: string) => ({
    id,
    name: organizations.get(id)?.name ?? 'An organization',
    phone: organizations.get(id)?.phone ?? null,
  })
  return {
    id: row.id,
    personId: row.personId,
    side: parts.side,
    from: cardOf(row.fromOrganizationId),
    to: cardOf(row.toOrganizationId),
    sentBy: row.fromMemberId ? members.get(row.fromMemberId)?.name : undefined,
    serviceId: row.toServiceId,
    needs: row.needs,
    payer: row.payer,
    agreesToContact: row.agreesToContact,
    contactWay: row.contactWay ?? undefined,
    submittedAt: row.submittedAt,
    answerDueAt: row.answerDueAt,
    withdrawnAt: row.withdrawnAt ?? undefined,
    identity: identity && {
      name: identity.name ?? undefined,
      contact: identity.contact ?? undefined,
      whereabouts: identity.whereabouts ?? undefined,
    },
    steps: parts.steps.map(
      (step): Step => ({
        step: step.step,
        at: step.at,
        by: step.byOrganizationId ? cardOf(step.byOrganizationId).name : 'Causeway',
        member: step.byMemberId ? members.get(step.byMemberId)?.name : undefined,
        personConfirms: step.personConfirms,
      }),
    ),
    answer: answer && {
      answer: answer.answer,
      forDate: answer.forDate ?? undefined,
      at: answer.answeredAt,
    },
    mustAttest: parts.mustAttest,
    release: parts.release,
  }
}
