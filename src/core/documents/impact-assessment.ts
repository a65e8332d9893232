import { textOfChange } from './authored-sections.ts';
import { changesAssessed } from './change-records.ts';
import type { DocumentContext } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, count, facts, flag, list, nullable, text, texts, words } from './fact-shape.ts';
import { FRONT_MATTER, frontMatter } from './front-matter.ts';
import { AFFECTED_CLAUSE, AFFECTED_DOCUMENT, affectedClauses, affectedDocuments } from './impact/affected-documents.ts';
import { ASPECTS, aspectsOf } from './impact/aspects.ts';
import { CHANGE_RECORD, NOT_RECORDED, changeRecordFacts, notRecorded } from './impact/change-record-facts.ts';
import { EFFECT_ROW, effectRows } from './impact/composed-effect-facts.ts';
import { CONSEQUENCE_ROW, consequenceRows } from './impact/consequence-facts.ts';
import { CONTROLS, controlsOf } from './impact/controls.ts';
import { INVENTORY_ROW, type InventoryRow, inventoryRow } from './impact/finding-facts.ts';
import { numberFindings } from './impact/numbered-findings.ts';
import { OPENED_PATHS, openedPaths } from './impact/opened-paths.ts';
import { OPEN_QUESTIONS, QUESTION_ROW, openQuestions, questionRows } from './impact/open-questions.ts';
import { PREVIOUS_DECISION, previousDecisionRows } from './impact/previous-decision-facts.ts';
import { servicesOf } from './impact/requirements-served.ts';
import { SEMANTIC_DIFF, semanticDiff } from './impact/semantic-diff.ts';
import { VERIFICATION, verificationOf } from './impact/verification.ts';
import { WAIVER_ROW, waiverRows } from './impact/waiver-facts.ts';
import { WORST_ROW, worstConsequences } from './impact/worst.ts';

const AUTHORED = facts({ ids: texts, markdown: text });

export const IMPACT_ASSESSMENT = facts({
  front: FRONT_MATTER,
  changes: list(CHANGE_RECORD),
  notRecorded: list(NOT_RECORDED),
  class: words('CRITICAL', 'MAJOR', 'MINOR', 'COSMETIC', 'NONE'),
  counts: facts({
    findings: count,
    explained: count,
    waived: count,
    acceptedRequests: count,
    breaking: count,
    risky: count,
    compatible: count,
    editorial: count,
    C: count,
    H: count,
    M: count,
    L: count,
    reached: count,
  }),
  worst: list(WORST_ROW),
  notKnown: facts({
    checks: count,
    checksUndeclared: count,
    cases: count,
    casesUndeclared: count,
    unclassified: texts,
    elementsWithoutGxp: count,
  }),
  authored: facts({
    recommendation: nullable(AUTHORED),
    reason: nullable(AUTHORED),
    regulatory: nullable(AUTHORED),
    operations: nullable(AUTHORED),
    data: nullable(AUTHORED),
    documents: nullable(AUTHORED),
    implementation: nullable(AUTHORED),
    questions: nullable(AUTHORED),
  }),
  approvers: list(facts({ function: words('OPS', 'QA', 'IT'), required: flag, because: text, heldBy: texts })),
  designAuthority: texts,
  inventory: list(INVENTORY_ROW),
  previousDecisions: list(PREVIOUS_DECISION),
  effects: list(EFFECT_ROW),
  consequences: list(CONSEQUENCE_ROW),
  paths: OPENED_PATHS,
  controls: CONTROLS,
  aspects: ASPECTS,
  clauses: list(AFFECTED_CLAUSE),
  documents: list(AFFECTED_DOCUMENT),
  verification: VERIFICATION,
  questions: list(QUESTION_ROW),
  openQuestions: OPEN_QUESTIONS,
  waivers: list(WAIVER_ROW),
  diff: SEMANTIC_DIFF,
});

/** What an impact assessment states. */
export type ImpactAssessmentFacts = FactsOf<typeof IMPACT_ASSESSMENT>;

/** How many consequences the first page names. */
const WORST = 3;

/** The document from which a board decides: what changes, what it can break, what must be repeated. */
export const impactAssessment: DocumentType<ImpactAssessmentFacts> = {
  type: 'IA',
  title: 'Impact assessment',
  id: 'impact-assessment',
  schema: IMPACT_ASSESSMENT.schema,
  compose: composeAssessment,
};

function composeAssessment(context: DocumentContext): ImpactAssessmentFacts {
  const { assessment, head } = context;
  const changes = changesAssessed(context);
  const numbered = numberFindings(assessment.findings);
  const inventory = numbered.map((one) => inventoryRow(one, context, changes));
  const consequences = consequenceRows(context, numbered, servicesOf(context));
  const questions = questionRows(context, changes);
  const records = changes.map((record) => changeRecordFacts(record, context));
  const productData = inventory
    .filter(({ element, class: verdict }) => verdict !== 'editorial' && PRODUCT_DATA.has(element.kind))
    .map(({ ref }) => ref);
  return {
    front: frontMatter('IA', context, productData.length > 0 ? ['DES'] : []),
    changes: records,
    notRecorded: notRecorded(inventory),
    class: assessment.class,
    counts: countsOf(inventory, consequences.length),
    worst: worstConsequences(inventory, consequences, WORST, (id) => head.model.get('output', id)?.attributes.title),
    notKnown: notKnown(context, inventory),
    authored: {
      recommendation: ofChange(context, 'recommendation'),
      reason: ofChange(context, 'reason'),
      regulatory: ofChange(context, 'regulatory'),
      operations: ofChange(context, 'operations'),
      data: ofChange(context, 'data'),
      documents: ofChange(context, 'documents'),
      implementation: ofChange(context, 'implementation'),
      questions: ofChange(context, 'questions'),
    },
    approvers: assessment.approvers.map(({ function: name, required, because }) => {
      const approver = head.model.project?.attributes.approvers?.[name];
      return {
        function: name,
        required,
        because,
        heldBy: [...(approver?.departments ?? []), ...(approver?.roles ?? [])],
      };
    }),
    designAuthority: productData,
    inventory,
    previousDecisions: previousDecisionRows(context, inventory, changes),
    effects: effectRows(context, inventory),
    consequences,
    paths: openedPaths(context.exploration.found, context.exploration.notSearched, context.exploration.strength),
    controls: controlsOf(inventory),
    aspects: aspectsOf(context, inventory, consequences),
    clauses: affectedClauses(context, inventory, consequences),
    documents: affectedDocuments(context, inventory, consequences),
    verification: verificationOf(context, new Map(numbered.map(({ finding, ref }) => [finding.fingerprint, ref]))),
    questions,
    openQuestions: openQuestions(context, inventory, questions, changes, records),
    waivers: waiverRows(head.model, inventory),
    diff: semanticDiff(context),
  };
}

/** Kinds of element that hold or convert product data: their change needs the design authority. */
const PRODUCT_DATA: ReadonlySet<string> = new Set([
  'object',
  'field',
  'code-list',
  'code',
  'conversion',
  'unit',
  'mapping',
  'value-map',
  'measure',
]);

function ofChange(
  { base, head }: DocumentContext,
  section: string,
): { ids: readonly string[]; markdown: string } | null {
  const found = textOfChange(base.model, head.model, section);
  return found === undefined || found === 'unchanged' ? null : found;
}

function countsOf(inventory: readonly InventoryRow[], reached: number): ImpactAssessmentFacts['counts'] {
  const of = (test: (row: InventoryRow) => boolean) => inventory.filter(test).length;
  return {
    findings: inventory.length,
    explained: of(({ explainedBy }) => explainedBy !== null),
    waived: of(({ waiver }) => waiver !== null),
    acceptedRequests: of(({ waiverRequest }) => waiverRequest?.accepted === true),
    breaking: of((row) => row.class === 'breaking'),
    risky: of((row) => row.class === 'risky'),
    compatible: of((row) => row.class === 'compatible'),
    editorial: of((row) => row.class === 'editorial'),
    C: of(({ risk }) => risk === 'C'),
    H: of(({ risk }) => risk === 'H'),
    M: of(({ risk }) => risk === 'M'),
    L: of(({ risk }) => risk === 'L'),
    reached,
  };
}

/** What this assessment cannot know: facts that nobody declared, and changes for which there is no rule. */
function notKnown({ head }: DocumentContext, inventory: readonly InventoryRow[]): ImpactAssessmentFacts['notKnown'] {
  const { cases, checks } = head.derivation;
  const undeclared = cases.filter(({ initialState, prerequisites, testData, steps }) =>
    [
      ...initialState.map(({ state }) => state),
      ...prerequisites,
      ...testData,
      ...steps.flatMap(({ action, expected }) => [action, expected]),
    ].some((words) => words.includes('NOT DECLARED')),
  );
  return {
    checks: checks.length,
    checksUndeclared: checks.filter(({ expected }) => expected === undefined).length,
    cases: cases.length,
    casesUndeclared: undeclared.length,
    unclassified: inventory.filter(({ ruleId }) => ruleId === 'unclassified-change').map(({ ref }) => ref),
    elementsWithoutGxp: inventory.filter(({ gxp, class: verdict }) => gxp === null && verdict !== 'editorial').length,
  };
}
