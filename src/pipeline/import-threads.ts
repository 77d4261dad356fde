import { lintProse } from '../check/lint-prose.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { createMessage } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { fillDraft } from '../fill/fill-draft.js';
import type { Care } from '../import/escape-words.js';
import { formatDraft } from '../import/format-draft.js';
import type { Paste, PastedThread } from '../import/pasted.js';
import { readPaste } from '../import/read-paste.js';
import { threadTitle } from '../import/thread-title.js';
import type { Answers } from '../model/answers.js';
import type { DraftDefaults } from '../model/defaults.js';
import type { Draft } from '../model/draft.js';
import type { Story } from '../model/story.js';
import { PLATFORM_IDS } from '../model/target.js';
import { parseDraft } from '../parse/parse-draft.js';
import { postWords } from '../render/thread/post-words.js';
import { grouped } from '../render/thread/grouped.js';

export interface ImportThreadsOptions {
  /** What the project gives its drafts. */
  readonly defaults: DraftDefaults;
  /** Publication day (`YYYY-MM-DD`), in place of what the text says. */
  readonly date?: string | undefined;
}

/** A thread that became a draft; nothing is written yet. */
export interface ImportedThread {
  readonly title: string;
  /** The draft. */
  readonly text: string;
  readonly posts: number;
  /** Posts that had no number, though others of their thread have. */
  readonly unnumbered: number;
  readonly date: string | undefined;
  /** Numbers that are typed and follow no data yet. */
  readonly unbound: number;
}

export interface ImportedThreads extends Pick<Paste, 'dropped' | 'wordless' | 'hidden'> {
  readonly threads: readonly ImportedThread[];
}

/** More is no paste of threads but a whole archive, which would take minutes. */
const MOST = { lines: 5000, threads: 100 };

/**
 * Turns pasted threads into drafts that print the same words, which it tries: a post that would print others is
 * escaped once more, sign by sign.
 *
 *     pasted text ─import→ draft text ─parse→ Draft ─fill→ Story ─render→ words of the posts, as they were pasted
 *                                                         └─check→ numbers that follow no data
 */
export function importThreads(pasted: string, options: ImportThreadsOptions): Outcome<ImportedThreads> {
  if (countLines(pasted) > MOST.lines) return tooLarge(`${grouped(MOST.lines)} lines`);
  const { threads, ...left } = readPaste(pasted);
  if (threads.length > MOST.threads) return tooLarge(`${MOST.threads} threads`);
  const messages: Message[] = [];
  const imported = threads.map((thread) => {
    const { value, messages: found } = importThread(thread, options);
    messages.push(...found);
    return value;
  });
  return { value: { threads: imported, ...left }, messages };
}

/** Lines with words in them. */
function countLines(text: string): number {
  return text.match(/\S[^\n\r]*/g)?.length ?? 0;
}

function tooLarge(most: string): Outcome<ImportedThreads> {
  const reason = `Unexpected text of more than ${most}`;
  const messages = [createMessage('draft-too-large', undefined, reason, 'Import it in parts')];
  return { value: { threads: [], dropped: [], wordless: [], hidden: 0 }, messages };
}

function importThread(thread: PastedThread, { defaults, date: given }: ImportThreadsOptions): Outcome<ImportedThread> {
  const title = threadTitle(thread.posts[0]?.text ?? '');
  const date = given ?? thread.day;
  const joinsLines = defaults.breaks === 'join';
  const write = (cares: Cares, day: string | undefined): string =>
    formatDraft(thread, { title, titleCare: cares.title, date: day, joinsLines }, (post) => cares.posts[post] ?? 'all');
  const least: Cares = { title: 'some', posts: thread.posts.map(() => 'some') };
  const first = tryDraft(write(least, ANY_DAY), defaults);
  const cares: Cares = {
    title: printsTitle(first, title) ? 'some' : 'all',
    posts: thread.posts.map(({ text }, post) => (prints(first, post, thread.posts.length, text) ? 'some' : 'all')),
  };
  const { draft, stories, messages } = tryDraft(write(cares, ANY_DAY), defaults);
  const value: ImportedThread = {
    title,
    text: write(cares, date),
    posts: thread.posts.length,
    unnumbered: countUnnumbered(thread),
    date,
    unbound: draft ? countUnbound(draft, stories) : 0,
  };
  return { value, messages };
}

interface Cares {
  readonly title: Care;
  readonly posts: readonly Care[];
}

interface Tried {
  readonly draft: Draft | undefined;
  /** For every platform. */
  readonly stories: readonly Story[];
  /** Errors, which have no place: the draft is no file yet. */
  readonly messages: readonly Message[];
}

/** Any day will do to try a draft. */
const ANY_DAY = '2000-01-01';
const NO_ANSWERS: Answers = { tables: new Map(), failed: new Set(), queries: [], sources: [], engine: '' };

function tryDraft(text: string, defaults: DraftDefaults): Tried {
  const { value: draft, messages } = parseDraft({ path: '', text }, { slug: '', defaults });
  const platforms = draft ? PLATFORM_IDS : [];
  return {
    draft,
    stories: platforms.flatMap((platform) =>
      draft ? [fillDraft(draft, NO_ANSWERS, { kind: 'thread', platform }).value] : [],
    ),
    messages: messages
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, reason, note }) => createMessage(rule, undefined, reason, note)),
  };
}

/** True when a post of the draft prints its words on every platform, and nothing is wrong with it. */
function prints({ draft, stories, messages }: Tried, post: number, posts: number, words: string): boolean {
  if (!draft || messages.length > 0) return false;
  return stories.every((story) => {
    const found = story.posts[post];
    if (!found || story.posts.length !== posts || story.target.kind !== 'thread') return false;
    const printed = postWords(found, { source: draft.source, platform: story.target.platform });
    return !hasErrors(printed.messages) && plain(printed.value) === plain(words);
  });
}

function printsTitle({ stories, messages }: Tried, title: string): boolean {
  if (messages.length > 0) return false;
  return stories.every((story) => {
    const words = story.title.map((node) => (node.type === 'text' ? node.value : '\0')).join('');
    return plain(words) === plain(title);
  });
}

/** A text as every platform keeps it: composed, without what nobody sees. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[\uFEFF\uFFFE\uFFFF]/g, '');
}

function countUnnumbered({ posts, numbering }: PastedThread): number {
  if (numbering.style === 'none') return 0;
  return posts.slice(numbering.first ? 0 : 1).filter(({ number }) => number === undefined).length;
}

/** The title says again what the first post says. */
function countUnbound(draft: Draft, stories: readonly Story[]): number {
  const body = draft.source.text.indexOf('\n---\n');
  const { line } = locate(draft.source, { start: body, end: body });
  return lintProse(stories, draft).filter(({ rule, place }) => rule === 'unbound-figure' && (place?.line ?? 0) > line)
    .length;
}
