import type { Lang } from '#design'

type Words = Readonly<Record<Lang, string>>

/** What a field holds: words of a closed list, or a text as the law has it. */
export type Kind = 'yesno' | 'stage' | 'programs' | 'strips' | 'minors' | 'text'

export type CardField = {
  /** `good-samaritan.arrest`: its group and its own name. */
  readonly name: string
  readonly label: Words
  readonly kind: Kind
}

export type FieldGroup = {
  readonly name: string
  readonly title: Words
  readonly fields: readonly CardField[]
}

type Line = readonly [name: string, en: string, es: string, kind: Kind]

const group = (name: string, en: string, es: string, lines: readonly Line[]): FieldGroup => ({
  name,
  title: { en, es },
  fields: lines.map(([field, inEnglish, inSpanish, kind]) => ({
    name: `${name}.${field}`,
    label: { en: inEnglish, es: inSpanish },
    kind,
  })),
})

/** What a jurisdiction card asks of the law of a state, in the order in which it is read. */
export const GROUPS: readonly FieldGroup[] = [
  group('good-samaritan', 'Calling for help in an overdose', 'Pedir ayuda en una sobredosis', [
    ['exists', 'Is there a Good Samaritan law?', '¿Hay una ley del buen samaritano?', 'yesno'],
    ['arrest', 'Arrest', 'Arresto', 'stage'],
    ['charge', 'Charges', 'Cargos', 'stage'],
    ['prosecution', 'Prosecution', 'Proceso penal', 'stage'],
    ['paraphernalia', 'Having paraphernalia', 'Tener utensilios', 'stage'],
    ['probation-parole', 'Probation and parole', 'Libertad condicional', 'stage'],
    ['warrants', 'Outstanding warrants', 'Órdenes de arresto pendientes', 'text'],
    ['covers-caller', 'Covers whoever calls', 'Cubre a quien llama', 'yesno'],
    ['covers-overdosed', 'Covers the person who overdosed', 'Cubre a la persona con la sobredosis', 'yesno'],
    ['conditions', 'Conditions', 'Condiciones', 'text'],
    ['citation', 'Where the law is', 'Dónde está la ley', 'text'],
    ['first-effective', 'First in force', 'En vigor desde', 'text'],
    [
      'arrest-protection-effective',
      'Protection from arrest in force',
      'Protección del arresto desde',
      'text',
    ],
  ]),
  group('naloxone', 'Naloxone', 'Naloxona', [
    [
      'standing-order',
      'How people get it without a prescription of their own',
      'Cómo obtenerla sin receta propia',
      'text',
    ],
    ['standing-order-effective', 'In force', 'En vigor desde', 'text'],
    ['third-party', 'May be given out for somebody else', 'Se puede dar para otra persona', 'yesno'],
    ['layperson-immunity', 'Protects anybody who gives it', 'Protege a quien la da', 'text'],
    [
      'first-responder-immunity',
      'Protects first responders who give it',
      'Protege a los socorristas que la dan',
      'text',
    ],
    ['citation', 'Where the law is', 'Dónde está la ley', 'text'],
  ]),
  group('syringe-services', 'Syringe services', 'Programas de jeringas', [
    ['authorization', 'Are programs allowed?', '¿Se permiten los programas?', 'programs'],
    [
      'participant-syringe-possession',
      'Participants who carry syringes',
      'Participantes que llevan jeringas',
      'stage',
    ],
    ['residue-protection', 'Residue in a used syringe', 'Residuos en una jeringa usada', 'stage'],
    [
      'tell-officer',
      'Protected when a person tells an officer of a syringe',
      'Protege a quien avisa al policía de una jeringa',
      'yesno',
    ],
    ['citation', 'Where the law is', 'Dónde está la ley', 'text'],
    [
      'explicit-statute-in-2019',
      'Was there an explicit statute in 2019?',
      '¿Había una ley expresa en 2019?',
      'yesno',
    ],
  ]),
  group('drug-checking', 'Test strips', 'Tiras reactivas', [
    [
      'not-paraphernalia',
      'Are test strips no longer paraphernalia?',
      '¿Las tiras ya no son utensilios prohibidos?',
      'strips',
    ],
    ['citation', 'Where the law is', 'Dónde está la ley', 'text'],
  ]),
  group('minor-consent', 'Minors who ask for help', 'Menores que piden ayuda', [
    ['rule', 'May they consent by themselves?', '¿Pueden consentir por sí mismos?', 'minors'],
    ['minimum-age', 'From what age', 'Desde qué edad', 'text'],
  ]),
  group('deflection', 'Deflection', 'Desviación del arresto', [
    ['statute', 'What the law provides', 'Qué prevé la ley', 'text'],
    ['citation', 'Where the law is', 'Dónde está la ley', 'text'],
  ]),
]

export const FIELDS: readonly CardField[] = GROUPS.flatMap(({ fields }) => fields)

export const findField = (name: string): CardField | undefined => FIELDS.find((field) => field.name === name)

export const isField = (name: string): boolean => findField(name) !== undefined
