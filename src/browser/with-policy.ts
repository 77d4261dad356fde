/** What a page that is printed may load: the styles, pictures and fonts that it holds itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Puts the policy at the head of a page, whatever its template says: nothing can stand before it. */
export function withPolicy(html: string): string {
  const [doctype = ''] = /^\s*<!doctype[^>]*>/i.exec(html) ?? [];
  return `${doctype}<meta http-equiv="Content-Security-Policy" content="${POLICY}">${html.slice(doctype.length)}`;
}
