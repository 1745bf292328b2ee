import type { Child } from 'hono/jsx'

export type DefinitionListProps = { items: readonly { term: string; value: Child }[] }

/** Facts by name: "Needs: Detox, level 3.7". Leave a fact out rather than show it empty, unless its absence matters. */
export const DefinitionList = ({ items }: DefinitionListProps) => (
  <dl class="cw-dl">
    {items.map(({ term, value }) => (
      <>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)
