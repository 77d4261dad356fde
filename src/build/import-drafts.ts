import { lstat, stat } from 'node:fs/promises';
import { join, parse, relative, resolve, sep } from 'node:path';
import { decodeText } from '../config/decode-text.js';
import { readConfig } from '../config/read-config.js';
import { readTextFile } from '../config/read-text-file.js';
import { messageFor } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { hasErrors, tidyMessages } from '../diagnostic/tidy-messages.js';
import { importThreads, type ImportedThread } from '../pipeline/import-threads.js';
import type { SourceFile } from '../model/position.js';
import { homeOf } from './find-drafts.js';
import { slugOf } from './slug-of.js';
import { writeNewFiles } from './write-new-files.js';

/** A thread of a hundred posts has not a tenth of it; a draft must not be larger. */
const MOST_BYTES = 1_000_000;

/** What stands for the standard input among file names. */
const INPUT = '-';

export interface ImportOptions {
  /** Text files, or `-` for `input`. Default: `-`. */
  readonly files?: readonly string[] | undefined;
  /** Hands over what is piped in: at most one byte more than it is asked for. */
  readonly input: (mostBytes: number) => Promise<Uint8Array>;
  /** The folder to write to. Default: `content/` where there is one, else the working folder. */
  readonly out?: string | undefined;
  /** Publication day (`YYYY-MM-DD`), in place of what the text says. */
  readonly date?: string | undefined;
  /** Working folder, absolute. */
  readonly cwd: string;
}

export interface ImportResult {
  /** In the order of the text; without an error all are written, else none is. */
  readonly drafts: readonly ImportedDraft[];
  readonly written: boolean;
  /** Lines of a web page that were left out. */
  readonly dropped: readonly string[];
  /** Numbers of the posts that had no words. */
  readonly wordless: readonly number[];
  /** How many hidden characters were taken out. */
  readonly hidden: number;
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

export interface ImportedDraft extends Omit<ImportedThread, 'text'> {
  /** As messages name the draft: relative to the working folder. */
  readonly draft: string;
}

/** Turns pasted threads into files of drafts: all of them, or none; no file is written over. */
export async function importDrafts(options: ImportOptions): Promise<ImportResult> {
  const { cwd, date } = options;
  const folder = options.out === undefined ? await homeOf(cwd) : resolve(cwd, options.out);
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => true,
  );
  if (!isFolder) messages.push(noFolder(displayName(cwd, folder)));
  const { configFile, defaults } = take(await readConfig(isFolder ? folder : cwd));
  const sources = new Map(configFile ? [[configFile.path, configFile]] : []);
  const texts = await Promise.all(namesOf(options).map((name) => readPasted(name, options)));
  const pastes = texts.map((text) => {
    const { name, text: pasted } = take(text);
    if (pasted !== undefined && FRONT_MATTER.test(pasted.replaceAll('\r', ''))) messages.push(draftAlready(name));
    const { value, messages: found } = importThreads(pasted ?? '', { defaults, date });
    messages.push(...found.map((message) => messageFor(name, message.rule, message.reason, message.note)));
    if (pasted !== undefined && value.threads.length === 0 && !hasErrors(found)) messages.push(nothingIn(name));
    return value;
  });
  const threads = pastes.flatMap((paste) => paste.threads);
  const files = placesFor(threads, folder).map((path, index) => ({ path, text: threads[index]?.text ?? '' }));
  for (const { path } of files) if (await isThere(path)) messages.push(alreadyThere(displayName(cwd, path)));
  if (!hasErrors(messages)) messages.push(...(await writeNewFiles(files, (path) => displayName(cwd, path))));
  return {
    drafts: threads.map(({ title, posts, unnumbered, date: day, unbound }, index) => ({
      ...{ title, posts, unnumbered, date: day, unbound },
      draft: displayName(cwd, files[index]?.path ?? ''),
    })),
    written: !hasErrors(messages),
    dropped: pastes.flatMap(({ dropped }) => dropped),
    wordless: pastes.flatMap(({ wordless }) => wordless),
    hidden: pastes.reduce((sum, { hidden }) => sum + hidden, 0),
    messages: tidyMessages(messages),
    sources,
  };
}

/** Each once: what is piped in can be read but once. */
function namesOf({ files = [] }: ImportOptions): readonly string[] {
  return files.length === 0 ? [INPUT] : [...new Set(files)];
}

interface Pasted {
  readonly name: string;
  readonly text: string | undefined;
}

async function readPasted(file: string, { cwd, input }: ImportOptions): Promise<Outcome<Pasted>> {
  if (file === INPUT) return readInput('standard input', input);
  const path = resolve(cwd, file);
  const name = displayName(cwd, path);
  if (!(await isThere(path))) {
    const message = messageFor(name, 'file-missing', `The file \`${name}\` does not exist`);
    return { value: { name, text: undefined }, messages: [message] };
  }
  const read = await readTextFile(path, name, { root: parse(path).root, mostBytes: MOST_BYTES });
  if ('text' in read) return { value: { name, text: read.text }, messages: [] };
  return failed(name, read);
}

async function readInput(name: string, input: ImportOptions['input']): Promise<Outcome<Pasted>> {
  const bytes = await input(MOST_BYTES);
  if (bytes.length > MOST_BYTES) {
    const most = MOST_BYTES.toLocaleString('en-GB');
    return failed(name, {
      reason: `Unexpected size of the ${name}, more than ${most} bytes, expected at most ${most}`,
    });
  }
  const read = decodeText(bytes, name);
  return 'text' in read ? { value: { name, text: read.text }, messages: [] } : failed(name, read);
}

function failed(name: string, { reason, note }: { reason: string; note?: string | undefined }): Outcome<Pasted> {
  return { value: { name, text: undefined }, messages: [messageFor(name, 'file-unreadable', reason, note)] };
}

/** As a draft has it: a title among the keys between two lines `---`. */
const FRONT_MATTER = /^\s*---[ \t]*\n(?:(?!---).*\n)*?title:.*\n(?:(?!---).*\n)*?---[ \t]*(?:\n|$)/;

function draftAlready(name: string): Message {
  const reason = `Unexpected front matter in \`${name}\`, expected a thread pasted as text`;
  return messageFor(name, 'paste-draft', reason, 'It is a draft already: build it, or import its words alone');
}

function nothingIn(name: string): Message {
  const reason = `Unexpected end of \`${name}\`, expected the words of a thread`;
  return messageFor(
    name,
    'thread-none',
    reason,
    'Copy the posts from where they are, with their numbers, and save them',
  );
}

function alreadyThere(name: string): Message {
  const reason = `Unexpected file \`${name}\`, it is there already, and nothing was written`;
  return messageFor(name, 'file-exists', reason, 'Move it away, or write to another folder with `--out`');
}

function noFolder(name: string): Message {
  const reason = `Unexpected file \`${name}\`, expected a folder to write to`;
  return messageFor(name, 'file-unwritable', reason, 'Name a folder, or one that is not there yet');
}

/** As much of a title as a name of a file that people type. */
const MOST_SLUG = 60;
/** Names that a search for drafts passes over. */
const PASSED_OVER = /^(?:_+|readme$)/;

/** A file for each thread, named by its title, no two the same. */
function placesFor(threads: readonly ImportedThread[], folder: string): string[] {
  const taken = new Set<string>();
  return threads.map(({ title }) => {
    const whole = slugOf(title).replace(PASSED_OVER, '');
    const short = whole.length <= MOST_SLUG ? whole : whole.slice(0, MOST_SLUG + 1).replace(/-[^-]*$/, '');
    const slug = short.slice(0, MOST_SLUG) || 'thread';
    let name = slug;
    for (let count = 2; taken.has(name); count += 1) name = `${slug}-${count}`;
    taken.add(name);
    return join(folder, `${name}.md`);
  });
}

function displayName(cwd: string, path: string): string {
  const name = relative(cwd, path);
  return name.startsWith('..') ? path : name.split(sep).join('/');
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
