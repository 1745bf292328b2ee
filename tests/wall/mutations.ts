import type pg from 'pg'
import type { Act } from './observe.ts'

export type Policy = {
  readonly name: string
  readonly table: string
  readonly acts: readonly Act[]
  readonly hasUsing: boolean
  readonly hasCheck: boolean
}

const ACTS_OF: Readonly<Record<string, readonly Act[]>> = {
  r: ['reads'],
  a: ['adds'],
  w: ['changes'],
  d: ['removes'],
  '*': ['reads', 'adds', 'changes', 'removes'],
}

export const listPolicies = async (client: pg.ClientBase): Promise<readonly Policy[]> => {
  const { rows } = await client.query<{
    name: string
    table: string
    command: string
    uses: boolean
    checks: boolean
  }>(
    `select polname as name, polrelid::regclass::text as table, polcmd as command,
       polqual is not null as uses, polwithcheck is not null as checks
     from pg_policy order by 2, 1`,
  )
  return rows.map(({ name, table, command, uses, checks }) => ({
    name,
    table,
    acts: ACTS_OF[command] ?? [],
    hasUsing: uses,
    hasCheck: checks,
  }))
}

/** The statement that makes a policy let everything pass. */
export const openedWide = ({ name, table, hasUsing, hasCheck }: Policy): string =>
  `alter policy ${name} on ${table}${hasUsing ? ' using (true)' : ''}${hasCheck ? ' with check (true)' : ''}`

export const dropped = ({ name, table }: Policy): string => `drop policy ${name} on ${table}`
