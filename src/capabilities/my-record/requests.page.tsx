import { capital, dayName, type Lang, Row, stamp } from '#design'
import type { PrivacyRequest } from './privacy-request.ts'
import { recordWords } from './record-words.ts'

/** What one asked of the office, by when it is answered, and what came of it. */
export const RequestRow = ({
  request,
  lang,
  now,
  zone,
}: {
  request: PrivacyRequest
  lang: Lang
  now: Date
  zone: string
}) => {
  const words = recordWords(lang).requests
  const reader = { zone, lang }
  return (
    <Row title={words.kinds[request.kind]}>
      {request.words && <p>{request.words}</p>}
      {request.answeredAt && request.outcome ? (
        <>
          <p>
            <strong>{words.outcomes[request.outcome]}</strong>
          </p>
          {request.answer && <p>{request.answer}</p>}
          <p class="muted">{words.answered(stamp(request.answeredAt, now, reader))}</p>
        </>
      ) : (
        <>
          <p class="muted">
            {capital(words.waits(stamp(request.askedAt, now, reader), dayName(request.dueAt, now, reader)))}
          </p>
          {request.extendedBecause && <p class="muted">{words.extended(request.extendedBecause)}</p>}
        </>
      )}
    </Row>
  )
}
