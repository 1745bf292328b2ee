import pg from 'pg'
import { newId } from '#kernel/ids.ts'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Notes every statement that `work` sends, by any client. */
export const noted = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  const noting = function (this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given as [string | Statement, unknown[] | undefined]
    statements.push(typeof asked === 'string' ? { text: asked, values: values ?? [] } : asked)
    return Reflect.apply(query, this, given)
  }
  pg.Client.prototype.query = noting as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

const WRITES_AUDIT = /insert into "?audit_record\b|select write_(released_)?disclosures?\(/
const SETS_ACTOR = /^select set_config/

/** Rows that are written again are others: each gets an id of its own. */
const withNewIds = ([first, ...others]: readonly unknown[]): unknown[] =>
  typeof first === 'string' && first.startsWith('[')
    ? [JSON.stringify(JSON.parse(first).map((row: object) => ({ ...row, id: newId() }))), ...others]
    : [newId(), ...others]

const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `replay ${names.size}`
  names.set(text, name)
  return name
}

/**
 * Sends the statements of a transaction again, each prepared.
 * @param walled with the actor, and so under policies, and with the rows of audit and ledger, which get ids of their
 *   own; without, the client's own rights read the same
 * @returns how many rows it read
 */
export const replay = async (
  client: pg.Client,
  statements: readonly Statement[],
  walled: boolean,
): Promise<number> => {
  let rows = 0
  for (const { text, values } of statements) {
    const audits = WRITES_AUDIT.test(text)
    if (!walled && (audits || SETS_ACTOR.test(text))) continue
    const given = audits ? withNewIds(values) : [...values]
    const answer = await client.query(
      values.length === 0 ? text : { name: nameOf(text), text, values: given },
    )
    if (/^select/.test(text) && !audits && !SETS_ACTOR.test(text)) rows += answer.rowCount ?? 0
  }
  return rows
}
