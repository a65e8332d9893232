import { exploreModel } from '../../../../src/core/explore/verdict/explore-model.ts';
import type { ExplorationRequest } from '../../../../src/core/explore/verdict/exploration-request.ts';
import type { Exploration, InvariantVerdict } from '../../../../src/core/explore/verdict/exploration.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { load, projectText, sourceFile } from '../../rules/small-project.ts';

/** A snippet as a model. */
export function modelOf(spec: string): SpecModel {
  return load('head', [sourceFile('head', 'countersign.yaml', projectText(spec))]);
}

/** A snippet, explored. */
export function explored(spec: string, request: ExplorationRequest = {}): Exploration {
  return exploreModel(modelOf(spec), request);
}

/** `INV-1 broken, 0 faults: A.T1 B.T1`: the verdict with the transitions and deliveries of its story. */
export function verdictLines({ invariants }: Exploration): readonly string[] {
  return invariants.map(verdictLine);
}

function verdictLine({ invariant, verdict, faults, story }: InvariantVerdict): string {
  const broken = faults === undefined ? '' : `, ${faults} fault${faults === 1 ? '' : 's'}`;
  const told = story === undefined ? '' : `: ${story.steps.map(stepWord).join(' ')}`;
  return `${invariant} ${verdict}${broken}${told}`;
}

function stepWord({ transitions, kind, what }: { transitions: readonly string[]; kind: string; what: string }): string {
  return transitions.length > 0 ? transitions.join('+') : `(${kind === 'delivery' ? 'delivery' : what})`;
}

/** What was noticed unasked: kind and subject. */
export function noticed({ observations }: Exploration): readonly string[] {
  return observations.map(({ kind, subject }) => `${kind} ${subject}`);
}
