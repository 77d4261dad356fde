/** The size that a drawing's root says. */
export function readSize(svg: string): { readonly width: number; readonly height: number } {
  const root = /^<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const read = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(root)?.[1] ?? 0);
  return { width: read('width'), height: read('height') };
}

/** What stands inside a drawing's root. */
export function readInside(svg: string): string {
  return svg.replace(/^<svg\b[^>]*>/, '').replace(/<\/svg>\s*$/, '');
}

/** What a picture must not hold, whatever made it: scripts, links, pictures in the picture, numbers that are none. */
export function findForeign(svg: string): string | undefined {
  for (const [tag] of svg.matchAll(/<[^>]+>/g)) {
    const found = FOREIGN.exec(tag)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The characters that a picture prints. */
export function readText(svg: string): string {
  const texts = [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]*>/g, ''),
  );
  return texts.join('\n').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => NAMED[name] ?? '');
}

const FOREIGN =
  /<(?:script|image|a|foreignObject|style|use|iframe|animate|set)\b|\s(?:xlink:)?href=|\son\w+=|url\((?!#)|\bNaN\b|\bInfinity\b/i;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
