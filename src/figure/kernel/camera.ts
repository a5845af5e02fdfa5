/** The camera's axes: right, up, and forward, the direction of all rays. */
export let rightX: f64 = 0
export let rightY: f64 = 0
export let rightZ: f64 = 0
export let upX: f64 = 0
export let upY: f64 = 0
export let upZ: f64 = 0
export let forwardX: f64 = 0
export let forwardY: f64 = 0
export let forwardZ: f64 = 0

/** Each of length 1. */
export function aim(
  cameraRightX: f64,
  cameraRightY: f64,
  cameraRightZ: f64,
  cameraUpX: f64,
  cameraUpY: f64,
  cameraUpZ: f64,
  cameraForwardX: f64,
  cameraForwardY: f64,
  cameraForwardZ: f64,
): void {
  rightX = cameraRightX
  rightY = cameraRightY
  rightZ = cameraRightZ
  upX = cameraUpX
  upY = cameraUpY
  upZ = cameraUpZ
  forwardX = cameraForwardX
  forwardY = cameraForwardY
  forwardZ = cameraForwardZ
}
