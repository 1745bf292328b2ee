import { type AcceptedPayer, MEDICINES, type Medicine, PAYERS } from './listing.ts'
import {
  ASAM_LEVELS,
  type AsamEdition,
  CAPACITY_LEVELS,
  type CapacityLevel,
  type MoudWay,
} from './profile.ts'

/**
 * What is asked of a place for one person: closed lists and an age, so that nothing of it says who somebody is. It
 * stands in an address, which must work without script and be sent to a colleague; a name has no place to be typed.
 */
export type Asks = {
  readonly payer?: AcceptedPayer | undefined
  readonly moud?: MoudAsk | undefined
  readonly level?: LevelAsk | undefined
  /** In years. */
  readonly age?: number | undefined
  readonly gender?: GenderAsk | undefined
  readonly pregnant?: true | undefined
  readonly children?: true | undefined
  readonly pet?: true | undefined
  readonly noId?: true | undefined
  readonly used?: Used | undefined
  readonly stepFree?: true | undefined
  readonly when?: When | undefined
  readonly walkIn?: true | undefined
  readonly dropOff?: true | undefined
  readonly room?: CapacityLevel | undefined
  readonly within?: Reach | undefined
}
export type AskKey = keyof Asks

/** A medicine, or any of them, and what has to be done with it. */
export type MoudAsk = `${Medicine | 'any'}:${MoudWay}`
/** A level of The ASAM Criteria, after its edition: the same number means other care in each. */
export type LevelAsk = `${AsamEdition}:${string}`

const MOUD_WORDS: Readonly<Record<MoudWay, (medicine: string) => string>> = {
  'start-same-day': (medicine) => `Start ${medicine} today`,
  continue: (medicine) => `Go on with ${medicine}`,
  'accept-on': (medicine) => `Be taken in while on ${medicine}`,
}

const moudAsks = (way: MoudWay, ...medicines: readonly (Medicine | 'any')[]) =>
  medicines.map((medicine) => [
    `${medicine}:${way}`,
    MOUD_WORDS[way](medicine === 'any' ? 'any medicine' : MEDICINES[medicine].toLowerCase()),
  ])

export const MOUD_ASKS: Readonly<Record<MoudAsk, string>> = Object.fromEntries([
  ...moudAsks('start-same-day', 'any', 'buprenorphine', 'methadone', 'naltrexone'),
  ...moudAsks('continue', 'buprenorphine', 'methadone', 'naltrexone'),
  ...moudAsks('accept-on', 'buprenorphine', 'methadone', 'naltrexone'),
])

/** The edition in force first. */
export const LEVEL_ASKS: Readonly<Record<LevelAsk, string>> = Object.fromEntries(
  (['4', '3'] as const).flatMap((edition) =>
    Object.entries(ASAM_LEVELS[edition]).map(([level, words]) => [
      `${edition}:${level}`,
      `${level}, ${words.charAt(0).toLowerCase()}${words.slice(1)} (${edition === '4' ? '4th' : '3rd'} edition)`,
    ]),
  ),
)

export const GENDER_ASKS = { female: 'Woman', male: 'Man', other: 'Nonbinary or another' } as const
export type GenderAsk = keyof typeof GENDER_ASKS

/** Hours since somebody last used: at least, and less than. */
export const USED_HOURS = {
  '0-12': [0, 12],
  '12-24': [12, 24],
  '24-72': [24, 72],
  '72-168': [72, 168],
  '168-': [168, Number.POSITIVE_INFINITY],
} as const
export type Used = keyof typeof USED_HOURS
export const USED: Readonly<Record<Used, string>> = {
  '0-12': 'Less than 12 hours ago',
  '12-24': '12 to 24 hours ago',
  '24-72': '1 to 3 days ago',
  '72-168': '3 to 7 days ago',
  '168-': 'More than a week ago',
}

/** Whether somebody is taken in now, or at least somebody answers; and, on public pages, whether the door is open at all. */
export const WHEN = { open: 'Open now', answering: 'Open or answering now', door: 'Door open now' } as const
export type When = keyof typeof WHEN

/**
 * How far somebody can go. Time is a guess from the straight line: a road is about 1.3 times as long (Ballou et al.
 * 2002 found 1.2 for the United States, more in towns), at 3 miles an hour on foot, 10 by bus and 30 by car.
 */
export const REACH = {
  'walk-20': { words: 'About 20 minutes on foot', miles: 0.8 },
  'bus-45': { words: 'About 45 minutes by bus', miles: 5.8 },
  'car-20': { words: 'About 20 minutes by car', miles: 7.7 },
  'car-45': { words: 'About 45 minutes by car', miles: 17 },
  'miles-25': { words: 'Within 25 miles', miles: 25 },
  'miles-50': { words: 'Within 50 miles', miles: 50 },
  'miles-100': { words: 'Within 100 miles', miles: 100 },
} as const
export type Reach = keyof typeof REACH

/** What is asked or not, and no more. */
export const FLAGS = {
  pregnant: 'Pregnant',
  children: 'With children',
  pet: 'With a pet',
  noId: 'Has no ID',
  stepFree: 'Needs a step-free door',
  walkIn: 'Walk-in',
  dropOff: 'Police can bring them',
} as const
export type Flag = keyof typeof FLAGS

/** The words of each thing that is asked, as on its chip, in the order in which they are shown. */
export const askWords = (asks: Asks): { readonly key: AskKey; readonly words: string }[] => {
  const { payer, moud, level, age, gender, used, when, room, within } = asks
  const said: readonly (readonly [AskKey, string | undefined])[] = [
    ['when', when && WHEN[when]],
    ['payer', payer && (payer === 'none' ? 'No insurance' : PAYERS[payer])],
    ['moud', moud && MOUD_ASKS[moud]],
    ['level', level && `Level ${LEVEL_ASKS[level]}`],
    ['room', room && `Room now: ${CAPACITY_LEVELS[room].toLowerCase()}`],
    ['age', age === undefined ? undefined : `${age} years old`],
    ['gender', gender && GENDER_ASKS[gender]],
    ['used', used && `Last used ${USED[used].toLowerCase()}`],
    ...(Object.keys(FLAGS) as Flag[]).map((flag) => [flag, asks[flag] && FLAGS[flag]] as const),
    ['within', within && REACH[within].words],
  ]
  return said.flatMap(([key, words]) => (words === undefined ? [] : [{ key, words }]))
}

/** The same without some of it. */
export const without = (asks: Asks, dropped: readonly AskKey[]): Asks =>
  Object.fromEntries(Object.entries(asks).filter(([key]) => !dropped.includes(key as AskKey)))
