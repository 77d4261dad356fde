// The words of Vega-Lite 6, from its schema (vega-lite/build/vega-lite-schema.json).

/** The marks a chart can be drawn with. `image` is not among them: a chart loads nothing. */
export const MARKS = [
  ...['arc', 'area', 'bar', 'circle', 'geoshape', 'line', 'point', 'rect', 'rule', 'square', 'text', 'tick', 'trail'],
  ...['boxplot', 'errorband', 'errorbar'],
] as const;

/** The channels of an `encoding`. `href` and `url` are not among them: a picture has no links and loads nothing. */
export const CHANNELS = [
  ...['x', 'y', 'x2', 'y2', 'xOffset', 'yOffset', 'xError', 'xError2', 'yError', 'yError2'],
  ...['theta', 'theta2', 'radius', 'radius2', 'latitude', 'longitude', 'latitude2', 'longitude2'],
  ...['color', 'fill', 'stroke', 'opacity', 'fillOpacity', 'strokeOpacity', 'strokeWidth', 'strokeDash'],
  ...['size', 'angle', 'shape', 'text', 'tooltip', 'description', 'detail', 'key', 'order', 'time'],
  ...['facet', 'row', 'column'],
] as const;

/** The types of a channel. */
export const TYPES = ['quantitative', 'temporal', 'ordinal', 'nominal'] as const;

/** The keys that say which transform an item of `transform` is. */
export const TRANSFORMS = [
  ...['aggregate', 'bin', 'calculate', 'density', 'extent', 'filter', 'flatten', 'fold', 'impute', 'joinaggregate'],
  ...['loess', 'lookup', 'pivot', 'quantile', 'regression', 'sample', 'stack', 'timeUnit', 'window'],
] as const;

/** The operations that sum up values. */
export const AGGREGATES = [
  ...['count', 'valid', 'missing', 'distinct', 'sum', 'product', 'mean', 'average', 'median', 'min', 'max'],
  ...['q1', 'q3', 'ci0', 'ci1', 'stderr', 'stdev', 'stdevp', 'variance', 'variancep', 'values'],
  ...['exponential', 'exponentialb', 'argmin', 'argmax'],
] as const;

/** Aggregates that count, whatever is in the field. */
export const COUNTING: readonly string[] = ['count', 'valid', 'missing', 'distinct'];

/** The keys that make a view of one kind or another. */
const VIEW_KEYS = ['mark', 'layer', 'concat', 'hconcat', 'vconcat', 'facet', 'repeat', 'spec'] as const;

/** The keys a specification can have at its top. */
export const TOP_KEYS: readonly string[] = [
  ...VIEW_KEYS,
  ...['$schema', 'align', 'autosize', 'background', 'bounds', 'center', 'columns', 'config', 'data', 'datasets'],
  ...['description', 'encoding', 'height', 'name', 'padding', 'params', 'projection', 'resolve', 'spacing'],
  ...['title', 'transform', 'usermeta', 'view', 'width'],
];
