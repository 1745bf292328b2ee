import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openFolder } from './launcher.ts'
import { startDemo } from './start-demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the invented county in it, to be copied. */
    filledFolder: string
  }
}

/** Builds the application once for all journeys of a run, and loads the invented county once for each to have a copy of. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../script/build.ts')], { stdio: 'ignore' })
  const folder = await openFolder()
  const demo = await startDemo(folder.path)
  await demo.stop()
  project.provide('filledFolder', folder.path)
  return folder.remove
}
