import { messageAt } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Lock, LockedFigure, LockedInput } from './lock.js';
import { readJson } from './read-json.js';

/**
 * Reads a lock file; one that is none, or was merged by hand, is a message at the place, and no lock. One of a later tool
 * is told apart: it is not to be written over.
 */
export function parseLock(source: SourceFile): Outcome<Lock | 'newer' | undefined> {
  const fail = (reason: string, at = 0, note = NOTE): Outcome<undefined> => ({
    value: undefined,
    messages: [messageAt(source, { start: at, end: at + 1 }, 'lock-unreadable', reason, note)],
  });
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(source.text);
  if (conflict) return fail('Unexpected mark of a merge conflict in the lock', conflict.index, CONFLICT_NOTE);
  const read = readJson(source.text);
  if ('at' in read) {
    const end = source.text.trimEnd().length;
    return read.at >= end
      ? fail('Unexpected end of the lock, expected JSON', Math.max(0, end - 1))
      : fail('Unexpected text in the lock, expected JSON', read.at);
  }
  const { value, placeOf } = read;
  const version = isRecord(value) ? value['version'] : undefined;
  if (isNewer(version))
    return {
      ...fail(`Unexpected version ${version} of the lock, expected 1`, placeOf(['version']), NEWER_NOTE),
      value: 'newer',
    };
  try {
    return { value: readLock(value), messages: [] };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const name = error.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
    const what = name === '' ? '' : ` in \`${name.replace(/^\./, '')}\``;
    return fail(`Unexpected content of the lock${what}, expected what Threadwright writes`, placeOf(error.path));
  }
}

const NOTE = 'Write it anew with `threadwright lock`';
const CONFLICT_NOTE =
  'Merge the draft and its data first, then take either side of the lock and look at `threadwright diff`; `threadwright lock` writes it anew';
const NEWER_NOTE = 'It was written by a newer Threadwright; use that one';

function isNewer(version: unknown): version is number {
  return typeof version === 'number' && version > 1;
}

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** Thrown at the first value that no lock has. */
class Wrong extends Error {
  constructor(readonly path: Path) {
    super();
  }
}

function readLock(value: unknown): Lock {
  const fields = recordOf(value, []);
  if (fields['version'] !== 1) throw new Wrong(['version']);
  return {
    date: text(fields, 'date'),
    asOf: text(fields, 'as_of'),
    lang: text(fields, 'language'),
    tool: text(fields, 'tool'),
    engine: text(fields, 'engine'),
    style: text(fields, 'style_sha256'),
    sources: readAll(fields, 'sources', [], (one, path) => ({
      name: text(one, 'name', path),
      file: text(one, 'file', path),
      hash: text(one, 'sha256', path),
    })),
    queries: readAll(fields, 'queries', [], (one, path) => ({
      name: text(one, 'name', path),
      hash: text(one, 'sql_sha256', path),
      reads: texts(one['reads'], [...path, 'reads']),
    })),
    figures: readAll(fields, 'figures', [], readFigure),
  };
}

function readFigure(fields: Fields, path: Path): LockedFigure {
  return {
    id: text(fields, 'id', path),
    kind: text(fields, 'kind', path),
    expression: text(fields, 'expression', path),
    texts: fields['text'] === undefined ? readTexts(fields['texts'], [...path, 'texts']) : text(fields, 'text', path),
    verdict: fields['verdict'] === undefined ? undefined : text(fields, 'verdict', path),
    inputs: readAll(fields, 'inputs', path, readInput),
  };
}

function readInput(fields: Fields, path: Path): LockedInput {
  const { row, column, value } = fields;
  if (row !== undefined && typeof row !== 'number') throw new Wrong([...path, 'row']);
  const isValue = value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean';
  if (!isValue) throw new Wrong([...path, 'value']);
  return {
    query: text(fields, 'query', path),
    row,
    column: column === undefined ? undefined : text(fields, 'column', path),
    value,
  };
}

function readTexts(value: unknown, path: Path): Readonly<Record<string, string>> {
  const fields = recordOf(value, path);
  return Object.fromEntries(Object.keys(fields).map((key) => [key, text(fields, key, path)]));
}

function readAll<T>(fields: Fields, key: string, path: Path, read: (fields: Fields, path: Path) => T): readonly T[] {
  const value = fields[key];
  const own = [...path, key];
  if (!Array.isArray(value)) throw new Wrong(own);
  return value.map((item: unknown, index) => read(recordOf(item, [...own, index]), [...own, index]));
}

function text(fields: Fields, key: string, path: Path = []): string {
  const value = fields[key];
  if (typeof value !== 'string') throw new Wrong([...path, key]);
  return value;
}

function texts(value: unknown, path: Path): readonly string[] {
  if (!Array.isArray(value)) throw new Wrong(path);
  return value.map((item: unknown, index) => {
    if (typeof item !== 'string') throw new Wrong([...path, index]);
    return item;
  });
}

function recordOf(value: unknown, path: Path): Fields {
  if (!isRecord(value)) throw new Wrong(path);
  return value;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
