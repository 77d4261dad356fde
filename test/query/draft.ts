import type { DataSource, Draft, FrontMatter, QueryBlock } from '../../src/model/draft.js';
import type { Embedded, SourceFile, Span } from '../../src/model/position.js';

/** A draft as far as data and queries go, from text with `sql` fences. */
export function draftOf(text: string, frontMatter: Partial<Pick<FrontMatter, 'data' | 'asOf'>> = {}): TestDraft {
  const source: SourceFile = { path: 'draft.md', text };
  const settings = { data: [], asOf: '2021-09-23', ...frontMatter };
  // Only what these stages read is filled in.
  const frontMatterOf = settings as unknown as FrontMatter;
  return { source, queries: queriesIn(source), frontMatter: frontMatterOf, body: tagsIn(text), charts: [], tables: [] };
}

export type TestDraft = Pick<Draft, 'source' | 'frontMatter' | 'queries' | 'body' | 'charts' | 'tables'>;

/** The paths of the tags in a text, without anything around them. */
function tagsIn(text: string): Draft['body'] {
  const paths = [...text.matchAll(/\{\{.*?\}\}/gs)].flatMap(([tag]) => tag.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  return paths.map((name) => ({ type: 'path', segments: [{ text: name }] })) as unknown as Draft['body'];
}

/** A source of data, declared at the start of the draft. */
export function dataSource(given: Partial<DataSource> & Pick<DataSource, 'name' | 'file'>): DataSource {
  const ending = given.file.slice(given.file.lastIndexOf('.') + 1);
  const formats = ['tsv', 'json', 'ndjson', 'parquet', 'xlsx'] as const;
  return {
    format: formats.find((each) => each === ending) ?? 'csv',
    delimiter: undefined,
    decimal: '.',
    encoding: undefined,
    sheet: undefined,
    columns: [],
    datedBy: undefined,
    undated: 'drop',
    covers: undefined,
    coversSpan: undefined,
    source: undefined,
    licence: undefined,
    illustrative: false,
    declaredIn: 'draft',
    span: { start: 0, end: 1 },
    ...given,
  };
}

function queriesIn(source: SourceFile): QueryBlock[] {
  const fences = /^([ ]*)```sql[ ]+(\S+)([^\r\n]*)(\r\n|\n)([^]*?)^[ ]*```/gm;
  return [...source.text.matchAll(fences)].map((match): QueryBlock => {
    const [whole, indent = '', name = '', info = '', newline = '', content = ''] = match;
    const start = match.index;
    const nameStart = start + whole.indexOf(name, whole.indexOf('```sql') + 6);
    const contentStart = start + whole.length - whole.trimEnd().length + whole.indexOf(newline) + newline.length;
    return {
      name,
      nameSpan: span(nameStart, name.length),
      key: /key=(\S+)/.exec(info)?.[1],
      expectNone: info.includes('expect-none'),
      sql: embedded(content, contentStart, indent.length),
      span: span(start, whole.length),
      source,
      importedFrom: undefined,
    };
  });
}

function embedded(content: string, start: number, indent: number): Embedded {
  const lines: string[] = [];
  const lineOffsets: number[] = [];
  let at = start;
  for (const line of content.replace(/\r?\n$/, '').split('\n')) {
    lines.push(line.slice(indent).replace(/\r$/, ''));
    lineOffsets.push(at + Math.min(indent, line.length));
    at += line.length + 1;
  }
  return { text: lines.join('\n'), lineOffsets };
}

function span(start: number, length: number): Span {
  return { start, end: start + length };
}
