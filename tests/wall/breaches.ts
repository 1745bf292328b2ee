import type { Who } from './actors.ts'
import { measuredAgainst } from './matrix.ts'
import type { TableRules } from './model.ts'
import { accountRules } from './model-accounts.ts'
import { agreementRules } from './model-agreements.ts'
import { auditRules } from './model-audit.ts'
import { cardRules } from './model-cards.ts'
import { caseRules } from './model-cases.ts'
import { consentRules } from './model-consent.ts'
import { diversionRules } from './model-diversions.ts'
import { hsdsRules } from './model-hsds.ts'
import { identityRules } from './model-identity.ts'
import { importRules } from './model-imports.ts'
import { libraryRules } from './model-library.ts'
import { litterRules } from './model-litter.ts'
import { myRecordRules } from './model-my-record.ts'
import { networkRules } from './model-network.ts'
import { pathwayRules } from './model-pathways.ts'
import { privacyRules } from './model-privacy.ts'
import { profileRules } from './model-profile.ts'
import { referralRules } from './model-referrals.ts'
import { signOnRules } from './model-sign-on.ts'
import { signingRules } from './model-signing.ts'
import { supplyRules } from './model-supplies.ts'
import { trainingRules } from './model-training.ts'
import { visitRules } from './model-visits.ts'
import type { Act, Seen } from './observe.ts'
import type { Row } from './row.ts'

/** The rules of every table, the most delicate first. */
export const MODEL: Readonly<Record<string, TableRules>> = {
  ...referralRules,
  ...pathwayRules,
  ...supplyRules,
  ...litterRules,
  ...visitRules,
  ...caseRules,
  ...diversionRules,
  ...myRecordRules,
  ...privacyRules,
  ...consentRules,
  ...signingRules,
  ...agreementRules,
  ...identityRules,
  ...accountRules,
  ...signOnRules,
  ...networkRules,
  ...profileRules,
  ...cardRules,
  ...libraryRules,
  ...hsdsRules,
  ...importRules,
  ...trainingRules,
  ...auditRules,
}

/** Where what an actor did with a table differs from what the model allows, either way, in sentences. */
export const breachesOf = (who: Who, table: string, act: Act, seen: Seen, rows: readonly Row[]): string[] =>
  measuredAgainst(act, table, rows).flatMap((row) => {
    const may = MODEL[table]?.[act](who, row) ?? false
    const does = seen[act].has(row)
    if (may === does) return []
    const what = `${act} ${row.kind}${row.of ? ` of “${row.of}”` : ''}`
    return [does ? `${who.name} wrongly ${what}` : `${who.name} is kept from what they may: ${what}`]
  })
