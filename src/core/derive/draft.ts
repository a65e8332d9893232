import type { ElementKey } from '../model/element.ts';
import type { Exclusion, ObligationType, TestPhase } from './test-case.ts';

/** An obligation before it has an id. */
export interface ObligationDraft {
  readonly phase: TestPhase;
  readonly type: ObligationType;
  readonly element: ElementKey;
  /** Id of the element as it is printed in the obligation's id: `NCR.T03`. */
  readonly elementId: string;
  readonly semanticKey: string;
  readonly objective: string;
  /** Elements beside its own whose requirements it proves. */
  readonly serves?: readonly ElementKey[];
}

/** A step before it has a number; `proves` names semantic keys. */
export interface StepDraft {
  readonly system: string;
  readonly action: string;
  readonly expected: string;
  readonly record: string;
  readonly proves: readonly string[];
}

export interface Account {
  readonly account: string;
  readonly role: string;
}

export interface InitialState {
  readonly system: string;
  readonly state: string;
}

/** Everything that must be so before the first step; two drafts may share a case only when their setups are the same. */
export interface Setup {
  readonly initialState: readonly InitialState[];
  readonly prerequisites: readonly string[];
  readonly accounts: readonly Account[];
  readonly testData: readonly string[];
  readonly cleanUp: readonly string[];
}

/** A case of its own: steps in the order in which a person does them. */
export interface CaseDraft {
  readonly type: ObligationType;
  readonly element: ElementKey;
  readonly elementId: string;
  /** What names the case: the semantic key of the obligation that leads it. */
  readonly semanticKey: string;
  readonly title: string;
  readonly objective: string;
  readonly setup: Setup;
  readonly steps: readonly StepDraft[];
  readonly support: readonly ElementKey[];
  /** Elements beside its own whose requirements it proves. */
  readonly serves?: readonly ElementKey[];
}

/** Many items of one kind from one initial state; cut into several cases where there are too many for one. */
export interface SweepDraft extends Omit<CaseDraft, 'steps'> {
  /** Steps before the first item, repeated in each case: they fix what must not change. */
  readonly opening: readonly StepDraft[];
  readonly items: readonly SweepItem[];
  /** Steps after the last item, repeated in each case: they show that nothing has changed. */
  readonly closing: readonly StepDraft[];
}

/** One item of a sweep: one step, or a few that must stay together. */
export interface SweepItem {
  readonly steps: readonly StepDraft[];
  /** Data and accounts that only this item needs. */
  readonly testData: readonly string[];
  readonly accounts: readonly Account[];
}

/** Something that is read in the same pass as a case's own result: it joins that case instead of making one. */
export interface Addition {
  /** Semantic key of the case that it joins. */
  readonly host: string;
  /** `result`: read where the case's own result is read; `end`: a step more. */
  readonly joins:
    | { readonly at: 'result'; readonly expected: string }
    | { readonly at: 'end'; readonly step: StepDraft };
  readonly proves: readonly string[];
  readonly support: readonly ElementKey[];
}

/** What one strategy derives. Nothing is lost on the way: what it does not ask for stands in `exclusions`. */
export interface Drafts {
  readonly obligations: readonly ObligationDraft[];
  readonly cases: readonly CaseDraft[];
  readonly sweeps: readonly SweepDraft[];
  readonly additions: readonly Addition[];
  readonly exclusions: readonly Exclusion[];
}

export const NOTHING: Drafts = { obligations: [], cases: [], sweeps: [], additions: [], exclusions: [] };

export function joinDrafts(all: readonly Drafts[]): Drafts {
  return {
    obligations: all.flatMap(({ obligations }) => obligations),
    cases: all.flatMap(({ cases }) => cases),
    sweeps: all.flatMap(({ sweeps }) => sweeps),
    additions: all.flatMap(({ additions }) => additions),
    exclusions: all.flatMap(({ exclusions }) => exclusions),
  };
}
