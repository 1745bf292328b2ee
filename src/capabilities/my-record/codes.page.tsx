import {
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Glyph,
  Page,
  PageHeading,
  RadioTiles,
  Row,
  Rows,
  TextField,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { PersonWithCode } from './list-codes.ts'
import type { FieldErrors } from './record-frame.page.tsx'

const calledOf = ({ name }: PersonWithCode): string => name ?? 'Somebody who gave no name'

/** Everybody whom one's organization knows, and whether they have a code to their own page. */
export const CodesPage = ({
  frame,
  people,
  said,
  now,
  zone,
}: {
  frame: Frame
  people: readonly PersonWithCode[]
  said?: 'taken-back' | 'shown-before' | undefined
  now: Date
  zone: string
}) => (
  <Page {...frame} title="Codes" narrow>
    <PageHeading
      title="Give people the code to their own page"
      note="With the code and their birth year they see who may know what about them, who was told, and stop it. They need no phone and no account."
    />
    <div class="stack gap-3">
      {said === 'taken-back' && (
        <Alert kind="success" live>
          <p>The code was taken back. It opens nothing any more.</p>
        </Alert>
      )}
      {said === 'shown-before' && (
        <Alert kind="info" live>
          <p>That code was shown once and cannot be shown again. If the card is lost, make a new one.</p>
        </Alert>
      )}
      {people.length === 0 ? (
        <EmptyState icon="people" title="Nobody here yet" level={2}>
          Somebody whom your organization refers, or takes on, shows here. Then you can give them their card.
        </EmptyState>
      ) : (
        <Rows>
          {people.map((person) => (
            <Row
              mark={<Glyph name={person.code ? 'check' : 'lock'} kind={person.code ? 'teal' : 'plain'} />}
              title={calledOf(person)}
              level={2}
              end={
                <>
                  <ButtonLink
                    kind="outline"
                    href={`/codes/${person.personId}`}
                    hiddenWords={`: ${calledOf(person)}`}
                  >
                    {person.code ? 'New code' : 'Give a code'}
                  </ButtonLink>
                  {person.code && (
                    <form method="post" action={`/codes/${person.personId}/take-back`}>
                      <Button kind="danger" hiddenWords={`: ${calledOf(person)}`}>
                        Take back
                      </Button>
                    </form>
                  )}
                </>
              }
            >
              <p class="muted">
                {`Referred by ${person.from}, `}
                <When at={person.submittedAt} now={now} zone={zone} />.
              </p>
              <p>
                {person.code ? (
                  <>
                    {`Has a code${person.code.by ? ` from ${person.code.by}` : ''}, `}
                    <When at={person.code.givenAt} now={now} zone={zone} />.
                  </>
                ) : (
                  'Has no code from you.'
                )}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </div>
  </Page>
)

/** Asks for the birth year and the language of the card. */
export const GiveCodePage = ({
  frame,
  person,
  codeId,
  fields = {},
  errors = {},
}: {
  frame: Frame
  person: PersonWithCode
  /** Made for the form, so that pressing twice makes one code. */
  codeId: string
  fields?: FormFields | undefined
  errors?: FieldErrors | undefined
}) => (
  <Page {...frame} title="Give a code" narrow hasErrors={Object.keys(errors).length > 0}>
    <PageHeading
      title={`A code for ${calledOf(person)}`}
      note={
        person.code
          ? 'A new code ends the one that they have, and every page that it opened. Print it with them beside you.'
          : 'Print it with them beside you, and show them how to open their page once.'
      }
    />
    <form method="post" action={`/codes/${person.personId}`} class="stack gap-3" autocomplete="off">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <input type="hidden" name="id" value={codeId} />
      <TextField
        name="birthYear"
        label="The year in which they were born"
        hint="They type it beside the code. It is not kept: only the two together open the page."
        value={firstOf(fields, 'birthYear')}
        error={errors.birthYear}
        inputmode="numeric"
        autocomplete="off"
        maxlength={4}
        short
      />
      <RadioTiles
        name="language"
        legend="The language of the card"
        options={[
          { value: 'en', label: 'English' },
          { value: 'es', label: <span lang="es">Español</span> },
        ]}
        value={firstOf(fields, 'language') || 'en'}
        columns={2}
      />
      <WhoCanSee cannot={['You, once the card is printed', 'Police', 'Anybody else who helps them']}>
        Only whoever holds the card and knows the birth year can open the page.
      </WhoCanSee>
      <Button big icon="print">
        Make the card
      </Button>
    </form>
  </Page>
)

/** Nobody of that address is known to the actor's organization. */
export const NobodyPage = ({ frame }: { frame: Frame }) => (
  <Page {...frame} title="Not found" narrow>
    <PageHeading title="There is nobody here to whom you can give a code" />
    <Card>
      <p>
        Codes are given by the organization that referred somebody, took them on, or had them sign a release.
      </p>
      <p>
        <ButtonLink href="/codes">To the list</ButtonLink>
      </p>
    </Card>
  </Page>
)
