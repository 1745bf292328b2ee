/** One segment of a JPEG: its marker, its length, what is in it. */
const segment = (marker: number, content: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, content])
}

/** What a camera writes: how the photo lies, and where it was taken. */
const exif = (orientation: number, little: boolean): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write(little ? 'II' : 'MM', 'latin1')
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 44.3 -68.2', 'latin1')])
}

/** The parts of a phone's photo in their order, with bytes in place of the picture. */
export const jpegPhoto = ({
  orientation,
  little = false,
}: {
  orientation: number
  little?: boolean
}): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0 and so on', 'latin1')),
    segment(0xe1, exif(orientation, little)),
    segment(0xe2, Buffer.from('ICC_PROFILE\0', 'latin1')),
    segment(0xfe, Buffer.from('Comment of a camera', 'latin1')),
    segment(0xdb, Buffer.alloc(64, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('coded picture', 'latin1'),
    Buffer.from([0xff, 0x00, 0xff, 0xd3, 0x12]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('A film after the end', 'latin1'),
  ])

const chunk = (name: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)])
}

/** The parts of a PNG in their order, with texts as a scanner writes them. */
export const pngPicture = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('tEXt', Buffer.from('Author\0Lake House', 'latin1')),
    chunk('eXIf', Buffer.from('MM GPS', 'latin1')),
    chunk('IDAT', Buffer.from('coded picture', 'latin1')),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('after the end', 'latin1'),
  ])
