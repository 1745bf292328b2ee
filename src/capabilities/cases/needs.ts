/** What people need, as case managers ask for it. */
export const NEEDS = {
  treatment: 'Treatment',
  medicine: 'Medicine',
  housing: 'Housing',
  id: 'ID',
  benefits: 'Benefits',
  'health-care': 'Health care',
  legal: 'Legal',
  work: 'Work',
  family: 'Family',
  safety: 'Safety',
} as const
export type Need = keyof typeof NEEDS

export const NEED_STATES = {
  wanted: 'Wants help',
  'under-way': 'Working on it',
  done: 'Done',
  'not-now': 'Not now',
} as const
export type NeedState = keyof typeof NEED_STATES

export type NeedNow = { readonly need: Need; readonly state: NeedState; readonly at: Date }

/** How a need and its state are kept in one code. */
export const needCode = (need: Need, state: NeedState): string => `${need}:${state}`

/** What such a code says; undefined where it is none. */
export const readNeed = (code: string | null): { need: Need; state: NeedState } | undefined => {
  const [need = '', state = ''] = (code ?? '').split(':')
  return Object.hasOwn(NEEDS, need) && Object.hasOwn(NEED_STATES, state)
    ? { need: need as Need, state: state as NeedState }
    : undefined
}

/** How each need stands now, of all that was written about them in any order: the newest of each. */
export const needsNow = (
  entries: readonly { readonly what: string | null; readonly happenedAt: Date }[],
): NeedNow[] => {
  const newest = new Map<Need, NeedNow>()
  for (const { what, happenedAt: at } of entries) {
    const read = readNeed(what)
    if (!read) continue
    const known = newest.get(read.need)
    if (!known || known.at < at) newest.set(read.need, { ...read, at })
  }
  return (Object.keys(NEEDS) as Need[]).flatMap((need) => newest.get(need) ?? [])
}
