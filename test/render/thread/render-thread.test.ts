import fc from 'fast-check';
import type { PhrasingContent, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/diagnostic/message.js';
import type { Numbering } from '../../../src/model/draft.js';
import type { Story } from '../../../src/model/story.js';
import { PLATFORM_IDS, type PlatformId } from '../../../src/model/target.js';
import type { ThreadPost } from '../../../src/model/thread.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import { renderThread, type RenderThreadOptions } from '../../../src/render/thread/render-thread.js';
import { optionsFor, storyOf } from './story-of.js';

interface Rendered {
  readonly posts: readonly ThreadPost[];
  readonly texts: readonly string[];
  readonly messages: readonly Message[];
}

interface Settings extends Partial<RenderThreadOptions> {
  readonly platform?: PlatformId;
  readonly marks?: 'roman' | 'roman-paren';
  readonly gfm?: boolean;
}

function render(markdown: string, { platform = 'x', marks, gfm, ...options }: Settings = {}): Rendered {
  const { value, messages } = renderThread(storyOf(markdown, platform, { marks, gfm }), optionsFor(markdown, options));
  return { posts: value.posts, texts: value.posts.map(({ text }) => text), messages };
}

const said = ({ messages }: Rendered): string[] =>
  messages.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`);

describe('plain text', () => {
  it.each<[string, string, string]>([
    ['paragraphs', 'One.\n\nTwo.\n\n\n\nThree.', 'One.\n\nTwo.\n\nThree.'],
    ['line breaks', 'One\ntwo\\\nthree  \nfour', 'One\ntwo\nthree\nfour'],
    ['emphasis and code', '*a* **b** `d`', 'a b d'],
    ['typed quotes, dashes and dots', '“It’s” — a… ‘b’ -- "c" \'d\'', '“It’s” — a… ‘b’ -- "c" \'d\''],
    ['escaped marks', '\\*a\\* \\#b 1\\. c', '*a* #b 1. c'],
    ['headings', '## Section\n\nText.', 'Text.'],
    ['comments', 'One <!-- no --> two.\n\n<!-- no -->\n\nThree.', 'One two.\n\nThree.'],
    ['pictures', 'See ![alt](chart:daily) here.\n\n![alt](a.png)\n\nEnd.', 'See here.\n\nEnd.'],
    ['code blocks', '```\n  a\n\n  b\n```', 'a\n\n  b'],
    ['NFC', 'cafe\u0301', 'café'],
    ['line ends of the data', 'a {{data:b⏎---⏎c}} d', 'a b --- c d'],
  ])('%s', (_, markdown, expected) => {
    const rendered = render(markdown);
    expect(rendered.texts[0]).toBe(expected);
    expect(said(rendered)).toEqual([]);
  });

  it('joins wrapped lines where the draft asks for it, and keeps hard breaks', () => {
    expect(render('One\ntwo\\\nthree', { breaks: 'join' }).texts).toEqual(['One two\nthree']);
  });
});

describe('places', () => {
  it('are right after wrapped lines, references and escapes', () => {
    const wrapped = 'a &amp; b\n   c\\* d\ne #A#B';
    for (const breaks of ['keep', 'join'] as const) {
      expect(said(render(wrapped, { breaks }))).toEqual(['hashtag-glued 3:5']);
    }
  });
});

describe('lists', () => {
  it.each<[string, string, string]>([
    ['bullets on the line under their sentence', 'Where:\n- Kabul\n- Kunar', 'Where:\n• Kabul\n• Kunar'],
    ['bullets after an empty line', 'Where:\n\n- Kabul\n- Kunar\n\nEnd', 'Where:\n\n• Kabul\n• Kunar\n\nEnd'],
    ['loose items', '- a\n\n- b', '• a\n\n• b'],
    ['numbers from a start', '3. a\n4. b', '3. a\n4. b'],
    ['numbers with a bracket', '1) a\n2) b', '1) a\n2) b'],
    ['nested bullets', '- a\n  - b\n    - c\n- d', '• a\n– b\n· c\n• d'],
    ['nested numbers', '1. a\n   1. b\n   2. c\n2. d', '1. a\n1.1. b\n1.2. c\n2. d'],
    ['bullets under numbers', '1. a\n   - b\n2. c', '1. a\n– b\n2. c'],
    ['tasks', '- [ ] a\n- [x] b\n\n1. [x] c', '☐ a\n☑ b\n\n1. ☑ c'],
    ['lines of an item', '- a\n  b\n\n  c', '• a\nb\n\nc'],
    ['an empty item goes', '- a\n-\n- b', '• a\n• b'],
  ])('%s', (_, markdown, expected) => {
    expect(render(markdown).texts[0]).toBe(expected);
  });

  it('has roman marks where the post asks for them', () => {
    const list = '1. a\n2. b\n3. c\n4. d';
    expect(render(list, { marks: 'roman' }).texts[0]).toBe('i. a\nii. b\niii. c\niv. d');
    expect(render(list, { marks: 'roman-paren' }).texts[0]).toBe('i) a\nii) b\niii) c\niv) d');
    expect(render('0. a\n1. b', { marks: 'roman' }).texts[0]).toBe('0. a\ni. b');
  });
});

describe('quotations', () => {
  it.each([
    ['> It was us.', '“It was us.”'],
    ['> One.\n>\n> Two.', '“One.\n\nTwo.”'],
    ['> “It was us.”', '“It was us.”'],
    ['> It was us.\n> — A spokesman', '“It was us.”\n— A spokesman'],
    ['He said:\n\n> Yes\n\nThen left.', 'He said:\n\n“Yes”\n\nThen left.'],
  ])('%s', (markdown, expected) => {
    expect(render(markdown).texts[0]).toBe(expected);
  });
});

describe('links', () => {
  it.each<[string, string]>([
    ['[our report](https://example.org/r)', 'our report https://example.org/r'],
    ['See [our report](https://example.org/r).', 'See our report https://example.org/r.'],
    ['[our report](https://example.org/r)s', 'our report https://example.org/r s'],
    ['a<https://example.org/r>b', 'a https://example.org/r b'],
    ['(<https://example.org/r>)', '(https://example.org/r)'],
    ['https://example.org/r, then', 'https://example.org/r, then'],
    ['[https://example.org](https://example.org/)', 'https://example.org/'],
    ['[example.org](https://example.org)', 'https://example.org'],
    ['www.example.org and desk@example.org', 'www.example.org and desk@example.org'],
    ['[write to us](mailto:desk@example.org)', 'write to us desk@example.org'],
    ['<desk@example.org>', 'desk@example.org'],
    ['[**bold** words](https://example.org "title")', 'bold words https://example.org'],
    ['[](https://example.org)', 'https://example.org'],
    ['[a](https://example.org/x.)', 'a https://example.org/x%2E'],
    ['[a](<https://example.org/x y>)', 'a https://example.org/x%20y'],
    ['[a](https://example.org/x_(y))', 'a https://example.org/x_(y)'],
    ['[this report](report:)', 'this report'],
  ])('%s', (markdown, expected) => {
    const rendered = render(markdown);
    expect(rendered.texts).toEqual([expected]);
    expect(said(rendered)).toEqual([]);
  });

  it('keeps an address of another script readable where the platform takes it, and encodes it where not', () => {
    const markdown = '[كابول](https://ar.wikipedia.org/wiki/كابول)';
    expect(render(markdown, { platform: 'bluesky' }).texts[0]).toBe('كابول https://ar.wikipedia.org/wiki/كابول');
    expect(render(markdown, { platform: 'x' }).texts[0]).toBe(
      'كابول https://ar.wikipedia.org/wiki/%D9%83%D8%A7%D8%A8%D9%88%D9%84',
    );
  });

  it.each<[string, string, string]>([
    [
      '[a](javascript:alert)',
      'a',
      'Unexpected address `javascript:alert`, expected one that starts with `https://`, `http://` or `mailto:`',
    ],
    [
      '[a](/about)',
      'a',
      'Unexpected address `/about`, expected one that starts with `https://`, `http://` or `mailto:`',
    ],
    [
      '[a](http://localhost:3000/x)',
      'a http://localhost:3000/x',
      'Unexpected address `http://localhost:3000/x`, X would not make a link of it',
    ],
  ])('%s is an error', (markdown, text, reason) => {
    const rendered = render(markdown);
    expect(rendered.texts).toEqual([text]);
    expect(rendered.messages.map((message) => [message.rule, message.reason])).toEqual([['link-address', reason]]);
  });

  it('says what a platform would take into a link besides its address', () => {
    const markdown = 'They “[said](https://example.org/y)” so.';
    expect(render(markdown, { platform: 'mastodon' }).messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      [
        'link-address',
        'Unexpected `”` right behind the address `https://example.org/y`, Mastodon would take it into the link',
      ],
    ]);
    expect(render(markdown).messages).toEqual([]);
  });

  it('shows how a relative address is written in full', () => {
    expect(render('[a](../about)', { baseUrl: 'https://desk.example/t' }).messages[0]?.note).toBe(
      'Write the whole address, e.g. `https://desk.example/t/about`',
    );
  });
});

describe('what a thread cannot hold', () => {
  it('says once in a post that raw HTML goes, and keeps its words', () => {
    const rendered = render('a <b>bold</b> and <i>more</i><br>b\n\n<div>\nwords\n</div>');
    expect(rendered.texts).toEqual(['a bold and more\nb\n\nwords']);
    expect(said(rendered)).toEqual(['raw-html 1:3']);
  });

  it('keeps no script', () => {
    expect(render('<script>\nalert(1)\n</script>\n\nText').texts).toEqual(['Text']);
  });

  it('reports tables and footnotes where they stand', () => {
    const rendered = render('Text[^1] here.\n\n| a |\n|---|\n| b |\n\n[^1]: Note');
    expect(rendered.texts).toEqual(['Text here.']);
    expect(said(rendered)).toEqual(['thread-table 1:5', 'thread-table 3:1']);
  });

  it('reports a post of headings only', () => {
    expect(said(render('Text\n\n---\n\n## Section'))).toEqual(['post-empty 5:1']);
  });

  it('takes a story for a platform only', () => {
    const story = { ...storyOf('a', 'x'), target: { kind: 'brief' } } as const;
    expect(() => renderThread(story, optionsFor('a'))).toThrow('not for a brief');
  });
});

describe('numbering', () => {
  const base: Numbering = { style: '1.', place: 'start', first: true, start: 1 };
  it.each<[Partial<Numbering>, string[]]>([
    [{}, ['1. a', '2. b', '3.']],
    [{ style: '1/' }, ['1/ a', '2/ b', '3/']],
    [{ style: '1/n' }, ['1/3 a', '2/3 b', '3/3']],
    [{ style: '(1/n)', place: 'end' }, ['a (1/3)', 'b (2/3)', '(3/3)']],
    [{ style: 'none' }, ['a', 'b', '']],
    [{ first: false }, ['a', '2. b', '3.']],
    [{ style: '1/n', start: 4 }, ['4/6 a', '5/6 b', '6/6']],
  ])('%j', (numbering, expected) => {
    const { texts } = render('a\n\n---\n\nb\n\n---\n\n![c](chart:c)', { numbering: { ...base, ...numbering } });
    expect(texts).toEqual(expected);
  });

  it('puts the number above a list', () => {
    expect(render('- a\n- b', { numbering: base }).texts).toEqual(['1.\n• a\n• b']);
  });

  it('keeps the number that each post carries', () => {
    const { posts } = render('a\n\n---\n\nb', { numbering: { ...base, first: false, start: 7 } });
    expect(posts.map(({ number }) => number)).toEqual([null, 8]);
  });
});

describe('live data', () => {
  it.each<[string, string, string, string]>([
    [
      'a hashtag of data',
      'In {{data:#Kabul}} today',
      'live-data 1:4',
      'Write `{{tag data:#Kabul}}`, without a `#` before it',
    ],
    [
      'a hashtag by joining',
      'In #{{data:Kabul}} today',
      'live-data 1:5',
      'Write `{{tag data:Kabul}}`, without a `#` before it',
    ],
    [
      'a longer hashtag by joining',
      '#Kab{{data:ul}}',
      'live-data 1:5',
      'Write `{{tag data:ul}}`, without a `#` before it',
    ],
    ['a phrase in a hashtag', '#Day{{phrase:7}}', 'live-data 1:5', 'Write `{{tag phrase:7}}`, without a `#` before it'],
    [
      'a mention by joining',
      'by @{{data:name}}',
      'live-data 1:5',
      'Type the handle in the draft, or take the `@` out of the value in its query',
    ],
    [
      'a domain of data',
      'by {{data:evil.com}}',
      'live-data 1:4',
      'Type the address in the draft, or change the value in its query so that it is none, e.g. with a space after the dot',
    ],
    [
      'an address by joining',
      'https://example.org/{{data:q}}',
      'live-data 1:21',
      'Type the address in the draft, or change the value in its query so that it is none, e.g. with a space after the dot',
    ],
    [
      'an unknown domain',
      'http://{{data:evil}}/',
      'live-data 1:8',
      'Type the address in the draft, or change the value in its query so that it is none, e.g. with a space after the dot',
    ],
    [
      'a tag in an address',
      'https://example.org/{{tag:#q}}',
      'live-data 1:21',
      'Type the address in the draft, or change the value in its query so that it is none, e.g. with a space after the dot',
    ],
  ])('%s is an error at the tag', (_, markdown, expected, note) => {
    const rendered = render(markdown, { gfm: false });
    expect(said(rendered)).toEqual([expected]);
    expect(rendered.messages[0]?.note).toBe(note);
  });

  it('names every value of a domain made by joining', () => {
    expect(said(render('{{data:a}}.{{data:com}}'))).toEqual(['live-data 1:1', 'live-data 1:12']);
  });

  it.each([
    ['{{tag:#Kabul}} and {{tag:#Kunar}}', 'x'],
    ['{{data:Kabul}} (#Afghanistan), {{phrase:3.5}} million on {{phrase:19 September}}', 'x'],
    ['https://example.org {{data:words}}', 'x'],
    ['{{data:evil.com}} is no link there', 'mastodon'],
    ['{{data:@name}} is no handle there', 'bluesky'],
    ['100%{{data:#1}} and C{{data:#}}', 'x'],
  ] as const)('%s is fine on %s', (markdown, platform) => {
    expect(said(render(markdown, { platform }))).toEqual([]);
  });

  it('is never in an entity without an error', () => {
    const piece = fc.constantFrom(
      '#',
      '＃',
      '@',
      '.',
      '/',
      ' ',
      '_',
      '(',
      ':',
      'a',
      'com',
      'name',
      'x.org',
      'https://',
    );
    const part = fc.record({
      origin: fc.constantFrom('draft', 'data', 'phrase'),
      words: fc.array(piece, { minLength: 1, maxLength: 4 }).map((words) => words.join('')),
    });
    const storyOn = new Map(PLATFORM_IDS.map((platform) => [platform, storyOf('x', platform)]));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(...PLATFORM_IDS), (parts, platform) => {
        const story = paragraphOf(parts, storyOn.get(platform) ?? storyOf('x', platform));
        const { value, messages } = renderThread(story, optionsFor('x'.repeat(200)));
        const [post] = value.posts;
        const computed = computedRanges(parts);
        const live = post?.entities.filter(({ start, end }) => computed.some(([from, to]) => start < to && from < end));
        const rules = messages.map(({ rule }) => rule);
        if ((live ?? []).length > 0) expect(rules).toContain('live-data');
        if (computed.length === 0) expect(rules).not.toContain('live-data');
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});

interface Part {
  readonly origin: 'draft' | 'data' | 'phrase';
  readonly words: string;
}

/** The same story with a post of one paragraph, which starts with `x`. */
function paragraphOf(parts: readonly Part[], story: Story): Story {
  const nodes = parts.map(({ origin, words }, index): PhrasingContent => {
    if (origin === 'draft') return { type: 'text', value: words };
    return {
      type: 'figure',
      id: '',
      text: words,
      origin,
      machine: { kind: 'words', value: words },
      span: { start: index, end: index + 1 },
    };
  });
  const children: RootContent[] = [{ type: 'paragraph', children: [{ type: 'text', value: 'x ' }, ...nodes] }];
  return { ...story, posts: story.posts.map((post) => ({ ...post, children })) };
}

/** Where computed words stand in a text of `x ` and parts. */
function computedRanges(parts: readonly Part[]): [number, number][] {
  let at = 2;
  return parts.flatMap(({ origin, words }): [number, number][] => {
    const start = at;
    at += words.length;
    return origin === 'draft' ? [] : [[start, at]];
  });
}

describe('hashtags that touch', () => {
  it('are a warning at the second', () => {
    const rendered = render('On #Afghan#Taliban talks');
    expect(said(rendered)).toEqual(['hashtag-glued 1:11']);
    expect(rendered.messages[0]?.reason).toBe(
      'Unexpected `#Taliban` right after `#Afghan`, expected a space between hashtags',
    );
  });

  it('are said with the way out when a helper made one', () => {
    const { messages } = render('{{phrase:seven #IED attacks}}');
    expect(messages[0]?.note).toBe('Type the hashtag in the draft, outside the tag, or make it with `{{tag …}}`');
  });

  it('are one when tags made them', () => {
    expect(said(render('{{tag:#A}}{{tag:#B}}'))).toEqual(['hashtag-glued 1:11']);
  });
});

describe('limits', () => {
  it.each<[PlatformId, number]>([
    ['x', 280],
    ['bluesky', 300],
    ['mastodon', 500],
  ])('%s takes %i and no more, the number counted', (platform, limit) => {
    const numbering: Numbering = { style: '1.', place: 'start', first: true, start: 1 };
    const fits = 'word '
      .repeat(100)
      .slice(0, limit - 3 - 1)
      .trimEnd();
    const filled = fits + 'x'.repeat(limit - 3 - fits.length);
    const good = render(filled, { platform, numbering });
    expect(good.posts[0]?.count).toBe(limit);
    expect(good.messages).toEqual([]);
    const bad = render(`${filled} more`, { platform, numbering, split: 'error' });
    expect(bad.messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      [
        'post-too-long',
        `Unexpected ${limit + 5} ${PLATFORMS[platform].unit} in post 1 on ${PLATFORMS[platform].name}, expected at most ${limit}; 5 over, from \`more\` on`,
      ],
    ]);
    expect(bad.messages[0]?.place).toMatchObject({ line: 1, column: filled.length + 2, endColumn: filled.length + 6 });
  });

  it('names the whole link that no longer fits, at its place, and shortens what follows', () => {
    const text = `${'a'.repeat(270)} <https://example.org/report> ${'and more words '.repeat(9)}`;
    const { messages } = render(text, { split: 'error' });
    expect(messages[0]?.reason).toContain('from `https://example.org/report and more words and more words…` on');
    expect(messages[0]?.place?.column).toBe(272);
  });

  it('says what X says of newer emoji', () => {
    const { messages } = render('🐦‍🔥'.repeat(60), { split: 'error' });
    expect(messages[0]?.reason).toContain('Unexpected 300 weighted characters');
    expect(messages[0]?.note).toBe(
      'Shorten the post, or part it with a line `---`. X says it counts every emoji as 2, which would make 120; 60 of these emoji may be counted higher',
    );
  });

  it('holds Bluesky’s bytes too', () => {
    expect(render('👨‍👩‍👧‍👦'.repeat(121), { platform: 'bluesky', split: 'error' }).messages[0]?.reason).toContain(
      'Unexpected 3,025 bytes of UTF-8 in post 1 on Bluesky, expected at most 3,000',
    );
  });

  it.each<[PlatformId, number]>([
    ['x', 4],
    ['bluesky', 4],
    ['mastodon', 4],
    ['threads', 20],
    ['linkedin', 20],
  ])('%s takes %i images in a post and no more', (platform, most) => {
    const images = (count: number): string =>
      Array.from({ length: count }, (_, index) => `![a](${index}.png)`).join('\n');
    expect(render(images(most), { platform }).messages).toEqual([]);
    expect(said(render(images(most + 1), { platform }))).toEqual([`media-limit ${most + 1}:1`]);
  });
});

it('gives pictures their file and their alt text', () => {
  expect(render('![An *alt*\ntext](chart:daily)').posts[0]?.media).toEqual([
    { kind: 'chart', name: 'daily', file: 'charts/daily', alt: 'An alt text' },
  ]);
});

describe('every text', () => {
  const words = fc.array(
    fc.constantFrom(
      'word',
      'כאן',
      '中国',
      'e\u0301',
      '👍🏽',
      '#tag',
      '@name',
      'https://example.org/a',
      '“q”',
      '3.5',
      'a_b',
      '\u00A0',
      '{{data:figure}}',
      '\u200F',
    ),
    { minLength: 1, maxLength: 6 },
  );
  const block = fc.oneof(
    words.map((list) => list.join(' ')),
    words.map((list) => list.join('\n')),
    words.map((list) => list.map((word) => `- ${word}`).join('\n')),
    words.map((list) => `> ${list.join(' ')}`),
    words.map((list) => `*${list.join('* **')}**`),
    words.map((list) => `[${list[0] ?? ''}](https://example.org/b)`),
  );
  const markdown = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

  it('keeps every word in order, is tidy, and has its entities inside', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(...PLATFORM_IDS), (text, platform) => {
        const { posts, texts } = render(text, { platform });
        const post = posts[0];
        const out = texts[0] ?? '';
        let at = 0;
        for (const word of text
          .normalize('NFC')
          .match(/word|כאן|中国|é|👍🏽|#tag|@name|example\.org\/[ab]|3\.5|figure/gu) ?? []) {
          const found = out.indexOf(word, at);
          expect([word, found >= at]).toEqual([word, true]);
          at = found + word.length;
        }
        expect(out).toBe(out.normalize('NFC').trim());
        expect(out).not.toMatch(/[ \t]$|\n{3}/m);
        expect(post?.count).toBe(PLATFORMS[platform].count(out));
        for (const { end } of post?.entities ?? []) expect(end).toBeLessThanOrEqual(out.length);
        expect(render(text, { platform }).texts).toEqual(texts);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});

it('reports a whole article that forgot its `---`, on every platform', () => {
  const article = 'On 19 September, “#ISKP” claimed seven—the most ever. *More* at https://example.org/a.\n\n'.repeat(
    250,
  );
  for (const platform of PLATFORM_IDS) {
    expect(said(render(article, { platform, split: 'error' })).map((one) => one.split(' ')[0])).toEqual([
      'post-too-long',
    ]);
  }
}, 30_000);
