import { messageFor } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { DraftDefaults } from '../model/defaults.js';
import type { Correction, FrontMatter, ImageCredit, KeyFigure } from '../model/draft.js';
import type { Embedded, SourceFile } from '../model/position.js';
import { DEFAULT_STYLE, mergeStyles, type Style } from '../model/style.js';
import type { TargetName } from '../model/target.js';
import { distinctEntries, openMapping, type Fields } from './open-mapping.js';
import { parseYaml } from './parse-yaml.js';
import { FRONT_MATTER_RULES, refuse, report, type ReadContext } from './read-context.js';
import { readDay } from './read-day.js';
import { readDefaults } from './read-defaults.js';
import { choice, choices, listOf, readBoolean } from './read-simple.js';
import { readStyles } from './read-style.js';
import { readTemplate, readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

export interface FrontMatterOptions {
  readonly defaults: DraftDefaults;
  /** Overrides `date`, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** Overrides `as_of`, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
}

/**
 * Parses the front matter of a draft. Every problem is reported at once; a key that cannot be read takes its default,
 * so that the rest of the draft is still looked at. Without a title or a day there is nothing to go on with.
 */
export function parseFrontMatter(
  source: SourceFile,
  yaml: Embedded | undefined,
  options: FrontMatterOptions,
): Outcome<FrontMatter | undefined> {
  const messages: Message[] = [];
  if (!yaml) {
    const reason = 'Unexpected start of a draft, expected front matter';
    return { value: undefined, messages: [messageFor(source.path, 'front-matter-missing', reason, FIRST_LINES)] };
  }
  const context: ReadContext = { source, where: 'draft', rules: FRONT_MATTER_RULES, messages };
  const tree = parseYaml(context, yaml) ?? (messages.length > 0 ? undefined : EMPTY);
  const fields = tree && openMapping(context, tree, '');
  const value = fields && readFrontMatter(context, fields, options);
  return { value, messages: messages.sort(byPlace) };
}

const FIRST_LINES = 'Start the file with `---`, `title: …`, `date: YYYY-MM-DD` and `---`, each on a line of its own';

function byPlace(a: Message, b: Message): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

/** Front matter without a key: its opening line is the place to look at. */
const EMPTY: YamlValue = { kind: 'mapping', entries: [], span: { start: 0, end: 3 } };

function readFrontMatter(context: ReadContext, fields: Fields, options: FrontMatterOptions): FrontMatter | undefined {
  const hasTitle = fields.need('title', 'Write `title: …`');
  const hasDate = options.date !== undefined || fields.need('date', 'Write `date: YYYY-MM-DD`, the day of publication');
  const title = fields.read('title', readTemplate);
  const ownDate = fields.read('date', readDay);
  const ownAsOf = fields.read('as_of', readDay);
  const date = options.date ?? ownDate;
  const asOf = options.asOf ?? ownAsOf ?? date;
  const { style: ownStyle, ...shared } = readDefaults(context, fields, options.defaults);
  const targets = fields.read('for', readStyles);
  const style = (target: TargetName): Style =>
    mergeStyles(DEFAULT_STYLE, options.defaults.style, ownStyle, targets?.[target]);
  const rest: Omit<FrontMatter, keyof DraftDefaults | 'title' | 'date' | 'asOf'> = {
    kicker: fields.read('kicker', readTemplate),
    standfirst: fields.read('standfirst', readTemplate),
    description: fields.read('description', readTemplate),
    keywords: fields.read('keywords', listOf(readText)) ?? [],
    keyFigures: fields.read('key_figures', listOf(readKeyFigure)) ?? [],
    status: fields.read('status', choice(['draft'], { note: 'Leave `status` out when it is published' })),
    corrections: fields.read('corrections', listOf(readCorrection)) ?? [],
    contentWarning: fields.read('content_warning', readText),
    sensitive: fields.read('sensitive', readBoolean) ?? false,
    showQueries: fields.read('show_queries', readBoolean) ?? true,
    cover: fields.read('cover', readBoolean) ?? false,
    attach: readAttach(fields),
    images: fields.read('images', readImages) ?? new Map<string, ImageCredit>(),
    styles: {
      x: style('x'),
      bluesky: style('bluesky'),
      mastodon: style('mastodon'),
      threads: style('threads'),
      linkedin: style('linkedin'),
      brief: style('brief'),
      report: style('report'),
    },
  };
  if (!hasTitle || !hasDate || !title || date === undefined || asOf === undefined) return undefined;
  const asOfSpan = fields.spanOf('as_of');
  if (asOfSpan && options.asOf === undefined && asOf > date) {
    const reason = `Unexpected \`as_of\` after the publication day \`${date}\`, expected it on that day or before`;
    report(
      context,
      context.rules.hint,
      asOfSpan,
      reason,
      'Relative words count from `date`, so later data has no words',
    );
  }
  return { ...shared, title, date, asOf, ...rest };
}

function readAttach(fields: Fields): FrontMatter['attach'] {
  const kinds = fields.read('attach', choices(['data', 'draft']));
  const span = fields.spanOf('attach');
  return kinds && span && { kinds, span };
}

function readKeyFigure(context: ReadContext, value: YamlValue): KeyFigure | undefined {
  const fields = openMapping(context, value, 'key_figures.*');
  const note = "Write `{value: '{{num query.column}}', label: what it counts}`";
  const complete = [fields?.need('value', note), fields?.need('label', note)].every(Boolean);
  const figure = fields?.read('value', readTemplate);
  const label = fields?.read('label', readTemplate);
  return complete && figure && label ? { value: figure, label } : undefined;
}

function readCorrection(context: ReadContext, value: YamlValue): Correction | undefined {
  const fields = openMapping(context, value, 'corrections.*');
  const note = 'Write `{date: YYYY-MM-DD, text: what was corrected}`';
  const complete = [fields?.need('date', note), fields?.need('text', note)].every(Boolean);
  const date = fields?.read('date', readDay);
  const text = fields?.read('text', readText);
  return complete && date !== undefined && text !== undefined ? { date, text } : undefined;
}

function readImages(context: ReadContext, value: YamlValue): ReadonlyMap<string, ImageCredit> | undefined {
  if (value.kind !== 'mapping') {
    refuse(context, value, '`path: {credit: …, licence: …}` for each image');
    return undefined;
  }
  return new Map(
    distinctEntries(context, value.entries).map(({ key, value: image }) => {
      const fields = openMapping(context, image, 'images.*');
      return [key, { credit: fields?.read('credit', readText), licence: fields?.read('licence', readText) }];
    }),
  );
}
