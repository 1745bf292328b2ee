import { type PdfPart, taggedPdf } from '#platform/pdf/tagged-pdf.ts'

const isHeading = (paragraph: string): boolean =>
  !paragraph.includes('\n') && paragraph.length < 60 && !/[.:,!?\]]$|^- /.test(paragraph)

const partsOf = (text: string): PdfPart[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph): PdfPart => {
      const lines = paragraph.split('\n')
      if (lines.every((line) => line.startsWith('- ')))
        return { is: 'points', points: lines.map((line) => line.slice(2)) }
      return { is: isHeading(paragraph) ? 'heading' : 'text', words: paragraph }
    })

/** A letter on paper that screen readers can read: what is a list is one, and its headings are headings. */
export const letterPdf = (title: string, text: string, at: Date): Promise<Buffer> =>
  taggedPdf({ title, lang: 'en', at, parts: [{ is: 'title', words: title }, ...partsOf(text)] })
