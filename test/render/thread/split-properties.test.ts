import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphemes } from '../../../src/platform/graphemes.js';
import { excessOf, type Platform } from '../../../src/platform/platform.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import { splitText, type SplitOptions, type SplitText } from '../../../src/render/thread/split-text.js';
import { join, traced, whole, type TracedText, type Whole } from '../../../src/render/thread/traced-text.js';
import { PATIENT, runs } from '../../parse/runs.js';

const DRAFT = { origin: 'draft', span: { start: 0, end: 1 } } as const;

/** Words of many scripts, what is live, and what belongs together. */
const WORDS = (
  'a|harbour|boats|the|Dr.|U.S.|e.g.|11 Sep.|12 km|£3 million|25 August 2021|e\u0301te\u0301|n\u0303a\u0323\u0308|👨‍👩‍👧‍👦|🏳️‍🌈|🇦🇫|👍🏽|1️⃣|🐦‍🔥|' +
  'الموانئ|جاء|أمس؟|۔|नमस्ते|क्षेत्र|था।|船|船今天到了港口|没有问题。|是的，|東京では、|ประเทศไทย|Straße|z. B.|am 3. Oktober|' +
  '#Kabul|#كابل|#港口今天開放了今天開放了|\u0301x|https://example.org/港口今天開放|@fielddesk|@a.bsky.social|https://example.org/a/b?c=d|example.org|“closed|until”|(in|all)|„so“|« oui »|「はい」|' +
  'yes.|no!|why?|and,|then;|here:|—|–|•|i.|1.|’tis|it’s|"x|y"|\u2067abc\u2069|a\u00A0b'
).split('|');
const GAPS = [' ', ' ', ' ', '\n', '\n\n'];

interface Piece {
  readonly words: string;
  readonly kind: Whole['kind'] | undefined;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
  kind: fc.option(fc.constantFrom('figure', 'claim', 'code', 'link with its words'), { nil: undefined, freq: 4 }),
});

const text: fc.Arbitrary<TracedText> = fc
  .array(fc.tuple(piece, fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 40 })
  .map((pieces) =>
    join(
      pieces.flatMap(([{ words, kind }, gap], index) => {
        const part = traced(words.normalize('NFC'), DRAFT);
        const gaps = index === pieces.length - 1 ? [] : [traced(gap, DRAFT)];
        return [kind === undefined ? part : whole(part, { kind }), ...gaps];
      }),
    ),
  );

const platform = fc.constantFrom(...Object.values(PLATFORMS)).map(
  // A smaller limit makes more cuts of the same text; the rules stay
  (one): Platform => ({ ...one, measure: (words) => ({ ...one.measure(words), sizes: smaller(one, words) }) }),
);

function smaller(one: Platform, words: string): ReturnType<Platform['measure']>['sizes'] {
  const [first, ...more] = one.measure(words).sizes;
  return [{ ...first, limit: 120 }, ...more.map((size) => ({ ...size, limit: 400 }))];
}

const lang = fc.constantFrom('en-GB', 'de', 'ar', 'hi', 'zh', 'ja', 'fr', 'th');
const dress = (words: string, index: number): string => `${Math.min(index + 9, 100)}/100 ${words}`;

/** The parts with the places where they stand. */
function placed(source: string, split: Extract<SplitText, { kind: 'parts' }>): { start: number; end: number }[] {
  let at = 0;
  return split.parts.map((part) => {
    at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0;
    const start = at;
    at += part.text.length;
    return { start, end: at };
  });
}

const check = (source: TracedText, options: SplitOptions): void => {
  const split = splitText(source, options);
  expect(splitText(source, options)).toEqual(split);
  if (split.kind === 'stuck') {
    // What is named may really not be cut, and does not fit
    const { kind, words } = split.what;
    expect(excessOf(options.platform.measure(options.dress(words.text, Infinity)))).toBeDefined();
    expect(['link', 'hashtag', 'mention', 'figure', 'claim', 'word']).toContain(kind);
    if (kind === 'word') expect(words.text).not.toMatch(/[\p{L}\p{N}] [\p{L}\p{N}]/u);
    return;
  }
  const parts = placed(source.text, split);
  for (const [index, { text: words, marks }] of split.parts.entries()) {
    const { start, end } = parts[index] ?? { start: 0, end: 0 };
    expect(source.text.slice(start, end)).toBe(words);
    expect(source.marks.slice(start, end)).toEqual(marks);
    expect(words).toBe(words.trim());
    expect(words).not.toBe('');
    expect(excessOf(options.platform.measure(options.dress(words, index)))).toBeUndefined();
  }
  expect(parts[0]?.start).toBe(0);
  expect(parts.at(-1)?.end).toBe(source.text.length);
  const cuts = parts.slice(0, -1).map(({ end }, index) => ({ end, start: parts[index + 1]?.start ?? end }));
  for (const { end, start } of cuts) expect(source.text.slice(end, start)).toMatch(/^\s*$/);
  const through = (from: number, to: number): boolean => cuts.some(({ end, start }) => from < end && start < to);
  let at = 0;
  for (const grapheme of graphemes(source.text)) {
    expect([grapheme, through(at, at + grapheme.length)]).toEqual([grapheme, false]);
    at += grapheme.length;
  }
  for (const { start, end, value } of options.platform.findEntities(source.text))
    expect([value, through(start, end)]).toEqual([value, false]);
  for (const one of new Set(source.marks.flatMap(({ wholes = [] }) => wholes))) {
    if (one.kind !== 'figure' && one.kind !== 'claim') continue;
    const units = source.marks.flatMap(({ wholes }, index) => (wholes?.includes(one) ? [index] : []));
    expect([one.kind, through(units[0] ?? 0, (units.at(-1) ?? 0) + 1)]).toEqual([one.kind, false]);
  }
  expect(split.broken.every(({ kind }) => ['bracket', 'quotation', 'code', 'link with its words'].includes(kind))).toBe(
    true,
  );
};

it(
  'gives the text back in parts that fit, cuts nothing that is whole, and does it again the same way',
  () => {
    fc.assert(
      fc.property(text, platform, lang, (source, one, language) => {
        check(source, { platform: one, lang: language, dress });
      }),
      runs(300),
    );
  },
  PATIENT.timeout,
);

it('looks at a long text in proportion to its length', () => {
  const sentence = 'On 19 September the group claimed “seven operations”, its most in a day (since 30 August). ';
  const measured = (times: number): number => {
    let calls = 0;
    const counting: Platform = {
      ...PLATFORMS.x,
      measure: (words) => {
        calls += words.length;
        return PLATFORMS.x.measure(words);
      },
    };
    splitText(traced(sentence.repeat(times).trim(), DRAFT), { platform: counting, lang: 'en', dress });
    return calls;
  };
  expect(measured(200) / measured(50)).toBeLessThan(5);
});
