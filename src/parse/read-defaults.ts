import type { DraftDefaults } from '../model/defaults.js';
import type { InstancePath } from '../model/instance.js';
import { OUTPUTS, PLATFORM_IDS } from '../model/target.js';
import { openMapping, type Fields } from './open-mapping.js';
import { quote, report, type ReadContext } from './read-context.js';
import { readData } from './read-data.js';
import { readDataPath } from './read-data-path.js';
import { readImport } from './read-import.js';
import { readLints } from './read-lints.js';
import { numberingOver } from './read-numbering.js';
import { choice, choices, listOf } from './read-simple.js';
import { readStyle } from './read-style.js';
import { readTaggedWord } from './read-tagged-word.js';
import { readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/**
 * Reads the keys that a draft and a project share, laid over `base`; a data file of the same name replaces that of
 * the base, and the files of `imports` come after those of the base. `style` is only what stands here: the caller lays styles over each other.
 */
export function readDefaults(context: ReadContext, fields: Fields, base: DraftDefaults): DraftDefaults {
  const data = fields.read('data', readData) ?? [];
  const names = new Set(data.map(({ name }) => name.toLowerCase()));
  return {
    data: [...base.data.filter(({ name }) => !names.has(name.toLowerCase())), ...data],
    imports: [...base.imports, ...(fields.read('imports', listOf(readImport)) ?? [])],
    lang: fields.read('lang', readLang) ?? base.lang,
    authors: fields.read('authors', listOf(readText)) ?? base.authors,
    outputs: fields.read('outputs', choices(OUTPUTS, { meant: OTHER_OUTPUTS })) ?? base.outputs,
    platforms: fields.read('platforms', choices(PLATFORM_IDS, { meant: OTHER_PLATFORMS })) ?? base.platforms,
    instanceFile: fields.read('mastodon', readMastodon) ?? base.instanceFile,
    numbering: fields.read('numbering', numberingOver(base.numbering)) ?? base.numbering,
    split: fields.read('split', choice(['auto', 'error'])) ?? base.split,
    breaks: fields.read('breaks', choice(['keep', 'join'])) ?? base.breaks,
    tagFirstMention: fields.read('tag_first_mention', listOf(readTaggedWord)) ?? base.tagFirstMention,
    paper: fields.read('paper', choice(['a4', 'letter'])) ?? base.paper,
    baseUrl: fields.read('base_url', readBaseUrl) ?? base.baseUrl,
    lints: new Map([...base.lints, ...(fields.read('lints', readLints) ?? [])]),
    style: readStyle(fields),
  };
}

const OTHER_OUTPUTS = { html: 'brief', pdf: 'report', threads: 'thread' } as const;
const OTHER_PLATFORMS = {
  twitter: 'x',
  bsky: 'bluesky',
  masto: 'mastodon',
  thread: 'threads',
  meta: 'threads',
  li: 'linkedin',
} as const;

/** The machine's own language never matters: names of languages are asked for in English. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function readLang(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const text = readText(context, value, key)?.trim();
  if (text === undefined) return undefined;
  const tag = canonicalTag(text);
  if (tag !== undefined) return tag;
  const better = canonicalTag(text.replaceAll('_', '-').replace(/\..*$/u, ''));
  const note = better ? `Write \`${key}: ${better}\`` : 'Write its code, as in `en-GB`, `de` or `fa`';
  report(context, context.rules.value, value.span, `Unexpected ${quote(text)}, expected the tag of a language`, note);
  return undefined;
}

function canonicalTag(text: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && LANGUAGES.of(new Intl.Locale(tag).language) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}

function readMastodon(context: ReadContext, value: YamlValue): InstancePath | undefined {
  return openMapping(context, value, 'mastodon')?.read('instance', readInstancePath);
}

/** Whether it may be read is checked where files are. */
function readInstancePath(context: ReadContext, value: YamlValue, key: string): InstancePath | undefined {
  const file = readDataPath(context, value, key);
  return file === undefined
    ? undefined
    : { file, declaredIn: context.where === 'draft' ? 'draft' : 'config', span: value.span };
}

function readBaseUrl(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const text = readText(context, value, key)?.trim();
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/u.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '') {
    return text.replace(/\/+$/u, '');
  }
  const note = 'Write it as in `https://example.org/threads`';
  report(
    context,
    context.rules.value,
    value.span,
    `Unexpected ${quote(text)}, expected an address without \`?\` and \`#\``,
    note,
  );
  return undefined;
}
