import type { JsonObject } from '../model/chart.js';
import { isMapping, mapParts } from './spec-parts.js';
import { SHAPES } from './shapes.js';

/** A specification for a phone: without the widths that were set for a page, one below the other what stands side by side. */
export function narrowSpec(spec: JsonObject): JsonObject {
  const { width, hconcat, columns, ...rest } = mapParts(spec, narrowSpec);
  const most = 'facet' in rest ? FACETS : CONCATS;
  return {
    ...wrapped(rest),
    ...(width === 'container' && { width }),
    ...(hconcat !== undefined && { vconcat: hconcat }),
    ...(typeof columns === 'number' && { columns: Math.min(columns, most) }),
  };
}

const { facet: FACETS, concat: CONCATS } = SHAPES.phone.columns;

/** Small charts in one long row, where there is no row beside it, go over several. */
function wrapped(spec: JsonObject): JsonObject {
  const { encoding, facet } = spec;
  if (isMapping(facet) && isMapping(facet['column']) && !('row' in facet))
    return { ...spec, facet: facet['column'], columns: FACETS };
  if (!isMapping(encoding)) return spec;
  const { column, ...channels } = encoding;
  const { facet: own = column } = channels;
  if (!isMapping(own) || 'row' in channels) return spec;
  return { ...spec, encoding: { ...channels, facet: { ...own, columns: Math.min(columnsOf(own), FACETS) } } };
}

function columnsOf({ columns }: JsonObject): number {
  return typeof columns === 'number' ? columns : FACETS;
}
