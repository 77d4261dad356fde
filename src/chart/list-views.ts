import type { JsonObject } from '../model/chart.js';
import { isList, isObject } from './json.js';
import type { Path } from './parse-spec.js';

/** A view of a specification: a single chart, or a composition of others. */
export interface View {
  readonly kind: 'unit' | 'layer' | 'concat' | 'facet' | 'repeat';
  readonly value: JsonObject;
  readonly path: Path;
  readonly parent: View | undefined;
}

/** Lists the views of a specification, each before those that it holds. */
export function listViews(spec: JsonObject): View[] {
  return viewsFrom(spec, [], undefined);
}

/** The view itself and those around it, the nearest first. */
export function* lineage(view: View): Generator<View> {
  for (let at: View | undefined = view; at; at = at.parent) yield at;
}

function viewsFrom(value: JsonObject, path: Path, parent: View | undefined): View[] {
  const kind = kindOfView(value);
  const view: View = { kind, value, path, parent };
  const views = [view];
  if (kind === 'layer' || kind === 'concat') {
    for (const key of ['layer', 'concat', 'hconcat', 'vconcat']) {
      const items = value[key];
      if (!isList(items)) continue;
      for (const [index, item] of items.entries())
        if (isObject(item)) views.push(...viewsFrom(item, [...path, key, index], view));
    }
  } else if (kind !== 'unit' && isObject(value['spec'])) {
    views.push(...viewsFrom(value['spec'], [...path, 'spec'], view));
  }
  return views;
}

function kindOfView(value: JsonObject): View['kind'] {
  if ('layer' in value) return 'layer';
  if ('concat' in value || 'hconcat' in value || 'vconcat' in value) return 'concat';
  if ('repeat' in value) return 'repeat';
  return 'facet' in value || 'spec' in value ? 'facet' : 'unit';
}
