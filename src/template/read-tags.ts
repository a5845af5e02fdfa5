/** Splits markup into tags and text; the only file that knows htmlparser2, of which we use the tokenizer alone. */
import { Tokenizer } from 'htmlparser2'

export type Token = OpenTag | CloseTag | CharacterData | OtherMarkup

export interface OpenTag {
  readonly kind: 'open'
  readonly name: string
  readonly attributes: readonly AttributeToken[]
  readonly isSelfClosing: boolean
  /** Of the whole tag; an unfinished tag ends with the text. */
  readonly start: number
  readonly end: number
  readonly isFinished: boolean
}

export interface AttributeToken {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

export interface CloseTag {
  readonly kind: 'close'
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Text with its entities decoded. */
export interface CharacterData {
  readonly kind: 'text'
  readonly data: string
  readonly start: number
  readonly end: number
}

/** Comments, and what our markup leaves out: doctypes, CDATA sections, processing instructions. */
export interface OtherMarkup {
  readonly kind: 'comment' | 'cdata' | 'declaration' | 'instruction'
  readonly data: string
  readonly start: number
  readonly end: number
}

/**
 * Split markup into tokens in order. The library's own parser would repair mistakes (close a paragraph, drop
 * a stray end tag); we want to report them, so we take its tokens and build the tree ourselves.
 */
export function readTags(text: string, syntax: 'html' | 'xml'): readonly Token[] {
  const tokens: Token[] = []
  let open: { name: string; start: number; attributes: AttributeToken[] } | undefined
  let attribute: { name: string; value: string; start: number; end: number } | undefined

  const addText = (data: string, start: number, end: number): void => {
    const last = tokens.at(-1)
    if (last?.kind === 'text') {
      tokens[tokens.length - 1] = { ...last, data: last.data + data, end }
    } else {
      tokens.push({ kind: 'text', data, start, end })
    }
  }
  const finishOpen = (end: number, isSelfClosing: boolean, isFinished = true): void => {
    if (open !== undefined) tokens.push({ kind: 'open', ...open, isSelfClosing, end, isFinished })
    open = undefined
  }
  /** `start` is behind the opening characters; `tail` closing characters are before `end`. */
  const addOther = (kind: OtherMarkup['kind'], start: number, end: number, tail = 0): void => {
    const data = text.slice(start, Math.max(start, end - tail))
    tokens.push({ kind, data, start: text.lastIndexOf('<', start - 1), end })
  }

  const tokenizer = new Tokenizer(
    // Told that there are no entities, the tokenizer runs ahead to the end of a text or a value.
    { xmlMode: syntax === 'xml', decodeEntities: text.includes('&'), recognizeSelfClosing: true },
    {
      onopentagname(start, end) {
        finishOpen(start, false, false)
        open = { name: text.slice(start, end), start: start - 1, attributes: [] }
      },
      onopentagend: (end) => finishOpen(end + 1, false),
      onselfclosingtag: (end) => finishOpen(end + 1, true),
      onattribname(start, end) {
        attribute = { name: text.slice(start, end), value: '', start, end }
      },
      onattribdata(start, end) {
        if (attribute !== undefined) attribute.value += text.slice(start, end)
      },
      onattribentity(codePoint) {
        if (attribute !== undefined) attribute.value += String.fromCodePoint(codePoint)
      },
      onattribend(_quote, end) {
        if (attribute === undefined) return
        attribute.end = end
        open?.attributes.push(attribute)
        attribute = undefined
      },
      onclosetag(start, end) {
        const close = text.indexOf('>', end)
        tokens.push({
          kind: 'close',
          name: text.slice(start, end).trim(),
          start: start - 2,
          end: close === -1 ? text.length : close + 1,
        })
      },
      ontext: (start, end) => addText(text.slice(start, end), start, end),
      ontextentity: (codePoint, end) => addText(String.fromCodePoint(codePoint), end - 1, end),
      oncomment: (start, end, tail) => addOther('comment', start, end, tail),
      oncdata: (start, end, tail) => addOther('cdata', start, end, tail),
      ondeclaration: (start, end) => addOther('declaration', start, end),
      onprocessinginstruction: (start, end) => addOther('instruction', start, end),
      onend: () => undefined,
      // Our vocabulary has no element whose content is raw text, as <script> and <title> are in HTML.
      isInForeignContext: () => true,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  finishOpen(text.length, false, false)
  return tokens
}
