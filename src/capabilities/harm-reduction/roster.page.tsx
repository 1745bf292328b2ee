import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  Page,
  PageHeading,
  Row,
  Rows,
  SelectField,
  State,
  Toast,
  When,
} from '#design'
import type { Colleague, Frame } from '#identity'
import type { HolderLine } from './read-stock.ts'
import { dayOf, holderName, kitsWords } from './supply-words.ts'

export type RosterProps = {
  frame: Frame
  carriers: readonly HolderLine[]
  colleagues: readonly Colleague[]
  liaisons: readonly { name: string; since: Date; memberId: string; worksHere: boolean }[]
  id: string
  said: string | undefined
  now: Date
  zone: string
}

const Lots = ({ carrier, now }: { carrier: HolderLine; now: Date }) => (
  <ul class="stack gap-05">
    {carrier.lots.map(({ lot, kits, state }) => (
      <li>
        {state.is === 'fine' ? (
          `${lot.number}: ${kits}, expires ${dayOf(lot.expiresOn, now)}`
        ) : (
          <State is={state.is === 'recalled' || state.is === 'expired' ? 'bad' : 'soon'}>
            {`${lot.number}: ${kits}, ${state.is === 'recalled' ? 'recalled' : `expires ${dayOf(lot.expiresOn, now)}`}`}
          </State>
        )}
      </li>
    ))}
  </ul>
)

/** Who carries which kits, and who looks after all of them. */
export const RosterPage = (props: RosterProps) => {
  const { frame, carriers, liaisons, said, now } = props
  const carrying = carriers.filter(({ kits }) => kits !== 0)
  return (
    <Page {...frame} title="Who carries kits">
      {said && <Toast message={said} />}
      <PageHeading
        over={<a href="/supplies">Supplies</a>}
        title={carrying.length === 1 ? '1 member carries kits' : `${carrying.length} members carry kits`}
      />
      {liaisons[0] && !liaisons[0].worksHere && (
        <Alert kind="warning" icon="people">
          <strong>{`${liaisons[0].name} does not work here any more.`}</strong> Name who looks after the kits
          now.
        </Alert>
      )}
      <div class="cw-cols">
        {carrying.length === 0 ? (
          <EmptyState
            icon="people"
            title="Nobody carries kits yet"
            level={2}
            action={<ButtonLink href="/supplies/record/give">Give out kits</ButtonLink>}
          >
            Whoever gets a kit is listed here, with its lot and expiry.
          </EmptyState>
        ) : (
          <Card flush>
            <DataTable
              id="roster"
              caption="Members who carry kits, with lot and expiry"
              hideCaption
              columns={[
                { title: 'Who', cell: (carrier) => holderName(carrier) },
                { title: 'Kits', number: true, cell: ({ kits }) => kits },
                { title: 'Lots', cell: (carrier) => <Lots carrier={carrier} now={now} /> },
                {
                  title: 'Contact',
                  cell: ({ contact }) => contact && <a href={`mailto:${contact}`}>{contact}</a>,
                },
              ]}
              rows={carrying}
            />
          </Card>
        )}
        <LiaisonCard {...props} />
      </div>
      <p class="muted">{`${kitsWords(carrying.reduce((sum, { kits }) => sum + kits, 0))} in all.`}</p>
    </Page>
  )
}

const LiaisonCard = ({ liaisons, colleagues, id, now, zone }: RosterProps) => {
  const [current, ...before] = liaisons
  return (
    <Card id="liaison" title={current ? `Liaison: ${current.name}` : 'No liaison yet'}>
      <p>Looks after the kits, and is warned when a lot expires.</p>
      {current && (
        <p class="muted">
          Since <When at={current.since} now={now} zone={zone} />
        </p>
      )}
      <form method="post" action="/supplies/roster" class="stack">
        <input type="hidden" name="id" value={id} />
        <SelectField
          name="member"
          label={current ? 'Hand over to' : 'Name a liaison'}
          options={colleagues
            .filter((one) => one.id !== current?.memberId)
            .map(({ id: value, name, title }) => ({ value, label: title ? `${name}, ${title}` : name }))}
          required
        />
        <Button kind="outline">{current ? 'Hand over' : 'Name them'}</Button>
      </form>
      {before.length > 0 && (
        <Rows bare plain label="Before">
          {before.map(({ name, since }) => (
            <Row title={name}>
              <p class="muted">
                From <When at={since} now={now} zone={zone} />
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  )
}
