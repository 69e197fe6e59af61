import { typed } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Field } from '#ui/field.tsx'
import { Panel, UnitFigures } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { UNITS } from '../types.ts'
import { sayMoment } from './moment.ts'
import { errorText, say, type Look } from './look.ts'

/** Unit status as each unit last said. What nobody told is said to be unknown, never shown as nought. */
export function UnitsPanel(look: Look) {
  const { data, style } = look
  const { words } = say(look)
  return (
    <Panel id="units" title={words('units.title')} aside={words('units.aside')} flush>
      <UnitFigures
        figures={UNITS.map((unit) => {
          const said = data.units.find((report) => report.unit === unit)
          if (!said) {
            return {
              label: words(`unit.${unit}`),
              value: (
                <Tag kind="hand" icon="clock">
                  {words('unit.unknown')}
                </Tag>
              ),
            }
          }
          return {
            label: words('unit.label', { unit: words(`unit.${unit}`), time: sayMoment(said.toldAt, data.now, style) }),
            value: String(said.free),
            ...(said.total !== null && { of: words('unit.of', { total: said.total }) }),
          }
        })}
      />
      {data.may.tick && (
        <div class="sv-panel__body">
          <UnitForm {...look} />
        </div>
      )}
    </Panel>
  )
}

function UnitForm(look: Look) {
  const { words, path } = say(look)
  const problem = look.problem?.form === 'unit' ? look.problem : undefined
  const error = (field: string) => {
    const text = errorText(words, problem?.errors[field])
    return text === undefined ? {} : { error: text, errorPrefix: words('error-prefix') }
  }
  return (
    <Details summary={words('unit.tell')} id="unit-tell" open={problem !== undefined}>
      <PostForm action={`${path}/units`}>
        <Select
          name="unit"
          id="unit-unit"
          label={words('unit.which')}
          empty={words('choose')}
          value={typed(problem, 'unit')}
          options={UNITS.map((unit) => ({ value: unit, text: words(`unit.${unit}`) }))}
          {...error('unit')}
        />
        <Field
          name="free"
          id="unit-free"
          label={words('unit.free')}
          inputmode="numeric"
          width={4}
          value={typed(problem, 'free')}
          {...error('free')}
        />
        <Field
          name="total"
          id="unit-total"
          label={words('unit.total')}
          inputmode="numeric"
          width={4}
          value={typed(problem, 'total')}
          {...error('total')}
        />
        <Button kind="plain">{words('unit.do')}</Button>
      </PostForm>
    </Details>
  )
}
