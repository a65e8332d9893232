import { authoredText } from './authored-sections.ts';
import { CHANGES_SINCE_BASE, changesSinceBase, comparedTable } from './compared-rows.ts';
import type { DocumentContext, DocumentRevision } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, facts, list, nullable, text } from './fact-shape.ts';
import { FRONT_MATTER, frontMatter } from './front-matter.ts';
import { DECISION_ROW, DECISION_TABLE, decisionRows } from './responsibility/decision-rows.ts';
import { EVENT_ROW, EVENT_TABLE, eventRows } from './responsibility/event-rows.ts';
import { FLOW_OWNER_ROW, FLOW_OWNER_TABLE, flowOwnerRows } from './responsibility/flow-owner-rows.ts';
import { OBJECT_ROW, OBJECT_TABLE, objectRows } from './responsibility/object-rows.ts';
import {
  CONTENT_ROW,
  CONTENT_TABLE,
  OUTPUT_ROW,
  OUTPUT_TABLE,
  contentRows,
  outputRows,
} from './responsibility/output-rows.ts';
import { OVERLAP_ROW, OVERLAP_TABLE, overlapRows } from './responsibility/overlap-rows.ts';
import { GRID_ROW, GRID_TABLE, ownershipGrid } from './responsibility/ownership-grid.ts';
import { SCOPING, scopingFacts } from './responsibility/scoping.ts';
import { STEP_ROW, STEP_TABLE, hopGaps, stepRows } from './responsibility/step-rows.ts';
import { SYSTEM_ROW, SYSTEM_TABLE, systemRows } from './responsibility/system-rows.ts';
import { type OpenGap, TABLE_GAPS, numberedGaps, undeclaredCells } from './table-gaps.ts';

export const RESPONSIBILITY_MATRIX = facts({
  front: FRONT_MATTER,
  texts: facts({ scoping: nullable(text), overlaps: nullable(text), remarks: nullable(text) }),
  scoping: SCOPING,
  steps: list(STEP_ROW),
  systems: list(SYSTEM_ROW),
  flows: list(FLOW_OWNER_ROW),
  outputs: list(OUTPUT_ROW),
  content: list(CONTENT_ROW),
  events: list(EVENT_ROW),
  objects: list(OBJECT_ROW),
  decisions: list(DECISION_ROW),
  grid: list(GRID_ROW),
  overlaps: list(OVERLAP_ROW),
  gaps: TABLE_GAPS,
  changes: CHANGES_SINCE_BASE,
});

/** What a responsibility matrix states: which system is the record of what, and who owns it together. */
export type ResponsibilityMatrixFacts = FactsOf<typeof RESPONSIBILITY_MATRIX>;

/** Per process step, event, data object and decision: the system that counts, and the people who answer for it. */
export const responsibilityMatrix: DocumentType<ResponsibilityMatrixFacts> = {
  type: 'RSP',
  title: 'System-of-record and responsibility matrix',
  id: 'responsibility-matrix',
  schema: RESPONSIBILITY_MATRIX.schema,
  compose: composeMatrix,
};

function composeMatrix(context: DocumentContext): ResponsibilityMatrixFacts {
  const { model } = context.head;
  const written = (section: string): string | null => authoredText(model, 'RSP', section)?.markdown ?? null;
  const [head, base] = [context.head, context.base].map(tablesOf) as [Tables, Tables];
  const steps = comparedTable(STEP_TABLE, head.steps, base.steps, context);
  const systems = comparedTable(SYSTEM_TABLE, head.systems, base.systems, context);
  const flows = comparedTable(FLOW_OWNER_TABLE, head.flows, base.flows, context);
  const outputs = comparedTable(OUTPUT_TABLE, head.outputs, base.outputs, context);
  const content = comparedTable(CONTENT_TABLE, head.content, base.content, context);
  const events = comparedTable(EVENT_TABLE, head.events, base.events, context);
  const objects = comparedTable(OBJECT_TABLE, head.objects, base.objects, context);
  const decisions = comparedTable(DECISION_TABLE, head.decisions, base.decisions, context);
  const grid = comparedTable(GRID_TABLE, head.grid, base.grid, context);
  const overlaps = comparedTable(OVERLAP_TABLE, head.overlaps, base.overlaps, context);
  const tables = [steps, events, objects, decisions, outputs, content, grid, overlaps, flows, systems];
  return {
    front: frontMatter('RSP', context),
    texts: { scoping: written('scoping'), overlaps: written('overlaps'), remarks: written('remarks') },
    scoping: scopingFacts(model),
    steps: steps.rows,
    systems: systems.rows,
    flows: flows.rows,
    outputs: outputs.rows,
    content: content.rows,
    events: events.rows,
    objects: objects.rows,
    decisions: decisions.rows,
    grid: grid.rows,
    overlaps: overlaps.rows,
    gaps: numberedGaps(gapsOf(head)),
    changes: changesSinceBase(context, tables),
  };
}

type Tables = ReturnType<typeof tablesOf>;

/** The tables of one revision, without marks. */
function tablesOf(revision: DocumentRevision) {
  const { model } = revision;
  return {
    steps: stepRows(revision),
    systems: systemRows(model),
    flows: flowOwnerRows(model),
    outputs: outputRows(model),
    content: contentRows(model),
    events: eventRows(model),
    objects: objectRows(model),
    decisions: decisionRows(revision),
    grid: ownershipGrid(model),
    overlaps: overlapRows(model, authoredText(model, 'RSP', 'overlaps') !== undefined),
  };
}

/** In the order in which the tables print; each undeclared fact once. */
function gapsOf(tables: Tables): readonly OpenGap[] {
  return [
    ...undeclaredCells(STEP_TABLE, tables.steps),
    ...hopGaps(tables.steps),
    ...undeclaredCells(EVENT_TABLE, tables.events),
    ...undeclaredCells(OBJECT_TABLE, tables.objects),
    ...undeclaredCells(DECISION_TABLE, tables.decisions),
    ...undeclaredCells(OUTPUT_TABLE, tables.outputs),
    ...undeclaredCells(CONTENT_TABLE, tables.content),
    ...undeclaredCells(GRID_TABLE, tables.grid),
    ...undeclaredCells(OVERLAP_TABLE, tables.overlaps),
    ...undeclaredCells(FLOW_OWNER_TABLE, tables.flows),
    ...undeclaredCells(SYSTEM_TABLE, tables.systems),
  ];
}
