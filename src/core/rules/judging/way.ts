import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import { isObject } from '../../diff/comparable.ts';
import { items } from './values.ts';
import { listed, shown } from './wording.ts';

/** A transition in one line: `declare_complete from Dispositioned to PendingVerification, by OPERATOR, unsigned`. */
export function wayOf(element: Element): string {
  const { event, from, to, by, receives, auto, after, sign } = (element as Element<'transition'>).attributes;
  const starts = [
    ...(by === undefined ? [] : [`by ${listed(by)}`]),
    ...(receives === undefined ? [] : ['by message']),
    ...(auto === true ? ['by itself'] : []),
    ...(after === undefined ? [] : ['by time']),
  ];
  const started = starts.length === 0 ? 'start not declared' : starts.join(' or ');
  const signed =
    sign === undefined || sign.length === 0
      ? 'unsigned'
      : `signed “${sign.map(({ meaning }) => meaning).join('”, “')}”`;
  return `${event === undefined ? '' : `${event} `}from ${listed(from)} to ${target(to as Json)}, ${started}, ${signed}`;
}

function target(to: Json): string {
  return isObject(to) ? `the last of ${listed(items(to['last']))}` : shown(to);
}
