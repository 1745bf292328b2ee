import { Alert, Button, ChosenChips, EmptyState, PageHeading, Pagination } from '#design'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import { NarrowForm } from './narrow-form.page.tsx'
import type { LibraryRecord } from './record.ts'
import { facetLabel, QUERY_NOTES } from './record-words.ts'
import { ResultCard } from './result-card.page.tsx'
import {
  FACETS,
  type FoundRecords,
  isAsking,
  LAST_PAGE,
  type LibrarySearch,
  PAGE_SIZE,
  searchAddress,
} from './search-query.ts'

export type ResultsProps = {
  readonly look: LibraryLook
  readonly search: LibrarySearch
  readonly found: FoundRecords
  readonly records: readonly LibraryRecord[]
}

const number = (count: number, word: string): string =>
  `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`

export const SearchBox = ({ search, total }: { search: LibrarySearch; total?: number | undefined }) => (
  <form class="cw-search-form" method="get" action="/library">
    <label class="usa-label" for="q">
      {total === undefined ? 'Search the library' : `Search ${number(total, 'record')}`}
    </label>
    <div class="cw-search">
      <input class="usa-input" type="search" id="q" name="q" value={search.text} maxlength={2000} />
      <Button icon="search">Search</Button>
    </div>
  </form>
)

const Chosen = ({ search }: { search: LibrarySearch }) => {
  const { filters } = search
  const chosen = FACETS.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => ({
      label: facetLabel(facet, value),
      href: searchAddress({
        ...{ ...search, page: 1 },
        filters: { ...filters, [facet]: filters[facet]?.filter((one) => one !== value) },
      }),
    })),
  )
  const { from, to, ...rest } = filters
  const years =
    from === undefined && to === undefined
      ? []
      : [
          {
            label: from === to ? String(from) : `${from ?? 'up'} to ${to ?? 'now'}`,
            href: searchAddress({ ...search, page: 1, filters: rest }),
          },
        ]
  const all = [...chosen, ...years]
  return all.length > 0 ? <ChosenChips label="What is chosen" chosen={all} takeAway="Take away" /> : null
}

const Notes = ({ search, found }: { search: LibrarySearch; found: FoundRecords }) => (
  <>
    {found.widened && (
      <Alert kind="info">
        Few records have all of these words, so records with some of them are here too, the closest first.
      </Alert>
    )}
    {found.degraded && isAsking(search) && (
      <p class="muted small">
        The index is not ready, so the search is plainer just now: it does not mend spelling.
      </p>
    )}
    {found.notes?.map((note) => (
      <p class="muted">{QUERY_NOTES[note]}</p>
    ))}
    {found.didYouMean && (
      <p>
        Did you mean{' '}
        <a href={searchAddress({ ...search, text: found.didYouMean, page: 1 })}>{found.didYouMean}</a>?
      </p>
    )}
  </>
)

/** Search, what was found with how far one can lean on it, and what it can be narrowed by. */
export const ResultsPage = ({ look, search, found, records }: ResultsProps) => {
  const { page, order } = search
  const other = order === 'best' ? 'newest' : 'best'
  const asking = isAsking(search)
  return (
    <LibraryFrame look={look} title={search.text ? `${search.text}, library` : 'Library'}>
      <PageHeading
        title="Library"
        note="Research and guides, each marked by how much you can lean on it."
        end={look.keeps ? <a href="/library/import">Bring records in</a> : undefined}
      />
      <div class="stack gap-1">
        <SearchBox search={search} total={asking ? undefined : found.total} />
        <p class="flow small">
          <a href="/library/subjects">Browse subjects</a>
          <a href="/library/lists">Reading lists</a>
          <a href="/library/evidence">What the bars mean</a>
          {look.isMember && <a href="/library/questions">Ask a librarian</a>}
        </p>
      </div>
      <div class="cw-cols left cw-sec">
        <section aria-labelledby="found" class="stack">
          <div class="split">
            <h2 id="found">{asking ? number(found.total, 'record') : 'Everything in the library'}</h2>
            {found.total > 0 && (
              <p class="flow">
                <a class="cw-jump" href="#narrow">
                  Narrow the list
                </a>
                <span class="muted">{order === 'best' ? 'Best first.' : 'Newest first.'}</span>
                <a href={searchAddress({ ...search, order: other, page: 1 })}>
                  {other === 'newest' ? 'Newest first' : 'Best first'}
                </a>
                {asking && (
                  <a href={searchAddress({ ...search, page: 1 }, '/library/save')}>Save this search</a>
                )}
              </p>
            )}
          </div>
          <Chosen search={search} />
          <Notes search={search} found={found} />
          {records.length === 0 ? (
            <EmptyState
              icon="book"
              title={page > 1 ? 'That is all' : 'Nothing found'}
              action={look.isMember ? <a href="/library/questions">Ask a librarian</a> : undefined}
            >
              {page > 1 ? 'There are no more records.' : 'Try fewer or plainer words, or take a filter away.'}
            </EmptyState>
          ) : (
            <ol class="stack cw-found">
              {records.map((record) => (
                <ResultCard
                  record={record}
                  title={found.titles?.get(record.id)}
                  pieces={found.highlights.get(record.id)}
                  isMember={look.isMember}
                />
              ))}
            </ol>
          )}
          <Pagination
            current={page}
            last={Math.min(LAST_PAGE, Math.ceil(found.total / PAGE_SIZE))}
            href={(to) => searchAddress({ ...search, page: to })}
          />
        </section>
        <NarrowForm search={search} found={found} />
      </div>
    </LibraryFrame>
  )
}
