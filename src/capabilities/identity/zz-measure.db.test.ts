import { test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openDatabase } from '#platform/database/as-actor.ts'
import { testCounty } from '#tests/support/county.ts'
import { testDatabase } from '#tests/support/database.ts'
import { openSession } from './open-session.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'

test('measure', async () => {
  const base = await testDatabase()
  const database = openDatabase(base.app, { enqueue: async () => {} })
  const county = await testCounty(database.asActor)
  const m = await county.hire('police', 'officer')
  const other = await county.hire('provider', 'provider')
  await base.admin.query(`insert into member (id,jurisdiction_id,organization_id,name,email,roles) select gen_random_uuid(), $1,$2,'x','a'||i||'@b.c','{officer}' from generate_series(1,20000) i`, [county.id, county.police])
  await base.admin.query(`insert into session (token_hash, member_id, second_factor_at) select 'h'||i, $1, now() from generate_series(1,50000) i`, [other.memberId])
  await base.admin.query('analyze')
  const token = newSecretToken()
  await base.admin.query('insert into session (token_hash, member_id, second_factor_at) values ($1,$2,now())', [tokenHash(token), m.memberId])
  const trace = { requestId: newId(), source: 'x' }
  const run = async (n: number) => { for (let i = 0; i < n; i++) if (!(await openSession(trace, database.asActor, token))) throw new Error('no') }
  await run(200)
  let t = performance.now(); await run(1000); console.log('sequential ms each', (performance.now() - t) / 1000)
  t = performance.now(); await Promise.all(Array.from({ length: 8 }, () => run(250))); console.log('8 at once per s', 2000 / ((performance.now() - t) / 1000))
  t = performance.now(); for (let i = 0; i < 1000; i++) await database.asActor({ kind: 'visitor' }, async () => 1); console.log('empty transaction ms', (performance.now() - t) / 1000)
  const client = await base.admin.connect()
  await client.query('begin'); await client.query(`set local role causeway_app`)
  await client.query(`select set_config('causeway.actor_kind','visitor',true), set_config('causeway.claim',$1,true)`, [tokenHash(token)])
  const { rows } = await client.query(`explain analyze select session.created_at from session join member on member.id = session.member_id join organization on organization.id = member.organization_id join jurisdiction on jurisdiction.id = member.jurisdiction_id left join credential on credential.member_id = member.id where session.token_hash = '${tokenHash(token)}'`)
  console.log(rows.map((r: Record<string, string>) => r['QUERY PLAN']).join('\n'))
  await client.query('rollback'); client.release()
  await database.close(); await base.drop()
}, 120_000)
