import { Alert, Button, Card, DefinitionList, Page, PageHeading, TextField } from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import type { VerifiedCertificate } from './certificate.ts'
import { HOW_WORDS } from './certificate-pdf.ts'
import { untilWords } from './training-words.ts'

export type VerifyProps = {
  readonly frame: Frame
  /** As it was typed; empty: none was yet. */
  readonly typed: string
  readonly certificate: VerifiedCertificate | undefined
}

const FOUND = {
  valid: ['success', 'check', 'This certificate holds'],
  expired: ['warning', 'clock', 'This certificate has expired'],
  revoked: ['error', 'x', 'This certificate was revoked'],
} as const

const Found = ({ certificate }: { certificate: VerifiedCertificate }) => {
  const { name, title, part, how, completedOn, expiresOn, organizationName, state } = certificate
  const [kind, icon, words] = FOUND[state]
  return (
    <div class="stack">
      <Alert kind={kind} icon={icon}>
        <p>
          <b>{words}.</b>
        </p>
      </Alert>
      <Card>
        <DefinitionList
          items={[
            { term: 'Name', value: name },
            { term: 'Course', value: part === 'practice' ? `${title}: hands-on practice` : title },
            { term: 'How', value: HOW_WORDS[how] },
            { term: 'Finished', value: dayWords(completedOn, 'en') },
            { term: 'Holds', value: untilWords(expiresOn) },
            { term: 'Given by', value: organizationName },
          ]}
        />
      </Card>
    </div>
  )
}

/** Whether a certificate holds, for anybody who has its code, without signing in. */
export const VerifyPage = ({ frame, typed, certificate }: VerifyProps) => {
  const error = typed && !certificate ? 'No certificate has this code. Check it letter by letter.' : undefined
  return (
    <Page {...frame} title="Verify a certificate" narrow hasErrors={error !== undefined}>
      <div class="stack gap-3">
        <PageHeading
          title={certificate ? 'Training certificate' : 'Verify a training certificate'}
          note={certificate ? undefined : 'Type the code that stands on it, or scan the square with a phone.'}
        />
        {certificate && <Found certificate={certificate} />}
        <form method="get" action="/certificates" class="stack">
          <TextField
            name="code"
            label={certificate ? 'Another code' : 'Code on the certificate'}
            hint="12 letters and digits. Spaces do not matter."
            value={certificate ? undefined : typed || undefined}
            autocomplete="off"
            spellcheck={false}
            maxlength={30}
            error={error}
          />
          <p>
            <Button kind={certificate ? 'outline' : 'primary'} icon="search">
              Verify
            </Button>
          </p>
        </form>
      </div>
    </Page>
  )
}
