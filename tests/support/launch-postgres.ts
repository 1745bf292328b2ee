// Run as a process of its own, so that a test can kill it:
//   node launch-postgres.ts server|command DATA_DIR [BINARIES]
// Says one line of JSON when the server is up, and ends on SIGTERM.

import { CannotStart } from '#platform/postgres/cannot-start.ts'
import { attachPostgres, startPostgres } from '#platform/postgres/start-postgres.ts'

const [, , role, dataDir = '', binaries] = process.argv
const options = {
  dataDir,
  ...(binaries ? { binaries } : {}),
  log: (line: string) => console.error(line),
}

try {
  const postgres = await (role === 'command' ? attachPostgres(options) : startPostgres(options))
  console.log(JSON.stringify(postgres))
  process.on('SIGTERM', () => postgres.stop())
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault
  console.error(fault.message)
  process.exitCode = 1
}
