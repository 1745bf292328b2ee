import type { ReleaseForm, SignedCopy } from '#consent'
import { isHeadingLine } from '#design'
import { dayAt, dayWords } from '#kernel/calendar-day.ts'
import { type PdfPart, taggedPdf } from '#platform/pdf/tagged-pdf.ts'
import { SIGNING_WORDS } from './signing-words.ts'

type Words = Pick<ReleaseForm, 'text' | 'language'>

/** The words of a form in their order, as what they are: a title, headings, sentences and points. */
export const partsOf = (text: string): PdfPart[] =>
  text.split('\n\n').flatMap((paragraph, index): PdfPart[] => {
    const [first = '', ...rest] = paragraph.split('\n')
    if (index === 0 && rest.length === 0) return [{ is: 'title', words: first }]
    return isHeadingLine(first)
      ? [{ is: 'heading', words: first }, ...linesOf(rest)]
      : linesOf([first, ...rest])
  })

const linesOf = (lines: readonly string[]): PdfPart[] => {
  const parts: PdfPart[] = []
  let points: string[] = []
  for (const line of [...lines, '']) {
    if (line.startsWith('- ')) points.push(line.slice(2))
    else {
      if (points.length > 0) parts.push({ is: 'points', points })
      points = []
      if (line) parts.push({ is: 'text', words: line })
    }
  }
  return parts
}

/** A code that two people can compare: the first sixteen figures of a fingerprint, in fours. */
export const codeOf = (sha256: string): string => (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ')

const file = (form: Words, at: Date, parts: readonly PdfPart[]): Promise<Buffer> =>
  taggedPdf({
    // What it is about, and not of whom: the name of an open file is read over a shoulder.
    title: form.text.split('\n')[0] ?? '',
    lang: form.language,
    at,
    parts: [...partsOf(form.text), ...parts],
    attached: { name: 'words.txt', text: form.text },
  })

/**
 * The person's copy: the very words with what stands under them, and the words themselves as a file in it, to the byte.
 * The same release gives the same file, however late.
 */
export const copyPdf = (copy: SignedCopy, zone: string): Promise<Buffer> => {
  const { language } = copy.form
  const words = SIGNING_WORDS[language].copy
  const at = copy.signedAt ?? new Date(0)
  const text = (said: string): PdfPart => ({ is: 'text', words: said })
  return file(copy.form, at, [
    { is: 'heading', words: words.signature },
    ...(copy.signature.strokes
      ? [{ is: 'drawing', path: copy.signature.strokes, words: words.signature } as const]
      : []),
    ...(copy.signature.text ? [text(copy.signature.text)] : []),
    ...(copy.signature.how === 'paper' ? [text(words.onPaper)] : []),
    ...(copy.signer
      ? [text(`${copy.signer.by === 'parent' ? words.parent : words.signedFor}: ${copy.signer.name}`)]
      : []),
    ...(copy.signer?.strokes
      ? [{ is: 'drawing', path: copy.signer.strokes, words: words.parent } as const]
      : []),
    ...(copy.signer?.text ? [text(copy.signer.text)] : []),
    text(words.signedOn(dayWords(dayAt(at, zone), language))),
    ...(copy.witness ? [text(`${words.witness}: ${copy.witness}`)] : []),
    ...(copy.interpreter ? [text(`${words.interpreter}: ${copy.interpreter}`)] : []),
    { is: 'small', words: `${words.fingerprint}: ${copy.form.version}, SHA-256 ${copy.sha256}` },
  ])
}

/** The form to be signed by hand, with its lines and the code by which it is known again. */
export const paperPdf = (form: ReleaseForm, at: Date, withParent = false): Promise<Buffer> => {
  const { paper } = SIGNING_WORDS[form.language]
  return file(form, at, [
    {
      is: 'lines',
      labels: [
        paper.line,
        ...(withParent ? [paper.parent] : []),
        paper.date,
        paper.witness,
        paper.interpreter,
      ],
    },
    { is: 'small', words: `${paper.code}: ${codeOf(form.sha256)}` },
  ])
}
