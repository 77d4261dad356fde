import type { PlacedChange } from './difference.js';

/** The lines for `corrections:` in the front matter, should what was published have been wrong; empty for none. */
export function formatCorrections(changes: readonly PlacedChange[], date: string): string {
  const texts = new Set(
    changes.flatMap(({ sentence }) =>
      sentence && sentence.before !== sentence.after
        ? [`An earlier version said: “${sentence.before}” It should have said: “${sentence.after}”`]
        : [],
    ),
  );
  if (texts.size === 0) return '';
  const items = [...texts].map((text) => `  - {date: ${date}, text: '${text.replaceAll("'", "''")}'}\n`);
  return `corrections:\n${items.join('')}`;
}
