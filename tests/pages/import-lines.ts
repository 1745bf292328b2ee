import type { PageLine } from './page-line.ts'

const IMPORTERS = ['manager', 'administrator'] as const

/** Bringing lists into the directory. Nothing in them is about somebody who is helped. */
export const importLines: readonly PageLine[] = [
  { route: 'GET /imports', lets: IMPORTERS, answers: 200 },
  { route: 'POST /imports', lets: IMPORTERS, answers: 422 },
  ...[
    'GET /imports/:id',
    'GET /imports/:id/progress',
    'GET /imports/:id/alike',
    'GET /imports/:id/refused.csv',
  ].map((route): PageLine => ({ route, lets: IMPORTERS, of: 'nothing', answers: 404 })),
  ...['columns', 'alike', 'write', 'undo', 'drop'].map(
    (act): PageLine => ({ route: `POST /imports/:id/${act}`, lets: IMPORTERS, of: 'nothing', answers: 404 }),
  ),
]
