import { type AuditEntry, record } from '#audit'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'

/**
 * Writes down what happened to a member's account (CJ-7): done, or refused and why.
 *
 * @param member undefined where nobody has the address that was tried
 */
export const recordMember = (
  tx: Tx,
  action: AuditEntry['action'],
  member: { readonly memberId: Id<'member'>; readonly jurisdictionId: Id<'jurisdiction'> } | undefined,
  { refusal, detail = {} }: { refusal?: Refusal | undefined; detail?: AuditEntry['detail'] } = {},
): Promise<void> =>
  record(tx, {
    action,
    outcome: refusal ? 'refused' : 'done',
    subjectKind: 'member',
    ...(member ? { subjectIds: [member.memberId], jurisdictionId: member.jurisdictionId } : {}),
    detail: refusal ? { ...detail, reason: refusal.refused } : (detail ?? {}),
  })
