import type { StoryMedia } from '../model/story.js';

/** Where a post's picture lies in the draft's output folder: no two files share a place. */
export function mediaFile({ kind, name }: Pick<StoryMedia, 'kind' | 'name'>): string {
  if (kind !== 'file') return `${kind}s/${name}.png`;
  const steps = name.split('/').filter((step) => step !== '.' && step !== '');
  const way = steps.map((step) => (step === '..' ? '_' : step.replaceAll('\\', '_')));
  return ['images', ...(name.startsWith('/') ? ['_root'] : []), ...way].join('/');
}

/** Where an image file lies: its name has the ending of what it is, behind its own where that says otherwise. */
export function imageFile(name: string, type: string): string {
  const file = mediaFile({ kind: 'file', name });
  const endings = ENDINGS[type] ?? [];
  return endings.some((ending) => file.toLowerCase().endsWith(ending)) ? file : `${file}${endings[0] ?? ''}`;
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/webp': ['.webp'],
};
