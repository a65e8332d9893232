import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { interfaceOf, type Machine, type Move } from './machines.ts';
import type { Leaf } from './predicates.ts';

/** A condition that the search has to judge, and where. */
export interface ExploredCondition {
  readonly condition: Condition;
  /** Systems whose copies it reads; undefined = any. */
  readonly systems: readonly string[] | undefined;
  /** Steps at which it is judged, so that it sees what they fill; undefined = in every state. */
  readonly moves: readonly string[] | undefined;
  /** Object of the record that asks; undefined = of any. */
  readonly object: string | undefined;
  /** It decides more than when a step may happen: whatever it reads has to be followed. */
  readonly exactly?: boolean;
}

/** One value that some condition looks at. */
export interface Reading {
  readonly leaf: Leaf;
  /** From where: as it is now, from a copy, by a question, from the message that starts the step. */
  readonly from: 'owner' | 'copy' | 'query' | 'message';
  /** With `copy`, `query` and `message`. */
  readonly interfaces: readonly string[];
  readonly maxAge: boolean;
  readonly of: ExploredCondition;
}

/** The conditions of every explored step. */
export function conditionsOfMoves(machines: readonly Machine[], procedures: boolean): readonly ExploredCondition[] {
  return machines
    .flatMap(({ moves }) => moves)
    .flatMap((move) => {
      const { when, receives } = move;
      const procedure = procedures ? move.procedure : undefined;
      return [when, procedure, receives?.filter].flatMap((condition) =>
        condition === undefined ? [] : [exploredAt(condition, [move])],
      );
    });
}

function exploredAt(condition: Condition, moves: readonly Move[]): ExploredCondition {
  const systems = [...new Set(moves.flatMap(({ system }) => system ?? []))];
  const objects = new Set(moves.map(({ object }) => object));
  return {
    condition,
    systems: systems.length === 0 ? undefined : systems,
    moves: moves.map(({ id }) => id),
    object: objects.size === 1 ? moves[0]?.object : undefined,
  };
}

/** The conditions of every invariant of the model. */
export function conditionsOfInvariants(model: SpecModel, machines: readonly Machine[]): readonly ExploredCondition[] {
  const moves = new Map(machines.flatMap((machine) => machine.moves.map((move) => [move.id, move] as const)));
  return model.ofKind('invariant').flatMap(({ attributes }) => {
    const everywhere = [
      attributes.never,
      attributes.before,
      attributes.must,
      attributes.after,
      attributes.given,
      attributes.from,
      attributes.possible,
      attributes.reachable,
      ...(attributes.agree ?? []),
    ].flatMap((one) =>
      isCondition(one) ? [{ condition: one, systems: undefined, moves: undefined, object: undefined }] : [],
    );
    if (attributes.requires === undefined) return everywhere;
    const at = (attributes.step ?? []).flatMap((step) => moves.get(step) ?? []);
    return [...everywhere, { ...exploredAt(attributes.requires, at), exactly: true }];
  });
}

function isCondition(value: Condition | readonly string[] | undefined): value is Condition {
  return value !== undefined && 'kind' in value;
}

/** Every value that a condition looks at, and every interface that it wants settled. */
export function readingsIn(of: ExploredCondition): {
  readonly readings: readonly Reading[];
  readonly settled: readonly string[];
  readonly objects: readonly string[];
  readonly facts: number;
} {
  const readings: Reading[] = [];
  const settled: string[] = [];
  const objects: string[] = [];
  let facts = 0;
  const visit = (node: Condition, from: Pick<Reading, 'from' | 'interfaces' | 'maxAge'>): void => {
    switch (node.kind) {
      case 'status':
      case 'comparison':
        readings.push({ leaf: node, ...from, of });
        return;
      case 'settled':
        settled.push(node.interface);
        return;
      case 'fact':
        facts += 1;
        return;
      case 'read':
        visit(node.of, { from: node.from, interfaces: [node.interface], maxAge: node.maxAge !== undefined });
        return;
      case 'message':
        visit(node.of, { from: 'message', interfaces: [...new Set(node.messages.map(interfaceOf))], maxAge: false });
        return;
      case 'quantified':
        objects.push(node.object);
        visit(node.of, from);
        return;
      default:
        for (const part of partsOf(node)) visit(part, from);
    }
  };
  visit(of.condition, { from: 'owner', interfaces: [], maxAge: false });
  return { readings, settled, objects, facts };
}
