import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { propertyNames } from '../../src/style/properties.ts'
import { propertyTable } from '../../src/style/property-table.ts'

const guide = new URL('../../templates/README.md', import.meta.url)

describe('the table of properties', () => {
  it('has one row for each property', () => {
    const rows = propertyTable().trimEnd().split('\n')
    expect(rows).toHaveLength(propertyNames.length + 2)
    expect(rows).toContain(
      '| `orphans` | `<integer [1,∞]>` | `2` | yes | lines kept before a page break |',
    )
    expect(rows).toContain(
      '| `marks` | `none \\| crop \\|\\| cross` | `none` | no | in `@page` only |',
    )
  })

  it('stands in the guide to templates as it is', () => {
    expect(existsSync(guide)).toBe(true)
    const [, section] = readFileSync(guide, 'utf8').split(/<!-- \/?properties -->/)
    expect(section?.trim()).toBe(propertyTable().trim())
  })
})
