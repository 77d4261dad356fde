import { quote, report, type ReadContext } from './read-context.js';
import { readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/** Reads what stands between two values of a CSV file: one sign, or the word `tab`. */
export function readDelimiter(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const text = readText(context, value, key);
  if (text === undefined) return undefined;
  if (text === 'tab' || text === '\\t') return '\t';
  // Letters, digits, signs of numbers and quotes are part of values
  if (text.length === 1 && /^[^\p{L}\p{N}"'.+\-\r\n\p{Cs}]$/u.test(text)) return text;
  const reason = `Unexpected delimiter ${quote(text)}, expected one sign such as \`,\`, \`;\` or \`|\`, or \`tab\``;
  report(context, context.rules.value, value.span, reason);
  return undefined;
}
