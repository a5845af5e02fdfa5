/** Problems of pictures: photos, logos, SVG drawings, figures and QR codes. */
import { error, warning } from './problem.ts'

export const imageProblems = {
  'image-not-found': error<{ path: string; hint: string | undefined }>(
    'A template or a brand names a picture that is not in the pack.',
    ({ path, hint }) => ({ message: `no such picture: ${path}`, hint }),
  ),
  'image-no-figure': error<{ exercise: string; phase: string }>(
    'A template shows a phase of an exercise that has no figure. The phases of a figure are start, end and mistake.',
    ({ exercise, phase }) => ({
      message: `the exercise "${exercise}" has no drawing of its phase "${phase}"`,
      hint: `describe it under figure: phases: in content/exercises/${exercise}.yaml`,
    }),
  ),
  'image-figure-property': error<{ property: string; hint: string | undefined }>(
    'Figures take their colours and lines from custom properties that begin with --figure-. Each part of a figure has one of its own; templates/README.md lists them.',
    ({ property, hint }) => ({ message: `figures have no ${property}`, hint }),
  ),
  'image-figure-style': error<{ property: string; value: string; wanted: string }>(
    'A custom property of figures has a value that says nothing to them, so it is left out.',
    ({ property, value, wanted }) => ({
      message: `${property} is "${value}"`,
      hint: `write ${wanted}`,
    }),
  ),
  'image-unknown-format': error<{ path: string; format: string }>(
    'Pictures are JPEG, PNG, WebP, AVIF, TIFF, GIF or SVG files. The content of the file decides, not its name.',
    ({ path, format }) => ({
      message: `${path} is ${format}, which cannot be printed`,
      hint: 'save it as JPEG, PNG or SVG',
    }),
  ),
  'image-broken': error<{ path: string; problem: string }>(
    'The file begins like a picture, and then does not hold one: it was cut off or damaged.',
    ({ path, problem }) => ({
      message: `${path} is damaged: ${problem}`,
      hint: 'export it again, or copy it again from its source',
    }),
  ),
  'image-too-large': error<{ path: string; is: string; limit: string }>(
    'Pictures far beyond what a poster can show make every build slow; they are refused before they are opened.',
    ({ path, is, limit }) => ({
      message: `${path} has ${is}; at most ${limit} are read`,
      hint: 'make it smaller: 300 pixels per inch of its printed size are enough',
    }),
  ),
  'image-low-resolution': warning<{ path: string; resolution: number; wanted: number }>(
    'The picture is placed so large that its pixels will show in print.',
    ({ path, resolution, wanted }) => ({
      message: `${path} is printed at ${resolution} pixels per inch`,
      hint: `use a picture at least ${wanted} pixels wide, or place it smaller`,
    }),
  ),
  'image-svg-unsupported': error<{ what: string; hint?: string | undefined }>(
    'From SVG we draw filled and stroked shapes. Text, filters, masks, gradients, style sheets, scripts and links to other files are refused rather than drawn wrong.',
    ({ what, hint }) => ({ message: `${what} is not drawn`, hint }),
  ),
  'image-svg-value': error<{ name: string; value: string; wanted: string }>(
    'An attribute of an SVG shape has a value that it cannot have.',
    ({ name, value, wanted }) => ({ message: `${name}="${value}" is not ${wanted}` }),
  ),
  'image-svg-path': error<{ message: string; near: string }>(
    'The path data of a shape is wrong; the shape would end there.',
    ({ message, near }) => ({ message: `in path data at "${near}": ${message}` }),
  ),
  'image-svg-size': error<{ problem: string }>(
    'A drawing needs to know its size: a viewBox, or a width and a height.',
    ({ problem }) => ({ message: problem, hint: 'write viewBox="0 0 width height" on <svg>' }),
  ),
  'image-svg-empty': warning<{ path: string }>('The drawing has no shape in it.', ({ path }) => ({
    message: `${path} draws nothing`,
  })),
  'image-qr': error<{ problem: string; hint: string | undefined }>(
    'A QR code holds at most 500 characters here, and fewer are easier to scan.',
    ({ problem, hint }) => ({ message: problem, hint }),
  ),
}
