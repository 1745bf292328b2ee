import {
  Alert,
  Button,
  Card,
  CheckboxTile,
  CheckboxTiles,
  PageHeading,
  SelectField,
  TextArea,
  TextField,
} from '#design'
import { CLASS_WORDS } from '#kernel/data-classes.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { BackLink, type FieldErrors, RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'

type Named = { readonly id: string; readonly name: string }
const optionsOf = (organizations: readonly Named[]) =>
  organizations.map(({ id, name }) => ({ value: id, label: name }))

export type FormState = {
  /** Made for the form, so that pressing twice asks once. */
  readonly requestId: string
  readonly fields?: FormFields | undefined
  readonly errors?: FieldErrors | undefined
}

/** Asks that something is not shared (42 CFR 2.26). */
export const RestrictionPage = ({
  look,
  sharers,
  recipients,
  requestId,
  fields = {},
  errors,
}: FormState & { look: RecordLook; sharers: readonly Named[]; recipients: readonly Named[] }) => {
  const { lang } = look
  const words = recordWords(lang)
  const said = words.restriction
  return (
    <RecordFrame look={look} title={said.title} errors={errors}>
      <BackLink lang={lang} />
      <PageHeading title={said.title} note={said.note} />
      {sharers.length === 0 ? (
        <Alert kind="info">
          <p>{said.noOrganization}</p>
        </Alert>
      ) : (
        <form method="post" action="/my-record/restriction" class="stack gap-3">
          <input type="hidden" name="id" value={requestId} />
          <SelectField
            name="from"
            label={said.from}
            options={optionsOf(sharers)}
            value={firstOf(fields, 'from') || (sharers.length === 1 ? sharers[0]?.id : undefined)}
            error={errors?.from}
            lang={lang}
          />
          <SelectField
            name="to"
            label={said.to}
            options={optionsOf(recipients)}
            empty={said.anybody}
            value={firstOf(fields, 'to')}
            lang={lang}
          />
          <CheckboxTiles
            name="what"
            legend={said.what}
            hint={said.whatHint}
            options={Object.entries(CLASS_WORDS[lang]).map(([value, label]) => ({ value, label }))}
            values={fields.what}
            lang={lang}
          />
          <CheckboxTile
            name="paid"
            value="yes"
            label={said.paid}
            checked={firstOf(fields, 'paid') === 'yes'}
          />
          <TextArea
            name="words"
            label={said.words}
            value={firstOf(fields, 'words')}
            error={errors?.words}
            maxlength={4000}
            autocomplete="off"
            optional
            lang={lang}
          />
          <Button big>{said.send}</Button>
        </form>
      )}
    </RecordFrame>
  )
}

/** Complains to the privacy officer: from one's own page, or by anybody, who need not say who they are (P2-069). */
export const ComplaintPage = ({
  look,
  counties,
  requestId,
  fields = {},
  errors,
}: FormState & {
  look: RecordLook
  /** Where no record is open and there are several to choose from. */
  counties: readonly Named[]
}) => {
  const { lang, isOpen } = look
  const said = recordWords(lang).complaint
  return (
    <RecordFrame look={look} title={said.title} errors={errors}>
      {isOpen && <BackLink lang={lang} />}
      <PageHeading title={said.title} note={said.note} />
      <form method="post" action={isOpen ? '/my-record/complaint' : '/complaint'} class="stack gap-3">
        <input type="hidden" name="id" value={requestId} />
        {counties.length > 1 && (
          <SelectField
            name="county"
            label={said.county}
            options={optionsOf(counties)}
            value={firstOf(fields, 'county')}
            error={errors?.county}
            lang={lang}
          />
        )}
        <TextArea
          name="words"
          label={said.words}
          hint={said.wordsHint}
          value={firstOf(fields, 'words')}
          error={errors?.words}
          rows={6}
          autocomplete="off"
          lang={lang}
        />
        <TextField
          name="replyTo"
          label={said.reply}
          hint={isOpen ? said.replyHintInside : said.replyHint}
          value={firstOf(fields, 'replyTo')}
          autocomplete="off"
          maxlength={300}
          optional
          lang={lang}
        />
        <Button big icon="send">
          {said.send}
        </Button>
      </form>
      <p class="muted">{said.hhs}</p>
    </RecordFrame>
  )
}

/** After a complaint without a record. */
export const ComplainedPage = ({ look, due }: { look: RecordLook; due: string }) => {
  const said = recordWords(look.lang).complaint
  return (
    <RecordFrame look={look} title={said.sent}>
      <PageHeading title={said.sent} />
      <Card>
        <p>{said.sentText(due)}</p>
        <p class="muted">{said.hhs}</p>
      </Card>
    </RecordFrame>
  )
}
