import type { Lang } from '#design'

/** What an officer says and the paper repeats, in both languages at about grade 6. */
export const PROMISE: Readonly<
  Record<
    Lang,
    {
      readonly title: string
      readonly said: string
      readonly lines: readonly string[]
      readonly signed: string
      readonly day: string
      readonly numbers: string
      readonly help: readonly (readonly [string, string])[]
    }
  >
> = {
  en: {
    title: 'Our promise to you',
    said: 'You asked for help. You will not be arrested or charged for what you use or what you hand over here. You can leave when you want.',
    lines: [
      'You asked for help. We will not arrest or charge you for using, or for what you hand over here.',
      'We do not write down your name with anything that you hand over. It is destroyed.',
      'What you tell the volunteer who helps you stays with them and their program. The police are not told, unless you sign that they may be.',
      'You can stop at any time, and leave. You can come back at any time, as often as you want.',
      'We stay with you until the volunteer is here.',
    ],
    signed: 'For the station',
    day: 'Day',
    numbers: 'Day or night',
    help: [
      ['911', 'Somebody is in danger, or does not wake up'],
      ['988', 'You want to talk to somebody now'],
      ['1-800-662-4357', 'Places that help, in English and Spanish'],
    ],
  },
  es: {
    title: 'Nuestra promesa a usted',
    said: 'Usted pidió ayuda. Nadie lo va a arrestar ni acusar por lo que usa o por lo que entrega aquí. Puede irse cuando quiera.',
    lines: [
      'Usted pidió ayuda. No lo vamos a arrestar ni acusar por usar drogas, ni por lo que entrega aquí.',
      'No escribimos su nombre junto a lo que entrega. Se destruye.',
      'Lo que usted dice al voluntario que le ayuda queda con él y su programa. La policía no lo sabe, a menos que usted firme que puede saberlo.',
      'Puede parar en cualquier momento, e irse. Puede volver en cualquier momento, las veces que quiera.',
      'Nos quedamos con usted hasta que llegue el voluntario.',
    ],
    signed: 'Por la estación',
    day: 'Día',
    numbers: 'De día o de noche',
    help: [
      ['911', 'Alguien está en peligro, o no despierta'],
      ['988', 'Quiere hablar con alguien ahora'],
      ['1-800-662-4357', 'Lugares que ayudan, en español e inglés'],
    ],
  },
}

/** For somebody who asks for their family: what help there is for them, and how the other person can come. */
export const FAMILY_LINES = [
  'Naloxone can be in the house: here, at a pharmacy, or from a harm-reduction program. It needs no prescription.',
  'The person can walk in here at any hour, alone or with you. The promise is theirs too.',
  'Help for you: 1-800-662-4357, day and night. Family groups such as Al-Anon and Nar-Anon meet nearby.',
  'If they do not wake up: call 911, give naloxone, stay.',
] as const
