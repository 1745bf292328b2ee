import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Starts the application, which must be built, with the invented county in a data folder; `stop` resolves when all has ended. */
export const startDemo = async (dataDir: string): Promise<{ address: string; stop: () => Promise<void> }> => {
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../dist/server.js'), '--demo'], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
      const found = /Causeway is at (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    server.once('close', () => reject(new Error(said)))
  })
  return {
    address,
    stop: async () => {
      server.kill('SIGTERM')
      await once(server, 'close')
    },
  }
}
