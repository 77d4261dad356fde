import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Reads a file of test vectors; its shape is the caller's to know. */
export function readVectors(name: string): unknown {
  const text = readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
  return name.endsWith('.json') ? JSON.parse(text) : parse(text);
}
