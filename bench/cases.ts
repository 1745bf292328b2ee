// Cases: how soon are the queue of a coordinator with 2,000 open items and the page of a person with 1,000 events there, among a million events? Baseline: our promises. Argument: another number of events.
import { demoId } from '../src/app/demo/demo-id.ts'
import { addCases } from './support/county-of-cases.ts'
import { load } from './support/load.ts'
import { figures } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'
import { signIn } from './support/visit.ts'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const CASES = 20_000
const WARM_UP_S = 4
const SECONDS = 12

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  const server = await installation.start()
  const admin = await installation.signIn()
  const coordinatorId = demoId(3, 4)
  const caseId = await addCases(admin, {
    ...{ entries: EVENTS, cases: CASES, inOneCase: 1000, ownTasks: 2000, coordinatorId },
  })
  await admin.end()
  const cookie = await signIn(server.address, 'navigator')
  const timed = async (path: string) => {
    const asking = { url: server.address + path, connections: 1, headers: { cookie }, status: 200 }
    await load({ ...asking, seconds: WARM_UP_S })
    return figures(await load({ ...asking, seconds: SECONDS }))
  }
  console.log(`${EVENTS} events in ${CASES} cases of ten organizations\n`)
  const pages = [
    ['/today, 2,000 open items', '/today', 60],
    ['/today, third page', '/today?page=3', 60],
    ['a person, 1,000 events', `/cases/${caseId}`, 80],
    ['that person, last events', `/cases/${caseId}?page=33`, 80],
    ['people, by name', '/cases?show=open&q=Sam%20999', 80],
  ] as const
  for (const [name, path, atMost] of pages) {
    const speed = await timed(path)
    printFigures(name, speed)
    judge(`${name}, p95`, speed.p95, { atMost }, ' ms')
  }
} finally {
  await installation.remove()
}
