/** A page of a list that is short enough to be read whole. */
export type PageOf<Item> = {
  readonly items: readonly Item[]
  /** Counted from 1. */
  readonly current: number
  readonly last: number
}

const LINES = 25

/** The page that was asked for in an address; the nearest one when there is none such. */
export const pageOf = <Item>(all: readonly Item[], asked: string | undefined): PageOf<Item> => {
  const last = Math.max(1, Math.ceil(all.length / LINES))
  const number = /^\d{1,4}$/.test(asked ?? '') ? Number(asked) : 1
  const current = Math.min(Math.max(1, number), last)
  return { items: all.slice((current - 1) * LINES, current * LINES), current, last }
}
