import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import { hasOpenPage } from '../wall/my-record-rows.ts'
import type { Scenario } from '../wall/scenarios.ts'
import type { RouteName } from './opened-world.ts'

/** What one route gives whom, as a sentence of the rules says it, and not as the program does it. */
export type PageLine = {
  readonly route: RouteName
  /**
   * Who is let in: everybody, every member, members with one of these roles, holders of a signed link, or people who have
   * opened their own page.
   */
  readonly lets: 'anybody' | 'members' | 'links' | 'people' | readonly Role[]
  /**
   * What its parameter names: a referral of the world, the person whom one is about, a listed service, or something that
   * nobody has.
   */
  readonly of?: 'referral' | 'person' | 'service' | 'nothing'
  /** Of which referrals whoever is let in learns here. Left out: of none; all are answered alike. */
  readonly finds?: (who: Who, scenario: Scenario) => boolean
  /** What is answered to whoever is let in, and has found what they ask for, when nothing else is sent along. */
  readonly answers: number | ((who: Who, scenario: Scenario | undefined) => number)
  /** Tables whose rows may be told of here, to whoever may read the row. Left out: none. */
  readonly shows?: readonly string[]
  /** Added to the path when it is asked for. */
  readonly query?: string
}

/** Whether somebody is let in, before it is asked what they may see there. */
export const isLetIn = ({ lets, route }: PageLine, who: Who): boolean => {
  if (lets === 'anybody') return true
  if (lets === 'links') return who.holds !== undefined
  if (lets === 'people') return hasOpenPage(who)
  // Another system of an organization uses the API, not the pages.
  const comes = who.actor?.kind === 'member' || (who.actor?.kind === 'token' && isApi(route))
  return comes && (lets === 'members' || lets.some((role) => who.roles.includes(role)))
}

/** Whether it is asked for one of the people of the world, and not for all or none. */
export const isAboutSomebody = ({ of }: PageLine): boolean => of === 'referral' || of === 'person'

export const isApi = (route: RouteName): boolean => route.includes(' /api/')

/** The status that somebody has to get, judged by the rules. */
export const expectedStatus = (line: PageLine, who: Who, scenario: Scenario | undefined): number => {
  const { route, of, finds, answers } = line
  if (!isLetIn(line, who)) {
    if (line.lets === 'links') return 404
    if (line.lets === 'people') return 303
    const isKnown = who.actor?.kind === 'member' || (who.actor?.kind === 'token' && isApi(route))
    if (isKnown) return 403
    return !isApi(route) && route.startsWith('GET ') ? 303 : 401
  }
  if (of === 'nothing') return 404
  if (isAboutSomebody(line) && finds && !(scenario && finds(who, scenario))) return 404
  return typeof answers === 'number' ? answers : answers(who, scenario)
}
