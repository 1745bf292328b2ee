import { Alert, ButtonLink, Card, More, Page, PageHeading, Steps, When, WhoCanSee } from '#design'
import type { Frame } from '#identity'
import type { Answers } from '#pathways'
import type { FormFields } from '#platform/http/form-body.ts'
import type { Criteria } from './decide-criteria.ts'
import type { Visit } from './get-visit.ts'
import type { callList } from './roster.ts'
import { AskedPart, CallPart, ComingPart, TogetherPart } from './station-calls.page.tsx'
import {
  ComfortPart,
  CriteriaPart,
  HospitalPart,
  ItemsPart,
  MedicalPart,
  NotEligiblePart,
  Press,
  PromisePart,
} from './station-parts.page.tsx'
import { type At, CAME, ENDINGS } from './visit.ts'
import { SAID, type SaidKey, stepsOf } from './visit-words.ts'

export type StationProps = {
  readonly frame: Frame
  readonly now: Date
  readonly zone: string
  readonly visit: Visit
  readonly stationName: string
  readonly criteria: Criteria | undefined
  readonly answers?: Answers | undefined
  /** The criteria were sent: what still has no answer is said. */
  readonly tried?: boolean | undefined
  readonly mayOverride: boolean
  /** Who else of the station can witness. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly list: readonly (ReturnType<typeof callList>[number] & {
    readonly name: string
    readonly program: string
  })[]
  /** Of the angel of a call. */
  readonly nameOf: (callId: string) => string
  readonly newId: string
  readonly said?: SaidKey | undefined
  readonly sent?: FormFields | undefined
  readonly errors?: Readonly<Record<string, string>> | undefined
}

const PARTS: Readonly<Record<At, ((props: StationProps) => unknown) | undefined>> = {
  comfort: ComfortPart,
  medical: MedicalPart,
  hospital: HospitalPart,
  promise: PromisePart,
  items: ItemsPart,
  criteria: CriteriaPart,
  'not-eligible': NotEligiblePart,
  call: CallPart,
  asked: AskedPart,
  coming: ComingPart,
  together: TogetherPart,
  ended: undefined,
}

/** A visit as the station has it: what to do now, what comes, and never who it is. */
export const StationPage = (props: StationProps) => {
  const { frame, now, zone, visit, stationName, said, errors = {} } = props
  const { noted, standing } = visit
  const hasErrors = Object.keys(errors).length > 0
  const Part = PARTS[standing.at] as ((props: StationProps) => ReturnType<typeof Card>) | undefined
  return (
    <Page
      {...frame}
      title="Someone asks for help here"
      field
      hasErrors={hasErrors}
      refreshSeconds={standing.at === 'asked' || standing.at === 'coming' ? 30 : undefined}
    >
      <PageHeading
        over={<a href="/visits">Visits at this station</a>}
        title={noted.asks === 'family' ? 'Somebody asks for help for their family' : 'Somebody asks for help'}
        note={
          <>
            {CAME[noted.came]} <When at={noted.openedAt} now={now} zone={zone} />
          </>
        }
      />
      <div class="cw-cols">
        <div class="stack gap-3">
          {said && (
            <Alert kind={said === 'changed' ? 'info' : 'success'} live>
              <p>{SAID[said]}</p>
            </Alert>
          )}
          {Part && <Part {...props} />}
          {noted.endedAs && (
            <Card title="It ended here" id="now">
              <p>
                <b>{ENDINGS[noted.endedAs]}.</b> They can come back at any hour; then it is a visit, and no
                failure.
              </p>
            </Card>
          )}
          {standing.may.includes('end') && (
            <More summary="They want to go">
              <div class="stack">
                <p>
                  They can, at any time. Give them the paper with the numbers, and say that the door stays
                  open.
                </p>
                <Press visitId={noted.id} act="left" outline icon="out">
                  They went
                </Press>
              </div>
            </More>
          )}
        </div>
        <div class="stack gap-3">
          <Card title="The way" id="way">
            <Steps steps={stepsOf(visit)} />
          </Card>
          <p>
            <ButtonLink kind="outline" icon="box" href="/visits/items">
              Evidence room
            </ButtonLink>
          </p>
          <WhoCanSee can={[stationName, 'The angel’s program']} cannot={['Other police', 'Courts']}>
            <b>Only {stationName} sees what you do here.</b> The program whose angel you call sees how far you
            are. What comes after, you do not see.
          </WhoCanSee>
        </div>
      </div>
    </Page>
  )
}
