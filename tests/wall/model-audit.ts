import type { Who } from './actors.ts'
import {
  countyOf,
  isAnybody,
  isJob,
  isOperator,
  isPrivacyOfficerOf,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import type { Row } from './row.ts'

const holdingOf = ({ actor }: Who): string | null => {
  if (actor?.kind === 'person') return actor.accessId
  return actor?.kind === 'link' ? actor.linkId : actor?.kind === 'token' ? actor.tokenId : null
}

/** Everybody leaves a trace in their own name. Who has no county says which one it concerns, or none. */
const isInOwnName = (who: Who, { values }: Row): boolean =>
  values.actor_kind === who.actor?.kind &&
  values.member_id === memberOf(who) &&
  values.organization_id === (organizationOf(who) ?? null) &&
  values.holding_id === holdingOf(who) &&
  values.job === (who.actor?.kind === 'job' ? who.actor.name : null) &&
  (countyOf(who) === undefined || countyOf(who) === values.jurisdiction_id)

const seals = (who: Who): boolean => isOperator(who) || isJob(who, 'seal-audit')
const signs = (who: Who): boolean => isOperator(who) || isJob(who, 'checkpoint-audit')

export const auditRules: Readonly<Record<string, TableRules>> = {
  audit_record: {
    reads: (who, row) =>
      seals(who) || isPrivacyOfficerOf(who, row.parties.county) || isJob(who, 'find-unusual-access'),
    adds: isInOwnName,
    changes: nobody,
    removes: nobody,
  },
  // Filled by the database itself with each record, in the name of whoever acts.
  audit_waiting: { reads: seals, adds: isAnybody, changes: nobody, removes: seals },
  audit_seal: {
    reads: (who) => seals(who) || signs(who),
    adds: seals,
    changes: nobody,
    removes: nobody,
  },
  audit_checkpoint: {
    reads: (who, row) => signs(who) || isPrivacyOfficerOf(who, row.parties.county),
    adds: signs,
    changes: nobody,
    removes: nobody,
  },
}
