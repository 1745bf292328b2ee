import {
  Alert,
  Button,
  ButtonLink,
  CheckboxTile,
  Chips,
  DateField,
  EmptyState,
  ErrorSummary,
  More,
  Page,
  PageHeading,
  SelectField,
  SendBar,
  TextField,
  TimeField,
} from '#design'
import type { Colleague, Frame } from '#identity'
import { RECIPIENT_KINDS, RECIPIENT_WORDS } from './ledger.ts'
import type { HolderLine, Stock } from './read-stock.ts'
import type { Errors, RecordedKind, Typed } from './record-form.ts'
import { holderName, lotWords } from './supply-words.ts'

export type RecordProps = {
  frame: Frame
  kind: RecordedKind
  id: string
  typed: Typed
  errors: Errors
  /** The book would go below zero: it is said, and whoever knows better goes on. */
  isShort: boolean
  stock: Stock
  colleagues: readonly Colleague[]
  products: readonly string[]
  now: Date
}

type Words = { title: string; note?: string; kits: string; stock: string; send: string }

export const RECORD_WORDS: Readonly<Record<RecordedKind, Words>> = {
  receive: {
    ...{ title: 'Receive kits', note: 'What is printed on the box, and where you put it.' },
    ...{ kits: 'How many kits', stock: '', send: 'Put them in stock' },
  },
  give: {
    ...{ title: 'Give out kits', note: 'To a colleague who carries them from now on.' },
    ...{ kits: 'How many kits', stock: 'From', send: 'Give out' },
  },
  move: { title: 'Move kits', kits: 'How many kits', stock: 'From', send: 'Move' },
  return: {
    ...{ title: 'Return kits', note: 'Back from whoever carried them.' },
    ...{ kits: 'How many kits', stock: 'From', send: 'Return' },
  },
  'leave-behind': {
    ...{ title: 'Leave kits behind', note: 'With somebody who may need one. Nobody is named.' },
    ...{ kits: 'How many kits', stock: 'From', send: 'Record it' },
  },
  administer: {
    ...{
      title: 'Kits that were used',
      note: 'For the book only. To report what happened, use “I gave naloxone”.',
    },
    ...{ kits: 'How many kits', stock: 'From', send: 'Record it' },
  },
  expire: { title: 'Expired kits', kits: 'How many kits', stock: 'Where they were', send: 'Take them out' },
  damage: { title: 'Damaged kits', kits: 'How many kits', stock: 'Where they were', send: 'Take them out' },
  lose: { title: 'Lost kits', kits: 'How many kits', stock: 'Who had them', send: 'Take them out' },
  count: {
    ...{ title: 'Count kits', note: 'Only what you count is changed. Nothing else is touched.' },
    ...{ kits: 'How many you counted', stock: 'What you counted', send: 'Save the count' },
  },
}

const isPlace = ({ kind }: HolderLine): boolean => kind === 'site' || kind === 'vehicle' || kind === 'kiosk'

/** Which holders a kind of event takes kits from. */
const isSource = (kind: RecordedKind, holder: HolderLine): boolean => {
  if (kind === 'leave-behind') return holder.isLeaveBehind && holder.kind !== 'partner'
  if (kind === 'administer') return !holder.isLeaveBehind && holder.kind !== 'partner'
  if (kind === 'return')
    return holder.kind === 'member' || holder.kind === 'partner' || holder.kind === 'vehicle'
  if (kind === 'give' || kind === 'move') return isPlace(holder)
  return holder.kind !== 'partner'
}

/** One movement of kits, written down when it happens or after. */
export const RecordPage = (props: RecordProps) => {
  const { frame, kind, typed, errors, stock, now } = props
  const words = RECORD_WORDS[kind]
  const places = stock.holders.filter(isPlace)
  const sources = stock.holders
    .filter((holder) => isSource(kind, holder))
    .flatMap((holder) =>
      holder.lots.map(({ lot, kits }) => ({
        value: `${holder.id} ${lot.id}`,
        label: `${holderName(holder)}: ${lotWords(lot, now)}, ${kits} in the book`,
      })),
    )
  const nothing = kind === 'receive' ? places.length === 0 : sources.length === 0
  return (
    <Page {...frame} title={words.title} narrow form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading title={words.title} note={words.note} over={<a href="/supplies">Supplies</a>} />
      {nothing ? (
        <EmptyState
          icon="box"
          title={kind === 'receive' ? 'No shelf yet' : 'No kits here to choose from'}
          level={2}
          action={
            <ButtonLink href={kind === 'receive' ? '/supplies/places' : '/supplies/record/receive'}>
              {kind === 'receive' ? 'Add a shelf' : 'Receive kits'}
            </ButtonLink>
          }
        >
          {kind === 'receive'
            ? 'Say first where kits lie: a shelf, a vehicle or a kiosk.'
            : 'Once kits were received, they can be chosen here.'}
        </EmptyState>
      ) : (
        <form method="post" class="stack gap-3">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <input type="hidden" name="id" value={props.id} />
          {kind === 'receive' ? (
            <LotFields {...props} />
          ) : (
            <SelectField
              name="stock"
              label={words.stock}
              options={sources}
              value={typed.stock}
              error={errors.stock}
            />
          )}
          <TextField
            name="kits"
            label={words.kits}
            inputmode="numeric"
            short
            value={typed.kits}
            error={errors.kits}
          />
          {props.isShort && (
            <Alert kind="warning" icon="alert">
              <div class="stack gap-1">
                <p>
                  <strong>The book has fewer than that.</strong> If it happened, record it: the book goes
                  below zero, and the stock page asks for a count.
                </p>
                <CheckboxTile name="short" value="yes" label="Record it all the same" />
              </div>
            </Alert>
          )}
          <ToFields {...props} places={places} />
          {kind === 'leave-behind' && (
            <Chips
              name="recipient"
              legend="Who took it"
              hint="Never a name."
              choose="one"
              options={RECIPIENT_KINDS.map((value) => ({ value, label: RECIPIENT_WORDS[value] }))}
              values={typed.recipient ? [typed.recipient] : []}
              error={errors.recipient}
            />
          )}
          <Earlier typed={typed} error={errors.on} />
          <SendBar>
            <Button big wide>
              {words.send}
            </Button>
          </SendBar>
        </form>
      )}
    </Page>
  )
}

const LotFields = ({ typed, errors, products }: RecordProps) => (
  <>
    <TextField
      name="lot"
      label="Lot number"
      autocomplete="off"
      spellcheck={false}
      maxlength={40}
      value={typed.lot}
      error={errors.lot}
    />
    <TextField
      name="product"
      label="Product"
      hint="Nasal 4 mg, for example."
      list="products"
      autocomplete="off"
      maxlength={80}
      value={typed.product}
      error={errors.product}
    />
    <datalist id="products">
      {products.map((product) => (
        <option value={product} />
      ))}
    </datalist>
    <TextField
      name="doses"
      label="Doses in one kit"
      inputmode="numeric"
      short
      value={typed.doses ?? '2'}
      error={errors.doses}
    />
    <DateField
      name="expires"
      legend="Expires"
      hint="Where only a month is printed, its last day."
      value={{
        month: typed['expires-month'] ?? '',
        day: typed['expires-day'] ?? '',
        year: typed['expires-year'] ?? '',
      }}
      error={errors.expires}
    />
  </>
)

const ToFields = ({
  kind,
  typed,
  errors,
  colleagues,
  places,
}: RecordProps & { places: readonly HolderLine[] }) => {
  if (kind === 'give')
    return (
      <>
        <SelectField
          name="to"
          label="To"
          options={colleagues.map(({ id, name, title }) => ({
            value: id,
            label: title ? `${name}, ${title}` : name,
          }))}
          value={typed.to}
          error={errors.to}
        />
        <CheckboxTile
          name="behind"
          value="yes"
          label="To leave with people"
          hint="Kept apart from the kits they give naloxone from."
          checked={typed.behind === 'yes'}
        />
      </>
    )
  if (kind === 'move' || kind === 'return' || kind === 'receive')
    return (
      <SelectField
        name="to"
        label={kind === 'receive' ? 'Where you put them' : 'To'}
        options={places.map((place) => ({ value: place.id, label: holderName(place) }))}
        value={typed.to ?? (places.length === 1 ? places[0]?.id : undefined)}
        error={errors.to}
      />
    )
  return null
}

/** Paperwork after the fact: dated when it happened. */
export const Earlier = ({ typed, error }: { typed: Typed; error: string | undefined }) => (
  <More
    summary="It happened earlier"
    open={error !== undefined || ['on-month', 'on-day', 'on-year', 'at'].some((name) => typed[name])}
  >
    <div class="stack">
      <DateField
        name="on"
        legend="Day"
        optional
        value={{ month: typed['on-month'] ?? '', day: typed['on-day'] ?? '', year: typed['on-year'] ?? '' }}
        error={error}
      />
      <TimeField name="at" label="Time" optional value={typed.at} />
    </div>
  </More>
)
