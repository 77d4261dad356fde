import type { JsonObject } from '../model/chart.js';
import { drawSheet } from './draw-sheet.js';
import { hasOwnWidth } from './layout-chart.js';
import { postSvg } from './post-svg.js';
import type { DrawAnswer, DrawRequest, Sheet } from './protocol.js';
import { rasterise } from './rasterise.js';
import { NO_WORDS, readTitle } from './read-title.js';
import { SHAPES } from './shapes.js';

/** Draws a chart for pages, for phones and for posts: the work of the drawing process. */
export async function drawChart({ name, spec: written, source }: DrawRequest): Promise<DrawAnswer> {
  const { spec, title } = readTitle(written);
  const words = { ...title, source };
  const page = await drawSheet(spec, NO_WORDS, SHAPES.page, `${name}-page`);
  if ('problems' in page) return { kind: 'failed', problems: page.problems };
  const post = await drawSheet(spec, words, SHAPES.post, `${name}-post`);
  if ('problems' in post) return { kind: 'failed', problems: post.problems };
  const { png, pixels } = rasterise(postSvg(post, ''));
  return {
    kind: 'drawn',
    words,
    page,
    phone: await phoneSheet(name, spec, page),
    post,
    png: png.toString('base64'),
    pixels,
  };
}

/** The drawing for phones; none where the writer has said how wide the chart is, or where it comes out no narrower. */
async function phoneSheet(name: string, spec: JsonObject, page: Sheet): Promise<Sheet | undefined> {
  if (hasOwnWidth(spec)) return undefined;
  const phone = await drawSheet(stacked(spec), NO_WORDS, SHAPES.phone, `${name}-phone`);
  return 'problems' in phone || phone.width >= page.width ? undefined : phone;
}

/** What stands side by side stands one below the other on a phone. */
function stacked(spec: JsonObject): JsonObject {
  const { hconcat, columns, ...rest } = spec;
  if (hconcat !== undefined) return { ...rest, vconcat: hconcat };
  if (typeof columns !== 'number') return spec;
  const { facet, concat } = SHAPES.phone.columns;
  return { ...rest, columns: Math.min(columns, 'concat' in spec ? concat : facet) };
}
