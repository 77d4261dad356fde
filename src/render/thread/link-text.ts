import type { Link } from 'mdast';
import type { Platform } from '../../platform/platform.js';
import { report, spanOf, type RenderContext } from './render-context.js';
import { join, traced, type TracedText } from './traced-text.js';

/** Addresses that name a page of the draft's own; when they come this far, their error is already said. */
const OWN = /^(?:report|brief|thread):/i;

/** A link as words and address, `our report https://…`; words that are the address themselves are printed once. */
export function linkText(node: Link, words: TracedText, context: RenderContext): TracedText {
  const span = spanOf(node);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(node.url)?.[0].toLowerCase();
  if (OWN.test(node.url)) return words;
  if (scheme !== 'http:' && scheme !== 'https:' && scheme !== 'mailto:') {
    const note =
      scheme !== undefined ? undefined : `Write the whole address, e.g. \`${wholeAddress(node.url, context)}\``;
    report(
      context,
      span,
      'link-address',
      `Unexpected address \`${node.url}\`, expected one that starts with \`https://\`, \`http://\` or \`mailto:\``,
      note,
    );
    return words;
  }
  const typed = words.text.trim();
  // A bare `www.example.org` or `desk@example.org` stays as it was typed
  if (span.end - span.start === words.text.length && [`http://${typed}`, `mailto:${typed}`].includes(node.url))
    return words;
  const shown = scheme === 'mailto:' ? bare(node.url) : liveAddress(node.url, context.platform);
  const address = traced(shown, {
    origin: 'draft',
    span,
    address: scheme === 'mailto:' ? undefined : { url: shown, span },
  });
  if (typed === '' || bare(typed) === bare(node.url)) return address;
  return join([words, address], ' ');
}

function bare(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}

/** The address in the first form that the platform takes whole: as it is, percent-encoded, or with its last character encoded. */
function liveAddress(url: string, platform: Platform): string {
  const encoded = URL.canParse(url) ? new URL(url).href : url;
  const last = encoded.slice(-1);
  const closed = `${encoded.slice(0, -1)}%${last.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return [url, encoded, closed].find((candidate) => isLive(candidate, platform)) ?? url;
}

function isLive(url: string, platform: Platform): boolean {
  const [first] = platform.findEntities(url);
  return first?.kind === 'link' && first.start === 0 && first.end === url.length;
}

/** What the writer may have meant by an address without its beginning. */
function wholeAddress(url: string, { baseUrl = 'https://example.org' }: RenderContext): string {
  return url.toLowerCase().startsWith('www.') ? `https://${url}` : `${baseUrl}/${url.replace(/^[./]+/, '')}`;
}
