import type { Who } from './actors.ts'
import {
  claimOf,
  isJob,
  isMember,
  isOperator,
  type May,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import { findsListing, isPartner, keeps } from './model-network.ts'
import { listings } from './network-rows.ts'
import { capacityLinkOf, linkedService } from './profile-rows.ts'
import type { Row } from './row.ts'

const listingOf = (row: Row) =>
  listings.find(({ service }) => service === row.values.service_id) as (typeof listings)[number]

const finds: May = (who, row) => findsListing(who, listingOf(row))
const keepsIt: May = (who, row) => keeps(who, listingOf(row).owner) && finds(who, row)

/** Navigators and case managers call places; those of police and courts do not. */
const calls: May = (who, row) =>
  isMember(who) &&
  isPartner(who) &&
  who.roles.some((role) => role === 'navigator' || role === 'case-manager') &&
  finds(who, row)

const signs = (who: Who, by: unknown): boolean => isMember(who) && memberOf(who) === by

/** A place's link says things of that place alone, while it works. */
const holdsLink = (who: Who, row: Row): boolean =>
  claimOf(who) === capacityLinkOf('good') && row.values.service_id === linkedService
/** One that has ended still brings a new one to the place's own address; one that was taken back does not. */
const heldLink = (who: Who, row: Row): boolean =>
  holdsLink(who, row) || (claimOf(who) === capacityLinkOf('ended') && row.values.service_id === linkedService)

const said = (adds: May): TableRules => ({ reads: finds, adds, changes: nobody, removes: nobody })

export const profileRules: Readonly<Record<string, TableRules>> = {
  closure: { reads: finds, adds: keepsIt, changes: keepsIt, removes: keepsIt },
  capacity_report: said((who, row) => {
    const { by_member, channel } = row.values
    if (isOperator(who)) return true
    if (channel === 'link') return by_member === null && holdsLink(who, row)
    return signs(who, by_member) && (channel === 'member' ? keepsIt : calls)(who, row)
  }),
  fact_check: said((who, row) => {
    const { by_member, source } = row.values
    if (isOperator(who)) return true
    if (source === 'link') return by_member === null && holdsLink(who, row)
    return signs(who, by_member) && (keepsIt(who, row) || calls(who, row))
  }),
  // The hour of a call and how it went could tell police or a court where somebody is.
  provider_call: {
    reads: (who, row) => isOperator(who) || isJob(who, 'count-calls') || (isPartner(who) && finds(who, row)),
    adds: (who, row) =>
      isOperator(who) ||
      (signs(who, row.values.by_member) &&
        organizationOf(who) === row.values.organization_id &&
        (keepsIt(who, row) || calls(who, row))),
    changes: nobody,
    removes: nobody,
  },
  listing_change: {
    reads: (who, row) => (isMember(who) || isOperator(who) || isJob(who)) && finds(who, row),
    adds: (who, row) => isOperator(who) || (signs(who, row.values.by_member) && keepsIt(who, row)),
    changes: nobody,
    removes: nobody,
  },
  capacity_link: {
    reads: (who, row) =>
      keepsIt(who, row) ||
      calls(who, row) ||
      isJob(who, 'send-capacity-link') ||
      (claimOf(who) !== undefined && claimOf(who) === row.values.id),
    adds: (who, row) =>
      row.values.made_by === null
        ? heldLink(who, row)
        : signs(who, row.values.made_by) && (keepsIt(who, row) || calls(who, row)),
    changes: (who, row) => row.values.revoked_at === null && (keepsIt(who, row) || calls(who, row)),
    removes: nobody,
  },
}
