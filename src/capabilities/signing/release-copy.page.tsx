import type { SignedCopy, SignedLine } from '#consent'
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DrawnSignature,
  ErrorSummary,
  ExactWords,
  More,
  Page,
  PageHeading,
  Row,
  Rows,
  ScreenOnly,
  TextField,
  When,
} from '#design'
import { DISCLOSURE_NOTICE } from '#disclosures'
import type { Frame } from '#identity'
import { dayAt, dayWords } from '#kernel/calendar-day.ts'
import { CLASS_WORDS } from '#kernel/data-classes.ts'
import type { KeptScan } from './keep-scan.ts'
import { ScanCard } from './scan-card.page.tsx'
import { personFrame } from './signing-frame.page.tsx'
import { SIGNING_WORDS } from './signing-words.ts'

type CopyProps = {
  readonly frame: Frame
  readonly copy: SignedCopy
  readonly now: Date
  readonly zone: string
}

/** What stands under the words: the signature, the day, who was there, and the mark by which they are known again. */
const Signed = ({ copy, zone }: CopyProps) => {
  const { signature, signer, signedAt, witness, interpreter } = copy
  const lang = copy.form.language
  const words = SIGNING_WORDS[lang].copy
  return (
    <div class="stack gap-1" lang={lang}>
      <h2>{words.signature}</h2>
      {signature.strokes && <DrawnSignature path={signature.strokes} label={words.signature} />}
      {signature.text && <p class="h3">{signature.text}</p>}
      {signature.how === 'paper' && <p>{words.onPaper}</p>}
      {signer && (
        <>
          <p>
            {signer.by === 'parent' ? words.parent : words.signedFor}: {signer.name}
          </p>
          {signer.strokes && <DrawnSignature path={signer.strokes} label={words.parent} />}
          {signer.text && <p class="h3">{signer.text}</p>}
        </>
      )}
      {signedAt && <p>{words.signedOn(dayWords(dayAt(signedAt, zone), lang))}</p>}
      {witness && (
        <p>
          {words.witness}: {witness}
        </p>
      )}
      {interpreter && (
        <p>
          {words.interpreter}: {interpreter}
        </p>
      )}
      <p class="small muted">
        {words.fingerprint}: {copy.form.version}, SHA-256 {copy.sha256}
      </p>
    </div>
  )
}

const Words = (props: CopyProps) => (
  <Card gap={3}>
    <ExactWords text={props.copy.form.text} lang={props.copy.form.language} id="words" />
    <Signed {...props} />
  </Card>
)

/** Right after signing, while the person holds the tablet: their copy, and when to give it back. */
export const SignedPage = (
  props: CopyProps & {
    /** Where the tablet goes back to. */
    readonly back: string
    /** The id of the note, so that asking twice sends one. */
    readonly noteId: string
    readonly noteSent?: boolean | undefined
    readonly email?: string | undefined
    readonly error?: string | undefined
  },
) => {
  const { frame, copy, error } = props
  const lang = copy.form.language
  const words = SIGNING_WORDS[lang].copy
  return (
    <Page
      {...personFrame(frame, lang, `/releases/${copy.id}?signed=yes`)}
      title={words.title}
      hasErrors={Boolean(error)}
    >
      <div class="stack gap-3">
        <ScreenOnly>
          <ErrorSummary lang={lang} errors={error ? [{ field: 'email', message: error }] : []} />
          {props.noteSent && (
            <Alert kind="success" live>
              <p>{words.noteSent}</p>
            </Alert>
          )}
          <h1>{words.title}</h1>
          <p>{words.words}</p>
          <p class="flow pair">
            <ButtonLink big icon="print" href={`/releases/${copy.id}/copy.pdf`}>
              {words.print}
            </ButtonLink>
            <ButtonLink big kind="outline" href={props.back}>
              {words.done}
            </ButtonLink>
          </p>
          <p class="muted">{words.printHint}</p>
        </ScreenOnly>
        <Words {...props} />
        <ScreenOnly>
          <More summary={words.whatTheyMustKnow}>
            <p class="small" lang="en">
              {DISCLOSURE_NOTICE.text}
            </p>
          </More>
          <More summary={words.note} open={Boolean(error)}>
            <form
              class="stack"
              method="post"
              action={`/releases/${copy.id}/note`}
              novalidate
              autocomplete="off"
            >
              <input type="hidden" name="id" value={props.noteId} />
              <input type="hidden" name="back" value={props.back} />
              <TextField
                name="email"
                type="email"
                inputmode="email"
                label={words.email}
                hint={words.noteHint}
                value={props.email}
                error={error}
                autocomplete="off"
                maxlength={200}
                lang={lang}
              />
              <p>
                <Button kind="outline" icon="send">
                  {words.note}
                </Button>
              </p>
            </form>
          </More>
        </ScreenOnly>
      </div>
    </Page>
  )
}

/** One recipient of a release, and the button that ends it for this one alone (LEAD-01). */
export const LineRow = ({
  line,
  releaseId,
  back,
  now,
  zone,
  level,
}: {
  line: SignedLine
  releaseId: string
  back: string
  now: Date
  zone: string
  level?: 2 | 3 | undefined
}) => {
  const endedAt = line.stoppedAt ?? line.endedAt ?? (line.isLive ? null : line.expiresAt)
  const told = line.dataClasses.filter((one) => !line.withheldClasses.includes(one))
  return (
    <Row
      title={line.to.name}
      level={level}
      end={
        line.isLive && (
          <form method="post" action={`/releases/${releaseId}/stop/${line.id}`}>
            <input type="hidden" name="back" value={back} />
            <Button kind="danger" hiddenWords={` what ${line.to.name} may know`}>
              Stop
            </Button>
          </form>
        )
      }
    >
      <p>{line.isLive ? 'May know' : 'Could know'}:</p>
      <ul class="cw-why">
        {told.map((one) => (
          <li>{CLASS_WORDS.en[one]}</li>
        ))}
      </ul>
      <p class="muted">
        {line.stoppedAt ? 'Stopped ' : line.isLive ? 'Until ' : 'Ended '}
        {(endedAt ?? line.expiresAt) ? (
          <When
            at={(endedAt ?? line.expiresAt) as Date}
            now={now}
            zone={zone}
            as={line.isLive ? 'day' : 'stamp'}
          />
        ) : (
          'they stop it'
        )}
        {line.isLive && line.endsOn === 'case-closed' && ', or when the case is closed'}
      </p>
    </Row>
  )
}

/** A release as its discloser keeps it: each recipient with its own end, and the words as they were signed. */
export const ReleaseCopyPage = (
  props: CopyProps & {
    /** What is kept of the paper; undefined: it was not signed on one. */
    readonly scans?: readonly KeptScan[] | undefined
    readonly said?: 'stopped' | 'kept' | undefined
    /** What was wrong with a file. */
    readonly error?: string | undefined
  },
) => {
  const { frame, copy, now, zone, scans, error } = props
  return (
    <Page {...frame} title="Release" narrow hasErrors={error !== undefined}>
      <PageHeading
        over={
          copy.signedAt ? (
            <>
              Signed <When at={copy.signedAt} now={now} zone={zone} as="stamp" />
            </>
          ) : undefined
        }
        title={`What ${copy.personName} signed`}
        end={
          <ButtonLink kind="outline" icon="print" href={`/releases/${copy.id}/copy.pdf`}>
            Copy
          </ButtonLink>
        }
      />
      <div class="stack gap-3">
        <ErrorSummary errors={error ? [{ field: 'scan', message: error }] : []} />
        {props.said && !error && (
          <Alert kind="success" live>
            <p>
              {props.said === 'kept'
                ? 'The file is kept with the release.'
                : 'It is stopped. From now on they are told nothing new.'}
            </p>
          </Alert>
        )}
        <Rows label="Recipients">
          {copy.lines.map((line) => (
            <LineRow {...{ line, now, zone, releaseId: copy.id, back: `/releases/${copy.id}`, level: 2 }} />
          ))}
        </Rows>
        <Words {...props} />
        {scans && <ScanCard {...{ releaseId: copy.id, scans, error, now, zone }} />}
        <p>
          <a href={`/releases/people/${copy.personId}`}>All that they signed with you</a>
        </p>
      </div>
    </Page>
  )
}
