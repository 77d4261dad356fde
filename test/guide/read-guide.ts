import type { Code } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A fenced block of the guide. */
export interface GuideBlock {
  readonly lang: string;
  /** What stands behind the language: a file's name, or what the block shows. */
  readonly meta: string;
  readonly text: string;
  /** Line of the guide. */
  readonly line: number;
  /** Where its text stands in the guide, without the fence's lines. */
  readonly start: number;
  readonly end: number;
}

/** A draft of the guide, and what the guide says comes out of it. */
export interface GuideExample {
  /** As its file is called. */
  readonly file: string;
  readonly text: string;
  /** Lines of the head that a part of a draft got; 0 for a whole draft. */
  readonly headLines: number;
  readonly line: number;
  readonly shown: readonly GuideBlock[];
}

/** What the guide holds for its test. */
export interface Guide {
  /** Files that the drafts read, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly examples: readonly GuideExample[];
  /** Commands with what they print. */
  readonly sessions: readonly GuideBlock[];
  readonly configurations: readonly GuideBlock[];
}

/** The name that messages give to a part of a draft. */
export const PART_NAME = 'draft.md';

/** Behind `md`: a part of a draft whose prose is linted. */
const LINTED = 'lints';

const PROSE_LINTS = [
  ...['unbound-figure', 'unbound-superlative', 'unbound-date', 'unbound-tag', 'bare-count', 'hedged-none'],
  ...['times-less', 'sentence-digit', 'mixed-numerals', 'list-count', 'partial-month'],
];

/** Sets every lint of prose; the guide's examples show one thing at a time, and type the rest. */
export function levels(level: 'off' | 'warn'): string {
  return `{${PROSE_LINTS.map((rule) => `${rule}: ${level}`).join(', ')}}`;
}

/**
 * Reads the guide's blocks: ```` ```md NAME.md ```` is a whole draft, ```` ```md ```` a part of one that shares the head from
 * ```` ```md head ````; ```` ```csv data/NAME.csv ```` and ```` ```sql queries/NAME.sql ```` are files; `text` and `html` blocks with a name behind them show what comes out of the draft before them.
 */
export function readGuide(markdown: string): Guide {
  const blocks = blocksOf(markdown);
  const head = blocks.find(({ lang, meta }) => lang === 'md' && meta === 'head');
  const examples: { example: Omit<GuideExample, 'shown'>; shown: GuideBlock[] }[] = [];
  for (const block of blocks) {
    if (block.lang === 'md' && block !== head) examples.push({ example: exampleOf(block, head), shown: [] });
    else if (block.meta !== '' && ['text', 'html'].includes(block.lang)) examples.at(-1)?.shown.push(block);
  }
  return {
    files: new Map(blocks.filter(isFile).map(({ meta, text }) => [meta, `${text}\n`])),
    examples: examples.map(({ example, shown }) => ({ ...example, shown })),
    sessions: blocks.filter(({ lang }) => lang === 'console'),
    configurations: blocks.filter(({ lang, meta }) => lang === 'yaml' && meta.endsWith('config.yaml')),
  };
}

/** Data, or SQL that a draft imports; SQL without a file's name behind it is only shown. */
function isFile({ lang, meta }: GuideBlock): boolean {
  return lang === 'csv' || (lang === 'sql' && meta.endsWith('.sql'));
}

function exampleOf(block: GuideBlock, head: GuideBlock | undefined): Omit<GuideExample, 'shown'> {
  const { meta, text, line } = block;
  const isLinted = meta === LINTED;
  if (meta !== '' && !isLinted) return { file: meta, text: `${text}\n`, headLines: 0, line };
  if (!head) throw new Error(`The part of a draft in line ${line} has no head`);
  const before = `${isLinted ? head.text.replace('\n---\n', `\nlints: ${levels('warn')}\n---\n`) : head.text}\n\n`;
  return { file: `part-${line}.md`, text: `${before}${text}\n`, headLines: before.split('\n').length - 1, line };
}

function blocksOf(markdown: string): GuideBlock[] {
  const { children } = unified().use(remarkParse).parse(markdown);
  return children.filter((node): node is Code => node.type === 'code').map((node) => blockOf(node, markdown));
}

function blockOf({ lang, meta, value, position }: Code, markdown: string): GuideBlock {
  const opening = position?.start.offset ?? 0;
  const start = markdown.indexOf('\n', opening) + 1;
  const end = markdown.lastIndexOf('\n', (position?.end.offset ?? 0) - 1);
  return {
    lang: lang ?? '',
    meta: meta ?? '',
    text: value,
    line: position?.start.line ?? 0,
    start,
    end: Math.max(start, end),
  };
}
