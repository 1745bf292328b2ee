import { capabilityArrows, LAYERS } from './layer-rules.ts'
import type { Project } from './project.ts'

/** The first sentence of a README: what the capability owns. */
const firstSentence = (readme: string): string => {
  const prose = readme
    .split(/\n\s*\n/)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .find((part) => part !== '' && !part.startsWith('#'))
  return /^.*?[.!?](?=\s|$)/.exec(prose ?? '')?.[0] ?? prose ?? ''
}

/**
 * Who asks whom, as the imports are, and what each capability owns, in its own README's first sentence.
 * Those whom nobody below them needs come first.
 */
export const capabilityMap = (project: Project): string => {
  const arrows = capabilityArrows(project)
  const named = LAYERS.toReversed()
    .flat()
    .filter((capability) => arrows.has(capability))
  const width = Math.max(...named.map((capability) => capability.length))
  const picture = named.map((capability) => {
    const asked = named.filter((other) => arrows.get(capability)?.has(other))
    return asked.length === 0 ? capability : `${capability.padEnd(width)} ──▶ ${asked.join(', ')}`
  })
  const owns = named.map(
    (capability) =>
      `- [${capability}](src/capabilities/${capability}): ${firstSentence(
        project.files.get(`src/capabilities/${capability}/README.md`) ?? '',
      )}`,
  )
  return ['```', ...picture, '```', '', ...owns].join('\n')
}

const BEGIN = '<!-- capability map -->'
const END = '<!-- /capability map -->'

/** Puts a map between the markers of a text. @throws when the markers are not there */
export const withMap = (text: string, map: string): string => {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`ARCHITECTURE.md has lost ${BEGIN} … ${END}`)
  return `${text.slice(0, begin)}${BEGIN}\n${map}\n${text.slice(end)}`
}
