import { basename, dirname } from 'node:path'
import type { Project } from './project.ts'
import { type Breach, isTest, type Rule } from './rule.ts'

/**
 * The tables that migrations make, each with the folder that owns it: that of the last migration which says what the
 * table is, so that a capability can take a table over. Views are left out: they are published.
 */
export const tableOwners = (project: Project): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>()
  const migrations = [...project.files]
    .filter(([path]) => path.endsWith('.sql') && path.startsWith('src/'))
    .sort(([one], [other]) => basename(one).localeCompare(basename(other)))
  for (const [path, text] of migrations)
    for (const found of text.matchAll(
      /^\s*(?:create|comment on) table (?:if not exists )?(?:public\.)?"?([a-z_]+)"?/gim,
    ))
      owners.set(found[1] ?? '', dirname(path))
  return owners
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const KYSELY_TABLE =
  /\.(?:selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|from|using|(?:inner|left|right|full|cross)Join|(?:innerJoin|leftJoin|crossJoin)Lateral)\s*\(\s*((?:\[[^\]]*\])|(?:['"`][^'"`]*['"`]))/g
const SQL_TABLE =
  /\b(?:from|join|into|update|using|truncate|table)\s+(?:only\s+)?(?:public\.)?"?([a-z_]+)"?/gi

/** The tables that a store names, in Kysely's calls and in SQL. */
export const tablesNamed = (text: string): ReadonlySet<string> => {
  const inCalls = [...text.matchAll(KYSELY_TABLE)].flatMap((call) =>
    [...(call[1] ?? '').matchAll(/['"`]\s*(?:public\.)?([A-Za-z_]+)/g)].map((name) =>
      snakeCase(name[1] ?? ''),
    ),
  )
  const inSql = [...text.matchAll(/`[^`]*`/g)].flatMap((literal) =>
    [...literal[0].matchAll(SQL_TABLE)].map((name) => (name[1] ?? '').toLowerCase()),
  )
  const listed = [...text.matchAll(/\bsql\.(?:table|ref)\(\s*['"`]([A-Za-z_]+)/g)].map((name) =>
    snakeCase(name[1] ?? ''),
  )
  return new Set([...inCalls, ...inSql, ...listed])
}

const ownTables: Rule = {
  name: 'a store touches only tables of its own folder',
  why: 'A table that two capabilities write to belongs to neither, and neither can then be changed.',
  find: (project) => {
    const owners = tableOwners(project)
    const breaches: Breach[] = []
    for (const [file, text] of project.files) {
      if (!/^src\/.*\.tsx?$/.test(file) || isTest(file) || file.startsWith('src/app/')) continue
      for (const table of tablesNamed(text)) {
        const owner = owners.get(table)
        if (owner && owner !== dirname(file))
          breaches.push({ file, says: `touches ${table}, which belongs to ${owner}; ask at its door` })
      }
    }
    return breaches
  },
  planted: {
    'src/capabilities/referrals/planted.store.ts': `tables<T>(tx).selectFrom('releaseLine').selectAll()`,
    'src/capabilities/audit/joins.store.ts': `db.selectFrom('auditRecord').innerJoin('member as m', 'm.id', 'memberId')`,
    'src/capabilities/audit/lists.store.ts': `db.selectFrom(['auditSeal', 'referral as r'])`,
    'src/capabilities/consent/raw.store.ts': 'sql`select name from public.member m`.execute(tx.connection)',
    'src/capabilities/consent/nested.store.ts': 'sql`select exists (select from referral_answer a)`',
    'src/capabilities/consent/writes.store.ts': 'sql`update\n  only "session" set ended_at = now()`',
    'src/platform/mail/planted.ts': `tables<T>(tx).insertInto('referralLink')`,
  },
}

export const storeRules: readonly Rule[] = [ownTables]
