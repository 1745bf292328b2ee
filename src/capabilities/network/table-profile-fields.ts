import { AGES, GENDERS } from './listing.ts'
import { EXCLUSIONS, LEGAL_FLAGS } from './profile.ts'
import { fact, type TableField } from './table-field.ts'
import { listOf, number, oneOf, yesNo } from './table-values.ts'

/** Fields of whom a place takes in. */
export const PROFILE_FIELDS = {
  ages: {
    label: 'Age groups',
    group: 'Whom it takes in',
    called: /^ages?( groups?)?$/,
    read: fact('ages', listOf(AGES)),
  },
  minAge: {
    label: 'Youngest age',
    group: 'Whom it takes in',
    called: /^(min(imum)?|youngest) ?age$/,
    read: fact('minAge', number(0, 120)),
  },
  maxAge: {
    label: 'Oldest age',
    group: 'Whom it takes in',
    called: /^(max(imum)?|oldest) ?age$/,
    read: fact('maxAge', number(0, 120)),
  },
  genders: {
    label: 'Genders',
    group: 'Whom it takes in',
    called: /^genders?( served| accepted)?$/,
    read: fact('genders', listOf(GENDERS)),
  },
  pregnant: {
    label: 'Pregnant people',
    group: 'Whom it takes in',
    called: /pregnan/,
    read: fact('pregnant', oneOf({ priority: 'First in line', accepted: 'Yes', 'not-accepted': 'No' })),
  },
  withChildren: {
    label: 'With their children',
    group: 'Whom it takes in',
    called: /with children|children welcome/,
    read: fact('withChildren', yesNo),
  },
  pets: { label: 'Pets', group: 'Whom it takes in', called: /^pets?( allowed)?$/, read: fact('pets', yesNo) },
  needsId: {
    label: 'ID needed',
    group: 'Whom it takes in',
    called: /^(needs |requires )?id( needed| required)?$/,
    read: (text) => {
      const is = yesNo(text)
      return 'says' in is ? is : { value: { needsId: is.value ? 'required' : 'not-needed' } }
    },
  },
  needsInsuranceCard: {
    label: 'Insurance card needed',
    group: 'Whom it takes in',
    called: /insurance card/,
    read: fact('needsInsuranceCard', yesNo),
  },
  needsClearance: {
    label: 'Medical clearance needed',
    group: 'Whom it takes in',
    called: /clearance/,
    read: fact('needsClearance', yesNo),
  },
  minHoursSinceUse: {
    label: 'Hours since last use, at least',
    group: 'Whom it takes in',
    called: /^min(imum)? hours since/,
    read: fact('minHoursSinceUse', number(0, 8760)),
  },
  maxHoursSinceUse: {
    label: 'Hours since last use, at most',
    group: 'Whom it takes in',
    called: /^max(imum)? hours since/,
    read: fact('maxHoursSinceUse', number(0, 8760)),
  },
  exclusions: {
    label: 'Turns people away for',
    group: 'Whom it takes in',
    called: /^exclu/,
    read: fact('exclusions', listOf(EXCLUSIONS)),
  },
  stepFree: {
    label: 'Step-free',
    group: 'Whom it takes in',
    called: /step ?free|wheelchair|^accessible$/,
    read: fact('stepFree', yesNo),
  },
  walkIn: { label: 'Walk-ins', group: 'Whom it takes in', called: /walk ?ins?/, read: fact('walkIn', yesNo) },
  policeDropOff: {
    label: 'Police drop-off',
    group: 'Whom it takes in',
    called: /drop ?off/,
    read: fact('policeDropOff', yesNo),
  },
  offersTransport: {
    label: 'Comes for people',
    group: 'Whom it takes in',
    called: /^(offers |provides )?transport(ation)?$/,
    read: fact('offersTransport', yesNo),
  },
  transportMiles: {
    label: 'Comes how far, in miles',
    group: 'Whom it takes in',
    called: /^transport(ation)? miles$/,
    read: fact('transportMiles', number(1, 500)),
  },
  legalFlags: {
    label: 'Law it stands under',
    group: 'Whom it takes in',
    called: /^(legal|part 2)/,
    read: fact('legalFlags', listOf(LEGAL_FLAGS)),
  },
} as const satisfies Readonly<Record<string, TableField>>
