/** pdfkit by hand: no layout engine, no tags; what somebody writes who needs this one handout. */
import PDFDocument from 'pdfkit'
import { folder, fonts, read } from '../handouts.mjs'

const pageWidth = 595.28
const pageHeight = 841.89
const margin = 42
const contentWidth = pageWidth - 2 * margin
const cardHeight = 232
const figureWidth = 184

const ink = '#1d2a30'
const grey = '#5b6b73'
const brand = '#12566b'
const tint = '#eef5f7'
const rule = '#c9d8dd'
const pillTint = '#d6e8ed'

export async function open() {
  const figures = new Map()
  return {
    print: (handout) =>
      new Promise((resolve, reject) => {
        const document = new PDFDocument({
          margin: 0,
          autoFirstPage: false,
          bufferPages: true,
          lang: handout.lang,
          displayTitle: true,
          info: { Title: handout.title, Author: handout.author, CreationDate: new Date(0) },
        })
        const chunks = []
        document.on('data', (chunk) => chunks.push(chunk))
        document.on('end', () => resolve(Buffer.concat(chunks)))
        document.on('error', reject)
        document.registerFont('regular', folder + fonts.regular)
        document.registerFont('bold', folder + fonts.bold)
        drawHandout(createPen(document, figures), handout)
        document.end()
      }),
  }
}

function drawHandout(pen, handout) {
  pen.addPage()
  let y = drawOpening(pen, handout)
  handout.exercises.forEach((exercise, index) => {
    if (index > 0 && index % 2 === 0) {
      pen.addPage()
      y = 50
    }
    if (exercise.kind !== handout.exercises[index - 1]?.kind) {
      const title = exercise.kind === 'strength' ? 'Strengthening' : 'Stretches'
      y = pen.text(title, margin, y + 4, { font: 'bold', size: 15, color: brand }) + 4
    }
    drawCard(pen, exercise, index + 1, y)
    y += cardHeight + 12
  })
  pen.onEveryPage((page, count) => {
    const small = { size: 9, color: grey }
    pen.text(handout.header, margin, 24, small)
    pen.text(handout.title, margin, pageHeight - 32, { ...small, width: 400 })
    pen.text(`${page} / ${count}`, margin, pageHeight - 32, { ...small, align: 'right' })
  })
}

function drawOpening(pen, { title, patient, date, note, intro, qr }) {
  let y = pen.text(title, margin, 50, { font: 'bold', size: 24, color: brand })
  const line = `For ${patient}  ·  ${date}  ·  ${note}`
  y = pen.text(line, margin, y + 2, { size: 11, color: grey }) + 6
  pen.qr(qr, pageWidth - margin - 92, y + 2, 92)
  const caption = { size: 8, color: grey, width: 108, align: 'center' }
  pen.text(qr.caption, pageWidth - margin - 100, y + 98, caption)
  for (const paragraph of intro) {
    const style = { size: 10.5, color: ink, width: contentWidth - 112, lineGap: 2.2 }
    y = pen.text(paragraph, margin, y, style) + 4
  }
  return y
}

function drawCard(pen, exercise, number, top) {
  const left = margin + 10
  pen.card(margin, top, contentWidth, cardHeight)
  pen.text(`${number}. ${exercise.name}`, left, top + 9, { font: 'bold', size: 14, color: ink })
  exercise.figures.forEach(({ file, caption }, index) => {
    const x = left + index * (figureWidth + 8)
    pen.figure(file, x, top + 28, figureWidth)
    const style = { size: 8.5, color: grey, width: figureWidth, align: 'center' }
    pen.text(caption, x, top + 145, style)
  })

  const side = left + 2 * (figureWidth + 8) + 2
  const width = pageWidth - margin - 10 - side
  const label = { font: 'bold', size: 9, color: brand, width }
  let y = pen.text('Dosage', side, top + 30, label)
  y = pen.text(exercise.dosage, side, y, { font: 'bold', size: 11, color: ink, width })
  y = pen.text('Muscles', side, y + 8, label)
  drawPills(pen, exercise.tags, side, y + 2, width)

  let stepTop = top + 161
  exercise.steps.forEach((step, index) => {
    pen.text(`${index + 1}.`, left, stepTop, { font: 'bold', size: 10, color: brand })
    const style = { size: 10, color: ink, width: contentWidth - 35 }
    stepTop = pen.text(step, left + 15, stepTop, style) + 1.5
  })
}

function drawPills(pen, tags, left, top, width) {
  const size = 8.5
  let x = left
  let y = top
  for (const tag of tags) {
    const pillWidth = pen.widthOf(tag, size) + size
    if (x > left && x + pillWidth > left + width) {
      x = left
      y += size * 1.8
    }
    pen.pill(x, y, pillWidth, size * 1.5)
    pen.text(tag, x + size / 2, y + size * 0.22, { size, color: brand, lineBreak: false })
    x += pillWidth + 4
  }
}

/** pdfkit's calls in the words of the handout. */
function createPen(document, figures) {
  return {
    addPage: () => document.addPage({ size: [pageWidth, pageHeight], margin: 0 }),
    /** Returns the y below the text. */
    text(text, x, y, { font = 'regular', size, color, width = contentWidth, ...options }) {
      document.font(font).fontSize(size).fillColor(color)
      document.text(text, x, y, { width, lineGap: size * 0.14, ...options })
      return document.y
    },
    widthOf: (text, size) => document.font('regular').fontSize(size).widthOfString(text),
    card: (x, y, width, height) =>
      document.roundedRect(x, y, width, height, 7).lineWidth(0.8).fillAndStroke(tint, rule),
    pill: (x, y, width, height) =>
      document.roundedRect(x, y, width, height, height / 3).fill(pillTint),
    qr: ({ path, size }, x, y, width) =>
      document
        .save()
        .translate(x, y)
        .scale(width / size)
        .path(path)
        .fill('#000')
        .restore(),
    figure(file, x, y, width) {
      if (!figures.has(file)) figures.set(file, readSvg(read(`data/${file}`).toString()))
      const { naturalWidth, shapes } = figures.get(file)
      document
        .save()
        .translate(x, y)
        .scale(width / naturalWidth)
      for (const { path, fill, stroke, strokeWidth } of shapes) {
        document.path(path)
        if (fill && stroke) document.lineWidth(strokeWidth).fillAndStroke(fill, stroke)
        else if (fill) document.fill(fill)
        else document.lineWidth(strokeWidth).stroke(stroke)
      }
      document.restore()
    },
    onEveryPage(draw) {
      const { count } = document.bufferedPageRange()
      for (let page = 0; page < count; page += 1) {
        document.switchToPage(page)
        draw(page + 1, count)
      }
    },
  }
}

/** The figures are paths with one fill and one stroke, written the same way everywhere. */
function readSvg(svg) {
  const naturalWidth = Number(/width="([\d.]+)"/.exec(svg)[1])
  const shape = /<path d="([^"]*)" fill="([^"]*)"(?: stroke="([^"]*)" stroke-width="([^"]*)")?\/>/g
  const shapes = [...svg.matchAll(shape)].map(([, path, fill, stroke, strokeWidth]) => ({
    path,
    fill: fill === 'none' ? undefined : fill,
    stroke,
    strokeWidth: Number(strokeWidth),
  }))
  return { naturalWidth, shapes }
}
