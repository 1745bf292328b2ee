import {
  Button,
  ButtonLink,
  Card,
  capital,
  DataTable,
  EmptyState,
  More,
  ReleaseNotice,
  ScreenOnly,
  SelectField,
  When,
} from '#design'
import { BASES, DISCLOSURE_NOTICE, type DisclosureLine } from '#disclosures'
import { classWords } from './class-words.ts'
import { CHANNEL_WORDS, type LedgerQuestion, ledgerPath, PERIODS } from './ledger-filter.ts'
import {
  OfficePage,
  type OfficeProps,
  OlderLink,
  PersonReference,
  personWords,
} from './privacy-frame.page.tsx'
import { type Ledger, MOST_EXPORTED } from './read-ledger.ts'

export type LedgerProps = OfficeProps &
  Ledger & {
    readonly question: LedgerQuestion
    /** The id after which the list goes on; undefined on the last page. */
    readonly next: string | undefined
  }

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const isNarrowed = ({ days, to, basis, channel }: LedgerQuestion): boolean =>
  [days, to, basis, channel].some((chosen) => chosen !== '')

const Filter = ({ question, recipients }: LedgerProps) => (
  <form method="get" action="/privacy/ledger" class="cw-screen-only">
    <Card>
      <More summary="Choose when, who, ground and how" open={isNarrowed(question)}>
        <div class="stack">
          {question.person && <input type="hidden" name="person" value={question.person} />}
          <div class="grid">
            <div>
              <SelectField
                name="days"
                label="When"
                empty="All of it"
                value={question.days}
                options={options(PERIODS)}
              />
            </div>
            <div>
              <SelectField
                name="to"
                label="Who was told"
                empty="Anybody"
                value={question.to}
                options={recipients.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
            <div>
              <SelectField
                name="basis"
                label="Ground in law"
                empty="Every ground"
                value={question.basis}
                options={options(BASES)}
              />
            </div>
            <div>
              <SelectField
                name="channel"
                label="How"
                empty="In every way"
                value={question.channel}
                options={options(CHANNEL_WORDS)}
              />
            </div>
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

const People = ({ line }: { line: DisclosureLine }) => {
  const [first, ...others] = line.personIds
  return (
    <>
      {first && <PersonReference id={first} />}
      {others.length > 0 && ` and ${others.length} more`}
    </>
  )
}

/** The lines themselves, on this page and where somebody asked for their accounting. */
export const LedgerTable = ({
  lines,
  caption,
  now,
  zone,
  withPeople,
}: Omit<OfficeProps, 'frame'> & {
  lines: readonly DisclosureLine[]
  caption: string
  withPeople: boolean
}) => (
  <div class="cw-card flush">
    <DataTable
      id="ledger"
      caption={caption}
      hideCaption
      rows={lines}
      columns={[
        {
          title: 'When',
          // What is handed out is read on another day.
          cell: (line) => (
            <When at={line.at} now={now} zone={zone} as={withPeople ? 'stamp' : 'exact'} capital />
          ),
        },
        ...(withPeople ? [{ title: 'About', cell: (line: DisclosureLine) => <People line={line} /> }] : []),
        {
          title: 'Who was told',
          cell: (line) => (
            <>
              {line.to.name}
              {line.toMember && <span class="muted"> ({line.toMember})</span>}
            </>
          ),
        },
        { title: 'By whom', cell: (line) => line.from.name },
        { title: 'What', cell: (line) => classWords(line.dataClasses) },
        { title: 'Why', cell: (line) => capital(line.purpose) },
        { title: 'Ground in law', cell: (line) => BASES[line.basis] },
        ...(withPeople
          ? [{ title: 'How', cell: (line: DisclosureLine) => CHANNEL_WORDS[line.channel] }]
          : []),
      ]}
    />
  </div>
)

const headline = ({ question, lines, next }: LedgerProps): string => {
  const about = question.person ? ` about ${personWords(question.person)}` : ''
  if (lines.length === 0) return `Nothing was told${about}`
  if (next || question.after) return `Disclosures${about}`
  return `${lines.length === 1 ? 'One disclosure' : `${lines.length} disclosures`}${about}`
}

/** The ledger of disclosures: who was told what, when, on which ground and how. */
export const LedgerPage = (props: LedgerProps) => {
  const { frame, question, lines, next, now, zone } = props
  return (
    <OfficePage
      frame={frame}
      current="/privacy/ledger"
      title="Ledger"
      over="Ledger of disclosures"
      heading={headline(props)}
      end={
        lines.length > 0 && (
          <ScreenOnly>
            <ButtonLink kind="outline" href={ledgerPath('/privacy/ledger.csv', { ...question, after: '' })}>
              Download as CSV
            </ButtonLink>
          </ScreenOnly>
        )
      }
    >
      <Filter {...props} />
      {question.person && (
        <p class="cw-screen-only">
          <a href={ledgerPath('/privacy/ledger', { ...question, person: '', after: '' })}>
            Show everybody again
          </a>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState icon="list" title="No line like this" level={2}>
          Each time one organization is shown what another holds, a line is written here in the same moment.
          Choose a longer time or another ground.
        </EmptyState>
      ) : (
        <>
          <LedgerTable
            lines={lines}
            caption="Disclosures, the newest first"
            now={now}
            zone={zone}
            withPeople
          />
          <OlderLink href={next && ledgerPath('/privacy/ledger', { ...question, after: next })} />
          <p class="muted cw-screen-only">
            The file holds what you chose, at most {MOST_EXPORTED.toLocaleString('en-US')} lines. You show
            your second factor first, and that you took it out is recorded.
          </p>
          <ReleaseNotice
            limits="This is about people in care. It may not be used against them."
            statement={DISCLOSURE_NOTICE.text}
          />
        </>
      )}
    </OfficePage>
  )
}
