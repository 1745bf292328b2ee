import type { Who } from './actors.ts'
import { countyOf, memberOf, organizationOf } from './model.ts'
import { ACTS, type Act, type Seen } from './observe.ts'
import type { Row } from './row.ts'

/** What was seen: by table, then by actor. */
export type Observation = ReadonlyMap<string, ReadonlyMap<Who, Seen>>

/** Whose a row is, from where the actor stands. The nearest tie counts. */
const relation = (who: Who, { parties, of }: Row): string => {
  const organization = organizationOf(who)
  if (who.holds?.scenario.name === of) return 'of its referral'
  if (parties.member && parties.member === memberOf(who)) return 'mine'
  if (organization !== undefined) {
    if (organization === parties.sender) return 'sent by us'
    if (organization === parties.receiver) return 'sent to us'
    if (organization === parties.organization) return 'ours'
    if (organization === parties.recipient) return 'naming us'
    if (parties.county && countyOf(who) === parties.county) return 'of the county'
  }
  return "others'"
}

const groupBy = (rows: readonly Row[], name: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(name(row), [...(groups.get(name(row)) ?? []), row])
  return groups
}

const named = (rows: readonly Row[]): string => [...new Set(rows.map(({ of }) => of))].sort().join('; ')

/** Kinds of rows; where not every row of a kind is meant, which ones, or which not if they are fewer. */
const kindsOf = (seen: readonly Row[], all: readonly Row[]): string =>
  [...groupBy(seen, ({ kind }) => kind)]
    .map(([kind, rows]) => {
      const others = all.filter((row) => row.kind === kind && !rows.includes(row))
      if (others.length === 0) return kind
      return others.length < rows.length ? `${kind} (not: ${named(others)})` : `${kind} (${named(rows)})`
    })
    .sort()
    .join(' · ')

/** Which of these rows, in words that are true of the actor: “sent by us; sent to us: accepted”. */
export const describeRows = (who: Who, seen: ReadonlySet<Row>, all: readonly Row[]): string => {
  if (seen.size === 0) return 'none'
  if (seen.size === all.length) return 'all'
  const relations = groupBy(all, (row) => relation(who, row))
  return [...groupBy([...seen], (row) => relation(who, row))]
    .map(([name, rows]) => {
      const related = relations.get(name) ?? []
      return rows.length === related.length ? name : `${name}: ${kindsOf(rows, related)}`
    })
    .sort()
    .join('<br>')
}

/** The rows against which an act is measured: all that exist, or, for adding, all that somebody could write. */
export const measuredAgainst = (act: Act, table: string, rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.table === table && (row.exists || act === 'adds'))

/** Actors who were seen to do the same share a line; those who may do nothing at all come last, as “everybody else”. */
const tableLines = (table: string, seen: ReadonlyMap<Who, Seen>, rows: readonly Row[]): string[] => {
  const lines = new Map<string, string[]>()
  for (const [who, did] of seen) {
    const cells = ACTS.map((act) => describeRows(who, did[act], measuredAgainst(act, table, rows)))
    const line = cells.join(' | ')
    lines.set(line, [...(lines.get(line) ?? []), who.name])
  }
  const nothing = ACTS.map(() => 'none').join(' | ')
  const something = [...lines].filter(([line]) => line !== nothing)
  return [...something.map(([line, names]) => `| ${names.join('<br>')} | ${line} |`)]
}

const HEADER = `# Who may do what with which rows

Written by \`tests/wall.db.test.ts\` from what it saw in a database with two counties, an organization of each kind,
members of every role and referrals in every state: each actor tried to read, add, change and remove each row. The same
test asserts that all of it is what a model written from [the rules](wall.md) allows, so this page adds no check. It is
for people: the shape of the wall, to be read whole once, and after that by its differences.

**How to review a difference.** \`UPDATE=1 script/test tests/wall.db.test.ts\` writes this page anew. Of each changed line
ask: who gains or loses what? Which sentence of [wall.md](wall.md) says so? If none
does, the policy is wrong, or the rule has to be changed first, by a decision. A line that grew is never approved together
with other work.

**How to read it.** Whose the rows are is said from where the actor stands: *mine*, *ours*, *sent by us*, *sent to us*,
*naming us* (a release line), *of its referral* (a link), *of the county*, *others'*. After a colon follow the kinds of
rows, where not all are meant; in brackets which of a kind, by the names in \`tests/wall/scenarios.ts\`. *Adds* says which
rows somebody could write, among those that are there and some that nobody should: it is about whose name and whose
referral, not about keys that are taken. Who is not named in a table may do nothing with it.
`

/** The matrix as Markdown, a table for each table. */
export const matrixText = (
  observation: Observation,
  rows: readonly Row[],
  changeable: ReadonlyMap<string, readonly string[]>,
): string =>
  [
    HEADER,
    ...[...observation].map(([table, seen]) => {
      const columns = changeable.get(table) ?? []
      return [
        `## ${table}`,
        '',
        columns.length > 0
          ? `Columns that can be changed: ${columns.join(', ')}.`
          : 'Nothing in it can be changed.',
        '',
        '| who | reads | adds | changes | removes |',
        '|---|---|---|---|---|',
        ...tableLines(table, seen, rows),
        '',
      ].join('\n')
    }),
  ].join('\n')
