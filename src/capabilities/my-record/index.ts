export { answerPrivacyRequest, extendPrivacyRequest } from './answer-privacy-request.ts'
export { askAccounting, askRestriction, complain } from './ask-privacy.ts'
export { codesRoutes } from './codes.routes.ts'
export { complaintRoutes } from './complaint.routes.ts'
export { enterRoutes } from './enter.routes.ts'
export { giveCode } from './give-code.ts'
export { findPrivacyRequest, listPrivacyRequests } from './list-privacy-requests.ts'
export { myRecordRoutes } from './my-record.routes.ts'
export {
  OUTCOMES,
  type PrivacyOutcome,
  type PrivacyRequest,
  type PrivacyRequestKind,
} from './privacy-request.ts'
export { takePrivacyRequest } from './take-privacy-request.ts'
