import { dayAt, dayWords } from '#kernel/calendar-day.ts'
import { type PdfPart, taggedPdf } from '#platform/pdf/tagged-pdf.ts'
import { AGREEMENT_KINDS } from './agreement.ts'
import type { AgreementView } from './find-agreement.ts'

type Printed = Pick<
  AgreementView,
  'kind' | 'text' | 'textSha256' | 'textVersion' | 'madeAt' | 'parties' | 'withParty' | 'withSignatory'
>

/**
 * An agreement as a document: its words, who signed them, and lines for whoever has yet to, so that the same file serves
 * for signing on paper. The words are in it as a file too, to the byte.
 *
 * @param zone by whose clock days are written
 */
export const agreementPdf = (agreement: Printed, zone: string): Promise<Buffer> => {
  const { kind, text, parties, withParty, withSignatory } = agreement
  const signed = parties.filter(({ signedAt }) => signedAt)
  const open = parties.filter(({ signedAt }) => !signedAt)
  const said = (words: string): PdfPart => ({ is: 'text', words })
  return taggedPdf({
    title: AGREEMENT_KINDS[kind],
    lang: 'en',
    at: agreement.madeAt,
    parts: [
      { is: 'title', words: AGREEMENT_KINDS[kind] },
      ...text.split('\n\n').map(said),
      { is: 'heading', words: 'Signatures' },
      ...signed.map(({ name, signatory, how, signedAt }) =>
        said(
          `${name}: ${signatory}, ${dayWords(dayAt(signedAt ?? agreement.madeAt, zone), 'en')}, ${how === 'paper' ? 'on paper' : 'signed in Causeway'}`,
        ),
      ),
      ...(withParty && withSignatory ? [said(`${withParty}: ${withSignatory}`)] : []),
      ...(open.length > 0
        ? [
            {
              is: 'lines' as const,
              labels: open.flatMap(({ name }) => [`${name}: signature`, 'Name, title and day']),
            },
          ]
        : []),
      { is: 'small', words: `${agreement.textVersion}, SHA-256 ${agreement.textSha256}` },
    ],
    attached: { name: 'words.txt', text },
  })
}
