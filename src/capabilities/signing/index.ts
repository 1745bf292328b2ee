export { chargesRoutes } from './charges.routes.ts'
export { releasesRoutes } from './releases.routes.ts'
export { signingRoutes } from './signing.routes.ts'
export { SIGNING_QUEUES, signingJobs } from './signing-jobs.ts'
