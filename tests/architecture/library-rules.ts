import { isTest, type Rule } from './rule.ts'

type Home = { readonly library: string; readonly homes: RegExp; readonly says: string }

const HOMES: readonly Home[] = [
  {
    library: 'kysely',
    homes: /^src\/(platform\/|.*\.(store|table)\.ts$)/,
    says: 'put the query into a .store.ts, which the verb calls',
  },
  {
    library: 'hono',
    homes: /^src\/(design|app|platform\/http)\/|\.(routes\.tsx?|page\.tsx)$/,
    says: 'a verb takes plain values; read the request in the .routes.ts',
  },
  {
    library: 'commander',
    homes: /^src\/app\/|\.commands\.ts$/,
    says: 'a verb takes plain values; read the command line in the .commands.ts',
  },
  {
    library: 'pg-boss',
    homes: /^src\/(platform\/jobs\/|app\/prepare-database\.ts$)/,
    says: 'leave a job with tx.enqueue',
  },
]

const libraries: Rule = {
  name: 'a library has one kind of home',
  why: 'The rules of the field outlive the libraries, and a reader of a verb should meet only the field.',
  find: (project) =>
    project.arrows
      .filter((arrow) => arrow.from.startsWith('src/') && !arrow.isOurs && !isTest(arrow.from))
      .flatMap((arrow) =>
        HOMES.filter(({ library, homes }) => library === arrow.to && !homes.test(arrow.from)).map(
          ({ says }) => ({ file: arrow.from, says: `imports ${arrow.specifier}; ${says}` }),
        ),
      ),
  planted: {
    'src/capabilities/referrals/planted.ts': `import { sql } from 'kysely'`,
    'src/capabilities/referrals/other.ts': `import type { Context } from 'hono'`,
    'src/capabilities/audit/third.ts': `import { getCookie } from 'hono/cookie'`,
    'src/capabilities/audit/fourth.ts': `import { Command } from 'commander'`,
    'src/platform/database/fifth.ts': `import { PgBoss } from 'pg-boss'`,
  },
}

/** Signs in as the owner of the database before anybody acts, to bring it up to date. */
const OWNERS_DESK = 'src/app/prepare-database.ts'

const transactions: Rule = {
  name: 'a transaction comes from asActor alone',
  why: 'A connection without an actor is one for which no policy was asked. There is no second way to the database.',
  find: (project) =>
    [...project.files]
      .filter(
        ([path, text]) =>
          path.startsWith('src/') &&
          !path.startsWith('src/platform/') &&
          path !== OWNERS_DESK &&
          !isTest(path) &&
          /\bnew\s+(pg\s*\.\s*)?(Pool|Client|Kysely|PostgresDialect)\b|\bset_config\b/.test(text) &&
          !path.endsWith('.sql'),
      )
      .map(([file]) => ({ file, says: 'opens the database by itself; take asActor' })),
  planted: {
    'src/capabilities/measures/planted.ts': `const pool = new pg.Pool({ max: 2 })`,
    'src/app/planted.ts': `const db = new Kysely<Tables>({ dialect })`,
    'src/capabilities/audit/planted.store.ts': `sql\`select set_config('causeway.actor_kind', 'operator', true)\``,
  },
}

export const libraryRules: readonly Rule[] = [libraries, transactions]
