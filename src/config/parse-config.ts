import type { Message, Outcome } from '../diagnostic/message.js';
import { BROWSER_KINDS, type BrowserKind } from '../model/browser-kind.js';
import { DEFAULTS, type DraftDefaults } from '../model/defaults.js';
import type { Embedded, SourceFile } from '../model/position.js';
import { openMapping, type Fields } from '../parse/open-mapping.js';
import { parseYaml } from '../parse/parse-yaml.js';
import { CONFIG_RULES, type ReadContext } from '../parse/read-context.js';
import { readDefaults } from '../parse/read-defaults.js';
import { choice, wholeNumber } from '../parse/read-simple.js';
import { readText } from '../parse/read-text.js';
import type { YamlValue } from '../parse/yaml-value.js';
import type { NamedFile } from './parse-theme.js';
import type { ProjectLimits } from './project.js';

export interface Config {
  readonly defaults: DraftDefaults;
  readonly browser: BrowserKind | undefined;
  readonly limits: ProjectLimits;
  /** The theme's file, relative to the root. */
  readonly theme: NamedFile | undefined;
}

/** Parses a project's configuration; a key that cannot be read takes its default. */
export function parseConfig(source: SourceFile): Outcome<Config> {
  const messages: Message[] = [];
  const context: ReadContext = { source, where: 'project', rules: CONFIG_RULES, messages };
  const tree = parseYaml(context, wholeFile(source));
  const fields = tree && openMapping(context, tree, '');
  if (!fields) return { value: { defaults: DEFAULTS, browser: undefined, limits: {}, theme: undefined }, messages };
  const file = fields.read('theme', readText);
  const span = fields.spanOf('theme');
  const value = {
    defaults: readDefaults(context, fields, DEFAULTS),
    browser: fields.read('browser', readBrowser),
    limits: fields.read('limits', readLimits) ?? {},
    theme: file === undefined || !span ? undefined : { file, span },
  };
  return { value, messages };
}

function wholeFile(source: SourceFile): Embedded {
  const lineOffsets = [0, ...Array.from(source.text.matchAll(/\n/gu), (match) => match.index + 1)];
  return { text: source.text, lineOffsets };
}

/** A kind and never a program: whoever opens a project has not looked into it yet. */
const readBrowser = choice(BROWSER_KINDS, {
  meant: { 'google-chrome': 'chrome', 'google-chrome-stable': 'chrome', 'microsoft-edge': 'edge', msedge: 'edge' },
  note: 'A project names no program; `--browser FILE` or `THREADWRIGHT_BROWSER` does',
});

function readLimits(context: ReadContext, value: YamlValue): ProjectLimits | undefined {
  const fields = openMapping(context, value, 'limits');
  return fields && limitsOf(fields);
}

/** Only what is set: the engine's own limits hold for the rest. */
function limitsOf(fields: Fields): ProjectLimits {
  const seconds = fields.read('time', wholeNumber(1, 86_400));
  const memoryMb = fields.read('memory', wholeNumber(64, 1_048_576));
  const maxRows = fields.read('rows', wholeNumber(1, 10_000_000));
  return {
    ...(seconds !== undefined && { timeMs: seconds * 1000 }),
    ...(memoryMb !== undefined && { memoryMb }),
    ...(maxRows !== undefined && { maxRows }),
  };
}
