import type { OpenedWorld } from '../pages/opened-world.ts'
import type { Who } from '../wall/actors.ts'
import { goodBodies } from './good-bodies.ts'
import type { Known } from './hostile-request.ts'

/** Routes that lead to one thing among many, and the design's own examples, whose fields are read by nobody. */
const SHOWS_NOTHING = /[:*]|\/design/

/** Reads what the pages offer and the API describes, as somebody with an account could. */
export const learn = async (world: OpenedWorld): Promise<Known> => {
  const fields = new Map<string, string[]>()
  const add = (name: string, value?: string) => {
    const values = fields.get(name) ?? fields.set(name, []).get(name)
    if (value !== undefined && values && !values.includes(value)) values.push(value)
  }
  const members = [
    ...Map.groupBy(
      world.visitors.filter(({ actor }) => actor?.kind === 'member'),
      ({ roles }) => roles.join(),
    ).values(),
  ].map(([first]) => first as Who)
  for (const route of world.routes.filter((name) => name.startsWith('GET ') && !SHOWS_NOTHING.test(name)))
    for (const who of members) {
      const { text } = await world.askAs(who)('GET', route.slice('GET '.length))
      for (const [tag] of text.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
        const name = /\bname="([^"]+)"/.exec(tag)?.[1]
        if (name) add(name, /\bvalue="([^"]*)"/.exec(tag)?.[1])
      }
    }
  const described = await world.askAs(members[0] as Who)('GET', '/api/openapi.json')
  for (const [, name, values = ''] of described.text.matchAll(
    /"(\w+)":\{"type":"\w+"(?:,"enum":\[([^\]]*)\])?/g,
  )) {
    add(name as string)
    for (const [, value] of values.matchAll(/"([^"]*)"/g)) add(name as string, value)
  }
  const ids = world.rows.flatMap(({ values }) => [values.id, values.member_id, values.person_id])
  return {
    fields,
    good: goodBodies(),
    ids: [...new Set(ids.filter((id) => typeof id === 'string'))],
    links: new Map(world.visitors.filter(({ holds }) => holds).map((who) => [world.tokenOf(who), who])),
  }
}
