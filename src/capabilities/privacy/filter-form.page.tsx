import { Button, Card, More, SelectField } from '#design'

type Choice = {
  readonly name: string
  readonly label: string
  /** What nothing chosen means: "Anybody". */
  readonly empty: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The words of a record as choices, in its order. */
export const choicesOf = (words: Readonly<Record<string, string>>): Choice['options'] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Organizations as choices, by name. */
export const organizationChoices = (
  organizations: readonly { readonly id: string; readonly name: string }[],
): Choice['options'] => organizations.map(({ id, name }) => ({ value: id, label: name }))

/** What narrows a list of the office, folded away until somebody chooses. A form, so that a chosen list has an address. */
export const FilterForm = ({
  action,
  summary,
  kept,
  choices,
}: {
  action: string
  summary: string
  /** What was chosen elsewhere on the page and stays, by name; empty values are left out. */
  kept: Readonly<Record<string, string>>
  choices: readonly Choice[]
}) => (
  <form method="get" action={action} class="cw-screen-only">
    <Card>
      <More summary={summary} open={choices.some(({ value }) => value !== '')}>
        <div class="stack">
          {Object.entries(kept).map(
            ([name, value]) => value !== '' && <input type="hidden" name={name} value={value} />,
          )}
          <div class="grid">
            {choices.map((choice) => (
              <div>
                <SelectField {...choice} />
              </div>
            ))}
          </div>
          <p>
            <Button kind="outline" icon="search">
              Show these
            </Button>
          </p>
        </div>
      </More>
    </Card>
  </form>
)
