import type { Command } from 'commander'
import type { AsActor } from '#platform/database/as-actor.ts'
import { withBar } from '#platform/terminal/with-bar.ts'
import { buildIndex } from './build-index.ts'
import { indexPath } from './keep-index.ts'
import { startThread } from './search/start-thread.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{ readonly asActor: AsActor; readonly folder: string }>

const MEANING = `
The index is made from the database alone, and nothing is lost when it is gone:
a server that finds none, or a broken one, makes its own and lets the database
answer meanwhile. A server that runs takes the new one over within seconds.

Exit code 0: done. 1: the index cannot be written.`

/** Adds `library reindex`. */
export const registerReindexCommand = (library: Command, context: Context): void => {
  library
    .command('reindex')
    .description('Build the index that the library is searched by anew.')
    .option('--json', 'print the counts as one line of JSON, and nothing else, on standard output')
    .addHelpText('after', MEANING)
    .action(async ({ json = false }: { json?: boolean }) => {
      const { asActor, folder } = await context()
      const path = indexPath(folder)
      const thread = startThread()
      const began = performance.now()
      try {
        const { header, unwritten } = await withBar('Reading records', 1, (bar) =>
          buildIndex(asActor, thread, {
            path,
            onProgress: (done, all) => {
              bar.setTotal(all)
              bar.update(done)
            },
          }),
        )
        const seconds = (performance.now() - began) / 1000
        if (unwritten) {
          process.stderr.write(`The index cannot be written to ${path}: ${unwritten}\n`)
          process.exitCode = 1
        } else if (json) process.stdout.write(`${JSON.stringify({ records: header.records, seconds })}\n`)
        else process.stderr.write(`${header.records} records in ${seconds.toFixed(1)} s, in ${path}\n`)
      } finally {
        await thread.stop()
      }
    })
}
