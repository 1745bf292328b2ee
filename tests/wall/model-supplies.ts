import type { Who } from './actors.ts'
import { countyOf, isJob, isMember, memberOf, nobody, organizationOf, type TableRules } from './model.ts'
import type { Row } from './row.ts'
import { INTO_ANOTHERS } from './supply-rows.ts'

/** Carries kits, or keeps the shelf they come from. */
const keepsSupplies = (who: Who): boolean =>
  isMember(who) &&
  who.roles.some((role) =>
    [
      ...['officer', 'sergeant', 'angel', 'navigator', 'case-manager'],
      ...['provider', 'harm-reduction', 'manager'],
    ].includes(role),
  )

const ofCounty = (who: Who, { parties }: Row): boolean =>
  keepsSupplies(who) && countyOf(who) === parties.county

const ofOwn = (who: Who, { parties }: Row): boolean =>
  keepsSupplies(who) && organizationOf(who) === parties.organization

const inOwnName = (who: Who, row: Row): boolean =>
  ofOwn(who, row) && memberOf(who) === (row.parties.member ?? null)

const warns = (who: Who): boolean => isJob(who, 'tell-of-expiry')

const manages = (who: Who, { parties }: Row): boolean =>
  isMember(who) && who.roles.includes('manager') && countyOf(who) === parties.county

export const supplyRules: Readonly<Record<string, TableRules>> = {
  // What is printed on a box, and that it was recalled, is for the whole county.
  supply_lot: {
    reads: (who, row) => ofCounty(who, row) || warns(who),
    adds: (who, row) => inOwnName(who, row) && row.values.recalled_at === null,
    changes: (who, row) => ofCounty(who, row) && row.values.recalled_at === null,
    removes: nobody,
  },
  supply_holder: { reads: ofOwn, adds: ofOwn, changes: ofOwn, removes: nobody },
  // Written once, and never changed: a mistake is taken back by an event of its own.
  supply_event: {
    reads: ofOwn,
    adds: (who, row) => inOwnName(who, row) && row.kind !== INTO_ANOTHERS,
    changes: nobody,
    removes: nobody,
  },
  // The database's own sum of the events.
  supply_balance: {
    reads: (who, row) => ofOwn(who, row) || warns(who),
    adds: nobody,
    changes: nobody,
    removes: nobody,
  },
  naloxone_liaison: {
    reads: (who, row) => ofCounty(who, row) || warns(who),
    adds: inOwnName,
    changes: nobody,
    removes: nobody,
  },
  expiry_alert: { reads: warns, adds: warns, changes: nobody, removes: nobody },
  restock_request: {
    reads: (who, row) =>
      ofOwn(who, row) || (keepsSupplies(who) && organizationOf(who) === row.parties.recipient),
    adds: (who, row) => inOwnName(who, row) && row.values.answer === null,
    // Whoever is asked answers once; whoever asked says that they arrived, once.
    changes: (who, row) =>
      row.values.answer === null
        ? keepsSupplies(who) && organizationOf(who) === row.parties.recipient
        : row.values.answer === 'sent' && row.values.arrived_at === null && ofOwn(who, row),
    removes: nobody,
  },
  supply_quarter: {
    reads: (who, row) => ofOwn(who, row) || manages(who, row),
    adds: inOwnName,
    changes: nobody,
    removes: nobody,
  },
  // Nobody is named; still it is for the organization that was there, and for counts.
  naloxone_given: {
    reads: (who, row) => ofOwn(who, row) || isJob(who, 'count-naloxone'),
    adds: inOwnName,
    changes: nobody,
    removes: nobody,
  },
}
