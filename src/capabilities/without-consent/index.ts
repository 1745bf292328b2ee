export { breakGlassRoutes } from './break-glass.routes.ts'
export { lawfulDemandRoutes } from './lawful-demand.routes.ts'
export { type Finding, type GlassToReview, listBreakGlass, reviewBreakGlass } from './review-break-glass.ts'
