/**
 * Which time zone a place is in, from its state and county (49 CFR Part 71). Undefined where these two do not settle
 * it: in counties that two zones share, and in states that two zones share when the county is not known. A clock that
 * might be wrong by an hour is worse than none.
 */
export const timeZoneOf = (state: string, county?: string): string | undefined => {
  const zone = ZONES[state]
  if (!zone) return undefined
  const split = SPLIT[state]
  if (!split) return zone
  const name = plain(county ?? '')
  if (!name || split.unsettled?.some((other) => plain(other) === name)) return undefined
  return split.counties.some((other) => plain(other) === name) ? split.zone : zone
}

/** Whether two letters are a state, district or territory to which the Postal Service delivers. */
export const isState = (code: string): boolean => Object.hasOwn(ZONES, code)

const plain = (county: string): string =>
  county
    .toLowerCase()
    .replace(/ (county|parish|borough)$/, '')
    .replace(/[^a-z]/g, '')

const EASTERN = 'America/New_York'
const CENTRAL = 'America/Chicago'
const MOUNTAIN = 'America/Denver'
const PACIFIC = 'America/Los_Angeles'

const inZone = (zone: string, states: string): Record<string, string> =>
  Object.fromEntries(states.split(' ').map((state) => [state, zone]))

/** The zone of each state; of a state with two, the zone of the counties that `SPLIT` does not name. */
const ZONES: Record<string, string> = {
  ...inZone(EASTERN, 'CT DC DE FL GA KY MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'),
  ...inZone(CENTRAL, 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI'),
  ...inZone(MOUNTAIN, 'CO MT NM UT WY'),
  ...inZone(PACIFIC, 'CA NV OR WA'),
  AK: 'America/Anchorage',
  AZ: 'America/Phoenix',
  HI: 'Pacific/Honolulu',
  ID: 'America/Boise',
  IN: 'America/Indiana/Indianapolis',
  MI: 'America/Detroit',
  AS: 'Pacific/Pago_Pago',
  FM: 'Pacific/Pohnpei',
  GU: 'Pacific/Guam',
  MH: 'Pacific/Majuro',
  MP: 'Pacific/Saipan',
  PR: 'America/Puerto_Rico',
  PW: 'Pacific/Palau',
  VI: 'America/St_Thomas',
}

type Split = {
  readonly zone: string
  readonly counties: readonly string[]
  readonly unsettled?: readonly string[]
}

const list = (names: string): string[] => names.split(', ')

const SPLIT: Record<string, Split> = {
  AK: { zone: 'America/Adak', counties: [], unsettled: ['Aleutians West'] },
  // The Navajo Nation observes daylight saving time; the rest of these counties does not.
  AZ: { zone: MOUNTAIN, counties: [], unsettled: ['Apache', 'Coconino', 'Navajo'] },
  FL: {
    zone: CENTRAL,
    counties: list('Bay, Calhoun, Escambia, Holmes, Jackson, Okaloosa, Santa Rosa, Walton, Washington'),
    unsettled: ['Gulf'],
  },
  ID: {
    zone: PACIFIC,
    counties: list('Benewah, Bonner, Boundary, Clearwater, Kootenai, Latah, Lewis, Nez Perce, Shoshone'),
    unsettled: ['Idaho'],
  },
  IN: {
    zone: CENTRAL,
    counties: list(
      'Gibson, Jasper, Lake, LaPorte, Newton, Perry, Porter, Posey, Spencer, Starke, Vanderburgh, Warrick',
    ),
  },
  KS: { zone: MOUNTAIN, counties: list('Greeley, Hamilton, Sherman, Wallace') },
  KY: {
    zone: CENTRAL,
    counties: list(
      'Adair, Allen, Ballard, Barren, Breckinridge, Butler, Caldwell, Calloway, Carlisle, Christian, Clinton, Crittenden, Cumberland, Daviess, Edmonson, Fulton, Graves, Grayson, Green, Hancock, Hart, Henderson, Hickman, Hopkins, Livingston, Logan, Lyon, Marshall, McCracken, McLean, Metcalfe, Monroe, Muhlenberg, Ohio, Russell, Simpson, Todd, Trigg, Union, Warren, Webster',
    ),
  },
  MI: { zone: CENTRAL, counties: list('Dickinson, Gogebic, Iron, Menominee') },
  ND: {
    zone: MOUNTAIN,
    counties: list('Adams, Billings, Bowman, Golden Valley, Grant, Hettinger, Slope, Stark'),
    unsettled: list('Dunn, McKenzie, Sioux'),
  },
  NE: {
    zone: MOUNTAIN,
    counties: list(
      'Arthur, Banner, Box Butte, Chase, Cheyenne, Dawes, Deuel, Dundy, Garden, Grant, Hooker, Keith, Kimball, Morrill, Perkins, Scotts Bluff, Sheridan, Sioux',
    ),
    unsettled: ['Cherry'],
  },
  // West Wendover and Jackpot keep Mountain time.
  NV: { zone: MOUNTAIN, counties: [], unsettled: ['Elko'] },
  OR: { zone: 'America/Boise', counties: [], unsettled: ['Malheur'] },
  SD: {
    zone: MOUNTAIN,
    counties: list(
      'Bennett, Butte, Corson, Custer, Dewey, Fall River, Haakon, Harding, Jackson, Lawrence, Meade, Oglala Lakota, Pennington, Perkins, Shannon, Ziebach',
    ),
    unsettled: ['Stanley'],
  },
  TN: {
    zone: EASTERN,
    counties: list(
      'Anderson, Blount, Bradley, Campbell, Carter, Claiborne, Cocke, Grainger, Greene, Hamblen, Hamilton, Hancock, Hawkins, Jefferson, Johnson, Knox, Loudon, McMinn, Meigs, Monroe, Morgan, Polk, Rhea, Roane, Scott, Sevier, Sullivan, Unicoi, Union, Washington',
    ),
  },
  TX: { zone: MOUNTAIN, counties: list('El Paso, Hudspeth') },
}

/** Each zone that a state or a part of one keeps. */
export const zonesInUse = (): readonly string[] => IN_USE

const IN_USE = [...new Set([...Object.values(ZONES), ...Object.values(SPLIT).map(({ zone }) => zone)])]
