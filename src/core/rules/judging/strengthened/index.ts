import { blockingAndLinks } from './blocking-and-links.ts';
import { clocksAndKeys } from './clocks-and-keys.ts';
import { commonAttributes } from './common-attributes.ts';
import { evidence } from './evidence.ts';
import { governance } from './governance.ts';
import { interfacePromises } from './interface-promises.ts';
import { invariants } from './invariants.ts';
import { lifecycleControls } from './lifecycle-controls.ts';
import { mappingRefusals } from './mapping-refusals.ts';
import { markings } from './markings.ts';
import { outputs } from './outputs.ts';
import { records } from './records.ts';
import { risksAndTests } from './risks-and-tests.ts';
import type { Strengthening } from './strengthening.ts';
import { systems } from './systems.ts';
import { unknownCodeRefused } from './unknown-code-refused.ts';
import { validationScope } from './validation-scope.ts';

/** Every control whose strengthening has no rule of its own. */
export const STRENGTHENINGS: readonly Strengthening[] = [
  blockingAndLinks,
  clocksAndKeys,
  commonAttributes,
  evidence,
  governance,
  interfacePromises,
  invariants,
  lifecycleControls,
  mappingRefusals,
  markings,
  outputs,
  records,
  risksAndTests,
  systems,
  unknownCodeRefused,
  validationScope,
];
