import { expect, it } from 'vitest'
import { phoneLink } from './phone-link.ts'

it.each([
  ['207-555-0103', 'tel:207-555-0103'],
  ['(907) 555-0101', 'tel:907-555-0101'],
  ['907-555-0101 x206', 'tel:907-555-0101;ext=206'],
  ['907.555.0101 ext. 7', 'tel:907-555-0101;ext=7'],
  ['+1 434 555 0101', 'tel:+1-434-555-0101'],
  ['988', 'tel:988'],
])('%s can be dialed as it is written', (written, link) => {
  expect(phoneLink(written)).toBe(link)
})

it.each(['', 'call us', '12', '"><script>alert(1)</script>'])('%j is nothing that can be dialed', (text) => {
  expect(phoneLink(text)).toBeUndefined()
})
