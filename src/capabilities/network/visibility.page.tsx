import {
  Alert,
  Button,
  Card,
  ChoiceGrid,
  DefinitionList,
  ErrorSummary,
  Page,
  PageHeading,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import { ALL, AUDIENCES, FACT_NAMES, FACTS, WHO } from './audience.ts'
import { type Known, PART_NAMES, PARTS, type Settings } from './visibility.ts'

export type VisibilityProps = {
  readonly frame: Frame
  readonly known: Known
  /** As it stands, or as it was typed. */
  readonly settings: Settings
  readonly errors: Readonly<Record<string, string>>
  readonly published: boolean
}

const PART_HINTS = {
  provider: 'Its name, wherever it is',
  site: 'That there is something here at all',
  service: 'Narrower than both above counts',
} as const

const FACT_HINTS: Partial<Record<string, string>> = {
  address: 'Everybody else is told the front door',
  phone: 'Everybody else is told the other number',
}

/** Police first: what they see is why a program looks here, and a phone shows the first columns. */
const columns = (['police', 'public', 'partners', 'coordinators'] as const).map((value) => ({
  value,
  label: AUDIENCES[value],
}))

const FrontDoor = ({ known, settings, errors }: Pick<VisibilityProps, 'known' | 'settings' | 'errors'>) => {
  const { frontDoor } = settings
  const field = (name: keyof typeof frontDoor) => ({
    name: `door-${name}`,
    value: frontDoor[name],
    error: errors[`door-${name}`],
    maxlength: 200,
    autocomplete: 'off',
  })
  return (
    <Card title="The front door" id="front-door">
      <p>
        What is shown to whoever is not told the address or the phone number: an office, a partner, a post
        box. Search, maps and distances know only this.
      </p>
      {known.maySite && (
        <>
          <TextField {...field('name')} label="Name of it" optional />
          <TextField {...field('street')} label="Street" optional hint="Left empty: “street not published”" />
          <TextField {...field('city')} label="Town" />
          <TextField {...field('zip')} label="ZIP code" short inputmode="numeric" />
        </>
      )}
      <TextField {...field('phone')} label="Phone number" optional type="tel" />
    </Card>
  )
}

/** Who is shown a place, and what of it: for the program itself. Nothing changes before it has seen what others will. */
export const VisibilityPage = ({ frame, known, settings, errors, published }: VisibilityProps) => {
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const { serviceId, maySite, mayProvider } = known
  return (
    <Page {...frame} title={`Who is shown ${known.providerName}`} hasErrors={faults.length > 0}>
      <div class="stack gap-3">
        <ErrorSummary errors={faults} />
        <PageHeading
          over={<a href={`/places/${serviceId}`}>{known.providerName}</a>}
          title="Who is shown what"
          note={known.serviceName}
        />
        {published && <Alert kind="success">Published. From now on it is shown like this.</Alert>}
        <form method="post" action={`/places/${serviceId}/audience/preview`} class="stack gap-3">
          <Card title="Audiences" id="audiences">
            <DefinitionList items={ALL.map((one) => ({ term: AUDIENCES[one], value: WHO[one] }))} />
            <p>Your own organization always sees all of it. Anybody can open a public page, police too.</p>
            <ChoiceGrid
              id="parts"
              caption="Who is shown that it exists"
              columns={columns}
              rows={PART_NAMES.map((part) => ({
                name: part,
                label: PARTS[part],
                hint: PART_HINTS[part],
                values: settings.shownTo[part],
                fixed: (part === 'site' && !maySite) || (part === 'provider' && !mayProvider),
              }))}
            />
            <ChoiceGrid
              id="facts"
              caption="Who of them is told each fact"
              columns={columns}
              rows={FACT_NAMES.map((fact) => ({
                name: fact,
                label: FACTS[fact].label,
                hint: FACT_HINTS[fact],
                values: settings.facts[fact] ?? ALL,
                fixed: fact === 'address' && !maySite,
              }))}
            />
            <p class="muted">A fact that the public is told is told to everybody who is shown the place.</p>
          </Card>
          <FrontDoor known={known} settings={settings} errors={errors} />
          <p class="cw-ask">
            <Button icon="eye">See what each will see</Button>
          </p>
        </form>
      </div>
    </Page>
  )
}
