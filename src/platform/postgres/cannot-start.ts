/**
 * The database cannot be started or reached, for a reason that whoever runs Causeway can act on.
 * `message` is written for them: print it alone, without a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
