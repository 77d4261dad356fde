import { describe, expect, it } from 'vitest';
import { fillDraft } from '../../src/fill/fill-draft.js';
import { capitalise } from '../../src/figure/capitalise.js';
import type { HelperContext } from '../../src/figure/helper.js';
import { HELPERS } from '../../src/figure/helpers.js';
import { date, number, text } from '../../src/figure/literals.js';
import type { Value } from '../../src/model/value.js';
import { answersOf, draftOf, storyText, X, type Data } from '../fill/fill-input.js';
import { GERMAN } from './german-pack.js';
import { CONTEXT, styled } from './guide-context.js';
import { run, say, type Shorthand } from './run.js';

const HOUSE = styled({ numbers: { group: '.', percent: ' %', wordsTo: 12 } });
const DE: HelperContext = { ...HOUSE, locale: GERMAN };
const DE_START: HelperContext = { ...DE, spellNumbers: true };

describe('a second language', () => {
  it.each<[name: string, args: Shorthand[], expected: string]>([
    ['num', ['#1234567.5'], '1.234.567,5'],
    ['words', ['#2.5'], '2 Komma 5'],
    ['count', ['#7', 'Angriff'], 'sieben Angriffe'],
    ['count', ['#0', 'Angriff'], 'keine Angriffe'],
    // Its plural rule, not English’s
    ['count', ['#1.5', 'Tonne'], '1,5 Tonne'],
    ['plural', ['#1.5', 'war', 'waren'], 'war'],
    ['ordinal', ['#21'], '21.'],
    ['a', ['#11', 'Tage'], 'elf-Tage-lang'],
    ['pct', ['#0.004'], 'weniger als 1 %'],
    ['points', ['#0.46', '#0.42', 'gestiegen', 'gefallen', 'gleich'], 'um 4 Prozentpunkte gestiegen'],
    ['change', ['#8', '#12'], 'um ein Drittel gefallen'],
    ['change', ['#12', '#12'], 'unverändert'],
    ['times', ['#38', '#2'], '19-mal so viele'],
    ['fraction', ['#0.48'], 'fast die Hälfte'],
    ['approx', ['#1234'], 'etwa 1.200'],
    ['approx', ['#1234567'], 'etwa 1,2 Millionen'],
    ['allbut', ['#11', '#12', 'Angriff'], 'bis auf eins sämtliche zwölf Angriffe'],
    ['range', ['#-2', '#3.5'], '−2 bis 3,5'],
  ])('%s %j: %s', (name, args, expected) => {
    expect(say(name, args, {}, DE)).toBe(expected);
  });

  it.each<[name: string, args: Value[], expected: string]>([
    ['date', [date('2021-09-19')], '19. September'],
    ['month', [date('2020-10-01')], 'Oktober vorigen Jahres'],
    ['week', [date('2021-09-12')], 'die Woche vom 6. September'],
    ['span', [date('2021-08-28'), date('2021-09-02')], '28. August bis 2. September'],
    ['rel', [date('2021-09-19')], 'am Sonntag'],
    ['since', [date('2021-08-30')], 'seit 30. August'],
    ['duration', [number('21')], 'drei Wochen'],
  ])('%s: %s', (name, args, expected) => {
    expect(say(name, args, {}, DE)).toBe(expected);
  });

  it('puts a verb where it belongs', () => {
    const pairs = { verb: text('hat|haben') };
    expect(say('allbut', ['#7', '#12', 'Angriff'], pairs, DE)).toBe('haben sieben der zwölf Angriffe');
    expect(say('allbut', ['#7', '#12', 'attack'], { verb: text('has|have') })).toBe('seven of the 12 attacks have');
  });

  it('gets no English word from any helper', () => {
    const numbers = [
      '0',
      '1',
      '2',
      '7',
      '12',
      '40',
      '99',
      '150',
      '1234',
      '2950',
      '1234567',
      '0.5',
      '0.004',
      '0.997',
      '8.5',
    ];
    const days = ['2021-09-24', '2021-09-23', '2021-09-25', '2021-09-19', '2021-08-30', '2020-10-01', '2019-06-01'];
    const values = [...numbers.map(number), ...days.map(date), { kind: 'null' } as const];
    const leaks = new Set<string>();
    let said = 0;
    for (const helper of HELPERS.values()) {
      // A hashtag is its name
      if (helper.name === 'tag') continue;
      for (const { args, pairs } of helper.examples) {
        for (const index of args.keys()) {
          for (const value of [args[index] ?? number('0'), ...values]) {
            const changed = args.with(index, value);
            for (const context of [DE, DE_START]) {
              const german = wordsOf(helper.name, changed, pairs, context);
              const own = new Set(lettersOf([...changed, ...Object.values(pairs ?? {})].map(plain).join(' ')));
              const english = new Set(
                lettersOf(wordsOf(helper.name, changed, pairs, { ...context, locale: CONTEXT.locale })),
              );
              for (const word of lettersOf(german))
                if (english.has(word) && !own.has(word) && !COGNATES.has(word)) leaks.add(`${helper.name}: ${word}`);
              if (german !== '') said += 1;
            }
          }
        }
      }
    }
    expect([...leaks]).toEqual([]);
    expect(said).toBeGreaterThan(2000);
  });

  it('fills drafts: words, capitals, lists, tables and references', () => {
    const data: Data = {
      q: [{ n: 7, yes: 11, all: 12, day: '2021-09-19', share: 0.5 }],
      places: { rows: [{ name: 'Kiel' }, { name: 'Bonn' }], ordered: true },
    };
    const body = [
      '{{count q.n "Angriff"}} {{rel q.day}}, {{fraction q.share}} davon in {{list places col="name"}}. {{allbut q.yes q.all "Angriff"}}.',
      '{{#each places as |p|}}{{p.name}}{{#unless @last}}, {{/unless}}{{/each}}',
      '[sieben Angriffe](<check:count q.n "Angriff">)',
    ].join('\n\n');
    const draft = draftOf(body, data, { frontMatter: 'lang: de-DE\nnumbers: {words_to: 12}' });
    const { value, messages } = fillDraft(draft, answersOf(data), X, GERMAN);
    expect(messages).toEqual([]);
    expect(storyText(value)).toBe(
      'Sieben Angriffe am Sonntag, die Hälfte davon in Kiel und Bonn. Bis auf eins sämtliche zwölf Angriffe. | Kiel, Bonn | [sieben Angriffe](check:count q.n "Angriff")',
    );
    expect(value.figures.find(({ kind }) => kind === 'claim')?.finding).toMatchObject({
      kind: 'amount',
      text: 'sieben Angriffe',
      nouns: ['Angriff', 'Angriffe'],
    });
  });

  it('has its own capitals', () => {
    expect(capitalise('über zehn', GERMAN)).toBe('Über zehn');
  });
});

/** Words that both languages have. */
const COGNATES = new Set(['april', 'august', 'september', 'november', 'jan', 'jun', 'aug', 'sep', 'in']);

function wordsOf(
  name: string,
  args: readonly Value[],
  pairs: Readonly<Record<string, Value | undefined>> | undefined,
  context: HelperContext,
): string {
  const { value } = run(name, args, pairs as Record<string, Value>, context);
  return value?.kind === 'text' ? value.value : '';
}

function plain(value: Value | undefined): string {
  if (value?.kind === 'list') return value.items.map(plain).join(' ');
  return value?.kind === 'text' ? `${value.value} ${value.value.replaceAll('|', ' ')}` : '';
}

function lettersOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}
