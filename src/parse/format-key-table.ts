import { KEYS, type KeyRule } from './front-matter-keys.js';

/** Formats the table of keys as the Markdown of the guide's reference. */
export function formatKeyTable(): string {
  const head = ['| key | value | default | what it says | example |', '|---|---|---|---|---|'];
  return [...head, ...KEYS.map(formatRow), ''].join('\n');
}

function formatRow(rule: KeyRule): string {
  const place = { draft: '', both: ' (project too)', project: ' (project only)' }[rule.where];
  const later = rule.built ? '' : ' (not built yet)';
  const cells = [
    `\`${rule.path.replace(/(?<=^(?:data|images|for)\.)\*/u, 'NAME').replaceAll('.*', '')}\`${place}`,
    rule.type,
    rule.byDefault,
    `${rule.meaning}${later}`,
    `\`${rule.example}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
