import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, expect, it } from 'vitest';

import type { Derivation, TestCase } from '../../../src/core/derive/test-case.ts';
import { derive, northmoor, script } from './derive-texts.ts';

const golden = (name: string): string => join(fileURLToPath(new URL('expected/', import.meta.url)), name);

let derivation: Derivation;
beforeAll(async () => {
  derivation = derive(await northmoor('v1.0.0'));
}, 60_000);

/** One case of a type on an element, by words of its title. */
function caseTitled(title: string): TestCase {
  const found = derivation.cases.filter((one) => one.title === title);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} cases are called ${title}`);
  return only;
}

it.each([
  ['pos-by-person.txt', 'NCR.T03 approve_disposition: from UnderReview by MRB_CHAIR'],
  ['pos-by-message.txt', 'LOT.T01 hold: from Complete by message IF-001'],
  ['pos-by-system.txt', 'LOT.T04 release_hold: from OnHold by the system'],
  [
    'grd-with-message-held-back.txt',
    'INV.T03 release: refused when at least one ncr is in a status of VM-NCR-BLOCK (Dispositioned, Open, UnderReview), asked of QMS over IF-007 at this moment',
  ],
  ['ill-one-state.txt', 'INV Released: events that are refused here'],
  ['sig-refused.txt', 'NCR.T03 approve_disposition: signature cancelled, wrong password, other user'],
  ['uom-roughness.txt', 'IF-005.value: uin to um by UC-RA'],
  ['enm-status.txt', 'IF-001.ncr_status: every code of NCR'],
  ['ord-overtaken.txt', 'IF-001: a message overtaken by a later one'],
  ['dwn-target.txt', 'IF-001: target down'],
])('a tester can follow %s', async (file, title) => {
  await expect(script(caseTitled(title))).toMatchFileSnapshot(golden(file));
});
