import type { DataSource } from '../model/draft.js';
import { quoteText } from './quote.js';
import type { CsvHeader } from './read-csv-header.js';

/** How CSV is read, as arguments of `read_csv`: RFC 4180 with the header's delimiter, and nothing forgiven. */
export function csvDialect({ delimiter }: CsvHeader, { decimal }: DataSource): string {
  return [
    `delim = ${quoteText(delimiter)}`,
    `decimal_separator = ${quoteText(decimal)}`,
    'header = true',
    'skip = 0',
    `quote = '"'`,
    `escape = '"'`,
    `comment = ''`,
    'strict_mode = true',
    'null_padding = false',
    'ignore_errors = false',
    // 03/04 is two days, and which of them must not hang on the other rows
    `dateformat = '%Y-%m-%d'`,
    // What the file's or a folder's name looks like says nothing
    `compression = 'none'`,
    'hive_partitioning = false',
  ].join(', ');
}
