/** The bytes are no text in UTF-8; the message is the line before. */
export class NotText extends Error {}

/** The text of a file, piece by piece. @throws NotText */
export async function* decodeUtf8(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let lines = 1
  const decode = (chunk?: Buffer): string => {
    try {
      const text = decoder.decode(chunk, { stream: chunk !== undefined })
      if (text.includes('\0')) throw new NotText()
      return text
    } catch {
      throw new NotText(`${lines}`)
    }
  }
  for await (const chunk of source) {
    const text = decode(chunk)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
    yield text
  }
  yield decode()
}
