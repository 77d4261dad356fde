import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withArtifacts } from '../../src/browser/with-artifacts.js';

const NONE: ReadonlySet<string> = new Set();
const TEXT = 'BT /F1 9 Tf (Page \\(1\\) EMC) Tj ET';
const SPAN = '/Span <</ActualText <FEFF0643>>> BDC BT /F1 9 Tf (x) Tj ET EMC';
const MARKED = `/P <</MCID 0 >>BDC ${TEXT} EMC`;

describe('what is painted outside of marks', () => {
  test.each([
    ['text', TEXT, `/Artifact BMC\n${TEXT}\nEMC\n`],
    ['text before a mark', `q ${TEXT} ${MARKED} Q`, `/Artifact BMC\nq ${TEXT} \nEMC\n${MARKED} Q`],
    ['a rule after one', `${MARKED} 0 0 9 1 re f`, `${MARKED}/Artifact BMC\n 0 0 9 1 re f\nEMC\n`],
    ['letters of an Arabic word', SPAN, `/Artifact BMC\n${SPAN}\nEMC\n`],
    ['a picture', '/X1 Do', '/Artifact BMC\n/X1 Do\nEMC\n'],
    ['the rule between marks, and no more', `${MARKED} S ${MARKED}`, `${MARKED}/Artifact BMC\n S \nEMC\n${MARKED}`],
  ])('is an artifact: %s', (_, content, expected) => {
    expect(withArtifacts(content, NONE)).toBe(expected);
  });

  test.each([
    ['where nothing is painted', 'q 1 0 0 1 0 0 cm 0 0 9 9 re W n Q'],
    [
      'within a mark, of whatever depth',
      `/A <</MCID 1>> BDC /B <</C (BDC) /D true>> BDC S EMC /B <</MCID 2>> BDC S EMC S EMC`,
    ],
    ['across the bounds of a text', '/A <</MCID 1>> BDC BT (x) Tj EMC (y) Tj ET'],
    ['where a mark begins in a text', 'BT (x) Tj /A <</MCID 1>> BDC (y) Tj EMC ET'],
    ['where such letters hold a mark', `/Span <</ActualText (x)>> BDC S ${MARKED} S EMC`],
    ['that is no content: a mark that never ends', '/A BMC S'],
    ['that is no content: an end without a mark', 'S EMC S'],
    ['that is no content: an open string', 'S (EMC'],
    ['with bytes of a picture in it', 'S BI /W 1 ID \u00ff EMC EI S'],
  ])('is left as it is %s', (_, content) => {
    expect(withArtifacts(content, NONE)).toBe(content);
  });

  test('is left as it is where it calls a drawing that may have marks of its own', () => {
    expect(withArtifacts(`S /X5 Do ${MARKED} S`, new Set(['/X5']))).toBe(`S /X5 Do ${MARKED}/Artifact BMC\n S\nEMC\n`);
  });

  test('is found in any content: what was there is there in its order, and all of it is in a mark', () => {
    const plain = fc.constantFrom('q', 'Q', '0 0 9 9 re', 'W n', 'S', 'f*', TEXT, '/X1 Do', '% EMC BT\n', '<0A> pop');
    const marked = fc.array(plain).map((parts) => `/Span <</MCID 1>> BDC ${parts.join(' ')} EMC`);
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, marked)), (parts) => {
        const content = parts.join(' ');
        const made = withArtifacts(content, NONE);
        const bare = made.replace(/\/Artifact BMC\n([^]*?)\nEMC\n/g, '$1');
        expect(bare).toBe(content);
        expect(withArtifacts(made, NONE)).toBe(made);
      }),
    );
  });
});
