import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../child/package-root.js';

/** This tool's name and version, e.g. `Threadwright 0.1.0`. */
export function readTool(): string {
  return `Threadwright ${readVersion()}`;
}

/** This tool's version, from its package.json. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
