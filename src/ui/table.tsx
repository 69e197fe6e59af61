import { classes, type Content } from './content.ts'

export type TableColumn = {
  text: Content
  /** Right-aligned, tabular. */
  numeric?: boolean
  /** Read out, not seen. */
  hidden?: boolean
}

export type TableProps = {
  caption: Content
  hideCaption?: boolean
  columns: readonly TableColumn[]
  /** A cell for each column; the first one is the row's header. */
  rows: readonly (readonly Content[])[]
  /** On phones: `scroll` sideways (the default), or `stack`: each row a block, each cell under its column's name. */
  narrow?: 'scroll' | 'stack'
  /** The column names as plain text, needed for `stack`. */
  stackLabels?: readonly string[]
  /** An accessible name for the part that scrolls, when the caption is not plain text. */
  label?: string
  id?: string
  /** Instead of rows, when there are none. */
  empty?: Content
}

/** A table with a caption and row headers. */
export function Table(props: TableProps) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const stack = props.narrow === 'stack'
  const captionId = `${props.id ?? 'table'}-caption`
  const table = (
    <table class={classes('sv-table', stack && 'sv-table--stack')} id={props.id}>
      <caption
        class={classes('sv-table__caption', props.hideCaption && 'sv-hidden')}
        id={props.id ? captionId : undefined}
      >
        {props.caption}
      </caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={classes(column.numeric && 'is-figure')}>
              {column.hidden ? <span class="sv-hidden">{column.text}</span> : column.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells) => (
          <tr>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th scope="row">{cell}</th>
              ) : (
                <td class={classes(props.columns[index]?.numeric && 'is-figure')}>
                  {stack && props.stackLabels?.[index] && (
                    <span class="sv-table__label" aria-hidden="true">
                      {props.stackLabels[index]}
                    </span>
                  )}
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (stack) return table
  const name = props.label ?? (typeof props.caption === 'string' ? props.caption : undefined)
  return (
    <div
      class="sv-scroll"
      tabindex={0}
      role="region"
      aria-label={name}
      aria-labelledby={!name && props.id ? captionId : undefined}
    >
      {table}
    </div>
  )
}
