import { dayAt, dayWords } from '#kernel/calendar-day.ts'
import { taggedPdf } from '#platform/pdf/tagged-pdf.ts'
import type { SeenDiversion } from './list-diversions.ts'

/** The cover of a packet: to whom, of which incident, and what is in it. It names nobody: the papers inside do. */
export const packetPdf = (diversion: SeenDiversion, zone: string): Promise<Buffer> | undefined => {
  const packet = diversion.rows.find(({ kind }) => kind === 'packet-sent')
  if (!packet || !diversion.officeOrganizationId) return undefined
  const nameOf = (id: string) => diversion.organizations.get(id) ?? 'An organization'
  return taggedPdf({
    title: 'Diversion packet: contents',
    lang: 'en',
    at: packet.at,
    parts: [
      { is: 'title', words: 'Diversion packet: contents' },
      { is: 'text', words: `To: ${nameOf(diversion.officeOrganizationId)}` },
      { is: 'text', words: `From: ${nameOf(diversion.fromOrganizationId)}` },
      { is: 'text', words: `Sent: ${dayWords(dayAt(packet.at, zone), 'en')}` },
      { is: 'text', words: `Charge, not made: ${diversion.charge ?? ''}` },
      { is: 'text', words: `Incident: ${diversion.incident ?? 'no report was written'}` },
      { is: 'heading', words: 'In this packet' },
      { is: 'points', points: packet.contents },
      { is: 'lines', labels: ['Received by', 'Day'] },
      { is: 'small', words: `Diversion ${diversion.referralId}` },
    ],
  })
}
