import { DRAFT_KEYS } from './draft-keys.js';
import { key, type KeyRow } from './key-row.js';
import { SHARED_KEYS } from './shared-keys.js';
import { TABLE_KEYS } from './table-keys.js';
import { THEME_KEYS } from './theme-keys.js';

/** Keys that only a project's configuration has. */
const PROJECT_KEYS: readonly KeyRow[] = [
  key(
    'theme',
    'file',
    'none',
    'A file with the colours, fonts, logo and footer of pages and charts',
    'theme: theme.yaml',
  ),
  key(
    'browser',
    '`packaged`, `headless-shell`, `chrome`, `chromium` or `edge`',
    'the first that works',
    'Which of the browsers that are found prints the report',
    'browser: chrome',
  ),
  key('limits', 'mapping', 'see its keys', 'What one query may use', 'limits: {time: 30}'),
  key('limits.time', 'seconds', '30', 'Longest run of a query', 'limits: {time: 60}'),
  key('limits.memory', 'megabytes', '1024', 'Most memory of the engine', 'limits: {memory: 2048}'),
  key('limits.rows', 'whole number', '100000', 'Most rows a query may give', 'limits: {rows: 500000}'),
];

/** A key and which kind of file has it. */
export interface KeyRule extends KeyRow {
  readonly where: 'draft' | 'project' | 'both' | 'table' | 'theme';
}

/** Every key there is: the table is closed, and an unknown key is an error. */
export const KEYS: readonly KeyRule[] = [
  ...DRAFT_KEYS.map((row) => ({ ...row, where: 'draft' as const })),
  ...SHARED_KEYS.map((row) => ({ ...row, where: 'both' as const })),
  ...PROJECT_KEYS.map((row) => ({ ...row, where: 'project' as const })),
];

/** Every key of a `table` block, `table.` before it. */
export const TABLE_KEY_RULES: readonly KeyRule[] = TABLE_KEYS.map((row) => ({ ...row, where: 'table' as const }));

/** Every key of a theme file. */
const THEME_KEY_RULES: readonly KeyRule[] = THEME_KEYS.map((row) => ({ ...row, where: 'theme' as const }));

/** The keys that may stand in a mapping, e.g. those of `data.*`; an empty path is the top. */
export function keysUnder(
  parent: string,
  where: 'draft' | 'project' | 'table' | 'theme',
): readonly (KeyRule & { readonly name: string })[] {
  const prefix = parent === '' ? '' : `${parent}.`;
  return (where === 'table' ? TABLE_KEY_RULES : where === 'theme' ? THEME_KEY_RULES : KEYS).flatMap((rule) => {
    if (!rule.path.startsWith(prefix) || (rule.where !== 'both' && rule.where !== where)) return [];
    const name = rule.path.slice(prefix.length);
    return name === '*' || name.includes('.') ? [] : [{ ...rule, name }];
  });
}
