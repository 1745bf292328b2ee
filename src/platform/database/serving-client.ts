import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { NameOf } from './query-names.ts'

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** PostgreSQL says this to every query behind the one that failed. */
const TRANSACTION_ABORTED = '25P02'

/** A client of the pool while it serves one transaction, several of whose queries may be on their way at once. */
export type ServingClient = {
  readonly query: (text: string, values?: unknown[]) => Promise<unknown>
  readonly connection: Kysely<unknown>
  /** What made a query fail: the fault itself, or that of the query before it that failed first. */
  readonly causeOf: (fault: unknown) => unknown
  /** Refuses what comes after the transaction: it would run in the next one, as somebody else. */
  readonly end: () => void
  /** @throws what made a query fail, when PostgreSQL rolled back because of it, even where the work took no notice */
  readonly commit: () => Promise<void>
}

export const servingClient = (client: pg.PoolClient, nameOf: NameOf): ServingClient => {
  let isOver = false
  let firstFault: unknown
  const query = (text: string, values?: unknown[]): Promise<unknown> => {
    if (isOver) throw new Error('A query came after its transaction had ended.')
    const name = values && nameOf(text)
    const answer = name ? client.query({ name, text, values }) : client.query(text, values)
    answer.catch((fault) => {
      firstFault ??= fault
    })
    return answer
  }
  const end = () => {
    isOver = true
  }
  const pool = { connect: async () => ({ query, release: () => {} }), end: async () => {}, options: {} }
  return {
    query,
    connection: new Kysely({
      dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }),
      plugins,
    }),
    causeOf: (fault) => ((fault as { code?: unknown }).code === TRANSACTION_ABORTED ? firstFault : fault),
    end,
    commit: async () => {
      end()
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw firstFault
    },
  }
}
