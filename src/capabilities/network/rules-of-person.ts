import { GENDER_ASKS, USED_HOURS } from './asks.ts'
import type { Rules, Verdict } from './judge.ts'
import type { Age } from './listing.ts'
import { judgePayer } from './payer-fit.ts'

type Keys = 'payer' | 'age' | 'gender' | 'pregnant' | 'children' | 'pet' | 'noId' | 'used' | 'stepFree'

/** The hard rules that are about the person who would come. */
export const aboutPerson: Rules<Keys> = {
  payer: (service, payer) => judgePayer({ takes: null, fees: null, ...service }, payer),

  age: (service, age) => {
    const { minAge = null, maxAge = null, ages = null } = service
    if (minAge !== null || maxAge !== null) {
      const fits = age >= (minAge ?? 0) && age <= (maxAge ?? Number.POSITIVE_INFINITY)
      return { kind: fits ? 'fits' : 'against', text: `Takes ${ageWords(minAge, maxAge)}` }
    }
    if (ages === null) return ask(`Ask if they take somebody who is ${age}`)
    const groups = groupsOf(age)
    if (ages.includes(groups[0])) return { kind: 'fits', text: `Takes people who are ${age}` }
    return groups.some((group) => ages.includes(group))
      ? ask(`Ask if they take somebody who is ${age}`)
      : { kind: 'against', text: `Not listed for somebody who is ${age}` }
  },

  gender: ({ genders = null }, gender) => {
    if (genders === null) return ask('Ask if they take everybody, or only women or only men')
    const only = genders.length === 1 ? (genders[0] === 'female' ? 'women' : 'men') : undefined
    if (!only) return { kind: 'fits', text: 'Women and men' }
    if (gender === 'other') return ask(`Listed for ${only}. Ask how they take in somebody who is neither`)
    return genders.includes(gender)
      ? { kind: 'fits', text: `Only ${only}` }
      : { kind: 'against', text: `Only ${only}, not for: ${GENDER_ASKS[gender].toLowerCase()}` }
  },

  pregnant: ({ pregnant = null }) => {
    if (pregnant === null) return ask('Ask if they take somebody who is pregnant')
    if (pregnant === 'not-accepted') return { kind: 'against', text: 'Takes nobody who is pregnant' }
    return {
      kind: 'fits',
      text: pregnant === 'priority' ? 'Pregnant people first in line' : 'Takes pregnant people',
    }
  },

  children: ({ withChildren = null }) =>
    yesNo(withChildren, 'Children can come along', 'No children', 'Ask if children can come along'),

  pet: ({ pets = null }) => yesNo(pets, 'Pets can come along', 'No pets', 'Ask if a pet can come along'),

  noId: ({ needsId = null }) =>
    yesNo(
      needsId && needsId === 'not-needed',
      'No ID needed',
      'Asks for an ID',
      'Ask if they take somebody without ID',
    ),

  used: ({ minHoursSinceUse: least = null, maxHoursSinceUse: most = null }, used) => {
    // A place that has no such rule is the usual case: there is nothing to ask.
    if (least === null && most === null) return undefined
    const [from, to] = USED_HOURS[used]
    if (least !== null && to <= least)
      return { kind: 'against', text: `Only from ${least} hours after last use` }
    if (most !== null && from >= most)
      return { kind: 'against', text: `Only up to ${most} hours after last use` }
    const isSure = from >= (least ?? 0) && to <= (most ?? Number.POSITIVE_INFINITY)
    const when = spanOfUse(least, most)
    return isSure ? { kind: 'fits', text: `Takes people ${when}` } : ask(`Only ${when}: ask about the hours`)
  },

  stepFree: ({ stepFree = null }) =>
    yesNo(stepFree, 'Step-free', 'There are steps', 'Ask if the way in has no steps'),
}

const ask = (text: string): Verdict => ({ kind: 'unsure', text })

/** What is known to be so, known not to be so, and not known. */
export const yesNo = (known: boolean | null, yes: string, no: string, question: string): Verdict =>
  known === null ? ask(question) : known ? { kind: 'fits', text: yes } : { kind: 'against', text: no }

const ageWords = (least: number | null, most: number | null): string =>
  least === null ? `ages up to ${most}` : most === null ? `ages ${least} and up` : `ages ${least} to ${most}`

const spanOfUse = (least: number | null, most: number | null): string =>
  least === null
    ? `up to ${most} hours after last use`
    : most === null
      ? `from ${least} hours after last use`
      : `${least} to ${most} hours after last use`

/** The groups of public lists in which somebody may be: the one that is meant first (SAMHSA: 18 to 25, 26 to 64, 65). */
export const groupsOf = (age: number): readonly [Age, ...Age[]] => {
  if (age < 18) return ['children']
  if (age < 26) return ['young-adults', 'adults']
  return age < 65 ? ['adults'] : ['seniors', 'adults']
}
