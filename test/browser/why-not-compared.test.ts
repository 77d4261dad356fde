import { expect, test } from 'vitest';
import { browserAt } from '../../src/browser/find-browsers.js';
import { whyNotCompared } from './why-not-compared.js';

const candidate = browserAt('/usr/bin/chromium', 'found on PATH', 'chromium');
const OURS = { version: 'HeadlessChrome/143.0.7499.40', candidate };
const OTHER = { version: 'HeadlessChrome/156.0.1.2', candidate };

test('pictures are compared with the browser that drew them, skipped with one of choice, and fail with any other', () => {
  expect(whyNotCompared(OURS, {}, true)).toBeUndefined();
  expect(whyNotCompared(OURS, { THREADWRIGHT_BROWSER: 'chromium' }, true)).toBeUndefined();
  expect(whyNotCompared(OTHER, { CHROME_PATH: '/usr/bin/chromium' }, true)).toMatch(/^CHROME_PATH asks for .*156/);
  expect(whyNotCompared(OTHER, {}, false)).toMatch(/^No browser is packaged/);
  expect(() => whyNotCompared(OTHER, {}, true)).toThrow(/156.*found on PATH.*store the pictures anew/);
});
