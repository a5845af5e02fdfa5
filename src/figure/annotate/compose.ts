/** Composes a picture: one view for all phases, and round the drawn body mat, ghost, arrow, second view and cross. */
import type { PhaseName } from '../../model/pose.ts'
import type { Camera, View } from '../camera.ts'
import { project } from '../camera.ts'
import { drawBody } from '../ink/body.ts'
import { isLandmark, landmarks } from '../pose/landmarks.ts'
import { render } from '../render/render.ts'
import type { Rect } from '../../geometry/rect.ts'
import type { Scene } from '../scene.ts'
import type { Skeleton } from '../skeleton.ts'
import type { Sketch, SketchItem } from '../sketch.ts'
import type { Solid } from '../solid.ts'
import { arrowItems, planArrow } from './arrow.ts'
import type { Arrow } from './arrow.ts'
import { freePlace } from './free-place.ts'
import { ghostItems, planGhost } from './ghost.ts'
import type { Ghost } from './ghost.ts'
import { extentOf, maskOf, widened } from './mask.ts'
import type { Mask } from './mask.ts'
import { matItems, matUnder } from './mat.ts'
import type { Mat } from './mat.ts'
import { crossRadius, mistakeItems, placeOnPlane, ringReach, wrongJoint } from './mistake.ts'
import type { MistakeMarks } from './mistake.ts'
import { movementPath } from './movement.ts'
import { hiddenAreas, insetRadius, secondViewItems } from './second-view.ts'
import type { SecondView } from './second-view.ts'
import { union, viewAround } from './plane.ts'
import type { Place } from './plane.ts'

/** Flesh and hair round the joints, before the real extent is known; metres. */
const loose = 0.3
/** Free room round everything, metres. */
const margin = 0.02

export interface Composition {
  readonly phase: PhaseName
  readonly scenes: Readonly<Partial<Record<PhaseName, Scene>>>
  readonly camera: Camera
  readonly stature: number
  /** Landmarks that content names for the arrow and for the ring of the mistake. */
  readonly arrow: string | undefined
  readonly wrong: string | undefined
  /** The body with its props. Asked for each phase that counts for the picture; lines only for the one that is drawn. */
  readonly solidOf: (scene: Scene, phase: PhaseName, hasMarks: boolean) => Solid
}

/** The sketch of one phase, without a key. Start and end have the same view and scale. */
export function composeSketch(composition: Composition): Sketch<SketchItem> {
  const plan = planPicture(composition)
  if (plan === undefined) return emptySketch
  const { solid, camera, view } = plan
  const { buffers, probe } = render(solid, camera, view)
  const body = drawBody(solid, buffers, probe).items
  const isShadow = (item: SketchItem): boolean =>
    item.kind === 'area' && item.role.kind === 'contact-shadow'
  const items: readonly SketchItem[] = [
    ...(plan.mat ? matItems(plan.mat, view) : []),
    ...body.filter(isShadow),
    ...(plan.ghost ? ghostItems(plan.ghost, camera, view) : []),
    ...body.filter((item) => !isShadow(item)),
    ...(plan.arrow ? arrowItems(plan.arrow, view) : []),
    ...(plan.second ? secondViewItems(solid, camera, plan.second, view) : []),
    ...(plan.mistake ? mistakeItems(plan.mistake, view) : []),
  ]
  const width = view.right - view.left
  const height = view.top - view.bottom
  return { key: '', width, height, head: headIn(plan, composition.stature), items }
}

const emptySketch: Sketch<SketchItem> = {
  key: '',
  width: 1,
  height: 1,
  head: { x: 0, y: 0, width: 0, height: 0 },
  items: [],
}

/** Of the stature: from the middle of the head to its outline, hair included. */
const headShare = 0.085

function headIn({ skeleton, camera, view }: Plan, stature: number): Rect {
  const [x, y] = placeOnPlane(skeleton, 'head', camera)
  const reach = headShare * stature
  const side = 2 * reach
  return { x: x - view.left - reach, y: view.top - y - reach, width: side, height: side }
}

interface Plan {
  readonly skeleton: Skeleton
  readonly solid: Solid
  readonly camera: Camera
  readonly view: View
  readonly mat: Mat | undefined
  readonly ghost: Ghost | undefined
  readonly arrow: Arrow | undefined
  readonly second: SecondView | undefined
  readonly mistake: MistakeMarks | undefined
}

/** One phase of the movement, seen coarsely. */
interface Seen {
  readonly scene: Scene
  readonly solid: Solid
  readonly mask: Mask
}

function planPicture(composition: Composition): Plan | undefined {
  const { phase, scenes, camera, solidOf } = composition
  // A mistake stands alone; start and end are a pair.
  const names: readonly PhaseName[] = phase === 'mistake' ? ['mistake'] : ['start', 'end']
  const present = names.flatMap((name) => {
    const scene = scenes[name]
    return scene === undefined ? [] : [{ name, scene }]
  })
  const wide = viewAround(
    present.flatMap(({ scene }) =>
      landmarks.map((name) => placeOnPlane(scene.skeleton, name, camera)),
    ),
    loose,
  )
  const seen = new Map(
    present.map(({ name, scene }) => {
      const solid = solidOf(scene, name, name === phase)
      return [name, { scene, solid, mask: maskOf(solid, camera, wide) }] as const
    }),
  )
  const own = seen.get(phase)
  if (own === undefined) return undefined
  const mat = matOf([...seen.values()], camera)
  const tight = union([
    ...[...seen.values()].flatMap(({ mask }) => extentOf(mask) ?? []),
    ...(mat ? [viewAround(mat.whole)] : []),
  ])
  if (phase === 'mistake') {
    const mistake = planMistake(composition, own, tight)
    const view = union([
      tight,
      viewAround([mistake.cross], crossRadius),
      ...(mistake.joint ? [viewAround([mistake.joint], ringReach)] : []),
    ])
    const none = { ghost: undefined, arrow: undefined, second: undefined }
    const { skeleton } = own.scene
    return { ...none, skeleton, solid: own.solid, camera, mat, mistake, view: grown(view) }
  }
  const marks = planMarks(composition, seen.get('start'), seen.get('end'), tight)
  const view = union([
    tight,
    ...(marks.arrow ? [viewAround(marks.arrow.covers)] : []),
    ...(marks.second ? [viewAround([marks.second.place], insetRadius)] : []),
  ])
  const shown = phase === 'end' ? marks : { ghost: undefined, arrow: undefined, second: undefined }
  const { solid, scene } = own
  const { skeleton } = scene
  return { skeleton, solid, camera, mat, ...shown, mistake: undefined, view: grown(view) }
}

interface Marks {
  readonly ghost: Ghost | undefined
  readonly arrow: Arrow | undefined
  readonly second: SecondView | undefined
}

/** What the picture of the end says about the way from the start. */
function planMarks(
  { camera, stature, arrow: named }: Composition,
  start: Seen | undefined,
  end: Seen | undefined,
  tight: View,
): Marks {
  if (end === undefined) return { ghost: undefined, arrow: undefined, second: undefined }
  const figure = widened(end.mask, 0.01)
  const ghost =
    start &&
    planGhost(
      { skeleton: start.scene.skeleton, solid: start.solid },
      end.scene.skeleton,
      end.mask,
      { camera, stature },
    )
  const path =
    start && movementPath(start.scene.skeleton, end.scene.skeleton, { stature, arrow: named })
  const flat = path?.map((point): Place => {
    const { x, y } = project(camera, point)
    return [x, y]
  })
  const around = { figure, ghost: ghost?.mask, view: tight }
  const arrow = flat && planArrow(flat, around)
  const taken = arrow?.covers ?? []
  const masks = [figure, ...(ghost ? [ghost.mask] : [])]
  const areas = end.solid.feel
  const hidden = hiddenAreas(end.solid, camera)
  // One muscle is enough to be seen: a second view is for when none is.
  const area = hidden.length === areas.length ? hidden[0] : undefined
  if (area === undefined) return { ghost, arrow, second: undefined }
  const at = project(camera, area.centre)
  const target: Place = [at.x, at.y]
  const place = freePlace(insetRadius, target, { masks, taken, view: tight })
  return { ghost, arrow, second: { area, place, target } }
}

function planMistake(
  { scenes: { end }, camera, wrong }: Composition,
  { scene, mask }: Seen,
  tight: View,
): MistakeMarks {
  const landmark =
    wrong !== undefined && isLandmark(wrong)
      ? wrong
      : end && wrongJoint(scene.skeleton, end.skeleton)
  const joint = landmark && placeOnPlane(scene.skeleton, landmark, camera)
  const corner: Place = [tight.right, tight.top]
  const taken = joint ? [joint] : []
  const cross = freePlace(crossRadius, corner, { masks: [mask], taken, view: tight })
  return { cross, joint }
}

function matOf(seen: readonly Seen[], camera: Camera): Mat | undefined {
  const hasMat = seen.some(({ scene }) => scene.props.some(({ kind }) => kind === 'mat'))
  return hasMat
    ? matUnder(
        seen.map(({ scene }) => scene.skeleton),
        camera,
      )
    : undefined
}

function grown({ left, right, bottom, top }: View): View {
  return {
    left: left - margin,
    right: right + margin,
    bottom: bottom - margin,
    top: top + margin,
  }
}
