import type { Tx } from '#platform/database/as-actor.ts'
import { escapeXml, writeDublinCore } from './dublin-core.ts'
import { countListed, LIST_SIZE, selectListed, selectListedOne, selectRepository } from './oai.store.ts'
import {
  isOaiError,
  type ListRequest,
  type OaiError,
  type OaiRequest,
  readOaiRequest,
  writeToken,
} from './oai-request.ts'
import { allSets, setsOf } from './oai-sets.ts'
import type { LibraryRecord } from './record.ts'

const FORMAT = `<metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema><metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace></metadataFormat>`

/** Seconds, as Identify declares them. */
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

export type Repository = {
  /** The address that answers: `https://host/oai`. */
  readonly url: string
  /** Whom a harvester's operator can write to. */
  readonly contact: string
}

const headerOf = (record: LibraryRecord, { url }: Repository): string =>
  `<header${record.deletedAt ? ' status="deleted"' : ''}><identifier>oai:${new URL(url).hostname}:${record.id}</identifier><datestamp>${stamp(record.changedAt)}</datestamp>${setsOf(
    record,
  )
    .map((set) => `<setSpec>${set}</setSpec>`)
    .join('')}</header>`

const recordOf = (record: LibraryRecord, repository: Repository): string =>
  `<record>${headerOf(record, repository)}${record.deletedAt ? '' : `<metadata>${writeDublinCore(record)}</metadata>`}</record>`

const identify = async (tx: Tx, { url, contact }: Repository, now: Date): Promise<string> => {
  const { earliest } = await selectRepository(tx)
  return `<repositoryName>Causeway library</repositoryName><baseURL>${escapeXml(url)}</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>${escapeXml(contact)}</adminEmail><earliestDatestamp>${stamp(earliest ?? now)}</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>`
}

const listOf = async (
  tx: Tx,
  list: ListRequest,
  write: (record: LibraryRecord) => string,
): Promise<string | OaiError> => {
  const { after } = list
  const [records, of] = [await selectListed(tx, list), after?.of ?? (await countListed(tx, list))]
  const shown = records.slice(0, LIST_SIZE)
  const last = shown.at(-1)
  if (!last && !after) return { error: 'noRecordsMatch', says: 'There are no such records.' }
  const given = (after?.given ?? 0) + shown.length
  const next =
    last && records.length > LIST_SIZE
      ? writeToken({ ...list, after: { at: last.exactly, id: last.id, given, of } })
      : ''
  const token =
    next || after
      ? `<resumptionToken completeListSize="${of}" cursor="${after?.given ?? 0}">${next}</resumptionToken>`
      : ''
  return `${shown.map(write).join('\n')}${token}`
}

const answerTo = async (
  tx: Tx,
  request: OaiRequest,
  repository: Repository,
  now: Date,
): Promise<string | OaiError> => {
  switch (request.verb) {
    case 'Identify':
      return identify(tx, repository, now)
    case 'ListSets': {
      const { types } = await selectRepository(tx)
      return allSets(types)
        .map(({ spec, name }) => `<set><setSpec>${spec}</setSpec><setName>${escapeXml(name)}</setName></set>`)
        .join('')
    }
    case 'ListMetadataFormats':
    case 'GetRecord': {
      const record = request.id === undefined ? undefined : await selectListedOne(tx, request.id)
      if (request.id !== undefined && !record)
        return { error: 'idDoesNotExist', says: 'There is no such record.' }
      return request.verb === 'GetRecord' && record ? recordOf(record, repository) : FORMAT
    }
    case 'ListIdentifiers':
      return listOf(tx, request.list, (record) => headerOf(record, repository))
    case 'ListRecords':
      return listOf(tx, request.list, (record) => recordOf(record, repository))
  }
}

/** Arguments that could not be understood are not repeated to whoever sent them (3.2). */
const attributesOf = (given: readonly (readonly [string, string])[], error: OaiError | undefined): string =>
  error?.error === 'badVerb' || error?.error === 'badArgument'
    ? ''
    : given.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')

/**
 * Answers OAI-PMH 2.0: the public records of the library in Dublin Core, for other libraries. What was removed is told
 * for ever; lists come a hundred at a time.
 *
 * @param given the arguments of the request as they came
 * @returns a whole document of XML
 */
export const answerOai = async (
  tx: Tx,
  given: readonly (readonly [string, string])[],
  repository: Repository,
  now: Date,
): Promise<string> => {
  const request = readOaiRequest(given)
  const answer = isOaiError(request) ? request : await answerTo(tx, request, repository, now)
  const error = typeof answer === 'string' ? undefined : answer
  const body = error
    ? `<error code="${error.error}">${escapeXml(error.says)}</error>`
    : `<${(request as OaiRequest).verb}>${answer}</${(request as OaiRequest).verb}>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${stamp(now)}</responseDate>
<request${attributesOf(given, error)}>${escapeXml(repository.url)}</request>
${body}
</OAI-PMH>
`
}
