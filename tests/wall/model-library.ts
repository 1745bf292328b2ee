import type { Who } from './actors.ts'
import {
  countyOf,
  isAnybody,
  isJob,
  isMember,
  isOperator,
  memberOf,
  nobody,
  type TableRules,
} from './model.ts'
import type { Row } from './row.ts'

const keeps = (who: Who): boolean =>
  isMember(who) &&
  who.roles.some((role) => role === 'manager' || role === 'trainer' || role === 'administrator')

const isOfCounty = (who: Who, { parties }: Row): boolean => countyOf(who) === parties.county

const works = (who: Who): boolean => isMember(who) || who.actor?.kind === 'token'

const isOwn = (who: Who, { parties }: Row): boolean => memberOf(who) === parties.member

export const libraryRules: Readonly<Record<string, TableRules>> = {
  // The library is open; what a county keeps for its members, or has not finished, is not.
  library_record: {
    reads: (who, row) => {
      if (isOperator(who) || isJob(who)) return true
      if (row.values.visibility === 'public') return isAnybody(who)
      if (row.values.visibility === 'members')
        return works(who) && (row.parties.county === null || isOfCounty(who, row))
      return keeps(who) && isOfCounty(who, row)
    },
    adds: (who, row) =>
      isOperator(who) || isJob(who, 'harvest-library') || (keeps(who) && isOfCounty(who, row)),
    changes: (who, row) =>
      isOperator(who) ||
      isJob(who, 'harvest-library', 'check-library-links') ||
      (keeps(who) && isOfCounty(who, row)),
    removes: nobody,
  },
  // The index follows what the triggers wrote in the name of whoever changed a record.
  library_change: {
    reads: (who) => isOperator(who) || isJob(who),
    adds: (who) => isMember(who) || isOperator(who) || isJob(who),
    changes: nobody,
    removes: nobody,
  },
  library_list: {
    reads: (who, row) =>
      row.values.visibility === 'public' ? isAnybody(who) : isMember(who) && isOfCounty(who, row),
    adds: (who, row) => isMember(who) && isOfCounty(who, row) && isOwn(who, row),
    changes: (who, row) => isMember(who) && isOfCounty(who, row) && (isOwn(who, row) || keeps(who)),
    removes: nobody,
  },
  library_question: {
    reads: (who, row) => isMember(who) && isOfCounty(who, row) && (isOwn(who, row) || keeps(who)),
    adds: (who, row) => isMember(who) && isOfCounty(who, row) && isOwn(who, row),
    changes: (who, row) => keeps(who) && isOfCounty(who, row),
    removes: nobody,
  },
  library_harvest: {
    reads: (who) => isOperator(who) || isJob(who, 'harvest-library'),
    adds: (who) => isOperator(who) || isJob(who, 'harvest-library'),
    changes: (who) => isOperator(who) || isJob(who, 'harvest-library'),
    removes: nobody,
  },
}
