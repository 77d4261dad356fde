/** A key of the front matter or of the project's configuration, as the guide's reference lists it. */
export interface KeyRule {
  /** Where it stands, from the top: `title`, `data.*.file`; `*` is any name, or any item of a list. */
  readonly path: string;
  readonly where: 'draft' | 'project' | 'both';
  readonly type: string;
  /** What holds when it is left out, as a person would write it. */
  readonly byDefault: string;
  readonly meaning: string;
  /** YAML that can stand in a file as it is. */
  readonly example: string;
  /** False for a key that is read and checked, but not acted on by this version. */
  readonly built: boolean;
}

/** Every key there is: the table is closed, and an unknown key is an error. */
export const KEYS: readonly KeyRule[] = [
  // What the draft says
  key(
    'title',
    'draft',
    'text, tags allowed',
    'required',
    'The title',
    'title: \'{{count burst.n "operation"}} in a day\'',
  ),
  key('kicker', 'draft', 'text, tags allowed', 'none', 'A few words above the title', 'kicker: Weekly briefing'),
  key(
    'standfirst',
    'draft',
    'text, tags allowed',
    'none',
    'The paragraph below the title',
    "standfirst: 'Most stood in {{place.name}}.'",
  ),
  key(
    'description',
    'draft',
    'text, tags allowed',
    'none',
    'For link previews and search',
    "description: 'Claims since {{date burst.day}}.'",
  ),
  key(
    'key_figures',
    'draft',
    'list',
    'none',
    'The large figures at the head of brief and report',
    "key_figures: [{value: '{{num burst.n}}', label: operations on one day}]",
  ),
  key(
    'key_figures.*.value',
    'draft',
    'text, tags allowed',
    'required',
    'The figure',
    "key_figures: [{value: '{{num burst.n}}', label: operations}]",
  ),
  key(
    'key_figures.*.label',
    'draft',
    'text, tags allowed',
    'required',
    'What it counts',
    "key_figures: [{value: '{{num burst.n}}', label: operations}]",
  ),
  key('authors', 'both', 'text or list of texts', 'none', 'Who wrote it', 'authors: [Field desk]'),
  key('lang', 'both', 'language tag', 'en-GB', 'Language of the text and of its numbers and dates', 'lang: en-GB'),
  key('status', 'draft', '`draft`', 'none', 'Marks every page as a draft', 'status: draft'),
  key(
    'corrections',
    'draft',
    'list',
    'none',
    'Corrections since publication, newest last',
    'corrections: [{date: 2021-09-26, text: The first version gave a wrong province.}]',
  ),
  key(
    'corrections.*.date',
    'draft',
    'day',
    'required',
    'Day of the correction',
    'corrections: [{date: 2021-09-26, text: A wrong province.}]',
  ),
  key(
    'corrections.*.text',
    'draft',
    'text',
    'required',
    'What was corrected',
    'corrections: [{date: 2021-09-26, text: A wrong province.}]',
  ),
  key(
    'content_warning',
    'draft',
    'text',
    'none',
    'Shown before the text where a platform can',
    'content_warning: Violence',
  ),
  key('sensitive', 'draft', '`true` or `false`', 'false', 'Marks the media as sensitive', 'sensitive: true'),
  // The two clocks
  key('date', 'draft', 'day', 'required', 'Publication day; relative words count from here', 'date: 2021-09-24'),
  key('as_of', 'draft', 'day', 'the `date`', 'Last day of data; nothing after it exists', 'as_of: 2021-09-23'),
  // Data
  key('data', 'both', 'mapping', 'none', 'Data files by the name queries use', 'data: {events: data/events.csv}'),
  key('data.*', 'both', 'path or mapping', 'none', 'One table', 'data: {events: data/events.csv}'),
  key(
    'data.*.file',
    'both',
    'path',
    'required',
    'Path from the draft; a leading `/` is the project',
    'data: {events: {file: /data/events.csv}}',
  ),
  key(
    'data.*.dated_by',
    'both',
    'column',
    'none',
    'Keeps rows up to and including `as_of`',
    'data: {events: {file: data/events.csv, dated_by: date}}',
  ),
  key(
    'data.*.covers',
    'both',
    'list of two days',
    'none',
    'From when to when someone was watching',
    'data: {events: {file: data/events.csv, covers: [2019-01-01, 2021-09-23]}}',
  ),
  key(
    'data.*.source',
    'both',
    'text',
    'none',
    'Whom to credit',
    'data: {events: {file: data/events.csv, source: Field desk}}',
  ),
  key(
    'data.*.licence',
    'both',
    'text',
    'none',
    'Licence of the data',
    'data: {events: {file: data/events.csv, licence: CC-BY-4.0}}',
  ),
  key(
    'data.*.illustrative',
    'both',
    '`true` or `false`',
    'false',
    'The data is synthetic: every output says so',
    'data: {events: {file: data/events.csv, illustrative: true}}',
  ),
  later(
    'data.*.undated',
    'both',
    '`keep` or `drop`',
    'drop',
    'What happens to rows without a date',
    'data: {events: {file: data/events.csv, undated: keep}}',
  ),
  later(
    'data.*.columns',
    'both',
    'mapping',
    'none',
    'Types of columns',
    'data: {events: {file: data/events.csv, columns: {killed: INTEGER}}}',
  ),
  later(
    'data.*.encoding',
    'both',
    'text',
    'utf-8',
    'Encoding of the file',
    'data: {events: {file: data/events.csv, encoding: windows-1252}}',
  ),
  later(
    'data.*.delimiter',
    'both',
    'text',
    'found by itself',
    'What stands between two values',
    "data: {events: {file: data/events.csv, delimiter: ';'}}",
  ),
  later(
    'data.*.decimal',
    'both',
    'text',
    '.',
    'The decimal sign',
    "data: {events: {file: data/events.csv, decimal: ','}}",
  ),
  later('imports', 'draft', 'list of paths', 'none', 'Files with shared queries', 'imports: [queries/shared.sql]'),
  // Outputs
  key('outputs', 'both', 'list of `thread`, `brief`, `report`', 'all', 'What to make', 'outputs: [thread, brief]'),
  key(
    'platforms',
    'both',
    'list of `x`, `bluesky`, `mastodon`',
    'all',
    'For whom to make the thread',
    'platforms: [x, bluesky]',
  ),
  key(
    'numbering',
    'both',
    '`1.`, `1/`, `1/n`, `(1/n)`, `none` or mapping',
    '1.',
    'How posts are numbered',
    "numbering: '1.'",
  ),
  key(
    'numbering.style',
    'both',
    '`1.`, `1/`, `1/n`, `(1/n)`, `none`',
    '1.',
    'How a number looks',
    'numbering: {style: 1/n}',
  ),
  key(
    'numbering.place',
    'both',
    '`start` or `end`',
    'start',
    'Where it stands in the post',
    'numbering: {style: 1/n, place: end}',
  ),
  key(
    'numbering.first',
    'both',
    '`true` or `false`',
    'true',
    'Whether the opening post has one; without, the next is 2',
    'numbering: {first: false}',
  ),
  key('numbering.start', 'both', 'whole number', '1', 'Number of the opening post', 'numbering: {start: 5}'),
  later('split', 'draft', '`auto` or `error`', 'error', 'What happens to a post over its limit', 'split: error'),
  key(
    'breaks',
    'both',
    '`keep` or `join`',
    'keep',
    'Whether a line break in a post is one, or the writer wraps lines',
    'breaks: join',
  ),
  later(
    'tag_first_mention',
    'draft',
    'list of texts',
    'none',
    'Words whose first mention becomes a hashtag',
    'tag_first_mention: [ISKP]',
  ),
  key(
    'base_url',
    'both',
    'address',
    'none',
    'Where the outputs will be found',
    'base_url: https://example.org/threads',
  ),
  key('paper', 'both', '`a4` or `letter`', 'a4', 'Paper of the report', 'paper: letter'),
  later('cover', 'draft', '`true` or `false`', 'false', 'Whether the report has a cover page', 'cover: true'),
  key(
    'show_queries',
    'draft',
    '`true` or `false`',
    'true',
    'Whether brief and report show the queries',
    'show_queries: false',
  ),
  later(
    'attach',
    'draft',
    'list of `data`, `draft`',
    'none',
    'What the report carries as attachments',
    'attach: [data]',
  ),
  key(
    'images',
    'draft',
    'mapping',
    'none',
    'Credits of image files, by path',
    'images: {images/map.png: {credit: Field desk, licence: CC-BY-4.0}}',
  ),
  key('images.*', 'draft', 'mapping', 'none', 'One image', 'images: {images/map.png: {credit: Field desk}}'),
  key('images.*.credit', 'draft', 'text', 'none', 'Whom to credit', 'images: {images/map.png: {credit: Field desk}}'),
  key(
    'images.*.licence',
    'draft',
    'text',
    'none',
    'Licence of the image',
    'images: {images/map.png: {licence: CC-BY-4.0}}',
  ),
  // House style
  key('numbers', 'both', 'mapping', 'see its keys', 'How numbers look', 'numbers: {words_to: 9}'),
  key('numbers.words_to', 'both', 'whole number', '9', 'Whole numbers up to this are words', 'numbers: {words_to: 10}'),
  key(
    'numbers.sentence_start',
    'both',
    '`words` or `digits`',
    'words',
    '1 to 99 at the start of a sentence',
    'numbers: {sentence_start: digits}',
  ),
  key('numbers.group', 'both', 'one sign, or none', ',', 'The thousands separator', "numbers: {group: ' '}"),
  key('numbers.percent', 'both', 'text', '%', 'What follows a percentage', "numbers: {percent: ' per cent'}"),
  key('lists', 'both', 'mapping', 'see its key', 'How lists look', 'lists: {serial_comma: true}'),
  key(
    'lists.serial_comma',
    'both',
    '`true` or `false`',
    'false',
    'A comma before the last "and"',
    'lists: {serial_comma: true}',
  ),
  key('dates', 'both', 'mapping', 'see its key', 'How dates are counted', 'dates: {week_starts: sunday}'),
  key(
    'dates.week_starts',
    'both',
    '`monday` or `sunday`',
    'monday',
    'First day of a week',
    'dates: {week_starts: sunday}',
  ),
  key(
    'for',
    'draft',
    'mapping',
    'none',
    'House style for one target, over all others',
    'for: {x: {numbers: {words_to: 0}}}',
  ),
  key(
    'for.*',
    'draft',
    'mapping',
    'none',
    '`x`, `bluesky`, `mastodon`, `brief` or `report`',
    'for: {brief: {lists: {serial_comma: true}}}',
  ),
  key('for.*.numbers', 'draft', 'mapping', 'none', 'As `numbers`', 'for: {x: {numbers: {words_to: 0}}}'),
  key('for.*.lists', 'draft', 'mapping', 'none', 'As `lists`', 'for: {x: {lists: {serial_comma: true}}}'),
  key('for.*.dates', 'draft', 'mapping', 'none', 'As `dates`', 'for: {x: {dates: {week_starts: sunday}}}'),
  // The project
  later(
    'lints',
    'both',
    'mapping of `off`, `warn`, `error`',
    'none',
    'How loud each lint is',
    'lints: {unbound-figure: error}',
  ),
  later('theme', 'project', 'text', 'none', 'Colours and fonts of charts and pages', 'theme: newsroom'),
  key(
    'browser',
    'project',
    'absolute path',
    'found by itself',
    'The browser that prints the report',
    'browser: /usr/bin/chromium',
  ),
  key('limits', 'project', 'mapping', 'see its keys', 'What one query may use', 'limits: {time: 30}'),
  key('limits.time', 'project', 'seconds', '30', 'Longest run of a query', 'limits: {time: 60}'),
  key('limits.memory', 'project', 'megabytes', '1024', 'Most memory of the engine', 'limits: {memory: 2048}'),
  key('limits.rows', 'project', 'whole number', '10000', 'Most rows a query may give', 'limits: {rows: 50000}'),
];

/** The keys that may stand in a mapping, e.g. those of `data.*`; an empty path is the top. */
export function keysUnder(
  parent: string,
  where: 'draft' | 'project',
): readonly (KeyRule & { readonly name: string })[] {
  const prefix = parent === '' ? '' : `${parent}.`;
  return KEYS.flatMap((rule) => {
    if (!rule.path.startsWith(prefix) || (rule.where !== 'both' && rule.where !== where)) return [];
    const name = rule.path.slice(prefix.length);
    return name === '*' || name.includes('.') ? [] : [{ ...rule, name }];
  });
}

type KeyArguments = [
  path: string,
  where: KeyRule['where'],
  type: string,
  byDefault: string,
  meaning: string,
  example: string,
];

function key(...[path, where, type, byDefault, meaning, example]: KeyArguments): KeyRule {
  return { path, where, type, byDefault, meaning, example, built: true };
}

function later(...row: KeyArguments): KeyRule {
  return { ...key(...row), built: false };
}
