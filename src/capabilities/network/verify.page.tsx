import {
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  More,
  Page,
  PageHeading,
  Pagination,
  Row,
  Rows,
  State,
} from '#design'
import type { Frame } from '#identity'
import { DECAY, FACT_NAMES } from './freshness.ts'
import { type PlaceToVerify, type ToVerify, VERIFIED_A_PAGE } from './list-to-verify.ts'
import { FACTS } from './profile.ts'

export type VerifyProps = { readonly frame: Frame; readonly found: ToVerify; readonly page: number }

const stretch = (hours: number): string =>
  hours < 48 ? `${hours} hours` : `${Math.round(hours / 24 / 30)} months`

const Old = ({ place: { old } }: { place: PlaceToVerify }) => {
  const wrong = old.filter(({ check }) => check?.holds === false)
  const never = old.filter(({ state }) => state === 'never')
  const aged = old.filter((one) => !wrong.includes(one) && !never.includes(one))
  const names = (facts: typeof old) => facts.map(({ fact }) => FACTS[fact].toLowerCase()).join(', ')
  return (
    <p class="stack gap-05">
      {wrong.length > 0 && <State is="bad">Found wrong: {names(wrong)}</State>}
      {aged.length > 0 && <State is="soon">Old: {names(aged)}</State>}
      {never.length > 0 && (
        <State is="shut">
          {never.length === FACT_NAMES.length - 1
            ? 'Nothing was ever checked'
            : `Never checked: ${names(never)}`}
        </State>
      )}
    </p>
  )
}

/** Which places want a call, the most urgent first, and why facts of each kind grow old as they do. */
export const VerifyPage = ({ frame, found, page }: VerifyProps) => {
  const last = Math.max(1, Math.ceil(found.count / VERIFIED_A_PAGE))
  const title =
    found.count === 0
      ? 'No place wants a call'
      : found.count === 1
        ? '1 place wants a call'
        : `${found.count} places want a call`
  return (
    <Page {...frame} title={title}>
      <PageHeading
        over={<a href="/places">Places</a>}
        title={title}
        note={`Of ${found.within} within reach. First what would end a call or a trip: a wrong number, a wrong rule.`}
      />
      <div class="stack gap-3">
        {found.places.length === 0 ? (
          <EmptyState
            icon="check"
            title={found.within === 0 ? 'No places yet' : 'All was checked lately'}
            level={2}
          >
            {found.within === 0
              ? 'Import a list for your county, or add a place by hand.'
              : 'When a fact of a place grows old, the place comes up here.'}
          </EmptyState>
        ) : (
          <Rows ordered plain>
            {found.places.map((place) => (
              <Row
                level={2}
                title={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
                end={
                  <ButtonLink
                    kind="outline"
                    icon="phone"
                    href={`/places/${place.serviceId}/call`}
                    hiddenWords={`: ${place.providerName}`}
                  >
                    Call and check
                  </ButtonLink>
                }
              >
                <p class="muted">
                  {place.serviceName}, {place.city}
                </p>
                <Old place={place} />
              </Row>
            ))}
          </Rows>
        )}
        <Pagination current={page} last={last} href={(number) => `/places/to-check?page=${number}`} />
        <Card>
          <More summary="How fast facts grow old, and why">
            <DataTable
              id="decay"
              caption="After so long a fact is as likely to have changed as not"
              columns={[
                { title: 'Fact', cell: (fact) => FACTS[fact] },
                { title: 'After', cell: (fact) => stretch(DECAY[fact].hours) },
                { title: 'Why', cell: (fact) => DECAY[fact].why },
              ]}
              rows={FACT_NAMES}
            />
          </More>
        </Card>
      </div>
    </Page>
  )
}
