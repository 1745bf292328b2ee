import { Button } from '#design'
import type { DirectoryImport } from './import.ts'

/** Throws the file away. */
export const DropForm = ({ one }: { one: Pick<DirectoryImport, 'id'> }) => (
  <form method="post" action={`/imports/${one.id}/drop`}>
    <Button kind="plain">Throw the file away</Button>
  </form>
)
