import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { SourceRecord } from '../../src/model/answers.js';
import type { TableFigureNode } from '../../src/model/draft.js';
import { renderBrief } from '../../src/render/brief/render-brief.js';
import {
  answers,
  claim,
  draft,
  figure,
  markdown,
  media,
  number,
  paragraph,
  parts,
  sampleParts,
  sampleStory,
  story,
  storyMedia,
  text,
  SPAN,
} from './sample.js';

describe('a brief', () => {
  test('ends in whole sentences whatever it was made of: no source, one, two or many, with and without an engine', async () => {
    const source = (name: string): SourceRecord => ({
      ...{ name, file: `data/${name}.csv`, bytes: 1, hash: 'a'.repeat(64), rows: 2 },
      ...{ source: `The ${name} desk`, licence: undefined, illustrative: false },
    });
    const made = { 0: '', 1: 'DuckDB v1.5.6', 2: 'DuckDB v1.5.6', 5: 'DuckDB v1.5.6' };
    for (const [count, engine] of Object.entries(made)) {
      const sources = ['a', 'b', 'c', 'd', 'e'].slice(0, Number(count)).map(source);
      const { value } = await renderBrief(story([]), parts({ answers: answers({ sources, engine }) }));
      const words = value.html.replace(/<style>[^]*?<\/style>|<[^>]*>/g, '');
      expect(words).toContain(
        engine === '' ? 'Made with Threadwright 0.1.0.' : 'Made with Threadwright 0.1.0 and DuckDB v1.5.6.',
      );
      expect(words.match(/The . desk/g)?.length ?? 0).toBe(sources.length);
      expect(words.includes('Sources and licences')).toBe(sources.length > 0);
      expect(words).not.toMatch(/\band \.|, \.|,,|undefined|\[object/);
    }
  });

  test('has the title, the standfirst, the dates, the sources and the queries of its story', async () => {
    const { value, messages } = await renderBrief(sampleStory({ kind: 'brief' }), sampleParts());
    expect(messages).toEqual([]);
    for (const words of [
      '<title>seven operations in a day: the most since August</title>',
      '<time datetime="2026-08-30" data-figure="day">30\u00a0August</time></label>',
      ', where, and how',
      '<time datetime="2026-09-24">24 September 2026</time>',
      'Data as of <time datetime="2026-09-23">23 September 2026</time>',
      'CC-BY-4.0',
      'content/data/events.csv',
      'WHERE date &#x3D; as_of() AND killed &lt; 100',
      'An earlier version said six operations.',
    ]) {
      expect(value.html).toContain(words);
    }
  });

  test('names its keywords in its head, and has no empty list of them', async () => {
    const keywords = (words: readonly string[]): Promise<string> =>
      renderBrief(story([]), parts({ draft: draft({ keywords: words }) })).then(({ value }) => value.html);
    expect(await keywords(['births', '"Friday" & <13>'])).toContain(
      '<meta name="keywords" content="births, &quot;Friday&quot; &amp; &lt;13&gt;">',
    );
    expect(await keywords([])).not.toContain('keywords');
  });

  test('says that data is illustrative, that it is a draft, and warns of its content', async () => {
    const { value } = await renderBrief(sampleStory({ kind: 'brief' }), sampleParts());
    expect(value.html).toContain('<strong>Illustrative data:</strong>');
    expect(value.html).toContain('<strong>Draft:</strong>');
    expect(value.html).toContain('Describes attacks on people');
    const plain = await renderBrief(story([]), parts());
    expect(plain.value.html).not.toMatch(/Illustrative|Draft:|warning:/);
  });

  test('gives figures, dates and claims their machine-readable form', async () => {
    const body = paragraph(
      number('a', 'seven', '7'),
      text(' on '),
      figure('b', '19 September', { kind: 'date', value: '2021-09-19' }),
      text(' in '),
      figure('c', 'Kabul & Kunar'),
      text(', '),
      claim('a record'),
    );
    expect(await bodyOf([body])).toBe(
      '<p><data value="7" data-figure="a">seven</data> on <time datetime="2021-09-19" data-figure="b">19\u00a0September</time>' +
        ' in <data value="Kabul &#x26; Kunar" data-figure="c">Kabul &#x26; Kunar</data>, <span data-check="check-ack-a-name">a record</span></p>',
    );
  });

  test('keeps a number and what it counts on one line, also where only one of them is a figure', async () => {
    const body = paragraph(
      text('All but '),
      number('a', '19', '19'),
      text(' boats, '),
      number('b', '3 ferries', '3'),
      text(' of 4'),
    );
    expect(await bodyOf([body])).toBe(
      '<p>All but <data value="19" data-figure="a">19</data>\u00a0boats, <data value="3" data-figure="b">3\u00a0ferries</data> of 4</p>',
    );
    const cells = '| n | x |\n| --- | --- |\n| 5 boats | `5 boats` |\n\n`5 boats`';
    expect(await bodyOf(markdown(cells))).not.toContain('\u00a0');
  });

  test('shows a chart as one figure with its alt text and numbered caption, between paragraphs', async () => {
    const html = await bodyOf([paragraph(text('Before '), media('chart', 'daily'), text(' after'))], {
      media: [storyMedia('chart', 'daily', 'Bars & "more"', [text('Attacks a day')])],
    });
    expect(html).toMatch(
      /^<p>Before\s?<\/p>\n?<figure class="chart" id="figure-daily" role="figure" aria-label="Bars &#x26; &#x22;more&#x22;">/,
    );
    expect(html.match(/<svg class="(?:wide|narrow)" aria-hidden="true" focusable="false"/g)).toHaveLength(2);
    expect(html).toContain(
      '<figcaption><span class="label">Figure\u00a01.</span> Attacks a day <span class="source">Field desk</span></figcaption></figure>',
    );
    expect(html).toMatch(/<p>\s?after<\/p>$/);
  });

  test('puts what a chart shows above it, and what it counts where no caption does', async () => {
    const html = await bodyOf([paragraph(media('chart', 'daily'))], { media: [storyMedia('chart', 'daily', 'Bars')] });
    expect(html).toContain('<p class="finding">Operations claimed a day</p><p class="subtitle">September 2026</p><svg');
    expect(html).toContain('<span class="label">Figure\u00a01</span> <span class="source">Field desk</span>');
    const captioned = await bodyOf([paragraph(media('chart', 'daily'))], {
      media: [storyMedia('chart', 'daily', 'Bars', [text('Attacks a day')])],
    });
    expect(captioned).toContain('<p class="finding">Operations claimed a day</p><svg');
    expect(captioned).not.toContain('class="subtitle"');
  });

  test('shows a chart twice without an id twice, and its references follow', async () => {
    const shown = [storyMedia('chart', 'daily', 'Bars'), storyMedia('chart', 'daily', 'Bars')];
    const clip = '<clipPath id="chart-daily-clip1"/><g clip-path="url(#chart-daily-clip1)"/>';
    const [[name, picture] = []] = sampleParts().pictures;
    if (name === undefined || !picture) throw new Error('The sample has no picture');
    const clipped = { ...picture, inline: `<svg>${clip}</svg>`, narrow: undefined };
    const html = await bodyOf(
      [paragraph(media('chart', 'daily')), paragraph(media('chart', 'daily'))],
      { media: shown },
      { pictures: new Map([[name, clipped]]) },
    );
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(html).toContain(clip);
    expect(html).toContain('<clipPath id="chart-daily-clip1-2"/><g clip-path="url(#chart-daily-clip1-2)"/>');
  });

  test('reports a chart without a drawing and an image that was not read, and shows no hole', async () => {
    const body = [paragraph(media('chart', 'none')), paragraph(media('file', 'images/a.png'))];
    const shown = [storyMedia('chart', 'none', 'x'), storyMedia('file', 'images/a.png', 'y')];
    const { value, messages } = await renderBrief(story(body, { media: shown }), parts());
    expect(messages.map(({ rule }) => rule)).toEqual(['chart-unknown', 'image-missing']);
    expect(value.html).not.toMatch(/<figure|<img/);
  });

  test('shows an image with its alt text, credit and licence', async () => {
    const images = new Map([['images/a.png', 'data:image/png;base64,AAAA']]);
    const credits = new Map([['images/a.png', { credit: 'A. Photographer', licence: 'CC-BY-4.0' }]]);
    const html = await bodyOf(
      [paragraph(media('file', 'images/a.png'))],
      { media: [storyMedia('file', 'images/a.png', 'A <map>', [text('The east')])] },
      { images, draft: draft({ images: credits }) },
    );
    expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="A &lt;map>">');
    expect(html).toContain('The east <span class="credit">A. Photographer, CC-BY-4.0</span>');
  });

  test('keeps hashtags as plain words, and typed characters as they are', async () => {
    expect(await bodyOf(markdown('Claims of #ISKP & “others” – it’s #1... #Kabul_2'))).toBe(
      '<p>Claims of ISKP &#x26; “others” – it’s #1... Kabul_2</p>',
    );
    expect(await bodyOf(markdown('`#code` and https://example.org/#map'))).toContain('>https://example.org/#map</a>');
    const tag = { ...figure('t', '#ISKP'), origin: 'tag' as const };
    const data = { ...figure('d', '#ISKP'), origin: 'data' as const };
    expect(await bodyOf([paragraph(tag, text(' '), data)])).toMatch(/>ISKP<.*>#ISKP</);
  });

  test('gives headings ids of their typed words, so that new figures do not break links', async () => {
    const html = await bodyOf([
      { type: 'heading', depth: 2, children: [number('n', 'seven', '7'), text(' in Kabul')] },
      { type: 'heading', depth: 2, children: [text('In Kabul!')] },
      { type: 'heading', depth: 1, children: [text('Sources')] },
    ]);
    expect(html).toContain('<h2 id="in-kabul">');
    expect(html).toContain('<h2 id="in-kabul-2">');
    expect(html).toContain('<h2 id="sources-2">');
  });

  test('makes each heading a link to itself, but not one that holds a link', async () => {
    const html = await bodyOf(
      markdown('## In Kabul\n\n### See [the map](https://example.org)\n\nText.[^a]\n\n[^a]: Note.'),
    );
    expect(html).toContain('<h2 id="in-kabul"><a class="self" href="#in-kabul">In Kabul</a></h2>');
    expect(html).toContain('<h3 id="see-the-map">See <a href="https://example.org">the map</a></h3>');
    expect(html).toContain('<h2 id="footnote-label">Notes</h2>');
  });

  test('marks what is on record, once a phrase, and not inside of a link, a heading or a cell', async () => {
    const { html } = (await renderBrief(sampleStory({ kind: 'brief' }), sampleParts())).value;
    expect(html).toContain(
      '<span class="mark"><label for="mark-known-1"><data value="7" data-figure="n-2">seven operations</data></label>' +
        '<button type="button" id="mark-known-1" popovertarget="known-1"></button></span>',
    );
    expect(html).toContain('<li id="known-1" popover>');
    expect(html).toContain('<h1 id="title"><data value="7" data-figure="n">seven operations</data>');
    const seven = number('n', 'seven', '7');
    const known = { figures: sampleStory({ kind: 'brief' }).figures };
    const body = [
      { type: 'heading', depth: 2, children: [seven] },
      paragraph({ type: 'link', url: 'https://example.org', children: [seven] }),
    ] satisfies RootContent[];
    expect(await bodyOf(body, known)).not.toContain('class="mark"');
    expect(await bodyOf([paragraph(seven)], known)).toContain('class="mark"');
  });

  test('says how long it takes to read, in words of its language', async () => {
    const words = 'Seven boats left the harbour on Monday. '.repeat(100);
    const read = async (lang: string): Promise<string | undefined> => {
      const { html } = (await renderBrief(story(markdown(words)), parts({ draft: draft({ lang }) }))).value;
      return /(\d+) (?:min read|دقائق)[^]*?([\d,]+ (?:words, reckoned at|كلمة، بمعدل) \d+ (?:a minute|في الدقيقة))/
        .exec(html)
        ?.slice(1)
        .join('; ');
    };
    expect(await read('en-GB')).toBe('3; 700 words, reckoned at 228 a minute');
    expect(await read('ar')).toBe('5; 700 كلمة، بمعدل 138 في الدقيقة');
    expect((await renderBrief(story([]), parts())).value.html).toContain('1 min read');
  });

  test('names whole addresses for cards only with a base_url, and leads to the report and the thread', async () => {
    const { html } = (await renderBrief(story([]), parts())).value;
    expect(html).toContain('<meta name="twitter:card" content="summary">');
    expect(html).not.toMatch(/og:url|og:image|canonical/);
    expect(html).toContain('<li><a href="report.pdf">Report (PDF)</a></li>');
    expect(html).toContain('<li><a href="thread.html">Thread</a></li>');
    const baseUrl = 'https://example.org/desk';
    const published = (await renderBrief(story([]), parts({ draft: draft({ baseUrl, outputs: ['brief', 'report'] }) })))
      .value.html;
    expect(published).toContain('<meta property="og:url" content="https://example.org/desk/weekly/brief.html">');
    expect(published).toContain('<meta property="og:image" content="https://example.org/desk/weekly/card.png">');
    expect(published).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(published).toContain('<a href="https://example.org/desk/weekly/report.pdf">');
    expect(published).not.toContain('thread.html');
  });

  test('leads only to what stands beside it, but wherever it is published to all of its draft', async () => {
    const { html } = (await renderBrief(story([]), parts({ present: ['brief', 'thread'] }))).value;
    expect(html).toContain('<a href="thread.html">');
    expect(html).not.toContain('report.pdf');
    const published = parts({ present: ['brief'], draft: draft({ baseUrl: 'https://example.org/desk' }) });
    expect((await renderBrief(story([]), published)).value.html).toContain(
      'https://example.org/desk/weekly/report.pdf',
    );
  });

  test('sets tables with heads, in a box that scrolls, numbers to the right', async () => {
    const html = await bodyOf(markdown('| Province | n |\n|---|---|\n| Kunar | 9 |\n| Kabul | 1,200 |'));
    expect(html).toContain(
      '<div class="table-scroll" role="region" aria-label="Table: Province, n" tabindex="0"><table>',
    );
    expect(html).toContain('<th scope="col">Province</th>');
    expect(html).toContain('<td class="right">1,200</td>');
  });

  test('sets a numbered table under its caption, which names it', async () => {
    const children = [
      paragraph(text('Boats & ships')),
      ...markdown('| Port | n |\n|---|---|\n| Ard | 9 |'),
    ] as TableFigureNode['children'];
    const node: TableFigureNode = {
      type: 'tableFigure',
      name: 'boats',
      nameSpan: SPAN,
      landscape: true,
      children,
      span: SPAN,
    };
    const html = await bodyOf([node], { media: [storyMedia('table', 'boats', '', [text('Boats & ships')])] });
    expect(html).toContain(
      '<div class="table landscape" id="figure-boats"><p class="caption" id="figure-boats-caption"><span class="label">Table\u00a01.</span> Boats &#x26; ships</p>' +
        '<div class="table-scroll" role="region" aria-labelledby="figure-boats-caption" tabindex="0"><table>',
    );
  });

  test('leads from a note to its place and back', async () => {
    const html = await bodyOf(markdown('Counted.[^a]\n\n[^a]: By hand.'));
    expect(html).toMatch(/href="#fn-a" id="fnref-a"/);
    expect(html).toMatch(/<li id="fn-a"[^>]*>[\s\S]*By hand\.[\s\S]*href="#fnref-a"/);
  });

  test('shows queries even where no words are computed, and hides them when the draft says so', async () => {
    const base = sampleParts();
    const hidden = sampleParts({ draft: draft({ showQueries: false }) });
    expect((await renderBrief(story([]), base)).value.html).toContain('as_of()');
    const page = (await renderBrief(sampleStory({ kind: 'brief' }), hidden)).value.html;
    expect(page).toContain('How we know');
    expect(page).not.toContain('as_of()');
    expect(page).not.toContain('href="#query-');
    expect((await renderBrief(story([]), hidden)).value.html).not.toContain('How we know');
  });

  test('reads from right to left in a language that does', async () => {
    const { value } = await renderBrief(story([]), parts({ draft: draft({ lang: 'ps-AF' }) }));
    expect(value.html).toContain('<html lang="ps-AF" dir="rtl">');
  });

  test('asks for the fonts of exactly the characters on the page', async () => {
    const asked: string[] = [];
    const fontFaces = (characters: string): Promise<string> => {
      asked.push(characters);
      return Promise.resolve('@font-face{font-family:x}');
    };
    const { value } = await renderBrief(story(markdown('Łódź')), parts({ fontFaces }));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('Ł');
    expect(asked[0]).not.toContain('Ж');
    expect(value.html).toContain('@font-face{font-family:x}');
  });

  test('is the same twice', async () => {
    const render = () => renderBrief(sampleStory({ kind: 'brief' }), sampleParts());
    expect((await render()).value.html).toBe((await render()).value.html);
  });
});

describe('what a draft or its data may not do to a page', () => {
  test.each([
    ['<script>alert(1)</script>Text', 'script'],
    ['<style>*{display:none}</style>', 'style'],
    ['<img src="https://example.org/x.png" onerror="alert(1)">', 'img'],
    ['<iframe src="https://example.org"></iframe>', 'iframe'],
    ['<svg onload="alert(1)"><script>1</script></svg>', 'svg'],
    ['<p onclick="alert(1)">Text</p>', 'onclick'],
    ['<div style="background:url(https://example.org)">Text</div>', 'style'],
    ['<link rel="stylesheet" href="https://example.org/x.css">', 'link'],
    ['<form action="https://example.org"><button>Go</button></form>', 'form'],
  ])('%s is left out and reported', async (html, what) => {
    const { value, messages } = await renderBrief(story(markdown(html)), parts());
    const main = /<main>[\s\S]*<\/main>/.exec(value.html)?.[0] ?? '';
    expect(main).not.toMatch(/<(?:script|style|img|iframe|svg|link|form|button)|\son\w+=|\sstyle=|example\.org/i);
    expect(messages.map(({ rule }) => rule)).toContain('raw-html-removed');
    expect(messages.map(({ reason }) => reason).join()).toContain(what);
  });

  test('harmless HTML stays', async () => {
    expect(await bodyOf(markdown('H<sub>2</sub>O <kbd>Ctrl</kbd> <u>x</u>'))).toBe(
      '<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <u>x</u></p>',
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', 'file:///etc/passwd', '../other.html'])(
    'a link to %s is no link, and is reported',
    async (address) => {
      const { value, messages } = await renderBrief(story(markdown(`[words](<${address}>)`)), parts());
      expect(value.html).toContain('<a>words</a>');
      expect(messages.map(({ rule }) => rule)).toEqual(['link-address']);
    },
  );

  test('a refused address is told where its link stands', async () => {
    const source = [
      '[one](javascript:a) [good](https://example.org)',
      '',
      '- **[two](../b)**',
      '',
      '| A |',
      '|---|',
      '| [three](//c) |',
      '',
      '> [four][r] <javascript:e> and <a href="file:///f">raw</a>[^1]',
      '',
      '[r]: javascript:d',
      '',
      '[^1]: [six](javascript:g)',
    ].join('\n');
    const { messages } = await renderBrief(
      story(markdown(source)),
      parts({ draft: { ...draft(), source: { path: 'a.md', text: source } } }),
    );
    const places = messages.map(({ rule, place }) => `${rule} ${place?.line ?? 0}:${place?.column ?? 0}`).sort();
    expect(places).toEqual(
      ['1:1', '3:5', '7:3', '9:3', '9:13', '9:32', '13:7'].map((place) => `link-address ${place}`).sort(),
    );
  });

  test('raw HTML cannot pass for a figure, a claim or a chart', async () => {
    const forged =
      '<tw-slot data-n="0">forged</tw-slot> <data value="9" data-figure="n">nine</data> <span data-check>x</span>';
    const html = await bodyOf([...markdown(forged), paragraph(number('n', 'seven', '7'))]);
    expect(html.match(/data-figure/g)).toHaveLength(1);
    expect(html).not.toMatch(/data-check|tw-slot|data-n=/);
  });

  test('values stay text in the page, in attributes, in the title and in the record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NASTY), fc.string({ maxLength: 8 }), async (nasty, rest) => {
        const value = nasty + rest;
        const query = { name: 'q', sql: value, sqlHash: '', reads: [value], rows: 1 };
        const place = { file: 'x.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
        const inputs = [{ query: 'q', row: 0, column: value, type: 'VARCHAR', value }];
        const known = { id: value, kind: 'figure' as const, expression: value, text: value, post: undefined, inputs };
        const shown = { ...figure(value, value, { kind: 'number', value }), origin: 'data' as const };
        const page = story([paragraph(shown), paragraph(media('chart', 'daily'))], {
          title: [shown],
          media: [{ ...storyMedia('chart', 'daily', ''), alt: [shown], caption: [shown] }],
          figures: [{ ...known, target: 'brief', place }],
        });
        const { html } = (
          await renderBrief(page, { ...sampleParts(), fontFaces: noFonts, answers: answers({ queries: [query] }) })
        ).value;
        // An attribute may hold what it likes, between its quotes.
        const markup = html.replace(/="[^"]*"/g, '=""');
        expect(markup).not.toMatch(/<(?:script|img|b)[\s>]/);
        expect(markup.match(/<\/title>/g)).toHaveLength(1);
        expect(markup.match(/<main>/g)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});

const NASTY = [
  '<script>alert(1)</script>',
  '</title><script>',
  '"><img src=x onerror=x>',
  "'><b>",
  '{{title}}',
  '{{{body}}}',
  '</style><script>',
  '<!--',
  '--></main><main>',
  '&lt;b&gt;<b>',
  ']]><script>',
];

function noFonts(): Promise<string> {
  return Promise.resolve('');
}

async function bodyOf(
  body: Parameters<typeof story>[0],
  changes: Parameters<typeof story>[1] = {},
  partChanges: Parameters<typeof parts>[0] = {},
): Promise<string> {
  const pictures = sampleParts().pictures;
  const { value } = await renderBrief(story(body, changes), parts({ pictures, ...partChanges }));
  return (
    /<div class="body">\n([\s\S]*?)\n<\/div>\n(?:<section class="end|<\/article>)/.exec(value.html)?.[1] ?? ''
  ).trim();
}
