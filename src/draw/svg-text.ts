/** Puts U+FFFD in the place of characters that XML cannot hold, which Vega lets through. */
export function cleanXml(svg: string): string {
  return svg.replace(FORBIDDEN, '\uFFFD');
}

/** Escapes a text for an XML text or a double-quoted attribute; characters that XML cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return cleanXml(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Rounds a coordinate to a hundredth of a pixel. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0, 2.2: no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF.
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\uFFFE\uFFFF]|\p{Surrogate}/gu;
