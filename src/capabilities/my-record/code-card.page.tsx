import { Alert, ButtonLink, type Lang, Page, PageHeading, PrintCard, ScreenOnly } from '#design'
import type { Frame } from '#identity'
import { printedCode } from './person-code.ts'

/** No word on the card says why somebody has it: it may lie on a table. */
const CARD = {
  en: {
    title: 'Your own page',
    go: 'Open',
    code: 'Your code',
    year: 'You also need the year you were born.',
    what: 'See who may know what about you, and stop it.',
    safe: 'Keep this card as you keep a key. Lost it? Ask for a new one: the old one stops.',
    exit: 'Somebody comes in? Press “Quick exit”.',
  },
  es: {
    title: 'Su propia página',
    go: 'Abra',
    code: 'Su código',
    year: 'También necesita el año en que nació.',
    what: 'Vea quién puede saber qué de usted, y párelo.',
    safe: 'Guarde esta tarjeta como una llave. ¿La perdió? Pida otra: la vieja deja de servir.',
    exit: '¿Llega alguien? Toque «Salir rápido».',
  },
} as const

/** The card, shown once: to print, or to copy by hand. */
export const CodeCardPage = ({
  frame,
  code,
  language,
  address,
}: {
  frame: Frame
  code: string
  language: Lang
  /** Where the person's page is, as they type it. */
  address: string
}) => {
  const words = CARD[language]
  return (
    <Page {...frame} title="The card" narrow>
      <ScreenOnly>
        <PageHeading
          title="Print this card now"
          note="It is shown once. After you leave this page nobody can look the code up, you neither."
        />
      </ScreenOnly>
      <div class="stack gap-3">
        <PrintCard
          id="card"
          title={words.title}
          code={printedCode(code)}
          codeLabel={words.code}
          lang={language}
          lead={
            <p>
              {words.go} <strong>{address}</strong>
            </p>
          }
        >
          <p>{words.year}</p>
          <p>{words.what}</p>
          <p>{words.exit}</p>
          <p class="muted">{words.safe}</p>
        </PrintCard>
        <ScreenOnly>
          <Alert kind="info">
            <p>
              Print with your browser’s own print button, or write the code down for them: letters and numbers
              in four groups of four. There is no letter O, I, L or U in it.
            </p>
          </Alert>
          <p>
            <ButtonLink href="/codes" kind="outline">
              Done
            </ButtonLink>
          </p>
        </ScreenOnly>
      </div>
    </Page>
  )
}
