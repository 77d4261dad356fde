import type { Publication } from '../model/publication.js';
import { imageFile } from '../pipeline/media-file.js';

/** A picture of a draft's output folder, with the size of its drawing or its pixels. */
export interface LeadPicture {
  /** Relative to the draft's output folder, with `/`. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** What stands for a draft in a list: the first chart that one reads, else the first image. A card would say the title twice. */
export function leadPicture({ stories, pictures, images }: Publication): LeadPicture | undefined {
  const shown = [...stories.filter(({ target }) => target.kind !== 'thread'), ...stories].flatMap(({ media }) => media);
  const charts = shown.flatMap(({ kind, name }) =>
    kind === 'chart' ? pictures.filter((one) => one.name === name) : [],
  );
  const [chart] = charts;
  if (chart) return { path: `charts/${chart.name}.svg`, ...chart.pixels };
  for (const { kind, name } of shown) {
    const image = kind === 'file' ? images.get(name) : undefined;
    if (image) return { path: imageFile(name, image.type), width: image.width, height: image.height };
  }
  return undefined;
}
