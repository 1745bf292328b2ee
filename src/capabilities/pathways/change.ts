import type { Refusal } from '#kernel/refusal.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { type Choice, type Definition, definitionShape, NOWHERE, type Question } from './definition.ts'
import { READERS, type Reader } from './pathway-words.ts'

/** The parts of a definition that are edited one at a time. */
export const LISTS = ['questions', 'criteria', 'deadlines', 'documents'] as const
export type List = (typeof LISTS)[number]
export const PARTS = ['about', 'approval', 'sharing', ...LISTS] as const
export type Part = (typeof PARTS)[number]

/** What a manager does to a part: an item of a list is saved, moved or removed. */
export type Change = {
  readonly part: Part
  /** The item of a list; left out: a new one, with `newItem` for its id. */
  readonly item?: string | undefined
  readonly newItem: string
  readonly act: 'save' | 'up' | 'down' | 'remove'
  readonly fields: FormFields
}

/** How many answers a question can have, as rows of its form. */
export const MOST_CHOICES = 8

type Changed = Definition | Refusal<'not-found' | 'fields-to-change'>

/** A definition after one change. What does not fit comes back with sentences at the fields, as they are named there. */
export const changed = (definition: Definition, change: Change): Changed => {
  const { part, item, act } = change
  const isList = (LISTS as readonly string[]).includes(part)
  if (isList && item !== undefined && !definition[part as List].some(({ id }) => id === item))
    return { refused: 'not-found' }
  if (!isList && act !== 'save') return { refused: 'not-found' }
  if (act === 'remove') return without(definition, part as List, item)
  if (act === 'up' || act === 'down') return moved(definition, part as List, item, act)
  const read = definitionShape.safeParse(saved(definition, change))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const field = [...(issue?.path ?? [])].reverse().find((step) => typeof step === 'string')
  return { refused: 'fields-to-change', fields: { [field ?? part]: issue?.message ?? 'Change this.' } }
}

const saved = (definition: Definition, { part, item, newItem, fields }: Change): unknown => {
  const say = (name: string) => firstOf(fields, name)
  const source = say('source')
  const id = item ?? newItem
  switch (part) {
    case 'about':
      return { ...definition, name: say('name'), kind: say('kind'), begins: say('begins'), source }
    case 'approval':
      return {
        ...definition,
        approval: {
          policy: say('policy'),
          partners: say('policy') === 'all-partners' ? (fields.partners ?? []) : [],
          override: say('override'),
          source,
        },
      }
    case 'sharing':
      return {
        ...definition,
        warrantCheck: say('warrantCheck') === 'yes',
        releases: fields.releases ?? [],
        readers: (Object.keys(READERS) as Reader[])
          .map((who) => ({ who, classes: fields[`classes-${who}`] ?? [] }))
          .filter(({ classes }) => classes.length > 0),
      }
    case 'questions':
      return withQuestion(definition, {
        ...{ id, text: say('text'), hint: say('hint'), source },
        choices: readChoices(fields, newItem),
      })
    case 'criteria':
      return put(definition, part, {
        ...{ id, label: say('label'), question: say('question'), fails: fields.fails ?? [] },
        ...{ outcome: say('outcome'), check: say('check'), source },
      })
    case 'deadlines':
      return put(definition, part, {
        ...{ id, label: say('label'), from: say('from'), until: say('until'), unit: say('unit'), source },
        ...{ earliest: Number(say('earliest')), within: Number(say('within')) },
      })
    case 'documents':
      return put(definition, part, {
        ...{ id, label: say('label'), when: say('when'), required: say('required') === 'yes', source },
      })
  }
}

const put = (definition: Definition, list: List, item: { readonly id: string }): unknown => {
  const items: readonly { readonly id: string }[] = definition[list]
  const isNew = !items.some(({ id }) => id === item.id)
  return {
    ...definition,
    [list]: isNew ? [...items, item] : items.map((one) => (one.id === item.id ? item : one)),
  }
}

/** A row without words is an answer taken away. */
const readChoices = (fields: FormFields, newItem: string): Choice[] =>
  Array.from({ length: MOST_CHOICES }, (_, row) => ({
    id: firstOf(fields, `choice-${row}`) || `${newItem.slice(0, 30)}-${row}`,
    label: firstOf(fields, `label-${row}`),
    tell: firstOf(fields, `tell-${row}`),
    next: firstOf(fields, `next-${row}`),
  })).filter(({ label }) => label !== '')

/** A criterion forgets the answers that are no longer given. */
const withQuestion = (definition: Definition, question: Question): unknown => {
  const known = question.choices.map(({ id }) => id)
  const criteria = definition.criteria.map((one) =>
    one.question === question.id ? { ...one, fails: one.fails.filter((id) => known.includes(id)) } : one,
  )
  return put({ ...definition, criteria }, 'questions', question)
}

/** A question goes with its criteria; the answers that led to it lead nowhere until somebody says where. */
const without = (definition: Definition, list: List, item: string | undefined): Definition => {
  const rest = { ...definition, [list]: definition[list].filter(({ id }) => id !== item) } as Definition
  if (list !== 'questions') return rest
  return {
    ...rest,
    criteria: rest.criteria.filter(({ question }) => question !== item),
    questions: rest.questions.map((question) => ({
      ...question,
      choices: question.choices.map((choice) =>
        choice.next === item ? { ...choice, next: NOWHERE } : choice,
      ),
    })),
  }
}

const moved = (
  definition: Definition,
  list: List,
  item: string | undefined,
  act: 'up' | 'down',
): Definition => {
  const items = [...definition[list]]
  const index = items.findIndex(({ id }) => id === item)
  const other = act === 'up' ? index - 1 : index + 1
  const [one, two] = [items[index], items[other]]
  if (!one || !two) return definition
  items[index] = two
  items[other] = one
  return { ...definition, [list]: items } as Definition
}
