import { drawSheet, type DrawnSheet } from './draw-sheet.js';
import { findFaults, LEAST_SIZE, tooSmall } from './find-faults.js';
import { hasOwnWidth } from './layout-chart.js';
import { narrowSpec } from './narrow-spec.js';
import { postSvg } from './post-svg.js';
import type { DrawAnswer, DrawRequest } from './protocol.js';
import { rasterise } from './rasterise.js';
import { repaint } from './repaint.js';
import { NO_WORDS, readTitle } from './read-title.js';
import { POST_MARGIN, POST_WIDTH, PRINT_HEIGHT, PRINT_WIDTH, SHAPES } from './shapes.js';

/** Draws a chart for pages, for phones and for posts: the work of the drawing process. */
export async function drawChart(request: DrawRequest): Promise<DrawAnswer> {
  try {
    return await draw(request);
  } catch (error) {
    return { kind: 'failed', problems: [error instanceof Error ? error.message : String(error)] };
  }
}

async function draw({ name, spec: written, source, setting, colours, fonts }: DrawRequest): Promise<DrawAnswer> {
  const { spec, title } = readTitle(written);
  const words = { ...title, source };
  const page = await drawSheet(spec, NO_WORDS, { ...SHAPES.page, setting, fonts }, `${name}-page`);
  if ('problems' in page) return { kind: 'failed', problems: page.problems };
  const post = await drawSheet(spec, words, { ...SHAPES.post, setting, fonts }, `${name}-post`);
  if ('problems' in post) return { kind: 'failed', problems: post.problems };
  const phone = await drawForPhone({ name, spec, setting, fonts }, page);
  const { png, pixels } = rasterise(repaint(postSvg(post.sheet, { faces: '', fonts }), colours), fonts);
  const { screen, paper } = LEAST_SIZE;
  return {
    kind: 'drawn',
    words,
    page: page.sheet,
    phone: phone?.sheet,
    post: post.sheet,
    faults: {
      page: findFaults(page.texts, { ...page, shown: SHAPES.page.width, leastSize: screen }),
      print: findFaults(page.texts, { ...page, shown: printedWidth(page), leastSize: paper }),
      phone: findFaults((phone ?? page).texts, { ...(phone ?? page), shown: SHAPES.phone.width, leastSize: screen }),
      post: findFaults(post.texts, { ...post, shown: postedWidth(post), leastSize: screen }),
    },
    losses: page.losses,
    png: png.toString('base64'),
    pixels,
  };
}

/** A drawing that is too high for a report is made smaller as a whole. */
function printedWidth({ width, height }: DrawnSheet): number {
  return Math.min(PRINT_WIDTH, (width * PRINT_HEIGHT) / height);
}

/** A post's picture is shown with its margin, and its words may be wider than its drawing. */
function postedWidth({ width, sheet }: DrawnSheet): number {
  return (width * POST_WIDTH) / (sheet.width + 2 * POST_MARGIN);
}

/**
 * The drawing for phones. None where the page's fits, or would be no wider: it is scaled down then.
 * A width that the writer has set is kept as long as its words can be read there.
 */
async function drawForPhone(
  { name, spec, setting, fonts }: Omit<DrawRequest, 'source'>,
  page: DrawnSheet,
): Promise<DrawnSheet | undefined> {
  const { width } = SHAPES.phone;
  const scaled = { width: page.width, shown: width, leastSize: LEAST_SIZE.screen };
  if (page.width <= width || (hasOwnWidth(spec) && tooSmall(page.texts, scaled).length === 0)) return undefined;
  const phone = await drawSheet(narrowSpec(spec), NO_WORDS, { ...SHAPES.phone, setting, fonts }, `${name}-phone`);
  return 'problems' in phone || phone.width >= page.width ? undefined : phone;
}
