import { readTextFile } from '../config/read-text-file.js';
import { messageFor } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { DraftFile } from './find-drafts.js';

/** Far more than the longest draft that is parsed, which the parser counts and tells exactly. */
const MOST_BYTES = 16_000_000;

/** Reads a draft's file; what is no file of the project, or not UTF-8, is a message, never a guess. */
export async function readSource({
  path,
  name,
  root,
}: Pick<DraftFile, 'path' | 'name' | 'root'>): Promise<Outcome<SourceFile | undefined>> {
  const read = await readTextFile(path, name, { root, mostBytes: MOST_BYTES });
  if ('text' in read) return { value: { path: name, text: read.text }, messages: [] };
  return { value: undefined, messages: [messageFor(name, 'file-unreadable', read.reason, read.note)] };
}
