import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { inForce } from '../in-force.ts';

/** Interfaces that carry data from one system to another. An answer to a question runs back, and so does a two-way flow. */
export function flowsBetween(model: SpecModel, from: string, to: string): readonly string[] {
  return inForce(model, 'interface')
    .filter((flow) => runs(flow, from, to) || (bothWays(flow) && runs(flow, to, from)))
    .map(({ id }) => id);
}

function runs({ attributes }: Element<'interface'>, from: string, to: string): boolean {
  return attributes.from === from && attributes.to.includes(to);
}

function bothWays({ attributes }: Element<'interface'>): boolean {
  return attributes.twoWay === true || attributes.pattern === 'request-reply';
}
