import { isId } from '#kernel/ids.ts'

export type OaiCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
export type OaiError = { readonly error: OaiCode; readonly says: string }

/** What a list is asked for, and from where on. Moments are UTC; `until` is the first moment that is out. */
export type ListRequest = {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly set?: string | undefined
  /** The moment and id of the last record given, how many were given, and how many there are. */
  readonly after?:
    | { readonly at: string; readonly id: string; readonly given: number; readonly of: number }
    | undefined
}

export type OaiRequest =
  | { readonly verb: 'Identify' | 'ListSets' }
  | { readonly verb: 'ListMetadataFormats'; readonly id?: string | undefined }
  | { readonly verb: 'GetRecord'; readonly id: string }
  | { readonly verb: 'ListIdentifiers' | 'ListRecords'; readonly list: ListRequest }

const ARGUMENTS: Readonly<
  Record<OaiRequest['verb'], { needs: readonly string[]; takes: readonly string[] }>
> = {
  Identify: { needs: [], takes: [] },
  ListSets: { needs: [], takes: ['resumptionToken'] },
  ListMetadataFormats: { needs: [], takes: ['identifier'] },
  GetRecord: { needs: ['identifier', 'metadataPrefix'], takes: [] },
  ListIdentifiers: { needs: ['metadataPrefix'], takes: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { needs: ['metadataPrefix'], takes: ['from', 'until', 'set', 'resumptionToken'] },
}

const wrong = (error: OaiCode, says: string): OaiError => ({ error, says })

export const isOaiError = (request: OaiRequest | OaiError): request is OaiError => 'error' in request

/** A day or a second of UTC, and whether it is one; anything else is no date of OAI-PMH. */
const readMoment = (text: string): { at: Date; isDay: boolean } | undefined => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined
  const at = new Date(isDay ? `${text}T00:00:00Z` : text)
  // A day such as February 30 would become one of March.
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text.slice(0, 10))
    ? undefined
    : { at, isDay }
}

const readDates = (query: ReadonlyMap<string, string>): Pick<ListRequest, 'from' | 'until'> | OaiError => {
  const [from, until] = [query.get('from'), query.get('until')]
  const [begins, ends] = [from, until].map((moment) =>
    moment === undefined ? undefined : readMoment(moment),
  )
  if ((from !== undefined && !begins) || (until !== undefined && !ends))
    return wrong('badArgument', 'A date is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')
  if (begins && ends && begins.isDay !== ends.isDay)
    return wrong('badArgument', 'from and until have to be of the same granularity.')
  if (begins && ends && begins.at > ends.at) return wrong('badArgument', 'from is later than until.')
  const step = ends?.isDay ? 86_400_000 : 1000
  return {
    from: begins ? begins.at.toISOString() : undefined,
    until: ends ? new Date(ends.at.getTime() + step).toISOString() : undefined,
  }
}

/** A token is where a list goes on, and says so itself: nothing is kept for it, and it does not run out. */
export const writeToken = (list: ListRequest): string =>
  Buffer.from(JSON.stringify(list)).toString('base64url')

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) && /^\d{4}-/.test(value)

const readToken = (token: string): ListRequest | undefined => {
  try {
    const list = JSON.parse(Buffer.from(token, 'base64url').toString()) as ListRequest
    const { from, until, set, after } = list
    const isOne =
      after !== undefined &&
      isMoment(after.at) &&
      isId(after.id) &&
      Number.isSafeInteger(after.given) &&
      Number.isSafeInteger(after.of) &&
      [from, until].every((moment) => moment === undefined || isMoment(moment)) &&
      (set === undefined || typeof set === 'string')
    return isOne ? list : undefined
  } catch {
    return undefined
  }
}

/** The record's id in `oai:host:id`; undefined where it is none of ours. */
const readIdentifier = (identifier: string): string | undefined => {
  const id = /^oai:[^:]+:(.+)$/.exec(identifier)?.[1]
  return isId(id) ? id : undefined
}

/**
 * Reads a request of OAI-PMH 2.0 (openarchives.org/OAI/openarchivesprotocol.html, 3 and 4).
 *
 * @param given names and values as they came, repeated ones too
 */
export const readOaiRequest = (given: readonly (readonly [string, string])[]): OaiRequest | OaiError => {
  const query = new Map(given)
  const verb = query.get('verb') ?? ''
  if (!Object.hasOwn(ARGUMENTS, verb) || given.filter(([name]) => name === 'verb').length > 1)
    return wrong('badVerb', 'The verb is missing, repeated, or none of OAI-PMH.')
  const known = verb as OaiRequest['verb']
  const { needs, takes } = ARGUMENTS[known]
  if (query.size < given.length) return wrong('badArgument', 'An argument is repeated.')
  const names = [...query.keys()].filter((name) => name !== 'verb')
  const stranger = names.find((name) => !needs.includes(name) && !takes.includes(name))
  if (stranger !== undefined) return wrong('badArgument', `${known} takes no argument of this name.`)
  const token = query.get('resumptionToken')
  if (token !== undefined) {
    if (names.length > 1) return wrong('badArgument', 'A resumptionToken stands alone.')
    const list = readToken(token)
    if (known === 'ListSets' || !list) return wrong('badResumptionToken', 'This token is none of ours.')
    return { verb: known as 'ListRecords', list }
  }
  const missing = needs.find((name) => !query.has(name))
  if (missing !== undefined) return wrong('badArgument', `${known} needs ${missing}.`)
  if (query.has('metadataPrefix') && query.get('metadataPrefix') !== 'oai_dc')
    return wrong('cannotDisseminateFormat', 'Only oai_dc is given.')
  switch (known) {
    case 'Identify':
    case 'ListSets':
      return { verb: known }
    case 'ListMetadataFormats':
    case 'GetRecord': {
      const identifier = query.get('identifier')
      if (identifier === undefined) return { verb: 'ListMetadataFormats' }
      const id = readIdentifier(identifier)
      return id === undefined ? wrong('idDoesNotExist', 'There is no such record.') : { verb: known, id }
    }
    default: {
      const dates = readDates(query)
      return 'error' in dates ? dates : { verb: known, list: { ...dates, set: query.get('set') } }
    }
  }
}
