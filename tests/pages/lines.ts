import { accountLines } from './account-lines.ts'
import { agreementLines } from './agreement-lines.ts'
import { cardLines } from './card-lines.ts'
import { caseLines } from './case-lines.ts'
import { diversionLines } from './diversion-lines.ts'
import { harmLines } from './harm-lines.ts'
import { hsdsLines } from './hsds-lines.ts'
import { importLines } from './import-lines.ts'
import { keepingLines } from './keeping-lines.ts'
import { libraryLines } from './library-lines.ts'
import { myRecordLines } from './my-record-lines.ts'
import { demonstrationLines, frontLines, identityLines, networkLines } from './other-lines.ts'
import type { PageLine } from './page-line.ts'
import { pathwayLines } from './pathway-lines.ts'
import { privacyLines } from './privacy-lines.ts'
import { referralLines } from './referral-lines.ts'
import { signOnLines } from './sign-on-lines.ts'
import { signingLines } from './signing-lines.ts'
import { supplyLines } from './supply-lines.ts'
import { trainingLines } from './training-lines.ts'
import { visitLines } from './visit-lines.ts'
import { withoutConsentLines } from './without-consent-lines.ts'

/** What every route gives whom. A route of the application without a line here fails the test. */
export const LINES: readonly PageLine[] = [
  ...frontLines,
  ...identityLines,
  ...accountLines,
  ...agreementLines,
  ...withoutConsentLines,
  ...signOnLines,
  ...referralLines,
  ...myRecordLines,
  ...signingLines,
  ...privacyLines,
  ...pathwayLines,
  ...supplyLines,
  ...visitLines,
  ...caseLines,
  ...diversionLines,
  ...networkLines,
  ...keepingLines,
  ...cardLines,
  ...libraryLines,
  ...harmLines,
  ...hsdsLines,
  ...importLines,
  ...trainingLines,
  ...demonstrationLines,
]
