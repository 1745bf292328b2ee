import type { Tx } from '#platform/database/as-actor.ts'
import type { LibraryRecord } from './record.ts'
import { selectRecords } from './records.store.ts'
import { selectOfSubjects } from './subjects.store.ts'
import { findTerm } from './thesaurus.ts'

/** What people do here, and the subjects under which the works on it stand. */
const PRACTICES = {
  'self-referral': ['Self-referral to police'],
  'active-outreach': ['Active outreach', 'Post-overdose outreach'],
  'naloxone-plus': ['Naloxone plus response', 'Post-overdose outreach', 'Quick response teams'],
  'officer-prevention': ['Officer referral', 'Deflection'],
  'officer-intervention': ['Law Enforcement Assisted Diversion', 'Pre-arrest diversion'],
  'community-response': ['Community responder programs', 'Co-responder teams'],
  'warm-handoff': ['Warm handoff'],
  'naloxone-leave-behind': ['Naloxone leave-behind'],
  'police-naloxone': ['Police naloxone', 'Naloxone training'],
  'syringe-services': ['Syringe services programs', 'Syringe law and access'],
  'police-training': ['Police training', 'Bundled training', 'Fentanyl exposure beliefs'],
  'needle-safety': ['Needlestick injury'],
  'good-samaritan-law': ['Good Samaritan laws', 'Calling for help at an overdose'],
  'case-management': ['Case management', 'Peer support'],
  engagement: ['Treatment retention', 'Treatment access'],
  'medication-treatment': ['Medications for opioid use disorder', 'Buprenorphine', 'Methadone'],
  agreements: ['Agreements between agencies', 'Partnerships'],
  'information-sharing': ['42 CFR Part 2', 'HIPAA', 'Privacy and confidentiality'],
  equity: ['Racial disparities', 'Eligibility criteria', 'Warrant checks'],
  'overdose-spikes': ['Overdose spikes', 'Overdose mapping'],
  'person-first-words': ['Language and terminology', 'Stigma'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Practice = keyof typeof PRACTICES

export type PracticeRecord = Pick<
  LibraryRecord,
  'id' | 'title' | 'evidence' | 'finding' | 'year' | 'type'
> & {
  /** The path of its page. */
  readonly href: string
}

/** Whether every practice leads to terms of the thesaurus: a renamed term would leave one without works. */
export const practicesWithoutTerm = (): readonly string[] =>
  Object.values(PRACTICES)
    .flat()
    .filter((name) => findTerm(name) === undefined)

/**
 * Why this practice: the works behind something that people do, the best evidence first.
 *
 * @param limit how many at most
 */
export const recordsFor = async (
  tx: Tx,
  practice: Practice,
  limit = 3,
): Promise<readonly PracticeRecord[]> => {
  const { ids } = await selectOfSubjects(tx, PRACTICES[practice], limit)
  const records = await selectRecords(tx, ids)
  return records.map(({ id, title, evidence, finding, year, type }) => ({
    ...{ id, title, evidence, finding, year, type, href: `/library/${id}` },
  }))
}
