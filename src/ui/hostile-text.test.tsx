import { expect, it } from 'vitest'
import { Button } from './button.tsx'
import { Radios } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { EvidenceItem } from './evidence.tsx'
import { Field } from './field.tsx'
import { LogList } from './log.tsx'
import { PostForm } from './post-form.tsx'
import { RingMap } from './ring-map.tsx'
import { RoleStep } from './role-step.tsx'
import { Select } from './select.tsx'
import { Sparkline } from './sparkline.tsx'
import { Table } from './table.tsx'

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' & </textarea></q>`

const pieces = {
  'a post among the evidence': (
    <EvidenceItem
      at={hostile}
      time={hostile}
      text={hostile}
      lang={hostile}
      weight="counted"
      verdict={hostile}
      why={hostile}
    />
  ),
  'a typed value': (
    <Field name="x" label={hostile} value={hostile} hint={hostile} error={hostile} placeholder={hostile} />
  ),
  'a typed text': <Field name="x" type="textarea" label={hostile} value={hostile} />,
  'an option': <Select name="x" label="x" options={[{ value: hostile, text: hostile }]} value={hostile} />,
  'a choice': (
    <Radios name="x" legend={hostile} choices={[{ value: hostile, text: hostile, hint: hostile }]} value={hostile} />
  ),
  'an error': <ErrorSummary title={hostile} errors={[{ field: hostile, text: hostile }]} />,
  'a place on the map': (
    <RingMap
      label={hostile}
      ringText={() => hostile}
      marks={[{ kind: 'here', name: hostile, detail: hostile, km: 1, bearing: 2 }]}
    />
  ),
  'a line of the log': <LogList entries={[{ at: hostile, time: hostile, who: hostile, what: hostile }]} />,
  'a hidden field': (
    <PostForm action={hostile} hidden={{ [`x`]: hostile }}>
      <Button value={hostile} label={hostile}>
        {hostile}
      </Button>
    </PostForm>
  ),
  'a step': <RoleStep id="s" text={hostile} detail={hostile} action={hostile} hidden={{ a: hostile }} />,
  'a cell': (
    <Table caption={hostile} columns={[{ text: hostile }]} rows={[[hostile]]} narrow="stack" stackLabels={[hostile]} />
  ),
  'a name for a drawing': <Sparkline series={[1]} normal={{ low: 0, high: 1 }} label={hostile} />,
}

it.each(Object.entries(pieces))('draws %s as text, whatever it says', (_name, piece) => {
  const html = String(piece)
  expect(html).not.toMatch(/<(script|img)/i)
  // Without the values of attributes, no tag carries anything of it; as many textareas and quotations open as close.
  const tags = html.replaceAll(/="[^"]*"/g, '').match(/<[^>]*>/g) ?? []
  expect(tags.filter((tag) => /alert|onerror|["']/.test(tag))).toEqual([])
  expect(html.split('<textarea').length).toBe(html.split('</textarea>').length)
  expect(html.split('<q').length).toBe(html.split('</q>').length)
})

it('keeps a text that begins with an empty line', () => {
  expect(String(<Field name="x" type="textarea" label="x" value={'\nSecond line'} />)).toContain(
    '>\n\nSecond line</textarea>',
  )
})
