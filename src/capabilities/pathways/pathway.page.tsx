import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DateField,
  More,
  Page,
  PageHeading,
  Reasons,
  Row,
  Rows,
  type TypedDate,
} from '#design'
import type { Frame } from '#identity'
import { type Day, dayWords } from '#kernel/calendar-day.ts'
import { differencesBetween } from './differences.ts'
import { endOf, type Pathway, shownOf, stateOn } from './pathway.ts'
import { FlowCard, PathwayParts } from './pathway-parts.page.tsx'
import { templateWords } from './pathway-sentences.ts'
import { KINDS } from './pathway-words.ts'
import { PathwayStateMark, versionWords } from './pathways.page.tsx'
import type { VersionRow } from './pathways.store.ts'

export type PathwayProps = {
  readonly frame: Frame
  readonly pathway: Pathway
  readonly organizationName: string
  readonly today: Day
  /** An older version, where one was asked for. */
  readonly version?: VersionRow | undefined
  /** Which of these the reader may do. */
  readonly may: { readonly make: boolean; readonly edit: boolean }
  /** The id that a copy will have. */
  readonly copyId: string
  readonly said?: keyof typeof SAID | undefined
  readonly wrongEnd?: { readonly typed: TypedDate; readonly says: string } | undefined
}

export const SAID = {
  published: 'It is published. Whoever was referred before stays under the version that held then.',
  ends: 'Its last day is set. Referrals under way stay as they are.',
  'goes-on': 'It goes on.',
  dropped: 'The draft is gone. What is live stays.',
} as const

const Versions = ({ pathway }: { pathway: Pathway }) => (
  <Card title="Versions" id="versions">
    <Rows plain bare>
      {pathway.versions.map((version) => {
        const before = pathway.versions.find(({ number }) => number === version.number - 1)
        const end = endOf(pathway, version)
        const differences = before ? differencesBetween(before.definition, version.definition) : []
        return (
          <Row
            title={<a href={`/pathways/${pathway.id}?version=${version.number}`}>Version {version.number}</a>}
          >
            <p class="muted">
              From {dayWords(version.effectiveFrom, 'en')}
              {end ? ` until ${dayWords(end, 'en')}` : ', still'}
            </p>
            {before && (
              <More
                summary={`${differences.length || 'No'} ${differences.length === 1 ? 'change' : 'changes'} from version ${before.number}`}
              >
                <Differences differences={differences} />
              </More>
            )}
          </Row>
        )
      })}
    </Rows>
  </Card>
)

const MARK = { added: 'yes', removed: 'no', changed: 'wait' } as const
const SAYS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const

export const Differences = ({ differences }: { differences: ReturnType<typeof differencesBetween> }) => (
  <Reasons
    label="What changes"
    reasons={differences.map(({ is, says }) => ({ is: MARK[is], words: `${SAYS[is]}: ${says}` }))}
  />
)

const EndForm = ({ pathway, wrongEnd }: PathwayProps) => (
  <More summary={pathway.endsOn ? 'Change its last day' : 'End this pathway'} open={wrongEnd !== undefined}>
    <form class="stack gap-1" method="post" action={`/pathways/${pathway.id}/end`} novalidate>
      <DateField
        name="ends-on"
        legend="Its last day"
        hint="Nobody is referred on it after that. Referrals under way stay as they are"
        value={wrongEnd?.typed}
        error={wrongEnd?.says}
      />
      <div class="flow">
        <Button kind="outline">Set its last day</Button>
        {pathway.endsOn && (
          <Button kind="plain" name="goes-on" value="yes">
            It goes on
          </Button>
        )}
      </div>
    </form>
  </More>
)

const Actions = (props: PathwayProps) => {
  const { pathway, may, copyId } = props
  const base = `/pathways/${pathway.id}`
  return (
    <Card title="What you can do" id="actions">
      <div class="flow">
        <ButtonLink href={`${base}/preview`} kind="outline" icon="eye">
          Try it
        </ButtonLink>
        {may.edit && pathway.draft && (
          <ButtonLink href={`${base}/draft`} icon="pen">
            Go on with the draft
          </ButtonLink>
        )}
        {may.edit && !pathway.draft && (
          <form method="post" action={`${base}/draft/begin`}>
            <Button icon="pen">Change it in a draft</Button>
          </form>
        )}
        {may.make && (
          <form method="post" action="/pathways">
            <input type="hidden" name="id" value={copyId} />
            <input type="hidden" name="source" value={pathway.id} />
            <Button kind="outline" icon="plus">
              Copy it
            </Button>
          </form>
        )}
      </div>
      {may.edit && pathway.versions.length > 0 && <EndForm {...props} />}
    </Card>
  )
}

/** A pathway as it holds: its picture, its parts, and what each version changed. */
export const PathwayPage = (props: PathwayProps) => {
  const { frame, pathway, today, version, organizationName, said, wrongEnd } = props
  const definition = version?.definition ?? shownOf(pathway, today)
  if (!definition) return null
  return (
    <Page {...frame} title={definition.name} hasErrors={wrongEnd !== undefined}>
      <PageHeading
        over={<a href="/pathways">Pathways</a>}
        title={definition.name || 'Without a name'}
        note={`${KINDS[definition.kind]}. ${definition.begins}`}
        end={<PathwayStateMark pathway={pathway} today={today} />}
      />
      <div class="stack gap-3">
        {said && (
          <Alert kind="success" live>
            <p>{SAID[said]}</p>
          </Alert>
        )}
        {version && (
          <Alert kind="info" action={<a href={`/pathways/${pathway.id}`}>What holds today</a>}>
            <p>
              This is version {version.number}, as it held from {dayWords(version.effectiveFrom, 'en')}.
            </p>
          </Alert>
        )}
        {stateOn(pathway, today) === 'draft' && (
          <Alert kind="warning">
            <p>This is a draft. Nobody is referred on it until it is published.</p>
          </Alert>
        )}
        <p class="muted">
          {versionWords(pathway, today)} · Template: {templateWords(pathway.template)} · {organizationName}
          {definition.source && ` · Source: ${definition.source}`}
        </p>
        <div class="cw-cols half">
          <div class="stack gap-3">
            <FlowCard definition={definition} />
            <Actions {...props} />
            {pathway.versions.length > 0 && <Versions pathway={pathway} />}
          </div>
          <div class="stack gap-3">
            <PathwayParts definition={definition} />
          </div>
        </div>
      </div>
    </Page>
  )
}
