import { describe, expect, it } from 'vitest';
import { fill, references, type Data } from './fill-input.js';

const DATA: Data = {
  q: [{ n: 7, name: 'x' }],
  reach: { rows: [{ lang: 'Arabic', shares: 40 }], key: 'lang' },
};

describe('checkReferences', () => {
  it.each([
    '{{q.n}} {{q.0.n}} {{reach.Arabic.shares}} {{reach.shares}} {{@date}} {{count q.n "x" none=error}}',
    '{{#each q as |r|}}{{r.n}}{{@index}}{{#if @last}}x{{/if}}{{else}}{{q.n}}{{/each}}',
    '{{#each q as |q|}}{{q.name}}{{/each}}',
    '{{#each reach as |r|}}{{r.lang}}{{/each}}',
    '{{#when q.n ">" 5}}x{{/when}}{{#only "x" "brief"}}y{{/only}}',
    '{{list q col="NAME"}} [a](<check:gt q.n 5>)',
  ])('has nothing to say of %s', (text) => {
    expect(references(text, DATA)).toEqual([]);
  });

  it.each([
    ['{{brust.n}}', '1:3 name-unknown: Unexpected `brust`, no query has this name'],
    ['{{q.m}}', '1:5 column-unknown: Unexpected `m`, `q` has no such column'],
    ['{{q.0.m}}', '1:7 column-unknown: Unexpected `m`, `q` has no such column'],
    ['{{reach.Arabic.m}}', '1:16 column-unknown: Unexpected `m`, `reach` has no such column'],
    ['{{cuont q.n "x"}}', '1:3 helper-unknown: Unexpected `cuont`, no helper has this name'],
    ['{{cap (cuont q.n "x")}}', '1:8 helper-unknown: Unexpected `cuont`, no helper has this name'],
    ['{{count q.m "x"}}', '1:11 column-unknown: Unexpected `m`, `q` has no such column'],
    ['{{count q.n "x" none=q.m}}', '1:24 column-unknown: Unexpected `m`, `q` has no such column'],
    ['{{count q.n "x" none=eror}}', '1:22 name-unknown: Unexpected `eror`, no query has this name'],
    ['{{list q col="nam"}}', '1:14 column-unknown: Unexpected `nam`, `q` has no such column'],
    [
      '{{count brust.n "x" placeholder="seven"}}',
      '1:21 placeholder: Unexpected placeholder `seven`, this figure is not computed yet',
    ],
    [
      '{{cap (count q.n "x" placeholder=7)}}',
      '1:22 placeholder: Unexpected placeholder `7`, this figure is not computed yet',
    ],
    ['{{@dat}}', '1:3 name-unknown: Unexpected `@dat`, there is no such variable'],
    ['{{@index}}', '1:3 name-unknown: Unexpected `@index` outside `{{#each}}`'],
    ['{{#with q as |r|}}{{@index}}{{/with}}', '1:21 name-unknown: Unexpected `@index` outside `{{#each}}`'],
    ['{{#only "xx"}}y{{/only}}', '1:9 helper-arguments: Unexpected `xx` in `#only`'],
    ['{{#each q as |r|}}{{r.m}}{{/each}}', '1:23 column-unknown: Unexpected `m`, `q` has no such column'],
    ['{{#each q as |r|}}x{{else}}{{r.n}}{{/each}}', '1:30 name-unknown: Unexpected `r`, no query has this name'],
    ['{{#when q.m ">" 5}}x{{/when}}', '1:11 column-unknown: Unexpected `m`, `q` has no such column'],
    ['{{#if q.n}}x{{else if q.m}}y{{/if}}', '1:25 column-unknown: Unexpected `m`, `q` has no such column'],
    // Wherever a tag stands
    ['- > **{{q.m}}**', '1:11 column-unknown: Unexpected `m`, `q` has no such column'],
    ['[a](<check:gt q.m 5>)', '1:17 column-unknown: Unexpected `m`, `q` has no such column'],
    ["![{{q.m}}](a.png '{{q.n}}')", '1:7 column-unknown: Unexpected `m`, `q` has no such column'],
    ['## {{q.m}}\n\nA', '1:8 column-unknown: Unexpected `m`, `q` has no such column'],
    ['| {{q.m}} |\n|---|', '1:7 column-unknown: Unexpected `m`, `q` has no such column'],
    [
      '![a](chart:c)\n\n```vega-lite c\ntitle: "{{q.m}}"\n```',
      '4:13 column-unknown: Unexpected `m`, `q` has no such column',
    ],
    // Also where no condition leads today
    [
      'A{{#only "brief"}}{{#if q.zero}}{{else}}{{q.m}}{{/if}}{{/only}}',
      '1:27 column-unknown: Unexpected `zero`, `q` has no such column',
    ],
  ])('in %j finds a name', (text, message) => {
    expect(references(text, DATA)[0]).toBe(message);
  });

  it.each([
    ['{{count q.n}}', ['1:3 helper-arguments: Unexpected end of `count`, expected a text: `one`']],
    ['{{count q.n 7}}', ['1:13 helper-arguments: Unexpected number `7`, expected a text']],
    ['{{count q.n "x" "y" "z"}}', ['1:21 helper-arguments: Unexpected argument 4 of `count`, expected at most 3']],
    ['{{count q.n "x" nnoe="y"}}', ['1:17 helper-arguments: Unexpected `nnoe=`, `count` has no such argument']],
    [
      '{{times q.n "x" as=1}}',
      [
        '1:17 helper-arguments: Unexpected number `1`, expected a text',
        '1:13 helper-arguments: Unexpected text `x`, expected a number',
      ],
    ],
    ['{{num null}}', ['1:7 value-missing: Unexpected NULL, expected a number']],
    ['{{#if (gt q.n)}}x{{/if}}', ['1:7 helper-arguments: Unexpected end of `gt`, expected a value: `b`']],
    ['{{ref 3}}', ['1:7 helper-arguments: Unexpected number `3`, expected a text']],
    ['[a](<check:num "x">)', ['1:16 helper-arguments: Unexpected text `x`, expected a number']],
    [
      '{{#if q.none}}{{month 5}}{{/if}}',
      [
        '1:9 column-unknown: Unexpected `none`, `q` has no such column',
        '1:23 helper-arguments: Unexpected number `5`, expected a date',
      ],
    ],
  ])('in %j finds what no data would mend', (text, messages) => {
    expect(references(text, DATA)).toEqual(messages);
  });

  it('looks at the front matter', () => {
    const frontMatter = "key_figures: [{value: '{{q.m}}', label: '{{q.n}}'}]";
    expect(references('A', DATA, { title: "'{{q.n}} {{x}}'", frontMatter })).toEqual([
      '-3:19 name-unknown: Unexpected `x`, no query has this name',
      '0:28 column-unknown: Unexpected `m`, `q` has no such column',
    ]);
  });

  it('says of a name what filling says of it', () => {
    for (const expression of [
      'count q.n',
      'num "x"',
      'count q.n "x" nnoe=1',
      'brust.n',
      'q.m',
      'cuont q.n "x"',
      '@dat',
      '@date.x',
      'list q col="nam"',
    ]) {
      const { messages } = fill(`A {{${expression}}}`, DATA);
      const [reason] = references(`A {{${expression}}}`, DATA);
      expect(reason).toContain(messages[0]?.reason);
    }
  });

  it('says of a placeholder nothing but that it is one', () => {
    const text = 'A {{cap (count brust.m "x" placeholder="seven")}} {{#if (gt q.n nothing placeholder=1)}}b{{/if}}.';
    expect(references(text, DATA)).toEqual([
      '1:28 placeholder: Unexpected placeholder `seven`, this figure is not computed yet',
      '1:73 placeholder: Unexpected placeholder `1`, this figure is not computed yet',
    ]);
    expect(fill(text, DATA).messages).toEqual([]);
  });

  it('gives every name at once', () => {
    expect(references('{{a}} {{q.m}} {{#if b}}{{c}}{{/if}}', DATA)).toHaveLength(4);
  });
});
