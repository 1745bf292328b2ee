import { EmptyState, PageHeading, Section } from '#design'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import type { LibraryRecord } from './record.ts'
import { ResultCard } from './result-card.page.tsx'
import { searchAddress } from './search-query.ts'
import { findTerm, TERMS, type Term, topTerms } from './thesaurus.ts'

const subjectAddress = (term: string): string => `/library/subjects/${encodeURIComponent(term)}`

const Branch = ({ term, counts }: { term: Term; counts: ReadonlyMap<string, number> }) => (
  <li>
    <a href={subjectAddress(term.term)}>{term.term}</a>{' '}
    <span class="muted small">{counts.get(term.term) ?? 0}</span>
    {term.narrower.length > 0 && (
      <ul>
        {term.narrower.map((name) => {
          const narrower = findTerm(name)
          return narrower && <Branch term={narrower} counts={counts} />
        })}
      </ul>
    )}
  </li>
)

/** The thesaurus from its top, with how many records stand under each term. */
export const SubjectsPage = ({
  look,
  counts,
}: {
  look: LibraryLook
  counts: ReadonlyMap<string, number>
}) => (
  <LibraryFrame look={look} title="Subjects">
    <PageHeading
      over={<a href="/library">Library</a>}
      title="Subjects"
      note={`${TERMS.length} terms, from broad to narrow, with how many records each has.`}
    />
    <div class="grid wide-cells">
      {topTerms().map((term) => (
        <section class="cw-card" aria-labelledby={`t-${term.term.replaceAll(/\W+/g, '-')}`}>
          <h2 class="h3" id={`t-${term.term.replaceAll(/\W+/g, '-')}`}>
            <a href={subjectAddress(term.term)}>{term.term}</a>
          </h2>
          <ul>
            {term.narrower.map((name) => {
              const narrower = findTerm(name)
              return narrower && <Branch term={narrower} counts={counts} />
            })}
          </ul>
        </section>
      ))}
    </div>
  </LibraryFrame>
)

const Terms = ({ title, names }: { title: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <Section id={title.toLowerCase().replaceAll(' ', '-')} title={title}>
      <p class="cw-chips">
        {names.map((name) => (
          <a class="cw-chip" href={subjectAddress(name)}>
            {name}
          </a>
        ))}
      </p>
    </Section>
  )

/** One term: what it means, what is broader, narrower and related, and its best records. */
export const SubjectPage = ({
  look,
  term,
  total,
  records,
}: {
  look: LibraryLook
  term: Term
  /** Of the term and all below it. */
  total: number
  records: readonly LibraryRecord[]
}) => (
  <LibraryFrame look={look} title={term.term} narrow>
    <div class="stack gap-3">
      <PageHeading over={<a href="/library/subjects">Subjects</a>} title={term.term} note={term.scopeNote} />
      {term.usedFor.length > 0 && (
        <p>
          Also called: <b>{term.usedFor.join(', ')}</b>.
        </p>
      )}
      <Terms title="Broader" names={term.broader} />
      <Terms title="Narrower" names={term.narrower} />
      <Terms title="Related" names={term.related} />
      <Section
        id="records"
        title={
          total === 1 ? '1 record, narrower terms included' : `${total} records, narrower terms included`
        }
        end={
          total > 0 ? (
            <a href={searchAddress({ text: '', filters: { subject: [term.term] }, page: 1, order: 'best' })}>
              Those of this very term
            </a>
          ) : undefined
        }
      >
        {records.length === 0 ? (
          <EmptyState icon="book" title="No records yet">
            The thesaurus knows the term; nobody has brought a work on it.
          </EmptyState>
        ) : (
          <ol class="stack">
            {records.map((record) => (
              <ResultCard record={record} isMember={look.isMember} />
            ))}
          </ol>
        )}
      </Section>
    </div>
  </LibraryFrame>
)
