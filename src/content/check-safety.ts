/** Rules for the safety file that go beyond the shape of its fields. */
import { diagnose, type Report } from '../diagnostics/index.ts'
import type { YamlFile } from './yaml.ts'

/** The bands of the pain scale cover 0 to 10, in order, each number once. */
export function checkPainScale(file: YamlFile, report: Report): void {
  const path = ['pain-scale', 'bands']
  const bands = file.valueOf(path)
  if (!Array.isArray(bands)) return
  let expected = 0
  for (const index of bands.keys()) {
    const from = file.valueOf([...path, index, 'from'])
    const to = file.valueOf([...path, index, 'to'])
    // Not numbers: reported by the shape.
    if (typeof from !== 'number' || typeof to !== 'number') return
    const [is, field] = from === expected ? [to, 'to'] : [from, 'from']
    const wanted = field === 'from' ? expected : index === bands.length - 1 ? 10 : Math.max(to, from)
    if (is !== wanted) {
      const place = file.placeOf([...path, index, field])
      report(diagnose('content-pain-scale', { expected: wanted, is }, place))
      return
    }
    expected = to + 1
  }
}
