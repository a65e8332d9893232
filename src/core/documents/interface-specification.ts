import { authoredText } from './authored-sections.ts';
import { CHANGES_SINCE_BASE, changesSinceBase, comparedTable } from './compared-rows.ts';
import type { DocumentContext, DocumentRevision } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, facts, list, nullable, text } from './fact-shape.ts';
import {
  CODE_ROW,
  CODE_TABLE,
  MAP_ROW,
  MAP_TABLE,
  SET_ROW,
  SET_TABLE,
  codeRows,
  mapRows,
  setRows,
} from './flows/code-rows.ts';
import { CONTEXT_ROW, CONTEXT_TABLE, contextRows } from './flows/context-rows.ts';
import {
  LINK_ROW,
  LINK_TABLE,
  PHASE_ROW,
  PHASE_TABLE,
  RECONCILIATION_ROW,
  RECONCILIATION_TABLE,
  linkRows,
  phaseRows,
  reconciliationRows,
} from './flows/control-rows.ts';
import {
  CONVERSION_ROW,
  CONVERSION_TABLE,
  WORKED_ROW,
  WORKED_TABLE,
  conversionRows,
  workedRows,
} from './flows/conversion-rows.ts';
import { EFFECT_ROW, EFFECT_TABLE, effectRows } from './flows/effect-rows.ts';
import { FIELD_ROW, FIELD_TABLE, fieldRows } from './flows/field-rows.ts';
import { INTERFACE_ROW, INTERFACE_TABLE, interfaceRows } from './flows/interface-rows.ts';
import { CROSSWALK_ROW, CROSSWALK_TABLE, KEY_ROW, KEY_TABLE, crosswalkRows, keyRows } from './flows/key-rows.ts';
import { ISSUE_ROW, openIssues } from './flows/open-issues.ts';
import { FRONT_MATTER, type FrontMatter, frontMatter } from './front-matter.ts';
import { type OpenGap, TABLE_GAPS, numberedGaps, undeclaredCells } from './table-gaps.ts';

export const INTERFACE_SPECIFICATION = facts({
  front: FRONT_MATTER,
  texts: facts({ context: nullable(text), remarks: nullable(text), issues: nullable(text) }),
  systems: list(CONTEXT_ROW),
  keys: list(KEY_ROW),
  crosswalks: list(CROSSWALK_ROW),
  interfaces: list(INTERFACE_ROW),
  fields: list(FIELD_ROW),
  effects: list(EFFECT_ROW),
  maps: list(MAP_ROW),
  codes: list(CODE_ROW),
  sets: list(SET_ROW),
  conversions: list(CONVERSION_ROW),
  worked: list(WORKED_ROW),
  reconciliations: list(RECONCILIATION_ROW),
  links: list(LINK_ROW),
  phases: list(PHASE_ROW),
  issues: list(ISSUE_ROW),
  gaps: TABLE_GAPS,
  changes: CHANGES_SINCE_BASE,
});

/** What an interface specification states: every flow in full, down to the single value. */
export type InterfaceSpecificationFacts = FactsOf<typeof INTERFACE_SPECIFICATION>;

/** Flows between systems: identifiers, interfaces, fields, codes, units, and what each message drives. */
export const interfaceSpecification: DocumentType<InterfaceSpecificationFacts> = {
  type: 'IFS',
  title: 'Data-flow and interface specification',
  id: 'interface-specification',
  schema: INTERFACE_SPECIFICATION.schema,
  compose: composeSpecification,
};

function composeSpecification(context: DocumentContext): InterfaceSpecificationFacts {
  const written = (section: string): string | null =>
    authoredText(context.head.model, 'IFS', section)?.markdown ?? null;
  const [head, base] = [tablesOf(context.head), tablesOf(context.base)];
  const tables = {
    systems: comparedTable(CONTEXT_TABLE, head.systems, base.systems, context),
    keys: comparedTable(KEY_TABLE, head.keys, base.keys, context),
    crosswalks: comparedTable(CROSSWALK_TABLE, head.crosswalks, base.crosswalks, context),
    interfaces: comparedTable(INTERFACE_TABLE, head.interfaces, base.interfaces, context),
    fields: comparedTable(FIELD_TABLE, head.fields, base.fields, context),
    effects: comparedTable(EFFECT_TABLE, head.effects, base.effects, context),
    maps: comparedTable(MAP_TABLE, head.maps, base.maps, context),
    codes: comparedTable(CODE_TABLE, head.codes, base.codes, context),
    sets: comparedTable(SET_TABLE, head.sets, base.sets, context),
    conversions: comparedTable(CONVERSION_TABLE, head.conversions, base.conversions, context),
    worked: comparedTable(WORKED_TABLE, head.worked, base.worked, context),
    reconciliations: comparedTable(RECONCILIATION_TABLE, head.reconciliations, base.reconciliations, context),
    links: comparedTable(LINK_TABLE, head.links, base.links, context),
    phases: comparedTable(PHASE_TABLE, head.phases, base.phases, context),
  };
  const { systems, keys, crosswalks, interfaces, fields, effects, maps, codes, sets } = tables;
  const { conversions, worked, reconciliations, links, phases } = tables;
  return {
    front: signedByOwners(frontMatter('IFS', context), head),
    texts: { context: written('context'), remarks: written('remarks'), issues: written('issues') },
    systems: systems.rows,
    keys: keys.rows,
    crosswalks: crosswalks.rows,
    interfaces: interfaces.rows,
    fields: fields.rows,
    effects: effects.rows,
    maps: maps.rows,
    codes: codes.rows,
    sets: sets.rows,
    conversions: conversions.rows,
    worked: worked.rows,
    reconciliations: reconciliations.rows,
    links: links.rows,
    phases: phases.rows,
    issues: openIssues(context.head),
    gaps: numberedGaps(gapsOf(head)),
    changes: changesSinceBase(context, Object.values(tables)),
  };
}

type Tables = ReturnType<typeof tablesOf>;

/** The tables of one revision, without marks. */
function tablesOf(revision: DocumentRevision) {
  const { model } = revision;
  return {
    systems: contextRows(model),
    keys: keyRows(model),
    crosswalks: crosswalkRows(model),
    interfaces: interfaceRows(revision),
    fields: fieldRows(revision),
    effects: effectRows(model),
    maps: mapRows(model),
    codes: codeRows(model),
    sets: setRows(model),
    conversions: conversionRows(model),
    worked: workedRows(model),
    reconciliations: reconciliationRows(model),
    links: linkRows(model),
    phases: phaseRows(model),
  };
}

function gapsOf(tables: Tables): readonly OpenGap[] {
  return [
    ...undeclaredCells(CONTEXT_TABLE, tables.systems),
    ...tables.keys.flatMap((row) => undeclaredCells(KEY_TABLE, [row]).map((gap) => ({ ...gap, part: row.system }))),
    ...undeclaredCells(CROSSWALK_TABLE, tables.crosswalks),
    ...undeclaredCells(INTERFACE_TABLE, tables.interfaces),
    ...tables.fields.flatMap((row) =>
      undeclaredCells(FIELD_TABLE, [row]).map((gap) => ({ ...gap, row: row.interface, part: row.id })),
    ),
    ...undeclaredCells(EFFECT_TABLE, tables.effects),
    ...undeclaredCells(MAP_TABLE, tables.maps),
    ...undeclaredCells(CODE_TABLE, tables.codes),
    ...undeclaredCells(SET_TABLE, tables.sets),
    ...undeclaredCells(CONVERSION_TABLE, tables.conversions),
    ...undeclaredCells(WORKED_TABLE, tables.worked),
    ...undeclaredCells(RECONCILIATION_TABLE, tables.reconciliations),
    ...undeclaredCells(LINK_TABLE, tables.links),
    ...undeclaredCells(PHASE_TABLE, tables.phases),
  ];
}

/** The system owner signs once for each system at the end of a flow: both sides accept the same document. */
function signedByOwners(front: FrontMatter, { interfaces }: Tables): FrontMatter {
  const systems = [...new Set(interfaces.flatMap(({ from, to }) => [from, ...to.split(', ')]))].toSorted();
  if (systems.length === 0) return front;
  const before = front.signatures.before.flatMap((one) =>
    one.code === 'SYS' ? systems.map((system) => ({ ...one, role: `${one.role} of ${system}` })) : [one],
  );
  return { ...front, signatures: { ...front.signatures, before } };
}
