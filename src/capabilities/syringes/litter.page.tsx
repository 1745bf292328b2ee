import {
  Alert,
  Button,
  ButtonLink,
  Card,
  Chips,
  ErrorSummary,
  PageHeading,
  SelectField,
  TextField,
} from '#design'
import { CardFrame, type CardLook } from '#jurisdiction-cards'
import { AMOUNTS } from './litter.ts'
import { litterWords } from './litter-words.ts'

type Typed = Readonly<Record<string, string>>
type Field = 'county' | 'zip' | 'place' | 'amount'

export type LitterFormProps = {
  look: CardLook
  id: string
  counties: readonly { id: string; name: string }[]
  typed: Typed
  wrong: readonly Field[]
  isTooMany: boolean
}

/** Anybody reports where syringes lie, in a few words and without a name. */
export const LitterFormPage = ({ look, id, counties, typed, wrong, isTooMany }: LitterFormProps) => {
  const { lang } = look
  const words = litterWords[lang]
  const error = (field: Field) => (wrong.includes(field) ? words.mistakes[field] : undefined)
  return (
    <CardFrame look={look} title={words.title} hasErrors={wrong.length > 0}>
      <PageHeading title={words.title} note={words.lead} />
      {isTooMany && (
        <Alert kind="warning" live>
          {words.tooMany}
        </Alert>
      )}
      <form method="post" class="stack">
        <ErrorSummary
          lang={lang}
          errors={wrong.map((field) => ({ field, message: words.mistakes[field] }))}
        />
        <input type="hidden" name="id" value={id} />
        {counties.length > 1 && (
          <SelectField
            name="county"
            label={words.county}
            lang={lang}
            options={counties.map(({ id: value, name }) => ({ value, label: name }))}
            value={typed.county}
            error={error('county')}
          />
        )}
        <TextField
          name="place"
          label={words.place}
          hint={words.placeHint}
          lang={lang}
          autocomplete="off"
          maxlength={200}
          value={typed.place}
          error={error('place')}
        />
        <TextField
          name="zip"
          label={words.zip}
          lang={lang}
          inputmode="numeric"
          autocomplete="postal-code"
          short
          maxlength={10}
          value={typed.zip}
          error={error('zip')}
        />
        <Chips
          name="amount"
          legend={words.amount}
          lang={lang}
          choose="one"
          options={AMOUNTS.map((value) => ({ value, label: words.amounts[value] }))}
          values={typed.amount ? [typed.amount] : []}
          error={error('amount')}
        />
        <p>
          <Button big>{words.send}</Button>
        </p>
      </form>
      <Card id="safety" title={words.safetyTitle}>
        <ul class="stack gap-1">
          {words.safety.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Card>
    </CardFrame>
  )
}

/** That it was sent, and what happens now. */
export const LitterSentPage = ({ look }: { look: CardLook }) => {
  const words = litterWords[look.lang]
  return (
    <CardFrame look={look} title={words.thanks}>
      <PageHeading title={words.thanks} note={words.thanksNote} />
      <p>
        <ButtonLink kind="outline" href={look.lang === 'es' ? '/es/litter' : '/litter'}>
          {words.another}
        </ButtonLink>
      </p>
    </CardFrame>
  )
}
