import { createHash } from 'node:crypto'
import QRCode from 'qrcode'
import type { Lang } from '#design'
import type { County } from '#identity'
import type { Trace } from '#kernel/actor.ts'
import { type Day, dayAt, dayWords } from '#kernel/calendar-day.ts'
import { type FoundService, findServices, type Need } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type PdfPart, taggedPdf } from '#platform/pdf/tagged-pdf.ts'
import { onlyCounty } from './find-help.ts'
import { inLanguage } from './help-search.ts'
import { helpWords } from './help-words.ts'
import { addressLine } from './place-words.ts'

/** What somebody in the street needs first; one place for each, if there is one. */
const ON_THE_CARD: readonly Need[] = ['moud', 'treatment', 'harm-reduction', 'shelter', 'recovery-support']
/** As far as the nearest may be to be of use on foot or by bus; further, the page says more than a card. */
const WITHIN_MILES = 60
const LOOKED_AT = 5

/** 3.5 by 5.5 inches: folded once, it fits into a wallet. */
const SHEET = { width: 252, height: 396, margin: 14, scale: 0.68 }

const WORDS = {
  en: {
    title: (county: string) => `Help in ${county}`,
    urgent: 'Not breathing? Call 911 and give naloxone. To talk, any hour: call or text 988.',
    more: 'More places, and whether they are open now:',
    asOf: (day: string) => `As known on ${day}. Call before you go.`,
    code: (address: string) => `Code that opens ${address}`,
  },
  es: {
    title: (county: string) => `Ayuda en ${county}`,
    urgent: '¿No respira? Llame al 911 y dé naloxona. Para hablar, a cualquier hora: 988, voz o texto.',
    more: 'Más lugares, y si están abiertos ahora:',
    asOf: (day: string) => `Según lo sabido el ${day}. Llame antes de ir.`,
    code: (address: string) => `Código que abre ${address}`,
  },
} as const

type OnCard = { readonly need: Need; readonly place: FoundService }

/** Squares of a QR code, as a path on a sheet of `size` by `size`. */
const squaresOf = (address: string): { path: string; size: number } => {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const path = [...data].flatMap((dark, at) =>
    dark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  )
  return { path: path.join(''), size }
}

const sideOf = (lang: Lang, county: County, places: readonly OnCard[], origin: string, day: Day): PdfPart => {
  const words = WORDS[lang]
  const address = origin + inLanguage('/', lang)
  return {
    is: 'side',
    lang,
    parts: [
      { is: 'title', words: words.title(county.name) },
      { is: 'text', words: words.urgent },
      ...places.flatMap(({ need, place }): PdfPart[] => [
        { is: 'heading', words: helpWords(lang).needs[need][0] },
        {
          is: 'text',
          words: [place.providerName, addressLine(place), place.phone].filter(Boolean).join('. '),
        },
      ]),
      { is: 'small', words: `${words.asOf(dayWords(day, lang))} ${words.more} ${address}` },
      { is: 'squares', ...squaresOf(address), words: words.code(address) },
    ],
  }
}

/** The nearest place for each need that has a phone; no place twice. */
const placesFor = async (tx: Tx, county: County, at: Date): Promise<OnCard[]> => {
  const chosen: OnCard[] = []
  for (const need of ON_THE_CARD) {
    const found = await findServices(tx, {
      ...{ near: county, needs: [need], at, zone: county.timeZone, referableOnly: false },
      ...{ radiusMiles: WITHIN_MILES, limit: LOOKED_AT },
    })
    const place = found.find(
      ({ phone, serviceId }) => phone && !chosen.some((one) => one.place.serviceId === serviceId),
    )
    if (place) chosen.push({ need, place })
  }
  return chosen
}

/** What stands on the county's card; undefined where there are several counties or none. Asked as a visitor. */
export const findCardPlaces = (
  asActor: AsActor,
  trace: Trace,
  at: Date,
): Promise<{ readonly county: County; readonly places: readonly OnCard[] } | undefined> =>
  asActor({ kind: 'visitor', trace }, async (tx) => {
    const county = await onlyCounty(tx)
    return county && { county, places: await placesFor(tx, county, at) }
  })

/** The card that was asked for last: it is the same all day, and drawing it takes longer than all else. */
let drawn: { readonly of: string; readonly pdf: Promise<Buffer> } | undefined

/**
 * A card to carry, English on one side and Spanish on the other, with the county's own places and a code that opens the
 * public page. Only what everybody may know is on it, and it is asked for anew each time.
 *
 * @param origin the address that people use
 * @returns undefined where there are several counties or none
 */
export const pocketCard = async (
  asActor: AsActor,
  trace: Trace,
  origin: string,
  at: Date,
): Promise<Buffer | undefined> => {
  const known = await findCardPlaces(asActor, trace, at)
  if (!known) return undefined
  const { county, places } = known
  const day = dayAt(at, county.timeZone)
  const parts = (['en', 'es'] as const).map((lang) => sideOf(lang, county, places, origin, day))
  const title = WORDS.en.title(county.name)
  const of = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  if (drawn?.of !== of)
    drawn = { of, pdf: taggedPdf({ title, lang: 'en', at: new Date(`${day}T12:00Z`), parts, sheet: SHEET }) }
  return drawn.pdf
}
