import { relative } from 'node:path';
import { styleText } from 'node:util';
import { examine, type Examination } from '../build/examine.js';
import { formatJson } from '../diagnostic/format-json.js';
import { exitCodeFor, EXIT, type ExitCode } from './exit-codes.js';
import { countMessages, reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

export interface DoctorCommand {
  readonly browser?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright doctor`: what a build works with here, and a page to prove it. */
export async function runDoctor(
  command: DoctorCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const found = await examine({ cwd, browser: command.browser, signal });
  if (signal.aborted) return EXIT.interrupted;
  if (command.json) terminal.out(`${JSON.stringify(examinationJson(found), undefined, 2)}\n`);
  else {
    terminal.out(formatExamination(found, cwd, terminal.colour.out));
    reportMessages(found.messages, found.sources, terminal);
    const counts = countMessages(found.messages);
    terminal.out(counts === '' ? 'Nothing is lacking\n' : `${counts}\n`);
  }
  return exitCodeFor(found.messages);
}

/** A part, whether it works, and lines about it. */
interface Part {
  readonly name: string;
  readonly works: boolean;
  readonly lines: readonly string[];
}

function formatExamination(found: Examination, cwd: string, colour: boolean): string {
  const paint = (style: 'green' | 'red' | 'dim', text: string): string => (colour ? styleText(style, text) : text);
  const parts = [
    versionsPart(found),
    browserPart(found),
    enginePart(found),
    fontsPart(found),
    projectPart(found, cwd),
    pagePart(found),
  ];
  return parts
    .map(({ name, works, lines: [first = '', ...rest] }) =>
      [
        `${works ? paint('green', '✓') : paint('red', '✗')} ${name.padEnd(8)} ${first}`,
        ...rest.map((line) => `           ${paint('dim', line)}`),
        '',
      ].join('\n'),
    )
    .join('');
}

function versionsPart({ versions }: Examination): Part {
  const { threadwright, node, icu, vega, vegaLite, platform, cache } = versions;
  const drawing = vega === undefined || vegaLite === undefined ? [] : [`Vega ${vega}`, `Vega-Lite ${vegaLite}`];
  const lines = [
    [`Threadwright ${threadwright}`, `Node ${node}`, ...drawing].join(', '),
    `${platform}, ICU ${icu ?? 'none'}`,
    `cache ${cache}`,
  ];
  return { name: 'versions', works: drawing.length > 0, lines };
}

function browserPart({ browser, installed }: Examination): Part {
  const others = installed.map(({ kind, path }) => `also here: ${kind} ${path}`);
  if (!browser) return { name: 'browser', works: false, lines: ['none that prints', ...others] };
  const { kind, path, version, from, confinement, isSandboxed } = browser;
  const what = kind === 'named' ? version : `${kind}, ${version}`;
  return { name: 'browser', works: isSandboxed, lines: [`${what}, ${confinement}`, `${path}, ${from}`, ...others] };
}

function enginePart({ engine }: Examination): Part {
  if (!engine) return { name: 'engine', works: false, lines: ['none that starts'] };
  const { name, threads, memoryLimit, seconds, rows } = engine;
  const limits = `a query may take ${memoryLimit} of memory, ${seconds} s and ${rows.toLocaleString('en-GB')} rows`;
  return {
    name: 'engine',
    works: true,
    lines: [`${name}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`, limits],
  };
}

function fontsPart({ fonts }: Examination): Part {
  if (!fonts) return { name: 'fonts', works: false, lines: ['not all are here'] };
  const families = [...new Set(fonts.map(({ family }) => family))].map((family) => {
    const ofFamily = fonts.filter((font) => font.family === family);
    const cuts = ofFamily.map(({ weight, style }) => (style === 'normal' ? String(weight) : `${weight} ${style}`));
    return `${family} ${cuts.join(', ')} (${ofFamily[0]?.package ?? ''})`;
  });
  return { name: 'fonts', works: true, lines: [families.join('; '), ...fonts.map(({ path }) => path)] };
}

function projectPart({ project, messages }: Examination, cwd: string): Part {
  const { root, config, templates } = project;
  const works = !messages.some(({ severity, rule }) => severity === 'error' && PROJECT_RULES.test(rule));
  const lines = [
    config === undefined ? `none: drafts here have the folder ${root} to themselves` : displayPath(cwd, config),
    ...(templates.length > 0 ? [`templates of its own: ${templates.join(', ')}`] : []),
  ];
  return { name: 'project', works, lines };
}

const PROJECT_RULES = /^(config|template|file)-/;

function pagePart({ page }: Examination): Part {
  if (!page) return { name: 'page', works: false, lines: ['not printed'] };
  const { pages, bytes, fonts } = page;
  const count = `${pages} ${pages === 1 ? 'page' : 'pages'}`;
  const lines = [`printed a report of ${count}, ${(bytes / 1000).toFixed(0)} kB; it is kept nowhere`];
  return { name: 'page', works: true, lines: [...lines, `fonts in it: ${fonts.join(', ')}`] };
}

function displayPath(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') ? path : way;
}

function examinationJson(found: Examination): unknown {
  const { versions, browser, installed, engine, fonts, project, page, messages } = found;
  return {
    version: 1,
    versions: {
      threadwright: versions.threadwright,
      node: versions.node,
      icu: versions.icu ?? null,
      vega: versions.vega ?? null,
      vega_lite: versions.vegaLite ?? null,
      platform: versions.platform,
      cache: versions.cache,
    },
    browser: browser
      ? {
          kind: browser.kind,
          path: browser.path,
          version: browser.version,
          found: browser.from,
          confinement: browser.confinement,
          sandboxed: browser.isSandboxed,
        }
      : null,
    installed_browsers: installed,
    engine: engine
      ? {
          name: engine.name,
          threads: engine.threads,
          memory_limit: engine.memoryLimit,
          seconds: engine.seconds,
          rows: engine.rows,
        }
      : null,
    fonts: fonts ?? null,
    project: { root: project.root, config: project.config ?? null, templates: project.templates },
    page: page ?? null,
    messages: formatJson(messages),
  };
}
