import { unknownHelper } from '../figure/call-helper.js';
import { argumentProblems } from '../figure/check-arguments.js';
import { HELPERS } from '../figure/helpers.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { TableBlock, TableColumn } from '../model/draft.js';
import type { CallExpression } from '../model/expression.js';
import type { Column } from '../model/value.js';
import type { Names } from '../expression/expression-problems.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';
import { formatArguments, formatSpan } from './format-call.js';
import { unknownColumnNote } from '../expression/resolve-path.js';

/** What is wrong with the names in a `table` block, whatever the data. */
export function tableProblems(table: TableBlock, names: Names): EvaluationProblem[] {
  const { query, columns = [] } = table;
  if (!query) return [];
  const formats = columns.flatMap(({ format }) => (format ? formatProblems(format) : []));
  if (!names.queries.some(({ name }) => name === query.text)) return [unknownQuery(table, names), ...formats];
  const known = names.columns.get(query.text);
  if (!known) return formats;
  const all = known.map(({ name }): TableColumn => ({ field: { text: name, span: query.span }, ...PLAIN }));
  const shown = table.columns ?? all;
  return [
    ...shown.flatMap((column) => columnProblems(column, known, query.text)),
    ...formats,
    ...(shown[0]?.total ? [totalWithoutName(shown[0].total)] : []),
  ];
}

const PLAIN = { label: undefined, format: undefined, align: undefined, total: undefined };

function unknownQuery({ name, query }: TableBlock, { queries }: Names): EvaluationProblem {
  const { text, span } = query ?? { text: name, span: { start: 0, end: 0 } };
  const known = queries.map((each) => each.name);
  const near = nearestName(text, known);
  const list =
    known.length > 0
      ? `Write \`query: NAME\`; the queries are ${known.map((each) => `\`${each}\``).join(', ')}`
      : `Add a block: \`\`\`sql ${text}`;
  const note = near ? `Did you mean ${text === name ? `\`query: ${near}\`` : `\`${near}\``}?` : list;
  return new EvaluationProblem('table-data', span, `Unexpected \`${text}\`, no query has this name`, note);
}

function columnProblems(
  { field, format, total }: TableColumn,
  known: readonly Column[],
  query: string,
): EvaluationProblem[] {
  const column = known.find(({ name }) => name === field.text);
  if (!column) {
    const names = known.map(({ name }) => name);
    const reason = `Unexpected \`${field.text}\`, \`${query}\` has no such column`;
    return [new EvaluationProblem('table-data', field.span, reason, unknownColumnNote(field.text, names))];
  }
  const found: EvaluationProblem[] = [];
  if (column.logical === 'other' || (column.logical === 'boolean' && !format)) {
    const reason = `Unexpected column \`${field.text}\` of type ${column.type}, expected numbers, dates or text`;
    const note = `Turn it into words in the query, e.g. \`${column.logical === 'boolean' ? `CASE WHEN ${field.text} THEN 'yes' ELSE 'no' END` : `${field.text}::VARCHAR`} AS ${field.text}\``;
    found.push(new EvaluationProblem('table-data', field.span, reason, note));
  }
  if (total && column.logical !== 'number') {
    const reason = `Unexpected total of \`${field.text}\`, which is ${column.type}, expected a column of numbers`;
    found.push(new EvaluationProblem('table-data', total, reason, 'Leave `total` out'));
  }
  return found;
}

function totalWithoutName(span: TableColumn['field']['span']): EvaluationProblem {
  const reason = 'Unexpected total in the first column, where the word for it stands';
  return new EvaluationProblem('table-spec', span, reason, 'Put a column of names before it');
}

function formatProblems(format: CallExpression): EvaluationProblem[] {
  const helper = HELPERS.get(format.name);
  if (!helper) {
    const { rule, reason, note } = unknownHelper(format.name);
    return [new EvaluationProblem(rule, format.nameSpan, reason, note)];
  }
  const { args, pairs } = formatArguments(format);
  return argumentProblems(helper, [undefined, ...args], pairs).map(
    (found) => new EvaluationProblem(found.rule, formatSpan(found, format), found.reason, found.note),
  );
}
