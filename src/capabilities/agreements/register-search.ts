import { AGREEMENT_KINDS, type AgreementKind, type AgreementState } from './agreement.ts'
import type { AgreementDraft, Registered } from './list-agreements.ts'

/** What can be looked for by how it stands, drafts among it. */
export const SHOWN_STATES = {
  draft: 'Drafts',
  waiting: 'Waiting for signatures',
  'in-force': 'In force',
  'ends-soon': 'Ends soon',
  ended: 'Ended',
} as const
export type ShownState = keyof typeof SHOWN_STATES

export type RegisterSearch = {
  readonly words: string
  readonly kind: AgreementKind | undefined
  readonly state: ShownState | undefined
  /** Counted from 1. */
  readonly page: number
}

export const LINES_A_PAGE = 20

/** Reads what an address asks for; whatever it does not name is left out. */
export const readRegisterSearch = (query: (name: string) => string | undefined): RegisterSearch => {
  const page = Number(query('page'))
  return {
    words: (query('q') ?? '').trim().slice(0, 100),
    kind: (Object.keys(AGREEMENT_KINDS) as AgreementKind[]).find((kind) => kind === query('kind')),
    state: (Object.keys(SHOWN_STATES) as ShownState[]).find((state) => state === query('state')),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The address of a page of the register. */
export const registerAddress = (search: RegisterSearch, changes: Partial<RegisterSearch> = {}): string => {
  const { words, kind, state, page } = { ...search, page: 1, ...changes }
  const asked = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return asked.size > 0 ? `/agreements?${asked}#register` : '/agreements#register'
}

/** What is in force now stands under that also while it ends soon; what begins later waits no more. */
const SHOWS: Readonly<Record<ShownState, readonly AgreementState[]>> = {
  draft: [],
  waiting: ['waiting'],
  'in-force': ['in-force', 'ends-soon', 'to-come'],
  'ends-soon': ['ends-soon'],
  ended: ['ended'],
}

const says = (said: readonly (string | null)[], words: string): boolean => {
  const all = said.join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** The agreements that a search means. */
export const searchRegister = (
  agreements: readonly Registered[],
  { words, kind, state }: RegisterSearch,
): Registered[] =>
  agreements.filter(
    (one) =>
      (!kind || one.kind === kind) &&
      (!state || SHOWS[state].includes(one.state)) &&
      says(
        [
          AGREEMENT_KINDS[one.kind],
          one.withParty,
          one.withSignatory,
          ...one.parties.flatMap(({ name, signatory }) => [name, signatory]),
        ],
        words,
      ),
  )

/** The drafts that a search means: they have no parties that could be looked for yet. */
export const searchDrafts = (
  drafts: readonly AgreementDraft[],
  { words, kind, state }: RegisterSearch,
): AgreementDraft[] =>
  drafts.filter((one) => (!kind || one.kind === kind) && (!state || state === 'draft') && words === '')
