import type { DataSource } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';
import type { CsvHeader } from './read-csv-header.js';

/** Finds what is wrong with the names in the first line of a CSV or TSV file. */
export function checkHeader(source: DataSource, header: CsvHeader): DataProblem | undefined {
  return badDelimiter(source, header) ?? noNames(source, header) ?? noName(source, header) ?? sameName(source, header);
}

/** Tells a first line that may hold values: `a,2021-09-22,1` above `b,2021-09-23,2`. */
export function doubtHeader({ file }: DataSource, { columns, first }: CsvHeader): DataProblem | undefined {
  const doubtful = columns.filter((name, at) => isValue(name) && !isYear(name) && kindOf(name) === kindOf(first[at]));
  if (doubtful.length === 0) return undefined;
  return {
    rule: 'data-header',
    reason: `The first line of \`${file}\` may hold values: ${list(doubtful)} ${doubtful.length === 1 ? 'is the name of a column' : 'are names of columns'}`,
    note: 'The first line has the names of the columns; write one above the values, if it is missing',
  };
}

function badDelimiter({ file, format, delimiter, decimal }: DataSource, header: CsvHeader): DataProblem | undefined {
  if (decimal === ',' && header.delimiter === ',') {
    return unreadable(
      `Unexpected \`,\` as decimal sign and as delimiter of \`${file}\`, expected two signs`,
      'Leave `delimiter` or `decimal` out',
    );
  }
  const [only = '', ...more] = header.columns;
  if (more.length > 0) return undefined;
  const other = [',', ';', '\t', '|'].find((each) => each !== header.delimiter && only.includes(each));
  if (other === undefined) return undefined;
  const shown = other === '\t' ? 'tab' : other;
  if (format === 'tsv') {
    return unreadable(
      `Unexpected \`${shown}\` and no tab in the first line of \`${file}\`, expected a tab between two names`,
      'Write `format: csv`',
    );
  }
  if (delimiter !== undefined) {
    return unreadable(
      `Unexpected \`${shown}\` and no delimiter in the first line of \`${file}\`, expected \`${delimiter === '\t' ? 'tab' : delimiter}\` between two names`,
      `Write \`delimiter: ${other === '\t' ? 'tab' : `'${other}'`}\`, or leave it out`,
    );
  }
  return decimal === ',' && other === ','
    ? unreadable(
        `Unexpected \`,\` between the names in \`${file}\`, expected another delimiter where it is the decimal sign`,
        'Leave `decimal` out, if numbers have a point',
      )
    : undefined;
}

function noNames({ file }: DataSource, { columns }: CsvHeader): DataProblem | undefined {
  if (columns.some((name) => name !== '' && !isValue(name))) return undefined;
  const note = 'Write a first line with a name for each column';
  return columns.every((name) => name === '')
    ? unreadable(`The first line of \`${file}\` is empty, expected the names of the columns`, note)
    : unreadable(`The first line of \`${file}\` holds values, expected the names of the columns`, note);
}

function noName({ file }: DataSource, { columns }: CsvHeader): DataProblem | undefined {
  const at = columns.indexOf('');
  if (at < 0) return undefined;
  return unreadable(
    `Column ${at + 1} of \`${file}\` has no name in the first line`,
    at === columns.length - 1 ? 'Is there a delimiter too many at the end of the line?' : 'Write one',
  );
}

function sameName({ file }: DataSource, { columns }: CsvHeader): DataProblem | undefined {
  const seen = new Set<string>();
  for (const column of columns) {
    const folded = column.toLowerCase();
    if (seen.has(folded)) {
      return unreadable(
        `Unexpected second column \`${column}\` in \`${file}\`, expected every name once`,
        'Case makes no difference in SQL; rename one of them',
      );
    }
    seen.add(folded);
  }
  return undefined;
}

type Kind = 'number' | 'day' | 'text';

function kindOf(text = ''): Kind {
  if (/^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text)) return 'number';
  return /^\d{4}-\d\d?-\d\d?(?:[T ][\d:.]*Z?)?$/.test(text) ? 'day' : 'text';
}

function isValue(name: string): boolean {
  return kindOf(name) !== 'text';
}

/** Tables with a column for each year are common. */
function isYear(name: string): boolean {
  return /^(?:1\d|20|21)\d\d$/.test(name);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  return names.length > 3 ? `${shown.join(', ')}, …` : shown.join(', ');
}

function unreadable(reason: string, note: string): DataProblem {
  return { rule: 'data-unreadable', reason, note };
}
