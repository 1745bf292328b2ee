import type { Id } from '#kernel/ids.ts'
import type { Visibility, Work } from './record.ts'

/** A record as it is brought. `source` and `sourceKey` say when it is the same one again. */
export type NewRecord = Work & {
  readonly id: Id<'library-record'>
  readonly jurisdictionId: string | null
  readonly visibility: Visibility
  readonly source: string
  readonly sourceKey: string
}

const NOTHING: Omit<Work, 'title'> = {
  ...{ authors: [], publishedOn: null, journal: null, publisher: null, sponsor: null, grantNumber: null },
  ...{ type: 'document', format: null, length: null, language: 'en', country: null, subjects: [] },
  ...{ audience: null, abstract: null, finding: null, usefulFor: null, design: null },
  ...{ evidence: null, evidenceReason: null, ncjNumber: null, doi: null, pmid: null, url: null },
  ...{ rights: 'unknown', rightsNote: null },
}

/** A work of which not everything is known: what is not given is empty. */
export const newWork = (known: Partial<Work> & { readonly title: string }): Work => ({ ...NOTHING, ...known })
