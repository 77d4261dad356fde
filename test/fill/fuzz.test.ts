import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeClaims } from '../../src/check/judge-claims.js';
import { lintProse } from '../../src/check/lint-prose.js';
import { lintTags } from '../../src/check/lint-tags.js';
import type { Message } from '../../src/diagnostic/message.js';
import { checkReferences } from '../../src/fill/check-references.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Draft } from '../../src/model/draft.js';
import type { SourceFile } from '../../src/model/position.js';
import type { Story } from '../../src/model/story.js';
import type { Target } from '../../src/model/target.js';
import { renderBrief } from '../../src/render/brief/render-brief.js';
import { PLATFORMS } from '../../src/platform/platforms.js';
import { renderThread } from '../../src/render/thread/render-thread.js';
import { parseFile } from '../parse/draft-input.js';
import { PATIENT, runs } from '../parse/runs.js';
import { parts } from '../render/sample.js';
import { answersOf, BRIEF, X, type Data } from './fill-input.js';

const DATA: Data = {
  q: [{ n: 7, m: 12, name: 'Kiel', day: '2021-09-19', share: 0.5, ok: true }],
  rows: {
    rows: [
      { n: 1, name: 'Kiel' },
      { n: 3, name: 'Bonn' },
    ],
    ordered: true,
  },
  none: { rows: [], columns: ['n', 'name'] },
  gap: [{ n: null, name: '' }],
};
const TARGETS: readonly Target[] = [
  X,
  { kind: 'thread', platform: 'bluesky' },
  { kind: 'thread', platform: 'mastodon' },
  BRIEF,
];

/** A word that stands nowhere else, outside of every arm. */
const word = fc.nat(9999).map((n) => `word${String(n)}q`);
/** A word of an arm, which may be left out. */
const armWord = fc.nat(9999).map((n) => `arm${String(n)}q`);

const output = fc.constantFrom(
  '{{q.n}}',
  '{{count q.n "boat"}}',
  '{{pct q.share}}',
  '{{rel q.day}}',
  '{{list rows col="name"}}',
  '{{q.name}}',
  '{{tag q.name}}',
  '{{cap (count q.m "boat")}}',
  '{{! a comment }}',
  '\\{{not a tag}}',
);
const broken = fc.constantFrom(
  '{{',
  '}}',
  '{{q.x}}',
  '{{none.n}}',
  '{{gap.n}}',
  '{{rows.n}}',
  '{{cont q.n "x"}}',
  '{{q..n}}',
  '](check:',
  '{{#if q}}',
  '{{/if}}',
  '{{else}}',
  '{{/each}}',
  '](',
  '[^2]',
  '**',
  '`',
  '<b',
  '&',
  '|',
  '\\',
  '~~',
  '![a](chart:c)',
  '{{ref "c"}}',
  '{{count q.n placeholder="x"}}',
);
const rightClaim = fc.constantFrom(
  '[seven boats](<check:count q.n "boat">)',
  '[about seven](check:q.n)',
  '[more boats than usual](check:q.ok)',
  '[**seven** boats](<check:count q.n "boat">)',
);
const wrongClaim = fc
  .tuple(
    fc.constantFrom(
      'seven boats',
      'twelve boats',
      '**seven** boats',
      'about seven',
      'Kiel',
      '',
      '{{q.n}} boats',
      'many',
    ),
    fc.constantFrom(
      'check:q.ok',
      '<check:count q.n "boat">',
      '<check:gt q.n 5>',
      'check:q.n',
      '<check:ack "a name">',
      '<check:said "its own">',
      'check:none.n',
      'check:gap.n',
      'check:q.name',
      'check:rows',
      '<check:count gap.n "boat">',
    ),
  )
  .map(([words, address]) => `[${words}](${address})`);

const inlines = (plain: fc.Arbitrary<string>, extra: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.letrec<{ inline: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      plain,
      plain,
      output,
      extra,
      rightClaim,
      plain.map((text) => `**${text}**`),
      plain.map((text) => `*${text}*`),
      plain.map((text) => `\`${text}\``),
      plain.map((text) => `[${text}](https://example.org/a)`),
      plain.map((text) => `![${text}](a.png "${text}")`),
      plain.map((text) => `<b>${text}</b>`),
      plain.map((text) => `#${text}`),
      fc.constantFrom(
        'https://example.org/x',
        '&amp;',
        '“',
        '”',
        '— ',
        '!',
        '? ',
        '. ',
        'é',
        '😀',
        '#tag',
        '@name',
        '  \n',
        '\\\n',
        '\n',
      ),
      fc.tuple(tie('inline'), armWord).map(([text, inArm]) => `${text} {{#if q}}${inArm}{{else}}${inArm}{{/if}}`),
      fc.tuple(armWord, armWord).map(([a, b]) => `{{#each rows as |r|}}${a} {{r.name}}{{else}}${b}{{/each}}`),
      armWord.map((text) => `{{#only "x" "brief"}}${text}{{/only}}`),
      fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a} ${b}`),
    ),
  })).inline;

const flows = (extra: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const text = inlines(word, extra);
  const inArm = inlines(armWord, extra);
  const part = fc.oneof(
    text,
    text,
    extra,
    text.map((one) => `- ${one}\n- ${one}`),
    text.map((one) => `1. ${one}`),
    text.map((one) => `> ${one}`),
    text.map((one) => `## ${one.replaceAll('\n', ' ')}`),
    fc.tuple(word, word).map(([a, b]) => `${a}\n\n---\n\n${b}`),
    fc
      .tuple(word, word)
      .map(([a, b]) => `x\n\n{{#only "brief"}}\n\n| ${a} | {{q.n}} |\n|---|---|\n| x | ${b} |\n\n{{/only}}`),
    fc.tuple(word, word).map(([a, b]) => `${a}{{#only "brief"}}[^${b}]{{/only}}\n\n[^${b}]: ${b}`),
    fc.tuple(word, inArm).map(([a, one]) => `${a}\n\n{{#if q.ok}}\n\n${one}\n\n{{else}}\n\n${one}\n\n{{/if}}`),
    fc.tuple(word, inArm).map(([a, one]) => `${a}\n\n{{#each rows as |r|}}\n- ${one}\n{{/each}}`),
    fc.tuple(word, inArm).map(([a, one]) => `${a}\n\n{{#only "brief"}}\n\n${one}\n\n{{/only}}`),
    word.map((one) => `${one}\n\n---\n\n<!-- post: id=${one} -->\n${one}`),
    word.map((one) => `<div>\n${one}\n</div>`),
  );
  return fc.array(part, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n'));
};

const heads = fc.constantFrom(
  'title: A title',
  'title: \'{{count q.n "boat"}} in a day\'',
  'title: \'A title with [seven boats](<check:count q.n "boat">)\'',
  "title: A title\nstandfirst: 'Since {{date q.day}}'\nnumbering: 1/n",
  "title: A title\nkey_figures: [{value: '{{num q.n}}', label: boats}]",
);
const LINTS = ['unbound-figure', 'unbound-superlative', 'unbound-date'].map((rule) => `${rule}: off`);

function file(head: string, body: string): string {
  const fences = Object.keys(DATA).map((name) => `\n\n\`\`\`sql ${name}\nSELECT 1\n\`\`\``);
  return `---\n${head}\ndate: 2021-09-24\nlints: {${LINTS.join(', ')}}\n---\n\n${body}${fences.join('')}\n`;
}

interface Published {
  readonly draft: Draft | undefined;
  readonly source: SourceFile;
  readonly messages: readonly Message[];
  /** Every text of every output. */
  readonly text: string;
}

/** Takes a draft through every stage that needs no engine and no browser. */
async function publish(whole: string): Promise<Published> {
  const { draft, messages: parsing, source } = parseFile(whole);
  if (!draft) return { draft, source, messages: parsing, text: '' };
  const answers = answersOf(DATA);
  const columns = new Map([...answers.tables].map(([name, table]) => [name, table.columns]));
  const messages = [...parsing, ...checkReferences(draft, columns), ...lintTags(draft)];
  const take = <T>({ value, messages: found }: { readonly value: T; readonly messages: readonly Message[] }): T => {
    messages.push(...found);
    return value;
  };
  const stories = take(
    judgeClaims(
      TARGETS.map((target) => take(fillDraft(draft, answers, target))),
      draft,
    ),
  );
  messages.push(...lintProse(stories, draft));
  const texts: string[] = [];
  for (const story of stories) texts.push(await textOf(story, draft, take));
  return { draft, source, messages, text: texts.join('\n') };
}

async function textOf(
  story: Story,
  draft: Draft,
  take: <T>(outcome: { readonly value: T; readonly messages: readonly Message[] }) => T,
): Promise<string> {
  if (story.target.kind === 'thread') {
    const { lang, numbering, split, breaks } = draft.frontMatter;
    const mediaFile = ({ name }: { readonly name: string }): string => name;
    const { source } = draft;
    const { posts } = take(
      renderThread(story, { source, lang, platforms: PLATFORMS, numbering, split, breaks, mediaFile }),
    );
    return posts.map(({ text, media }) => [text, ...media.map(({ alt }) => alt)].join('\n')).join('\n');
  }
  const images = new Map(story.media.map(({ name }) => [name, 'data:image/png,']));
  return take(await renderBrief(story, parts({ draft, answers: answersOf(DATA), images }))).html;
}

function checkPlaces(messages: readonly Message[], { text }: SourceFile): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { place, reason, note } of messages) {
    if (place) {
      const { line, column, endLine, endColumn } = place;
      expect([line >= 1, line <= lines.length, column >= 1], reason).toEqual([true, true, true]);
      expect(column, reason).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      expect(endColumn, reason).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 1);
      expect(endLine > line || (endLine === line && endColumn >= column), reason).toBe(true);
    }
    expect(`${reason}${note ?? ''}`).not.toMatch(/undefined|\[object|\bNaN\b/);
  }
}

function hasErrors(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}

describe('a draft of anything', PATIENT, () => {
  const wild = fc
    .tuple(
      heads,
      flows(
        fc.oneof(
          output,
          broken,
          wrongClaim,
          fc.constantFrom('---', '~~x~~', '| a |\n|---|\n| b |', 'a[^1]\n\n[^1]: b'),
        ),
      ),
    )
    .map(([head, body]) => file(head, body));
  const regular = fc.tuple(heads, flows(output)).map(([head, body]) => file(head, body));

  it('never makes a stage throw, and every message lies in the file', async () => {
    await fc.assert(
      fc.asyncProperty(wild, async (whole) => {
        const { messages, source } = await publish(whole);
        checkPlaces(messages, source);
      }),
      runs(200),
    );
  });

  it('loses no word: each is in an output, or an error says why there is none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: regular }, wild), async (whole) => {
        const { messages, text } = await publish(whole);
        if (hasErrors(messages)) return;
        const lost = [...new Set(whole.match(/word\d+q/g))].filter((one) => !text.includes(one));
        expect(lost).toEqual([]);
      }),
      runs(200),
    );
  });

  it('is often right, so that the words are looked for', async () => {
    const drafts = fc.sample(regular, { numRuns: 60, seed: 11 });
    const published = await Promise.all(drafts.map(publish));
    expect(published.filter(({ messages }) => !hasErrors(messages)).length).toBeGreaterThan(15);
  });
});
