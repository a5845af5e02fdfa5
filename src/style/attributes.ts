/** Attributes that say what a property says: `dir`, and the paint of shapes in SVG. */
import { isPictureElement } from '../template/elements.ts'
import type { Element } from '../template/markup.ts'
import { properties } from './properties.ts'
import type { PropertyDeclaration } from './stylesheet.ts'

/** Declarations weaker than any rule of the author (HTML, 15.2; SVG 2, 6.6). */
export function attributeDeclarations(element: Element): readonly PropertyDeclaration[] {
  const { dir } = element.attributes
  const direction =
    dir === 'ltr' || dir === 'rtl' ? declarationOf('direction', dir, element) : undefined
  const paint = paintOf(element).map(([name, value]) => declarationOf(name, value, element))
  return direction === undefined ? paint : [direction, ...paint]
}

/** Equal for elements whose attributes say the same. */
export function attributeKey(element: Element): string {
  const { dir = '' } = element.attributes
  const paint = paintOf(element)
  return paint.length === 0 && dir === '' ? '' : `|${dir}|${JSON.stringify(paint)}`
}

const paintAttributes = ['fill', 'stroke', 'stroke-width'] as const

function paintOf(element: Element): readonly (readonly [name: string, value: string])[] {
  if (!isPictureElement(element.name)) return []
  return paintAttributes.flatMap((name) => {
    const value = element.attributes[name]
    return value === undefined ? [] : [[name, value] as const]
  })
}

function declarationOf(property: string, value: string, element: Element): PropertyDeclaration {
  const facts = properties.get(property)
  if (facts === undefined) throw new Error(`${property} is not in the table`)
  return {
    kind: 'property',
    property,
    isImportant: false,
    ltr: facts.ltr,
    rtl: facts.rtl,
    value: { kind: 'text', segments: [value] },
    span: undefined,
    place: element.place,
  }
}
