import type { AdjustmentRule } from './adjustment.ts';
import { compensated } from './compensated.ts';
import { criticalElement } from './critical-element.ts';
import { gatedStep } from './gated-step.ts';
import { keyComponent } from './key-component.ts';
import { noConsumers } from './no-consumers.ts';
import { openedPath } from './opened-path.ts';
import { outputLineage } from './output-lineage.ts';
import { preEffective } from './pre-effective.ts';
import { projectSetting } from './project-setting.ts';
import { recordsInFlight } from './records-in-flight.ts';
import { unverified } from './unverified.ts';

/** In the order in which they apply: what raises, what the project says, what lowers, and what was shown. */
export const ADJUSTMENTS: readonly AdjustmentRule[] = [
  gatedStep,
  outputLineage,
  criticalElement,
  keyComponent,
  recordsInFlight,
  unverified,
  projectSetting,
  preEffective,
  noConsumers,
  compensated,
  openedPath,
];
