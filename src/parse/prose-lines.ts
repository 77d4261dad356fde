/** A line of a text and the offset where it starts. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** Raw HTML up to an empty line, whose words Markdown does not look into. */
const HTML =
  /^ {0,3}<\/?(?:article|aside|blockquote|details|div|dl|figure|footer|form|header|iframe|main|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/i;

/** The lines of a Markdown text that are words; an empty line stands for what parts them, fences and raw HTML too. */
export function* proseLines(source: string): Generator<Line> {
  let fence: string | undefined;
  let inHtml = false;
  for (const match of source.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const [, text = ''] = match;
    const start = match.index;
    const blank = { text: '', start };
    if (fence !== undefined) {
      const rest = text.trim();
      if (rest.startsWith(fence) && rest.replaceAll(fence.charAt(0), '') === '') fence = undefined;
      yield blank;
      continue;
    }
    const opening = FENCE.exec(text);
    fence = opening?.[1] ?? opening?.[2];
    inHtml = text.trim() !== '' && (inHtml || HTML.test(text));
    yield fence !== undefined || inHtml || text.trim() === '' ? blank : { text, start };
  }
}
