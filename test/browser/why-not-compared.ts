import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { hasPackagedBrowser } from '../../src/browser/packaged-browser.js';
import { requestedBrowser } from '../../src/browser/requested-browser.js';

/** The browser that drew the stored pictures of pages; another sets letters in other pixels. */
const DRAWN_WITH = 'HeadlessChrome/143.';

/**
 * Says why pages cannot be compared with stored pictures here, for a test to skip with; `undefined` where they can.
 * Throws where the browser is not another by anybody's choice: then nobody would learn that nothing is compared.
 */
export function whyNotCompared(
  { version, candidate }: Pick<RunningBrowser, 'version' | 'candidate'>,
  env: NodeJS.ProcessEnv = process.env,
  isPackaged = hasPackagedBrowser(),
): string | undefined {
  if (version.startsWith(DRAWN_WITH)) return undefined;
  const asked = requestedBrowser({}, env);
  if (asked) return `${asked.by} asks for ${version}, the pictures were drawn with ${DRAWN_WITH}`;
  if (!isPackaged) return `No browser is packaged for this system, the pictures were drawn with ${DRAWN_WITH}`;
  throw new Error(
    `Unexpected browser ${version} (${candidate.from}), expected ${DRAWN_WITH}, which drew the stored pictures. If the ` +
      'packaged one does not start here, `threadwright doctor` says why. If it is a newer one, store the pictures anew, ' +
      'look at each, and name it in test/browser/why-not-compared.ts',
  );
}
