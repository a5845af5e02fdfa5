/** The things of a scene join the body: shapes, lines on them, and what they are made of. */
import type { Vec3 } from '../../geometry/vec3.ts'
import { distanceToGroups } from '../field/field.ts'
import type { Scene } from '../scene.ts'
import type { Group, Material, Primitive, Solid, SurfaceMark } from '../solid.ts'
import { bandRibbon } from './band.ts'
import type { LegDistance } from './band.ts'
import { strapRibbon } from './strap.ts'
import { thingOf } from './things.ts'

export interface BuiltProps {
  /** Empty parts when the scene has no props; the mat is drawn, not built. */
  readonly group: Group
  readonly marks: readonly SurfaceMark[]
  readonly materials: ReadonlyMap<Primitive, Material>
}

/** The props of a scene; bands and straps lie on the skin of `body`. */
export function buildProps({ skeleton, props }: Scene, body: readonly Group[]): BuiltProps {
  const legDistance = distanceToLegs(body)
  const materials = new Map<Primitive, Material>()
  const marks: SurfaceMark[] = []
  const parts: { primitives: readonly Primitive[]; blend: number }[] = []
  const put = (primitives: readonly Primitive[], material: Material): void => {
    parts.push({ primitives, blend: 0 })
    for (const primitive of primitives) materials.set(primitive, material)
  }
  for (const prop of props) {
    switch (prop.kind) {
      case 'mat':
        break
      case 'band':
        put([bandRibbon(skeleton, prop.share, legDistance)], 'band')
        break
      case 'strap': {
        const ribbon = strapRibbon(skeleton, prop, legDistance)
        if (ribbon !== undefined) put([ribbon], 'strap')
        break
      }
      default: {
        const thing = thingOf(prop.kind, prop.place)
        put(thing.primitives, thing.material)
        marks.push(...thing.marks)
      }
    }
  }
  return { group: { name: 'props', parts }, marks, materials }
}

/** The body with the props of its scene. */
export function addProps(body: Solid, scene: Scene): Solid {
  const { group, marks, materials } = buildProps(scene, body.groups)
  if (group.parts.length === 0) return body
  return {
    ...body,
    groups: [...body.groups, group],
    marks: [...body.marks, ...marks],
    materialAt: (place) => materials.get(place.primitive) ?? body.materialAt(place),
  }
}

function distanceToLegs(body: readonly Group[]): LegDistance {
  const [left, right] = ['left leg', 'right leg'].map((name) =>
    distanceToGroups(body.filter((group) => group.name === name)),
  )
  return (side, point: Vec3) => (side === 'left' ? left : right)?.(point) ?? Infinity
}
