import type { Role } from '#kernel/actor.ts'
import type { Who } from '../wall/actors.ts'
import type { PageLine } from './page-line.ts'

const WORKS: readonly Role[] = ['angel', 'navigator', 'case-manager', 'provider']
const none = { lets: WORKS, of: 'nothing', answers: 404 } as const

/** No police department and no court holds a case, whatever roles its members have. */
const unlessCourts = (status: number) => (who: Who) => (who.organization?.isCriminalJustice ? 404 : status)

/** The queue of the day and the people with whom an organization works; each case is its organization's alone. */
export const caseLines: readonly PageLine[] = [
  {
    route: 'GET /today',
    lets: WORKS,
    answers: 200,
    shows: [
      'case_task',
      'case_identity',
      'case_file',
      'case_entry',
      'referral',
      'referral_identity',
      'handoff_step',
    ],
  },
  { route: 'POST /today/tasks/:id', ...none },
  {
    route: 'GET /cases',
    lets: WORKS,
    query: '?show=open',
    answers: 200,
    shows: ['case_file', 'case_identity', 'case_entry', 'case_task'],
  },
  { route: 'GET /cases/new', lets: WORKS, answers: unlessCourts(200) },
  { route: 'POST /cases', lets: WORKS, answers: unlessCourts(422) },
  { route: 'GET /cases/:id', ...none },
  { route: 'GET /cases/:id/card', ...none },
  { route: 'GET /cases/:id/edit', ...none },
  { route: 'POST /cases/:id/edit', ...none },
  { route: 'GET /cases/:id/same', ...none },
  { route: 'POST /cases/:id/merge', ...none },
  { route: 'POST /cases/:id/part', ...none },
  { route: 'POST /cases/:id/contacts', ...none },
  { route: 'POST /cases/:id/tasks', ...none },
  { route: 'POST /cases/:id/notes', ...none },
  { route: 'POST /cases/:id/goals', ...none },
  { route: 'POST /cases/:id/goals/:goal/met', ...none },
  { route: 'POST /cases/:id/needs', ...none },
  { route: 'POST /cases/:id/funds', ...none },
  { route: 'POST /cases/:id/status', ...none },
  { route: 'POST /cases/:id/manager', ...none },
  { route: 'POST /cases/:id/entries/:entry', ...none },
]
