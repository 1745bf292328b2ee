/** What has to be closed at the end, in the opposite of the order in which it was opened. */
export const lastFirst = () => {
  const closers: (() => Promise<void>)[] = []
  return {
    add: (close: () => Promise<void>): void => {
      closers.push(close)
    },
    /** Closes everything once, also what comes after something that cannot be closed. @throws the first fault met */
    run: async (): Promise<void> => {
      const faults: unknown[] = []
      for (let close = closers.pop(); close; close = closers.pop())
        await close().catch((fault) => faults.push(fault))
      if (faults.length > 0) throw faults[0]
    },
  }
}
