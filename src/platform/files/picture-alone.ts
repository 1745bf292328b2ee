/**
 * A photo without what the camera wrote beside it: place, time, device, small previews, and whatever hangs after its end.
 * The picture itself is copied byte for byte, never made again. Sources: ITU-T T.81 annex B; PNG 3rd edition, section 5.
 *
 * @returns undefined when the bytes are no whole JPEG or PNG
 */
export const pictureAlone = (
  bytes: Buffer,
): { readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Buffer } | undefined => {
  const jpeg = jpegAlone(bytes)
  if (jpeg) return { type: 'image/jpeg', bytes: jpeg }
  const png = pngAlone(bytes)
  return png && { type: 'image/png', bytes: png }
}

const SCAN_BEGINS = 0xda
const ENDS = 0xd9

const jpegAlone = (bytes: Buffer): Buffer | undefined => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker < 0xc0) return undefined
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const segment = bytes.subarray(at, end)
    if (marker !== SCAN_BEGINS) {
      parts.push(...keptOf(marker, segment))
      at = end
      continue
    }
    const next = endOfScan(bytes, end)
    if (next === undefined) return undefined
    parts.push(bytes.subarray(at, next))
    if (bytes[next + 1] === ENDS) return Buffer.concat([...parts, Buffer.from([0xff, ENDS])])
    at = next
  }
  // Cut short: a picture has an end.
  return undefined
}

/** Where the next marker stands after the coded picture; 0xFF00 is data, and D0 to D7 stand within it. */
const endOfScan = (bytes: Buffer, from: number): number | undefined => {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd7)) return at
  }
  return undefined
}

/** Without its color space (JFIF, Adobe, ICC) a picture looks wrong; without its orientation it lies on its side. */
const keptOf = (marker: number, segment: Buffer): Buffer[] => {
  const says = (name: string) => segment.subarray(4, 4 + name.length).toString('latin1') === name
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
  if (!isNote) return [segment]
  if ((marker === 0xe0 && says('JFIF')) || (marker === 0xee && says('Adobe'))) return [segment]
  if (marker === 0xe2 && says('ICC_PROFILE')) return [segment]
  if (marker === 0xe1 && says('Exif')) return orientationOf(segment.subarray(10))
  return []
}

const ORIENTATION = 0x0112

/** A note that says how the picture lies, and nothing else; none when it lies as it is. */
const orientationOf = (tiff: Buffer): Buffer[] => {
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  if (tiff.length < 14) return []
  const first = long(4)
  if (first + 2 > tiff.length) return []
  for (
    let entry = first + 2;
    entry + 12 <= Math.min(tiff.length, first + 2 + 12 * short(first));
    entry += 12
  ) {
    if (short(entry) !== ORIENTATION) continue
    const turned = short(entry + 8)
    return turned >= 2 && turned <= 8 ? [orientationNote(turned)] : []
  }
  return []
}

const orientationNote = (turned: number): Buffer =>
  Buffer.from([
    ...[0xff, 0xe1, 0x00, 0x22, ...Buffer.from('Exif\0\0', 'latin1')],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, turned, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ])

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_KEPT = ['IHDR', 'PLTE', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'pHYs', 'IDAT', 'IEND']

const pngAlone = (bytes: Buffer): Buffer | undefined => {
  if (!bytes.subarray(0, 8).equals(PNG_BEGINS)) return undefined
  const parts: Buffer[] = [PNG_BEGINS]
  const seen = new Set<string>()
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (end > bytes.length || (seen.size === 0) !== (name === 'IHDR')) return undefined
    seen.add(name)
    if (PNG_KEPT.includes(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return seen.has('IDAT') ? Buffer.concat(parts) : undefined
    at = end
  }
  return undefined
}
