import type { Board, BoardPerson } from './board.ts'
import { GATED, type Gated } from './setting.ts'

/** Whom a board shows: everybody, or those who stand so, or those who may not do something today. */
export const BOARD_SHOWN = ['overdue', 'due', 'ends-soon', ...GATED] as const
export type BoardShown = (typeof BOARD_SHOWN)[number]

export type BoardSearch = {
  readonly words: string
  readonly show: BoardShown | undefined
  /** Counted from 1. */
  readonly page: number
}

export const PEOPLE_A_PAGE = 50

/** Reads what an address asks for; whatever it does not name is left out. */
export const readBoardSearch = (query: (name: string) => string | undefined): BoardSearch => {
  const page = Number(query('page'))
  return {
    words: (query('q') ?? '').trim().slice(0, 100),
    show: BOARD_SHOWN.find((one) => one === query('show')),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

export const boardAddress = (search: BoardSearch, changes: Partial<BoardSearch> = {}): string => {
  const { words, show, page } = { ...search, page: 1, ...changes }
  const asked = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(show ? { show } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return asked.size > 0 ? `/training/board?${asked}` : '/training/board'
}

const isGated = (show: BoardShown): show is Gated => (GATED as readonly string[]).includes(show)

/** Those whom a search finds, in the order of the board. */
export const searchBoard = (
  { people }: Pick<Board, 'people'>,
  { words, show }: BoardSearch,
): readonly BoardPerson[] => {
  const wanted = words.toLowerCase()
  return people.filter(({ person, worst, standings, stopped }) => {
    if (wanted && !`${person.name} ${person.title ?? ''} ${person.email}`.toLowerCase().includes(wanted))
      return false
    if (show === undefined) return worst !== 'not-asked' || wanted !== ''
    if (isGated(show)) return stopped.some(({ what }) => what === show)
    return [...standings.values()].some(({ is }) => is === show)
  })
}
