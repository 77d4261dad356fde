import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceStart } from '../../src/figure/sentence-start.js';
import { PATIENT, runs } from '../parse/runs.js';
import { BRIEF, fill, filled, words, type Data } from './fill-input.js';

const DATA: Data = {
  q: [{ n: 12, small: 7, none: 0, large: 120, place: 'kabul', year: 2021, cells: 31 }],
  rows: [{ n: 11 }, { n: 12 }],
};

describe('a phrase', () => {
  it.each([
    // At the start of a block or sentence
    ['{{count q.small "attack"}} today', 'Seven attacks today'],
    ['{{count q.n "attack"}} today', 'Twelve attacks today'],
    ['{{count q.none "attack"}} today', 'No attacks today'],
    ['It ended. {{count q.n "attack"}} today', 'It ended. Twelve attacks today'],
    ['Why? {{count q.n "attack"}}', 'Why? Twelve attacks'],
    ['So! {{count q.n "attack"}}', 'So! Twelve attacks'],
    ['So… {{count q.n "attack"}}', 'So… Twelve attacks'],
    ['“It ended.” {{count q.n "attack"}}', '“It ended.” Twelve attacks'],
    ['(It ended.) {{count q.n "attack"}}', '(It ended.) Twelve attacks'],
    ['It ended.\n{{count q.n "attack"}}', 'It ended.⏎Twelve attacks'],
    ['“{{count q.n "attack"}}” today', '“Twelve attacks” today'],
    ['({{count q.n "attack"}})', '(Twelve attacks)'],
    ['**{{count q.n "attack"}}** today', 'strong(Twelve attacks) today'],
    ['{{#if q}}{{count q.n "attack"}}{{/if}}', 'Twelve attacks'],
    ['It ended. {{#if q}}{{count q.n "attack"}}{{/if}}', 'It ended. Twelve attacks'],
    ['[{{count q.n "attack"}}](check:q.n) today', '[Twelve attacks](check:q.n) today'],
    ['- {{count q.n "attack"}}\n- x', 'ul(Twelve attacks | x)'],
    ['> {{count q.n "attack"}}', '>(Twelve attacks)'],
    // Not at one
    ['Today {{count q.n "attack"}}', 'Today 12 attacks'],
    ['Today, {{count q.small "attack"}}', 'Today, seven attacks'],
    ['Today: {{count q.small "attack"}}', 'Today: seven attacks'],
    ['A line\n{{count q.small "attack"}}', 'A line⏎seven attacks'],
    ['A line\\\n{{count q.small "attack"}}', 'A line⏎⏎seven attacks'],
    ['On 9 Sep. {{count q.n "attack"}}', 'On 9 Sep. 12 attacks'],
    ['Dr. {{count q.small "attack"}}', 'Dr. seven attacks'],
    ['In the U.S. {{count q.small "attack"}}', 'In the U.S. seven attacks'],
    ['George W. {{count q.small "attack"}}', 'George W. seven attacks'],
    ['ii. {{count q.small "attack"}}', 'ii. seven attacks'],
    ['a.{{count q.small "attack"}}', 'a.seven attacks'],
    ['{{q.place}} {{count q.small "attack"}}', 'kabul seven attacks'],
    // Large numbers and years stay, data stays
    ['{{count q.large "attack"}} today', '120 attacks today'],
    ['{{q.year}} was quiet', '2021 was quiet'],
    ['{{q.place}} was quiet', 'kabul was quiet'],
    ['{{cap q.place}} was quiet', 'Kabul was quiet'],
  ])('in %j reads %j', (text, expected) => {
    expect(filled(text, DATA)).toBe(expected);
  });

  it('is capitalised in a heading, its number in digits', () => {
    expect(filled('## {{count q.n "attack"}}\n\nText', DATA, { target: BRIEF })).toBe('h2(12 attacks) | Text');
    expect(filled('## {{count q.small "attack"}}\n\nText', DATA, { target: BRIEF })).toBe('h2(Seven attacks) | Text');
  });

  it('is capitalised where words of the language stand before data', () => {
    const data = { q: [{ n: 12, thing: 'attack', places: ['Kabul', 'Kunar'], one: ['kabul'] }] };
    expect(filled('{{either q.places}}. {{either q.one}}. {{count q.n q.thing}}', data)).toBe(
      'Either Kabul or Kunar. kabul. Twelve attacks',
    );
    expect(filled('{{list q.one}} fell.', data)).toBe('kabul fell.');
  });

  it('is in digits in a cell', () => {
    const text = '| {{q.small}} | {{count q.small "attack"}} |\n|---|---|\n| {{q.n}} | {{q.large}} |';
    expect(filled(text, DATA, { target: BRIEF })).toBe('table(7,7 attacks;12,120)');
  });

  it('is capitalised in titles, captions and alt texts', () => {
    const { story } = fill('![{{count q.small "attack"}}](a.png \'{{count q.none "attack"}}\')', DATA, {
      title: '\'{{count q.small "attack"}}\'',
      frontMatter:
        'kicker: \'{{count q.small "raid"}}. {{count q.small "day"}}\'\nkey_figures: [{value: "{{q.small}}", label: "{{count q.small \'attack\'}} in a day"}]',
    });
    expect(words(story.title)).toBe('Seven attacks');
    expect(words(story.kicker)).toBe('Seven raids. Seven days');
    expect(words(story.media[0]?.alt)).toBe('Seven attacks');
    expect(words(story.media[0]?.caption)).toBe('No attacks');
    expect(words(story.keyFigures[0]?.label)).toBe('Seven attacks in a day');
  });

  it('follows the style of its target', () => {
    const frontMatter = 'numbers: {words_to: 0}\nfor: {brief: {numbers: {words_to: 20}}}';
    expect(filled('It was {{q.n}}, {{q.small}}', DATA, { frontMatter })).toBe('It was 12, 7');
    expect(filled('It was {{q.n}}, {{q.small}}', DATA, { frontMatter, target: BRIEF })).toBe('It was twelve, seven');
  });

  it('in a loop starts a sentence only where one starts', () => {
    expect(filled('{{#each rows as |r|}}{{count r.n "attack"}}, {{/each}}', DATA).trim()).toBe(
      'Eleven attacks, 12 attacks,',
    );
    expect(filled('{{#each rows as |r|}}\n- {{count r.n "attack"}}\n{{/each}}', DATA)).toBe(
      'ul(Eleven attacks | Twelve attacks)',
    );
  });
});

describe('sentenceStart', PATIENT, () => {
  it('never throws, and a letter before a phrase is never a start', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['block', 'sentence', 'inside']).toContain(sentenceStart(text));
        expect(sentenceStart(`${text}word `)).toBe('inside');
        expect(sentenceStart(`${text}word`)).toBe('inside');
      }),
      runs(300),
    );
  });
});
