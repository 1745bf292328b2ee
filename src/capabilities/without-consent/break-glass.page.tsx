import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CheckboxTiles,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  TextArea,
  TextField,
  When,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { EMERGENCY_CLASSES, type EmergencyClass } from './break-glass.ts'
import type { OpenedGlass } from './get-break-glass.ts'

export type BreakGlassProps = {
  readonly frame: Frame
  /** The id that it will have, so that pressing twice opens once. */
  readonly id: string
  readonly fields: FormFields
  readonly errors?: Readonly<Record<string, string>>
}

const LAW = 'the law (42 CFR 2.51)'

/** Before anything opens: whom it is for, why, who discloses and who receives. One minute, and nothing is lost. */
export const BreakGlassPage = ({ frame, id, fields, errors = {} }: BreakGlassProps) => {
  const text = (name: string) => ({
    name,
    value: firstOf(fields, name) || undefined,
    error: errors[name],
    autocomplete: 'off' as const,
    maxlength: 200,
  })
  return (
    <Page {...frame} title="Emergency" form narrow hasErrors={Object.keys(errors).length > 0}>
      <PageHeading title="Medical emergency" />
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({
          field: field === 'cannotAsk' ? 'cannotAsk-1' : field,
          message,
        }))}
      />
      <div class="stack gap-3">
        <Alert kind="info">
          <p>
            <b>Only when somebody’s life or health is in danger and they cannot be asked.</b> You see which
            places know them, for 24 hours. Each look is written down, and the privacy officer reviews it.
          </p>
        </Alert>
        <form class="stack" method="post" action="/break-glass" novalidate>
          <input type="hidden" name="id" value={id} />
          <TextField
            {...text('personName')}
            label="Name of the person"
            hint="First and last name, as they would sign"
            spellcheck={false}
          />
          <TextArea
            name="emergency"
            label="What is the emergency?"
            hint="Such as “does not wake up, breathes slowly”"
            value={firstOf(fields, 'emergency') || undefined}
            error={errors.emergency}
          />
          <CheckboxTiles
            name="cannotAsk"
            legend="Can they be asked?"
            options={[{ value: 'yes', label: 'No, they cannot agree in time' }]}
            values={fields.cannotAsk ?? []}
            error={errors.cannotAsk}
          />
          <CheckboxTiles
            name="dataClasses"
            legend="What do you need?"
            hint="You always see which places know them. Ask these places for the rest."
            options={Object.entries(EMERGENCY_CLASSES)
              .filter(([value]) => value !== 'enrolled')
              .map(([value, label]) => ({ value, label }))}
            values={fields.dataClasses ?? []}
            error={errors.dataClasses}
          />
          <TextField {...text('recipientName')} label="Who receives it?" hint="The doctor, nurse or medic" />
          <TextField {...text('recipientFacility')} label="Of which facility?" />
          <TextField
            {...text('discloserName')}
            label="Who discloses it?"
            hint="You, unless it is somebody else"
          />
          <p>
            <Button big icon="eye">
              Open for 24 hours
            </Button>
          </p>
        </form>
      </div>
    </Page>
  )
}

export type OpenedGlassProps = {
  readonly frame: Frame
  readonly glass: OpenedGlass
  readonly now: Date
  readonly zone: string
}

const askedFor = (classes: readonly string[]): string =>
  classes.map((one) => EMERGENCY_CLASSES[one as EmergencyClass]).join('. ')

/** Which places know the person, and the number to call; nothing once the day is over. */
export const OpenedGlassPage = ({ frame, glass, now, zone }: OpenedGlassProps) => (
  <Page {...frame} title="Emergency" narrow>
    <PageHeading
      over={
        glass.isOpen ? (
          <>
            Open until <When at={glass.openUntil} now={now} zone={zone} />
          </>
        ) : (
          <>
            Closed <When at={glass.openUntil} now={now} zone={zone} />
          </>
        )
      }
      title={glass.isOpen ? glass.personName : 'This is closed again'}
    />
    <div class="stack gap-3">
      {glass.isOpen && <Holders glass={glass} />}
      {!glass.isOpen && (
        <p>
          If the emergency goes on, write it down again.{' '}
          <ButtonLink kind="outline" href="/break-glass">
            Open again
          </ButtonLink>
        </p>
      )}
      <Card title="What you wrote down" id="written">
        <DefinitionList
          items={[
            { term: 'Emergency', value: glass.emergency },
            { term: 'You need', value: `${askedFor(glass.dataClasses)}.` },
            { term: 'Opened', value: <When at={glass.openedAt} now={now} zone={zone} as="stamp" capital /> },
          ]}
        />
        <p class="muted">The privacy officer reviews this within a business day.</p>
      </Card>
    </div>
  </Page>
)

const Holders = ({ glass }: { glass: OpenedGlass }) => (
  <Section id="places" title="Places that know them">
    {glass.holders.length === 0 ? (
      <EmptyState icon="search" title="Nobody signed with this name">
        Check how it is written: first and last name, as they would sign. That nothing is found does not mean
        that nobody treats them.
      </EmptyState>
    ) : (
      <div class="stack">
        <Rows>
          {glass.holders.map(({ name, phone }) => (
            <Row
              title={name}
              end={
                phone && (
                  <ButtonLink href={`tel:${phone}`} icon="phone" hiddenWords={`, ${name}`}>
                    Call {phone}
                  </ButtonLink>
                )
              }
            >
              <p class="muted">{phone ? 'Ask for whoever is on call.' : 'No number is kept here.'}</p>
            </Row>
          ))}
        </Rows>
        <Alert kind="info">
          <p>
            <b>Check that it is the same person</b>, with a birth date: names are shared. In an emergency{' '}
            {LAW} lets these places tell medical personnel what they need. It is not for police, and not to be
            passed on.
          </p>
        </Alert>
      </div>
    )}
  </Section>
)
