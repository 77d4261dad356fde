import type { Numbering } from '../model/draft.js';
import { isRule } from './is-rule.js';

/** What might be the number of a post. */
export interface Label {
  /** Index of its line. */
  readonly line: number;
  /** Where it stands in the line. */
  readonly start: number;
  readonly end: number;
  readonly place: Numbering['place'];
  readonly number: number;
  /** True where it says how many posts there are: `1/7`, `1/n`. */
  readonly isOfAll: boolean;
  /** How it is written; labels of one thread are written alike. */
  readonly shape: '.' | ')' | '/' | '(/)' | '[/]' | 'keycap';
  /** True where an empty line, a line of dashes or the end of the text stands between it and the post beside it. */
  readonly apart: boolean;
  /** True where that is a line of dashes. */
  readonly ruled: boolean;
  /** True where a space parts it from the words of its post. */
  readonly clear: boolean;
  /** True for a line of its own. */
  readonly alone: boolean;
}

const DIGITS = '[0-9٠-٩۰-۹]{1,3}';
const TOTAL = `(?<total> ?${DIGITS}|[nNxX])`;
const MARK = '(?<mark>🧵\\s*)?';
const KEYCAP = '(?:[0-9]\\uFE0F?\\u20E3|🔟)';

/** By shape; what follows a `.` must not make a decimal number of it. */
const SHAPES: readonly (readonly [Label['shape'], string])[] = [
  ['(/)', `\\((?<number>${DIGITS}) ?/${TOTAL}?\\)`],
  ['[/]', `\\[(?<number>${DIGITS}) ?/${TOTAL}?\\]`],
  ['/', `(?<number>${DIGITS}) ?/(?:${TOTAL}(?![\\p{L}\\p{N}/]))?(?![\\p{N}/])`],
  ['.', `(?<number>${DIGITS})\\.(?![\\p{N}.])`],
  [')', `(?<number>${DIGITS})\\)`],
  ['keycap', `(?<number>${KEYCAP}+)/?`],
];

const AT_START = SHAPES.map(([shape, source]) => [shape, new RegExp(`^${MARK}(?<label>${source})`, 'u')] as const);
/** A number with a full stop or a bracket at the end of a post ends a sentence. */
const AT_END = SHAPES.filter(([shape]) => shape !== '.' && shape !== ')').map(
  ([shape, source]) => [shape, new RegExp(`(?<=^|\\s)(?<label>${source})$`, 'u')] as const,
);

/** Finds all that might be a post's number: at the start of a line and at its end. */
export function findLabels(lines: readonly string[]): Label[] {
  return lines.flatMap((text, line) => [
    ...read(AT_START, text).map((found) => ({ ...found, line, place: 'start' as const, ...gap(lines, line, -1) })),
    ...read(AT_END, text).map((found) => ({ ...found, line, place: 'end' as const, ...gap(lines, line, 1) })),
  ]);
}

/** What stands beside a line, above or below it; a line without a word, such as `🧵`, parts as an empty one does. */
function gap(lines: readonly string[], line: number, step: 1 | -1): Pick<Label, 'apart' | 'ruled'> {
  let at = line + step;
  while (lines[at] === '') at += step;
  const beside = lines[line + step];
  return { apart: beside === undefined || !/[\p{L}\p{N}]/u.test(beside), ruled: isRule(lines[at] ?? '') };
}

type Found = Omit<Label, 'line' | 'place' | 'apart' | 'ruled'>;

function read(shapes: typeof AT_START, text: string): Found[] {
  for (const [shape, pattern] of shapes) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { label = '', number = '', total, mark = '' } = match.groups ?? {};
    const start = match.index + mark.length;
    const end = start + label.length;
    return [
      {
        start,
        end,
        shape,
        number: numberOf(number),
        isOfAll: total !== undefined,
        clear: /^(?:\s|$)/.test(text.slice(end)),
        alone: text.length === label.length,
      },
    ];
  }
  return [];
}

/** Reads western, Arabic and Persian digits, and keycaps. */
function numberOf(text: string): number {
  const digits = Array.from(text.replace(/[\uFE0F\u20E3]/gu, '').replace(/🔟/gu, '10'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : character;
  });
  return Number(digits.join(''));
}
