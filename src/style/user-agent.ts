/** The stylesheet that stands before every other: what elements look like when nobody says anything. */
import type { SourceFile } from '../diagnostics/index.ts'

/** Margins are modest and in em, so that they follow large print. */
export const userAgentStylesheet: SourceFile = {
  path: 'posepress:user-agent.css',
  text: `
document, main, header, footer, nav, section, article, aside, div, h1, h2, h3, h4, h5, h6, p,
ul, ol, figure, figcaption, caption { display: block }
title { display: none }
svg, img, qr { display: inline-block }

h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; break-inside: avoid }
h1 { font-size: 2em; margin-block: 0.67em }
h2 { font-size: 1.5em; margin-block: 0.75em }
h3 { font-size: 1.17em; margin-block: 0.83em }
h4, h5, h6 { margin-block: 1em }

p, ul, ol, figure { margin-block: 1em }
ul, ol { padding-inline-start: 2em }
li { display: list-item }
ol { list-style-type: decimal }
li ul, li ol { margin-block: 0 }
::marker { text-align: end; font-variant-numeric: tabular-nums }
figure { break-inside: avoid }

table { display: table }
caption { break-after: avoid }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row; break-inside: avoid }
th, td { display: table-cell; padding: 0.75pt; vertical-align: middle }
th { font-weight: bold; text-align: start }

b, strong { font-weight: bold }
i, em { font-style: italic }
small { font-size: 0.83em }
sub { font-size: 0.7em; vertical-align: sub }
sup { font-size: 0.7em; vertical-align: super }
a { text-decoration: underline }

@page {
  size: A4;
  margin: 20mm;
  @top-left-corner { text-align: right; vertical-align: middle }
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @top-right-corner { text-align: left; vertical-align: middle }
  @bottom-left-corner { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
  @bottom-right-corner { text-align: left; vertical-align: middle }
}
`,
}
