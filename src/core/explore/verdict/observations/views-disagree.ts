import { statusOf } from '../../../model/element-status.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import { conditionReferences } from '../../../model/condition/references.ts';
import type { Variable } from '../../plant/composed-plant.ts';
import { all, not } from '../../plant/simplify.ts';
import type { AskedObservation, ObservedWorld } from './observation-kind.ts';

/**
 * What a system last received of a status differs from the status for ever, though nothing is on its way: only where the
 * difference matters to some condition, and no `agree` invariant speaks of the two already.
 */
export function viewsDisagree({ model, plant }: ObservedWorld): readonly AskedObservation[] {
  return plant.variables.flatMap((copy, index): readonly AskedObservation[] => {
    const { role } = copy;
    if (role.kind !== 'copy') return [];
    const lifecycle = statusCarried(model, role.reads);
    const owner = plant.variables.findIndex(
      (variable) =>
        variable.role.kind === 'status' &&
        variable.role.lifecycle === lifecycle &&
        variable.role.record === role.record,
    );
    const status = plant.variables[owner];
    if (lifecycle === undefined || status === undefined || hasAgreement(model, lifecycle)) return [];
    const pairs = differing(copy, status);
    if (pairs.length === 0) return [];
    const differ = {
      kind: 'any',
      of: pairs.map(({ seen, values }) =>
        all({ kind: 'in', variable: index, values: [seen] }, { kind: 'in', variable: owner, values }),
      ),
    } as const;
    return [
      {
        alike: `${role.interface} to ${role.receiver}: ${role.reads}`,
        property: {
          kind: 'possible',
          id: `views-disagree ${copy.name}`,
          from: all(plant.settled, differ),
          goal: not(differ),
        },
        observation: {
          kind: 'views-disagree',
          subject: role.interface,
          text: `${copy.name} can differ for ever from ${status.name}, though nothing is on its way: no step mends it, unless a fault or a correction.`,
        },
      },
    ];
  });
}

/** The lifecycle whose status is copied; nothing where the copy is that of a field. */
function statusCarried(model: SpecModel, reads: string): string | undefined {
  return model.get('lifecycle', reads) === undefined ? undefined : reads;
}

/** Label of a copy before anything was received. */
const NOTHING_YET = 'nothing yet';

/** For each value of the copy: the values of the status that it does not stand for. What was never received differs from nothing. */
function differing(
  copy: Variable,
  status: Variable,
): readonly { readonly seen: number; readonly values: readonly number[] }[] {
  const named = copy.values.map((label) => new Set(label.split(/, | or /u)));
  const known = new Set(named.flatMap((labels) => [...labels]));
  return named.flatMap((labels, seen) => {
    if (seen === 0 || labels.has(NOTHING_YET) || ![...labels].some((label) => status.values.includes(label))) return [];
    const values = status.values.flatMap((label, value) => (known.has(label) && !labels.has(label) ? [value] : []));
    return values.length === 0 ? [] : [{ seen, values }];
  });
}

/** Whether an `agree` invariant names the lifecycle. */
function hasAgreement(model: SpecModel, lifecycle: string): boolean {
  return model
    .ofKind('invariant')
    .filter((invariant) => statusOf(model, invariant) !== 'retired')
    .some(({ attributes: { agree = [] } }) =>
      agree.some((condition) =>
        conditionReferences(condition).some(({ kind, name }) => kind === 'lifecycle' && name === lifecycle),
      ),
    );
}
