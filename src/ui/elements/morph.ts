/**
 * Makes the children of `target` like those of `source`, changing as little as possible, so that what a person
 * has in hand stays: focus and caret, typed values, open details and dialogs, scrolled places.
 * Elements are matched by id, else by place and tag. `arrived` hears of each element that is new.
 */
export function morphChildren(
  target: Element,
  source: ParentNode,
  arrived: (element: Element) => void = () => {},
): void {
  const byId = new Map<string, Element>()
  for (const child of target.children) if (child.id) byId.set(child.id, child)
  const wantedIds = new Set([...source.children].map((child) => child.id).filter(Boolean))

  let current = target.firstChild
  for (const wanted of source.childNodes) {
    const match = findMatch(current, wanted, byId, wantedIds)
    if (!match) {
      const fresh = document.importNode(wanted, true)
      target.insertBefore(fresh, current)
      if (fresh instanceof Element) arrived(fresh)
      continue
    }
    if (match !== current) moveBefore(target, match, current)
    else current = current.nextSibling
    morphNode(match, wanted, arrived)
  }
  while (current) {
    const next = current.nextSibling
    if (!holdsAttention(current)) current.remove()
    current = next
  }
}

function findMatch(
  current: ChildNode | null,
  wanted: Node,
  byId: Map<string, Element>,
  wantedIds: Set<string>,
): ChildNode | undefined {
  if (wanted instanceof Element && wanted.id) {
    const same = byId.get(wanted.id)
    return same?.localName === wanted.localName ? same : undefined
  }
  if (!current) return undefined
  if (fits(current, wanted, wantedIds)) return current
  // Something before it went away: the very same further on is moved up, and so is what the reader has in hand.
  for (let later = current.nextSibling; later; later = later.nextSibling) {
    if (
      wanted instanceof Element &&
      fits(later, wanted, wantedIds) &&
      (later.isEqualNode(wanted) || holdsAttention(later))
    )
      return later
  }
  return undefined
}

function fits(node: Node, wanted: Node, wantedIds: Set<string>): boolean {
  if (node.nodeType !== wanted.nodeType) return false
  if (!(node instanceof Element) || !(wanted instanceof Element)) return true
  // One that is wanted elsewhere under its own name is not free.
  return node.localName === wanted.localName && !(node.id && (wantedIds.has(node.id) || holdsAttention(node)))
}

function moveBefore(parent: Element, node: ChildNode, before: ChildNode | null): void {
  // The newer call keeps focus, playing media and frames; the older one loses the focus, which is then given back.
  const mover = parent as { moveBefore?: (node: Node, before: Node | null) => void }
  if (mover.moveBefore) return mover.moveBefore(node, before)
  const focused = document.activeElement
  parent.insertBefore(node, before)
  if (focused instanceof HTMLElement && node.contains(focused)) focused.focus({ preventScroll: true })
}

function morphNode(node: ChildNode, wanted: ChildNode, arrived: (element: Element) => void): void {
  if (!(node instanceof Element) || !(wanted instanceof Element)) {
    if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue
    return
  }
  if (node.isEqualNode(wanted)) return
  morphAttributes(node, wanted)
  if (node.matches(selfDrawn)) return
  if (node instanceof HTMLTextAreaElement) {
    if (!isTypedIn(node) && node.defaultValue !== wanted.textContent) node.defaultValue = wanted.textContent ?? ''
    return
  }
  if (node instanceof HTMLSelectElement && isTypedIn(node)) return
  morphChildren(node, wanted, arrived)
}

/** Elements that keep their own content going. */
const selfDrawn = 'alarm-sound, copy-button, count-down, file-upload, local-clock'

/** What the reader opened, or what a running element wrote, is theirs: the server does not know it. */
function isTheReaders(node: Element, name: string): boolean {
  if (name === 'hidden') return node.matches(selfDrawn)
  if (name === 'open') return node.localName === 'details' || node.localName === 'dialog'
  if (node instanceof HTMLInputElement) return (name === 'value' || name === 'checked') && isTypedIn(node)
  return false
}

function morphAttributes(node: Element, wanted: Element): void {
  for (const name of node.getAttributeNames()) {
    if (!wanted.hasAttribute(name) && !isTheReaders(node, name)) node.removeAttribute(name)
  }
  for (const { name, value } of wanted.attributes) {
    if (node.getAttribute(name) !== value && !isTheReaders(node, name)) node.setAttribute(name, value)
  }
}

const fields = 'input:not([type=hidden]), textarea, select'

/** Whether a person has changed the field, or is in it. */
function isTypedIn(field: Element): boolean {
  if (field === document.activeElement) return true
  if (field instanceof HTMLSelectElement) {
    return (
      field.selectedIndex !==
      Math.max(
        0,
        [...field.options].findIndex((option) => option.defaultSelected),
      )
    )
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  return (
    field instanceof HTMLInputElement && (field.checked !== field.defaultChecked || field.value !== field.defaultValue)
  )
}

/** Something in it is focused, typed or open: it is not taken away under the reader's hands. */
function holdsAttention(node: Node): boolean {
  if (!(node instanceof Element)) return false
  if (document.activeElement !== document.body && node.contains(document.activeElement)) return true
  const isHeld = (part: Element) => part.matches('dialog[open]') || (part.matches(fields) && isTypedIn(part))
  return isHeld(node) || [...node.querySelectorAll('*')].some(isHeld)
}
