import { milesBetween } from '#kernel/geo.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { listKnownKeys, listNeighbours, type Neighbour } from './find-alike.store.ts'
import { addressKey, likeness, siteKey } from './match-key.ts'

/** A row that may be a place which the directory has. */
export type Candidate = {
  readonly row: number
  readonly name1: string
  readonly name2: string
  readonly street1: string
  readonly street2: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly phone: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

export type AskedRow = {
  readonly row: number
  readonly addressKey: string | null
  readonly phoneKey: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

export const ALIKE_BY = ['name', 'phone', 'address', 'near'] as const
export type AlikeBy = (typeof ALIKE_BY)[number]

export type Alike = {
  readonly row: number
  /** The row's name and address in one spelling. */
  readonly key: string
  readonly serviceId: string
  readonly reasons: readonly AlikeBy[]
  /** How far apart, as the crow flies. Null where one of them has no place on the map. */
  readonly feet: number | null
  /** What is most likely right. */
  readonly suggests: 'same' | 'both'
}

/** "Harbor Light Center" and "Harbor Light Ctr" have 0.79. */
const ALIKE = 0.7
/** About a block. */
const NEAR_FEET = 400

/**
 * Which rows may be a place that the directory has under another name or address, as whoever asks may see it.
 *
 * @param rows those that the directory does not know: one that it does is joined with what is there
 * @returns the most alike listing of each row, where any is alike enough
 */
export const findAlike = async (tx: Tx, rows: readonly Candidate[]): Promise<readonly Alike[]> => {
  if (rows.length === 0) return []
  const neighbours = Map.groupBy(await listNeighbours(tx, rows.map(asked)), ({ row }) => row)
  return rows.flatMap((row) => {
    const scored = (neighbours.get(row.row) ?? [])
      .flatMap((neighbour) => compare(row, neighbour) ?? [])
      .toSorted((a, b) => b.score - a.score)
    return scored[0] ? [scored[0].alike] : []
  })
}

/** Those of the rows that the directory does not know by their name and address. */
export const findFresh = async (tx: Tx, rows: readonly Candidate[]): Promise<readonly Candidate[]> => {
  const known = await listKnownKeys(tx, rows.map(siteKey))
  return rows.filter((row) => !known.has(siteKey(row)))
}

const asked = (row: Candidate): AskedRow => ({
  row: row.row,
  addressKey: addressKey(row) ?? null,
  phoneKey: phoneKey(row.phone),
  latitude: row.latitude,
  longitude: row.longitude,
})

/** As the column of the same name. */
const phoneKey = (phone: string | null): string | null =>
  (phone ?? '').replace(/[^0-9]/g, '').slice(-10) || null

const compare = (row: Candidate, other: Neighbour): { score: number; alike: Alike } | undefined => {
  const apart = feetApart(row, other)
  const name = Math.max(
    likeness(row.name1, other.providerName),
    likeness(`${row.name1} ${row.name2}`, `${other.providerName} ${other.siteName ?? ''}`),
  )
  const is: Readonly<Record<AlikeBy, boolean>> = {
    name: name >= ALIKE,
    phone: other.phoneKey !== null && other.phoneKey.length === 10 && other.phoneKey === phoneKey(row.phone),
    address: other.addressKey !== null && other.addressKey === addressKey(row),
    near: apart !== null && apart <= NEAR_FEET,
  }
  const reasons = ALIKE_BY.filter((reason) => is[reason])
  // Many places share a house, and chains share a name: one sign alone says little.
  const isHere = is.address || is.near
  if (!((is.name && (isHere || is.phone)) || (is.phone && isHere))) return undefined
  return {
    score: reasons.length + name,
    alike: {
      row: row.row,
      key: siteKey(row),
      serviceId: other.serviceId,
      reasons,
      feet: apart === null ? null : Math.round(apart),
      suggests: is.name && (is.address || is.phone) ? 'same' : 'both',
    },
  }
}

const feetApart = (row: Candidate, { latitude, longitude }: Neighbour): number | null =>
  row.latitude === null || row.longitude === null || latitude === null || longitude === null
    ? null
    : milesBetween({ latitude: row.latitude, longitude: row.longitude }, { latitude, longitude }) * 5280
