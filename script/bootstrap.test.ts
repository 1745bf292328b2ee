import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// The checkout is a small one, and node and npm are stand-ins that write down how they were called: what is tried here
// is when the script installs, not npm.

let root: string

const program = (path: string, text: string) => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
}

const nodeSays = (version: string) =>
  program(join(root, 'path/node'), `[ "$1" = -v ] && echo ${version} || [ -e "${root}/node_modules/part" ]`)

/** npm ci begins by removing node_modules; `brings` is what it puts there. */
const npmBrings = (brings: string) =>
  program(
    join(root, 'path/npm'),
    `echo "$@" >> "${root}/calls"; echo noise; sleep 0.2; cd "$3"; rm -rf node_modules; mkdir -p node_modules; ${brings}`,
  )

const calls = () =>
  existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n') : []

const bootstrap = () =>
  new Promise<{ code: number; said: string; wrote: string }>((resolve) => {
    const env = { PATH: `${join(root, 'path')}:/usr/bin:/bin` }
    execFile(join(root, 'script/bootstrap'), { env, cwd: '/' }, (fault, wrote, said) =>
      resolve({ code: Number(fault?.code ?? 0), said, wrote }),
    )
  })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'causeway-bootstrap-'))
  cpSync(join(import.meta.dirname, 'bootstrap'), join(root, 'script/bootstrap'))
  writeFileSync(join(root, 'package-lock.json'), 'one')
  mkdirSync(join(root, 'tools/node'), { recursive: true })
  writeFileSync(join(root, 'tools/node/package-lock.json'), 'node')
  nodeSays('v24.21.0')
  npmBrings('touch node_modules/part')
})
afterEach(() => rmSync(root, { recursive: true }))

test('packages are installed once, without their scripts, and again when the lock file changes', async () => {
  expect(await bootstrap()).toEqual({ code: 0, said: `Installing the packages in ${root}\n`, wrote: '' })
  expect(await bootstrap()).toEqual({ code: 0, said: '', wrote: '' })
  expect(calls()).toEqual([`ci --prefix ${root} --ignore-scripts --no-audit --no-fund --loglevel=error`])
  writeFileSync(join(root, 'package-lock.json'), 'two')
  await bootstrap()
  expect(calls()).toHaveLength(2)
})

test('an installation that was cut off is made again', async () => {
  npmBrings('exit 1')
  expect(await bootstrap()).toMatchObject({ code: 1 })
  npmBrings('touch node_modules/part')
  expect(await bootstrap()).toMatchObject({ code: 0 })
  expect(calls()).toHaveLength(2)
})

test('a part that npm left out is noticed, and not taken for installed', async () => {
  npmBrings(':')
  const { code, said } = await bootstrap()
  expect(code).toBe(1)
  expect(said).toContain('npm left out the part of the packages for this machine')
  await bootstrap()
  expect(calls()).toHaveLength(2)
})

test('Node 24 is brought where the machine has an older one', async () => {
  nodeSays('v20.20.2')
  const brought = 'node_modules/node-for-this-machine/bin'
  npmBrings(
    `touch node_modules/part; mkdir -p ${brought}; printf '#!/bin/sh\\necho v24.21.0' > ${brought}/node; chmod +x ${brought}/node`,
  )
  expect(await bootstrap()).toMatchObject({ code: 0 })
  expect(calls().map((call) => call.split(' ')[2])).toEqual([join(root, 'tools/node'), root])
  expect(await bootstrap()).toMatchObject({ code: 0, said: '' })
})

test('two at once install once', async () => {
  const both = await Promise.all([bootstrap(), bootstrap()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(calls()).toHaveLength(1)
  expect(existsSync(join(root, '.installing'))).toBe(false)
})

test('the lock of a process that has ended holds nobody up', async () => {
  // Larger than any process number.
  symlinkSync('99999999', join(root, '.installing'))
  expect(await bootstrap()).toMatchObject({ code: 0 })
  expect(calls()).toHaveLength(1)
})
