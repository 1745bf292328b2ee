import { createHash } from 'node:crypto'
import type { Who } from '../wall/actors.ts'
import { type Scenario, scenarios } from '../wall/scenarios.ts'
import type { OpenedWorld } from './opened-world.ts'
import { isAboutSomebody, isLetIn, type PageLine } from './page-line.ts'

type Planned = { readonly who: Who; readonly scenario?: Scenario | undefined }

const isPartyTo = ({ organization }: Who, { from, to, line }: Scenario): boolean =>
  [from, to, line?.from, line?.to].includes(organization ?? undefined)

/**
 * Who asks for a route, and of whom: everybody who is let in, of somebody whom they may find there and somebody
 * whom they may not, of a quarter of those with whom their organization has to do (colleagues of other quarters) and of a
 * few others; whoever is not let in, of one.
 */
export const visitsTo = ({ visitors, demonstration }: OpenedWorld, line: PageLine): Planned[] => {
  if (demonstration.has(line.route))
    return [{ who: visitors.find(({ actor }) => actor?.kind === 'visitor') as Who }]
  const askers = visitors.filter(({ holds }) => !holds || line.lets === 'links')
  if (!isAboutSomebody(line)) return askers.map((who) => ({ who }))
  return askers.flatMap((who) => {
    const isOneOf = (one: Scenario, share: number) => chance(`${line.route} ${who.name} ${one.name}`) < share
    if (!isLetIn(line, who))
      return [{ who, scenario: scenarios.find((one) => isOneOf(one, 0.1)) ?? scenarios[0] }]
    const asked = new Set(scenarios.filter((one) => isOneOf(one, isPartyTo(who, one) ? 0.25 : 0.05)))
    for (const isFound of [true, false]) {
      const one = scenarios.find((candidate) => line.finds?.(who, candidate) === isFound)
      if (one) asked.add(one)
    }
    return [...asked].map((scenario) => ({ who, scenario }))
  })
}

/** At least 0 and below 1, and the same for the same text: a scenario more leaves what is asked of the others. */
const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
