import { describe, expect, test } from 'vitest';
import { renderTemplate } from '../../src/render/page/render-template.js';
import { safeHtml } from '../../src/render/page/template-data.js';

function render(files: Record<string, string>, data = {}) {
  const { value, messages } = renderTemplate('brief', new Map(Object.entries(files)), data);
  // A newsroom's template is a file like a draft: its mistakes have one rule and a place
  expect(messages.every(({ rule }) => rule === 'template-invalid')).toBe(true);
  const lines = messages.map(({ place, reason }) => `${place?.file ?? ''}:${place?.line ?? 0}: ${reason}`);
  return { value, lines };
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
      'templates/brief.hbs:3: Unknown field `titel`, expected one that this template gets',
    ]);
    const files = { 'brief.hbs': '\n{{> head}}', 'partials/head.hbs': '\n\n\n{{titel}}' };
    expect(render(files).lines).toEqual([
      'templates/partials/head.hbs:4: Unknown field `titel`, expected one that this template gets',
    ]);
  });

  test('names a partial that does not exist', () => {
    expect(render({ 'brief.hbs': '{{> hed}}' }).lines).toEqual([
      'templates/brief.hbs:1: Unknown partial `hed`, expected `partials/hed.hbs`',
    ]);
  });

  test('names every file that cannot be read, with the line', () => {
    const { lines } = render({
      'brief.hbs': 'a\n{{#if x}}\n',
      'partials/a.hbs': '{{/each}}',
      'partials/b.hbs': '{{a b',
    });
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^templates\/partials\/a\.hbs:1: /);
  });

  test('names a helper that does not exist', () => {
    expect(render({ 'brief.hbs': '{{upper title}}' }, { title: 'x' }).lines).toHaveLength(1);
    expect(render({ 'brief.hbs': '{{#upper title}}{{/upper}}' }, { title: 'x' }).lines).toHaveLength(1);
  });

  test('names the circle when a partial includes itself, and lets one include itself as far as the data goes', () => {
    const files = { 'brief.hbs': '{{> a}}', 'partials/a.hbs': '{{> b}}', 'partials/b.hbs': '<p>\n{{> a}}' };
    expect(render(files).lines).toEqual([
      expect.stringMatching(
        /^templates\/partials\/(a|b)\.hbs:1: Unexpected circle, `partials\/a\.hbs` includes `partials\/b\.hbs` includes `partials\/a\.hbs` and so on without end|^templates\/partials\/b\.hbs:1: Unexpected circle, `partials\/b\.hbs` includes/,
      ),
    ]);
    const self = { 'brief.hbs': '{{> a}}', 'partials/a.hbs': '{{> a}}' };
    expect(render(self).lines).toEqual([
      'templates/partials/a.hbs:1: Unexpected circle, `partials/a.hbs` includes `partials/a.hbs` and so on without end',
    ]);
    const tree = { 'brief.hbs': '{{> a}}', 'partials/a.hbs': '{{name}}{{#each inner}}({{> a}}){{/each}}' };
    const data = { name: 'a', inner: [{ name: 'b', inner: [{ name: 'c', inner: [] }] }] };
    expect(render(tree, data).value).toBe('a(b(c))');
  });

  test('names a field or a list that is printed whole, and never prints an object', () => {
    const data = { title: { text: 'T', html: safeHtml('<i>T</i>') }, sources: [{ name: 's' }], days: [] };
    expect(render({ 'brief.hbs': '{{title.text}} {{title.html}}' }, data).value).toBe('T <i>T</i>');
    const files = { 'brief.hbs': '{{> head}}', 'partials/head.hbs': 'a\n <h1>{{title}}</h1>' };
    expect(render(files, data).lines).toEqual([
      'templates/partials/head.hbs:2: Unexpected `title` printed whole, expected one of its fields: `title.text`, `title.html`',
    ]);
    for (const printed of ['{{sources}}', '{{{sources}}}'])
      expect(render({ 'brief.hbs': `\n\n${printed}` }, data).lines).toEqual([
        'templates/brief.hbs:3: Unexpected list `sources` printed whole, expected `{{#each sources}}`',
      ]);
    expect(render({ 'brief.hbs': '{{title.txt}}' }, data).lines).toEqual([
      'templates/brief.hbs:1: Unknown field `txt`, expected one that this template gets',
    ]);
    expect(render({ 'brief.hbs': '{{days}}' }, data).lines).toHaveLength(1);
    expect(render({ 'brief.hbs': '{{#each sources}}{{this}}{{/each}}' }, data).lines).toEqual([
      'templates/brief.hbs:1: Unexpected `sources` printed whole, expected one of its fields: `sources.name`',
    ]);
    expect(render({ 'brief.hbs': '{{#each days}}x{{else}}none{{/each}}{{#if title}}y{{/if}}' }, data).value).toBe(
      'noney',
    );
  });

  test('says that a template is missing', () => {
    expect(render({}).lines).toEqual(['templates/brief.hbs:1: Missing template `brief.hbs`']);
  });

  test('reaches nothing but the data', () => {
    for (const path of ['constructor', 'title.constructor.constructor', '__proto__', 'toString', 'list.__proto__']) {
      const { value } = render({ 'brief.hbs': `{{${path}}}` }, { title: 'x', list: ['y'] });
      expect(value).toBe('');
    }
  });
});
