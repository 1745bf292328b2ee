import type { Child } from 'hono/jsx'
import type { Assets } from './components/page/page.tsx'
import type { Theme } from './components/theme-switch/theme-switch.tsx'

/** Where an example is drawn. */
export type Place = {
  /** Makes ids, names and labels unique when the same example stands on a page three times. */
  key: string
  /** The look in words, for titles that can be read: "light". */
  look: string
  /** Clocks count from here. */
  now: Date
  /** An IANA zone. */
  zone: string
}

/** One look of a component, as data: shown on the design page and checked for accessibility. */
export type Example = {
  title: string
  render: (place: Place) => Child
  /** Needs the whole width: its looks stand under each other. */
  wide?: boolean
}

/** A whole document: shown by itself, because a page has one frame. */
export type FrameExample = {
  /** The last part of its address. */
  slug: string
  title: string
  render: (props: { assets: Assets; theme: Theme; now: Date; zone: string }) => Child
}

/** A moment so many minutes after `now`, or before it when negative. */
export const minutesFrom = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
