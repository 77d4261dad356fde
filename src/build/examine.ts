import { join, relative, resolve } from 'node:path';
import {
  browserCache,
  describeBrowser,
  listInstalledBrowsers,
  type BrowserDescription,
  type InstalledBrowser,
} from '../browser/describe-browser.js';
import { describePdf, type PdfDescription } from '../browser/describe-pdf.js';
import { openPrinter, type Printer } from '../browser/open-printer.js';
import { packageRoot } from '../child/package-root.js';
import { readConfig } from '../config/read-config.js';
import type { Project } from '../config/project.js';
import { createMessage } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { hasErrors, tidyMessages } from '../diagnostic/tidy-messages.js';
import { describeFonts, type FontDescription } from '../draw/describe-fonts.js';
import { drawingVersions } from '../draw/drawing-versions.js';
import { openDrawer } from '../draw/open-drawer.js';
import { lookOf } from '../draw/look.js';
import { describeEngine, type EngineDescription } from '../engine/describe-engine.js';
import { DEFAULTS } from '../model/defaults.js';
import type { SourceFile } from '../model/position.js';
import { PROOF_DRAFT } from './proof-draft.js';
import { publishFile } from './publish-file.js';
import { readLook } from './read-look.js';
import { ownTemplates } from './read-templates.js';
import { readVersion } from './read-tool.js';

export interface ExamineOptions {
  /** Working folder, absolute. */
  readonly cwd: string;
  /** A browser to print with, in place of the one that is found. */
  readonly browser?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a build would work with; a part that does not work is `undefined`, and a message says why. */
export interface Examination {
  readonly versions: Versions;
  readonly browser: BrowserDescription | undefined;
  /** Every other browser that is installed. */
  readonly installed: readonly InstalledBrowser[];
  readonly engine: EngineDescription | undefined;
  readonly fonts: readonly FontDescription[] | undefined;
  readonly project: ProjectDescription;
  /** A short report that went all the way; it is kept nowhere. */
  readonly page: PdfDescription | undefined;
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

export interface Versions {
  readonly threadwright: string;
  readonly node: string;
  readonly icu: string | undefined;
  readonly vega: string | undefined;
  readonly vegaLite: string | undefined;
  /** Operating system and processor, e.g. `linux x64`. */
  readonly platform: string;
  /** Where the packaged browser is unpacked. */
  readonly cache: string;
}

export interface ProjectDescription {
  /** Absolute. */
  readonly root: string;
  /** Absolute; `undefined` when there is none. */
  readonly config: string | undefined;
  /** Page templates that stand in place of the shipped ones, and those that are new, by their path in `templates/`. */
  readonly templates: readonly string[];
}

/** Looks at everything a build needs and takes a short report through all of it; writes no file of its own. */
export async function examine({ cwd, browser, signal }: ExamineOptions): Promise<Examination> {
  const messages: Message[] = [];
  const sources = new Map<string, SourceFile>();
  const { value: project, messages: configuring } = await readConfig(cwd);
  messages.push(...configuring);
  if (project.configFile) sources.set(project.configFile.path, project.configFile);
  if (project.themeFile) sources.set(project.themeFile.path, project.themeFile);

  const whole = async <T>(part: string, look: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await look();
    } catch (error) {
      if (!signal?.aborted) messages.push(broken(part, error));
      return undefined;
    }
  };
  const engine = await whole('The database engine', () =>
    describeEngine({ ...project.limits, ...(signal && { signal }) }),
  );
  const fonts = await whole('The fonts', describeFonts);
  const drawing = await whole('What draws charts', drawingVersions);

  await using printer = openPrinter({ browser, kind: project.browser, cwd, signal });
  const canPublish = engine !== undefined && fonts !== undefined && !hasErrors(configuring);
  const proof = canPublish ? await printProof(project, printer, signal) : await printPlain(printer);
  messages.push(...proof.messages);
  const running = printer.running();
  const described = running && describeBrowser(running);
  const installed = await listInstalledBrowsers(process.env);
  return {
    versions: {
      threadwright: readVersion(),
      node: process.versions.node,
      icu: process.versions['icu'],
      vega: drawing?.vega,
      vegaLite: drawing?.vegaLite,
      platform: `${process.platform} ${process.arch}`,
      cache: browserCache(described, process.env),
    },
    browser: described,
    installed: installed.filter(({ path }) => path !== described?.path),
    engine,
    fonts,
    project: {
      root: project.root,
      config: project.configFile && resolve(project.configFile.path),
      templates: await ownTemplates(project.root, packageRoot()),
    },
    page: proof.value && describePdf(proof.value),
    messages: tidyMessages(messages),
    sources,
  };
}

function broken(part: string, error: unknown): Message {
  const reason = `${part} cannot be used: ${wordsOf(error)}`;
  return createMessage(
    'package-broken',
    undefined,
    reason,
    'Install Threadwright’s packages anew, with those for this machine',
  );
}

/** A child that died says more in the cause than in the error. */
function wordsOf(error: unknown): string {
  const cause = error instanceof Error ? JSON.stringify(error.cause ?? '') : '';
  const telling = /Cannot find (?:package|module) '[^']+'/.exec(cause)?.[0];
  return telling ?? (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
}

/** The project's templates and limits are tried, its defaults are not: they are about its drafts. */
async function printProof(
  project: Project,
  printer: Printer,
  signal: AbortSignal | undefined,
): Promise<Outcome<Uint8Array | undefined>> {
  await using drawer = openDrawer({ ...(signal && { signal }), look: lookOf(project.theme) });
  const { value: templates, messages: reading } = await readLook(project);
  if (hasErrors(reading)) return { value: undefined, messages: reading };
  const path = join(project.root, 'proof.md');
  const file = { path, name: relative('', path), root: project.root, file: 'proof.md', slug: 'proof' };
  const tools = { project: { ...project, defaults: DEFAULTS }, drawer, printer, templates };
  const source = { path: file.name, text: PROOF_DRAFT };
  const { value, messages } = await publishFile(file, source, tools, { only: ['report'], signal });
  return { value: value?.publication.report, messages };
}

/** Where something else is lacking, the browser is tried all the same. */
function printPlain(printer: Printer): Promise<Outcome<Uint8Array | undefined>> {
  const html = '<!doctype html><html lang="en"><title>A page to prove it</title><p>A browser printed this.';
  const nothing = { authors: [], subject: '', keywords: [], date: '2026-01-01', tool: 'Threadwright' };
  return printer.print({ html, print: { title: 'A page to prove it', lang: 'en', ...nothing } });
}
