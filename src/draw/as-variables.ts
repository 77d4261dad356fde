import { ROLES } from './theme.js';

/** Lets the page say what each colour of the theme is; a page that says nothing gets the same picture. */
export function asVariables(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/ (fill|stroke|stop-color)="(#[0-9a-f]{6})"/gi, (whole, attribute: string, hex: string) => {
      const role = ROLE_OF.get(hex.toLowerCase());
      return role === undefined ? whole : ` ${attribute}="var(--chart-${role}, ${hex})"`;
    }),
  );
}

const ROLE_OF: ReadonlyMap<string, string> = new Map(Object.entries(ROLES).map(([role, hex]) => [hex, role]));
