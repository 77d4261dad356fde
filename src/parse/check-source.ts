import type { Nodes, Root } from 'mdast';
import { messageAt, messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import { checkSize, levelMessage } from './check-size.js';

/** Drafts are texts of people: a longer file is a mistake, and Markdown's parser would take minutes. */
const MOST_CHARACTERS = 1_000_000;

/** Says why a text is not worth parsing: empty, or past all reason. */
export function checkSource(source: SourceFile): Message | undefined {
  if (source.text.trim() === '') {
    const note = 'Start the file with `---`, `title: …`, `date: YYYY-MM-DD` and `---`, each on a line of its own';
    return messageFor(source.path, 'draft-empty', 'Unexpected empty draft, expected front matter and text', note);
  }
  if (source.text.length <= MOST_CHARACTERS) return checkSize(source);
  const [length, most] = [source.text.length, MOST_CHARACTERS].map((count) => count.toLocaleString('en-GB'));
  return messageFor(
    source.path,
    'draft-too-large',
    `Unexpected draft of ${length ?? ''} characters, expected at most ${most ?? ''}`,
    'Move data into a file under `data:`',
  );
}

/** Says why a start leaves nothing else to say: the front matter would be read as text. */
export function checkStart(root: Root, source: SourceFile): Message | undefined {
  if (root.children.some(({ type }) => type === 'yaml')) return undefined;
  const [space = ''] = /^\s*(?=---[ \t]*[\r\n])/.exec(source.text) ?? [];
  const start = space.length;
  if (space !== '')
    return messageAt(
      source,
      { start, end: start + 3 },
      'front-matter-missing',
      'Unexpected space before the front matter, expected `---` at the very start of the file',
      'Take the empty lines away',
    );
  return /^---[ \t]*[\r\n]/.test(source.text)
    ? messageAt(
        source,
        { start: 0, end: 3 },
        'front-matter-syntax',
        'Unexpected end of the draft, the front matter is never closed',
        'End the front matter with a line `---`',
      )
    : undefined;
}

/** More levels than any draft has; every later step calls itself for each. */
const MOST_LEVELS = 50;

/** Says where quotes, lists and emphasis stand in each other past all reason. */
export function checkLevels(root: Root, source: SourceFile): Message | undefined {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth > MOST_LEVELS && first && 'position' in first)
      return levelMessage(source, first.position?.start.offset ?? 0, depth);
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return undefined;
}

/** A draft of front matter and definitions alone. */
export function draftWithoutText(source: SourceFile): Message {
  const end = source.text.trimEnd().length;
  const start = Math.max(source.text.lastIndexOf('\n', end - 1), source.text.lastIndexOf('\r', end - 1)) + 1;
  return messageAt(
    source,
    { start, end },
    'draft-empty',
    'Unexpected end of the draft, expected text below the front matter',
    'Posts are paragraphs, parted by lines `---`',
  );
}
