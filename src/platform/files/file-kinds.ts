import { pictureAlone } from './picture-alone.ts'

/** The kinds of file that a scan can be. */
export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png'

export const SCAN_TYPES: readonly ScanType[] = ['application/pdf', 'image/jpeg', 'image/png']

/** A page scanned in color is 1 to 3 MB; a phone's photo up to 6. */
export const LARGEST_SCAN_BYTES = 6 * 1024 * 1024

/** A PDF ends with a mark, and some programs write a little after it. */
const PDF_TAIL_BYTES = 2048

const isPdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
  bytes.subarray(-PDF_TAIL_BYTES).includes('%%EOF', 0, 'latin1')

/**
 * What a file is, by its bytes and not by what its name says, and what is kept of it: of a picture only the picture.
 * Undefined for every other file, and for one that is broken.
 */
export const readScan = (
  bytes: Buffer,
): { readonly mediaType: ScanType; readonly content: Buffer } | undefined => {
  if (isPdf(bytes)) return { mediaType: 'application/pdf', content: bytes }
  const picture = pictureAlone(bytes)
  return picture && { mediaType: picture.type, content: picture.bytes }
}

/**
 * The headers with which a kept file is given out. A PDF from elsewhere is opened outside the browser: it can hold more
 * than pages.
 *
 * @param called what the file is called, without its ending: nothing that says of whom it is
 */
export const fileHeaders = (mediaType: ScanType, called: string): Record<string, string> => {
  const [, ending = ''] = mediaType.split('/')
  const shown = mediaType === 'application/pdf' ? 'attachment' : 'inline'
  return { 'Content-Type': mediaType, 'Content-Disposition': `${shown}; filename="${called}.${ending}"` }
}
