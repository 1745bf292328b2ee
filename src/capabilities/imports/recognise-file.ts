import { listingImports } from '#network'
import type { ImportKind } from './import.ts'

export type Unrecognised = {
  readonly refused: 'empty' | 'spreadsheet' | 'unknown'
  readonly explanation: string
}

const SPREADSHEET = 'This is a spreadsheet. Save it as “CSV UTF-8” and choose that file.'
const BEGINNING = 65_536

/** What a file is, by its first bytes; its name says nothing that can be relied on. */
export const recogniseFile = (file: Buffer): ImportKind | Unrecognised => {
  if (file.length === 0) return { refused: 'empty', explanation: 'The file is empty.' }
  const first = file.subarray(0, BEGINNING)
  if (first.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')))
    return /\[Content_Types\]\.xml|xl\/|mimetypeapplication\/vnd\.oasis/.test(first.toString('latin1'))
      ? { refused: 'spreadsheet', explanation: SPREADSHEET }
      : 'hsds'
  if (first.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex')))
    return { refused: 'spreadsheet', explanation: SPREADSHEET }
  if (first.includes(0))
    return {
      refused: 'unknown',
      explanation:
        'This is no list that is known here. Bring a CSV, HSDS (zip or JSON) or an answer of FindTreatment.gov.',
    }
  const text = first
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^[{[]/.test(text))
    return /"rows"\s*:\s*\[/.test(text) && /"(frid|typeFacility|totalPages)"/.test(text)
      ? 'findtreatment'
      : 'hsds'
  const columns = (text.split(/\r?\n/, 1)[0] ?? '').trim()
  return columns === listingImports.samhsa.columns.join(',') ? 'samhsa-list' : 'csv'
}
