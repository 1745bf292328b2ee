/** The data classes for whoever reads the books, shorter than the words that people sign. */
const WORDS: Readonly<Record<string, string>> = {
  'own-submission': 'what the sender wrote',
  identity: 'who they are',
  'contact-made': 'that contact was made',
  'intake-done': 'that intake was finished',
  enrolled: 'that they take part',
  engaged: 'whether they are in touch',
  'officer-next-step': 'a next step for an officer',
  handoff: 'the handoff',
  placement: 'the place',
  attendance: 'visits',
  'care-plan': 'the care plan',
  clinical: 'health',
  legal: 'the held charge',
  'counselling-notes': 'counselling notes',
  releases: 'releases',
  ledger: 'this ledger',
}

/** “The handoff, that they take part”: classes as they stand in a cell. */
export const classWords = (classes: readonly string[]): string => {
  const words = classes.map((one) => WORDS[one] ?? one).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
