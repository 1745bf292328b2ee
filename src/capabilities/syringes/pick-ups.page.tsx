import {
  Button,
  ButtonLink,
  Card,
  ClockRow,
  DataTable,
  EmptyState,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  State,
  TextField,
  Toast,
  When,
} from '#design'
import type { Frame } from '#identity'
import { HOTSPOT_DAYS } from './litter.ts'
import type { LitterLine } from './report-litter.ts'

const AMOUNT_WORDS = { one: 'One syringe', few: 'A few syringes', many: 'Many syringes' } as const

export type PickUpsProps = {
  frame: Frame
  lines: readonly LitterLine[]
  hotspots: readonly { zip: string; reports: number }[]
  said: string | undefined
  /** A number of syringes that was not one. */
  wrongId: string | undefined
  now: Date
  zone: string
}

/** What waits to be picked up, by its clock; and where it is reported again and again. */
export const PickUpsPage = ({ frame, lines, hotspots, said, wrongId, now, zone }: PickUpsProps) => {
  const open = lines.filter(({ closedAt }) => !closedAt)
  const closed = lines.filter(({ closedAt }) => closedAt)
  return (
    <Page {...frame} title="Syringe litter" hasErrors={wrongId !== undefined}>
      {said && <Toast message={said} />}
      <PageHeading
        over={<a href="/supplies">Supplies</a>}
        title={open.length === 0 ? 'Nothing to pick up' : `${open.length} to pick up`}
        note="Each within 48 hours. Who reported it is not kept."
        end={
          <ButtonLink kind="outline" href="/litter">
            Report a place
          </ButtonLink>
        }
      />
      {open.length === 0 ? (
        <EmptyState icon="recycle" title="All picked up" level={2}>
          Anybody can report a place at /litter, in English and Spanish. It shows here with its clock.
        </EmptyState>
      ) : (
        <Rows label="To pick up" now>
          {open.map((line) => (
            <ClockRow
              id={`litter-${line.id}`}
              level={2}
              title={`${line.place}, ${line.zip}`}
              startAt={line.reportedAt}
              dueAt={line.dueAt}
              now={now}
              zone={zone}
              end={<Act line={line} isWrong={wrongId === line.id} />}
            >
              {AMOUNT_WORDS[line.amount]}. Reported by {line.source === 'public' ? 'the public' : 'a member'}.
              {line.takenBy && ` ${line.isOwn ? 'Yours' : line.takenBy}.`}
            </ClockRow>
          ))}
        </Rows>
      )}
      <div class="cw-cols cw-sec">
        <Section id="closed" title="Picked up">
          {closed.length === 0 ? (
            <p class="muted">Nothing yet.</p>
          ) : (
            <Rows plain>
              {closed.map((line) => (
                <Row
                  title={`${line.place}, ${line.zip}`}
                  end={
                    <State is="open">{line.closedAs === 'picked-up' ? 'Picked up' : 'Nothing found'}</State>
                  }
                >
                  <p>
                    {line.closedAt && <When at={line.closedAt} now={now} zone={zone} capital />}
                    {line.takenBy && `, ${line.takenBy}`}
                    {line.syringes !== null && `, ${line.syringes} syringes`}
                  </p>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        {hotspots.length > 0 && (
          <Card id="hotspots" title="Again and again">
            <p class="muted">{`ZIP codes with more than one report in ${HOTSPOT_DAYS} days: a kiosk may be missing.`}</p>
            <DataTable
              id="hotspots-table"
              caption="Reports by ZIP code"
              hideCaption
              columns={[
                { title: 'ZIP code', cell: ({ zip }) => zip },
                { title: 'Reports', number: true, cell: ({ reports }) => reports },
              ]}
              rows={hotspots}
            />
          </Card>
        )}
      </div>
    </Page>
  )
}

const Act = ({ line, isWrong }: { line: LitterLine; isWrong: boolean }) => {
  if (!line.takenAt)
    return (
      <form method="post" action={`/supplies/litter/${line.id}`}>
        <Button kind="outline" name="act" value="take" hiddenWords={`, ${line.place}`}>
          Take it
        </Button>
      </form>
    )
  if (!line.isOwn) return <State is="open">Taken</State>
  return (
    <form method="post" action={`/supplies/litter/${line.id}`} class="stack gap-1">
      <TextField
        name="syringes"
        id={`syringes-${line.id}`}
        label="How many"
        optional
        inputmode="numeric"
        short
        error={isWrong ? 'Write a number, or leave it empty.' : undefined}
      />
      <Button name="act" value="picked-up" hiddenWords={`, ${line.place}`}>
        Picked up
      </Button>
      <Button kind="plain" name="act" value="nothing-found" hiddenWords={`, ${line.place}`}>
        Nothing found
      </Button>
    </form>
  )
}
