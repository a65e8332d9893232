import type { Condition } from '../../language/condition.ts';
import { compareConditions } from '../../model/condition/compare.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import { conjunction } from '../../model/condition/normal-form.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** No situation meets it. */
const NEVER: Condition = { kind: 'any', of: [] };

/** Whether it is shown that no situation meets both conditions; too many situations to look at show nothing. */
export function areExclusive(model: SpecModel, a: Condition, b: Condition): boolean {
  const reading = { vocabulary: stateVocabulary(model), names: PLAIN_NAMES };
  return compareConditions(conjunction([a, b]), NEVER, { base: reading, head: reading }) === 'equal';
}
