import { importHsds, readHsdsFile, toListings } from '#hsds'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { type Candidate, type Finding, listingImports, type Mapping } from '#network'
import type { DirectoryImport, KeptFinding, PreviewRow } from './import.ts'
import { openTable } from './open-table.ts'
import { addressOf, type Batch, CHUNK, type OpenedFile, type Write } from './opened-file.ts'

/** Why a file cannot be imported, in a sentence for whoever has it. */
export type FileRefused = Refusal<string> & {
  readonly explanation: string
  readonly findings: readonly KeptFinding[]
}

const { samhsa, findtreatment } = listingImports

/**
 * Opens a file of a known form, so that it can be looked through and then written, each in a pass of its own.
 *
 * @param onBytes told how many bytes were read since the last call
 */
export const openFile = async (
  { kind, mapping, bytes }: Pick<DirectoryImport, 'kind' | 'mapping' | 'bytes'>,
  path: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<OpenedFile | FileRefused> => {
  if (kind === 'csv') return openTable(path, (mapping ?? {}) as Mapping, bytes)
  if (kind === 'hsds') return openHsds(path, onBytes)
  if (kind === 'findtreatment') {
    const list = await findtreatment.read(path, onBytes)
    if (isRefusal(list)) return { ...list, findings: list.findings.map(kept) }
    return {
      total: list.facilities.length,
      read: list.read,
      look: () =>
        batches(list.facilities, list.findings, ({ place, phone, facts }) => ({
          candidate: { ...place, row: place.line, phone },
          says: facts.needs.join(', '),
        })),
      write: (actor, asActor, { leftOut, onProgress }) =>
        findtreatment.write(
          actor,
          asActor,
          { ...list, facilities: list.facilities.filter(({ place }) => !leftOut.has(place.line)) },
          onProgress,
        ),
    }
  }
  const list = await samhsa.read(path, onBytes)
  if (isRefusal(list)) return { ...list, findings: list.findings.map(kept) }
  return {
    total: list.places.length,
    read: list.read,
    look: () =>
      batches(list.places, list.findings, (place) => ({
        candidate: { ...place, row: place.line, phone: null },
        says: '',
      })),
    write: (actor, asActor, { leftOut, onProgress }) =>
      samhsa.write(
        actor,
        asActor,
        { ...list, places: list.places.filter(({ line }) => !leftOut.has(line)) },
        onProgress,
      ),
  }
}

const kept = ({ line, kind, place, detail }: Finding): KeptFinding => ({
  row: line,
  kind: kind === 'skipped' ? 'skipped' : 'noted',
  place,
  field: null,
  says: detail,
  cells: null,
})

type Looked = { readonly candidate: Candidate; readonly says: string }

const batches = async function* <Row>(
  rows: readonly Row[],
  findings: readonly Finding[],
  look: (row: Row) => Looked,
): AsyncGenerator<Batch> {
  yield { done: 0, read: 0, candidates: [], preview: [], findings: findings.map(kept) }
  for (let from = 0; from < rows.length; from += CHUNK) {
    const looked = rows.slice(from, from + CHUNK).map(look)
    yield {
      done: from + looked.length,
      read: looked.length,
      candidates: looked.map(({ candidate }) => candidate),
      preview: from === 0 ? looked.slice(0, 10).map(preview) : [],
      findings: [],
    }
  }
}

const preview = ({ candidate, says }: Looked): PreviewRow => ({
  row: candidate.row,
  name: candidate.name2 ? `${candidate.name1}, ${candidate.name2}` : candidate.name1,
  service: '',
  address: addressOf(candidate),
  phone: candidate.phone ?? '',
  says,
})

const openHsds = async (
  path: string,
  onBytes: (bytes: number) => void,
): Promise<OpenedFile | FileRefused> => {
  const file = await readHsdsFile(path, onBytes)
  const findings = file.findings.map(
    ({ where, line, kind, detail }): KeptFinding => ({
      row: line,
      kind: kind === 'left-out' ? 'skipped' : 'noted',
      place: where,
      field: null,
      says: detail,
      cells: null,
    }),
  )
  if (isRefusal(file)) return { ...file, findings }
  const { tables } = file
  const listings = toListings(tables, new Set(tables.get('service_at_location')?.keys()))
  const sites = new Map(listings.sites.map((site) => [site.id, site]))
  const providers = new Map(listings.providers.map((provider) => [provider.id, provider.name]))
  const write: Write = (actor, asActor, { leftOut, sameAs, onProgress }) => {
    const unlisted = new Set(
      listings.services.flatMap(({ id }, at) => (leftOut.has(at + 1) || sameAs.has(at + 1) ? [id] : [])),
    )
    return importHsds(actor, asActor, file, onProgress, unlisted)
  }
  return {
    total: [...tables.values()].reduce((all, rows) => all + rows.size, 0),
    read: file.read,
    ids: listings.services.map(({ id }) => id),
    look: async function* () {
      yield { done: 0, read: 0, candidates: [], preview: [], findings }
      for (let from = 0; from < listings.services.length; from += CHUNK) {
        const looked = listings.services.slice(from, from + CHUNK).flatMap((service, at): Looked[] => {
          const site = sites.get(service.siteId)
          if (!site) return []
          const { city, state, zip, latitude, longitude } = site
          return [
            {
              candidate: {
                row: from + at + 1,
                name1: providers.get(service.providerId) ?? '',
                name2: site.name ?? '',
                street1: site.street ?? '',
                street2: site.street2 ?? '',
                ...{ city, state, zip, latitude, longitude },
                phone: service.phone,
              },
              says: service.name,
            },
          ]
        })
        yield {
          done: from + looked.length,
          read: looked.length,
          candidates: looked.map(({ candidate }) => candidate),
          preview: from === 0 ? looked.slice(0, 10).map(preview) : [],
          findings: [],
        }
      }
    },
    write,
  }
}
