import { Button, Card, More, Row, Rows, When } from '#design'
import { newId } from '#kernel/ids.ts'
import type { PlaceAddress } from './address.store.ts'
import type { ChangeRow } from './keeping.store.ts'
import { closureWords } from './place-hours.page.tsx'
import { addressWords } from './place-row.page.tsx'
import type { PlaceState } from './place-state.ts'
import { ASAM_FIELD, fieldLabel, fieldWords, PROFILE_FIELDS } from './profile-fields.ts'
import { isUndoable } from './undo-change.ts'
import { weekOfHours } from './week-of-hours.ts'

const STATUS_WORDS: Readonly<Record<string, string>> = {
  active: 'open',
  'temporarily-closed': 'closed for now',
  inactive: 'takes nobody',
  defunct: 'gone for good',
}

/** What a change said, before or after, in a reader's words. */
export const changeWords = (name: string, value: unknown, now: Date): string => {
  if (name === 'status') return STATUS_WORDS[String(value)] ?? String(value)
  if (name === 'address') return whereWords(value as PlaceAddress | undefined)
  if (name === 'closures')
    return (
      (value as Parameters<typeof closureWords>[0][]).map((one) => closureWords(one, now)).join('; ') ||
      'none'
    )
  if (name === 'hours' || name === 'intakeHours')
    return hoursWords(value as Parameters<typeof weekOfHours>[0] | null)
  const field =
    PROFILE_FIELDS.find((one) => one.name === name) ?? (name === 'asamLevels' ? ASAM_FIELD : undefined)
  if (name === 'asamLevels' && Array.isArray(value)) return value.join(' · ') || 'None'
  return (field && fieldWords(field, value)) ?? (value == null ? 'not known' : String(value))
}

const whereWords = (value: PlaceAddress | undefined): string =>
  value ? [value.providerName, value.siteName, addressWords(value)].filter(Boolean).join(', ') : 'not known'

const hoursWords = (hours: Parameters<typeof weekOfHours>[0] | null): string =>
  hours === null
    ? 'not known'
    : weekOfHours(hours)
        .filter(({ spans }) => spans.length > 0)
        .map(({ day, spans }) => `${day.slice(0, 3)} ${spans.join(', ')}`)
        .join(' · ') || 'never open'

type Props = {
  readonly serviceId: string
  readonly state: Pick<PlaceState, 'changes' | 'names'>
  /** Whether the reader may take the last one back. */
  readonly mayChange: boolean
  readonly zone: string
  readonly now: Date
}

/** More than these are opened by who wants to read them. */
const FEW = 5

const What = ({ change, now }: { change: ChangeRow; now: Date }) => (
  <ul>
    {change.what
      .filter((name) => name !== 'medicines' || !change.what.includes('moud'))
      .map((name) =>
        name === 'added' ? (
          <li>Added to the directory.</li>
        ) : (
          <li>
            <b>{fieldLabel(name)}</b>: {changeWords(name, change.before[name], now)} →{' '}
            {changeWords(name, change.after[name], now)}
          </li>
        ),
      )}
  </ul>
)

/** Who changed what, when, and what it said before; the last change can be taken back. */
export const PlaceChanges = ({ serviceId, state, mayChange, zone, now }: Props) => {
  const { changes, names } = state
  if (changes.length === 0) return null
  return (
    <Card title="What changed" id="changes">
      <Rows bare plain>
        {changes.map((change, index) => (
          <Row
            title={
              <>
                {change.undoes && 'Taken back by '}
                {change.byMember ? (names.get(change.byMember) ?? 'Somebody of another county') : 'An import'}
                , <When at={change.changedAt} now={now} zone={zone} />
              </>
            }
            end={
              index === 0 &&
              mayChange &&
              isUndoable(change) && (
                <form method="post" action={`/places/${serviceId}/undo`}>
                  <input type="hidden" name="id" value={newId()} />
                  <Button kind="outline" icon="undo" name="change" value={change.id}>
                    Undo
                  </Button>
                </form>
              )
            }
          >
            {change.what.length > FEW ? (
              <More summary={`${change.what.length} things`}>
                <What change={change} now={now} />
              </More>
            ) : (
              <What change={change} now={now} />
            )}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}
