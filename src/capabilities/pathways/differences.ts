import type { Definition } from './definition.ts'
import { KINDS, POLICIES, READERS, RELEASES } from './pathway-words.ts'

/** One thing that differs between two versions, in words. */
export type Difference = { readonly is: 'added' | 'removed' | 'changed'; readonly says: string }

type Item = { readonly id: string }

/** What changed from one definition to the next, part by part; nothing where both say the same. */
export const differencesBetween = (before: Definition, after: Definition): readonly Difference[] => [
  ...changedWord('Name', before.name, after.name),
  ...changedWord('Way', KINDS[before.kind], KINDS[after.kind]),
  ...changedWord('Begins', before.begins, after.begins),
  ...itemDifferences('Question', before.questions, after.questions, ({ text }) => text),
  ...itemDifferences('Criterion', before.criteria, after.criteria, ({ label }) => label),
  ...changedWord('Approval', approvalWords(before), approvalWords(after)),
  ...changedWord('Override', POLICIES[before.approval.override], POLICIES[after.approval.override]),
  ...changedWord('Warrant check', onOrOff(before.warrantCheck), onOrOff(after.warrantCheck)),
  ...itemDifferences('Deadline', before.deadlines, after.deadlines, ({ label }) => label),
  ...itemDifferences('Document', before.documents, after.documents, ({ label }) => label),
  ...itemDifferences('Release', releasesOf(before), releasesOf(after), ({ label }) => label),
  ...itemDifferences('Who sees what', readersOf(before), readersOf(after), ({ label }) => label),
  ...changedWord('Source', before.source, after.source),
]

const changedWord = (what: string, before: string, after: string): Difference[] =>
  before === after
    ? []
    : [{ is: 'changed', says: `${what}: “${before || 'nothing'}” is now “${after || 'nothing'}”` }]

const onOrOff = (is: boolean): string => (is ? 'on' : 'off')

const approvalWords = ({ approval: { policy, partners } }: Definition): string =>
  policy === 'all-partners'
    ? `All of: ${partners.map((one) => POLICIES[one].toLowerCase()).join(', ')}`
    : POLICIES[policy]

const releasesOf = ({ releases }: Definition) => releases.map((id) => ({ id, label: RELEASES[id] }))

const readersOf = ({ readers }: Definition) =>
  readers.map(({ who, classes }) => ({ id: who, label: READERS[who], classes }))

const itemDifferences = <One extends Item>(
  what: string,
  before: readonly One[],
  after: readonly One[],
  nameOf: (item: One) => string,
): Difference[] => {
  const named = (item: One) => `${what} “${nameOf(item)}”`
  const differences: Difference[] = []
  for (const item of after) {
    const old = before.find(({ id }) => id === item.id)
    if (!old) differences.push({ is: 'added', says: named(item) })
    else if (JSON.stringify(old) !== JSON.stringify(item))
      differences.push({
        is: 'changed',
        says: nameOf(old) === nameOf(item) ? named(item) : `${named(old)} is now “${nameOf(item)}”`,
      })
  }
  for (const item of before)
    if (!after.some(({ id }) => id === item.id)) differences.push({ is: 'removed', says: named(item) })
  const kept = (items: readonly One[], others: readonly One[]) =>
    items.filter(({ id }) => others.some((one) => one.id === id)).map(({ id }) => id)
  if (kept(before, after).join() !== kept(after, before).join())
    differences.push({ is: 'changed', says: `The order of ${what.toLowerCase()}s` })
  return differences
}
