import type { Role } from '#kernel/actor.ts'
import type { PageLine } from './page-line.ts'

const SUPERVISORS: readonly Role[] = ['sergeant', 'trainer', 'manager', 'administrator']
const KEEPERS: readonly Role[] = ['trainer', 'manager', 'administrator']

const none = { of: 'nothing', answers: 404 } as const

/** What members learn says nothing of anybody who is helped; who learned what is their supervisors' and theirs. */
export const trainingLines: readonly PageLine[] = [
  { route: 'GET /training', lets: 'members', answers: 200 },
  { route: 'GET /training/local', lets: 'members', answers: 200 },
  { route: 'GET /training/courses/:course', lets: 'members', ...none },
  { route: 'GET /training/courses/:course/:screen', lets: 'members', ...none },
  { route: 'GET /training/courses/:course/scorm.zip', lets: KEEPERS, ...none },
  { route: 'GET /training/courses/:course/test', lets: 'members', ...none },
  { route: 'POST /training/courses/:course/test', lets: 'members', ...none },
  { route: 'GET /training/courses/:course/test/:attempt', lets: 'members', ...none },
  { route: 'GET /training/courses/:course/survey/:moment', lets: 'members', ...none },
  { route: 'POST /training/courses/:course/survey/:moment', lets: 'members', ...none },
  { route: 'GET /training/board', lets: SUPERVISORS, answers: 200 },
  { route: 'GET /training/results', lets: SUPERVISORS, answers: 200 },
  { route: 'GET /training/roster.csv', lets: KEEPERS, answers: 200 },
  { route: 'GET /training/people/:id', lets: SUPERVISORS, ...none },
  { route: 'POST /training/people/:id/practice', lets: SUPERVISORS, ...none },
  { route: 'GET /training/certificates/:id/certificate.pdf', lets: 'members', ...none },
  { route: 'POST /training/certificates/:id/revoke', lets: KEEPERS, ...none },
  { route: 'GET /training/settings', lets: KEEPERS, answers: 200 },
  { route: 'POST /training/settings', lets: KEEPERS, answers: 422 },
  { route: 'GET /training/learned-elsewhere', lets: KEEPERS, answers: 200 },
  { route: 'POST /training/learned-elsewhere', lets: KEEPERS, answers: 422 },
  { route: 'GET /training/sessions', lets: SUPERVISORS, answers: 200 },
  { route: 'POST /training/sessions', lets: SUPERVISORS, answers: 422 },
  { route: 'GET /training/sessions/:id', lets: SUPERVISORS, ...none },
  { route: 'GET /training/sessions/:id/sheet', lets: SUPERVISORS, ...none },
  { route: 'POST /training/sessions/:id/attendance', lets: SUPERVISORS, ...none },
  { route: 'POST /training/sessions/:id/close', lets: SUPERVISORS, ...none },
  { route: 'GET /training/sign-in/:code', lets: 'members', ...none },
  { route: 'POST /training/sign-in/:code', lets: 'members', ...none },
  { route: 'GET /certificates', lets: 'anybody', answers: 200 },
  { route: 'GET /certificates/:code', lets: 'anybody', ...none },
]
