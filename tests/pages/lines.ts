import { consentLines } from './consent-lines.ts'
import { demonstrationLines, frontLines, identityLines, networkLines } from './other-lines.ts'
import type { PageLine } from './page-line.ts'
import { referralLines } from './referral-lines.ts'

/** What every route gives whom. A route of the application without a line here fails the test. */
export const LINES: readonly PageLine[] = [
  ...frontLines,
  ...identityLines,
  ...consentLines,
  ...referralLines,
  ...networkLines,
  ...demonstrationLines,
]
