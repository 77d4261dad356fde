import { importDrafts, type ImportedDraft, type ImportResult } from '../build/import-drafts.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { counted } from './format-counts.js';
import { reportResult } from './report-result.js';
import type { Terminal } from './terminal.js';

export interface ImportCommand {
  readonly files: readonly string[];
  readonly out?: string | undefined;
  readonly date?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright import`: turns pasted threads into drafts, and says what is left to do in them. */
export async function runImport(
  command: ImportCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const isStopped = (): boolean => signal.aborted;
  const result = await importDrafts({
    ...command,
    cwd,
    input: async (mostBytes) => {
      const bytes = await terminal.read?.(mostBytes, signal);
      signal.throwIfAborted();
      return bytes ?? new Uint8Array();
    },
  }).catch((error: unknown) => {
    if (!isStopped()) throw error;
  });
  if (!result) return EXIT.interrupted;
  const shown = command.json === true ? { json: importJson(result) } : { text: formatImport(result) };
  return reportResult({ ...result, faults: [] }, shown, terminal);
}

/** A line for each draft, and one for all. */
function formatImport({ drafts, written, dropped, wordless, hidden }: ImportResult): string {
  if (!written) return 'Nothing was written\n';
  const posts = drafts.reduce((sum, draft) => sum + draft.posts, 0);
  const left = [
    ...(dropped.length > 0 ? [`${counted(dropped.length, 'line')} around the posts left out`] : []),
    ...(wordless.length > 0 ? [`${counted(wordless.length, 'post')} without words left out`] : []),
    ...(hidden > 0 ? [`${counted(hidden, 'hidden character')} taken out`] : []),
  ];
  const names = drafts.map(({ draft }) => visibleLine(draft));
  return [
    ...drafts.map((draft) => `${visibleLine(draft.draft)}: ${formatDraft(draft)}`),
    [`${counted(drafts.length, 'draft')}, ${counted(posts, 'post')}`, ...left].join('; '),
    `Next: threadwright check ${names.join(' ')}`,
    '',
  ].join('\n');
}

/** `7 posts, 12 numbers to bind, the date to fill in`. */
function formatDraft({ posts, unbound, unnumbered, date }: ImportedDraft): string {
  return [
    counted(posts, 'post'),
    ...(unnumbered > 0 ? [`${unnumbered} of them had no number`] : []),
    unbound > 0 ? `${counted(unbound, 'number')} to bind` : 'no number to bind',
    ...(date === undefined ? ['the date to fill in'] : []),
  ].join(', ');
}

function importJson({ drafts, written, dropped, wordless, hidden }: ImportResult): object {
  return {
    written,
    drafts: drafts.map(({ draft, title, date, posts, unnumbered, unbound }) => ({
      draft,
      title,
      date: date ?? null,
      posts,
      unnumbered_posts: unnumbered,
      numbers_to_bind: unbound,
    })),
    lines_left_out: dropped,
    posts_left_out: wordless,
    hidden_characters: hidden,
  };
}
