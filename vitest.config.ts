import { defineConfig } from 'vitest/config'

const needsDatabase = ['{src,tests}/**/*.db.test.{ts,tsx}']
const startsServers = ['src/platform/postgres/*.test.ts']
const needsBrowser = ['{src,tests}/**/*.axe.test.{ts,tsx}']
const elsewhere = ['**/node_modules/**', 'dist/**', 'data/**']
// These start the program with its bundled database, or ask the pages what the policies, which are tried on both, decide.
const onceOnly =
  process.env.CAUSEWAY_TEST_POSTGRES === 'system'
    ? [
        'src/app/{server,application}.db.test.ts',
        'src/app/api/api.db.test.ts',
        'src/capabilities/identity/demo-sign-in.db.test.ts',
        'tests/fuzz.db.test.ts',
        'tests/differential.db.test.ts',
        'src/**/*.routes.db.test.ts',
        'src/capabilities/identity/lost-factors.db.test.ts',
        'tests/wall-pages.db.test.ts',
        'tests/audiences.db.test.ts',
        'src/app/demo/fill-again.db.test.ts',
        'src/capabilities/network/import*.db.test.ts',
        'src/capabilities/referrals/half-done.db.test.ts',
      ]
    : []

// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    // Two cores are what a small machine has; more workers only wait for each other there. No test measures time but against
    // itself: how long one may take is for what hangs, and ten times what it takes on a machine that has nothing else to do.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,tests,script}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, ...needsDatabase, ...startsServers, ...needsBrowser],
          isolate: false,
          // Some look at hundreds of random cases, on a machine that may have other things to do.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: needsDatabase,
          exclude: [...elsewhere, ...onceOnly],
          globalSetup: ['tests/support/database-server.ts'],
          // Reading the application anew for each file took a third of the time.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: needsBrowser,
          exclude: elsewhere,
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/*.spec.ts'],
          exclude: elsewhere,
          globalSetup: ['tests/support/built-application.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: startsServers,
          exclude: elsewhere,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
