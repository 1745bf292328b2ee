/** The name under which a connection keeps a query that it has seen; undefined: it is not kept. */
export type NameOf = (text: string) => string | undefined

/** A query whose text depends on how many it asks for has many texts, and each that is kept takes memory. */
const MOST_KEPT = 500

/**
 * Names for queries, the same for the same text, so that PostgreSQL reads and plans each once a connection: weighing
 * the policies anew takes longer than most answers.
 */
export const queryNames = (): NameOf => {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= MOST_KEPT) return known
    const name = `q${names.size}`
    names.set(text, name)
    return name
  }
}

/** No query is kept: behind a pooler the next transaction may come to another connection, which knows no names. */
export const noNames: NameOf = () => undefined
