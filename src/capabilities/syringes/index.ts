export { reportLitter } from './report-litter.ts'
export { syringesRoutes } from './syringes.routes.ts'
