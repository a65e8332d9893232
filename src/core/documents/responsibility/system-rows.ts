import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, statedAttribute } from '../stated.ts';
import { ownerCell } from './owner-words.ts';

export const SYSTEM_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  version: STATED,
  gxp: STATED,
  functions: STATED,
  operations: STATED,
  quality: STATED,
  it: STATED,
});

/** A system in scope, what it does and who answers for it. */
export type SystemRow = FactsOf<typeof SYSTEM_ROW>;

export const SYSTEM_TABLE = 'Systems';

export function systemRows(model: SpecModel): readonly SystemRow[] {
  return inForce(model, 'system').map((system) => {
    const { attributes } = system;
    return {
      key: system.key,
      change: 'same',
      id: system.id,
      title: elementTitle(system),
      version: statedAttribute(attributes, 'version', 'version in force'),
      gxp: statedAttribute(attributes, 'gxp', 'influence on product or record'),
      functions: statedAttribute(attributes, 'functions', 'the activities that it performs'),
      operations: ownerCell(attributes, 'operations'),
      quality: ownerCell(attributes, 'quality'),
      it: ownerCell(attributes, 'it'),
    };
  });
}
