import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jpegPhoto, pngPicture } from '#tests/support/sample-files.ts'
import { readScan } from './file-kinds.ts'
import { pictureAlone } from './picture-alone.ts'

const holds = (bytes: Buffer | undefined, text: string): boolean =>
  bytes?.includes(text, 0, 'latin1') ?? false

describe('of a photo', () => {
  test('nothing is kept of where and when it was taken, and what hangs after its end is gone', () => {
    const photo = jpegPhoto({ orientation: 1 })
    for (const told of ['GPS 44.3 -68.2', 'Comment of a camera', 'A film after the end'])
      expect(holds(photo, told), told).toBe(true)
    const alone = pictureAlone(photo)
    expect(alone?.type).toBe('image/jpeg')
    for (const told of ['GPS', 'Exif', 'Comment', 'film']) expect(holds(alone?.bytes, told), told).toBe(false)
    for (const kept of ['JFIF', 'ICC_PROFILE', 'coded picture'])
      expect(holds(alone?.bytes, kept), kept).toBe(true)
  })

  test('how it lies is kept, by itself', () => {
    for (const little of [false, true]) {
      const alone = pictureAlone(jpegPhoto({ orientation: 6, little }))?.bytes
      const note = alone?.indexOf('Exif\0\0', 0, 'latin1') ?? -1
      expect(alone?.readUInt16BE(note + 6 + 18)).toBe(6)
      expect(holds(alone, 'GPS')).toBe(false)
    }
  })

  test('what is left gives the same again: nothing of the picture was touched', () => {
    for (const picture of [jpegPhoto({ orientation: 6 }), pngPicture()]) {
      const alone = pictureAlone(picture)
      expect(alone && pictureAlone(alone.bytes)?.bytes.equals(alone.bytes)).toBe(true)
    }
  })

  test('a PNG loses its texts and its time', () => {
    const alone = pictureAlone(pngPicture())
    expect(alone?.type).toBe('image/png')
    for (const told of ['tEXt', 'eXIf', 'Lake House']) {
      expect(holds(pngPicture(), told), told).toBe(true)
      expect(holds(alone?.bytes, told), told).toBe(false)
    }
  })
})

describe('what a file is, its bytes say', () => {
  test('a PDF, a JPEG or a PNG, and nothing else', () => {
    const pdf = Buffer.from('%PDF-1.7\nwords\n%%EOF\n')
    expect(readScan(pdf)).toEqual({ mediaType: 'application/pdf', content: pdf })
    expect(readScan(jpegPhoto({ orientation: 1 }))?.mediaType).toBe('image/jpeg')
    for (const other of ['', '<svg onload="x"/>', 'GIF89a', '%PDF-1.7 without an end', 'PK\u0003\u0004'])
      expect(readScan(Buffer.from(other, 'latin1')), other).toBeUndefined()
  })

  test('one that is cut short or full of noise is none, wherever it breaks', () => {
    for (const whole of [jpegPhoto({ orientation: 6 }), pngPicture()]) {
      const end = pictureAlone(whole)?.bytes.length ?? 0
      for (let length = 0; length < end - 20; length += 3)
        expect(pictureAlone(pictureAlone(whole)?.bytes.subarray(0, length) ?? whole)).toBeUndefined()
    }
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom([0xff, 0xd8], [0x89, 0x50]),
        (noise, begin) => {
          expect(() => pictureAlone(Buffer.from([...begin, ...noise]))).not.toThrow()
        },
      ),
    )
    const photo = jpegPhoto({ orientation: 6 })
    fc.assert(
      fc.property(fc.nat(photo.length - 1), fc.nat(255), (at, value) => {
        const spoiled = Buffer.from(photo)
        spoiled[at] = value
        expect(() => pictureAlone(spoiled)).not.toThrow()
      }),
    )
  })
})
