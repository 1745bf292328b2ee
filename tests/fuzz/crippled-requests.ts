import { connect } from 'node:net'

const END = '\r\nConnection: close\r\n\r\n'

/** What comes over a socket from a broken or a wicked program, as bytes. */
export const CRIPPLED: readonly string[] = [
  '\0\0\0\0\r\n\r\n',
  `GET /%zz HTTP/1.1\r\nHost: a${END}`,
  `GET /referrals/%E0%A4%A HTTP/1.1\r\nHost: a${END}`,
  `GET /answer/%00 HTTP/1.1\r\nHost: a${END}`,
  `GET //evil.example/%2e%2e HTTP/1.1\r\nHost: a${END}`,
  `GET http://evil.example/desk HTTP/1.1\r\nHost: a${END}`,
  `GET * HTTP/1.1\r\nHost: a${END}`,
  `OPTIONS * HTTP/1.1\r\nHost: a${END}`,
  `GET / HTTP/1.1${END}`,
  `GET / HTTP/1.1\r\nHost: [::1${END}`,
  `GET / HTTP/1.1\r\nHost: a b\u00e9${END}`,
  `GET / HTTP/1.1\r\nHost: a@b:99999/${END}`,
  `GET / HTTP/9.9\r\nHost: a${END}`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a${END}`,
  `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}${END}`,
  `POST /theme HTTP/1.1\r\nHost: a\r\nContent-Length: -1${END}`,
  `POST /theme HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked${END}0\r\n\r\n`,
  `POST /theme HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked${END}zz\r\n`,
  `POST /theme HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=${END}`,
  `CONNECT evil.example:443 HTTP/1.1\r\nHost: a${END}`,
  `GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
]

/** Longer than anything is thought about; what says nothing by then says nothing. */
const PATIENCE_MS = 2000

/** Sends bytes and gives what comes back until the other side closes, at most for a moment. */
export const sendBytes = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let heard = ''
    const finish = () => {
      socket.destroy()
      resolve(heard)
    }
    socket.setTimeout(PATIENCE_MS, finish)
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', finish)
    socket.on('close', finish)
  })
