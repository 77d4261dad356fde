import { messageAt } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Lock, LockedFigure, LockedInput, LockedQuery, LockedSource } from './lock.js';

/** Reads a lock file; one that is none, or was merged by hand, is a message and no lock. */
export function parseLock(source: SourceFile): Outcome<Lock | undefined> {
  const fail = (reason: string, at = 0, note = NOTE): Outcome<undefined> => ({
    value: undefined,
    messages: [messageAt(source, { start: at, end: at + 1 }, 'lock-unreadable', reason, note)],
  });
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(source.text);
  if (conflict) return fail('Unexpected mark of a merge conflict in the lock', conflict.index);
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    return fail(
      'Unexpected text in the lock, expected JSON',
      Math.min(Number(place ?? 0), Math.max(0, source.text.length - 1)),
    );
  }
  const version = isRecord(value) ? value['version'] : undefined;
  if (typeof version === 'number' && version > 1)
    return fail(
      `Unexpected version ${version} of the lock, expected 1`,
      0,
      'It was written by a newer Threadwright; use that one',
    );
  const lock = version === 1 ? readLock(value) : undefined;
  return lock
    ? { value: lock, messages: [] }
    : fail('Unexpected content of the lock, expected what Threadwright writes');
}

const NOTE = 'Write it anew with `threadwright lock`';

type Fields = Readonly<Record<string, unknown>>;

function readLock(value: unknown): Lock | undefined {
  if (!isRecord(value)) return undefined;
  const sources = readAll(value['sources'], readSource);
  const queries = readAll(value['queries'], readQuery);
  const figures = readAll(value['figures'], readFigure);
  const [date, asOf, lang, tool, engine, style] = ['date', 'as_of', 'language', 'tool', 'engine', 'style_sha256'].map(
    (key) => text(value, key),
  );
  const isWhole = [date, asOf, lang, tool, engine, style].every((field) => field !== undefined);
  if (!isWhole || !sources || !queries || !figures) return undefined;
  return {
    date: date ?? '',
    asOf: asOf ?? '',
    lang: lang ?? '',
    tool: tool ?? '',
    engine: engine ?? '',
    style: style ?? '',
    sources,
    queries,
    figures,
  };
}

function readSource(fields: Fields): LockedSource | undefined {
  const [name, file, hash] = [text(fields, 'name'), text(fields, 'file'), text(fields, 'sha256')];
  return name === undefined || file === undefined || hash === undefined ? undefined : { name, file, hash };
}

function readQuery(fields: Fields): LockedQuery | undefined {
  const [name, hash, reads] = [text(fields, 'name'), text(fields, 'sql_sha256'), fields['reads']];
  if (name === undefined || hash === undefined || !isTexts(reads)) return undefined;
  return { name, hash, reads };
}

function readFigure(fields: Fields): LockedFigure | undefined {
  const [id, kind, expression] = [text(fields, 'id'), text(fields, 'kind'), text(fields, 'expression')];
  const texts = text(fields, 'text') ?? readTexts(fields['texts']);
  const inputs = readAll(fields['inputs'], readInput);
  if (id === undefined || kind === undefined || expression === undefined || texts === undefined || !inputs)
    return undefined;
  return { id, kind, expression, texts, verdict: text(fields, 'verdict'), inputs };
}

function readInput(fields: Fields): LockedInput | undefined {
  const { row, value } = fields;
  const query = text(fields, 'query');
  const isValue = value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean';
  const isRow = row === undefined || typeof row === 'number';
  return query === undefined || !isRow || !isValue ? undefined : { query, row, column: text(fields, 'column'), value };
}

function readTexts(value: unknown): Readonly<Record<string, string>> | undefined {
  return isRecord(value) && isTexts(Object.values(value)) ? (value as Record<string, string>) : undefined;
}

function readAll<T>(value: unknown, read: (fields: Fields) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.flatMap((item: unknown) => (isRecord(item) ? (read(item) ?? []) : []));
  return items.length === value.length ? items : undefined;
}

function text(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' ? value : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
