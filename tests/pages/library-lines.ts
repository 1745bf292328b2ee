import type { PageLine } from './page-line.ts'

const KEEPERS = ['manager', 'trainer', 'administrator'] as const

/** The library: for everybody, about nobody. What is asked of whoever keeps it, and lists, are the members'. */
export const libraryLines: readonly PageLine[] = [
  { route: 'GET /library', lets: 'anybody', answers: 200 },
  { route: 'GET /library/save', lets: 'anybody', answers: 200 },
  { route: 'GET /library/feed', lets: 'anybody', answers: 200 },
  { route: 'GET /library/evidence', lets: 'anybody', answers: 200 },
  { route: 'GET /library/subjects', lets: 'anybody', answers: 200 },
  { route: 'GET /library/subjects/:term', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /library/:id', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /library/:id/:file', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /library/records/:file', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /library/import', lets: KEEPERS, answers: 200 },
  { route: 'POST /library/import', lets: KEEPERS, answers: 422 },
  { route: 'GET /library/lists', lets: 'anybody', answers: 200 },
  { route: 'GET /library/lists/new', lets: 'members', answers: 200 },
  { route: 'POST /library/lists', lets: 'members', answers: 422 },
  { route: 'GET /library/lists/:id', lets: 'anybody', of: 'nothing', answers: 404 },
  { route: 'GET /library/lists/:id/change', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /library/lists/:id/change', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'POST /library/:id/add-to-list', lets: 'members', of: 'nothing', answers: 404 },
  { route: 'GET /library/questions', lets: 'members', answers: 200 },
  { route: 'POST /library/questions', lets: 'members', answers: 422 },
  { route: 'POST /library/questions/:id', lets: KEEPERS, of: 'nothing', answers: 404 },
  { route: 'GET /oai', lets: 'anybody', answers: 200 },
  { route: 'POST /oai', lets: 'anybody', answers: 200 },
]
