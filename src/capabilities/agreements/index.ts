export { acceptGoldenRule, recordSignedAgreement } from './accept-agreement.ts'
export { AGREEMENT_QUEUES, agreementJobs } from './agreement-jobs.ts'
export { registerAgreementCommands } from './agreements.commands.ts'
export { agreementRoutes } from './agreements.routes.ts'
export { attestGoldenRule, hasAttested } from './attest-golden-rule.ts'
export { NOT_FOR_ENFORCEMENT } from './golden-rule.ts'
export { isAgreementUpload } from './kept-agreement.routes.ts'
export {
  listMissingAgreements,
  type MissingAgreement,
  mayReceive,
  missingWords,
} from './missing-agreement.ts'
