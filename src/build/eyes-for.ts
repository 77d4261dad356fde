import { dirname } from 'node:path';
import type { Project } from '../config/project.js';
import { checkTable } from '../draw/check-table.js';
import { missingCharacters } from '../draw/fonts.js';
import { ownFonts } from '../draw/own-fonts.js';
import { loadData } from '../engine/load-data.js';
import { openEngine } from '../engine/open-engine.js';
import type { Templates } from '../model/page.js';
import type { SourceFile } from '../model/position.js';
import type { Theme } from '../model/theme.js';
import type { Eyes } from '../pipeline/hands.js';
import { checkImages } from './check-images.js';
import type { DraftFile } from './find-drafts.js';
import { findImages } from './find-images.js';
import { readImports } from './read-imports.js';
import { readInstance } from './read-instance.js';

interface EyesOptions {
  readonly templates: Templates;
  /** Gets the files that messages may point into. */
  readonly sources: Map<string, SourceFile> | undefined;
  readonly signal: AbortSignal | undefined;
  /** That of the whole command. */
  readonly theme: Theme | undefined;
}

/** What a draft is looked at with: the data and images of its project. */
export function eyesFor(
  file: Pick<DraftFile, 'path'>,
  project: Project,
  { templates, sources, signal, theme }: EyesOptions,
): Eyes {
  const fonts = ownFonts(theme);
  const folders = { root: project.root, folder: dirname(file.path) };
  const ownFolders = { ...folders, config: project.configFile };
  if (project.configFile) sources?.set(project.configFile.path, project.configFile);
  return {
    readImports: async (draft) => {
      const read = await readImports(draft, ownFolders);
      for (const { source } of read.value ?? []) sources?.set(source.path, source);
      return read;
    },
    readInstance: (draft) => readInstance(draft, ownFolders),
    openEngine: () => openEngine({ ...project.limits, ...(signal ? { signal } : {}) }),
    loadData: (draft, engine) => loadData(draft, engine, ownFolders),
    findImages: (draft, media) => findImages(draft, media, folders),
    checkImages,
    templates,
    missingCharacters: (characters) => missingCharacters(characters, undefined, fonts),
    checkTable: (table) => checkTable(table, fonts),
  };
}
