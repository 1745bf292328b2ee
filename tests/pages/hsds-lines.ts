import type { PageLine } from './page-line.ts'

const LISTS = [
  'services',
  'service_at_locations',
  'organizations',
  'locations',
  'taxonomies',
  'taxonomy_terms',
] as const

/** The exchange with other directories: the same for everybody, and nothing that is not for everybody. */
export const hsdsLines: readonly PageLine[] = [
  { route: 'GET /hsds', lets: 'anybody', answers: 200 },
  { route: 'GET /hsds/', lets: 'anybody', answers: 200 },
  { route: 'GET /hsds/openapi.json', lets: 'anybody', answers: 200 },
  ...LISTS.flatMap((list): PageLine[] => [
    { route: `GET /hsds/${list}`, lets: 'anybody', answers: 200 },
    { route: `POST /hsds/${list}`, lets: 'anybody', answers: 200 },
    { route: `GET /hsds/${list}/:id`, lets: 'anybody', of: 'nothing', answers: 404 },
  ]),
]
