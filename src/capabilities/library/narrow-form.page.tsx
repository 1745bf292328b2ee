import { Button, Facet, YearBars } from '#design'
import { EVIDENCE } from './record.ts'
import { FACET_WORDS, facetLabel } from './record-words.ts'
import {
  type Count,
  FACETS,
  type Facet as FacetName,
  type FoundRecords,
  type LibrarySearch,
  searchAddress,
} from './search-query.ts'

/** Evidence stands in the order of its scale, anything else by number; what is chosen stays even where it finds nothing. */
const inOrder = (facet: FacetName, counts: readonly Count[], chosen: readonly string[]): readonly Count[] => {
  const missing = chosen.filter((value) => counts.every((count) => count.value !== value))
  const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))]
  return facet === 'evidence'
    ? EVIDENCE.flatMap((value) => all.find((count) => count.value === value) ?? [])
    : all
}

const yearsLabel = (years: FoundRecords['years']): string => {
  const most = years.reduce((one, other) => (other.count > one.count ? other : one))
  return `Records a year, ${years[0]?.year} to ${years.at(-1)?.year}; most in ${most.year}, ${most.count}`
}

/** What a list can be narrowed by. It stands after the results, so that the keyboard comes to them first. */
export const NarrowForm = ({ search, found }: { search: LibrarySearch; found: FoundRecords }) => {
  const { text, filters, order } = search
  return (
    <form class="cw-facets" id="narrow" aria-label="Narrow the list" method="get" action="/library">
      <h2 class="usa-sr-only">Narrow the list</h2>
      {text && <input type="hidden" name="q" value={text} />}
      {order !== 'best' && <input type="hidden" name="order" value={order} />}
      {found.years.length > 0 && (
        <fieldset class="cw-ask">
          <legend class="usa-legend">Year</legend>
          <YearBars
            label={yearsLabel(found.years)}
            years={found.years}
            from={filters.from}
            to={filters.to}
            href={(year) =>
              searchAddress({ ...search, page: 1, filters: { ...filters, from: year, to: year } })
            }
          />
          <div class="flow close">
            <label for="from">From</label>
            <input
              class="usa-input"
              id="from"
              name="from"
              inputmode="numeric"
              maxlength={4}
              value={filters.from}
            />
            <label for="to">to</label>
            <input class="usa-input" id="to" name="to" inputmode="numeric" maxlength={4} value={filters.to} />
          </div>
        </fieldset>
      )}
      {FACETS.map((facet) => {
        const chosen = filters[facet] ?? []
        const options = inOrder(facet, found.facets[facet], chosen)
        if (options.length < 2 && chosen.length === 0) return null
        return (
          <Facet
            name={facet}
            legend={FACET_WORDS[facet]}
            options={options.map(({ value, count }) => ({ value, count, label: facetLabel(facet, value) }))}
            values={chosen}
            more={(count) => `${count} more`}
          />
        )
      })}
      <p class="cw-ask">
        <Button kind="outline" wide>
          Narrow the list
        </Button>
      </p>
    </form>
  )
}
