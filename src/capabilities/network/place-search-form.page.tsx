import { Button, Card, Chips, ChosenChips, More, SelectField, TextField } from '#design'
import {
  type AskKey,
  askWords,
  FLAGS,
  type Flag,
  GENDER_ASKS,
  LEVEL_ASKS,
  MOUD_ASKS,
  REACH,
  USED,
  WHEN,
} from './asks.ts'
import { NEEDS, PAYERS } from './listing.ts'
import { addressWithout, LANGUAGES, type PlaceSearch, placesAddress } from './place-search.ts'
import { CAPACITY_LEVELS } from './profile.ts'

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const flagOptions = (...flags: readonly Flag[]) => flags.map((value) => ({ value, label: FLAGS[value] }))

const chosenFlags = ({ asks }: PlaceSearch) => (Object.keys(FLAGS) as Flag[]).filter((flag) => asks[flag])

const FIRST_ASKED: readonly AskKey[] = ['when', 'payer']

/** How many things are asked in the part that is folded away. */
const askedWithin = ({ asks, language }: PlaceSearch): number =>
  Object.keys(asks).filter((key) => !FIRST_ASKED.includes(key as AskKey)).length + (language ? 1 : 0)

/**
 * A form that asks by its address, so that it works without script, can be gone back to and sent to a colleague. Few
 * questions first; whatever else matters for one person is folded away.
 */
export const SearchForm = ({ search }: { search: PlaceSearch }) => {
  const asked = askedWithin(search)
  return (
    <form method="get" action="/places">
      <Card>
        <Chips
          name="needs"
          legend="What would help?"
          choose="any"
          options={optionsOf(NEEDS)}
          values={[...search.needs]}
        />
        <TextField
          name="near"
          type="search"
          label="Town, ZIP code or name"
          hint="Where the person is, or what the place is called. Nothing about the person"
          value={search.near}
          autocomplete="off"
          maxlength={100}
        />
        <Chips
          name="payer"
          legend="Insurance"
          choose="one"
          options={optionsOf(PAYERS)}
          values={[search.asks.payer ?? 'not-sure']}
        />
        <Chips
          name="when"
          legend="When?"
          choose="one"
          options={[
            { value: '', label: 'At any time' },
            ...optionsOf({ open: WHEN.open, answering: WHEN.answering }),
          ]}
          values={[search.asks.when ?? '']}
        />
        <More id="person" summary={asked > 0 ? `About the person (${asked} asked)` : 'About the person'}>
          <PersonFields search={search} />
        </More>
        <p>
          <Button icon="search">Show places</Button>
        </p>
      </Card>
    </form>
  )
}

const PersonFields = ({ search }: { search: PlaceSearch }) => {
  const { asks, language } = search
  return (
    <div class="stack">
      <p class="muted">Ask only what matters for where they can go. Nothing of it is kept.</p>
      <TextField
        name="age"
        label="Age"
        inputmode="numeric"
        autocomplete="off"
        maxlength={3}
        short
        value={asks.age === undefined ? '' : String(asks.age)}
      />
      <Chips
        name="gender"
        legend="Gender"
        choose="one"
        options={[{ value: '', label: 'Not asked' }, ...optionsOf(GENDER_ASKS)]}
        values={[asks.gender ?? '']}
      />
      <Chips
        name="with"
        id="with-person"
        legend="The person"
        choose="any"
        options={flagOptions('pregnant', 'children', 'pet', 'noId', 'stepFree')}
        values={chosenFlags(search)}
      />
      <div class="cw-cols half">
        <div class="stack">
          <SelectField
            name="moud"
            label="Medicine for opioid use"
            empty="Not asked"
            options={optionsOf(MOUD_ASKS)}
            value={asks.moud}
          />
          <SelectField
            name="used"
            label="Last used"
            empty="Not asked"
            options={optionsOf(USED)}
            value={asks.used}
          />
          <SelectField
            name="level"
            label="Level of care (ASAM)"
            empty="Not asked"
            options={optionsOf(LEVEL_ASKS)}
            value={asks.level}
          />
        </div>
        <div class="stack">
          <SelectField
            name="room"
            label="Room now"
            empty="Not asked"
            options={optionsOf(CAPACITY_LEVELS)}
            value={asks.room}
          />
          <SelectField
            name="language"
            label="Language"
            empty="English"
            options={LANGUAGES.map((value) => ({ value, label: value }))}
            value={language}
          />
          <SelectField
            name="within"
            label="How far they can go"
            empty="Any distance"
            options={Object.entries(REACH).map(([value, { words }]) => ({ value, label: words }))}
            value={asks.within}
          />
        </div>
      </div>
      <Chips
        name="with"
        id="with-place"
        legend="The place"
        choose="any"
        options={flagOptions('walkIn', 'dropOff')}
        values={chosenFlags(search)}
      />
    </div>
  )
}

/** What is asked, each with a cross that takes it away. */
export const Asked = ({ search }: { search: PlaceSearch }) => {
  const chosen = [
    ...search.needs.map((need) => ({
      label: NEEDS[need],
      href: placesAddress({ ...search, needs: search.needs.filter((one) => one !== need) }, 1),
    })),
    ...(search.near ? [{ label: search.near, href: placesAddress({ ...search, near: '' }, 1) }] : []),
    ...askWords(search.asks).map(({ key, words }) => ({
      label: words,
      href: addressWithout(search, [key]),
    })),
    ...(search.language
      ? [{ label: search.language, href: placesAddress({ ...search, language: undefined }, 1) }]
      : []),
  ]
  return chosen.length > 0 ? <ChosenChips label="What is asked" chosen={chosen} takeAway="Take away" /> : null
}
