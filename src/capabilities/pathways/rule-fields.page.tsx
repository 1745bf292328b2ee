import { CheckboxTile, CheckboxTiles, RadioTiles, TextField } from '#design'
import { CLASS_WORDS, isDataClass } from '#kernel/data-classes.ts'
import { firstOf } from '#platform/http/form-body.ts'
import { options, type PartFieldsProps, SourceField, values } from './part-fields.page.tsx'
import {
  KIND_BEGINS,
  KINDS,
  type Kind,
  MOST_FOR,
  POLICIES,
  READERS,
  RELEASES,
  type Reader,
} from './pathway-words.ts'

export const AboutFields = (props: PartFieldsProps) => {
  const { one } = values(props, props.definition)
  const { errors } = props
  return (
    <>
      <TextField name="name" label="Name" value={one('name')} error={errors.name} maxlength={80} />
      <RadioTiles
        name="kind"
        legend="Which way in is it?"
        hint="Only officer intervention can have a held charge"
        columns={2}
        value={one('kind')}
        error={errors.kind}
        options={(Object.keys(KINDS) as Kind[]).map((kind) => ({
          value: kind,
          label: KINDS[kind],
          hint: KIND_BEGINS[kind],
        }))}
      />
      <TextField
        name="begins"
        label="When it begins"
        hint="A sentence by which officers know it from others"
        value={one('begins')}
        error={errors.begins}
        maxlength={300}
      />
      <SourceField value={one('source')} error={errors.source} />
    </>
  )
}

const PARTNERS = ['sergeant', 'project-manager', 'prosecutor'] as const
const partnerOptions = PARTNERS.map((value) => ({ value, label: POLICIES[value] }))

export const ApprovalFields = (props: PartFieldsProps) => {
  const { one, many } = values(props, props.definition.approval)
  const { errors } = props
  return (
    <>
      <RadioTiles
        name="policy"
        legend="Who says yes before it counts?"
        columns={2}
        value={one('policy')}
        error={errors.policy}
        options={options(POLICIES)}
      />
      <CheckboxTiles
        name="partners"
        legend="If all partners: who are they?"
        columns={3}
        values={many('partners')}
        error={errors.partners}
        options={partnerOptions}
      />
      <RadioTiles
        name="override"
        legend="Who may override “presumptively ineligible”?"
        hint="Always with a reason. A hard stop cannot be overridden"
        columns={3}
        value={one('override')}
        error={errors.override}
        options={partnerOptions}
      />
      <SourceField value={one('source')} error={errors.source} />
    </>
  )
}

export const SharingFields = (props: PartFieldsProps) => {
  const { definition, fields, errors } = props
  const classesOf = (who: Reader) =>
    fields
      ? (fields[`classes-${who}`] ?? [])
      : (definition.readers.find((reader) => reader.who === who)?.classes ?? [])
  return (
    <>
      <CheckboxTiles
        name="releases"
        legend="Which kinds of release can be signed?"
        columns={2}
        values={fields ? (fields.releases ?? []) : definition.releases}
        error={errors.releases}
        options={options(RELEASES)}
      />
      {(Object.keys(READERS) as Reader[])
        .filter((who) => MOST_FOR[who].length > 0)
        .map((who) => (
          <CheckboxTiles
            name={`classes-${who}`}
            legend={`What may ${READERS[who].toLowerCase()} be told, by a release?`}
            values={classesOf(who)}
            options={MOST_FOR[who]
              .filter(isDataClass)
              .map((value) => ({ value, label: CLASS_WORDS.en[value] }))}
          />
        ))}
      <CheckboxTile
        name="warrantCheck"
        value="yes"
        label="Warrant checks may be asked for"
        hint="Off unless your county needs it. Each one is logged and can be counted"
        checked={fields ? firstOf(fields, 'warrantCheck') === 'yes' : definition.warrantCheck}
      />
    </>
  )
}
