import { Alert, ButtonLink, Card, DataTable, DefinitionList, type Lang, PageHeading, Reasons } from '#design'
import { openness } from '#kernel/hours.ts'
import type { getHelp } from './find-help.ts'
import { HelpFrame, type HelpLook } from './help-frame.page.tsx'
import { inLanguage } from './help-search.ts'
import { type HelpWords, helpWords } from './help-words.ts'
import { directionsLink, mapAppLink, textLink } from './outside-links.ts'
import { addressLine, FEES, MEDICINES, weekWords } from './place-words.ts'
import { CallLink, checkedWords, OpenState } from './results.page.tsx'

type Place = NonNullable<Awaited<ReturnType<typeof getHelp>>>['place']

export type HelpPlaceProps = {
  readonly look: HelpLook
  readonly place: Place
  /** For a place whose own zone is not known. */
  readonly zone: string
  readonly now: Date
  /** The whole address of this page, to be sent to somebody. */
  readonly address: string
}

const list = (values: readonly (string | undefined)[]): string => values.filter(Boolean).join(' · ')

const factsOf = (place: Place, lang: Lang): { term: string; value: string }[] => {
  const words = helpWords(lang)
  const { place: terms, needs, payers } = words
  return [
    { term: terms.helps, value: list(place.needs.map((need) => needs[need][0])) },
    ...fact(
      terms.medicines,
      place.medicines?.map((medicine) => MEDICINES[lang][medicine]),
    ),
    ...fact(
      terms.takes,
      place.takes?.map((payer) => payers[payer]),
    ),
    ...fact(
      terms.cost,
      place.fees?.map((fee) => FEES[lang][fee]),
    ),
    ...fact(terms.languages, place.languages ?? undefined),
  ]
}

/** What a list says nothing of is left out: it is asked for below. */
const fact = (term: string, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? [] : [{ term, value: list(values) }]

const unknownOf = (place: Place, { ask }: HelpWords['place']): string[] => [
  ...(place.hours === null ? [ask.hours] : []),
  ...(place.phone === null ? [ask.phone] : []),
  ...(place.medicines === null && place.needs.includes('moud') ? [ask.medicines] : []),
  ...(place.takes === null ? [ask.takes] : []),
  ...(place.fees === null ? [ask.fees] : []),
  ...(place.languages === null ? [ask.languages] : []),
  ...(place.latitude === null ? [ask.where] : []),
]

const HowToGetThere = ({ place, lang }: { place: Place; lang: Lang }) => {
  const words = helpWords(lang).place
  const directions = directionsLink(place)
  const mapApp = mapAppLink(place)
  return (
    <Card title={words.reach} id="reach">
      <p>
        {addressLine(place)}
        {!place.street && (
          <>
            <br />
            <span class="muted">{words.noStreet}</span>
          </>
        )}
      </p>
      {place.hasFrontDoor && <p class="muted">{words.frontDoor}</p>}
      {directions && mapApp && place.street && (
        <>
          <p class="flow pair">
            <a href={directions} rel="noreferrer">
              {words.directions}
            </a>
            <a href={mapApp}>{words.mapApp}</a>
          </p>
          <p class="muted">{words.directionsNote}</p>
        </>
      )}
      {place.website && (
        <p>
          <a href={place.website} rel="noreferrer">
            {words.website}
          </a>
        </p>
      )}
    </Card>
  )
}

/** One place as anybody may know it: how to reach it, when, what it offers, and as plainly what nobody knows. */
export const HelpPlacePage = ({ look, place, zone, now, address }: HelpPlaceProps) => {
  const { lang } = look
  const words = helpWords(lang).place
  const timeZone = place.timeZone ?? zone
  const unknown = unknownOf(place, words)
  const names = [...new Set([place.siteName, place.serviceName])].filter(Boolean).join(', ')
  const sent = [place.providerName, addressLine(place), place.phone, address].filter(Boolean).join('\n')
  return (
    <HelpFrame look={look} title={place.providerName}>
      <div class="stack gap-3">
        <PageHeading
          over={<a href={inLanguage('/find', lang)}>{words.back}</a>}
          title={place.providerName}
          note={names}
        />
        {place.status !== 'active' && <Alert kind="warning">{words.closed}</Alert>}
        <p class="flow pair">
          {place.phone && <CallLink first phone={place.phone} name={place.providerName} lang={lang} />}
          <ButtonLink kind="outline" icon="chat" href={textLink(sent)}>
            {words.share}
          </ButtonLink>
        </p>
        <p class="muted">
          {checkedWords(place.verifiedOn, lang)} {words.print}
        </p>
        <div class="cw-cols">
          <div class="stack gap-3">
            <Card title={words.offers} id="offers">
              <DefinitionList items={factsOf(place, lang)} />
            </Card>
            {place.hours && (
              <Card
                title={words.hours}
                id="hours"
                end={
                  <OpenState
                    openness={openness(place.hours, timeZone, now, {
                      holidays: place.holidays,
                      closures: place.closures ?? undefined,
                    })}
                    zone={timeZone}
                    lang={lang}
                    now={now}
                  />
                }
              >
                <DataTable
                  id="week"
                  caption={words.week}
                  hideCaption
                  columns={[
                    { title: words.day, cell: ({ day }) => day },
                    { title: words.open, cell: ({ spans }) => spans },
                  ]}
                  rows={weekWords(place.hours, lang)}
                />
              </Card>
            )}
          </div>
          <div class="stack gap-3">
            <HowToGetThere place={place} lang={lang} />
            {unknown.length > 0 && (
              <Card title={words.unknown} id="unknown">
                <p>{words.unknownText}</p>
                <Reasons reasons={unknown.map((ask) => ({ is: 'wait', words: ask }))} />
              </Card>
            )}
          </div>
        </div>
      </div>
    </HelpFrame>
  )
}
