import QRCode from 'qrcode'
import { dayWords } from '#kernel/calendar-day.ts'
import { taggedPdf } from '#platform/pdf/tagged-pdf.ts'
import { spokenCode } from './certificate-code.ts'
import type { CompletionRow } from './completion.store.ts'
import type { How } from './training.table.ts'

/** How something was learned, as it stands on a certificate. */
export const HOW_WORDS: Readonly<Record<How, string>> = {
  online: 'Course with a test',
  classroom: 'Training in a room',
  instructor: 'Shown by hand, seen by an instructor',
  'other-system': 'As another system has it',
}

/**
 * A certificate to print: what was finished, by whom, until when it holds, and the code that anybody verifies it with.
 *
 * @param address where it is verified
 */
export const certificatePdf = (
  certificate: CompletionRow,
  organizationName: string,
  address: string,
): Promise<Buffer> => {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const path = [...data]
    .flatMap((dark, at) => (dark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []))
    .join('')
  const { name, title, part, version, completedOn, expiresOn, minutes, score, code } = certificate
  const facts = [
    `${HOW_WORDS[certificate.how]}, finished on ${dayWords(completedOn, 'en')}.`,
    expiresOn ? `It holds through ${dayWords(expiresOn, 'en')}.` : 'It does not expire.',
    ...(minutes ? [`${minutes} minutes.`] : []),
    ...(score === null ? [] : [`${score} percent of the test were right.`]),
  ]
  return taggedPdf({
    title: `Certificate: ${title}`,
    lang: 'en',
    at: certificate.recordedAt,
    parts: [
      { is: 'small', words: organizationName },
      { is: 'title', words: name },
      {
        is: 'text',
        words: part === 'practice' ? 'showed by hand what this course teaches:' : 'finished the course',
      },
      { is: 'heading', words: title },
      { is: 'text', words: facts.join(' ') },
      ...(certificate.checked ? [{ is: 'points' as const, points: certificate.checked }] : []),
      { is: 'squares', path, size, words: `Code that opens ${address}` },
      {
        is: 'small',
        words: `Whether it holds today: ${address} or the code ${spokenCode(code)}.${version ? ` Course version ${version}.` : ''}`,
      },
    ],
  })
}
