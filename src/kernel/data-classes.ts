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

/**
 * All that a release can list, in the same words. `counselling-notes` only in a release of their own; `supplies` is
 * not among them, because no harm-reduction program keeps it with a name.
 */
export const DATA_CLASSES = {
  ...POLICE_DATA_CLASSES,
  identity: 'Your name, birth date, and how to reach you',
  placement: 'Which place you were offered or went to, and when',
  attendance: 'When you came and when you did not',
  'care-plan': 'What you need, your goals, and who works on them with you',
  clinical: 'Your health: what you take or took, medicines, diagnoses and tests',
  legal: 'A charge that is held while you take part, and what is decided',
  'counselling-notes': 'A counsellor’s own notes of your sessions',
} as const

export type DataClass = keyof typeof DATA_CLASSES

/** Whether a text names a class that a release can list. */
export const isDataClass = (text: string): text is DataClass => Object.hasOwn(DATA_CLASSES, text)

/** Each class in the words in which a person agrees to it, in both languages. */
export const CLASS_WORDS: Readonly<Record<'en' | 'es', Readonly<Record<DataClass, string>>>> = {
  en: DATA_CLASSES,
  es: {
    'contact-made': 'Que alguien habló con usted, y cuándo',
    handoff: 'Que usted llegó con quien le ayuda: cuándo, dónde y quién lo confirmó',
    'intake-done': 'Que su registro se terminó, y cuándo',
    enrolled: 'Que usted participa, y desde cuándo',
    engaged: 'Si estuvo en contacto en los últimos 30 días, sin más detalle',
    'officer-next-step': 'Una cosa que un policía puede hacer por usted',
    identity: 'Su nombre, su fecha de nacimiento y cómo hablar con usted',
    placement: 'Qué lugar le ofrecieron o a cuál fue, y cuándo',
    attendance: 'Cuándo vino y cuándo no vino',
    'care-plan': 'Qué necesita, sus metas y quién le ayuda con ellas',
    clinical: 'Su salud: qué toma o tomó, medicinas, diagnósticos y pruebas',
    legal: 'Un cargo en espera mientras usted participa, y qué se decide',
    'counselling-notes': 'Las notas del consejero sobre sus sesiones',
  },
}
