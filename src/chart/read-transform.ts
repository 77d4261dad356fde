import type { Json, JsonObject } from '../model/chart.js';
import { isList, isObject, listOf } from './json.js';
import type { Path } from './parse-spec.js';
import { onlyFields, withFields, type Scope } from './scope.js';

/** A place where a field is named. */
export interface Reference {
  readonly name: string;
  readonly path: Path;
}

/** What a transform reads, and what there is after it. */
export interface TransformEffect {
  readonly reads: readonly Reference[];
  readonly expressions: readonly Reference[];
  readonly after: (scope: Scope) => Scope;
}

/** Reads one item of `transform`; what is not known to be a transform reads nothing. */
export function readTransform(item: JsonObject, path: Path): TransformEffect {
  const kind = Object.keys(EFFECTS).find((key) => key in item);
  const effect = kind === undefined ? undefined : EFFECTS[kind];
  return effect ? effect(item, path) : { reads: [], expressions: [], after: (scope) => scope };
}

/** True for a transform that leaves every row where it is and adds none. */
export function keepsRows(item: JsonObject): boolean {
  return KEEPING.some((key) => key in item);
}

const KEEPING = ['calculate', 'joinaggregate', 'window', 'bin', 'timeUnit', 'stack', 'lookup', 'extent'];

/** The fields and expressions of a filter, or of a condition's `test`. */
export function readPredicate(value: Json | undefined, path: Path): { reads: Reference[]; expressions: Reference[] } {
  if (typeof value === 'string') return { reads: [], expressions: [{ name: value, path }] };
  if (!isObject(value)) return { reads: [], expressions: [] };
  const reads = readNames(value['field'], [...path, 'field']);
  const expressions: Reference[] = [];
  for (const key of ['and', 'or', 'not']) {
    const inner = value[key];
    if (inner === undefined) continue;
    for (const [index, item] of listOf(inner).entries()) {
      const found = readPredicate(item, isList(inner) ? [...path, key, index] : [...path, key]);
      reads.push(...found.reads);
      expressions.push(...found.expressions);
    }
  }
  return { reads, expressions };
}

type Effect = (item: JsonObject, path: Path) => TransformEffect;

const EFFECTS: Readonly<Record<string, Effect>> = {
  aggregate: (item, path) => {
    const groups = names(item['groupby']);
    const made = operationNames(item['aggregate']);
    return effect([...operations(item, 'aggregate', path), ...keyed(item, 'groupby', path)], (scope) =>
      withFields(onlyFields(scope, groups), made),
    );
  },
  joinaggregate: (item, path) => grouped(item, 'joinaggregate', path),
  window: (item, path) => grouped(item, 'window', path),
  bin: (item, path) => adds(keyed(item, 'field', path), ends(item['as'])),
  timeUnit: (item, path) => adds(keyed(item, 'field', path), ends(item['as'])),
  calculate: (item, path) => ({
    reads: [],
    expressions: readPredicate(item['calculate'], [...path, 'calculate']).expressions,
    after: (scope) => withFields(scope, names(item['as'])),
  }),
  filter: (item, path) => ({ ...readPredicate(item['filter'], [...path, 'filter']), after: (scope) => scope }),
  fold: (item, path) => adds(keyed(item, 'fold', path), or(item['as'], ['key', 'value'])),
  flatten: (item, path) => adds(keyed(item, 'flatten', path), or(item['as'], names(item['flatten']))),
  stack: (item, path) =>
    adds(
      [...keyed(item, 'stack', path), ...keyed(item, 'groupby', path), ...sorted(item, path)],
      isList(item['as']) ? names(item['as']) : ends(item['as']),
    ),
  density: (item, path) => regroups(item, 'density', path, or(item['as'], ['value', 'density'])),
  quantile: (item, path) => regroups(item, 'quantile', path, or(item['as'], ['prob', 'value'])),
  regression: (item, path) => fitted(item, 'regression', path),
  loess: (item, path) => fitted(item, 'loess', path),
  impute: (item, path) =>
    adds(
      [...keyed(item, 'impute', path), ...keyed(item, 'key', path), ...keyed(item, 'groupby', path)],
      names(item['impute']),
    ),
  pivot: (item, path) => ({
    reads: [...keyed(item, 'pivot', path), ...keyed(item, 'value', path), ...keyed(item, 'groupby', path)],
    expressions: [],
    // Its columns are the values of a field.
    after: (scope) => ({ ...onlyFields(scope, names(item['groupby'])), open: true }),
  }),
  // What the other side has is checked where its data is resolved.
  lookup: (item, path) => {
    const from = isObject(item['from']) ? names(item['from']['fields']) : [];
    return adds(keyed(item, 'lookup', path), or(item['as'], from));
  },
  extent: (item, path) => adds(keyed(item, 'extent', path), []),
};

function effect(reads: readonly Reference[], after: (scope: Scope) => Scope): TransformEffect {
  return { reads, expressions: [], after };
}

function adds(reads: readonly Reference[], made: readonly string[]): TransformEffect {
  return effect(reads, (scope) => withFields(scope, made));
}

function grouped(item: JsonObject, key: string, path: Path): TransformEffect {
  const reads = [...operations(item, key, path), ...keyed(item, 'groupby', path), ...sorted(item, path)];
  return adds(reads, operationNames(item[key]));
}

function regroups(item: JsonObject, key: string, path: Path, made: readonly string[]): TransformEffect {
  const groups = names(item['groupby']);
  return effect([...keyed(item, key, path), ...keyed(item, 'groupby', path)], (scope) =>
    withFields(onlyFields(scope, groups), made),
  );
}

function fitted(item: JsonObject, key: string, path: Path): TransformEffect {
  const made = or(item['as'], [...names(item['on']), ...names(item[key])]);
  const { reads, after } = regroups(item, key, path, [...made, 'coef', 'rSquared']);
  return effect([...reads, ...keyed(item, 'on', path)], after);
}

/** `[{op, field, as}]`; a `count` needs no field. */
function operations(item: JsonObject, key: string, path: Path): Reference[] {
  return listOf(item[key]).flatMap((operation, index) =>
    isObject(operation) ? readNames(operation['field'], [...path, key, index, 'field']) : [],
  );
}

function operationNames(value: Json | undefined): string[] {
  return listOf(value).flatMap((operation) => {
    if (!isObject(operation)) return [];
    const { op, field, as } = operation;
    if (typeof as === 'string') return [as];
    return typeof op === 'string' ? [typeof field === 'string' ? `${op}_${field}` : op] : [];
  });
}

function sorted(item: JsonObject, path: Path): Reference[] {
  return listOf(item['sort']).flatMap((sort, index) =>
    isObject(sort) ? readNames(sort['field'], [...path, 'sort', index, 'field']) : [],
  );
}

function keyed(item: JsonObject, key: string, path: Path): Reference[] {
  return readNames(item[key], [...path, key]);
}

/** A field's name, or a list of them, and where each stands. */
export function readNames(value: Json | undefined, path: Path): Reference[] {
  return listOf(value).flatMap((name, index) =>
    typeof name === 'string' ? [{ name, path: isList(value) ? [...path, index] : path }] : [],
  );
}

function names(value: Json | undefined): string[] {
  return listOf(value).filter((name) => typeof name === 'string');
}

function or(value: Json | undefined, otherwise: readonly string[]): readonly string[] {
  return value === undefined ? otherwise : names(value);
}

/** The names that a transform with an interval gives: `as` and `as_end`. */
function ends(value: Json | undefined): string[] {
  return typeof value === 'string' ? [value, `${value}_end`] : names(value);
}
