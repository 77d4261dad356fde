import { createHash } from 'node:crypto';
import { messageAt } from '../../diagnostic/create-message.js';
import type { Message, Outcome } from '../../diagnostic/message.js';
import type { Answers, FileRecord, SourceRecord } from '../../model/answers.js';
import type { DataFormat, Draft, ImportedFile } from '../../model/draft.js';
import type { PlannedAttachment } from '../../model/page.js';
import { pageWords } from '../page/page-words.js';

/** All attachments together: what most mail servers let through. */
const MOST_BYTES = 20_000_000;

/** Says which files a report carries: those its draft asks for with `attach`, and nothing else. */
export function planAttachments(
  draft: Draft,
  answers: Answers,
  imported: readonly ImportedFile[],
): Outcome<readonly PlannedAttachment[]> {
  const { attach } = draft.frontMatter;
  if (!attach) return { value: [], messages: [] };
  const files = [
    ...(attach.kinds.includes('data') ? dataFiles(draft, answers) : []),
    ...(attach.kinds.includes('draft') ? [draftFile(draft), ...imported.map((file) => sqlFile(file, draft))] : []),
  ];
  const value = withNames(files);
  const messages: Message[] = [];
  const bytes = value.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MOST_BYTES) {
    const reason = `Unexpected ${megabytes(bytes)} of attachments, expected ${megabytes(MOST_BYTES)} at most`;
    messages.push(messageAt(draft.source, attach.span, 'attachment-large', reason, LARGE_NOTE));
  }
  return { value, messages };
}

const LARGE_NOTE = 'Say in the data’s `source` where it can be had, and attach the draft alone';

type Unnamed = Omit<PlannedAttachment, 'name'>;

/** The files of the tables that queries read, each once. */
function dataFiles({ frontMatter }: Draft, { queries, sources }: Answers): readonly Unnamed[] {
  const read = new Set(queries.flatMap(({ reads }) => reads.map((name) => name.toLowerCase())));
  const files = new Map<string, Unnamed>();
  const { attachedData } = pageWords(frontMatter.lang);
  for (const source of sources.filter(({ name }) => read.has(name.toLowerCase()))) {
    const { format } = frontMatter.data.find(({ name }) => name === source.name) ?? {};
    for (const record of recordsOf(source)) {
      const description = `${attachedData} ${source.name}${source.source === undefined ? '' : `: ${source.source}`}`;
      if (!files.has(record.file))
        files.set(record.file, { ...ofRecord(record), description, type: typeOf(format), relation: 'data' });
    }
  }
  return [...files.values()];
}

function recordsOf(source: SourceRecord): readonly FileRecord[] {
  return source.files ?? [source];
}

function ofRecord({ file, bytes, hash }: FileRecord): Pick<Unnamed, 'file' | 'bytes' | 'hash' | 'text'> {
  return { file, bytes, hash, text: undefined };
}

function draftFile({ source: { path, text }, frontMatter }: Draft): Unnamed {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  const hash = createHash('sha256').update(text).digest('hex');
  const bytes = Buffer.byteLength(text);
  const description = pageWords(frontMatter.lang).attachedDraft;
  return { file, bytes, hash, text, description, type: 'text/markdown', relation: 'source' };
}

function sqlFile({ record }: ImportedFile, { frontMatter }: Draft): Unnamed {
  const description = pageWords(frontMatter.lang).attachedQueries;
  return { ...ofRecord(record), description, type: 'application/sql', relation: 'source' };
}

function typeOf(format: DataFormat | undefined): string {
  return format === undefined ? 'application/octet-stream' : TYPES[format];
}

const TYPES: Readonly<Record<DataFormat, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Gives each file its own name, and where two have one, the way to it. Sorted, as a PDF lists its attachments. */
function withNames(files: readonly Unnamed[]): readonly PlannedAttachment[] {
  const short = ({ file }: Unnamed): string => file.slice(file.lastIndexOf('/') + 1);
  const isTwin = (one: Unnamed): boolean =>
    files.some((other) => other !== one && short(other).toLowerCase() === short(one).toLowerCase());
  return files
    .map((file) => ({ ...file, name: isTwin(file) ? file.file.replaceAll('/', '-') : short(file) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
