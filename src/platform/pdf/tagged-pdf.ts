import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** A part of a document, in reading order. */
export type PdfPart =
  | { readonly is: 'title' | 'heading' | 'text' | 'small'; readonly words: string }
  | { readonly is: 'points'; readonly points: readonly string[] }
  /** A drawing on a sheet of 600 by 200, as the data of an SVG path. */
  | { readonly is: 'drawing'; readonly path: string; readonly words: string }
  /** Filled squares, such as those of a code to scan, on a sheet of `size` by `size`. */
  | { readonly is: 'squares'; readonly path: string; readonly size: number; readonly words: string }
  /** A page of its own, in a language of its own. */
  | { readonly is: 'side'; readonly lang: PdfText['lang']; readonly parts: readonly PdfPart[] }
  /** Lines to write on by hand, with what is written there. */
  | { readonly is: 'lines'; readonly labels: readonly string[] }

export type PdfText = {
  readonly title: string
  readonly lang: 'en' | 'es'
  /** What the file says of when it was made. The same text and moment give the same bytes. */
  readonly at: Date
  readonly parts: readonly PdfPart[]
  /** In points; letters are `scale` times their usual size. Letter paper unless said. */
  readonly sheet?: {
    readonly width: number
    readonly height: number
    readonly margin: number
    readonly scale: number
  }
  /** A text that goes with it as a file of its own, to the byte. */
  readonly attached?: { readonly name: string; readonly text: string } | undefined
}

const font = createRequire(import.meta.url)
const FACES = {
  plain: font.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: font.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
}
const INK = '#1b1b1b'
const MARGIN = 64
const LANGUAGES = { en: 'en-US', es: 'es-US' } as const
const SHEET = { width: 600, height: 200, shownWidth: 260 }

/**
 * A document on letter paper that screen readers can read: tagged in reading order, with its language, its title and its
 * own letters, those of Spanish and of most names among them.
 */
export const taggedPdf = ({ title, lang, at, parts, sheet, attached }: PdfText): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const doc = new PDFDocument({
      size: sheet ? [sheet.width, sheet.height] : 'LETTER',
      margin: sheet?.margin ?? MARGIN,
      pdfVersion: '1.7',
      tagged: true,
      lang: LANGUAGES[lang],
      displayTitle: true,
      info: { Title: title, Creator: 'Causeway', Producer: 'Causeway', CreationDate: at, ModDate: at },
    })
    const pieces: Buffer[] = []
    doc.on('data', (piece: Buffer) => pieces.push(piece))
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.on('error', reject)
    doc.registerFont('plain', FACES.plain).registerFont('bold', FACES.bold).fillColor(INK)
    const whole = doc.struct('Document')
    doc.addStructure(whole)
    const scale = sheet?.scale ?? 1
    parts.forEach((part, index) => {
      if (part.is === 'side' && index > 0) doc.addPage()
      write(doc, whole, part, scale)
    })
    whole.end()
    if (attached)
      doc.file(Buffer.from(attached.text, 'utf8'), {
        name: attached.name,
        type: 'text/plain',
        creationDate: at,
        modifiedDate: at,
      })
    doc.end()
  })

type Doc = InstanceType<typeof PDFDocument>
type Structure = ReturnType<Doc['struct']>

const LOOKS = {
  title: { tag: 'H1', face: 'bold', size: 18, gap: 10 },
  heading: { tag: 'H2', face: 'bold', size: 12, gap: 2 },
  text: { tag: 'P', face: 'plain', size: 11, gap: 8 },
  small: { tag: 'P', face: 'plain', size: 8.5, gap: 4 },
} as const

const write = (doc: Doc, whole: Structure, part: PdfPart, scale: number): void => {
  switch (part.is) {
    case 'side': {
      const side = doc.struct('Sect', { lang: LANGUAGES[part.lang] })
      whole.add(side)
      for (const inner of part.parts) write(doc, side, inner, scale)
      side.end()
      return
    }
    case 'squares':
      whole.add(doc.struct('Figure', { alt: part.words }, () => fillSquares(doc, part)))
      return
    case 'points':
      whole.add(
        doc.struct(
          'L',
          {},
          part.points.map((point) =>
            doc.struct('LI', {}, [
              doc.struct('LBody', {}, () =>
                say(doc, `•  ${point}`, { face: 'plain', size: 11 * scale, gap: 2 }),
              ),
            ]),
          ),
        ),
      )
      return
    case 'drawing':
      whole.add(doc.struct('Figure', { alt: part.words }, () => draw(doc, part.path)))
      return
    case 'lines':
      writeLines(doc, whole, part.labels)
      return
    default:
      whole.add(doc.struct(LOOKS[part.is].tag, {}, () => say(doc, part.words, scaled(LOOKS[part.is], scale))))
  }
}

const say = (doc: Doc, words: string, { face, size, gap }: { face: string; size: number; gap: number }) => {
  doc.font(face).fontSize(size).text(words, { lineGap: 2, paragraphGap: gap })
}

const scaled = ({ face, size, gap }: { face: string; size: number; gap: number }, scale: number) => ({
  face,
  size: size * scale,
  gap: gap * scale,
})

const SQUARES_SHOWN = 64

const fillSquares = (doc: Doc, { path, size }: { path: string; size: number }): void => {
  const { x, y } = doc
  doc
    .save()
    .translate(x, y)
    .scale(SQUARES_SHOWN / size)
  doc.path(path).fill(INK).restore()
  doc.x = x
  doc.y = y + SQUARES_SHOWN + 4
}

const roomFor = (doc: Doc, height: number): void => {
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage()
}

const draw = (doc: Doc, path: string): void => {
  const scale = SHEET.shownWidth / SHEET.width
  const height = SHEET.height * scale
  roomFor(doc, height)
  const { x, y } = doc
  doc.save().translate(x, y).scale(scale).lineWidth(4).lineCap('round').lineJoin('round')
  doc.path(path).stroke(INK).restore()
  doc.x = x
  doc.y = y + height + 6
}

const LINE = { width: 228, gap: 28, height: 52 }

/** Two lines beside each other, and all of them on one page: a signature must not stand apart from its day. */
const writeLines = (doc: Doc, whole: Structure, labels: readonly string[]): void => {
  roomFor(doc, Math.ceil(labels.length / 2) * LINE.height)
  const { x, y } = doc
  labels.forEach((label, index) => {
    const left = x + (index % 2) * (LINE.width + LINE.gap)
    const at = y + Math.floor(index / 2) * LINE.height + 36
    whole.add(
      doc.struct('P', {}, () => {
        doc
          .moveTo(left, at)
          .lineTo(left + LINE.width, at)
          .lineWidth(0.8)
          .stroke(INK)
        doc
          .font('plain')
          .fontSize(LOOKS.small.size)
          .text(label, left, at + 3, { width: LINE.width })
      }),
    )
  })
  doc.x = x
  doc.y = y + Math.ceil(labels.length / 2) * LINE.height + 12
}
