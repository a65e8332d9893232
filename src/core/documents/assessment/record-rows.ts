import type { ClauseCatalogue } from '../../model/clause-catalogue.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { declaredOwners } from '../../rules/linting/ownership-phases.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, flag, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, stated, statedAttribute, statedList } from '../stated.ts';

export const RECORD_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  regulated: STATED,
  predicateRule: STATED,
  record: STATED,
  medium: STATED,
  hybrid: flag,
  signed: STATED,
  auditTrail: STATED,
  auditReview: STATED,
  retention: STATED,
  erasable: STATED,
  copies: STATED,
});

/** A record in scope: which rule asks for it, where it lives, and what is promised about it. */
export type RecordRow = FactsOf<typeof RECORD_ROW>;

export const RECORD_TABLE = 'Record register';

/** What is printed beside a clause whose number and meaning nobody checked against the text of the source. */
export const VERIFY = 'verify against the source';

/** One row for each data object that declares a record, and for each regulated output. */
export function recordRows(model: SpecModel, catalogue: ClauseCatalogue): readonly RecordRow[] {
  return [
    ...inForce(model, 'object')
      .filter(({ attributes }) => attributes.record !== undefined)
      .map((object) => ofObject(object, model, catalogue)),
    ...inForce(model, 'output').map((output) => ofOutput(output, model, catalogue)),
  ];
}

/** Data objects of which nobody says whether a rule asks for their records. */
export function withoutRecord(model: SpecModel): readonly string[] {
  return inForce(model, 'object')
    .filter(({ attributes }) => attributes.record === undefined && attributes.notApplicable?.['record'] === undefined)
    .map(({ id }) => id);
}

function ofObject(object: Element<'object'>, model: SpecModel, catalogue: ClauseCatalogue): RecordRow {
  const { record } = object.attributes;
  const trail = record?.auditTrail;
  const systems = declaredOwners(object).map(({ system }) => system);
  const signatures = inForce(model, 'lifecycle')
    .filter(({ attributes }) => attributes.object === object.id)
    .flatMap((lifecycle) => model.partsOf(lifecycle, 'transition'))
    .flatMap(({ id, attributes: { sign = [] } }) => sign.map(({ meaning }) => `${id} “${meaning}”`));
  return {
    key: object.key,
    change: 'same',
    id: object.id,
    title: elementTitle(object),
    regulated: statedAttribute(record, 'regulated', 'whether a rule asks for it', (value) => (value ? 'Yes' : 'No')),
    predicateRule: rules(record?.predicateRule, catalogue, 'the rule that asks for this record'),
    record: statedList(systems, 'its system of record'),
    medium: statedAttribute(record, 'medium', 'electronic, paper or hybrid'),
    hybrid: record?.medium === 'hybrid',
    signed: statedList(signatures, 'a signed step of its lifecycle'),
    auditTrail:
      trail === undefined || trail === 'none'
        ? statedAttribute(record, 'auditTrail', 'what is kept of each change', () => 'NONE')
        : stated(
            `${typeof trail.fields === 'string' ? trail.fields : trail.fields.join(', ')}: ${(trail.actions ?? ['create', 'modify', 'delete']).join(', ')}; with ${(trail.captures ?? ['who', 'when', 'old', 'new']).join(', ')}`,
            '',
          ),
    auditReview:
      trail === undefined || trail === 'none'
        ? stated(undefined, 'who reviews the audit trail, and before which decision')
        : statedAttribute(trail, 'review', 'who reviews the audit trail, and before which decision'),
    retention: statedAttribute(
      record,
      'retention',
      'how long it is kept',
      ({ period, from, archive }) =>
        `${period} from ${from ?? 'a start that is NOT DECLARED'}${archive === undefined ? '' : `, then ${archive}`}`,
    ),
    erasable: statedAttribute(record, 'erasable', 'whether it can be deleted', (value) => (value ? 'YES' : 'No')),
    copies: statedAttribute(record, 'export', 'in which form a complete readable copy is made'),
  };
}

function ofOutput(output: Element<'output'>, model: SpecModel, catalogue: ClauseCatalogue): RecordRow {
  const { attributes } = output;
  const approvals = (attributes.approvals ?? []).flatMap((id) => model.get('transition', id) ?? []);
  const signatures = approvals.flatMap(({ id, attributes: { sign = [] } }) =>
    sign.map(({ meaning }) => `${id} “${meaning}”`),
  );
  return {
    key: output.key,
    change: 'same',
    id: output.id,
    title: elementTitle(output),
    regulated: stated('Yes', ''),
    predicateRule: rules(attributes.refs, catalogue, 'the rule that asks for this output (refs)'),
    record: statedAttribute(attributes, 'assembledIn', 'the system in which it is put together and kept'),
    medium: stated(undefined, 'electronic, paper or hybrid'),
    hybrid: false,
    signed: statedList(signatures, 'a signed act that approves it'),
    auditTrail: stated('Of the records from which it is made', ''),
    auditReview: stated('Of the records from which it is made', ''),
    retention: statedAttribute(attributes, 'retention', 'how long it is kept'),
    erasable: stated('As the records from which it is made', ''),
    copies: statedAttribute(attributes, 'template', 'the document that defines its copy (template)'),
  };
}

function rules(ids: readonly string[] | undefined, catalogue: ClauseCatalogue, missing: string): Stated {
  return statedList(
    (ids ?? []).map((id) => {
      const clause = catalogue.clauses.find((one) => one.id === id);
      if (clause === undefined) return id;
      const source = catalogue.sources.get(clause.source)?.name ?? clause.source;
      return `${source} ${clause.citation}${clause.certainty === 'T' ? '' : ` (${VERIFY})`}`;
    }),
    missing,
  );
}
