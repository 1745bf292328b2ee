import { BASES, DISCLOSURE_NOTICE, type DisclosureLine } from '#disclosures'
import { CHANNEL_WORDS } from './ledger-filter.ts'

const COLUMNS = [
  ...['Line', 'When (UTC)', 'People', 'From', 'To', 'Member', 'Ground in law', 'What', 'Why', 'How'],
  ...['Statement that went with it', 'Passing it on'],
]

/**
 * The ledger as CSV (RFC 4180). The statement of 42 CFR 2.32 stands above the data, so that a table cut at its end still
 * begins with it (P2-030). People are named by their reference here, as everywhere in the ledger.
 *
 * @param isWhole false when there is more than could be handed out; the file says so
 */
export const ledgerCsv = (lines: readonly DisclosureLine[], { isWhole }: { isWhole: boolean }): string =>
  [
    [DISCLOSURE_NOTICE.text],
    ...(isWhole ? [] : [[`Only the newest ${lines.length} lines. Choose a shorter time for the others.`]]),
    COLUMNS,
    ...lines.map((line) => [
      line.id,
      line.at.toISOString(),
      line.personIds.join(' '),
      line.from.name,
      line.to.name,
      line.toMember ?? '',
      BASES[line.basis],
      line.dataClasses.join(' '),
      line.purpose,
      CHANNEL_WORDS[line.channel],
      line.noticeVersion ?? '',
      line.redisclosureRule,
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')

/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it text. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
