import { expect, test } from 'vitest';
import { checkSigns } from '../../src/check/check-signs.js';
import { draftOf } from '../fill/fill-input.js';

const DATA = { q: { rows: [{ name: 'Kunar', n: 7 }] } };

/** The messages about a text, with the column and the note. */
function said(text: string, title?: string): string[] {
  return checkSigns(draftOf(text, DATA, title === undefined ? {} : { title })).map(
    ({ rule, place, reason, note }) => `${place?.column ?? 0} ${rule}: ${reason} → ${note ?? ''}`,
  );
}

test.each([
  [
    'A #{{tag q.name}}',
    '3 tag-sign: Unexpected `#` before a tag that writes its own `#` → Leave it out: `{{tag q.name}}`',
  ],
  ['A @{{tag "x"}}', '3 tag-sign: Unexpected `@` before a tag that writes its own `#` → Leave it out: `{{tag "x"}}`'],
  [
    '**\\#{{tag q.name}}**',
    '4 tag-sign: Unexpected `#` before a tag that writes its own `#` → Leave it out: `{{tag q.name}}`',
  ],
  [
    '![a #{{list q col="name" tag=true}}](a.png)',
    '5 tag-sign: Unexpected `#` before a tag that writes its own `#` → Leave it out: `{{list q col="name" tag=true}}`',
  ],
  [
    '{{#if q}}#{{tag q.name}}{{/if}}',
    '10 tag-sign: Unexpected `#` before a tag that writes its own `#` → Leave it out: `{{tag q.name}}`',
  ],
  [
    'A #{{#if q}}{{tag q.name}}{{/if}}',
    '3 tag-sign: Unexpected `#` before a tag that writes its own `#` → Leave it out: `{{tag q.name}}`',
  ],
  [
    'A #{{#if q}}{{#if q.n}}here{{else}}{{tag q.name}}{{/if}}{{/if}}',
    '3 tag-sign: Unexpected `#` before a tag that writes its own `#` → Leave it out: `{{tag q.name}}`',
  ],
])('%s is an error at the sign', (text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test('a title is looked at too', () => {
  expect(said('A', "'In #{{tag q.name}}'")).toHaveLength(1);
});

test.each([
  '{{tag q.name}}',
  '#Kunar {{tag q.name}}',
  '# {{tag q.name}}',
  'No. #{{q.n}}',
  '#{{q.name}}',
  '#{{#if q}}Kunar {{tag q.name}}{{/if}}',
])('says nothing of: %s', (text) => {
  expect(said(text)).toEqual([]);
});
