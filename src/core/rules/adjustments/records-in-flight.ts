import type { Element } from '../../model/element.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** A5. Class and risk stay; the board also needs a plan for the records that exist under the old definition. */
export const recordsInFlight = defineAdjustment({
  id: 'A5',
  purpose: 'Asks for a migration plan where live records may exist under the definition of base.',
  lowers: false,
  prepare({ base, head }) {
    const named = new Set(
      head
        .ofKind('change')
        .flatMap(({ attributes }) =>
          Object.keys(attributes.inFlight ?? {}).flatMap((name) =>
            [...base.named(name), ...head.named(name)].map(({ key }) => key),
          ),
        ),
    );
    return (raw) => {
      if (raw.finding.class === 'editorial' || raw.finding.class === 'compatible') return undefined;
      if (keysOf(raw).some((key) => named.has(key))) {
        return { evidence: ['MIG'], reason: 'the change record speaks of records in flight' };
      }
      const { before } = raw;
      if (before?.kind !== 'state' || (before as Element<'state'>).attributes.class === 'terminal') return undefined;
      return { evidence: ['MIG'], reason: `records may be in ${before.id}` };
    };
  },
});
