/** A set of records, one bit each. 235,000 of them fit into the nearest memory of a processor (29 KB). */
export type Bits = Uint32Array

export const noBits = (records: number): Bits => new Uint32Array((records + 31) >>> 5)

export const setBit = (bits: Bits, record: number): void => {
  bits[record >>> 5] = (bits[record >>> 5] as number) | (1 << (record & 31))
}

/** Keeps in `bits` what is in `other` too. */
export const keepBits = (bits: Bits, other: Bits): Bits => {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] as number) & (other[at] as number)
  return bits
}

export const addBits = (bits: Bits, other: Bits): Bits => {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] as number) | (other[at] as number)
  return bits
}

export const dropBits = (bits: Bits, other: Bits): Bits => {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] as number) & ~(other[at] as number)
  return bits
}

export const allBits = (records: number): Bits => {
  const bits = noBits(records).fill(NONE_LEFT_OUT)
  if (records & 31) bits[bits.length - 1] = (1 << (records & 31)) - 1
  return bits
}
const NONE_LEFT_OUT = 0xffff_ffff

export const bitsIn = (bits: number): number => {
  let word = bits - ((bits >>> 1) & 0x5555_5555)
  word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333)
  return Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

export const countBits = (bits: Bits): number => {
  let count = 0
  for (let at = 0; at < bits.length; at++) count += bitsIn(bits[at] as number)
  return count
}

/** The records of a set, one after the other. */
export const listBits = (bits: Bits): Uint32Array => {
  const list = new Uint32Array(countBits(bits))
  let count = 0
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at] as number; word !== 0; word &= word - 1)
      list[count++] = (at << 5) + 31 - Math.clz32(word & -word)
  return list
}

/** Calls `each` for every record of a set from word to word of it, in order. */
export const eachBit = (bits: Bits, each: (record: number) => void, from = 0, to = bits.length): void => {
  for (let at = from; at < to; at++)
    for (let word = bits[at] as number; word !== 0; word &= word - 1)
      each((at << 5) + 31 - Math.clz32(word & -word))
}
