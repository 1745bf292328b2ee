import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'

const TOWNS = [
  ['Bangor', 'ME', '04401', 44.8, -68.77],
  ['Philadelphia', 'PA', '19134', 39.99, -75.11],
  ['Dayton', 'OH', '45402', 39.76, -84.19],
  ['Louisville', 'KY', '40203', 38.24, -85.76],
  ['Atlanta', 'GA', '30318', 33.79, -84.44],
  ['Albuquerque', 'NM', '87102', 35.08, -106.65],
  ['Denver', 'CO', '80205', 39.76, -104.97],
] as const

const COLUMNS =
  'Organization,Site,Service,Street,City,State,Zip,Latitude,Longitude,Phone,Website,Services,Insurance,Hours,Ages,Languages,Min age,Walk-ins'

/** Writes a table of so many invented services, three places an organization, as a county's resource list would be. */
export const inventTable = async (folder: string, rows: number): Promise<string> => {
  const path = join(folder, 'invented-table.csv')
  const file = createWriteStream(path)
  file.write(`${COLUMNS}\n`)
  for (let number = 0; number < rows; number++) {
    const [city, state, zip, latitude, longitude] = TOWNS[number % TOWNS.length] as (typeof TOWNS)[number]
    const away = ((number * 7919) % 1000) / 10_000
    const line = [
      `Harbor Light ${Math.floor(number / 3)}`,
      `House ${number % 3}`,
      `Program ${number % 7}`,
      `${number} Main Street`,
      ...[city, state, zip],
      (latitude + away).toFixed(6),
      (longitude - away).toFixed(6),
      `(${200 + (number % 700)}) 555-01${String(number % 100).padStart(2, '0')}`,
      `https://harbor${number}.example.org`,
      number % 2 ? 'treatment; MAT' : 'treatment',
      '"Medicaid, Medicare, private"',
      'Mon-Fri 8:00-17:00; Sat 9am-1pm',
      ...['adults', 'Spanish', '18', number % 3 ? 'yes' : 'no'],
    ].join(',')
    if (!file.write(`${line}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return path
}
