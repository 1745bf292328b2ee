import type { AgreementKind, AgreementText } from './agreement.ts'
import { goldenRuleText } from './golden-rule.ts'
import { dataSharingText, deflectionText, type Terms } from './memorandum.ts'
import { qsoaText } from './qsoa.ts'

/** Names as they stand in a sentence: “A, B and C”. */
export const namesTogether = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

export type WordsInput = {
  readonly kind: AgreementKind
  /** Names of the parties, in the order in which they stand in it. */
  readonly parties: readonly string[]
  readonly county: string
  readonly terms: Terms
  /** Days as they are read: “March 1, 2027”. Without a first one it counts from the last signature. */
  readonly from?: string | undefined
  readonly through: string
}

/** The exact words of an agreement. The same input gives the same words. */
export const agreementWords = ({
  kind,
  parties,
  county,
  terms,
  from,
  through,
}: WordsInput): AgreementText => {
  const names = namesTogether(parties)
  const period = from
    ? `It counts from ${from} through ${through}.`
    : `It counts from the last signature through ${through}.`
  switch (kind) {
    case 'golden-rule':
      return goldenRuleText({ organization: parties.length > 1 ? `Each of ${names}` : names, county })
    case 'qsoa':
      return qsoaText({ organization: names, county })
    case 'deflection':
      return deflectionText({ parties: names, county, period }, terms)
    case 'data-sharing':
      return dataSharingText({ parties: names, county, period }, terms)
  }
}

/** Another side that is no organization of the county; null where the parties are all there is. */
export const otherSide = (kind: AgreementKind, county: string): string | null =>
  ({
    'golden-rule': `All who take part in ${county}`,
    qsoa: `Whoever runs Causeway for ${county}`,
    deflection: null,
    'data-sharing': null,
  })[kind]

/** What a template begins with; whoever writes an agreement changes it. */
export const USUAL_TERMS: Readonly<Record<'deflection' | 'data-sharing', Omit<Terms, 'responseMinutes'>>> = {
  deflection: {
    scope:
      'Officers who meet somebody in need of help, whether or not they could charge them, ask whether the person wants to be referred. Whoever is asked takes the person on, or says why not.',
    custody:
      'The officer stays with the person until the case manager is there, or speaks with them on the phone.',
    mayFlow:
      'That somebody is referred, what would help, and how and where they can be met, as far as the person agreed. Back to the officer flows only what the person released.',
    neverFlows:
      'Diagnoses, test results, notes of treatment and counseling, immigration status, and anything of criminal history beyond “criteria met” or “not met”.',
  },
  'data-sharing': {
    scope: 'To follow up on referrals, and to count what becomes of them.',
    custody: '',
    mayFlow: 'Dates and states of referrals, and for named people only what each of them released.',
    neverFlows:
      'Notes of treatment and counseling, test results, and anything about people who were not referred.',
  },
}
export const USUAL_MINUTES = 30
