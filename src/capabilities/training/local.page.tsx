import { ButtonLink, Card, DefinitionList, EmptyState, Page, PageHeading, Row, Rows, Section } from '#design'
import type { Frame } from '#identity'
import { phoneLink } from '#kernel/phone-link.ts'
import { NEEDS } from '#network'
import type { Local } from './list-local.ts'
import { ASK_SUPERVISOR } from './local-words.ts'

export type LocalProps = {
  readonly frame: Frame
  readonly countyName: string
  readonly local: Local
  /** The agency's own words that courses ask for. */
  readonly slots: readonly { readonly name: string; readonly label: string }[]
}

/** What the courses mean in this county: whom to call, and the nearest places. */
export const LocalPage = ({ frame, countyName, local, slots }: LocalProps) => (
  <Page {...frame} title="Here in your county" narrow field>
    <div class="stack gap-3">
      <p>
        <a href="/training">My training</a>
      </p>
      <PageHeading
        over={countyName}
        title="Here in your county"
        note="What the courses mean where you work."
      />
      {slots.length > 0 && (
        <Card title="Whom to call, and what applies" id="slots">
          <DefinitionList
            items={slots.map(({ name, label }) => ({
              term: label,
              value: local.slots[name] ?? <span class="muted">{ASK_SUPERVISOR}</span>,
            }))}
          />
        </Card>
      )}
      {local.places.map(({ need, found }) => (
        <Section id={need} title={NEEDS[need]}>
          {found.length === 0 ? (
            <EmptyState icon="map" title="No place near is known" action={<a href="/places">Find a place</a>}>
              {`${ASK_SUPERVISOR}, or look further away.`}
            </EmptyState>
          ) : (
            <Rows plain label={NEEDS[need]}>
              {found.map(({ serviceId, providerName, serviceName, phone, city }) => {
                const dial = phone ? phoneLink(phone) : undefined
                return (
                  <Row
                    title={<a href={`/places/${serviceId}`}>{providerName}</a>}
                    end={
                      dial && (
                        <ButtonLink kind="outline" icon="phone" href={dial} hiddenWords={`, ${providerName}`}>
                          <span class="nb">{phone}</span>
                        </ButtonLink>
                      )
                    }
                  >
                    <p class="muted">
                      {serviceName}, {city}
                    </p>
                  </Row>
                )
              })}
            </Rows>
          )}
        </Section>
      ))}
    </div>
  </Page>
)
