// The pages: how fast, how heavy, how soon there and in how much memory? Baseline: our promises. Argument: the national list (CSV), whose import is timed.
import { setTimeout as pause } from 'node:timers/promises'
import { importList } from './support/directory.ts'
import { load } from './support/load.ts'
import { figures, median } from './support/measure.ts'
import { megabytes } from './support/memory.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { type Throwaway, throwaway } from './support/throwaway.ts'
import { signIn, weigh } from './support/visit.ts'

const PATH = '/field/referral'
const PUBLIC_PATH = '/find?near=04401&need=treatment&payer=medicaid'
const CONNECTIONS = 10
const WARM_UP_S = 5
const SECONDS = 15
const STARTS = 5

/** From starting the program to its first whole page, in seconds. */
const timeStart = async (installation: Throwaway): Promise<number> => {
  const began = performance.now()
  const server = await installation.start()
  const answer = await fetch(server.address)
  await answer.text()
  const took = (performance.now() - began) / 1000
  await server.stop()
  if (!answer.ok) throw new Error(`The front page answered ${answer.status}.`)
  return took
}

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  await (await installation.start()).stop()
  const imported = await importList(installation, process.argv[2])
  const starts = []
  for (let start = 0; start < STARTS; start++) starts.push(await timeStart(installation))

  const server = await installation.start()
  const pid = server.process.pid ?? 0
  const cookie = await signIn(server.address, 'officer')
  const weight = await weigh(server.address, PATH, cookie)
  await pause(3000)
  const idle = megabytes(pid, installation.folder)

  const asking = { url: server.address + PATH, connections: CONNECTIONS, headers: { cookie }, status: 200 }
  await load({ ...asking, seconds: WARM_UP_S })
  const speed = figures(await load({ ...asking, seconds: SECONDS }))
  const asVisitor = { url: server.address + PUBLIC_PATH, connections: CONNECTIONS, status: 200 }
  await load({ ...asVisitor, seconds: WARM_UP_S })
  const publicSpeed = figures(await load({ ...asVisitor, seconds: SECONDS }))
  const publicWeight = await weigh(server.address, PUBLIC_PATH, '')
  await pause(3000)
  const after = megabytes(pid, installation.folder)

  console.log()
  printFigures(`${PATH}, ${CONNECTIONS} connections`, speed)
  printFigures(`${PUBLIC_PATH}, ${CONNECTIONS} connections`, publicSpeed)
  console.log(
    `Memory ${idle.toFixed(0)} MB idle, ${after.toFixed(0)} MB after ${(speed.count + publicSpeed.count).toFixed(0)} pages\n`,
  )
  judge(`${PATH} a second`, speed.perSecond, { atLeast: 800 })
  judge('/find a second', publicSpeed.perSecond, { atLeast: 200 })
  judge('first visit, /find', publicWeight.first / 1000, { atMost: 60 }, ' KB')
  judge('first visit', weight.first / 1000, { atMost: 60 }, ' KB')
  judge('later visits', weight.later / 1000, { atMost: 15 }, ' KB')
  judge('start to first page', median(starts), { atMost: 4 }, ' s')
  judge('idle memory', idle, { atMost: 300 }, ' MB')
  judge(
    `import of ${process.argv[2] ? 'the national list' : 'an invented list as long'}`,
    imported,
    { atMost: 20 },
    ' s',
  )
} finally {
  await installation.remove()
}
