import {
  Button,
  ButtonLink,
  Card,
  CheckboxTiles,
  EmptyState,
  FileField,
  More,
  RadioTiles,
  Row,
  Rows,
  TextArea,
  TextField,
  When,
} from '#design'
import { SCAN_TYPES } from '#platform/files/file-kinds.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { AgreementView } from './find-agreement.ts'
import { MOST_DOCUMENTS } from './sign-agreement.ts'

export type ActProps = {
  readonly agreement: AgreementView
  readonly nextId: string
  readonly organizationId: string
  readonly signatory: string
  readonly fields?: FormFields
  readonly errors?: Readonly<Record<string, string>>
  readonly now: Date
  readonly zone: string
}

const ownName = ({ agreement, organizationId }: ActProps): string =>
  agreement.parties.find(({ id }) => id === organizationId)?.name ?? ''

const FILE_HINT = 'PDF, JPEG or PNG, 6 MB at most. It stays with the agreement and cannot be removed.'

/** Signing here, by whoever answers for a party, who shows a second factor first. */
export const SignCard = (props: ActProps) => {
  const { agreement, signatory, fields = {}, errors = {} } = props
  return (
    <Card title="Sign it" id="sign" now>
      <form class="stack" method="post" action={`/agreements/kept/${agreement.id}/sign`} novalidate>
        <input type="hidden" name="sha256" value={agreement.textSha256} />
        <CheckboxTiles
          name="may"
          legend="May you sign?"
          error={errors.may}
          values={fields.may ?? []}
          options={[
            {
              value: 'yes',
              label: `I have read it and may sign for ${ownName(props)}`,
              hint: `It is kept as signed by ${signatory}.`,
            },
          ]}
        />
        <p>
          <Button icon="pen">Sign</Button>
        </p>
        <p class="muted">You are asked for your code or passkey once more. To say no, end it below.</p>
      </form>
    </Card>
  )
}

/** Recording that a party signed on paper, with a scan of it. */
export const PaperCard = (props: ActProps) => {
  const { agreement, organizationId, fields = {}, errors = {} } = props
  const options = [
    ...(agreement.maySign ? [{ value: organizationId, label: ownName(props) }] : []),
    ...agreement.mayRecordFor.map(({ id, name }) => ({
      value: id,
      label: name,
      hint: 'Nobody there can sign here.',
    })),
  ]
  const isOpen = Object.keys(errors).some((field) => ['scan', 'organization', 'signatory'].includes(field))
  return (
    <Card>
      <More summary="It was signed on paper" open={isOpen} id="paper">
        <form
          class="stack"
          method="post"
          action={`/agreements/kept/${agreement.id}/paper`}
          enctype="multipart/form-data"
          novalidate
        >
          <RadioTiles
            name="organization"
            legend="For whom?"
            value={firstOf(fields, 'organization') || options[0]?.value}
            error={errors.organization}
            options={options}
          />
          <TextField
            name="signatory"
            label="Who signed?"
            hint="Name and title, as they stand on the paper"
            autocomplete="off"
            maxlength={200}
            value={firstOf(fields, 'signatory') || undefined}
            error={errors.signatory}
          />
          <FileField
            name="scan"
            label="A scan or a photo of the signed paper"
            hint={FILE_HINT}
            accept={SCAN_TYPES.join(',')}
            error={errors.scan}
          />
          <p>
            <Button kind="outline" icon="check">
              Record it as signed
            </Button>
          </p>
        </form>
      </More>
    </Card>
  )
}

/** Renewing in a press, or with other terms. */
export const RenewCard = ({ agreement, nextId }: ActProps) => (
  <Card title="Renew it" id="renew">
    <p>
      The same parties and terms, for as long again. It takes the place of this one when every party has
      signed.
    </p>
    <form class="flow pair" method="post" action={`/agreements/kept/${agreement.id}/renew`}>
      <input type="hidden" name="id" value={nextId} />
      <Button kind={agreement.state === 'in-force' ? 'outline' : 'primary'} icon="undo">
        Renew it
      </Button>
      <ButtonLink kind="outline" href={`/agreements/new?after=${agreement.id}`}>
        Change its terms
      </ButtonLink>
    </form>
  </Card>
)

/** Ending it at once, with a reason that the others read. */
export const EndCard = ({ agreement, fields = {}, errors = {} }: ActProps) => {
  const isWaiting = !agreement.acceptedAt
  return (
    <Card>
      <More
        summary={isWaiting ? 'Say no, or take it back' : 'End it before its time'}
        open={errors.because !== undefined}
        id="end"
      >
        <form class="stack" method="post" action={`/agreements/kept/${agreement.id}/end`} novalidate>
          <TextArea
            name="because"
            label="Why?"
            hint="The other parties read it. No names of people who are helped"
            maxlength={500}
            autocomplete="off"
            value={firstOf(fields, 'because') || undefined}
            error={errors.because}
          />
          {!isWaiting && (
            <p>It ends at once: what needs it, such as referrals or what police are shown, stops with it.</p>
          )}
          <p>
            <Button kind="danger">{isWaiting ? 'Take it back' : 'End it now'}</Button>
          </p>
        </form>
      </More>
    </Card>
  )
}

/** The files that belong to it. */
export const DocumentsCard = ({ agreement, fields = {}, errors = {}, now, zone }: ActProps) => (
  <Card title="Documents" id="documents">
    {agreement.documents.length === 0 ? (
      <EmptyState icon="file" title="No documents yet" level={3}>
        Annexes, resolutions and signed papers stand here, for its parties and the privacy officer.
      </EmptyState>
    ) : (
      <Rows bare label="Documents">
        {agreement.documents.map(({ id, title, keptAt, keptBy }) => (
          <Row
            title={title}
            end={
              <a href={`/agreements/kept/${agreement.id}/documents/${id}`}>
                Open<span class="usa-sr-only">{` “${title}”`}</span>
              </a>
            }
          >
            <p class="muted">
              {`Added by ${keptBy}, `}
              <When at={keptAt} now={now} zone={zone} />
            </p>
          </Row>
        ))}
      </Rows>
    )}
    {agreement.mayChange && agreement.documents.length < MOST_DOCUMENTS && (
      <More summary="Add a document" open={Boolean(errors.title || errors.file)}>
        <form
          class="stack"
          method="post"
          action={`/agreements/kept/${agreement.id}/documents`}
          enctype="multipart/form-data"
          novalidate
        >
          <TextField
            name="title"
            label="What is it?"
            autocomplete="off"
            maxlength={120}
            value={firstOf(fields, 'title') || undefined}
            error={errors.title}
          />
          <FileField
            name="file"
            label="The file"
            hint={FILE_HINT}
            accept={SCAN_TYPES.join(',')}
            error={errors.file}
          />
          <p>
            <Button kind="outline" icon="file">
              Keep it
            </Button>
          </p>
        </form>
      </More>
    )}
  </Card>
)
