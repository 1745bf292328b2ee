export { recordSignedAgreement } from './accept-agreement.ts'
export { AGREEMENT_QUEUES, agreementJobs } from './agreement-jobs.ts'
export { registerAgreementCommands } from './agreements.commands.ts'
export { agreementRoutes } from './agreements.routes.ts'
export { attestGoldenRule, hasAttested } from './attest-golden-rule.ts'
export { endAgreement } from './end-agreement.ts'
export { NOT_FOR_ENFORCEMENT } from './golden-rule.ts'
export { isAgreementUpload } from './kept-agreement.routes.ts'
export {
  listMissingAgreements,
  type MissingAgreement,
  missingWords,
} from './missing-agreement.ts'
export { attestSignedPaper } from './sign-agreement.ts'
export { keepAgreementDraft, makeAgreement } from './write-agreement.ts'
