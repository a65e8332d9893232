import { identical } from '../../diff/compare-attributes.ts';
import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named, shift } from './wording.ts';

type Signature = NonNullable<Element<'transition'>['attributes']['sign']>[number];

/** Whether signatures are tied to their record, or shown with it, in another way; one that is promised for the first time is no weakening. */
export function bindingVerdict(change: Change): readonly Verdict[] {
  const { after, path, from, to } = change;
  if (path[0] === 'sign') return recordVerdict(change);
  if (path[1] !== 'shows')
    return from === undefined ? [] : [{ what: shift(`${named(after)}, how signatures are bound`, from, to) }];
  const lost = without(items(from), items(to));
  return lost.length === 0 ? [] : [{ what: `A signature no longer shows ${listed(lost)}.` }];
}

/** Signatures in the same place of a step that bind another record. What else differs about them is left to other rules. */
function recordVerdict({ after, from, to }: Change): readonly Verdict[] {
  const [was, is] = [from, to].map((value) => (Array.isArray(value) ? (value as unknown as readonly Signature[]) : []));
  if (was === undefined || is === undefined || was.length !== is.length) return [];
  const other = was.flatMap((signature, index) => {
    const now = is[index];
    return now === undefined || now.binds === signature.binds ? [] : [{ signature, now }];
  });
  if (other.length === 0) return [];
  const onlyBinding = was.every((signature, index) => isSameBut(signature, is[index]));
  const names = other.map(({ signature, now }) => `“${now.meaning}” (${bound(signature)} → ${bound(now)})`);
  return [
    {
      what: `${named(after)}: the signature ${listed(names)} binds another record.`,
      ...(onlyBinding ? {} : { partial: true }),
    },
  ];
}

function isSameBut(a: Signature, b: Signature | undefined): boolean {
  return b !== undefined && identical({ ...a, binds: '' } as Json, { ...b, binds: '' } as Json);
}

function bound({ binds }: Signature): string {
  return binds ?? 'the record of the step';
}
