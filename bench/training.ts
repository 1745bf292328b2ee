// The training board: how long does it take for 5,000 officers and 9 courses? Baseline: as many rows counted by bare SQL, as superuser. Argument: how many officers instead.

import type { MemberActor } from '#kernel/actor.ts'
import { openDatabase } from '#platform/database/as-actor.ts'
import { changeSetting, listBoard } from '#training'
import { demoId } from '../src/app/demo/demo-id.ts'
import { COUNTY, ORGANIZATIONS } from '../src/app/demo/organizations.ts'
import { figures, median } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const OFFICERS = Number(process.argv[2] ?? 5_000)
const COURSES = Array.from({ length: 9 }, (_, at) => `course-${at + 1}`)
const ROUNDS = 60
const LONGEST_MS = 80

const TRAINER: MemberActor = {
  kind: 'member',
  memberId: demoId(3, 10),
  organizationId: ORGANIZATIONS.police.id,
  jurisdictionId: COUNTY.id,
  roles: ['trainer'],
}

const installation = await throwaway('--demo')
const admin: Awaited<ReturnType<typeof installation.signIn>>[] = []
try {
  await printMachine(installation.folder)
  await (await installation.start()).stop()
  const client = await installation.signIn()
  admin.push(client)
  const where = [TRAINER.jurisdictionId, TRAINER.organizationId]
  await client.query(
    `insert into member (id, jurisdiction_id, organization_id, name, email, roles)
     select md5('officer ' || n)::uuid, $1, $2, 'Officer ' || n, 'officer-' || n || '@example.org', '{officer}'
     from generate_series(1, $3::integer) n`,
    [...where, OFFICERS],
  )
  // Nine of ten hold each course; some of them twice, as whoever trained again does.
  await client.query(
    `insert into training_completion (id, jurisdiction_id, organization_id, member_id, course, part, title, name, how,
       completed_on, expires_on, code, recorded_by_member_id)
     select gen_random_uuid(), $1, $2, md5('officer ' || n)::uuid, course, 'course', course, 'Officer ' || n, 'other-system',
       current_date - (n % 900) - 365 * again, current_date - (n % 900) - 365 * again + 730,
       translate(upper(lpad(to_hex(n * 1000 + at * 10 + again), 12, '0')), 'ILOU', '0000'), $3
     from generate_series(1, $4::integer) n, unnest($5::text[]) with ordinality as c (course, at), generate_series(0, 1) again
     where (n + at) % 10 > 0 and (again = 0 or n % 5 = 0)`,
    [...where, TRAINER.memberId, OFFICERS, COURSES],
  )
  await client.query('vacuum analyze')
  const database = openDatabase(installation.application, { enqueue: async () => {} })
  await changeSetting(database.asActor, TRAINER, {
    passMark: 80,
    assignments: COURSES.map((course) => ({
      ...{ course, roles: ['officer'] as const, since: '2026-01-01', days: 60, months: 24 },
    })),
    gates: { carry: { mode: 'block', courses: COURSES.slice(0, 2), practice: [] } },
    slots: {},
  })
  const board: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let began = performance.now()
    const { people } = await listBoard(database.asActor, TRAINER, new Date())
    board.push(performance.now() - began)
    if (people.length < OFFICERS) throw new Error(`Only ${people.length} stand on the board.`)
    began = performance.now()
    await client.query(
      'select member_id, course, max(expires_on) from training_completion where organization_id = $1 group by 1, 2',
      [TRAINER.organizationId],
    )
    bare.push(performance.now() - began)
  }
  await database.close()
  // The first rounds warm both up.
  const [warm, bareWarm] = [board.slice(10), bare.slice(10)]
  const allMs = (each: readonly number[]) => each.reduce((sum, one) => sum + one, 0)
  printFigures('the board', figures({ each: warm, allMs: allMs(warm) }))
  printFigures('bare SQL, as rows', figures({ each: bareWarm, allMs: allMs(bareWarm) }))
  judge(
    `${OFFICERS} officers, ${COURSES.length} courses, median`,
    median(warm),
    { atMost: LONGEST_MS },
    ' ms',
  )
} finally {
  for (const client of admin) await client.end()
  await installation.remove()
}
