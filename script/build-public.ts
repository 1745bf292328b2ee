import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { replaceFile } from './replace-file.ts'

/**
 * Makes everything that browsers fetch: the stylesheet and the script, whose names carry a hash of what they hold, the
 * files of src/design/static under their own names, a compressed copy of each, and assets.json, which says what the
 * stylesheet and the script are called.
 */
export const buildPublic = async (root: string, folder: string): Promise<void> => {
  const assets = join(folder, 'assets')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/design/causeway.css'), join(root, 'src/design/browser.ts')],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: assets,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    loader: { '.svg': 'file', '.woff2': 'file' },
    legalComments: 'none',
    logLevel: 'silent',
  })
  const kept = new Set<string>()
  for (const { path, contents } of outputFiles)
    for (const name of await writeCompressed(path, contents)) kept.add(name)
  await copyStatic(join(root, 'src/design/static'), folder)

  const addressOf = (entry: string): string => {
    const [path] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry) ?? []
    if (!path) throw new Error(`${entry} made nothing.`)
    return `/assets/${basename(path)}`
  }
  const whereStatic = (name: string) => (existsSync(join(folder, name)) ? `/${name}` : undefined)
  const names = {
    style: addressOf('src/design/causeway.css'),
    script: addressOf('src/design/browser.ts'),
    icon: whereStatic('favicon.svg'),
    manifest: whereStatic('manifest.webmanifest'),
  }
  replaceFile(join(folder, 'assets.json'), JSON.stringify(names))
  removeOutdated(assets, kept)
}

const copyStatic = async (from: string, to: string): Promise<void> => {
  for (const entry of globSync('**/*', { cwd: from, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      await writeCompressed(join(to, path.slice(from.length)), readFileSync(path))
    }
}

const COMPRESSES = new Set(['.css', '.js', '.json', '.svg', '.txt', '.webmanifest', '.xml'])

/** @returns the names of the files written */
const writeCompressed = async (path: string, content: Uint8Array): Promise<string[]> => {
  replaceFile(path, content)
  if (!COMPRESSES.has(extname(path))) return [basename(path)]
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content),
    promisify(gzip)(content, { level: 9 }),
  ])
  replaceFile(`${path}.br`, br)
  replaceFile(`${path}.gz`, gz)
  return [basename(path), `${basename(path)}.br`, `${basename(path)}.gz`]
}

const DAY_MS = 24 * 3600 * 1000

/** A page that was opened before the build still asks for the files of its time, for a while. */
const removeOutdated = (folder: string, kept: ReadonlySet<string>): void => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!kept.has(name) && Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path)
  }
}
