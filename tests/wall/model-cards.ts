import {
  isAnybody,
  isMember,
  isOperator,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'

export const cardRules: Readonly<Record<string, TableRules>> = {
  // What the law says is public. Who may enter it does so in their own name.
  card_entry: {
    reads: isAnybody,
    adds: (who, row) =>
      row.parties.member === null
        ? isOperator(who)
        : isMember(who) &&
          memberOf(who) === row.parties.member &&
          organizationOf(who) === row.parties.organization &&
          who.roles.some((role) => role === 'manager' || role === 'administrator'),
    changes: nobody,
    removes: nobody,
  },
}
