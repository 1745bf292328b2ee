import type { ReleaseForm } from '#consent'
import type { DataClass } from '#kernel/data-classes.ts'

/** What a screen that shows the class would say: invented, so that a person sees what they are agreeing to. */
export const CLASS_EXAMPLES: Readonly<Record<ReleaseForm['language'], Readonly<Record<DataClass, string>>>> =
  {
    en: {
      'contact-made': 'Reached: yes, Monday 2:46 PM',
      handoff: 'Met at the front door, Monday 3:10 PM. All agree.',
      'intake-done': 'Intake: done on March 4',
      enrolled: 'Takes part: yes, since March 4',
      engaged: 'In touch in the last 30 days: yes',
      'officer-next-step': 'You can help: a ride on Tuesday',
      identity: 'Born June 2, 1990. Call 555-0144',
      placement: 'Place: a bed was offered on March 5',
      attendance: 'Came on Monday. Did not come on Friday',
      'care-plan': 'Needs a home. Goal: see the dentist',
      clinical: 'Takes 16 mg buprenorphine',
      legal: 'One charge is on hold until May 1',
      'counselling-notes': 'Talk on March 6: it was a hard week',
    },
    es: {
      'contact-made': 'Contacto: sí, lunes 2:46 PM',
      handoff: 'En la puerta, lunes 3:10 PM. Todos lo dicen.',
      'intake-done': 'Registro: hecho el 4 de marzo',
      enrolled: 'Participa: sí, desde el 4 de marzo',
      engaged: 'En contacto en los últimos 30 días: sí',
      'officer-next-step': 'Puede ayudar: llevarle el martes',
      identity: 'Nació el 2 de junio de 1990. Tel. 555-0144',
      placement: 'Lugar: le ofrecieron una cama el 5 de marzo',
      attendance: 'Vino el lunes. No vino el viernes',
      'care-plan': 'Necesita casa. Meta: ir al dentista',
      clinical: 'Toma 16 mg de buprenorfina',
      legal: 'Un cargo en espera hasta el 1 de mayo',
      'counselling-notes': 'Charla del 6 de marzo: fue una semana dura',
    },
  }
