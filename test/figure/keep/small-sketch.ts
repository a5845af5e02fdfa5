/** A small invented figure, and a request for one; nothing is really posed or seen. */
import type { FigureRequest } from '../../../src/figure/request.ts'
import type { Sketch } from '../../../src/figure/sketch.ts'
import type { DrawingCode } from '../../../src/figure/workers/task.ts'

const smallBody: FigureRequest['body'] = {
  id: 'small',
  stature: 1,
  segments: {
    thigh: 0.25,
    shank: 0.25,
    footHeight: 0.04,
    foot: 0.15,
    upperArm: 0.19,
    forearm: 0.15,
    hand: 0.1,
    halfHips: 0.05,
    halfShoulders: 0.1,
    shoulderLine: 0.3,
    neckBase: 0.3,
    neck: 0.05,
  },
  trunk: [],
  leg: [],
  arm: [],
  neck: 1,
  breast: 0,
  glutes: 1,
}

const smallLook: FigureRequest['look'] = {
  id: 'small',
  body: 'small',
  hair: 'short',
  legwear: 'shorts',
  footwear: 'bare',
  sleeves: 'none',
  colors: { skin: '#c68863', hair: '#2b1d16' },
  age: 'young',
  beard: false,
  glasses: false,
}

export const smallSketch: Sketch = {
  key: 'small',
  width: 1.5,
  height: 0.75,
  head: { x: 0.25, y: 0.125, width: 0.25, height: 0.25 },
  items: [
    {
      kind: 'area',
      role: { kind: 'material', material: 'top', isShaded: true, isFar: false },
      path: [
        { type: 'move', x: 0.25, y: 0.5 },
        { type: 'line', x: 1.25, y: 0.5 },
        { type: 'curve', x1: 1.25, y1: 0.25, x2: 0.75, y2: 0.125, x: 0.5, y: 0.125 },
        { type: 'close' },
      ],
    },
    { kind: 'area', role: { kind: 'feel', part: 'core' }, path: [] },
    {
      kind: 'curve',
      role: 'silhouette',
      isClosed: false,
      controls: new Float32Array([0.25, 0.5, 0.5, 0.5, 0.5, 1, 1, 0.5, 1, 1.25, 0.5, 1]),
    },
    { kind: 'dot', x: 0.375, y: 0.25, radii: [0.0625, 0.03125], angle: 30 },
  ],
}

export function smallRequest(azimuth = 0): FigureRequest {
  return {
    phase: 'end',
    description: {
      camera: { azimuth, elevation: 0 },
      props: [],
      phases: { end: { base: 'standing', from: undefined, joints: {}, contacts: {} } },
    },
    body: smallBody,
    look: smallLook,
    feel: [],
  }
}

/** In place of the code that poses and draws. */
export const smallCode: DrawingCode = {
  sketchFigure: drawSmall,
  solveFigure: () => ({ scenes: {}, missed: [] }),
}

/** As wide as its camera has turned, so that figures are told apart. */
function drawSmall({ description }: FigureRequest): Sketch {
  const { azimuth } = description.camera
  if (azimuth < 0) throw new Error('cannot look from there')
  return { ...smallSketch, key: '', width: 1 + azimuth }
}
