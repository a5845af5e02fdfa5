/** The shape that an SVG element describes, as a path in its own coordinates. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import { parsePathData } from '../geometry/path-data.ts'
import type { Path } from '../geometry/path.ts'
import {
  ellipsePath,
  linePath,
  polygonPath,
  polylinePath,
  rectanglePath,
} from '../geometry/shapes.ts'
import type { Element } from '../template/markup.ts'
import { readLength, readPoints } from './svg-values.ts'

/** Attributes that describe the geometry of each shape. */
export const shapeAttributes: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polygon: ['points'],
  polyline: ['points'],
}

/** The path of a shape; empty for a shape without size. */
export function shapePath(element: Element, report: Report): Path {
  const length = (name: string, fallback = 0): number => lengthOf(element, name, fallback, report)
  switch (element.name) {
    case 'path':
      return dataPath(element, report)
    case 'rect': {
      const rect = {
        x: length('x'),
        y: length('y'),
        width: length('width'),
        height: length('height'),
      }
      // Each radius defaults to the other (SVG 2, 10.2).
      const rx = length('rx', length('ry'))
      return rect.width > 0 && rect.height > 0 ? rectanglePath(rect, rx, length('ry', rx)) : []
    }
    case 'circle':
    case 'ellipse': {
      const rx = length(element.name === 'circle' ? 'r' : 'rx')
      const ry = length(element.name === 'circle' ? 'r' : 'ry')
      return rx > 0 && ry > 0 ? ellipsePath({ x: length('cx'), y: length('cy') }, rx, ry) : []
    }
    case 'line':
      return linePath({ x: length('x1'), y: length('y1') }, { x: length('x2'), y: length('y2') })
    case 'polygon':
      return polygonPath(pointsOf(element, report))
    case 'polyline':
      return polylinePath(pointsOf(element, report))
    default:
      return []
  }
}

function dataPath(element: Element, report: Report): Path {
  const data = element.attributes['d'] ?? ''
  const { path, error } = parsePathData(data)
  if (error !== undefined) {
    const near = data.slice(Math.max(0, error.offset - 8), error.offset + 8).trim()
    report(diagnose('image-svg-path', { message: error.message, near }, element.place))
  }
  return path
}

function lengthOf(element: Element, name: string, fallback: number, report: Report): number {
  const value = element.attributes[name]
  if (value === undefined || value === 'auto') return fallback
  const length = readLength(value)
  if (length !== undefined) return length
  report(diagnose('image-svg-value', { name, value, wanted: 'a length' }, element.place))
  return fallback
}

function pointsOf(element: Element, report: Report): ReturnType<typeof readPoints> & object {
  const value = element.attributes['points'] ?? ''
  const points = readPoints(value)
  if (points !== undefined) return points
  const details = { name: 'points', value: shortened(value), wanted: 'a list of points' }
  report(diagnose('image-svg-value', details, element.place))
  return []
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value
}
