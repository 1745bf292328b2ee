/**
 * The classes that a release may list for police, with the words in which people agree to them (the wall, rule 2).
 * A release for police can never list anything else; the database refuses it too.
 */
export const POLICE_DATA_CLASSES = {
  'contact-made': 'That somebody reached you, and when',
  handoff: 'That the handoff happened: when, where, and who confirmed it',
  'intake-done': 'That your intake was finished, and when',
  enrolled: 'That you take part, and since when',
  engaged: 'Whether you were in touch in the last 30 days, without any detail',
  'officer-next-step': 'One thing an officer can do for you next',
} as const

export type PoliceDataClass = keyof typeof POLICE_DATA_CLASSES

/** Whether a text names a class that police may be given. */
export const isPoliceDataClass = (text: string): text is PoliceDataClass =>
  Object.hasOwn(POLICE_DATA_CLASSES, text)
