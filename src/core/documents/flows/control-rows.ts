import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { conditionWords } from '../../derive/wording/condition-words.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text, texts } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, stated, statedAttribute, statedList } from '../stated.ts';

export const RECONCILIATION_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  what: STATED,
  between: STATED,
  frequency: STATED,
  tolerance: STATED,
  owner: STATED,
  onDifference: STATED,
  watches: STATED,
  blindTo: STATED,
  blind: texts,
});
export const PHASE_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  live: STATED,
  manual: STATED,
  entry: STATED,
  exit: STATED,
  rollback: STATED,
});
export const LINK_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  ends: text,
  carrier: STATED,
  fields: STATED,
  cardinality: STATED,
  mandatory: STATED,
});

/** A detective control; `blind` are the lists and maps that it shares with what it watches, whose errors it cannot find. */
export type ReconciliationRow = FactsOf<typeof RECONCILIATION_ROW>;
/** A phase of coexistence. */
export type PhaseRow = FactsOf<typeof PHASE_ROW>;
/** One link of the evidence chain, and the interface that carries it. */
export type LinkRow = FactsOf<typeof LINK_ROW>;

export const RECONCILIATION_TABLE = 'Reconciliations';
export const PHASE_TABLE = 'Coexistence phases';
export const LINK_TABLE = 'Evidence links';

export function reconciliationRows(model: SpecModel): readonly ReconciliationRow[] {
  return inForce(model, 'reconciliation').map((control) => {
    const { attributes } = control;
    const flows = inForce(model, 'interface').filter((flow) => flow.attributes.reconcile === control.id);
    const used = new Set(
      flows
        .flatMap((flow) => [...model.partsOf(flow, 'mapping'), ...model.partsOf(flow, 'reply')])
        .flatMap(({ attributes: field }) => [field.map, field.conversion, field.crosswalk, ...(field.uses ?? [])]),
    );
    const blind = (attributes.uses ?? []).filter((name) => used.has(name));
    return {
      key: control.key,
      change: 'same',
      id: control.id,
      title: elementTitle(control),
      what: stated(attributes.what, 'what must agree'),
      between: statedAttribute(attributes, 'between', 'systems that are compared'),
      frequency: statedAttribute(attributes, 'every', 'how often it runs'),
      tolerance: stated(attributes.tolerance ?? '0 (the default of the language)', ''),
      owner: statedAttribute(attributes, 'owner', 'who answers for it'),
      onDifference: statedAttribute(attributes, 'onDifference', 'what is done about a difference'),
      watches: statedList([...flows.map(({ id }) => id), ...(attributes.polices ?? [])], 'an interface that names it'),
      blindTo: stated(
        blind.length > 0
          ? `BLIND to errors of ${blind.join(', ')}: it relies on what it watches`
          : (attributes.uses ?? []).length > 0
            ? `Errors of ${attributes.uses?.join(', ')}`
            : 'Relies on no map or set that is declared',
        '',
      ),
      blind,
    };
  });
}

export function phaseRows(model: SpecModel): readonly PhaseRow[] {
  return inForce(model, 'phase').map((phase) => {
    const { attributes } = phase;
    return {
      key: phase.key,
      change: 'same',
      id: phase.id,
      title: elementTitle(phase),
      live: statedList(attributes.live, 'interfaces in use'),
      manual: statedAttribute(attributes, 'manual', 'controlled manual paths'),
      entry: statedAttribute(attributes, 'entry', 'criteria for beginning', (items) => items.join('; ')),
      exit: statedAttribute(attributes, 'exit', 'criteria for ending', (items) => items.join('; ')),
      rollback: statedAttribute(attributes, 'rollback', 'way back and point of no return'),
    };
  });
}

export function linkRows(model: SpecModel): readonly LinkRow[] {
  return inForce(model, 'evidence-link').map((link) => {
    const { attributes } = link;
    return {
      key: link.key,
      change: 'same',
      id: link.id,
      title: elementTitle(link),
      ends: `${attributes.from} → ${attributes.to}`,
      carrier: statedAttribute(attributes, 'via', 'the interface that carries it'),
      fields: statedAttribute(attributes, 'key', 'the mapped fields that carry it'),
      cardinality: statedAttribute(attributes, 'cardinality', 'how many belong to how many'),
      mandatory: statedAttribute(attributes, 'required', 'whether every record must have it', (value) =>
        typeof value === 'boolean' ? (value ? 'Always' : 'No') : `When ${conditionWords(value.when, model)}`,
      ),
    };
  });
}
