import { DataTable, More, Timeline, type TimelineBar, When } from '#design'
import { type Coverage, coverageOf } from './coverage.ts'
import type { Registered } from './list-agreements.ts'

const YEAR_MS = 365.25 * 86_400_000
/** More rows than this nobody takes in at a look; the table has them all. */
const MOST_ROWS = 24

const LOOKS: Readonly<Record<Registered['state'], TimelineBar['is']>> = {
  waiting: 'later',
  'to-come': 'later',
  'in-force': 'now',
  'ends-soon': 'soon',
  ended: 'past',
}

const lastOf = ({ stretches }: Coverage) => stretches.at(-1)

const wordsOf = (coverage: Coverage, zone: string): string => {
  const until = lastOf(coverage)?.until
  const day = until?.toLocaleDateString('en-US', { timeZone: zone, dateStyle: 'long' })
  return `${coverage.pair.join(' and ')}: ${coverage.title}, ${lastOf(coverage)?.state === 'ended' ? 'ended' : 'until'} ${day}`
}

/** Which pairs of organizations are covered until when, as a picture, and the same as a table. */
export const CoveragePicture = ({
  agreements,
  now,
  zone,
}: {
  agreements: readonly Registered[]
  now: Date
  zone: string
}) => {
  const from = new Date(now.getTime() - YEAR_MS)
  const until = new Date(now.getTime() + 3.25 * YEAR_MS)
  const rows = coverageOf(agreements).filter((one) => (lastOf(one)?.until ?? from) > from)
  if (rows.length === 0) return null
  return (
    <div class="cw-card stack">
      <Timeline
        label="Who is covered until when"
        from={from}
        until={until}
        now={now}
        rows={rows.slice(0, MOST_ROWS).map((one) => ({
          label: (
            <>
              {one.pair.join(' and ')} <span class="muted">{one.title}</span>
            </>
          ),
          words: wordsOf(one, zone),
          bars: one.stretches.map((stretch) => ({ ...stretch, is: LOOKS[stretch.state] })),
        }))}
      />
      <p class="muted">
        The line is today. Amber ends within 90 days; dashed is signed and begins later; gray is over.
        {rows.length > MOST_ROWS && ` The first ${MOST_ROWS} of ${rows.length} are drawn.`}
      </p>
      <More summary="See this as a table">
        <DataTable
          id="coverage"
          caption="Who is covered until when"
          hideCaption
          rows={rows}
          columns={[
            { title: 'Between', cell: (one) => one.pair.join(' and ') },
            {
              title: 'Agreement',
              cell: (one) => <a href={`/agreements/kept/${lastOf(one)?.id}`}>{one.title}</a>,
            },
            {
              title: 'From',
              cell: ({ stretches: [first] }) =>
                first && <When at={first.from} now={now} zone={zone} as="day" />,
            },
            {
              title: 'Until',
              cell: (one) => <When at={lastOf(one)?.until ?? now} now={now} zone={zone} as="day" />,
            },
          ]}
        />
      </More>
    </div>
  )
}
