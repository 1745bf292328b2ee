import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds the application once for all journeys of a run. */
export const setup = (): void => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../script/build.ts')], { stdio: 'ignore' })
}
