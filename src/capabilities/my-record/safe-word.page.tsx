import { Button, Card, Page, PageHeading, TextField } from '#design'
import type { Frame } from '#identity'
import { BackLink, RecordFrame, type RecordLook } from './record-frame.page.tsx'
import { recordWords } from './record-words.ts'

/** Sets the safe word, or takes it away. */
export const SafeWordPage = ({
  look,
  hasSafeWord,
  error,
}: {
  look: RecordLook
  hasSafeWord: boolean
  error?: string | undefined
}) => {
  const { lang } = look
  const words = recordWords(lang).safeWord
  return (
    <RecordFrame look={look} title={words.title} errors={error ? { word: error } : {}}>
      <BackLink lang={lang} />
      <PageHeading title={words.title} note={words.note} />
      <Card>
        <form method="post" action="/my-record/safe-word" class="stack" autocomplete="off">
          <TextField
            name="word"
            label={words.word}
            hint={words.hint}
            error={error}
            autocomplete="off"
            spellcheck={false}
            maxlength={60}
            required
            lang={lang}
          />
          <Button>{words.set}</Button>
        </form>
        {hasSafeWord && (
          <form method="post" action="/my-record/safe-word/remove">
            <Button kind="outline">{words.remove}</Button>
          </form>
        )}
        <p class="muted">{words.forgotten}</p>
      </Card>
    </RecordFrame>
  )
}

const COVER = {
  en: {
    title: 'Ready for winter weather',
    search: 'Search these pages',
    button: 'Search',
    nothing: 'Nothing was found. Try another word.',
    tips: [
      ['Before a storm', 'Charge your phone, fill the tank half full, and bring in wood and water.'],
      ['On the road', 'Clear all windows, leave early, and keep a blanket and a shovel in the trunk.'],
      ['At home', 'Let taps drip in hard frost, and keep space heaters an arm’s length from curtains.'],
      ['Neighbors', 'Knock on the door of somebody who lives alone when the power is out.'],
    ],
  },
  es: {
    title: 'Listos para el invierno',
    search: 'Buscar en estas páginas',
    button: 'Buscar',
    nothing: 'No se encontró nada. Pruebe otra palabra.',
    tips: [
      ['Antes de una tormenta', 'Cargue su teléfono, llene medio tanque y entre leña y agua.'],
      ['En la carretera', 'Limpie todas las ventanas, salga temprano y lleve una manta y una pala.'],
      ['En casa', 'Deje gotear los grifos en heladas fuertes y aleje los calentadores de las cortinas.'],
      ['Vecinos', 'Toque la puerta de quien vive solo cuando no haya luz.'],
    ],
  },
} as const

/** What a covered record shows instead of itself. Its search finds one word, and nothing says so. */
export const CoverPage = ({
  frame,
  lang,
  searched,
}: {
  frame: Frame
  lang: RecordLook['lang']
  searched?: boolean | undefined
}) => {
  const words = COVER[lang]
  return (
    <Page assets={frame.assets} theme={frame.theme} title={words.title} lang={lang} home="/my-record" narrow>
      <div class="stack gap-3">
        <PageHeading title={words.title} />
        <form method="post" action="/my-record/search" class="stack gap-1" autocomplete="off">
          <TextField name="q" label={words.search} type="search" autocomplete="off" lang={lang} />
          <Button kind="outline" icon="search">
            {words.button}
          </Button>
        </form>
        {searched && <p role="status">{words.nothing}</p>}
        {words.tips.map(([title, text], index) => (
          <Card title={title} id={`tip-${index + 1}`}>
            <p>{text}</p>
          </Card>
        ))}
      </div>
    </Page>
  )
}
