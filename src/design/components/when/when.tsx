import { capital, clockTime, dayName, due, exactTime, relativeTime, stamp } from '../../time.ts'
import type { Lang } from '../../words.ts'

export type WhenProps = {
  at: Date
  now: Date
  /** The agency's IANA zone: "America/New_York". */
  zone: string
  /**
   * `stamp` "today 2:16 AM" (usual) · `due` "in 2 h, by 4:10 PM" · `clock` "2:16 AM" · `day` "March 2" ·
   * `relative` "18 min ago" · `exact` "Sunday, March 7, 10:20 AM"
   */
  as?: 'stamp' | 'due' | 'clock' | 'day' | 'relative' | 'exact' | undefined
  /** At the start of a sentence: "Today 2:16 AM". */
  capital?: boolean | undefined
  lang?: Lang | undefined
}

const say = { stamp, due, exact: exactTime, relative: relativeTime, day: dayName }

/** A moment in the reader's own words, with the exact one for machines in `datetime`. */
export const When = ({ at, now, zone, as = 'stamp', capital: begins, lang }: WhenProps) => {
  const reader = { zone, lang }
  const words = as === 'clock' ? clockTime(at, reader) : say[as](at, now, reader)
  return <time datetime={at.toISOString()}>{begins ? capital(words) : words}</time>
}
