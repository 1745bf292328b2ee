import { Button, DateField, More, Section, SelectField, TextField } from '#design'
import { firstOf } from '#platform/http/form-body.ts'
import type { BreachProps } from './breach.page.tsx'
import { peopleWords } from './breach-words.ts'
import { typedDay } from './breaches.page.tsx'
import { organizationChoices } from './filter-form.page.tsx'
import { PersonReference, personWords } from './privacy-frame.page.tsx'

const CountForm = ({ breach, fields, errors }: BreachProps) => {
  const kept = (name: string, value: number | null) => firstOf(fields, name) || value?.toString()
  return (
    <form class="stack" method="post" action={`/privacy/breaches/${breach.id}/affected`} novalidate>
      <div class="grid narrow-cells">
        <div>
          <TextField
            name="affected"
            label="How many people"
            hint="Those who are not on the list too"
            inputmode="numeric"
            maxlength={7}
            short
            value={kept('affected', breach.affected)}
            error={errors.affected}
          />
        </div>
        <div>
          <TextField
            name="state"
            label="Most in one state"
            hint="More than 500: the media are told"
            optional
            inputmode="numeric"
            maxlength={7}
            short
            value={kept('state', breach.mostInOneState)}
            error={errors.state}
          />
        </div>
      </div>
      <p>
        <Button kind="outline">Keep the number</Button>
      </p>
    </form>
  )
}

const FromLedger = ({ breach, recipients, fields, errors }: BreachProps) => (
  <More
    summary="Make the list from the ledger"
    open={['to', 'from', 'until'].some((name) => errors[name] !== undefined)}
  >
    <form class="stack" method="post" action={`/privacy/breaches/${breach.id}/affected/told`} novalidate>
      <p>Everybody of whom an organization was told anything in these days.</p>
      <SelectField
        name="to"
        label="Who was told"
        options={organizationChoices(recipients)}
        value={firstOf(fields, 'to')}
        error={errors.to}
      />
      <DateField name="from" legend="From" value={typedDay(fields, 'from')} error={errors.from} />
      <DateField name="until" legend="To" value={typedDay(fields, 'until')} error={errors.until} />
      <p>
        <Button kind="outline">Put them on the list</Button>
      </p>
    </form>
  </More>
)

/** Whom a breach affects: the number on which the duties hang, and the list of those who are known here. */
export const AffectedSection = (props: BreachProps) => {
  const { breach, personIds } = props
  return (
    <Section
      id="people"
      title="Whom it affects"
      end={<span class="muted">{peopleWords(breach.affected)}</span>}
    >
      <div class="stack gap-3">
        {personIds.length > 0 && (
          <ul class="cw-rows bare plain" aria-label="People on the list">
            {personIds.map((id) => (
              <li>
                <div>
                  <PersonReference id={id} />
                </div>
                {!breach.closedAt && (
                  <div class="end cw-screen-only">
                    <form method="post" action={`/privacy/breaches/${breach.id}/affected/remove`}>
                      <input type="hidden" name="person" value={id} />
                      <Button kind="plain" hiddenWords={`, ${personWords(id)}`}>
                        Take off
                      </Button>
                    </form>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
        {!breach.closedAt && (
          <div class="cw-screen-only stack gap-3">
            <CountForm {...props} />
            <FromLedger {...props} />
          </div>
        )}
      </div>
    </Section>
  )
}
