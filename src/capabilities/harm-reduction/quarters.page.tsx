import { Button, Card, DataTable, Page, PageHeading, Section, State, Toast, When } from '#design'
import type { Frame } from '#identity'
import { NUMBER_WORDS, type QuarterNumbers, quarterWords } from './quarter.ts'
import type { QuarterLine } from './report-quarter.ts'

export type QuartersProps = {
  frame: Frame
  organizationName: string
  own: readonly QuarterLine[]
  others: readonly { name: string; numbers: QuarterNumbers; sentAt: Date }[]
  said: string | undefined
  now: Date
  zone: string
}

const NUMBERS = Object.keys(NUMBER_WORDS) as (keyof QuarterNumbers)[]

/** The report of each quarter, sent also when nothing changed. */
export const QuartersPage = ({ frame, organizationName, own, others, said, now, zone }: QuartersProps) => {
  const unsent = own.filter(({ isOver, sentAt }) => isOver && !sentAt)
  const last = own[1]
  return (
    <Page {...frame} title="Quarters">
      {said && <Toast message={said} />}
      <PageHeading
        over={<a href="/supplies">Supplies</a>}
        title={unsent.length === 0 ? 'Every quarter was sent' : `${unsent.length} quarters to send`}
        note="Sums of kits, and nothing of anybody. The county’s managers see what was sent; it stays as it was sent."
      />
      <div class="stack gap-3">
        <Card flush>
          <DataTable
            id="quarters"
            caption={`Quarters of ${organizationName}`}
            hideCaption
            columns={[
              { title: 'Quarter', cell: ({ code }) => quarterWords(code) },
              ...NUMBERS.map((name) => ({
                title: NUMBER_WORDS[name],
                number: true,
                cell: ({ numbers }: QuarterLine) => numbers[name],
              })),
              {
                title: 'Report',
                cell: ({ code, isOver, sentAt }) =>
                  sentAt ? (
                    <State is="open">
                      Sent <When at={sentAt} now={now} zone={zone} />
                    </State>
                  ) : isOver ? (
                    <form method="post" action="/supplies/quarters">
                      <input type="hidden" name="quarter" value={code} />
                      <Button kind="outline" hiddenWords={` ${quarterWords(code)}`}>
                        Send
                      </Button>
                    </form>
                  ) : (
                    <span class="muted">Still runs</span>
                  ),
              },
            ]}
            rows={own}
          />
        </Card>
        {others.length > 0 && last && (
          <Section id="others" title={`Sent by others, ${quarterWords(last.code)}`}>
            <Card flush>
              <DataTable
                id="others-table"
                caption="What other organizations sent"
                hideCaption
                columns={[
                  { title: 'Organization', cell: ({ name }) => name },
                  ...NUMBERS.map((number) => ({
                    title: NUMBER_WORDS[number],
                    number: true,
                    cell: ({ numbers }: { numbers: QuarterNumbers }) => numbers[number],
                  })),
                ]}
                rows={others}
              />
            </Card>
          </Section>
        )}
      </div>
    </Page>
  )
}
