import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { main } from '../../src/cli/main.js';
import { formatText } from '../../src/diagnostic/format-text.js';
import type { Message } from '../../src/diagnostic/message.js';
import { levels, PART_NAME, type Guide, type GuideBlock, type GuideExample } from './read-guide.js';

/** The guide's drafts, built in a project of their own. */
export interface BuiltGuide extends AsyncDisposable {
  /** What the tool said about a draft, in lines and excerpts as the guide shows the draft. */
  readonly messages: (example: GuideExample) => string;
  readonly hasErrors: (example: GuideExample) => boolean;
  readonly output: (example: GuideExample, path: string) => Promise<string>;
  /** Runs the commands of a session (lines that start with `$ threadwright`), and returns it with what they print. */
  readonly replay: (session: GuideBlock) => Promise<string>;
}

/** Writes the guide's files and drafts into a temporary project and builds them all, but for the printed report. */
export async function buildGuide({ files, examples }: Guide): Promise<BuiltGuide> {
  const root = await mkdtemp(join(tmpdir(), 'threadwright-guide-'));
  const config = ['threadwright.config.yaml', `lints: ${levels('off')}\n`] as const;
  const all = [config, ...files, ...examples.map(({ file, text }) => [file, text] as const)];
  for (const [path, text] of all) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const { drafts } = await buildDrafts({ drafts: [], cwd: root, only: ['thread', 'brief'] });
  const resultOf = ({ file, line }: GuideExample) => {
    const result = drafts.find(({ draft }) => draft.name === file);
    if (!result) throw new Error(`The draft in line ${line} of the guide was not built`);
    return result;
  };
  return {
    messages: (example) => asShown(resultOf(example).messages, example),
    hasErrors: (example) => resultOf(example).messages.some(({ severity }) => severity === 'error'),
    output: (example, path) => readFile(join(root, 'out', resultOf(example).draft.slug, path), 'utf8'),
    replay: (session) => replay(session, root),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

function asShown(messages: readonly Message[], { file, text, headLines }: GuideExample): string {
  const name = headLines === 0 ? file : PART_NAME;
  const moved = messages.map((message): Message => {
    const { place } = message;
    if (!place) return message;
    const { line, endLine } = place;
    return { ...message, place: { ...place, file: name, line: line - headLines, endLine: endLine - headLines } };
  });
  const shownText = text.split('\n').slice(headLines).join('\n');
  return formatText(moved, { colour: false, sources: new Map([[name, { path: name, text: shownText }]]) });
}

async function replay({ text }: GuideBlock, root: string): Promise<string> {
  const printed: string[] = [];
  for (const command of text.split('\n').filter((line) => line.startsWith('$ threadwright '))) {
    printed.push(`${command}\n`);
    const take = (words: string): void => void printed.push(words);
    const terminal = { out: take, err: take, columns: undefined, colour: { out: false, err: false }, env: {} };
    await main(command.split(' ').slice(2), root, terminal);
  }
  return withoutTime(printed.join('')).trimEnd();
}

/** How long a build took is nobody's expectation. */
function withoutTime(text: string): string {
  return text.replace(/\bin \d+\.\d s\b/g, 'in 1.4 s');
}
