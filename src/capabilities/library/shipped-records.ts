import { derivedId } from '#kernel/ids.ts'
import { judgeEvidence } from './judge-evidence.ts'
import type { NewRecord } from './new-record.ts'
import { newWork } from './new-record.ts'
import shipped from './shipped-records.json' with { type: 'json' }

type Shipped = {
  readonly key: string
  readonly title: string
  readonly type: string
  readonly subjects: readonly string[]
  readonly audience: string
  readonly about: string
  readonly design: string
  readonly url: string
  readonly usefulFor: string
  readonly authors?: readonly string[]
  readonly year?: number
  readonly journal?: string
  readonly publisher?: string
  readonly doi?: string
  readonly pmid?: string
  readonly ncjNumber?: string
  readonly finding?: string
  readonly figures?: string
}

/** The collection that comes with the program: works of the field, described in our own words. */
export const shippedRecords = (): readonly NewRecord[] =>
  (shipped as readonly Shipped[]).map(({ key, about, year, doi, figures, ...work }) => {
    const { evidence, reason } = judgeEvidence({ ...work, journal: work.journal ?? null, figures })
    return {
      id: derivedId<'library-record'>('library-record', `starter ${key}`),
      ...{ jurisdictionId: null, visibility: 'public', source: 'starter', sourceKey: key },
      ...newWork({
        ...work,
        ...{ abstract: about, doi: doi?.toLowerCase() ?? null, publishedOn: year ? String(year) : null },
        ...{ evidence, evidenceReason: reason, rights: 'own-words' },
      }),
    }
  })
