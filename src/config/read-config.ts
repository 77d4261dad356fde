import { basename, dirname, relative, resolve } from 'node:path';
import { messageFor } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import { DEFAULTS } from '../model/defaults.js';
import type { SourceFile } from '../model/position.js';
import { CONFIG_NAME, findConfig } from './find-config.js';
import { parseConfig } from './parse-config.js';
import type { Project } from './project.js';
import { readTheme } from './read-theme.js';
import { readTextFile } from './read-text-file.js';

/** Some pages of keys; what is larger is no configuration. */
const MOST_BYTES = 1_000_000;

/**
 * Reads the project that a folder belongs to: the nearest `threadwright.config.yaml` in it or above it marks the
 * root. Without one, the folder itself is the root and everything is as it ships.
 */
export async function readConfig(folder: string): Promise<Outcome<Project>> {
  const start = resolve(folder);
  const found = await findConfig(start);
  const root = found === undefined ? start : dirname(found.file);
  const bare: Project = {
    root,
    configFile: undefined,
    defaults: DEFAULTS,
    browser: undefined,
    limits: {},
    theme: undefined,
    themeFile: undefined,
  };
  if (found === undefined) return { value: bare, messages: [] };
  // As it is seen from where the command was given, like the paths of drafts
  const path = relative('', found.file);
  if (found.isMisnamed) {
    const reason = `Unexpected name \`${basename(path)}\`, expected \`${CONFIG_NAME}\``;
    return { value: bare, messages: [messageFor(path, 'config-invalid', reason, 'Rename it, it is not read')] };
  }
  const read = await readTextFile(found.file, path, { root, mostBytes: MOST_BYTES });
  if ('reason' in read) return { value: bare, messages: [messageFor(path, 'file-unreadable', read.reason, read.note)] };
  const configFile: SourceFile = { path, text: read.text };
  const { value, messages } = parseConfig(configFile);
  const { theme: named, ...settings } = value;
  const { value: look, messages: dressing } = named
    ? await readTheme(named, configFile, root)
    : { value: { theme: undefined, file: undefined }, messages: [] };
  return {
    value: { root, configFile, ...settings, theme: look.theme, themeFile: look.file },
    messages: [...messages, ...dressing],
  };
}
