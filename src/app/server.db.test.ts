import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openFolder } from '#tests/support/launcher.ts'

// The program as people start it: a process, with a database of its own in a folder of its own.

const root = join(import.meta.dirname, '../..')
const started: ChildProcess[] = []
let folder: Awaited<ReturnType<typeof openFolder>>

type Program = {
  readonly process: ChildProcess
  /** Where it answers; rejects with what it said when it ends before. */
  readonly address: Promise<string>
  readonly ended: Promise<number | null>
  readonly said: () => string
}

const start = (options: string[], environment: Record<string, string> = {}): Program => {
  const child = spawn(process.execPath, [join(root, 'dist/server.js'), ...options], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder.path, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  started.push(child)
  let said = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const address = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /Causeway is at (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    ended.then(() => reject(new Error(said)))
  })
  address.catch(() => undefined)
  return { process: child, address, ended, said: () => said }
}

const signIn = async (address: string): Promise<string> => {
  const answer = await fetch(`${address}/demo/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ as: 'navigator' }),
    redirect: 'manual',
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const startPage = async (address: string, cookie: string): Promise<string> =>
  (await fetch(`${address}/start`, { headers: { cookie } })).text()

const postmasterFile = () => join(folder.path, 'postgres/postmaster.pid')
const postmaster = (): number => Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0])

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'script/build.ts')], { stdio: 'ignore' })
  folder = await openFolder()
}, 60_000)

afterEach(async () => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'close')
    }
}, 30_000)

afterAll(() => folder.remove())

describe('the server', { timeout: 60_000 }, () => {
  test('starts with an empty folder, shows its pages, and ends in order when told to', async () => {
    const program = start(['--demo'])
    const address = await program.address
    const front = await fetch(address)
    expect([front.status, await front.text()]).toEqual([200, expect.stringContaining('Call 911')])
    const { style } = JSON.parse(readFileSync(join(root, 'dist/public/assets.json'), 'utf8'))
    expect((await fetch(address + style)).headers.get('cache-control')).toContain('immutable')
    expect(existsSync(postmasterFile())).toBe(true)
    program.process.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    // PostgreSQL removes it as the last thing of a clean stop.
    expect(existsSync(postmasterFile())).toBe(false)
  })

  test('finishes a request that is on its way when it is told to stop', async () => {
    const program = start(['--demo'])
    const body = 'value=night&returnTo=%2Fsign-in'
    const posting = request(`${await program.address}/theme`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
      },
    })
    const answered = once(posting, 'response')
    posting.write(body.slice(0, 10))
    await once(posting, 'socket').then(([socket]) => socket.connecting && once(socket, 'connect'))
    await new Promise((sent) => setTimeout(sent, 200))
    program.process.kill('SIGTERM')
    await new Promise((stopping) => setTimeout(stopping, 300))
    posting.end(body.slice(10))
    const [answer] = await answered
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in'])
    answer.resume()
    expect(await program.ended).toBe(0)
  })

  test('comes back after everything was killed at once, with all that it had', async () => {
    const program = start(['--demo'])
    const cookie = await signIn(await program.address)
    const database = postmaster()
    program.process.kill('SIGKILL')
    process.kill(database, 'SIGKILL')
    await program.ended
    const again = start(['--demo'])
    expect(await startPage(await again.address, cookie)).toContain('Welcome, Dana Whitfield')
  })

  test('comes back when only it was killed, and takes its database over', async () => {
    const program = start(['--demo'])
    const cookie = await signIn(await program.address)
    const database = postmaster()
    program.process.kill('SIGKILL')
    await program.ended
    const again = start(['--demo'])
    expect(await startPage(await again.address, cookie)).toContain('Welcome, Dana Whitfield')
    expect(postmaster()).toBe(database)
  })

  test('ends at once when it is told a second time', async () => {
    const program = start(['--demo'])
    const hanging = request(`${await program.address}/theme`, {
      method: 'POST',
      headers: { 'content-length': 9 },
    })
    hanging.on('error', () => undefined)
    hanging.write('v')
    await new Promise((sent) => setTimeout(sent, 200))
    program.process.kill('SIGTERM')
    await new Promise((stopping) => setTimeout(stopping, 200))
    expect(program.process.exitCode).toBeNull()
    program.process.kill('SIGTERM')
    expect(await program.ended).toBe(130)
  })

  test('says in one sentence that its port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const program = start([], { PORT: String(port) })
    expect(await program.ended).toBe(1)
    expect(program.said()).toContain(
      `Port ${port} is taken by another program. Stop it, or set PORT to another number.\n`,
    )
    other.close()
  })

  test('does not let anybody in with one click where there is a real county', async () => {
    const add =
      'county add --name Millbrook --state OH --time-zone America/New_York --latitude 40 --longitude -83'
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...add.split(' ')], {
      env: { PATH: process.env.PATH, DATA_DIR: folder.path },
    })
    const program = start(['--demo'])
    expect(await program.ended).toBe(1)
    expect(program.said()).toBe(
      `--demo lets anybody in, and this database holds a real county (Millbrook). Start without --demo, or set DATA_DIR to another folder.\n`,
    )
  })

  test('says each mistake of its configuration, and that it knows one option', async () => {
    const program = start(['--dmeo'], { PORT: 'many', TRUST_PROXY: 'maybe' })
    expect(await program.ended).toBe(2)
    expect(program.said().trim().split('\n')).toEqual([
      '--dmeo is not known. The only option is --demo.',
      'PORT has to be a number, such as 3000.',
      'TRUST_PROXY has to be yes or no.',
    ])
  })
})
