import { relative, resolve } from 'node:path';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { SourceFile, Span } from '../model/position.js';
import type { Theme } from '../model/theme.js';
import type { NamedFile } from './parse-theme.js';
import { parseTheme } from './parse-theme.js';
import { readOwnFile } from './read-own-file.js';
import { readTextFile } from './read-text-file.js';

/** A theme and the file it stands in. */
export interface ReadTheme {
  readonly theme: Theme | undefined;
  readonly file: SourceFile | undefined;
}

const MOST_BYTES = 100_000;
const MOST_FONT_BYTES = 10_000_000;
const MOST_LOGO_BYTES = 200_000;

/** Reads the theme file that a configuration names at a place in it, and the fonts and the logo that it names. */
export async function readTheme(
  { file, span }: NamedFile,
  configFile: SourceFile,
  root: string,
): Promise<Outcome<ReadTheme>> {
  const refused = (reason: string, note?: string): Outcome<ReadTheme> => ({
    value: { theme: undefined, file: undefined },
    messages: [messageAt(configFile, span, 'config-invalid', reason, note)],
  });
  const found = await readOwnFile(file, { root, mostBytes: MOST_BYTES });
  if ('reason' in found) return refused(found.reason, found.note);
  const path = resolve(root, file.replace(/^\/+/, ''));
  const read = await readTextFile(path, file, { root, mostBytes: MOST_BYTES });
  if ('reason' in read) return refused(read.reason, read.note);

  const source: SourceFile = { path: relative('', path), text: read.text };
  const { value: parsed, messages: parsing } = parseTheme(source);
  const messages: Message[] = [...parsing];
  const fail = (at: Span, reason: string, note?: string): void => {
    messages.push(messageAt(source, at, 'theme-invalid', reason, note));
  };
  const open = async (named: NamedFile, mostBytes: number): Promise<Buffer | undefined> => {
    const bytes = await readOwnFile(named.file, { root, mostBytes });
    if (!('reason' in bytes)) return bytes;
    fail(named.span, bytes.reason, bytes.note);
    return undefined;
  };

  const fonts: Theme['fonts'][number][] = [];
  for (const { span: at, ...font } of parsed.fonts) {
    const bytes = await open({ file: font.file, span: at }, MOST_FONT_BYTES);
    const fault = bytes && fontFault(bytes);
    if (fault !== undefined) fail(at, `Unexpected ${fault} in \`${font.file}\`, expected a TrueType font`, FONT_NOTE);
    else if (bytes) fonts.push({ ...font, path: resolve(root, font.file.replace(/^\/+/, '')), bytes });
  }
  let logo: Theme['logo'];
  if (parsed.logo) {
    const bytes = await open(parsed.logo, MOST_LOGO_BYTES);
    const made = bytes && logoUrl(bytes);
    if (made && 'fault' in made)
      fail(
        parsed.logo.span,
        `Unexpected ${made.fault} in \`${parsed.logo.file}\`, expected a still SVG or PNG picture`,
      );
    else if (made) logo = { url: made.url, alt: parsed.logo.alt };
  }
  const { light, dark, footer } = parsed;
  return { value: { theme: { light, dark, fonts, logo, footer }, file: source }, messages };
}

const FONT_NOTE = 'Use a static `.ttf` file: others become pictures of letters in a PDF';

/** What makes a file no font for pages that are printed, too. */
function fontFault(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 4);
  if (head === 'OTTO') return 'CFF outlines';
  if (/^wOF/.test(head)) return 'WOFF packing';
  if (head !== '\0\x01\0\0' && head !== 'true') return 'content';
  const tables = bytes.length < 12 ? 0 : bytes.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * tables && at + 16 <= bytes.length; at += 16)
    if (bytes.toString('latin1', at, at + 4) === 'fvar') return 'variable axes';
  return undefined;
}

/** A logo stands in an `img`, where nothing of it runs or loads; what would need to is refused all the same. */
function logoUrl(bytes: Buffer): { readonly url: string } | { readonly fault: string } {
  if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n')
    return { url: `data:image/png;base64,${bytes.toString('base64')}` };
  const text = bytes.toString('utf8');
  if (!/<svg[\s/>]/i.test(text)) return { fault: 'content' };
  const fault =
    /<(script|foreignObject|iframe|image|use|style|animate\w*|set)\b|\son\w+\s*=|<!(?:DOCTYPE|ENTITY)|(?:https?:)?\/\/(?!www\.w3\.org\/)/i.exec(
      text,
    );
  return fault ? { fault: `\`${fault[0].trim()}\`` } : { url: `data:image/svg+xml;base64,${bytes.toString('base64')}` };
}
