/** A name as SQL, whatever it contains. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path that the engine takes for one file, whatever signs are in it: it would take `*`, `?` and `[` for several. */
export function exactPath(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}
