import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { signaturesOf } from '../signatures.ts';
import { STATED, type Stated, stated } from '../stated.ts';
import { FUNCTIONS, type OwnerFunction, OWNER_NAMES } from './owner-words.ts';

export const GRID_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  from: text,
  operations: STATED,
  quality: STATED,
  it: STATED,
});

/** One of the four things that operations, quality and IT own together; `from` says what the cells are read from. */
export type GridRow = FactsOf<typeof GRID_ROW>;

export const GRID_TABLE = 'Joint ownership';

/** The function by which the project file names approvers. */
const APPROVER: Readonly<Record<OwnerFunction, string>> = { operations: 'OPS', quality: 'QA', it: 'IT' };

/** Codes of signatures that stand for a function. */
const SIGNS_FOR: Readonly<Record<OwnerFunction, readonly string[]>> = {
  operations: ['PRO'],
  quality: ['QAP', 'QAC', 'QAA'],
  it: ['SYS'],
};

export function ownershipGrid(model: SpecModel): readonly GridRow[] {
  return [
    row('Requirements', 'Owner or function that the requirements name', (owner) => requirementOwners(model, owner)),
    row('Data models', 'Owners that the data objects name', (owner) => dataOwners(model, owner)),
    row('Validation', 'Who signs the protocols, and stands for the function', (owner) => protocolSigners(model, owner)),
    row('Change control', 'Approvers that the project file names', (owner) => approvers(model, owner)),
  ];
}

function row(id: string, from: string, cell: (owner: OwnerFunction) => Stated): GridRow {
  const [operations, quality, it] = FUNCTIONS.map(cell);
  return {
    key: `grid:${id}`,
    change: 'same',
    id,
    from,
    operations: operations!,
    quality: quality!,
    it: it!,
  };
}

function requirementOwners(model: SpecModel, owner: OwnerFunction): Stated {
  const requirements = inForce(model, 'requirement');
  const of = requirements.filter(
    ({ attributes }) => attributes.function === owner || functionOf(attributes.owner, model) === owner,
  );
  const names = of.map(({ attributes }) => attributes.owner ?? OWNER_NAMES[owner]);
  return stated(
    of.length === 0 ? undefined : `${distinct(names)} (${of.length} of ${requirements.length})`,
    `none of the ${requirements.length} requirements names ${OWNER_NAMES[owner]}`,
  );
}

function dataOwners(model: SpecModel, owner: OwnerFunction): Stated {
  const objects = inForce(model, 'object');
  const names = objects.flatMap(({ attributes }) => {
    const name = attributes.owners?.[owner];
    if (name !== undefined) return [name];
    return attributes.owner !== undefined && functionOf(attributes.owner, model) === owner ? [attributes.owner] : [];
  });
  return stated(
    names.length === 0 ? undefined : `${distinct(names)} (${names.length} of ${objects.length})`,
    `none of the ${objects.length} data objects names ${OWNER_NAMES[owner]}`,
  );
}

function protocolSigners(model: SpecModel, owner: OwnerFunction): Stated {
  const signed = (['IQ', 'OQ'] as const).filter((type) => {
    const { before, after } = signaturesOf(type, model);
    return [...before, ...after].some(({ code }) => SIGNS_FOR[owner].includes(code));
  });
  const names = approverNames(model, owner);
  if (signed.length === 0) return stated(undefined, `no protocol is signed for ${OWNER_NAMES[owner]}`);
  return stated(
    names.length === 0 ? undefined : `${names.join(', ')} (signs ${signed.join(' and ')})`,
    `who stands for ${OWNER_NAMES[owner]} when ${signed.join(' and ')} are signed (approvers.${APPROVER[owner]})`,
  );
}

function approvers(model: SpecModel, owner: OwnerFunction): Stated {
  const names = approverNames(model, owner);
  return stated(
    names.length === 0 ? undefined : names.join(', '),
    `who decides on changes for ${OWNER_NAMES[owner]} (approvers.${APPROVER[owner]})`,
  );
}

function approverNames(model: SpecModel, owner: OwnerFunction): readonly string[] {
  const approver = model.project?.attributes.approvers?.[APPROVER[owner]];
  return [...(approver?.departments ?? []), ...(approver?.roles ?? [])];
}

function functionOf(
  owner: string | undefined,
  model: SpecModel,
): Element<'department'>['attributes']['function'] | undefined {
  if (owner === undefined) return undefined;
  const department = model.get('role', owner)?.attributes.department ?? owner;
  return model.get('department', department)?.attributes.function;
}

function distinct(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}
