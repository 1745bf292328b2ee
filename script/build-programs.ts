import { join } from 'node:path'
import { build } from 'esbuild'
import { replaceFile } from './replace-file.ts'

/** Bundles our own code into dist/server.js and dist/cli.js, and the thread that they start; packages stay in node_modules. */
export const buildPrograms = async (root: string, dist: string): Promise<void> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      server: join(root, 'src/app/server.ts'),
      cli: join(root, 'src/app/cli.ts'),
      'library-index-thread': join(root, 'src/capabilities/library/search/index-thread.ts'),
    },
    outdir: dist,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    logLevel: 'silent',
  })
  for (const { path, contents } of outputFiles) replaceFile(path, contents)
}
