import { EmptyState, More, Page, PageHeading, Pagination, Rows, Section } from '#design'
import type { Frame } from '#identity'
import type { FoundPlaces } from './find-places.ts'
import { NearMissesPart } from './near-misses.page.tsx'
import { PlaceRow } from './place-row.page.tsx'
import { LAST_PAGE, type PlaceSearch, placesAddress } from './place-search.ts'
import { Asked, SearchForm } from './place-search-form.page.tsx'

export type PlacesProps = {
  readonly frame: Frame
  readonly search: PlaceSearch
  readonly found: FoundPlaces
  readonly now: Date
  /** Whether the reader may bring the directory up to date. */
  readonly mayImport: boolean
  /** Where a referral to a service begins; undefined where this reader sends none. */
  readonly referTo: (serviceId: string) => string | undefined
}

const isFirstLook = ({ near, needs, asks, language }: PlaceSearch): boolean =>
  near === '' && needs.length === 0 && Object.keys(asks).length === 0 && language === undefined

const headline = (
  { called, near, places, hasMore, misses, isDirectoryEmpty }: FoundPlaces,
  page: number,
): string => {
  if (isDirectoryEmpty) return 'Places that help'
  const which = called === undefined ? `near ${near}` : `called “${called}”`
  if (misses) return `Nobody ${which} fits all of it`
  if (places.length === 0) return `No ${page > 1 ? 'more places' : 'place'} ${which}`
  if (page > 1) return `Places ${which}, page ${page}`
  if (hasMore) return `Places ${which}`
  return places.length === 1 ? `1 place ${which}` : `${places.length} places ${which}`
}

const Nobody = ({ found, search, mayImport }: Pick<PlacesProps, 'found' | 'search' | 'mayImport'>) => {
  if (found.isDirectoryEmpty && mayImport)
    return (
      <EmptyState icon="map" title="No places yet">
        Import the SAMHSA list: on the machine where Causeway runs,{' '}
        <code>bin/causeway import samhsa FILE</code> brings in every treatment facility of the country. Then
        add the places that it does not know.
      </EmptyState>
    )
  if (found.isDirectoryEmpty)
    return (
      <EmptyState icon="map" title="No places yet">
        Whoever runs Causeway here can import a public list of them. Until then, call or text 988 together.
      </EmptyState>
    )
  if (search.page > 1)
    return (
      <EmptyState
        icon="map"
        title="That is all"
        action={<a href={placesAddress(search, 1)}>Back to the first page</a>}
      >
        There are no more places that fit.
      </EmptyState>
    )
  return (
    <EmptyState icon="search" title="Nothing fits">
      {search.needs.length > 0 ? 'Take a need away, or look further: ' : 'Look further: '}
      write another town, a ZIP code, or only the first word of a name.
    </EmptyState>
  )
}

const Found = ({ found, search, now, referTo }: Omit<PlacesProps, 'frame' | 'mayImport'>) => (
  <div class="stack">
    <p class="muted">
      Nearest to {found.near} first, as far as they fit: each drawback counts as some miles. Miles are as the
      crow flies.
    </p>
    <Rows ordered plain>
      {found.places.map((place) => (
        <PlaceRow
          place={place}
          now={now}
          wanted={search.asks.room}
          referHref={found.referable.has(place.serviceId) ? referTo(place.serviceId) : undefined}
        />
      ))}
    </Rows>
    <Pagination
      current={search.page}
      last={found.hasMore && search.page < LAST_PAGE ? search.page + 1 : search.page}
      href={(page) => placesAddress(search, page)}
    />
  </div>
)

/** Who can take this person now: few questions, what is asked, and the nearest that fit, each with why. */
export const PlacesPage = ({ frame, search, found, now, mayImport, referTo }: PlacesProps) => {
  const isFirst = isFirstLook(search)
  return (
    <Page {...frame} title="Find a place" field>
      <PageHeading title="Find a place" note={isFirst ? 'Who can take this person now?' : undefined} />
      <div class="stack gap-1">
        {isFirst ? (
          <SearchForm search={search} />
        ) : (
          <div class="stack gap-1">
            <Asked search={search} />
            <More id="ask" summary="Change what is asked">
              <SearchForm search={search} />
            </More>
          </div>
        )}
        <p class="flow">
          <a href="/places/map">Map of the state</a>
          <a href="/syringe-programs">Syringe programs</a>
          {mayImport && <a href="/places/to-check">To check</a>}
          {mayImport && <a href="/places/new">Add a place</a>}
          {mayImport && <a href="/imports">Bring in a list</a>}
        </p>
      </div>
      <Section id="found" title={headline(found, search.page)}>
        {found.misses ? (
          <NearMissesPart
            search={search}
            misses={found.misses}
            now={now}
            referHref={(id) => (found.referable.has(id) ? referTo(id) : undefined)}
          />
        ) : found.places.length === 0 ? (
          <Nobody found={found} search={search} mayImport={mayImport} />
        ) : (
          <Found found={found} search={search} now={now} referTo={referTo} />
        )}
      </Section>
    </Page>
  )
}
