import { nearestName } from '../diagnostic/nearest-name.js';
import type { Value } from '../model/value.js';
import type { HelperPairs, Param, ParamType, Problem, Signature } from './helper.js';
import { infinite, missing, problem, wrongKind } from './problem.js';

const EXPECTED: Readonly<Record<ParamType, string>> = {
  number: 'a number',
  date: 'a date',
  text: 'a text',
  list: 'a list',
  boolean: '`true` or `false`',
  any: 'a value',
};

/** An argument; `undefined` where its value comes from data that nobody asked yet. */
export type Argument = Value | undefined;

/** Says what is wrong with the arguments of a call, before the helper sees them. */
export function checkArguments(signature: Signature, args: readonly Value[], pairs: HelperPairs): Problem | undefined {
  const given = Object.entries(pairs).filter(([, value]) => value !== undefined);
  return argumentProblems(signature, args, given)[0];
}

/** Everything that is wrong with a call as far as its arguments are known: their names, number and kinds. */
export function argumentProblems(
  signature: Signature,
  args: readonly Argument[],
  pairs: readonly (readonly [string, Argument])[],
): Problem[] {
  return [
    ...pairs.map(([name, value]) => pairProblem(signature, name, value)),
    arityProblem(signature, args),
    ...args.map((value, index) => argumentProblem(signature, index, value)),
  ].filter((found) => found !== undefined);
}

/** How a call is written: `count n one [many] [none=] [unknown=]`. */
function formatUsage(signature: Signature): string {
  const params = signature.params.map(({ name, optional, rest }) => {
    const shown = rest ? `${name}…` : name;
    return optional ? `[${shown}]` : shown;
  });
  return [signature.name, ...params, ...signature.pairs.map(({ name }) => `[${name}=]`)].join(' ');
}

function pairProblem(signature: Signature, name: string, value: Argument): Problem | undefined {
  const at = { pair: name };
  const names = signature.pairs.map((candidate) => candidate.name);
  const param = signature.pairs.find((candidate) => candidate.name === name);
  if (param) return valueProblem(value, param.type, false, at, signature);
  const near = nearestName(name, names);
  return problem(
    'helper-arguments',
    at,
    `Unexpected \`${name}=\`, \`${signature.name}\` has no such argument`,
    near === undefined ? usageNote(signature) : `Did you mean \`${near}=\`?`,
  ).problem;
}

function arityProblem(signature: Signature, args: readonly Argument[]): Problem | undefined {
  const { name, params } = signature;
  const fewest = params.filter((param) => !param.optional).length;
  const most = params.some((param) => param.rest) ? Infinity : params.length;
  const absent = params.filter((param) => !param.optional)[args.length];
  if (absent && args.length < fewest) {
    const reason = `Unexpected end of \`${name}\`, expected ${EXPECTED[absent.type]}: \`${absent.name}\``;
    return problem('helper-arguments', 'call', reason, usageNote(signature)).problem;
  }
  if (args.length > most) {
    const reason = `Unexpected argument ${most + 1} of \`${name}\`, expected ${most === 1 ? 'one' : `at most ${most}`}`;
    return problem('helper-arguments', { arg: most }, reason, usageNote(signature)).problem;
  }
  return undefined;
}

function argumentProblem(signature: Signature, index: number, value: Argument): Problem | undefined {
  const { params } = signature;
  const last = params.at(-1);
  const param: Param | undefined = params[index] ?? (last?.rest ? last : undefined);
  return param && valueProblem(value, param.type, param.nullable ?? false, { arg: index }, signature);
}

function valueProblem(
  value: Argument,
  type: ParamType,
  nullable: boolean,
  at: Problem['at'],
  signature: Signature,
): Problem | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'null') return nullable ? undefined : missing(at, EXPECTED[type]).problem;
  if (!fits(value, type))
    return wrongKind(at, value, EXPECTED[type], kindNote(value, type) ?? usageNote(signature)).problem;
  if (value.kind === 'number' && !Number.isFinite(value.value)) return infinite(at, value).problem;
  return undefined;
}

function fits(value: Value, type: ParamType): boolean {
  if (type === 'any') return true;
  if (type === 'list') return value.kind === 'list' || value.kind === 'table' || value.kind === 'row';
  return value.kind === type;
}

/** The way out that fits what was found. */
function kindNote(value: Value, type: ParamType): string | undefined {
  if (value.kind === 'table')
    return `Name a column: \`${value.table.query}.${value.table.columns[0]?.name ?? 'column'}\``;
  if (value.kind !== 'text' || value.origin !== 'data') return undefined;
  if (type === 'number') return 'Cast it in the query, e.g. `column::DOUBLE`';
  if (type === 'date') return 'Cast it in the query, e.g. `column::DATE`';
  return undefined;
}

function usageNote(signature: Signature): string {
  return `Write \`${formatUsage(signature)}\``;
}
