import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CheckboxTiles,
  EmptyState,
  More,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  State,
  TextField,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { type Day, dayWords } from '#kernel/calendar-day.ts'
import { StandingState } from './board.page.tsx'
import type { BoardPerson } from './board.ts'
import { certificateState } from './certificate.ts'
import { HOW_WORDS } from './certificate-pdf.ts'
import type { CompletionRow } from './completion.store.ts'
import { missingWords, standingLine, stoppedWords, untilWords } from './training-words.ts'

const STATES = {
  valid: ['open', 'Holds'],
  expired: ['shut', 'Expired'],
  revoked: ['bad', 'Revoked'],
} as const

/** Certificates, each with whether it holds and its PDF. */
export const CertificateRows = ({
  completions,
  today,
  revokes,
}: {
  completions: readonly CompletionRow[]
  today: Day
  /** Whether the reader may take one back. */
  revokes?: boolean
}) => (
  <Rows plain label="Certificates">
    {completions.map((one) => {
      const state = certificateState(one, today)
      const [shape, word] = STATES[state]
      const what = one.part === 'practice' ? `${one.title}: hands-on practice` : one.title
      return (
        <Row
          id={`certificate-${one.id}`}
          title={what}
          end={
            <>
              <State is={shape}>{word}</State>
              {state !== 'revoked' && (
                <ButtonLink
                  kind="outline"
                  icon="file"
                  href={`/training/certificates/${one.id}/certificate.pdf`}
                  hiddenWords={`: ${what}`}
                >
                  PDF
                </ButtonLink>
              )}
            </>
          }
        >
          <p>
            {HOW_WORDS[one.how]}, {dayWords(one.completedOn, 'en')}
            {one.score === null ? '' : `, ${one.score} percent`}. Holds {untilWords(one.expiresOn)}.
          </p>
          {one.revokedBecause && <p class="muted">Taken back: {one.revokedBecause}</p>}
          {revokes && state !== 'revoked' && (
            <More summary="Take it back">
              <form method="post" action={`/training/certificates/${one.id}/revoke`} class="stack">
                <TextField
                  name="because"
                  id={`because-${one.id}`}
                  label="Why"
                  hint="Only your organization reads it. Whoever verifies the certificate learns that it was revoked."
                  maxlength={300}
                  required
                />
                <p>
                  <Button kind="danger" hiddenWords={`: ${what}`}>
                    Take it back
                  </Button>
                </p>
              </form>
            </More>
          )}
        </Row>
      )
    })}
  </Rows>
)

/** A course with a part that is shown by hand. */
export type PracticeCourse = {
  readonly slug: string
  readonly title: string
  readonly practice: readonly string[]
}

export type PersonProps = {
  readonly frame: Frame
  readonly one: BoardPerson
  readonly completions: readonly CompletionRow[]
  readonly practices: readonly PracticeCourse[]
  /** Made with the form: sent twice it is signed once. */
  readonly newId: string
  readonly isOwn: boolean
  readonly revokes: boolean
  readonly titleOf: (slug: string) => string
  readonly today: Day
  readonly said: 'signed' | 'revoked' | undefined
  readonly error?: string | undefined
}

const SAID = {
  signed: 'Signed. It counts from today.',
  revoked: 'Taken back. Whoever verifies it learns so at once.',
} as const

const PracticeForm = ({ one, practices, newId, error }: PersonProps) => (
  <Section id="practice" title="Sign what you saw them do">
    {practices.map(({ slug, title, practice }) => (
      <Card title={title} id={`practice-${slug}`} level={3}>
        <form method="post" action={`/training/people/${one.person.id}/practice`} class="stack">
          <input type="hidden" name="course" value={slug} />
          <input type="hidden" name="id" value={newId} />
          <CheckboxTiles
            name="checked"
            id={`checked-${slug}`}
            legend="Seen with your own eyes"
            hint="All of it has to be seen. Your name stands under it."
            error={error}
            options={practice.map((step) => ({ value: step, label: step }))}
          />
          <p>
            <Button icon="pen">Sign</Button>
          </p>
        </form>
      </Card>
    ))}
  </Section>
)

/** What one member is to finish, has finished, and may not do today; here practice is signed. */
export const PersonPage = (props: PersonProps) => {
  const { frame, one, completions, titleOf, today, said, practices, isOwn, revokes } = props
  return (
    <Page {...frame} title={one.person.name} narrow hasErrors={props.error !== undefined}>
      <div class="stack gap-3">
        <p>
          <a href="/training/board">Training board</a>
        </p>
        <PageHeading title={one.person.name} note={one.person.title ?? undefined} />
        {said && (
          <Alert kind="success" live>
            <p>{SAID[said]}</p>
          </Alert>
        )}
        {one.stopped.map(({ what, ...answer }) => (
          <Alert kind={answer.mode === 'block' ? 'error' : 'warning'} icon="alert">
            <p>
              <b>{stoppedWords(what, answer)}</b> {missingWords(answer, titleOf)}
            </p>
          </Alert>
        ))}
        {one.standings.size > 0 && (
          <Section id="asked" title="What is asked">
            <Rows plain label="Courses">
              {[...one.standings].map(([course, standing]) => (
                <Row title={titleOf(course)} end={<StandingState is={standing.is} />}>
                  <p>{standingLine(standing)}</p>
                </Row>
              ))}
            </Rows>
          </Section>
        )}
        <Section id="certificates" title="Certificates">
          {completions.length === 0 ? (
            <EmptyState icon="cap" title="None yet">
              When they finish a course, its certificate stands here.
            </EmptyState>
          ) : (
            <CertificateRows completions={completions} today={today} revokes={revokes} />
          )}
        </Section>
        {!isOwn && practices.length > 0 && <PracticeForm {...props} />}
        <WhoCanSee>
          <b>Sergeants, trainers, managers and administrators of your organization see this</b>, and the
          member. What somebody thinks of a course, and how long they took, is nobody’s.
        </WhoCanSee>
      </div>
    </Page>
  )
}
