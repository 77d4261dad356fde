import type { Code } from 'mdast';
import { nearestName } from '../diagnostic/nearest-name.js';

/** Languages that people write for ours. */
const MEANT: Readonly<Record<string, string>> = {
  sqlite: 'sql',
  duckdb: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
  mysql: 'sql',
  vega: 'vega-lite',
  vegalite: 'vega-lite',
};

/** The language that a fence was probably meant to have, so that its content is not published as words. */
export function meantLanguage({ lang }: Code): string | undefined {
  const written = (lang ?? '').toLowerCase();
  const word = written.replace(/^[{.]+|[}:;,]+$/g, '');
  if (Object.hasOwn(MEANT, word)) return MEANT[word];
  return word.length > 2 ? nearestName(word, ['sql', 'vega-lite']) : undefined;
}
