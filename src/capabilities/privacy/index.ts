export { privacyRoutes } from './privacy.routes.ts'
export { setWorkingHours } from './set-working-hours.ts'
