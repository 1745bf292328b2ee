import { Button, Card, EmptyState, FileField, Row, Rows, When } from '#design'
import { SCAN_TYPES } from '#platform/files/file-kinds.ts'
import { type KeptScan, MOST_SCANS } from './keep-scan.ts'

const KIND_WORDS = { 'application/pdf': 'PDF', 'image/jpeg': 'photo', 'image/png': 'picture' } as const

/** The paper itself, on the page of a release that was signed on paper: what is kept of it, and how to add a file. */
export const ScanCard = ({
  releaseId,
  scans,
  error,
  now,
  zone,
}: {
  releaseId: string
  scans: readonly KeptScan[]
  error?: string | undefined
  now: Date
  zone: string
}) => (
  <Card title="The signed paper" id="paper">
    <div class="stack">
      {scans.length === 0 ? (
        <EmptyState icon="file" title="No scan yet" level={3}>
          The release counts without one: somebody said that they hold the paper.
        </EmptyState>
      ) : (
        <Rows bare label="Files of the paper">
          {scans.map(({ id, mediaType, keptAt, keptBy }, index) => (
            <Row
              title={`File ${index + 1}, a ${KIND_WORDS[mediaType]}`}
              level={3}
              end={<a href={`/releases/${releaseId}/scan/${id}`}>{`Open file ${index + 1}`}</a>}
            >
              <p class="muted">
                {`Kept by ${keptBy}, `}
                <When at={keptAt} now={now} zone={zone} as="stamp" />
              </p>
            </Row>
          ))}
        </Rows>
      )}
      {scans.length < MOST_SCANS && (
        <form
          class="stack"
          method="post"
          action={`/releases/${releaseId}/scan`}
          enctype="multipart/form-data"
          novalidate
        >
          <FileField
            name="scan"
            label="Add a scan or a photo of it"
            hint="PDF, JPEG or PNG, 6 MB at most. Place and time are taken out of photos; a PDF is kept as it is. It cannot be removed."
            accept={SCAN_TYPES.join(',')}
            error={error}
          />
          <p>
            <Button kind="outline" icon="file">
              Keep it
            </Button>
          </p>
        </form>
      )}
      <p class="muted">
        Here your organization alone reads it; the person and the privacy officer can have a copy. Each time
        is recorded.
      </p>
    </div>
  </Card>
)
