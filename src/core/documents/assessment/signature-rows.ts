import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, stated, statedList } from '../stated.ts';

export const SIGNED_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  meaning: STATED,
  by: STATED,
  binds: STATED,
  components: STATED,
});
export const SIGNING = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  components: STATED,
  later: STATED,
  shows: STATED,
  bound: STATED,
});

/** A signature that a step needs. */
export type SignedRow = FactsOf<typeof SIGNED_ROW>;
/** What every signature of the plant does. */
export type Signing = FactsOf<typeof SIGNING>;

export const SIGNED_TABLE = 'Signatures';
export const SIGNING_TABLE = 'Every signature';

export function signedRows(model: SpecModel): readonly SignedRow[] {
  return inForce(model, 'lifecycle').flatMap((lifecycle) =>
    model.partsOf(lifecycle, 'transition').flatMap((step) =>
      (step.attributes.sign ?? []).map((signature, index): SignedRow => {
        const bound = signature.binds ?? lifecycle.attributes.object;
        return {
          key: index === 0 ? step.key : `${step.key}|${index + 1}`,
          change: 'same',
          id: step.id,
          title: elementTitle(lifecycle),
          meaning: stated(signature.meaning, 'what signing says'),
          by: statedList(signature.by ?? step.attributes.by ?? [], 'who may sign'),
          binds: stated(bound, 'the record to which it is bound'),
          components: stated(signature.components === undefined ? 'As every signature' : `${signature.components}`, ''),
        };
      }),
    ),
  );
}

/** One row: what the project declares once for all signatures. */
export function signing(model: SpecModel): Signing {
  const all = model.project?.attributes.signatures;
  return {
    key: 'project:project|signatures',
    change: 'same',
    id: 'Every signature',
    components: stated(all?.components?.toString(), 'components at the first signing'),
    later: stated(all?.later?.toString(), 'components at later signings of a session'),
    shows: stated(all?.shows?.join(', '), 'what is displayed and printed with a signature'),
    bound: stated(all?.bound, 'how a signature is tied to its record'),
  };
}
