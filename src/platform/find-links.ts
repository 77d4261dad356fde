import type { Found } from './entities.js';
import { findUrls } from './find-urls.js';
import { X_URLS } from './x.js';

const LINK = /(?<![\p{L}\p{N}_@/])https?:\/\/[^\s<>"“”„«»‹›「」…—]+/giu;
const TRAILING = /[.,;:!?'’‘*~]/;
const BRACKETS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

/**
 * Finds the addresses of a text as a reader takes them: with `https://`, in letters of any script, without the punctuation
 * of the sentence; and without it where the domain is known.
 */
export function findLinks(text: string): Found[] {
  return [...findTyped(text), ...findBare(text)];
}

function findTyped(text: string): Found[] {
  return Array.from(text.matchAll(LINK)).flatMap((match) => {
    const url = trimEnd(match[0]);
    if (/:\/\/$/.test(url)) return [];
    return [{ kind: 'link', start: match.index, end: match.index + url.length, value: url }];
  });
}

/** Punctuation at the end belongs to the sentence, a closing bracket only when it was not opened inside. */
function trimEnd(url: string): string {
  const open = new Map(BRACKETS.map(([opening, closing]) => [closing, count(url, closing) - count(url, opening)]));
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    const surplus = open.get(last);
    if (surplus !== undefined && surplus > 0) open.set(last, surplus - 1);
    else if (!TRAILING.test(last)) break;
  }
  return url.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** A known domain without protocol, unless it is the middle of a file name such as `site.com.jpg`. */
function findBare(text: string): Found[] {
  return findUrls(text, X_URLS)
    .filter((url) => !url.protocol && !/^\.[\p{L}\p{N}]/u.test(text.slice(url.end)))
    .map((url) => ({ kind: 'link', start: url.start, end: url.end, value: `https://${url.text}` }));
}
