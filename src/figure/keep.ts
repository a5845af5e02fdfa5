/** Sketches as compact bytes, to keep on disk and to pass between threads: a header, then all coordinates in a row. */
import type { Path, PathSegment } from '../geometry/path.ts'
import type { Rect } from '../geometry/rect.ts'
import type { AreaRole, KeptItem, LineRole, Sketch } from './sketch.ts'

/**
 * Bytes 0 to 3 hold the length of the header; it is JSON, padded with spaces so that the coordinates after
 * it, 32-bit floats of the machine, are aligned. A hundredth of a millimetre is kept up to 80 metres.
 */
interface Header {
  readonly width: number
  readonly height: number
  readonly head: Rect
  readonly items: readonly HeaderItem[]
}

type HeaderItem =
  /** One letter for each segment: M, L, C, Z. */
  | { readonly kind: 'area'; readonly role: AreaRole; readonly commands: string }
  | {
      readonly kind: 'curve'
      readonly role: LineRole
      readonly isClosed: boolean
      readonly count: number
    }
  | { readonly kind: 'dot' }

/** A kept sketch whose paths are unpacked when they are asked for: its size is known at once. */
export interface KeptSketch {
  readonly key: string
  /** Metres. */
  readonly width: number
  readonly height: number
  readonly head: Rect
  read(): Sketch
}

const prefixLength = 4

export function sketchBytes({ width, height, head, items }: Sketch): Uint8Array {
  const numbers: number[] = []
  const packed = items.map((item) => packItem(item, numbers))
  const header: Header = { width, height, head, items: packed }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const textLength = Math.ceil(text.length / 4) * 4
  const bytes = new Uint8Array(prefixLength + textLength + numbers.length * 4)
  new DataView(bytes.buffer).setUint32(0, textLength)
  bytes.fill(0x20, prefixLength, prefixLength + textLength)
  bytes.set(text, prefixLength)
  new Float32Array(bytes.buffer, prefixLength + textLength).set(numbers)
  return bytes
}

/** A sketch from its bytes. They carry a checksum where they are kept, so they are taken at their word. */
export function keptSketch(key: string, bytes: Uint8Array): KeptSketch {
  const textLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const end = prefixLength + textLength
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(prefixLength, end)))
  const { width, height, head } = header
  let sketch: Sketch | undefined
  return {
    key,
    width,
    height,
    head,
    read() {
      if (sketch !== undefined) return sketch
      // Copied, because on disk they stand after a checksum, and floats must be aligned. (`slice` copies no Buffer.)
      const aligned = new Uint8Array(bytes.subarray(end))
      const reader = createReader(new Float32Array(aligned.buffer))
      const items = header.items.map((item) => unpackItem(item, reader))
      return (sketch = { key, width, height, head, items })
    },
  }
}

function packItem(item: KeptItem, numbers: number[]): HeaderItem {
  switch (item.kind) {
    case 'area':
      return { kind: 'area', role: item.role, commands: packPath(item.path, numbers) }
    case 'curve': {
      const { role, isClosed, controls } = item
      for (const value of controls) numbers.push(value)
      return { kind: 'curve', role, isClosed, count: controls.length }
    }
    case 'dot':
      numbers.push(item.x, item.y, ...item.radii, item.angle)
      return { kind: 'dot' }
  }
}

function packPath(path: Path, numbers: number[]): string {
  let commands = ''
  for (const segment of path) {
    switch (segment.type) {
      case 'move':
      case 'line':
        commands += segment.type === 'move' ? 'M' : 'L'
        numbers.push(segment.x, segment.y)
        break
      case 'curve':
        commands += 'C'
        numbers.push(segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y)
        break
      case 'close':
        commands += 'Z'
    }
  }
  return commands
}

interface NumberReader {
  next(): number
  many(count: number): Float32Array
}

function createReader(numbers: Float32Array): NumberReader {
  let at = 0
  return {
    next: () => numbers[at++] ?? 0,
    many(count) {
      at += count
      return numbers.slice(at - count, at)
    },
  }
}

function unpackItem(item: HeaderItem, reader: NumberReader): KeptItem {
  switch (item.kind) {
    case 'area':
      return { kind: 'area', role: item.role, path: unpackPath(item.commands, reader) }
    case 'curve': {
      const { role, isClosed, count } = item
      return { kind: 'curve', role, isClosed, controls: reader.many(count) }
    }
    case 'dot': {
      const [x, y, first, second, angle] = [0, 1, 2, 3, 4].map(() => reader.next())
      return {
        kind: 'dot',
        x: x ?? 0,
        y: y ?? 0,
        radii: [first ?? 0, second ?? 0],
        angle: angle ?? 0,
      }
    }
  }
}

function unpackPath(commands: string, { next }: NumberReader): Path {
  const path: PathSegment[] = []
  for (const command of commands) {
    if (command === 'Z') path.push({ type: 'close' })
    else if (command === 'M') path.push({ type: 'move', x: next(), y: next() })
    else if (command === 'L') path.push({ type: 'line', x: next(), y: next() })
    else {
      const [x1, y1, x2, y2, x, y] = [next(), next(), next(), next(), next(), next()] as const
      path.push({ type: 'curve', x1, y1, x2, y2, x, y })
    }
  }
  return path
}
