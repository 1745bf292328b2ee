import { XMLParser } from 'fast-xml-parser'
import { unescapeXml, workOfElements } from './dublin-core.ts'
import type { RawWork } from './read-row.ts'

export type HarvestedRecord = { readonly identifier: string; readonly work: RawWork | undefined }

export type OaiAnswer = {
  readonly responseDate: string
  readonly error: string | undefined
  /** Without a work: it is gone there. */
  readonly records: readonly HarvestedRecord[]
  /** Where the list goes on; undefined at its end. */
  readonly token: string | undefined
}

type Node = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true, parseTagValue: false },
  ...{ parseAttributeValue: false, processEntities: false, trimValues: true },
  isArray: (name) => name === 'record',
})

const textOf = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null ? (value as Node)['#text'] : value
  return typeof text === 'string' ? unescapeXml(text.trim()) : ''
}

/** Reads an answer to ListRecords; undefined where it is none of OAI-PMH. */
export const readOaiAnswer = (xml: string): OaiAnswer | undefined => {
  let answer: Node | undefined
  try {
    answer = (parser.parse(xml, true) as { 'OAI-PMH'?: Node })['OAI-PMH']
  } catch {
    return undefined
  }
  if (!answer) return undefined
  const list = (answer.ListRecords ?? {}) as { record?: Node[]; resumptionToken?: unknown }
  const error = Array.isArray(answer.error) ? answer.error[0] : answer.error
  return {
    responseDate: textOf(answer.responseDate),
    error: error === undefined ? undefined : String((error as Node)['@code']),
    token: textOf(list.resumptionToken) || undefined,
    records: (list.record ?? []).flatMap(({ header, metadata }) => {
      const head = (header ?? {}) as Node
      const identifier = textOf(head.identifier)
      const elements = (metadata as { dc?: Node } | undefined)?.dc
      if (identifier === '') return []
      return [
        { identifier, work: head['@status'] === 'deleted' ? undefined : workOfElements(elements ?? {}) },
      ]
    }),
  }
}
