import type { FileRecord } from '../model/answers.js';
import type { Origin, Publication } from '../model/publication.js';
import type { Figure, Input, Story } from '../model/story.js';
import type { TargetName } from '../model/target.js';

/** The record of every figure and claim of a draft, as `figures.json` keeps it: JSON values, keys in a fixed order. */
export function figuresRecord({ draft, answers, stories, browser }: Publication, origin: Origin): unknown {
  const { date, asOf, lang } = draft.frontMatter;
  return {
    version: 1,
    draft: origin.draft,
    date,
    as_of: asOf,
    language: lang,
    tool: origin.tool,
    engine: answers.engine === '' ? null : answers.engine,
    browser: browser ?? null,
    icu: process.versions['icu'] ?? null,
    sources: answers.sources.map(({ name, files, rows, covers, source, licence, illustrative, ...whole }) => ({
      name,
      ...fileRecord(whole),
      ...(files ? { files: files.map(fileRecord) } : {}),
      rows,
      covers: covers ?? null,
      source: source ?? null,
      licence: licence ?? null,
      illustrative,
    })),
    queries: answers.queries.map(({ name, sqlHash, reads, rows, importedFrom, expectation }) => ({
      name,
      sql_sha256: sqlHash,
      ...(importedFrom ? { file: importedFrom.file, file_sha256: importedFrom.hash } : {}),
      reads,
      rows,
      ...(expectation ? { expectation } : {}),
    })),
    figures: groups(stories, draft.source.path).map((group) => figureRecord(group, draft.source.path)),
  };
}

function fileRecord({ file, bytes, hash }: FileRecord): object {
  return { file, bytes, sha256: hash };
}

/** In the order of the draft's lines, those of page templates behind them. */
function groups(stories: readonly Story[], draft: string): Figure[][] {
  const byId = new Map<string, Figure[]>();
  for (const { figures } of stories) {
    for (const figure of figures) {
      const group = byId.get(figure.id);
      if (group) group.push(figure);
      else byId.set(figure.id, [figure]);
    }
  }
  const fileOf = ({ place: { file } }: Figure): string => (file === draft ? '' : file);
  return [...byId.values()].sort(([a], [b]) => {
    if (!a || !b) return 0;
    if (fileOf(a) !== fileOf(b)) return fileOf(a) < fileOf(b) ? -1 : 1;
    return a.place.line - b.place.line || a.place.column - b.place.column || (a.id < b.id ? -1 : 1);
  });
}

function figureRecord(group: readonly Figure[], draft: string): unknown {
  const [first] = group;
  if (!first) throw new Error('A group has a figure');
  const texts = new Map<TargetName, string>(group.map(({ target, text }) => [target, text]));
  const differ = new Set(texts.values()).size > 1;
  const posts = new Map(group.flatMap(({ target, post }) => (post === undefined ? [] : [[target, post] as const])));
  const [post] = posts.values();
  const standApart = new Set(posts.values()).size > 1;
  return {
    id: first.id,
    kind: first.kind,
    ...(first.place.file === draft ? {} : { file: first.place.file }),
    line: first.place.line,
    column: first.place.column,
    post: post ?? null,
    ...(standApart ? { posts: Object.fromEntries(posts) } : {}),
    outputs: [...texts.keys()],
    expression: first.expression,
    text: first.text,
    ...(first.machine ? { value: first.machine.value } : {}),
    ...(differ ? { texts: Object.fromEntries(texts) } : {}),
    verdict: first.verdict?.kind ?? null,
    ...claimRecord(first),
    inputs: first.inputs.map(inputRecord),
  };
}

/** What a claim was judged by. */
function claimRecord({ finding, verdict }: Figure): object {
  const reason = verdict && 'reason' in verdict ? { reason: verdict.reason } : {};
  switch (finding?.kind) {
    case 'verdict':
      return { instead: finding.instead ?? null, evidence: finding.evidence.map(inputRecord) };
    case 'amount':
      return { value: finding.value, expected: finding.text };
    case 'words':
      return { expected: finding.texts[0] };
    default:
      return reason;
  }
}

function inputRecord({ query, row, column, type, value }: Input): object {
  return { query, row: row ?? null, column: column ?? null, type: type ?? null, value: value ?? null };
}
