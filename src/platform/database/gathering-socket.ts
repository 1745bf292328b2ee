import { Socket } from 'node:net'

/**
 * A socket that sends what is written to it in one turn of the event loop in one piece. The queries that a transaction
 * asks at once then cost one call of the operating system, which is dear, and wake PostgreSQL once.
 */
export const gatheringSocket = (): Socket => {
  const socket = new Socket()
  const write = socket.write.bind(socket)
  let gathering = false
  const writeWithOthers = (...given: Parameters<typeof write>): boolean => {
    if (!gathering) {
      gathering = true
      socket.cork()
      process.nextTick(() => {
        gathering = false
        socket.uncork()
      })
    }
    return write(...given)
  }
  socket.write = writeWithOthers as typeof socket.write
  return socket
}
