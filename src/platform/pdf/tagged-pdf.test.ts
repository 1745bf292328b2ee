import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type PdfText, taggedPdf } from './tagged-pdf.ts'

const ATTACHED = 'Lo que firmó Zoë Ibáñez.\n\n- ¿Qué? «李»\n'

const text = (changes: Partial<PdfText> = {}): PdfText => ({
  title: 'Su copia',
  lang: 'es',
  at: new Date('2026-11-24T12:00:00Z'),
  parts: [
    { is: 'title', words: 'Usted decide qué se puede contar' },
    { is: 'heading', words: 'Para qué' },
    { is: 'text', words: 'Para que sepan que está bien.' },
    { is: 'points', points: ['Que usted participa', 'Cuándo vino'] },
    { is: 'drawing', path: 'M30 150L90 40L150 150', words: 'Firma' },
    { is: 'lines', labels: ['Firme aquí', 'Día'] },
    { is: 'small', words: 'abc' },
  ],
  attached: { name: 'release.txt', text: ATTACHED },
  ...changes,
})

/** What the compressed parts of a file hold. */
const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, bytes = '']) => {
    try {
      return [inflateSync(Buffer.from(bytes, 'latin1')).toString('utf8')]
    } catch {
      return [bytes]
    }
  })

describe('a document to keep', () => {
  test('says its language and its title, and is tagged in reading order (A11Y-3)', async () => {
    const pdf = (await taggedPdf(text())).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('/Lang (es-US)')
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain('/DisplayDocTitle true')
    const tags = [...pdf.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag)
    expect(tags).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Figure']))
    expect(pdf).toContain('/Alt (Firma)')
  })

  test('brings its own letters, those of Spanish too', async () => {
    const pdf = await taggedPdf(text())
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2/)
    expect(streamsOf(pdf).join()).toMatch(/<00e9>/i)
  })

  test('carries a text to the byte, and is the same file whenever it is made', async () => {
    const pdf = await taggedPdf(text())
    expect(streamsOf(pdf)).toContain(ATTACHED)
    expect((await taggedPdf(text())).equals(pdf)).toBe(true)
    expect((await taggedPdf(text({ title: 'Otra' }))).equals(pdf)).toBe(false)
  })

  test('goes on to another page when there is more than one holds', async () => {
    const parts = Array.from({ length: 80 }, () => ({ is: 'text', words: 'Una línea.' }) as const)
    const pdf = await taggedPdf(text({ parts: [...parts, { is: 'lines', labels: ['Firme aquí'] }] }))
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  })
})
