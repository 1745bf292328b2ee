import { clockTime, dayName } from '#design'
import { BASES } from '#disclosures'
import type { Unusual, UnusualRule } from './unusual-access.ts'

/** Each rule in a word or two. */
export const RULE_WORDS: Readonly<Record<UnusualRule, string>> = {
  spike: 'Far more than usual',
  'after-hours': 'Outside working hours',
  'no-relationship': 'No relationship',
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** Why it is on the list, in a sentence with the numbers behind it. */
export const unusualSentence = (one: Unusual, { now, zone }: { now: Date; zone: string }): string => {
  const reader = { zone }
  switch (one.rule) {
    case 'spike':
      return `${one.records} records in the week of ${dayName(one.at, now, reader)}. ${
        one.colleagues > 0
          ? `Among ${one.colleagues} colleagues of the same role, ${one.usual} was usual.`
          : `In their ${one.weeks} weeks before, ${one.usual} was usual.`
      }`
    case 'after-hours':
      return `Looked ${times(one.looks)} on ${dayName(one.at, now, reader)}, between ${clockTime(one.at, reader)} and ${clockTime(one.until, reader)}, while their organization does not work.`
    case 'no-relationship': {
      const people = one.personIds.length === 1 ? 'one person' : `${one.personIds.length} people`
      return `Was told about ${people} on ${dayName(one.at, now, reader)} with whom their organization has nothing to do. On the ground: ${BASES[one.basis].toLowerCase()}.`
    }
  }
}
