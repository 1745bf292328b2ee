import type { LineFilter, LineState, ReleaseLine } from '#consent'
import { isId } from '#kernel/ids.ts'

export const KIND_WORDS: Readonly<Record<ReleaseLine['kind'], string>> = {
  'named-recipient': 'One recipient',
  'multi-party': 'Several recipients',
  tpo: 'Treatment, payment, operations',
  'criminal-justice': 'Court monitoring (2.35)',
  intermediary: 'Through an intermediary',
  proceedings: 'For a proceeding',
  'counselling-notes': 'Counselling notes',
}

export const STATE_WORDS: Readonly<Record<LineState, string>> = {
  live: 'In force',
  'ends-soon': 'End soon',
  ended: 'Ended',
  stopped: 'Stopped',
}

export const ENDING_WORDS: Readonly<Record<NonNullable<ReleaseLine['endsOn']>, string>> = {
  'case-closed': 'when the case is closed',
  'treatment-ended': 'when treatment ends',
  'proceedings-ended': 'when the proceeding ends',
  disposition: 'when the charge is decided',
  none: 'until it is stopped',
}

const SOON_MS = 30 * 86_400_000

/** How a line stands, in one word. */
export const stateOf = (
  line: Pick<ReleaseLine, 'revokedAt' | 'isLive' | 'expiresAt'>,
  now: Date,
): LineState => {
  if (line.revokedAt) return 'stopped'
  if (!line.isLive) return 'ended'
  return line.expiresAt && line.expiresAt.getTime() - now.getTime() < SOON_MS ? 'ends-soon' : 'live'
}

export type ReleaseQuestion = {
  readonly state: LineState | ''
  readonly kind: ReleaseLine['kind'] | ''
  readonly to: string
  readonly person: string
  readonly after: string
}

/** Which releases were asked for, as it stands in the address; what is none of the choices counts as not asked. */
export const readReleaseQuestion = (query: (name: string) => string | undefined): ReleaseQuestion => {
  const oneOf = <Word extends string>(name: string, words: Readonly<Record<Word, string>>): Word | '' => {
    const text = query(name) ?? ''
    return Object.hasOwn(words, text) ? (text as Word) : ''
  }
  const id = (name: string) => (isId(query(name)) ? (query(name) ?? '') : '')
  return {
    state: oneOf('state', STATE_WORDS),
    kind: oneOf('kind', KIND_WORDS),
    to: id('to'),
    person: id('person'),
    after: id('after'),
  }
}

/** The same as the list takes it. */
export const lineFilterOf = ({ state, kind, to, person, after }: ReleaseQuestion): LineFilter => ({
  state: state || undefined,
  kind: kind || undefined,
  recipientOrganizationId: to || undefined,
  personIds: person ? [person] : undefined,
  after: after || undefined,
})

export const releasesPath = (question: ReleaseQuestion): string => {
  const asked = Object.entries(question).filter(([, value]) => value !== '')
  return asked.length === 0 ? '/privacy/releases' : `/privacy/releases?${new URLSearchParams(asked)}`
}
