import { z } from 'zod'
import { isNeed, NEEDS, PAYERS } from './listing.ts'

const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>) =>
  Object.keys(record) as [Key, ...Key[]]

/** A number in an address. Left empty it was not given, and is not zero. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)

const degrees = (most: number) => {
  const message = `Use degrees from -${most} to ${most}, such as 38.03.`
  return given(z.coerce.number(message).min(-most, message).max(most, message).optional())
}

const wholeNumber = (least: number, most: number, usual: number) => {
  const message = `Use a whole number from ${least} to ${most.toLocaleString('en-US')}.`
  return given(z.coerce.number(message).int(message).min(least, message).max(most, message).default(usual))
}

const MILES = 'Use miles: more than 0, at most 3,000.'

/** A query as it comes in an address: `?needs=moud,shelter&latitude=38.03&longitude=-78.48&payer=medicaid`. */
export const findServicesQuery = z
  .object({
    latitude: degrees(90).describe('Where the person is, in degrees.'),
    longitude: degrees(180),
    needs: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((value) =>
        [value]
          .flat()
          .flatMap((one) => one.split(','))
          .filter(Boolean),
      )
      .refine((needs) => needs.every(isNeed), `Use some of: ${keysOf(NEEDS).join(', ')}.`)
      .transform((needs) => needs.filter(isNeed))
      .describe(`Any of these, with commas: ${keysOf(NEEDS).join(', ')}.`),
    payer: z.enum(keysOf(PAYERS), `Use one of: ${keysOf(PAYERS).join(', ')}.`).optional(),
    text: z
      .string('Use one text.')
      .trim()
      .max(200, 'Use at most 200 characters.')
      .optional()
      .describe('Words of a name, town, county or ZIP code.'),
    radiusMiles: given(z.coerce.number(MILES).positive(MILES).max(3000, MILES).optional()),
    referableOnly: z
      .stringbool('Use true or false.')
      .default(false)
      .describe('Only services that can receive a referral here.'),
    limit: wholeNumber(1, 50, 20),
    offset: wholeNumber(0, 5000, 0),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ['longitude'],
    message: 'Latitude and longitude go together.',
  })
  .refine(({ latitude, radiusMiles }) => radiusMiles === undefined || latitude !== undefined, {
    path: ['radiusMiles'],
    message: 'Say around what: give latitude and longitude too.',
  })
  .transform(({ latitude, longitude, ...query }) => ({
    ...query,
    near: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  }))
