import type { Lang } from '#design'
import type { CardField, Kind } from './card-fields.ts'
import type { Confidence } from './cards.table.ts'

type Words = Readonly<Record<string, readonly [en: string, es: string]>>

const YES_NO: Words = {
  yes: ['Yes', 'Sí'],
  no: ['No', 'No'],
  limited: ['In part', 'En parte'],
  conditional: ['Under conditions', 'Con condiciones'],
  conflicting: ['Sources disagree', 'Las fuentes no coinciden'],
}

const STAGE: Words = {
  protected: ['Protected', 'Protegido'],
  'not-protected': ['Not protected', 'No protegido'],
  limited: ['Protected in part', 'Protegido en parte'],
  'affirmative-defense': ['A defense to raise in court', 'Una defensa ante el tribunal'],
  'not-a-violation': ['The offense does not apply', 'El delito no se aplica'],
  'not-listed': ['Not listed by the survey', 'No figura en la encuesta'],
  'not-paraphernalia': ['Not counted as paraphernalia', 'No cuenta como utensilio prohibido'],
  'no-paraphernalia-law': ['No paraphernalia law', 'Sin ley de utensilios'],
  'staff-only': ['Staff of a program only', 'Solo el personal del programa'],
  conflicting: ['Sources disagree', 'Las fuentes no coinciden'],
}

const WORDS: Readonly<Record<Exclude<Kind, 'text'>, Words>> = {
  yesno: YES_NO,
  stage: STAGE,
  programs: {
    'explicitly-authorized': ['Yes, by state law', 'Sí, por ley estatal'],
    'local-authorization': ['Where a county or town allows it', 'Donde lo permite el condado o municipio'],
    implicit: ['Not forbidden', 'No se prohíben'],
    'not-addressed': ['The law does not say', 'La ley no lo dice'],
    'repeal-sent-to-governor-2024': [
      'A repeal was sent to the governor in 2024',
      'Derogación enviada en 2024',
    ],
  },
  strips: {
    yes: ['Yes', 'Sí'],
    limited: ['In part', 'En parte'],
    no: ['No', 'No'],
    'bill-only': ['A bill, not yet law', 'Solo un proyecto de ley'],
    'no-paraphernalia-law': ['No paraphernalia law', 'Sin ley de utensilios'],
  },
  minors: {
    'minor-may-consent-from-age': ['Yes, from an age on', 'Sí, desde cierta edad'],
    'minor-may-consent-no-age-stated': ['Yes, no age is stated', 'Sí, sin edad indicada'],
    'no-specific-law': ['No law about it', 'Sin ley sobre esto'],
  },
}

/** A value as it is read: a word of its list, or the text itself, which is in English. */
export const valueWords = ({ kind }: Pick<CardField, 'kind'>, value: string, lang: Lang): string =>
  (kind === 'text' ? undefined : WORDS[kind][value]?.[lang === 'es' ? 1 : 0]) ?? value

/** What a field may be said to hold; undefined for a text. */
export const choicesOf = ({
  kind,
}: Pick<CardField, 'kind'>): { value: string; label: string }[] | undefined =>
  kind === 'text' ? undefined : Object.entries(WORDS[kind]).map(([value, [label]]) => ({ value, label }))

export const CONFIDENCE: Readonly<Record<Confidence, Readonly<Record<Lang, string>>>> = {
  'seen-in-statute': { en: 'read in the law itself', es: 'leído en la ley misma' },
  'seen-in-dataset': { en: 'read in a data file by others', es: 'leído en datos de otros' },
  'seen-in-summary': { en: 'read in a summary by others', es: 'leído en un resumen de otros' },
}

export const cardWords = {
  en: {
    title: 'What the law says, state by state',
    lead: 'Calling for help, naloxone, syringes, test strips, minors and deflection.',
    notAdvice:
      'This is not legal advice. Each line says where it was read and when. Look at the law itself before you rely on it.',
    notReviewed: 'Not reviewed',
    notReviewedMeans: '“Not reviewed” means that nobody has looked, not that there is no law.',
    staleMeans: 'A line is marked old a year after it was last read.',
    find: 'State',
    findHint: 'A name such as Maine, or its letters',
    search: 'Find',
    none: (text: string) => `No state is called “${text}”`,
    all: 'All states',
    read: (count: number, of: number, fresh: number) =>
      `${count} of ${of} answers reviewed, ${fresh} of them within a year`,
    arrest: 'Arrest when somebody calls for help',
    asOf: 'As of',
    reviewed: 'Reviewed on',
    by: 'by',
    old: 'Old: read it again',
    undated: 'No date',
    source: 'Source',
    history: 'History',
    sample: 'Sample data: every name, place and number here is invented, but for the laws.',
    official: 'A public service of your community',
    help: 'Find help',
    print: 'To keep it, print this page from your browser.',
  },
  es: {
    title: 'Lo que dice la ley, por estado',
    lead: 'Pedir ayuda, naloxona, jeringas, tiras reactivas, menores y desviación del arresto.',
    notAdvice:
      'Esto no es asesoría legal. Cada línea dice dónde se leyó y cuándo. Vea la ley misma antes de confiar en ello.',
    notReviewed: 'No revisado',
    notReviewedMeans: '“No revisado” quiere decir que nadie lo ha mirado, no que no haya ley.',
    staleMeans: 'Una línea se marca como antigua un año después de la última lectura.',
    find: 'Estado',
    findHint: 'Un nombre como Maine, o sus letras',
    search: 'Buscar',
    none: (text: string) => `Ningún estado se llama “${text}”`,
    all: 'Todos los estados',
    read: (count: number, of: number, fresh: number) =>
      `${count} de ${of} respuestas revisadas, ${fresh} en el último año`,
    arrest: 'Arresto cuando alguien pide ayuda',
    asOf: 'Fecha',
    reviewed: 'Revisado el',
    by: 'por',
    old: 'Antiguo: vuelva a leerlo',
    undated: 'Sin fecha',
    source: 'Fuente',
    history: 'Historial',
    sample: 'Datos de ejemplo: cada nombre, lugar y número es inventado, salvo las leyes.',
    official: 'Un servicio público de su comunidad',
    help: 'Encuentre ayuda',
    print: 'Para guardarla, imprima esta página desde su navegador.',
  },
} as const
