export { answerApproval } from './answer-approval.ts'
export { decide } from './decide.ts'
export { findDecision } from './list-screening.ts'
export { screeningRoutes } from './screening.routes.ts'
