import { escapeXml } from './dublin-core.ts'
import type { LibraryRecord } from './record.ts'
import { kindLine } from './record-words.ts'

/** A search as a feed (RFC 4287): who follows it hears of what is new in it. */
export const writeAtom = (feed: {
  readonly title: string
  readonly origin: string
  /** The path of the feed itself, and of the page that shows the same. */
  readonly self: string
  readonly page: string
  readonly records: readonly LibraryRecord[]
  readonly now: Date
}): string => {
  const { title, origin, self, page, records, now } = feed
  const updated = records.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), new Date(0))
  const entries = records.map(
    (record) =>
      `<entry><id>urn:uuid:${record.id}</id><title>${escapeXml(record.title)}</title><updated>${record.changedAt.toISOString()}</updated><link href="${escapeXml(`${origin}/library/${record.id}`)}"/>${record.authors
        .map((author) => `<author><name>${escapeXml(author)}</name></author>`)
        .join(
          '',
        )}<summary>${escapeXml([kindLine(record), record.finding].filter(Boolean).join('. '))}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${escapeXml(origin + self)}</id><title>${escapeXml(title)}</title><updated>${(records.length > 0 ? updated : now).toISOString()}</updated><link rel="self" href="${escapeXml(origin + self)}"/><link href="${escapeXml(origin + page)}"/><author><name>Causeway library</name></author>
${entries.join('\n')}
</feed>
`
}
