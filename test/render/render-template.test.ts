import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/diagnostic/message.js';
import { renderTemplate } from '../../src/render/page/render-template.js';
import { safeHtml, type TemplateData } from '../../src/render/page/template-data.js';
import { templateScope } from '../../src/render/template/template-scope.js';
import { BRIEF, answersOf, draftOf, type Data } from '../fill/fill-input.js';

interface Rendered {
  readonly value: string;
  readonly lines: readonly string[];
  readonly messages: readonly Message[];
  readonly figures: ReturnType<typeof renderTemplate>['value']['figures'];
}

/** Renders `brief.hbs` for a draft of 24 September 2021 whose queries have these rows. */
function render(files: Record<string, string>, data: TemplateData = {}, queries: Data = {}, head = ''): Rendered {
  const scope = templateScope(BRIEF, {
    draft: draftOf('Words', queries, { frontMatter: head }),
    answers: answersOf(queries),
  });
  const { value, messages } = renderTemplate('brief', new Map(Object.entries(files)), data, scope);
  const lines = messages.map(
    ({ place, reason }) => `${place?.file ?? ''}:${place?.line ?? 0}:${place?.column ?? 0}: ${reason}`,
  );
  return { value: value.html, lines, messages, figures: value.figures };
}

/** The page that one line of a template comes to, or what is wrong with it. */
function line(text: string, queries: Data = {}, data: TemplateData = {}, head = ''): string {
  const { value, messages } = render({ 'brief.hbs': text }, data, queries, head);
  return messages.map(({ rule, place, reason }) => `${place?.column ?? 0} ${rule}: ${reason}`).join('; ') || value;
}

describe('a template', () => {
  test('escapes text, and prints what is HTML already as it is', () => {
    const data = { text: '<b> & "', html: safeHtml('<b>x</b>') };
    expect(render({ 'brief.hbs': '{{text}} {{html}}' }, data).value).toBe('&lt;b&gt; &amp; &quot; <b>x</b>');
  });

  test('includes partials', () => {
    const files = { 'brief.hbs': '{{#each list}}{{> parts/one}}{{/each}}', 'partials/parts/one.hbs': '[{{name}}]' };
    expect(render(files, { list: [{ name: 'a' }, { name: 'b' }] }).value).toBe('[a][b]');
  });

  test('names a field that does not exist, with its file and line', () => {
    expect(render({ 'brief.hbs': 'a\n\n{{titel}}' }).lines).toEqual([
      'templates/brief.hbs:3:3: Unknown field `titel`, expected one that this template gets',
    ]);
    const files = { 'brief.hbs': '\n{{> head}}', 'partials/head.hbs': '\n\n\n{{titel}}' };
    expect(render(files).lines).toEqual([
      'templates/partials/head.hbs:4:3: Unknown field `titel`, expected one that this template gets',
    ]);
  });

  test('names a partial that does not exist', () => {
    expect(render({ 'brief.hbs': '{{> head}}\n {{> hed}}', 'partials/head.hbs': '' }).lines).toEqual([
      'templates/brief.hbs:2:6: Unknown partial `hed`, expected `partials/hed.hbs`',
    ]);
  });

  test('names every file that cannot be read, with the line', () => {
    const { lines } = render({
      'brief.hbs': 'a\n{{#if x}}\n',
      'partials/a.hbs': '{{/each}}',
      'partials/b.hbs': '{{a b',
    });
    expect(lines).toEqual([
      'templates/brief.hbs:3:1: Unexpected end of the template, expected a block or tag to be closed',
      'templates/partials/a.hbs:1:1: Unexpected `{{/` in the template',
      'templates/partials/b.hbs:1:5: Unexpected end of the template in a tag, expected `}}`',
    ]);
  });

  test.each([
    ['a\nb {{#if (}}x{{/if}}', '2:10: Unexpected `}}` in the template'],
    ['{{#if a}}x{{/each}}', '1:4: Unexpected `{{/each}}`, expected `{{/if}}`'],
    ['<p>\n a long text before this tag {{count a b=}} after', '2:42: Unexpected `}}` in the template'],
    ['{{#if a}}\n{{/if}}\n{{count (}}\n{{#if a}}\n{{/if}}', '3:10: Unexpected `}}` in the template'],
    ['{{#with rows.0}}{{n}}{{/with}}', '1:14: Unexpected `0` in the template'],
    ['{{else}}', '1:1: Unexpected `{{` in the template'],
    ['...{{a ~b}}...', '1:8: Unexpected `~b` in the template'],
  ])('says where %j cannot be read', (text, expected) => {
    expect(render({ 'brief.hbs': text }).lines).toEqual([`templates/brief.hbs:${expected}`]);
  });

  test('names a helper that does not exist', () => {
    expect(render({ 'brief.hbs': '{{upper title}}' }, { title: 'x' }).lines).toHaveLength(1);
    expect(render({ 'brief.hbs': '{{#upper title}}{{/upper}}' }, { title: 'x' }).lines).toHaveLength(1);
  });

  test('names the circle when a partial includes itself, and lets one include itself as far as the data goes', () => {
    const files = { 'brief.hbs': '{{> a}}', 'partials/a.hbs': '{{> b}}', 'partials/b.hbs': '<p>\n{{> a}}' };
    expect(render(files).lines).toEqual([
      expect.stringMatching(
        /^templates\/partials\/(a|b)\.hbs:\d+:1: Unexpected circle, `partials\/a\.hbs` includes `partials\/b\.hbs` includes `partials\/a\.hbs` and so on without end|^templates\/partials\/b\.hbs:\d+:1: Unexpected circle, `partials\/b\.hbs` includes/,
      ),
    ]);
    const self = { 'brief.hbs': '{{> a}}', 'partials/a.hbs': '{{> a}}' };
    expect(render(self).lines).toEqual([
      'templates/partials/a.hbs:1:1: Unexpected circle, `partials/a.hbs` includes `partials/a.hbs` and so on without end',
    ]);
    const tree = { 'brief.hbs': '{{> a}}', 'partials/a.hbs': '{{name}}{{#each inner}}({{> a}}){{/each}}' };
    const data = { name: 'a', inner: [{ name: 'b', inner: [{ name: 'c', inner: [] }] }] };
    expect(render(tree, data).value).toBe('a(b(c))');
  });

  test('ends what partials or loops repeat past all reason', () => {
    const endless = expect.stringMatching(
      /: Unexpected work without end, partials or loops of this template repeat/,
    ) as string;
    const partials = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`partials/p${index}.hbs`, `{{> p${index + 1}}}`.repeat(12)]),
    );
    expect(render({ 'brief.hbs': '{{> p0}}', ...partials, 'partials/p9.hbs': '' }).lines).toEqual([endless]);
    const rows: TemplateData[] = [];
    for (let row = 0; row < 100; row += 1) rows.push({ rows });
    const loops = `${'{{#each rows}}'.repeat(4)}x${'{{/each}}'.repeat(4)}`;
    expect(render({ 'brief.hbs': loops }, { rows }).lines).toEqual([endless]);
  });

  test('names a field or a list that is printed whole, and never prints an object', () => {
    const data = { title: { text: 'T', html: safeHtml('<i>T</i>') }, sources: [{ name: 's' }], days: [] };
    expect(render({ 'brief.hbs': '{{title.text}} {{title.html}}' }, data).value).toBe('T <i>T</i>');
    const files = { 'brief.hbs': '{{> head}}', 'partials/head.hbs': 'a\n <h1>{{title}}</h1>' };
    expect(render(files, data).lines).toEqual([
      'templates/partials/head.hbs:2:8: Unexpected `title` printed whole, expected one of its fields: `title.text`, `title.html`',
    ]);
    for (const printed of ['{{sources}}', '{{{sources}}}'])
      expect(render({ 'brief.hbs': `\n\n${printed}` }, data).lines).toEqual([
        `templates/brief.hbs:3:${printed.indexOf('s') + 1}: Unexpected list \`sources\` printed whole, expected \`{{#each sources}}\``,
      ]);
    expect(render({ 'brief.hbs': '{{title.txt}}' }, data).lines).toEqual([
      'templates/brief.hbs:1:9: Unknown field `txt`, expected one that this template gets',
    ]);
    expect(render({ 'brief.hbs': '{{days}}' }, data).lines).toHaveLength(1);
    expect(render({ 'brief.hbs': '{{#each sources}}{{this}}{{/each}}' }, data).lines).toEqual([
      'templates/brief.hbs:1:20: Unexpected `this` printed whole, expected one of its fields: `name`',
    ]);
    expect(render({ 'brief.hbs': '{{#each days}}x{{else}}none{{/each}}{{#if title}}y{{/if}}' }, data).value).toBe(
      'noney',
    );
  });

  test('says that a template is missing', () => {
    expect(render({}).lines).toEqual(['templates/brief.hbs:1:1: Missing template `brief.hbs`']);
  });

  test('reaches nothing but the data', () => {
    for (const path of ['constructor', 'title.constructor.constructor', '__proto__', 'toString', 'list.__proto__']) {
      const { value } = render({ 'brief.hbs': `{{${path}}}` }, { title: 'x', list: ['y'] });
      expect(value).toBe('');
    }
  });
});

const BURST: Data = {
  burst: [{ n: 7, day: '2021-09-19', name: '<b>Sand & Wick</b>', share: 0.92, days: 11 }],
  daily: {
    rows: [
      { day: '2021-09-18', n: 1 },
      { day: '2021-09-19', n: 7 },
    ],
    ordered: true,
  },
  none: { rows: [], columns: ['n'] },
  gap: [{ n: null, inf: Infinity }],
  total: [{ n: 1234 }],
  reach: { rows: [{ lang: 'Dari', n: 3 }], key: 'lang' },
  title: [{ n: 2 }],
};

describe('the figure language in a template', () => {
  test.each([
    ['{{count burst.n "operation"}}', 'seven operations'],
    ['{{date @date "long"}} {{date burst.day}}', '24 September 2021 19 September'],
    ['{{rel burst.day}}, {{pct burst.share}}, {{a burst.days "day"}} silence', 'on Sunday, 92%, an 11-day silence'],
    ['{{burst.n}} {{burst.day}} {{total}} {{total.n}}', 'seven 19 September 1,234 1,234'],
    ['{{reach.Dari.n}} {{daily.1.n}} {{daily.[0].n}}', 'three seven one'],
    ['{{cap (count burst.n "operation")}}', 'Seven operations'],
    ['{{count none.n "x" unknown="?"}}'.replace('none.n', 'gap.n'), '?'],
    ['{{list daily col="day"}}', '18 September and 19 September'],
    ['{{#if (gt burst.n 5)}}many{{else}}few{{/if}}', 'many'],
    ['{{#if (gt burst.n 50)}}a{{else if (gt burst.n 6)}}b{{else}}c{{/if}}', 'b'],
    ['{{#if none}}some{{else}}none{{/if}} {{#if gap.n}}some{{else}}none{{/if}}', 'none none'],
    ['{{#unless burst}}a{{else}}b{{/unless}}', 'b'],
    [
      '{{#each daily as |row|}}{{count row.n "boat"}} on {{date row.day}}{{#unless @last}}; {{/unless}}{{/each}}',
      'one boat on 18 September; seven boats on 19 September',
    ],
    ['{{#each daily}}{{@index}}{{#if @first}}!{{/if}} {{num n}}/{{burst.n}} {{/each}}', '0! 1/seven 1 7/seven '],
    ['{{#each none}}a{{else}}nothing{{/each}}', 'nothing'],
    ['{{#with burst as |b|}}{{num b.n}}{{/with}} {{#with burst}}{{num n}}{{/with}}', '7 7'],
    [
      '{{#each sources as |s|}}{{count s.rows "row"}} {{count rows "row"}} {{count ../rows "row"}}{{/each}}',
      'one row one row nine rows',
    ],
    ['{{#each sources}}{{count @root.rows "row"}}{{/each}}', 'nine rows'],
    ['{{count sources.length "source"}} {{sources.length}}', 'one source 1'],
    ['{{title.text}} {{data.title.n}} {{num data.title.n}}', 'A title two 2'],
    ['{{@lang}} {{@output}}', 'en-GB brief'],
  ])('%s gives %s', (text, expected) => {
    const data = { title: { text: 'A title' }, sources: [{ name: 's', rows: 1 }], rows: 9 };
    expect(line(text, BURST, data)).toBe(expected);
  });

  test.each([
    ['{{burst.name}}', '&lt;b&gt;Sand &amp; Wick&lt;/b&gt;'],
    ['{{{burst.name}}} {{&burst.name}}', '&lt;b&gt;Sand &amp; Wick&lt;/b&gt; &lt;b&gt;Sand &amp; Wick&lt;/b&gt;'],
    ['<a title="{{list burst col="name"}}">', '<a title="&lt;b&gt;Sand &amp; Wick&lt;/b&gt;">'],
    ['{{#each burst as |b|}}{{b.name}}{{{name}}}{{/each}}', '&lt;b&gt;Sand &amp; Wick&lt;/b&gt;'.repeat(2)],
  ])('%s is text, whatever the data and the braces', (text, expected) => {
    expect(line(text, BURST)).toBe(expected);
  });

  test.each([
    ['{{cuont burst.n "x"}}', '3 helper-unknown: Unexpected `cuont`, no helper has this name'],
    ['{{#if (g burst.n 5)}}{{/if}}', '8 helper-unknown: Unexpected `g`, no helper has this name'],
    ['{{#if title}}{{upper title.text}}{{/if}}', '16 helper-unknown: Unexpected `upper`, no helper has this name'],
    ['{{count bust.n "x"}}', '9 template-invalid: Unknown field `bust`, expected one that this template gets'],
    ['{{#if nope}}a{{/if}}', '7 template-invalid: Unknown field `nope`, expected one that this template gets'],
    ['{{#each nope}}a{{/each}}', '9 template-invalid: Unknown field `nope`, expected one that this template gets'],
    ['{{#with nope}}a{{/with}}', '9 template-invalid: Unknown field `nope`, expected one that this template gets'],
    [
      '{{#unless titel.text}}a{{/unless}}',
      '11 template-invalid: Unknown field `titel`, expected one that this template gets',
    ],
    ['{{#if title.txt}}a{{/if}}', '13 template-invalid: Unknown field `txt`, expected one that this template gets'],
    ['{{#if (gt nope 5)}}a{{/if}}', '11 template-invalid: Unknown field `nope`, expected one that this template gets'],
    ['{{#each title as |t|}}{{@indx}}{{/each}}', '25 name-unknown: Unexpected `@indx`, there is no such variable'],
    ['{{burst.m}}', '9 column-unknown: Unexpected `m`, `burst` has no such column'],
    ['{{gap.n}}', '3 value-missing: Unexpected NULL, expected a value to print'],
    ['a {{num gap.inf}}', '9 value-infinite: Unexpected `Infinity`, expected a finite number'],
    ['{{count none.n "x"}}', '9 value-missing: Unexpected empty `none`, expected one row for `none.n`'],
    ['{{#if (gt none.n 5)}}a{{/if}}', '11 value-missing: Unexpected empty `none`, expected one row for `none.n`'],
    ['{{daily.n}}', '3 value-many: Unexpected 2 rows in `daily`, expected one for `daily.n`'],
    ['{{#with daily}}{{/with}}', '9 value-many: Unexpected 2 rows, expected one'],
    ['{{count burst.n}}', '3 helper-arguments: Unexpected end of `count`, expected a text: `one`'],
    ['{{count burst.n "x" nonne="y"}}', '21 helper-arguments: Unexpected `nonne=`, `count` has no such argument'],
    ['{{count title.text "x"}}', '9 helper-arguments: Unexpected text `T`, expected a number'],
    ['{{count title "x"}}', '9 template-invalid: Unexpected list of fields `title`, expected a value'],
    ['{{#each burst.n}}{{/each}}', '9 helper-arguments: Unexpected number `7`, expected rows or a list'],
    ['{{ref "daily"}}', '3 helper-arguments: Unexpected `ref` in a page template'],
    [
      '{{count burst.n "x" placeholder="seven"}}',
      '21 placeholder: Unexpected placeholder, a page template is published as it is',
    ],
    ['{{data}}', '3 template-invalid: Unexpected `data` alone'],
    ['{{#if a b}}{{/if}}', '4 template-invalid: Unexpected 2 values in the head of `if`, expected one'],
    [
      '{{#burst}}{{/burst}}',
      '4 template-invalid: Unknown block `burst`, expected one of `if`, `unless`, `each`, `with`',
    ],
  ])('%s is an error at its place', (text, expected) => {
    expect(line(text, BURST, { title: { text: 'T' } })).toBe(expected);
  });

  test('says the nearest name, of fields and queries both', () => {
    const note = (text: string, data: TemplateData = {}): string | undefined =>
      render({ 'brief.hbs': text }, data, BURST).messages[0]?.note;
    expect(note('{{bust.n}}')).toBe('Did you mean `burst`?');
    expect(note('{{#if kiker}}{{/if}}', { kicker: undefined })).toBe('Did you mean `kicker`?');
    expect(note('{{cuont burst.n "x"}}')).toBe('Did you mean `count`?');
    expect(note('{{burst.m}}')).toBe('Did you mean `n`?');
    expect(note('{{title.n}}', { title: { text: 'T' } })).toBe(
      '`title` is a field of the page here; the query of this name is `data.title`',
    );
    expect(note('{{#each a}}{{tool}}{{/each}}', { a: [{ b: 'c' }], tool: 'T' })).toBe(
      'From here the page’s own is `@root.tool`',
    );
  });

  test('says every problem at once, each once, and prints no page', () => {
    const files = {
      'brief.hbs': '{{#each daily}}{{m}}{{/each}}\n  {{count gap.n "x"}}{{> part}}',
      'partials/part.hbs': '\n{{num burst.name}}',
    };
    const { value, lines } = render(files, {}, BURST);
    expect(value).toBe('');
    expect(lines).toEqual([
      'templates/brief.hbs:1:18: Unknown field `m`, expected one that this template gets',
      'templates/brief.hbs:2:11: Unexpected NULL, expected a number',
      'templates/partials/part.hbs:2:7: Unexpected text `<b>Sand & Wick</b>`, expected a number',
    ]);
  });

  test('a field that may be missing is none in a condition, and nothing where it is printed', () => {
    expect(
      line('{{#if kicker}}a{{else}}b{{/if}}[{{kicker}}]{{#with kicker}}a{{else}}c{{/with}}', {}, { kicker: undefined }),
    ).toBe('b[]c');
  });

  test('partials get rows and figures like fields', () => {
    const files = {
      'brief.hbs': '{{> bars rows=daily unit="boat"}} {{#each daily}}{{> one}}{{/each}} {{> one burst}}',
      'partials/bars.hbs': '{{#each rows as |r|}}{{count r.n ../unit}}, {{/each}}{{list rows col="day"}}',
      'partials/one.hbs': '({{num n}})',
    };
    const { value, lines } = render(files, {}, BURST);
    expect(lines).toEqual([]);
    expect(value).toBe('one boat, seven boats, 18 September and 19 September (1)(7) (7)');
  });

  test('house style is the page’s', () => {
    expect(line('{{burst.n}}', BURST, {}, 'for: {brief: {numbers: {words_to: 0}}}')).toBe('7');
    expect(line('{{a}}{{rel burst.day}}', BURST, { a: 1 }, 'lang: en-US')).toBe('1on Sunday');
    expect(line('{{date burst.day}}', BURST, {}, 'lang: en-US')).toBe('September 19');
  });

  test('each figure is on record, with the template as its file', () => {
    const files = {
      'brief.hbs':
        '{{title.text}}\n{{count burst.n "operation"}}{{#each daily}}{{num n}}{{/each}}{{#if burst.n}}{{/if}}',
    };
    const { figures } = render(files, { title: { text: 'T' } }, BURST);
    expect(figures.map(({ id, expression, text, place }) => [id, expression, text, place.file, place.line])).toEqual([
      ['brief-count-burst-n-operation', 'count burst.n "operation"', 'seven operations', 'templates/brief.hbs', 2],
      ['brief-num-n.0', 'num n', '1', 'templates/brief.hbs', 2],
      ['brief-num-n.1', 'num n', '7', 'templates/brief.hbs', 2],
    ]);
    expect(figures[1]?.inputs).toEqual([{ query: 'daily', row: 0, column: 'n', type: 'BIGINT', value: '1' }]);
  });
});
