import type { Lang } from '#design'

/** The text's own version and the day from which it holds; a new text is a new version. */
export const NOTICE = { version: '2.22 2026-1', effectiveOn: '2026-11-24' } as const

export type NoticeWords = {
  /** The header that 42 CFR 2.22(b)(1)(i) asks for, as amended in 2024, line by line. */
  readonly header: {
    readonly title: (program: string) => string
    readonly describes: string
    readonly points: readonly string[]
    readonly right: (contact: string) => string
  }
  readonly contact: (phone: string | null, email: string | null) => string
  readonly effective: (day: string) => string
  readonly version: string
  readonly programs: string
  readonly noPrograms: string
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[]
}

const en: NoticeWords = {
  header: {
    title: (program) => `Notice of Privacy Practices of ${program}`,
    describes: 'This notice describes:',
    points: [
      'HOW HEALTH INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED',
      'YOUR RIGHTS WITH RESPECT TO YOUR HEALTH INFORMATION',
      'HOW TO FILE A COMPLAINT CONCERNING A VIOLATION OF THE PRIVACY OR SECURITY OF YOUR HEALTH INFORMATION, OR OF YOUR RIGHTS CONCERNING YOUR INFORMATION',
    ],
    right: (contact) =>
      `YOU HAVE A RIGHT TO A COPY OF THIS NOTICE (IN PAPER OR ELECTRONIC FORM) AND TO DISCUSS IT WITH ${contact} IF YOU HAVE ANY QUESTIONS.`,
  },
  contact: (phone, email) =>
    `THE PRIVACY OFFICER${phone || email ? ` AT ${[phone, email].filter(Boolean).join(' AND ')}` : ''}`,
  effective: (day) => `This notice holds from ${day}.`,
  version: 'Version',
  programs: 'Choose the place whose notice you want to read',
  noPrograms: 'No place in this county has a notice here yet. Ask the place that helps you for its own.',
  sections: [
    {
      title: 'How your information may be used and told',
      lines: [
        'A federal law, 42 CFR Part 2, guards what we know about you. Without your written consent we may not even say whether you come here.',
        'With your consent we may tell those whom you name, what you name, for as long as you say. You may sign one consent for treatment, payment and running this place. Whoever gets records under that one may pass them on as HIPAA permits, but never for proceedings against you.',
        'Police, prosecutors and courts are told nothing, unless you sign that one of them may know something, and then only that.',
        'Your records, or testimony about them, may not be used in a civil, criminal, administrative or legislative proceeding against you unless you consent, or a court orders it after you could be heard. A subpoena alone is not enough: there must also be a court order.',
        'Notes of a counsellor about your sessions need a consent of their own.',
        'If we wanted to use your information to raise money, you could say no first.',
      ],
    },
    {
      title: 'When we may tell something without your consent',
      lines: [
        'In a medical emergency in which you cannot be asked: to medical personnel, and what they need.',
        'To organizations that work for us under a written agreement and must keep the same rules.',
        'For research, audits and evaluations that keep you unnamed in what they publish.',
        'To public health authorities, only in a form that does not say who you are.',
        'To the police, only about a crime on our premises or against our staff, or a threat of one.',
        'A first report of suspected child abuse or neglect, where state law asks for it.',
        'Where a court orders it under the rules of 42 CFR Part 2.',
        'Everything else needs your written consent. You can take it back at any time, in writing or by saying so. What was done before cannot be undone.',
      ],
    },
    {
      title: 'Your rights',
      lines: [
        'You can ask us not to share something, even for treatment, payment or running this place. If you paid in full yourself, we must agree not to tell your health plan.',
        'You can have a list of those to whom we told something with your consent in the last three years.',
        'If records went through an intermediary, you can have a list of those who got them in the last three years.',
        'You can have this notice on paper or on screen, and talk about it with us.',
        'You can choose not to be asked for money.',
      ],
    },
    {
      title: 'What we must do',
      lines: [
        'The law asks us to keep your records private, to give you this notice, and to tell you if there was a breach of your unsecured records.',
        'We must keep to what this notice says. We may change it for all records that we have; then the new one is here, and you can have it on paper.',
      ],
    },
    {
      title: 'How to complain',
      lines: [
        'Tell our privacy officer, or use the complaint form on this site. You need not say who you are.',
        'You can also write to the Secretary of the U.S. Department of Health and Human Services, Office for Civil Rights: hhs.gov/ocr/complaints or 1-800-368-1019.',
        'Nobody may treat you worse because you complained.',
      ],
    },
  ],
}

const es: NoticeWords = {
  header: {
    title: (program) => `Aviso de prácticas de privacidad de ${program}`,
    describes: 'Este aviso describe:',
    points: [
      'CÓMO SE PUEDE USAR Y DIVULGAR LA INFORMACIÓN DE SALUD SOBRE USTED',
      'SUS DERECHOS RESPECTO A SU INFORMACIÓN DE SALUD',
      'CÓMO PRESENTAR UNA QUEJA POR UNA VIOLACIÓN DE LA PRIVACIDAD O SEGURIDAD DE SU INFORMACIÓN DE SALUD, O DE SUS DERECHOS SOBRE SU INFORMACIÓN',
    ],
    right: (contact) =>
      `USTED TIENE DERECHO A UNA COPIA DE ESTE AVISO (EN PAPEL O EN FORMA ELECTRÓNICA) Y A HABLAR DE ÉL CON ${contact} SI TIENE ALGUNA PREGUNTA.`,
  },
  contact: (phone, email) =>
    `EL ENCARGADO DE PRIVACIDAD${phone || email ? ` EN ${[phone, email].filter(Boolean).join(' Y ')}` : ''}`,
  effective: (day) => `Este aviso vale desde el ${day}.`,
  version: 'Versión',
  programs: 'Elija el lugar cuyo aviso quiere leer',
  noPrograms: 'Ningún lugar de este condado tiene aquí su aviso todavía. Pídalo en el lugar que le ayuda.',
  sections: [
    {
      title: 'Cómo se puede usar y contar su información',
      lines: [
        'Una ley federal, 42 CFR Parte 2, protege lo que sabemos de usted. Sin su consentimiento por escrito no podemos decir ni siquiera si usted viene aquí.',
        'Con su consentimiento podemos contar a quien usted nombre lo que usted nombre, por el tiempo que diga. Puede firmar un solo consentimiento para tratamiento, pago y funcionamiento de este lugar. Quien reciba registros por ese consentimiento puede pasarlos como HIPAA permite, pero nunca para procesos contra usted.',
        'A la policía, a fiscales y a tribunales no se les cuenta nada, a menos que usted firme que uno de ellos puede saber algo, y entonces solo eso.',
        'Sus registros, o testimonios sobre ellos, no se pueden usar en un proceso civil, penal, administrativo o legislativo contra usted, a menos que usted consienta o un tribunal lo ordene después de poder escucharle. Una citación sola no basta: hace falta también una orden judicial.',
        'Las notas de un consejero sobre sus sesiones necesitan un consentimiento propio.',
        'Si quisiéramos usar su información para reunir dinero, usted podría decir que no antes.',
      ],
    },
    {
      title: 'Cuándo podemos contar algo sin su consentimiento',
      lines: [
        'En una emergencia médica en que no se le puede preguntar: al personal médico, y lo que necesita.',
        'A organizaciones que trabajan para nosotros con un acuerdo escrito y deben cumplir las mismas reglas.',
        'Para investigaciones, auditorías y evaluaciones que no le nombran en lo que publican.',
        'A autoridades de salud pública, solo en una forma que no dice quién es usted.',
        'A la policía, solo sobre un delito en nuestro local o contra nuestro personal, o una amenaza de ello.',
        'Un primer informe de sospecha de abuso o descuido de menores, donde la ley del estado lo pide.',
        'Donde un tribunal lo ordena según las reglas de 42 CFR Parte 2.',
        'Todo lo demás necesita su consentimiento por escrito. Puede retirarlo cuando quiera, por escrito o diciéndolo. Lo que se hizo antes no se puede deshacer.',
      ],
    },
    {
      title: 'Sus derechos',
      lines: [
        'Puede pedirnos que no compartamos algo, ni siquiera para tratamiento, pago o funcionamiento. Si usted pagó todo, debemos aceptar no contarlo a su seguro médico.',
        'Puede recibir una lista de a quién contamos algo con su consentimiento en los últimos tres años.',
        'Si los registros pasaron por un intermediario, puede recibir una lista de quién los recibió en los últimos tres años.',
        'Puede recibir este aviso en papel o en pantalla, y hablar de él con nosotros.',
        'Puede elegir que no le pidan dinero.',
      ],
    },
    {
      title: 'Qué debemos hacer',
      lines: [
        'La ley nos pide guardar sus registros en privado, darle este aviso y avisarle si hubo una violación de sus registros no protegidos.',
        'Debemos cumplir lo que dice este aviso. Podemos cambiarlo para todos los registros que tenemos; entonces el nuevo está aquí, y puede recibirlo en papel.',
      ],
    },
    {
      title: 'Cómo quejarse',
      lines: [
        'Hable con nuestro encargado de privacidad, o use el formulario de quejas de este sitio. No tiene que decir quién es.',
        'También puede escribir al Secretario del Departamento de Salud y Servicios Humanos de EE. UU., Oficina de Derechos Civiles: hhs.gov/ocr/complaints o 1-800-368-1019.',
        'Nadie puede tratarle peor por haberse quejado.',
      ],
    },
  ],
}

/** The patient notice (42 CFR 2.22, P2-063) in a language. */
export const noticeWords = (lang: Lang): NoticeWords => ({ en, es })[lang]
