import { join } from 'node:path'
import { fingerprint, isBuilt, markBuilt, markUnbuilt } from './build-stamp.ts'

// Builds the application into dist/: the two programs, the migrations, and what browsers fetch. Nothing is done when
// dist/ was built from these very files.

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

const build = async () => {
  const began = performance.now()
  const inputs = fingerprint(root)
  if (isBuilt(dist, inputs)) return
  const [{ buildPrograms }, { buildPublic }, { copyMigrations }] = await Promise.all([
    import('./build-programs.ts'),
    import('./build-public.ts'),
    import('./copy-migrations.ts'),
  ])
  markUnbuilt(dist)
  await Promise.all([
    buildPrograms(root, dist),
    buildPublic(root, join(dist, 'public')),
    copyMigrations(root, dist),
  ])
  markBuilt(dist, inputs)
  console.error(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

try {
  await build()
} catch (fault) {
  const { code } = fault as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EROFS')
    console.error(
      `Causeway must be built in ${dist}, where you may not write. Run script/build as its owner.`,
    )
  // esbuild's message names the file, the line and what is wrong; a stack would add nothing.
  else console.error(fault instanceof Error && 'errors' in fault ? fault.message : fault)
  process.exitCode = 1
}
