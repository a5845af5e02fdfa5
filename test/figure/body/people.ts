/** The shipped people, posed: what the tests of the body look at. */
import { fileURLToPath } from 'node:url'
import { diskFiles } from '../../../src/content/disk-files.ts'
import { readPack } from '../../../src/content/read-pack.ts'
import { buildBody } from '../../../src/figure/body/build.ts'
import type { FeltMuscle } from '../../../src/figure/body/muscles.ts'
import { distanceToBody, distanceToGroup } from '../distance.ts'
import { solvePhases } from '../../../src/figure/pose/solve-phases.ts'
import type { Skeleton } from '../../../src/figure/skeleton.ts'
import type { GroupName, Material, Solid } from '../../../src/figure/solid.ts'
import { dot, subtract, type Vec3 } from '../../../src/geometry/vec3.ts'
import type { BodyModel, Look, MuscleModel } from '../../../src/model/body.ts'
import type { Pose } from '../../../src/model/pose.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const pack = readPack(diskFiles(root), () => undefined)

export const looks: readonly Look[] = [...(pack.looks?.value.values() ?? [])]

export function lookCalled(id: string): Look {
  const look = looks.find((one) => one.id === id)
  if (look === undefined) throw new Error(`no look ${id}`)
  return look
}

export function bodyOf(look: Look): BodyModel {
  const body = pack.bodies.entries.get(look.body)?.value
  if (body === undefined) throw new Error(`no body ${look.body}`)
  return body
}

export const muscles: readonly MuscleModel[] = [...(pack.muscles?.value.values() ?? [])]

export function muscleCalled(id: string): MuscleModel {
  const muscle = muscles.find((one) => one.id === id)
  if (muscle === undefined) throw new Error(`no muscle ${id}`)
  return muscle
}

export function posed(
  look: Look,
  joints: Pose['joints'] = {},
  base = 'standing',
): { readonly skeleton: Skeleton; readonly body: BodyModel } {
  const body = bodyOf(look)
  const description = {
    camera: { azimuth: 0, elevation: 0 },
    props: [],
    phases: { end: { base, from: undefined, joints, contacts: {} } },
  }
  const scene = solvePhases(description, body, look.footwear).end
  if (scene === undefined) throw new Error(`cannot pose ${base}`)
  return { skeleton: scene.skeleton, body }
}

export function person(
  look: Look,
  joints: Pose['joints'] = {},
  { base = 'standing', feel = [] }: { base?: string; feel?: readonly FeltMuscle[] } = {},
): { readonly skeleton: Skeleton; readonly solid: Solid; readonly body: BodyModel } {
  const { skeleton, body } = posed(look, joints, base)
  return { skeleton, body, solid: buildBody(skeleton, body, look, feel) }
}

/** Steps along a ray until it meets the body. */
export function hit(solid: Solid, from: Vec3, way: Vec3): Vec3 | undefined {
  let at = from
  for (let step = 0; step < 600; step++) {
    const off = distanceToBody(solid.groups, at)
    if (off < 0.0003) return at
    if (off > 5) return undefined
    at = [at[0] + way[0] * off * 0.8, at[1] + way[1] * off * 0.8, at[2] + way[2] * off * 0.8]
  }
  return undefined
}

/** What a point of the surface of a group is made of. */
export function materialAt(solid: Solid, name: GroupName, point: Vec3): Material {
  const primitives = solid.groups.find((group) => group.name === name)?.parts ?? []
  const [nearest] = primitives
    .flatMap((part) => part.primitives)
    .map((primitive) => ({
      primitive,
      off: distanceToGroup({ name, parts: [{ primitives: [primitive], blend: 0 }] }, point),
    }))
    .sort((a, b) => a.off - b.off)
  if (nearest === undefined) throw new Error(`nothing in ${name}`)
  const { primitive } = nearest
  let at = 0
  if (primitive.kind === 'slice') {
    const before = Math.max(0, dot(subtract(point, primitive.from.centre), primitive.from.normal))
    const after = Math.max(0, dot(subtract(primitive.to.centre, point), primitive.to.normal))
    const share = before + after === 0 ? 0 : before / (before + after)
    at = primitive.from.at + (primitive.to.at - primitive.from.at) * share
  }
  return solid.materialAt({ point, group: name, primitive, at })
}
