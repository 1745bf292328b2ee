import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

export type Serving = {
  readonly port: number
  /** Takes no new connection, lets requests in flight finish, and closes what is idle. */
  readonly stop: () => Promise<void>
}

/** How long a request in flight may still take when the application stops. */
const FINISH_WITHIN_MS = 15_000

/** Starts to listen. @throws when the port is taken */
export const serve = async (options: {
  fetch: (request: Request, env: never) => Response | Promise<Response>
  host: string
  port: number
}): Promise<Serving> => {
  const server = createAdaptorServer({
    fetch: options.fetch as never,
    serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 },
  }) as Server
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, options.host, () => {
      server.off('error', failed)
      listening()
    })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    stop: () =>
      new Promise((stopped) => {
        // A connection whose request has just finished would be kept for the next one.
        const closingIdle = setInterval(() => server.closeIdleConnections(), 50)
        server.close(() => {
          clearInterval(closingIdle)
          stopped()
        })
        setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS).unref()
      }),
  }
}
