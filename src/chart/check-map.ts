import { isObject } from './json.js';
import type { View } from './list-views.js';
import type { Reporter } from './reporter.js';
import type { DataResolver } from './resolve-data.js';

/** Reports regions of a map that are to be drawn from the rows of a query, which have no shapes. */
export function checkMap(views: readonly View[], data: DataResolver, report: Reporter): void {
  for (const view of views) {
    const { mark } = view.value;
    const isMap = mark === 'geoshape' || (isObject(mark) && mark['type'] === 'geoshape');
    if (!isMap || data.ofView(view).kind !== 'query') continue;
    report.at(
      [...view.path, 'mark', ...(isObject(mark) ? ['type'] : [])],
      'chart-spec',
      'Unexpected `geoshape` over the rows of a query, which have no shapes of regions: a chart loads no map',
      'Show places by `longitude` and `latitude`, regions as bars, or a map made elsewhere as an image, e.g. `![alt](map.png)`',
    );
  }
}
