import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readAudit } from './audit-report.ts'

// Asks the registry whether a package that runs in production has a grave weakness that is known. Exit codes: 0 none,
// 1 some, 3 the registry does not say: there is no network, or it keeps no list.

const root = join(import.meta.dirname, '..')

for (const folder of ['.', 'tools/node']) {
  const { stdout } = spawnSync(
    'npm',
    ['audit', '--omit=dev', '--audit-level=high', '--json', '--prefix', join(root, folder)],
    { encoding: 'utf8', timeout: 60_000 },
  )
  const report = readAudit(stdout ?? '')
  if ('unsaid' in report) {
    console.error(`The registry does not say what is known of ${folder}: ${report.unsaid.slice(0, 200)}`)
    process.exitCode ||= 3
    continue
  }
  for (const weakness of report.weaknesses) console.error(weakness)
  if (report.weaknesses.length > 0) process.exitCode = 1
}
