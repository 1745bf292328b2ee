import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { clockOf } from './zone-clock.ts'

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Indiana/Indianapolis',
  'America/Boise',
  'America/Puerto_Rico',
  'Pacific/Guam',
]
const QUARTER = 15 * 60_000

describe.each(ZONES)('the clock of %s', (zone) => {
  it.each(['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07', '2026-07-04'])(
    'says around %s what Temporal says, each quarter of an hour, both ways',
    (date) => {
      const noon = Date.parse(`${date}T12:00Z`)
      const clock = clockOf(zone, noon)
      for (let shown = noon - 86_400_000; shown < noon + 86_400_000; shown += QUARTER) {
        const plain = Temporal.PlainDateTime.from(new Date(shown).toISOString().slice(0, 19))
        const meant = plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
        expect(clock.toInstant(shown)).toBe(meant)
        const wall = Temporal.Instant.fromEpochMilliseconds(shown).toZonedDateTimeISO(zone).toPlainDateTime()
        expect(clock.toWall(shown)).toBe(Date.parse(`${wall}Z`))
      }
    },
  )
})
