import { expect, test } from 'vitest'
import { Chips } from '../chips/chips.tsx'
import { DateField } from '../date-field/date-field.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import { RadioTiles } from '../radio-tiles/radio-tiles.tsx'
import { SelectField } from '../select-field/select-field.tsx'
import { TextArea } from '../text-area/text-area.tsx'
import { TextField } from '../text-field/text-field.tsx'

test('a field is named by its label, described by its hint, and has no error to speak of', () => {
  const html = String(<TextField name="reach" label="Phone" hint="Any way is fine" />)
  expect(html).toContain('<label class="usa-label" for="reach">Phone</label>')
  expect(html).toContain('aria-describedby="reach-hint"')
  expect(html).not.toContain('aria-invalid')
})

test('a refused field keeps its value, and its error is read with it', () => {
  const html = String(
    <TextField name="reach" label="Phone" hint="Any way" error="Give a way" value="4-ish" />,
  )
  expect(html).toContain('value="4-ish"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('aria-describedby="reach-hint reach-error"')
})

test('a field with neither hint nor error is described by nothing', () => {
  expect(String(<TextArea name="note" label="Note" />)).not.toContain('aria-describedby')
})

test('what people write can never become markup', () => {
  const wicked = '"><script>alert(1)</script>'
  for (const html of [
    String(<TextField name="a" label={wicked} hint={wicked} error={wicked} value={wicked} />),
    String(<TextArea name="a" label="Note" value={`</textarea>${wicked}`} />),
    String(<SelectField name="a" label="One" options={[{ value: wicked, label: wicked }]} value={wicked} />),
    String(<ErrorSummary errors={[{ field: wicked, message: wicked }]} />),
  ]) {
    expect(html).not.toContain('<script')
  }
})

test('an error summary leads to the first control of a question', () => {
  const summary = String(
    <ErrorSummary
      errors={[
        { field: 'born', message: 'Check the day' },
        { field: 'need', message: 'Choose one' },
      ]}
    />,
  )
  expect(summary).toContain('2 answers need a change')
  expect(summary).toContain('href="#born"')
  const date = String(<DateField name="born" legend="Born" value={{ month: '2', day: '30', year: '1986' }} />)
  expect(date).toMatch(/<input[^>]*id="born"[^>]*name="born-month"[^>]*value="2"/)
  const radios = String(<RadioTiles name="need" legend="Need" options={[{ value: 'a', label: 'A' }]} />)
  expect(radios).toMatch(/<input[^>]*type="radio"[^>]*id="need"/)
})

test('nothing shows when nothing needs a change', () => {
  expect(String(<ErrorSummary errors={[]} />)).toBe('')
})

test('only what was chosen comes back chosen', () => {
  const options = ['Detox', 'Medicine'].map((label) => ({ value: label, label }))
  const html = String(
    <Chips name="help" legend="Help" choose="any" options={options} values={['Medicine']} />,
  )
  const checked = [...html.matchAll(/<input[^>]*value="(\w+)"[^>]*checked/g)].map(([, value]) => value)
  expect(checked).toEqual(['Medicine'])
})

test('a choice that no longer exists leaves the list on its empty first line', () => {
  const html = String(<SelectField name="a" label="A" options={[{ value: 'x', label: 'X' }]} value="gone" />)
  expect(html).toContain('<option value="">Choose</option>')
  expect(html).not.toContain('selected')
})
