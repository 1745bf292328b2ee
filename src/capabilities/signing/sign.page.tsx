import type { ReleaseForm } from '#consent'
import { Card, CheckboxTiles, ExactWords, More, SignaturePad, TextField } from '#design'
import { firstOf } from '#platform/http/form-body.ts'
import { LONGEST_SIGNATURE } from './signature.ts'
import { hasParent } from './signer.ts'
import { languageOf } from './signing.ts'
import { PersonStep, type StepProps, stepPath } from './signing-frame.page.tsx'
import { SIGNING_WORDS } from './signing-words.ts'

/** The last step: the exact words, and under them the signature, drawn or typed. */
export const SignPage = (props: StepProps & { readonly form: ReleaseForm }) => {
  const { signing, form, errors = {}, sent = {} } = props
  const lang = languageOf(signing)
  const { sign } = SIGNING_WORDS[lang]
  const field = (name: string, label: string) => ({
    name,
    label,
    value: firstOf(signing.fields, name) || undefined,
    error: errors[name],
    lang,
    autocomplete: 'off',
    maxlength: 200,
    optional: true,
  })
  const others = ['witness', 'interpreter', 'interpreterLanguage']
  return (
    <PersonStep
      {...props}
      title={sign.title}
      next={sign.button}
      otherWays={
        <p>
          <a href={stepPath(signing.id, 'paper')}>{sign.paper}</a>
        </p>
      }
    >
      <p>{sign.words}</p>
      <Card>
        <ExactWords text={form.text} lang={form.language} id="form-words" />
      </Card>
      <input type="hidden" name="shown" value={form.sha256} />
      <SignaturePad
        name="strokes"
        label={sign.draw}
        longest={LONGEST_SIGNATURE}
        value={firstOf(sent, 'strokes')}
        lang={lang}
      />
      <TextField
        name="signature"
        label={sign.type}
        value={firstOf(sent, 'signature') || undefined}
        error={errors.signature}
        autocomplete="off"
        spellcheck={false}
        maxlength={200}
        lang={lang}
      />
      {hasParent(signing) && (
        <div class="stack">
          <h2>{sign.parent}</h2>
          <SignaturePad
            name="parentStrokes"
            label={sign.parentDraw}
            longest={LONGEST_SIGNATURE}
            value={firstOf(sent, 'parentStrokes')}
            lang={lang}
          />
          <TextField
            name="parentSignature"
            label={sign.parentType}
            value={firstOf(sent, 'parentSignature') || undefined}
            error={errors.parentSignature}
            autocomplete="off"
            spellcheck={false}
            maxlength={200}
            lang={lang}
          />
        </div>
      )}
      <CheckboxTiles
        name="agree"
        legend={sign.agreeTitle}
        options={[{ value: 'yes', label: sign.agree }]}
        values={sent.agree ?? []}
        error={errors.agree}
        lang={lang}
      />
      <More summary={sign.others} open={others.some((name) => firstOf(signing.fields, name) || errors[name])}>
        <div class="stack">
          <TextField {...field('witness', sign.witness)} />
          <TextField {...field('interpreter', sign.interpreter)} />
          <TextField {...field('interpreterLanguage', sign.interpreterLanguage)} />
        </div>
      </More>
    </PersonStep>
  )
}
