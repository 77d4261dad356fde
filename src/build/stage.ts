import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './is-running.js';
import { makeFolder } from './make-folder.js';
import { OWN_FOLDER } from './manifest.js';
import { placeOf, PlaceTaken } from './output-place.js';

const STAGE = /^stage-(\d+)-/;

/** Opens a folder to write files in before they move to their places; gone when the work is done, or failed. */
export async function withStage(out: string, work: (stage: string) => Promise<void>): Promise<void> {
  await makeFolder(out);
  if ((await placeOf(out, `${OWN_FOLDER}/stage`)) !== 'free') throw new PlaceTaken(join(out, OWN_FOLDER));
  await makeFolder(join(out, OWN_FOLDER));
  await sweep(out);
  const stage = await mkdtemp(join(out, OWN_FOLDER, `stage-${process.pid}-`));
  try {
    await work(stage);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Removes the stages of processes that are no more: they were killed. */
async function sweep(out: string): Promise<void> {
  for (const name of await readdir(join(out, OWN_FOLDER))) {
    const pid = Number(STAGE.exec(name)?.[1]);
    if (pid > 0 && pid !== process.pid && !isRunning(pid))
      await rm(join(out, OWN_FOLDER, name), { recursive: true, force: true });
  }
}
