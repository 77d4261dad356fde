/** The versions of what draws charts. */
export interface DrawingVersions {
  readonly vega: string;
  readonly vegaLite: string;
}

/** Asks the packages that draw charts for their versions; loaded here, because they take long to load. */
export async function drawingVersions(): Promise<DrawingVersions> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  return { vega: vega.version, vegaLite: vegaLite.version };
}
