import { lifecycleCounts } from '../derive/counts.ts';
import { lifecycleViews } from '../derive/lifecycle-view.ts';
import { roleRights } from '../derive/role-rights.ts';
import { STRATEGIES } from '../derive/strategies/index.ts';
import type { TestCase } from '../derive/test-case.ts';
import { compareText } from '../diagnostics/order.ts';
import type { ElementKey } from '../model/element.ts';
import type { DocumentContext } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, count, facts, list, nullable, text, texts } from './fact-shape.ts';
import { FRONT_MATTER, frontMatter } from './front-matter.ts';
import {
  DOCUMENT_ROW,
  EXCLUSIONS,
  PROTOCOL_TEXTS,
  SYSTEM_FACTS,
  controlledDocuments,
  exclusionsOf,
  protocolTexts,
  systemFacts,
} from './protocol-facts.ts';

const STEP = facts({ number: count, system: text, action: text, expected: text, record: text, proves: texts });
const CASE = facts({
  id: text,
  type: text,
  title: text,
  objective: text,
  element: text,
  elementHash: text,
  caseHash: text,
  requirements: texts,
  risks: texts,
  initialState: list(facts({ system: text, state: text })),
  prerequisites: texts,
  accounts: list(facts({ account: text, role: text })),
  testData: texts,
  cleanUp: texts,
  steps: list(STEP),
  obligations: texts,
});
const CHAPTER = facts({ element: text, title: nullable(text), processSteps: texts, cases: list(CASE) });
const TYPE = facts({ type: text, rule: text, obligations: count, cases: count });
const LIFECYCLE = facts({
  lifecycle: text,
  states: count,
  events: count,
  transitions: count,
  arcs: count,
  illegalPairs: count,
  guardAtoms: count,
  signedTransitions: count,
  roleNegatives: count,
});
const SELECTION = facts({ element: text, type: text, obligations: count, cases: count, excluded: count });
const ACCOUNT = facts({ account: text, role: text, title: nullable(text), kind: text, cases: count });
const EXCEPTION = facts({
  id: text,
  class: text,
  title: nullable(text),
  treatment: nullable(text),
  notApplicable: nullable(text),
  elements: texts,
  documents: texts,
  cases: count,
});

export const OPERATIONAL_QUALIFICATION = facts({
  front: FRONT_MATTER,
  texts: PROTOCOL_TEXTS,
  rigour: facts({ label: text, reason: text }),
  systems: list(SYSTEM_FACTS),
  totals: facts({ obligations: count, cases: count, steps: count, exclusions: count }),
  types: list(TYPE),
  lifecycles: list(LIFECYCLE),
  selection: list(SELECTION),
  exclusions: EXCLUSIONS,
  accounts: list(ACCOUNT),
  testData: list(facts({ what: text, cases: count })),
  chapters: list(CHAPTER),
  exceptions: list(EXCEPTION),
  documents: list(DOCUMENT_ROW),
});

/** What an operation protocol states: scripts for people, with everything that is not tested. */
export type OperationalQualificationFacts = FactsOf<typeof OPERATIONAL_QUALIFICATION>;

/** The protocol by which people find out whether it does what is specified, and refuses what it must refuse. */
export const operationalQualification: DocumentType<OperationalQualificationFacts> = {
  type: 'OQ',
  title: 'Operational qualification protocol',
  id: 'operational-qualification',
  schema: OPERATIONAL_QUALIFICATION.schema,
  compose: composeProtocol,
};

function composeProtocol(context: DocumentContext): OperationalQualificationFacts {
  const { derivation } = context.head;
  const exclusions = exclusionsOf('OQ', context);
  const obligations = derivation.obligations.filter(({ phase }) => phase === 'OQ');
  return {
    front: frontMatter('OQ', context),
    texts: protocolTexts('OQ', context),
    rigour: { label: derivation.rigour.label, reason: derivation.rigour.reason },
    systems: systemFacts(context),
    totals: {
      obligations: obligations.length,
      cases: derivation.cases.length,
      steps: derivation.cases.reduce((sum, { steps }) => sum + steps.length, 0),
      exclusions: exclusions.length,
    },
    types: typesOf(context),
    lifecycles: lifecyclesOf(context),
    selection: selectionOf(context),
    exclusions,
    accounts: accountsOf(context),
    testData: testDataOf(derivation.cases),
    chapters: chaptersOf(context),
    exceptions: exceptionsOf(context),
    documents: controlledDocuments(context),
  };
}

/** The lifecycle, interface or other whole element to which a case belongs. */
function wholeOf(key: ElementKey, { head }: DocumentContext): ElementKey {
  return head.model.elements.get(key)?.parent ?? key;
}

/** What each type of case proves, and how many there are; types for which nothing is owed are listed with none. */
function typesOf({ head }: DocumentContext): OperationalQualificationFacts['types'] {
  const { obligations, cases } = head.derivation;
  return STRATEGIES.map(({ type, rule }) => ({
    type,
    rule,
    obligations: obligations.filter((one) => one.phase === 'OQ' && one.type === type).length,
    cases: cases.filter((one) => one.type === type).length,
  }));
}

/** What each lifecycle holds from which obligations follow. */
function lifecyclesOf({ head: { model } }: DocumentContext): OperationalQualificationFacts['lifecycles'] {
  return lifecycleCounts({ model, lifecycles: lifecycleViews(model), rights: roleRights(model) }).map(
    ({ guardAtoms, ...counts }) => ({
      ...counts,
      guardAtoms: guardAtoms.conditions + guardAtoms.messageFilters + guardAtoms.timers + guardAtoms.segregation,
    }),
  );
}

/** Obligations, cases and exclusions by whole element and type; types without an element of their own stand for the project. */
function selectionOf(context: DocumentContext): OperationalQualificationFacts['selection'] {
  const rows = new Map<
    string,
    { element: string; type: string; obligations: number; cases: number; excluded: number }
  >();
  const row = (key: ElementKey, type: string) => {
    const element = wholeOf(key, context);
    const found = rows.get(`${element}|${type}`) ?? { element, type, obligations: 0, cases: 0, excluded: 0 };
    rows.set(`${element}|${type}`, found);
    return found;
  };
  for (const { element, type, phase } of context.head.derivation.obligations)
    if (phase === 'OQ') row(element, type).obligations += 1;
  for (const { element, type } of context.head.derivation.cases) row(element, type).cases += 1;
  for (const { element, rule } of exclusionsOf('OQ', context)) row(element, rule).excluded += 1;
  return [...rows.values()].toSorted((a, b) => compareText(a.element, b.element) || compareText(a.type, b.type));
}

/** One account for each role that a case uses, and how many cases use it. */
function accountsOf({ head }: DocumentContext): OperationalQualificationFacts['accounts'] {
  const found = new Map<string, { account: string; role: string; cases: number }>();
  for (const { accounts } of head.derivation.cases) {
    for (const { account, role } of new Map(accounts.map((each) => [`${each.account}|${each.role}`, each])).values()) {
      const known = found.get(`${account}|${role}`) ?? { account, role, cases: 0 };
      found.set(`${account}|${role}`, { ...known, cases: known.cases + 1 });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => compareText(a.account, b.account) || compareText(a.role, b.role))
    .map(({ account, role, cases }) => {
      const declared = head.model.get('role', role);
      return {
        account,
        role,
        title: declared?.attributes.title ?? null,
        kind: declared === undefined ? 'without rights' : (declared.attributes.kind ?? 'human'),
        cases,
      };
    });
}

function testDataOf(cases: readonly TestCase[]): OperationalQualificationFacts['testData'] {
  const uses = new Map<string, number>();
  for (const { testData } of cases) for (const what of new Set(testData)) uses.set(what, (uses.get(what) ?? 0) + 1);
  return [...uses].toSorted(([a], [b]) => compareText(a, b)).map(([what, number]) => ({ what, cases: number }));
}

/** Cases by lifecycle or interface, in the order in which a tester walks the floor. */
function chaptersOf(context: DocumentContext): OperationalQualificationFacts['chapters'] {
  const { head } = context;
  const chapters = new Map<ElementKey, TestCase[]>();
  for (const one of head.derivation.cases) {
    const whole = wholeOf(one.element, context);
    chapters.set(whole, [...(chapters.get(whole) ?? []), one]);
  }
  return [...chapters].map(([element, cases]) => {
    const found = head.model.elements.get(element);
    const title = found !== undefined && 'title' in found.attributes ? found.attributes.title : undefined;
    return {
      element,
      title: title ?? null,
      processSteps: processStepsOf(element, context),
      cases: cases.map((one) => caseFacts(one, context)),
    };
  });
}

/** Process steps that name the element or one of its parts. */
function processStepsOf(element: ElementKey, { head }: DocumentContext): readonly string[] {
  const parts = [...head.model.elements.values()].filter(({ key, parent }) => key === element || parent === element);
  const steps = parts.flatMap(({ key }) =>
    head.graph
      .to(key)
      .filter(({ from }) => from.startsWith('step:'))
      .map(({ from }) => from.slice('step:'.length)),
  );
  return [...new Set(steps)].toSorted(compareText);
}

function caseFacts(one: TestCase, { trace }: DocumentContext): FactsOf<typeof CASE> {
  const { id, type, title, objective, element, elementHash, caseHash } = one;
  const risks = trace.forward
    .filter(({ requirement }) => one.requirements.includes(requirement.id))
    .flatMap((row) => row.risks);
  return {
    id,
    type,
    title,
    objective,
    element,
    elementHash,
    caseHash,
    requirements: [...one.requirements],
    risks: [...new Set(risks)].toSorted(compareText),
    initialState: one.initialState.map(({ system, state }) => ({ system, state })),
    prerequisites: [...one.prerequisites],
    accounts: one.accounts.map(({ account, role }) => ({ account, role })),
    testData: [...one.testData],
    cleanUp: [...one.cleanUp],
    steps: one.steps.map(({ number, system, action, expected, record, proves }) => ({
      number,
      system,
      action,
      expected,
      record,
      proves: [...proves],
    })),
    obligations: [...one.obligations],
  };
}

/** Declared exceptions, and how many cases exercise an element that handles them. */
function exceptionsOf({ head }: DocumentContext): OperationalQualificationFacts['exceptions'] {
  return head.model.ofKind('exception').map(({ id, attributes }) => {
    const keys = new Set((attributes.elements ?? []).flatMap((name) => head.model.named(name).map(({ key }) => key)));
    const cases = head.derivation.cases.filter(
      ({ element }) => keys.has(element) || keys.has(head.model.elements.get(element)?.parent ?? ''),
    );
    return {
      id,
      class: attributes.class,
      title: attributes.title ?? null,
      treatment: attributes.treatment ?? null,
      notApplicable: attributes.notApplicable?.['treatment'] ?? null,
      elements: [...(attributes.elements ?? [])],
      documents: [...(attributes.documents ?? [])],
      cases: cases.length,
    };
  });
}
