/** The languages of the public pages. English is the default; a page says its own in `lang`. */
export type Lang = 'en' | 'es'

/** What the frame says by itself: skip link, menus, 911 and 988. */
export const frameWords = {
  en: {
    skip: 'Skip to main content',
    main: 'Main',
    menuFor: 'Menu for',
    signOut: 'Sign out',
    signIn: 'Sign in',
    official: 'Official site',
    notBreathing: 'Somebody is not breathing or can’t be woken?',
    giveNaloxone: 'Call 911 and give naloxone.',
    call911: 'Call 911',
    call988: 'Call or text 988',
    urgent: '911, 988',
    quickExit: 'Quick exit',
    waiting: 'waiting',
    error: 'Error',
  },
  es: {
    skip: 'Ir al contenido principal',
    main: 'Principal',
    menuFor: 'Menú de',
    signOut: 'Cerrar sesión',
    signIn: 'Iniciar sesión',
    official: 'Sitio oficial',
    notBreathing: '¿Alguien no respira o no despierta?',
    giveNaloxone: 'Llame al 911 y dé naloxona.',
    call911: 'Llame al 911',
    call988: '988: voz o texto',
    urgent: '911, 988',
    quickExit: 'Salir rápido',
    waiting: 'en espera',
    error: 'Error',
  },
} as const

/** The names of the looks a person can choose. */
export const themeWords = {
  en: { legend: 'Look', none: 'As my device', light: 'Light', night: 'Night', contrast: 'High contrast' },
  es: {
    legend: 'Apariencia',
    none: 'Como mi equipo',
    light: 'Clara',
    night: 'Noche',
    contrast: 'Alto contraste',
  },
} as const

/** What forms say by themselves. */
export const formWords = {
  en: {
    optional: 'optional',
    month: 'Month',
    day: 'Day',
    year: 'Year',
    choose: 'Choose',
    errors: (count: number) => (count === 1 ? 'One answer needs a change' : `${count} answers need a change`),
    wordsTitle: 'Do these words have to be here?',
    wordsCriminalJustice:
      'Causeway keeps nothing from a records check: no warrants, no history, no NCIC, SID or FBI numbers, and not that there is nothing. Write what the person needs instead.',
    wordsThirdPerson:
      'Somebody else is named, and has agreed to nothing. Leave the name out: write “a friend”, “her brother”.',
    wordsKeep: 'Keep my words as they are',
    clear: 'Clear',
    signed: 'Your signature',
    notSigned: 'A sheet to sign on, still empty',
    nearMe: 'Use where I am',
    nearMeFound: 'Using where you are now.',
    nearMeRefused: 'We can’t see where you are. Type a town or a ZIP code.',
  },
  es: {
    optional: 'opcional',
    month: 'Mes',
    day: 'Día',
    year: 'Año',
    choose: 'Elija',
    errors: (count: number) =>
      count === 1 ? 'Hay que cambiar una respuesta' : `Hay que cambiar ${count} respuestas`,
    wordsTitle: '¿Hacen falta estas palabras?',
    wordsCriminalJustice:
      'Causeway no guarda nada de una consulta policial: ni órdenes, ni antecedentes, ni números de NCIC, SID o FBI, ni que no haya nada. Escriba mejor lo que la persona necesita.',
    wordsThirdPerson:
      'Se nombra a otra persona, que no ha dado permiso. Quite el nombre: escriba “un amigo”, “su hermano”.',
    wordsKeep: 'Dejar mis palabras como están',
    clear: 'Borrar',
    signed: 'Su firma',
    notSigned: 'Una hoja para firmar, todavía vacía',
    nearMe: 'Usar mi ubicación',
    nearMeFound: 'Usamos el lugar donde está ahora.',
    nearMeRefused: 'No podemos ver dónde está. Escriba un pueblo o un código postal.',
  },
} as const

/** What a draft says about itself, in the page and in the browser. */
export const draftWords = {
  en: { saved: 'Saved', notSaved: 'Not saved yet. Keep going, we will try again.' },
  es: { saved: 'Guardado', notSaved: 'Aún no se guardó. Siga, lo intentaremos de nuevo.' },
} as const

/** Who can see, steps, pages, undo. */
export const pieceWords = {
  en: {
    whoCanSee: 'Who can see this',
    releaseNotice: 'What this may not be used for',
    federalRule: 'The federal rule, word for word',
    cannotSee: 'Cannot see:',
    progress: 'Progress',
    done: 'done',
    now: 'now',
    pages: 'Pages',
    page: 'Page',
    previous: 'Previous',
    next: 'Next',
    undo: 'Undo',
    listen: 'Read this to me',
    quiet: 'Stop reading',
  },
  es: {
    whoCanSee: 'Quién puede ver esto',
    releaseNotice: 'Para qué no se puede usar esto',
    federalRule: 'La regla federal, palabra por palabra (en inglés)',
    cannotSee: 'No puede ver:',
    progress: 'Avance',
    done: 'hecho',
    now: 'ahora',
    pages: 'Páginas',
    page: 'Página',
    previous: 'Anterior',
    next: 'Siguiente',
    undo: 'Deshacer',
    listen: 'Léame esto',
    quiet: 'Dejar de leer',
  },
} as const

/** Spanish says "a la 1:00" and "a las 2:00". */
const article = (clock: string): string => (clock.startsWith('1:') ? 'la' : 'las')

/**
 * Words around times and durations. `by`, `at` and `wasDue` are told whether `when` is a clock time alone
 * ("4:10 PM") or names a day ("tomorrow 8:00 AM"), because Spanish joins the two differently.
 */
export const timeWords = {
  en: {
    minutes: 'min',
    hours: 'h',
    days: (count: number) => (count === 1 ? 'day' : 'days'),
    inA: (span: string) => `in ${span}`,
    ago: (span: string) => `${span} ago`,
    now: 'now',
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    by: (when: string, _clockOnly: boolean) => `by ${when}`,
    at: (when: string, clockOnly: boolean) => (clockOnly ? `at ${when}` : when),
    wasDue: (when: string, _clockOnly: boolean) => `was due ${when}`,
    left: (span: string) => `${span} left`,
    late: (span: string) => `${span} late`,
    dueNow: 'Due now',
    doneIn: (span: string) => `Done in ${span}`,
    done: 'Done',
    ringLate: 'late',
    ringDue: 'due',
    ringNow: 'now',
  },
  es: {
    minutes: 'min',
    hours: 'h',
    days: (count: number) => (count === 1 ? 'día' : 'días'),
    inA: (span: string) => `en ${span}`,
    ago: (span: string) => `hace ${span}`,
    now: 'ahora',
    today: 'hoy',
    yesterday: 'ayer',
    tomorrow: 'mañana',
    by: (when: string, clockOnly: boolean) =>
      clockOnly ? `antes de ${article(when)} ${when}` : `antes de ${when}`,
    at: (when: string, clockOnly: boolean) => (clockOnly ? `a ${article(when)} ${when}` : when),
    wasDue: (when: string, clockOnly: boolean) =>
      clockOnly ? `vencía a ${article(when)} ${when}` : `vencía ${when}`,
    left: (span: string) => `Quedan ${span}`,
    late: (span: string) => `${span} de retraso`,
    dueNow: 'Vence ahora',
    doneIn: (span: string) => `Hecho en ${span}`,
    done: 'Hecho',
    ringLate: 'tarde',
    ringDue: 'vence',
    ringNow: 'ya',
  },
} as const
