import type { Message, Outcome } from '../../src/diagnostic/message.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import type { FrontMatter } from '../../src/model/draft.js';
import type { Embedded, SourceFile } from '../../src/model/position.js';
import { parseFrontMatter, type FrontMatterOptions } from '../../src/parse/parse-front-matter.js';

/** A draft with this front matter: it starts on line 2. */
function draftOf(yaml: string): { source: SourceFile; embedded: Embedded } {
  const eol = yaml.includes('\r\n') ? '\r\n' : '\n';
  const text = `---${eol}${yaml}${eol}---${eol}${eol}Text.${eol}`;
  const start = 3 + eol.length;
  const lineOffsets = [start, ...Array.from(yaml.matchAll(/\n/gu), ({ index }) => start + index + 1)];
  return { source: { path: 'draft.md', text }, embedded: { text: yaml, lineOffsets } };
}

/** Parses it with what ships as defaults. */
export function parse(
  yaml: string,
  options: Partial<FrontMatterOptions> = {},
): Outcome<FrontMatter | undefined> & { source: SourceFile } {
  const { source, embedded } = draftOf(yaml);
  return { ...parseFrontMatter(source, embedded, { defaults: DEFAULTS, ...options }), source };
}

/** Parses YAML that has to be right, below a title and a date. */
export function read(yaml: string, options: Partial<FrontMatterOptions> = {}): FrontMatter {
  const { value, messages } = parse(`title: A title\ndate: 2021-09-24\n${yaml}`, options);
  if (!value || messages.length > 0) throw new Error(messages.map(show).join('\n'));
  return value;
}

/** A message as one line. */
export function show({ place, rule, reason, note }: Message): string {
  return `${place?.line ?? 0}:${place?.column ?? 0} ${rule}: ${reason}${note === undefined ? '' : ` (${note})`}`;
}
