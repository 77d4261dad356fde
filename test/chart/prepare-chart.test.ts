import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/chart/json.js';
import type { Json } from '../../src/model/chart.js';
import { DAILY, prepare, table } from './prepare.js';

const SOURCE = { bytes: 1, hash: '', rows: 1, licence: undefined, illustrative: false };
/** `daily` reads the ships, and through `calls` the port's tables; nothing reads the tide. */
const READ = {
  queries: [
    { name: 'daily', sql: '', sqlHash: '', rows: 7, reads: ['calls', 'ships'] },
    { name: 'calls', sql: '', sqlHash: '', rows: 7, reads: ['port', 'quays', 'unsaid'] },
  ],
  sources: [
    { ...SOURCE, name: 'ships', file: 'ships.csv', source: 'Harbour log' },
    { ...SOURCE, name: 'port', file: 'port.csv', source: 'Port office' },
    { ...SOURCE, name: 'quays', file: 'quays.csv', source: 'Port office' },
    { ...SOURCE, name: 'unsaid', file: 'unsaid.csv', source: undefined },
    { ...SOURCE, name: 'tide', file: 'tide.csv', source: 'Tide tables' },
  ],
};

const BAR = 'mark: bar\nencoding:\n  x: {field: day, type: temporal}\n  y: {field: n, type: quantitative}';

describe('prepareChart', () => {
  it('puts the rows of the query of its own name into the chart', () => {
    const { value, messages } = prepare(BAR);
    expect(messages).toEqual([]);
    expect(rows(value?.spec, 'daily')?.slice(0, 2)).toEqual([
      { day: '2021-09-01', n: 0 },
      { day: '2021-09-02', n: 2 },
    ]);
  });

  it('takes JSON as well as YAML, indented with tabs too', () => {
    const json =
      '{\n\t"mark": "bar",\n\t"encoding": {"x": {"field": "day", "type": "temporal"}, "y": {"aggregate": "count"}}\n}';
    expect(prepare(json).messages).toEqual([]);
  });

  it('takes a day that is typed as the place of a note for a day', () => {
    const note =
      'mark: rect\nencoding: {x: {datum: 2021-09-02, type: temporal}, x2: {datum: 2021-09-04}, y: {datum: 2021-09-05}}';
    const day = (date: number): Json => ({ year: 2021, month: 9, date });
    expect(prepare(note).value?.spec['encoding']).toEqual({
      x: { datum: day(2), type: 'temporal' },
      x2: { datum: day(4) },
      // No line of time up and down
      y: { datum: '2021-09-05' },
    });
  });

  it('begins and ends a band over bars at their edges', () => {
    const layers = `layer:
  - mark: rect
    encoding: {x: {datum: 2021-09-02, type: temporal}, x2: {datum: 2021-09-04}}
  - mark: {type: text, text: Closed}
    encoding: {x: {datum: 2021-09-02, type: temporal}}
  - ${BAR.replaceAll('\n', '\n    ')}`;
    const layer = prepare(layers).value?.spec['layer'];
    expect(Array.isArray(layer) && layer.slice(0, 2)).toMatchObject([
      {
        encoding: {
          x: { datum: { year: 2021, month: 9, date: 1, hours: 12 } },
          x2: { datum: { year: 2021, month: 9, date: 3, hours: 12 } },
        },
      },
      // Words stand at the middle of the bar
      { encoding: { x: { datum: { year: 2021, month: 9, date: 2 } } } },
    ]);
  });

  it.each([
    ['', undefined],
    ['title: {text: Up, subtitle: Boats a day}', { title: null }],
  ])('prints no letter above an axis whose unit a subtitle says: %j', (title, axis) => {
    const encoding = prepare(`${title}\n${BAR}`).value?.spec['encoding'];
    expect(isObject(encoding) && isObject(encoding['y']) ? encoding['y']['axis'] : '').toEqual(axis);
  });

  it('groups the numbers of words as those of an axis, and years in neither', () => {
    const channels = (name: string): Json | undefined =>
      prepare(
        `mark: text\nencoding: {x: {field: ${name}, type: quantitative}, text: {field: ${name}, type: quantitative}}`,
        [table('q', [name], [[2021]])],
        { name: 'q' },
      ).value?.spec['encoding'];
    expect(channels('boats')).toMatchObject({ text: { format: ',' } });
    expect(channels('year')).toEqual({
      x: { field: 'year', type: 'quantitative', axis: { format: 'd' } },
      text: { field: 'year', type: 'quantitative' },
    });
  });

  it.each([
    [8_000_000, undefined],
    [20_000_000, ' million'],
    [3_000_000_000, ' billion'],
  ])('says numbers of an axis up to %d with %s', (most, name) => {
    const spec = 'mark: point\nencoding: {x: {field: n, type: quantitative}}';
    const chart = prepare(spec, [table('q', ['n'], [[1], [most]])], { name: 'q' }).value?.spec;
    const labels = JSON.stringify(chart?.['encoding'] ?? null);
    if (name === undefined) expect(labels).not.toContain('labelExpr');
    else expect(labels).toContain(name);
  });

  it('puts the filled titles and sources where their tags stood', () => {
    const { value } = prepare(
      `title: {text: '{{x}}', subtitle: ['{{y}}']}\nusermeta: {source: '{{z}}'}\n${BAR}`,
      [DAILY],
      {
        texts: [
          { path: ['title', 'text'], words: [], text: 'Seven' },
          { path: ['title', 'subtitle', 0], words: [], text: 'of ten' },
          { path: ['usermeta', 'source'], words: [], text: 'Field desk' },
        ],
      },
    );
    expect(value?.spec['title']).toEqual({ text: 'Seven', subtitle: ['of ten'] });
    expect(value?.source).toBe('Source: Field desk');
  });

  it('writes days without a year, or as names, in the order of the text', () => {
    const axis = (timeUnit: string): unknown =>
      prepare(
        `mark: rect\nencoding: {x: {field: day, type: ordinal, timeUnit: ${timeUnit}}, color: {field: n, type: quantitative}}`,
      ).value?.spec['encoding'];
    expect(axis('monthdate')).toMatchObject({ x: { axis: { format: '%-d %b' } } });
    expect(axis('utcyearmonthdate')).toMatchObject({ x: { axis: { format: '%-d %b %Y' } } });
    expect(axis('month')).not.toHaveProperty('x.axis');
  });

  it('names the sources of the data that its queries read, through other queries too, each once', () => {
    expect(prepare(BAR, [DAILY], { read: READ }).value?.source).toBe('Source: Harbour log; Port office');
    expect(prepare(BAR, [DAILY], { read: READ, lang: 'ar' }).value?.source).toBe('المصدر: Harbour log; Port office');
    expect(prepare(BAR).value?.source).toBeUndefined();
  });

  it('takes the writer’s own source, one that is labelled as it is, and none for `false`', () => {
    const own = (source: string): string | undefined =>
      prepare(`usermeta: {source: ${source}}\n${BAR}`, [DAILY], { read: READ }).value?.source;
    expect(own('The log')).toBe('Source: The log');
    expect(own("'Data: the log'")).toBe('Data: the log');
    expect(own('false')).toBeUndefined();
  });

  it('says that data is illustrative, whatever the writer calls its source', () => {
    const sources = READ.sources.map((source) => ({ ...source, illustrative: true }));
    const say = (meta: string): string | undefined =>
      prepare(`usermeta: {source: ${meta}}\n${BAR}`, [DAILY], { read: { ...READ, sources } }).value?.source;
    expect(say('The log')).toBe('Source: The log. Illustrative data');
    expect(say('false')).toBe('Illustrative data');
  });

  it('keeps values as they are: dates as days, NULL as null, markup as text', () => {
    const odd = table(
      'q',
      ['day', 'n', 'name'],
      [
        ['2021-09-19', null, '<script>alert(1)</script>'],
        ['2021-09-20', 12.5, '{{x}}'],
      ],
    );
    const { value } = prepare(
      `data: {name: q}\nmark: text\nencoding: {x: {field: day}, y: {field: n, type: quantitative}, text: {field: name}}`,
      [odd],
    );
    expect(rows(value?.spec, 'q')).toEqual([
      { day: '2021-09-19', n: null, name: '<script>alert(1)</script>' },
      { day: '2021-09-20', n: 12.5, name: '{{x}}' },
    ]);
  });

  it('reads columns whose names hold dots, brackets and quotes', () => {
    for (const name of ['a.b', 'a[0]', "it's", 'say "so"']) {
      const { value, found } = prepare(
        `data: {name: q}\nmark: bar\nencoding: {x: {field: ${JSON.stringify(name)}, type: quantitative}}`,
        [table('q', [name], [[1]])],
      );
      expect(found).toEqual([]);
      expect(value && rows(value.spec, 'q')).toEqual([{ [name]: 1 }]);
    }
  });

  it('leaves out columns that the chart does not use, and their troubles', () => {
    const wide = table('q', ['n', 'spare'], [[1, Infinity]]);
    const { value, found } = prepare('data: {name: q}\nmark: bar\nencoding: {x: {field: n}}', [wide]);
    expect(found).toEqual([]);
    expect(rows(value?.spec, 'q')).toEqual([{ n: 1 }]);
  });

  it('keeps every column that an expression may read', () => {
    const wide = table('q', ['n', 'm'], [[1, 2]]);
    const { value } = prepare(
      'data: {name: q}\ntransform: [{calculate: "datum[\'n\'] + datum.m", as: s}]\nmark: bar\nencoding: {x: {field: s}}',
      [wide],
    );
    expect(rows(value?.spec, 'q')).toEqual([{ n: 1, m: 2 }]);
  });

  it('lets layers, facets and lookups name queries of their own', () => {
    const places = table('places', ['place', 'people'], [['Kunar', 5]]);
    const { found, value } = prepare(
      `layer:
- ${BAR.replaceAll('\n', '\n  ')}
- data: {name: places}
  mark: rule
  encoding: {y: {field: people, type: quantitative}}
- transform: [{lookup: place, from: {data: {name: places}, key: place, fields: [people]}}]
  mark: text
  encoding: {text: {field: people}}`,
      [DAILY, places],
    );
    expect(found).toEqual([]);
    expect(rows(value?.spec, 'places')).toEqual([{ place: 'Kunar', people: 5 }]);
  });

  it('follows the fields that transforms make, repeat and argmax name', () => {
    const { found } = prepare(`transform:
- {aggregate: [{op: sum, field: n, as: total}, {op: argmax, field: n, as: best}], groupby: [place]}
- {window: [{op: rank, as: rank}], sort: [{field: total, order: descending}]}
- {calculate: datum.total / 2, as: half}
- {fold: [total, half]}
- {filter: {and: [{field: rank, lt: 3}, 'datum.total > 0']}}
repeat: [total, half]
spec:
  mark: bar
  encoding:
    x: {field: {repeat: repeat}, type: quantitative}
    y: {field: place, type: nominal, sort: {field: value, op: sum}}
    color: {field: key}
    text: {field: best.day}`);
    expect(found).toEqual([]);
  });

  it('gives bars the width of their day, unless the writer has given one', () => {
    expect(channel(prepare(BAR).value?.spec, 'x')).toMatchObject({ timeUnit: 'yearmonthdate' });
    expect(
      channel(prepare(BAR.replace('mark: bar', 'mark: {type: bar, size: 4}')).value?.spec, 'x'),
    ).not.toHaveProperty('timeUnit');
    expect(channel(prepare(BAR.replace('bar', 'line')).value?.spec, 'x')).not.toHaveProperty('timeUnit');
  });

  it('puts the middle of each bar over its day, which stands below it', () => {
    expect(channel(prepare(BAR).value?.spec, 'x')).toMatchObject({ timeUnit: 'yearmonthdate', bandPosition: 0 });
    // Of the writer’s own unit too, but not where the writer has said where
    const written = BAR.replace('type: temporal', 'type: temporal, timeUnit: yearmonth');
    expect(written).not.toBe(BAR);
    expect(channel(prepare(written).value?.spec, 'x')).toMatchObject({ timeUnit: 'yearmonth', bandPosition: 0 });
    const placed = BAR.replace('type: temporal', 'type: temporal, bandPosition: 0.5');
    expect(channel(prepare(placed).value?.spec, 'x')).toMatchObject({ bandPosition: 0.5 });
  });

  it('names days below an axis of days, and no hours', () => {
    const axis = (days: readonly string[]): Json | undefined => {
      const rows = table(
        'daily',
        ['day', 'n'],
        days.map((day) => [day, 1]),
      );
      const x = channel(prepare(BAR.replace('bar', 'line'), [rows]).value?.spec, 'x');
      return isObject(x) ? x['axis'] : undefined;
    };
    expect(axis(['2021-09-01', '2021-09-02', '2021-09-03'])).toMatchObject({ tickCount: 'day' });
    expect(axis(['2021-03-01', '2021-04-01', '2021-05-01'])).toMatchObject({
      tickCount: 'month',
      format: { month: '%b' },
    });
    expect(axis(['2019-01-01', '2020-01-01', '2021-01-01'])).toMatchObject({
      tickCount: 'year',
      format: { year: '%Y' },
    });
    expect(axis(['2021-01-01', '2021-04-01'])).toMatchObject({ tickCount: { interval: 'month', step: 3 } });
    expect(axis(['2021-09-01'])).toMatchObject({ tickCount: 'day', format: { month: '%-d %b' } });
    expect(axis(['2021-09-01', '2021-09-12'])).toMatchObject({ tickMinStep: 2 * 86_400_000 });
    expect(axis(['2021-09-01', '2022-09-12'])).not.toHaveProperty('tickMinStep');
    expect(axis(['2021-09-01T06:00:00', '2021-09-02T08:00:00'])).not.toHaveProperty('tickCount');
  });

  it('shows every name below bars: level, a word a line, or slanted', () => {
    const axis = (names: readonly string[], type = 'nominal'): Json | undefined => {
      const places = table(
        'q',
        ['place', 'n'],
        names.map((place) => [place, 1]),
      );
      const { value } = prepare(
        `data: {name: q}\nmark: bar\nencoding: {x: {field: place, type: ${type}}, y: {field: n}}`,
        [places],
      );
      const x = channel(value?.spec, 'x');
      return isObject(x) ? x['axis'] : undefined;
    };
    expect(axis(['Kabul', 'Kunar'])).toEqual({ labelOverlap: false });
    expect(axis(['Monday', 'Tuesday'], 'ordinal')).toEqual({ labelOverlap: false });
    expect(axis(Array.from({ length: 6 }, (_, index) => `Improvised device ${index.toString()}`))).toHaveProperty(
      'labelExpr',
    );
    expect(axis(Array.from({ length: 20 }, (_, index) => `Badakhshan${index.toString()}`))).toHaveProperty(
      'labelAngle',
    );
  });

  it('gives bars that stand a week apart a width of their own', () => {
    const weeks = table(
      'q',
      ['week', 'n'],
      Array.from({ length: 4 }, (_, index) => [`2021-09-${(index * 7 + 1).toString().padStart(2, '0')}`, 1]),
    );
    const { value } = prepare(
      'data: {name: q}\nmark: bar\nencoding: {x: {field: week, type: temporal}, y: {field: n}}',
      [weeks],
    );
    expect(value?.spec['config']).toEqual({ bar: { continuousBandSize: 60 } });
    expect(channel(value?.spec, 'x')).not.toHaveProperty('timeUnit');
  });

  it('finds a mistake in a chart whatever is typed, and never throws', () => {
    const words = fc.constantFrom(
      'mark',
      'bar',
      'encoding',
      'x',
      'field',
      'n',
      'layer',
      'data',
      'name',
      ':',
      '{',
      '}',
      '[',
      ']',
      '- ',
      '\n',
      '  ',
      '&a',
      '*a',
      '"',
      '{{',
      '~',
      '1e999',
      '.nan',
      '!x ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const { value, messages } = prepare(parts.join(''));
        expect(value !== undefined || messages.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

function rows(spec: Json | undefined, query: string): readonly Json[] | undefined {
  const datasets = isObject(spec) ? spec['datasets'] : undefined;
  const found = isObject(datasets) ? datasets[`query ${query}`] : undefined;
  return Array.isArray(found) ? (found as Json[]) : undefined;
}

function channel(spec: Json | undefined, name: string): Json | undefined {
  const encoding = isObject(spec) ? spec['encoding'] : undefined;
  return isObject(encoding) ? encoding[name] : undefined;
}
