/** The steps of a build that take time, for progress. */
export type Step = 'parse' | 'query' | 'fill' | 'chart' | 'render' | 'print';
