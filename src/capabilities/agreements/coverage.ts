import { AGREEMENT_KINDS, type AgreementKind, endOf } from './agreement.ts'
import type { Registered } from './list-agreements.ts'

/** Two sides, or one and everybody, and by which agreements of one kind they are covered from when to when. */
export type Coverage = {
  readonly pair: readonly [string] | readonly [string, string]
  readonly kind: AgreementKind
  readonly title: string
  readonly stretches: readonly {
    readonly id: string
    readonly from: Date
    readonly until: Date
    readonly state: Registered['state']
  }[]
}

/**
 * Which pairs are covered until when: of an agreement with several parties each two of them; of one with another side, such
 * as all who take part, each party by itself. Pairs come first. What nobody has signed whole covers nobody.
 */
export const coverageOf = (agreements: readonly Registered[]): Coverage[] => {
  const byPair = new Map<string, Coverage>()
  for (const one of agreements) {
    if (!one.acceptedAt) continue
    const from = one.startsAt && one.startsAt > one.acceptedAt ? one.startsAt : one.acceptedAt
    const stretch = { id: one.id, from, until: endOf(one), state: one.state }
    if (stretch.until <= from) continue
    for (const pair of pairsOf(one)) {
      const key = [one.kind, ...pair].join('|')
      const before = byPair.get(key)
      byPair.set(key, {
        ...{ pair, kind: one.kind, title: AGREEMENT_KINDS[one.kind] },
        stretches: [...(before?.stretches ?? []), stretch].toSorted(
          (a, b) => a.from.getTime() - b.from.getTime(),
        ),
      })
    }
  }
  return [...byPair.values()].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

const keyOf = ({ pair, title }: Coverage): string => [2 - pair.length, ...pair, title].join(' ')

const pairsOf = ({ parties, withParty }: Registered): Coverage['pair'][] => {
  const names = parties.map(({ name }) => name)
  if (withParty) return names.map((name) => [name] as const)
  return names.flatMap((name, index) => names.slice(index + 1).map((other) => [name, other] as const))
}
