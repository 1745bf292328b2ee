import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One file needs another, or a package. */
export type Arrow = {
  readonly from: string
  /** As written. */
  readonly specifier: string
  /** The path of a file of ours, or the name of a package. */
  readonly to: string
  readonly isOurs: boolean
  /** Disappears when types do. */
  readonly isTypeOnly: boolean
}

/** The sources as the rules see them: texts by path from the root, and who imports whom. */
export type Project = { readonly files: ReadonlyMap<string, string>; readonly arrows: readonly Arrow[] }

type Aliases = Readonly<Record<string, string>>

const IMPORT = /^[ \t]*(import|export)\b(\s+type\b)?(?:[^'"`;]*?\bfrom)?\s*(['"])([^'"\n]+)\3/gm
const LATE_IMPORT = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g

/** Every import and re-export that a text names, early and late. */
export const specifiersOf = (text: string): { specifier: string; isTypeOnly: boolean }[] => [
  ...[...text.matchAll(IMPORT)].map((found) => ({
    specifier: found[4] ?? '',
    isTypeOnly: found[2] !== undefined,
  })),
  ...[...text.matchAll(LATE_IMPORT)].map((found) => ({ specifier: found[2] ?? '', isTypeOnly: false })),
]

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const resolve = (from: string, specifier: string, aliases: Aliases): string | undefined => {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  for (const [alias, target] of Object.entries(aliases)) {
    const [before = '', after] = alias.split('*')
    if (after === undefined ? specifier === alias : specifier.startsWith(before))
      return normalize(target.replace('*', specifier.slice(before.length)))
  }
  return undefined
}

const isCode = (path: string): boolean => /\.tsx?$/.test(path)

/** @param aliases `imports` of package.json */
export const projectOf = (files: ReadonlyMap<string, string>, aliases: Aliases): Project => ({
  files,
  arrows: [...files]
    .filter(([path]) => isCode(path))
    .flatMap(([from, text]) =>
      specifiersOf(text).map(({ specifier, isTypeOnly }) => {
        const ours = resolve(from, specifier, aliases)
        return { from, specifier, to: ours ?? packageOf(specifier), isOurs: ours !== undefined, isTypeOnly }
      }),
    ),
})

const ROOT = join(import.meta.dirname, '../..')

export const readRoot = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

type Manifest = { readonly imports: Aliases; readonly dependencies: Readonly<Record<string, string>> }
export const manifest = JSON.parse(readRoot('package.json')) as Manifest

/** The sources as they are now. */
export const readProject = (): Project => {
  const paths = globSync('{src,tests,script,bench}/**/*.{ts,tsx,css,sql,md}', { cwd: ROOT })
  return projectOf(new Map(paths.sort().map((path) => [path, readRoot(path)])), manifest.imports)
}

/** The same project with some files more, or other. */
export const withFiles = (project: Project, files: Readonly<Record<string, string>>): Project =>
  projectOf(new Map([...project.files, ...Object.entries(files)]), manifest.imports)
