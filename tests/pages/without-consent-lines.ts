import type { PageLine } from './page-line.ts'

/** What opens without a release: an emergency, for medical personnel; and the letter that opens nothing. */
export const withoutConsentLines: readonly PageLine[] = [
  { route: 'GET /break-glass', lets: ['provider'], answers: 200 },
  { route: 'POST /break-glass', lets: ['provider'], answers: 422 },
  { route: 'GET /break-glass/:id', lets: ['provider'], of: 'nothing', answers: 404 },
  { route: 'GET /lawful-demand', lets: 'anybody', answers: 200 },
  { route: 'GET /lawful-demand.txt', lets: 'anybody', answers: 200 },
]
