import type { Who } from './actors.ts'
import {
  countyOf,
  helpsPeople,
  isJob,
  isMember,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import { NOT_KEPT, NOT_REFERRED, ON_NOTHING } from './pathway-rows.ts'
import type { Row } from './row.ts'

const isOfCounty = (who: Who, { parties }: Row): boolean =>
  (isMember(who) || who.actor?.kind === 'token') && countyOf(who) === parties.county

const manages = (who: Who, { parties }: Row): boolean =>
  isMember(who) && who.roles.includes('manager') && organizationOf(who) === parties.organization

const inOwnName = (who: Who, { parties }: Row): boolean => memberOf(who) === (parties.member ?? null)

/** Of the organization itself, by members who work with people. */
const helpsThere = (who: Who, { parties }: Row): boolean =>
  helpsPeople(who) && organizationOf(who) === parties.organization

const ROLE_OF: Readonly<Record<string, string>> = {
  ...{ sergeant: 'sergeant', 'project-manager': 'manager', prosecutor: 'prosecutor' },
}

const isAsked = (who: Who, { values, parties }: Row): boolean =>
  isMember(who) &&
  organizationOf(who) === parties.recipient &&
  who.roles.some((role) => role === ROLE_OF[values.approver as string])

export const pathwayRules: Readonly<Record<string, TableRules>> = {
  // How people come in is for everybody in the county; managers say it for their own organization.
  pathway: {
    reads: isOfCounty,
    adds: (who, row) => manages(who, row) && inOwnName(who, row),
    changes: manages,
    removes: nobody,
  },
  // A version is never changed: whoever was referred under it stays under it.
  pathway_version: {
    reads: isOfCounty,
    adds: (who, row) => manages(who, row) && inOwnName(who, row) && row.kind !== NOT_KEPT,
    changes: nobody,
    removes: nobody,
  },
  pathway_draft: {
    reads: manages,
    adds: (who, row) => manages(who, row) && inOwnName(who, row) && row.kind !== NOT_KEPT,
    changes: nobody,
    removes: manages,
  },
  // The place that receives is not told on which pathway: a charge may be in play.
  referral_pathway: {
    reads: (who, row) => isJob(who, 'count-referrals') || helpsThere(who, row),
    adds: (who, row) => helpsThere(who, row) && inOwnName(who, row) && row.kind !== NOT_REFERRED,
    changes: nobody,
    removes: nobody,
  },
  pathway_decision: {
    reads: helpsThere,
    adds: (who, row) =>
      isMember(who) &&
      helpsThere(who, row) &&
      inOwnName(who, row) &&
      row.kind !== NOT_REFERRED &&
      row.kind !== ON_NOTHING,
    changes: nobody,
    removes: nobody,
  },
  // Whom a pathway names sees what they are asked, which names nobody, and answers once; not their own override.
  pathway_approval: {
    reads: (who, row) => helpsThere(who, row) || isAsked(who, row),
    adds: (who, row) =>
      isMember(who) &&
      helpsThere(who, row) &&
      inOwnName(who, row) &&
      row.values.answer === null &&
      (row.values.approver !== 'sergeant' || row.parties.recipient === row.parties.organization),
    changes: (who, row) =>
      isAsked(who, row) &&
      row.values.answer === null &&
      !(row.values.is_override === true && inOwnName(who, row)),
    removes: nobody,
  },
}
