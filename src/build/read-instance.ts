import { readTextFile } from '../config/read-text-file.js';
import { createMessage, messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import { isDataProblem } from '../engine/data-problem.js';
import { resolveDataPath } from '../engine/resolve-data-path.js';
import type { Draft } from '../model/draft.js';
import type { MastodonInstance } from '../model/instance.js';
import { parseInstance } from '../parse/parse-instance.js';
import type { ReadImportsOptions } from './read-imports.js';

/** A server's answer with its rules and its thumbnails has some tens of thousands. */
const MOST_BYTES = 1_000_000;

/** Reads what the Mastodon server of a draft takes; where it cannot be read, Mastodon is as it ships. */
export async function readInstance(
  { source, frontMatter }: Pick<Draft, 'source' | 'frontMatter'>,
  { config, ...folders }: ReadImportsOptions,
): Promise<Outcome<MastodonInstance | undefined>> {
  const { instanceFile: path, outputs, platforms } = frontMatter;
  if (!path || !outputs.includes('thread') || !platforms.includes('mastodon'))
    return { value: undefined, messages: [] };
  const messages: Message[] = [];
  const complain = (rule: RuleId, reason: string, note?: string): void => {
    const file = path.declaredIn === 'draft' ? source : config;
    messages.push(file ? messageAt(file, path.span, rule, reason, note) : createMessage(rule, undefined, reason, note));
  };
  const failed = { value: undefined, messages };
  const found = await resolveDataPath({ ...path, noun: 'saved answer of a Mastodon server' }, folders);
  if (isDataProblem(found)) {
    complain('instance-unreadable', found.reason, found.note);
    return failed;
  }
  const read = await readTextFile(found.path, path.file, { root: folders.root, mostBytes: MOST_BYTES });
  if ('reason' in read) {
    complain('instance-unreadable', read.reason, read.note);
    return failed;
  }
  const parsed = parseInstance(read.text, path.file);
  if ('domain' in parsed) return { value: parsed, messages };
  for (const { reason, note } of parsed) complain('instance-invalid', reason, note);
  return failed;
}
