import { KEYS, TABLE_KEY_RULES, type KeyRule } from './front-matter-keys.js';

/** Formats the table of keys as the Markdown of the guide's reference. */
export function formatKeyTable(): string {
  return format(KEYS);
}

/** The same for the keys of a `table` block. */
export function formatTableKeys(): string {
  return format(TABLE_KEY_RULES.map((rule) => ({ ...rule, path: rule.path.replace(/^table\./u, '') })));
}

function format(rules: readonly KeyRule[]): string {
  const head = ['| key | value | default | what it says | example |', '|---|---|---|---|---|'];
  return [...head, ...rules.map(formatRow), ''].join('\n');
}

function formatRow(rule: KeyRule): string {
  const place = { draft: '', both: ' (project too)', project: ' (project only)', table: '', theme: '' }[rule.where];
  const cells = [
    `\`${rule.path.replace(/(?<=^(?:data|images|for)\.)\*/u, 'NAME').replaceAll('.*', '')}\`${place}`,
    rule.type,
    rule.byDefault,
    rule.meaning,
    `\`${rule.example}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
