import type { ReleaseForm } from './release-kinds.ts'

type Language = ReleaseForm['language']

const en = {
  title: 'Your choice about what may be told',
  you: (name: string) => `You are ${name}.`,
  about: (name: string) => `This is about ${name}. “You” in this paper means ${name}.`,
  from: (discloser: string) => `${discloser} may tell what is written here, and no more.`,
  who: 'Who is told, and what',
  only: (member: string) => `Only to this person there: ${member}`,
  mayKnow: 'They may know:',
  untilDay: (day: string) => `This ends on ${day}.`,
  untilEvent: (event: string, day: string | undefined) =>
    day ? `This ends ${event}. At the latest it ends on ${day}.` : `This ends ${event}.`,
  events: {
    'case-closed': 'when your case is closed',
    'treatment-ended': 'when your treatment ends',
    'proceedings-ended': 'when the court case ends',
    disposition: 'when the charge is decided',
    none: 'only if you stop it',
  },
  why: 'Why',
  no: 'You can say no',
  noWords: 'You do not have to sign. You get the same help if you say no.',
  stop: 'You can stop',
  howToStop: (discloser: string) =>
    `You can stop this on any day, for one place or for all. Say so or write to ${discloser}. It stops at once. What was told before can not be taken back.`,
  howToStopMonitoring: (discloser: string, from: string) =>
    `You can stop this ${from}. Say so or write to ${discloser}. It also ends by itself when the charge is decided.`,
  fromDay: (day: string) => `from ${day} on`,
  fromDisposition: 'once the charge is decided',
  law: 'How the law guards you',
  lawWords:
    'A law guards this (42 CFR Part 2). Those who are told may use it only for the reason above. It may not be used against you in court, unless you say yes in writing or a judge orders it.',
  tpo: 'Treatment, pay and running the place',
  proceedingsException:
    'A place that gets this may pass it on as the health law HIPAA lets it. But it may not be used against you in a civil case, a crime case, or any hearing.',
  redisclosureWarning: 'Once it is passed on, Part 2 may not guard it any more.',
  refusalConsequences:
    'If you say no, you still get help here. But your health plan may not pay for some of it.',
  charge: 'The charge that is on hold',
  chargeWords: (duty: string) => `The one who is told has this duty: ${duty}`,
  period: (period: string) => `Why it lasts this long: ${period}`,
  chargeUse: 'They may use it only for that duty.',
  participants: 'Who gets it through them',
  treatingOnly: 'Only places that treat you.',
  notes: 'These are the notes of a counselor. This paper is only about them.',
  proceeding: 'The court case or hearing',
  proceedingWords: (proceeding: string) =>
    `It may be used in this one: ${proceeding}. This paper is only about that.`,
  signer: 'Who signs',
  parentSigns: (person: string, parent: string) =>
    `${person} signs. ${parent} is a parent or guardian, and signs too.`,
  representativeSigns: (name: string, ground: string) => `${name} signs. Why they may: ${ground}.`,
  grounds: {
    court: 'a court chose them to decide',
    law: 'you can not decide now, and the law of the state lets them',
    estate: 'you have died, and they look after what you left',
    family: 'you have died, and they are the closest family',
  },
  sign: 'If you sign',
  signWords: 'You read this, or it was read to you. You agree. You get a copy.',
}

/** Everything that a release says around what was chosen. Any change needs a new version in release-text.ts. */
export type ReleaseTextWords = typeof en

const es: ReleaseTextWords = {
  title: 'Usted decide qué se puede contar',
  you: (name) => `Usted es ${name}.`,
  about: (name) => `Es sobre ${name}. “Usted” en este papel quiere decir ${name}.`,
  from: (discloser) => `${discloser} puede contar lo que dice aquí, y nada más.`,
  who: 'A quién se le cuenta, y qué',
  only: (member) => `Solo a esta persona: ${member}`,
  mayKnow: 'Puede saber:',
  untilDay: (day) => `Termina el ${day}.`,
  untilEvent: (event, day) =>
    day ? `Termina ${event}. A más tardar termina el ${day}.` : `Termina ${event}.`,
  events: {
    'case-closed': 'cuando se cierre su caso',
    'treatment-ended': 'cuando termine su tratamiento',
    'proceedings-ended': 'cuando termine el juicio',
    disposition: 'cuando se decida el cargo',
    none: 'solo si usted lo para',
  },
  why: 'Para qué',
  no: 'Usted puede decir que no',
  noWords: 'No tiene que firmar. Si dice que no, recibe la misma ayuda.',
  stop: 'Usted puede pararlo',
  howToStop: (discloser) =>
    `Puede parar esto cualquier día, para un lugar o para todos. Dígalo o escriba a ${discloser}. Para en el momento. Lo que ya se contó no se puede borrar.`,
  howToStopMonitoring: (discloser, from) =>
    `Puede parar esto ${from}. Dígalo o escriba a ${discloser}. También termina solo cuando se decida el cargo.`,
  fromDay: (day) => `desde el ${day}`,
  fromDisposition: 'cuando se decida el cargo',
  law: 'Cómo le cuida la ley',
  lawWords:
    'Una ley cuida esto (42 CFR Parte 2). Quien lo sepa solo lo puede usar para lo que dice arriba. No se puede usar contra usted en un juicio. Solo se puede si usted dice que sí por escrito o si lo manda un juez.',
  tpo: 'Tratamiento, pagos y trabajo del lugar',
  proceedingsException:
    'El lugar que lo reciba lo puede pasar a otros como deja la ley de salud HIPAA. Pero no se puede usar contra usted en un caso civil, en un caso penal ni en otra audiencia.',
  redisclosureWarning: 'Si se pasa a otros, puede que la Parte 2 ya no lo cuide.',
  refusalConsequences: 'Si dice que no, aquí le ayudan igual. Pero puede que su seguro no pague una parte.',
  charge: 'El cargo en espera',
  chargeWords: (duty) => `Quien lo sepa tiene esta tarea: ${duty}`,
  period: (period) => `Por qué dura este tiempo: ${period}`,
  chargeUse: 'Solo lo puede usar para esa tarea.',
  participants: 'Quién lo recibe por medio de ellos',
  treatingOnly: 'Solo los lugares que le tratan a usted.',
  notes: 'Son las notas de un consejero. Este papel es solo sobre ellas.',
  proceeding: 'El juicio o la audiencia',
  proceedingWords: (proceeding) => `Se puede usar en este: ${proceeding}. Este papel es solo para eso.`,
  signer: 'Quién firma',
  parentSigns: (person, parent) => `Firma ${person}. También firma ${parent}, su padre, madre o tutor.`,
  representativeSigns: (name, ground) => `Firma ${name}. Por qué puede: ${ground}.`,
  grounds: {
    court: 'un juez le dejó decidir',
    law: 'usted no puede decidir ahora, y la ley del estado se lo deja',
    estate: 'usted murió, y cuida de lo que usted dejó',
    family: 'usted murió, y es su familia más cercana',
  },
  sign: 'Si usted firma',
  signWords: 'Usted lo leyó, o alguien se lo leyó. Está de acuerdo. Recibe una copia.',
}

export const RELEASE_TEXT_WORDS: Readonly<Record<Language, ReleaseTextWords>> = { en, es }
