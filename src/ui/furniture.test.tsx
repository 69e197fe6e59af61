import { describe, expect, it } from 'vitest'
import { FurniturePage } from './furniture.page.tsx'
import { tokenPairs, contrast } from './furniture/tokens.tsx'

const page = String(<FurniturePage />)

describe('the furniture', () => {
  it('obeys the strict policy: no style attribute, no inline handler, no address of anyone else', () => {
    expect(page).not.toMatch(/\sstyle\s*=/)
    expect(page).not.toMatch(/\son[a-z]+\s*=/)
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  it('uses every id once, so that labels and descriptions point at one thing', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('points every label, description and icon at something that is there', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const targets = [...page.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    )
    const icons = [...page.matchAll(/<use href="#([^"]+)"/g)].map((match) => match[1])
    expect([...targets, ...icons].filter((target) => !ids.has(target))).toEqual([])
  })

  it.each(tokenPairs)('keeps $name readable in both themes', ({ use, light, dark }) => {
    const least = use.includes('3:1') ? 3 : 4.5
    expect(contrast(...light)).toBeGreaterThanOrEqual(least)
    expect(contrast(...dark)).toBeGreaterThanOrEqual(least)
  })
})
