import type { Who } from '../wall/actors.ts'
import { hasOpenPage } from '../wall/my-record-rows.ts'
import { classOf } from './markers.ts'
import type { OpenedWorld } from './opened-world.ts'
import type { Visit } from './visit.ts'

const HEADER = `# Who gets which page and operation

Written by \`tests/wall-pages.db.test.ts\` from what it saw: members of every role, other systems, holders of signed links,
people with a code to their own page and strangers asked the whole application for each of its routes, for each kind of
referral of the world of [wall-matrix.md](wall-matrix.md) and for others drawn by chance, in which every row about a person
held words found nowhere else. The same test asserts that statuses and words are those that the rules in
\`tests/pages/*-lines.ts\` give. A route that is not in them fails the test.

**How to read it.** A status for each way in which the route was asked with nothing sent along: *303* from a page leads on,
to sign in or after something was done; *401* and *403* say who may; *404* is the one answer for what does not exist, what is
somebody else's and what is over; *422* names the fields that are missing. *Told* is the class of what stood in an answer:
*ours* if it was entered by the reader's own organization, *theirs* if by another. What is theirs is written in the ledger
first.

**How to review a difference.** \`UPDATE=1 script/test tests/wall-pages.db.test.ts\` writes this page anew. Of a line that
grew ask which sentence of [wall.md](wall.md) says so.
`

const isOurs = (who: Who, { told }: Visit): string[] =>
  [...told].map((row) => {
    const { organization, sender, receiver } = row.parties
    const by = row.values.by_organization_id
    const owner =
      row.table === 'referral_answer' ? receiver : by !== undefined ? by : (organization ?? sender ?? null)
    return `${classOf(row.table)} ${owner === who.organization?.id ? '(ours)' : '(theirs)'}`
  })

/** What one was seen to get, in all visits to a route. */
const cells = (visits: readonly Visit[]): string => {
  const statuses = [...new Set(visits.map(({ status }) => status))].sort().join(', ')
  const told = [...new Set(visits.flatMap((one) => isOurs(one.who, one)))].sort().join('<br>')
  return `${statuses} | ${told || 'nothing'}`
}

const nameOf = (who: Who): string => {
  const { actor, roles, organization, holds } = who
  if (who.person) return hasOpenPage(who) ? 'the person' : 'a person without a code that opens'
  if (holds) return 'holder of a link'
  if (actor?.kind === 'visitor') return 'stranger'
  const where = organization?.isCriminalJustice ? ' (police or courts)' : ''
  return `${actor?.kind === 'token' ? 'system as ' : ''}${roles.join(' and ')}${where}`
}

/** From so many on, those who got the same are the rest, and the others are named. */
const MANY = 6

const lineOf = (names: readonly string[], seen: string): string => `| ${names.join(', ')} | ${seen} |`

/** Whoever was seen to get the same shares a line. */
const linesOf = (visits: readonly Visit[]): string[] => {
  const byName = Map.groupBy(visits, ({ who }) => nameOf(who))
  const byCells = Map.groupBy(byName, ([, seen]) => cells(seen))
  const lines = [...byCells].map(([seen, names]) => ({ seen, names: names.map(([name]) => name) }))
  const longest = lines.toSorted((a, b) => b.names.length - a.names.length)[0]
  if (!longest || longest.names.length < MANY) return lines.map(({ names, seen }) => lineOf(names, seen))
  const others = lines.filter((line) => line !== longest)
  const rest = others.length > 0 ? 'everybody else' : 'everybody'
  return [...others.map(({ names, seen }) => lineOf(names, seen)), lineOf([rest], longest.seen)]
}

/** The matrix as Markdown, a table for each route. */
export const pageMatrixText = (
  world: Pick<OpenedWorld, 'routes' | 'demonstration'>,
  visits: readonly Visit[],
) =>
  [
    HEADER,
    ...world.routes.map((route) =>
      [
        `## ${route}`,
        '',
        ...(world.demonstration.has(route)
          ? ['Only in a demonstration: otherwise there is no such route.', '']
          : []),
        '| who | status | told |',
        '|---|---|---|',
        ...linesOf(visits.filter(({ line }) => line.route === route)),
        '',
      ].join('\n'),
    ),
  ].join('\n')
