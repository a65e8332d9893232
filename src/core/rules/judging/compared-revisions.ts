import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext } from '../change-rule.ts';
import { inHeadNames } from './head-names.ts';

/** Two revisions in the order in which a question is asked of them: what one has and the other has not. */
export interface ComparedRevisions {
  readonly was: SpecModel;
  readonly is: SpecModel;
  /** The same element in the other one. */
  readonly inIs: (element: Element) => Element | undefined;
  readonly inWas: (element: Element) => Element | undefined;
  /** What a step says, in the names of head whichever revision it is of. */
  readonly contentOf: (transition: Element<'transition'>, model: SpecModel) => Element<'transition'>['attributes'];
}

/** What head lost of base. */
export function forward(context: ChangeContext): ComparedRevisions {
  const { base, head, inBase, inHead } = context;
  return { was: base, is: head, inIs: inHead, inWas: inBase, contentOf: contents(context) };
}

/** What head has and base had not: the same question, asked the other way round. */
export function backward(context: ChangeContext): ComparedRevisions {
  const { base, head, inBase, inHead } = context;
  return { was: head, is: base, inIs: inBase, inWas: inHead, contentOf: contents(context) };
}

function contents(context: ChangeContext): ComparedRevisions['contentOf'] {
  return (transition, model) => inHeadNames(transition, model, context);
}
