import type { AlikeBy } from '#network'
import type { Counts, DirectoryImport, ImportState, TakenBack } from './import.ts'

export const STATES: Readonly<Record<ImportState, string>> = {
  columns: 'Waits for its columns',
  checking: 'Being looked through',
  checked: 'Ready to import',
  importing: 'Being imported',
  done: 'Imported',
  refused: 'Not imported',
  undoing: 'Being taken back',
  undone: 'Taken back',
}

export const ALIKE_WORDS: Readonly<Record<AlikeBy, string>> = {
  name: 'similar name',
  phone: 'same phone',
  address: 'same address',
  near: 'next to it',
}

const number = (count: number): string => count.toLocaleString('en-US')

export const many = (count: number, one: string, several = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : several}`

/** What was written, in a line. What is counted is a list's own: sites, objects of HSDS, or services. */
export const countWords = (counts: Counts | null): string => {
  const { created = 0, updated = 0, unchanged = 0, skipped = 0 } = counts ?? {}
  return [
    `${number(created)} added`,
    `${number(updated)} changed`,
    ...(unchanged > 0 ? [`${number(unchanged)} were there`] : []),
    ...(skipped > 0 ? [`${number(skipped)} left out`] : []),
  ].join(', ')
}

/** How large a file is. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const percentOf = ({ done, total }: Pick<DirectoryImport, 'done' | 'total'>): number =>
  total === 0 ? 0 : Math.min(100, Math.floor((done * 100) / total))

/** What was taken back, in a line. */
export const undoWords = ({
  services,
  places,
  organizations,
  records,
  restored,
  left,
}: TakenBack): string => {
  const removed = [
    ...(services > 0 ? [many(services, 'service')] : []),
    ...(places > 0 ? [many(places, 'place')] : []),
    ...(organizations > 0 ? [many(organizations, 'organization')] : []),
    ...(records > 0 ? [many(records, 'record')] : []),
  ]
  return [
    ...(removed.length > 0 ? [`${removed.join(', ')} removed`] : []),
    ...(restored > 0 ? [`${many(restored, 'entry', 'entries')} as before`] : []),
    ...(left > 0 ? [`${many(left, 'entry', 'entries')} left`] : []),
    ...(removed.length === 0 && restored === 0 && left === 0 ? ['nothing was there'] : []),
  ].join(', ')
}
