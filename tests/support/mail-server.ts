import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export type ReceivedMail = {
  readonly from: string
  readonly to: string
  readonly headers: string
  readonly text: string
}

/** A mail server (RFC 5321) on this machine, which keeps what it takes. */
export type TestMailServer = {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** From now on: take mail, say that it is too busy, or hang up in the middle of a letter. */
  readonly behave: (as: 'takes' | 'busy' | 'hangs-up') => void
  readonly close: () => Promise<void>
}

export const testMailServer = async (): Promise<TestMailServer> => {
  const received: ReceivedMail[] = []
  let behaviour: Parameters<TestMailServer['behave']>[0] = 'takes'
  const server = createServer((socket) =>
    converse(
      socket,
      () => behaviour,
      (mail) => received.push(mail),
    ),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    behave: (as) => {
      behaviour = as
    },
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

const converse = (socket: Socket, behaviour: () => string, take: (mail: ReceivedMail) => void): void => {
  let pending = ''
  let inLetter = false
  let [from, to] = ['', '']
  const say = (line: string) => socket.write(`${line}\r\n`)
  const answer = (line: string) => {
    const command = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (command === 'EHLO') return say('250 mail.example.org')
    if (command === 'MAIL') from = address
    if (command === 'RCPT') to = address
    if (command === 'QUIT') return socket.end('221 bye\r\n')
    if (command !== 'DATA') return say('250 ok')
    if (behaviour() === 'busy') return say('451 too busy, try again later')
    if (behaviour() === 'hangs-up') return socket.destroy()
    inLetter = true
    return say('354 go ahead')
  }
  socket.setEncoding('utf8')
  socket.on('error', () => undefined)
  socket.on('data', (chunk: string) => {
    pending += chunk
    for (;;) {
      const end = inLetter ? pending.indexOf('\r\n.\r\n') : pending.indexOf('\r\n')
      if (end < 0) return
      const said = pending.slice(0, end)
      pending = pending.slice(end + (inLetter ? 5 : 2))
      if (inLetter) {
        inLetter = false
        take({ from, to, ...opened(said) })
        say('250 taken')
      } else answer(said)
    }
  })
  say('220 mail.example.org')
}

/** The headers and the text of a letter, without what keeps long lines and other letters safe on the way (RFC 2045). */
const opened = (letter: string): Pick<ReceivedMail, 'headers' | 'text'> => {
  const split = letter.indexOf('\r\n\r\n')
  const headers = letter.slice(0, split).replaceAll(/\r\n[ \t]+/g, ' ')
  const body = letter.slice(split + 4)
  const isQuoted = /content-transfer-encoding: quoted-printable/i.test(headers)
  const bytes = isQuoted
    ? Buffer.from(
        body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      )
    : Buffer.from(body, 'utf8')
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}
