import { Button, Chips, type Lang, RadioTiles, TextField } from '#design'
import { type HelpSearch, inLanguage } from './help-search.ts'
import { helpWords } from './help-words.ts'

/** Where, what and how it is paid. It asks by its address: without script, and so that the other language keeps it. */
export const SearchForm = ({ search, lang }: { search: HelpSearch; lang: Lang }) => {
  const words = helpWords(lang)
  return (
    <form method="get" action={inLanguage('/find', lang)}>
      <div class="cw-card">
        <TextField
          name="near"
          type="search"
          label={words.find.where}
          hint={words.find.whereHint}
          value={search.near}
          autocomplete="off"
          maxlength={100}
          lang={lang}
        />
        <RadioTiles
          name="need"
          legend={words.find.need}
          columns={3}
          value={search.need ?? 'other'}
          options={Object.entries(words.needs).map(([value, [label, hint]]) => ({ value, label, hint }))}
          lang={lang}
        />
        <Chips
          name="payer"
          legend={words.find.payer}
          choose="one"
          values={[search.payer ?? 'not-sure']}
          options={Object.entries(words.payers).map(([value, label]) => ({ value, label }))}
          lang={lang}
        />
        <Chips
          name="when"
          legend={words.find.when}
          choose="one"
          values={[search.openNow ? 'open' : '']}
          options={[
            { value: '', label: words.find.anyTime },
            { value: 'open', label: words.find.openNow },
          ]}
          lang={lang}
        />
        <p class="cw-ask">
          <Button big icon="search">
            {words.find.show}
          </Button>
        </p>
      </div>
    </form>
  )
}
