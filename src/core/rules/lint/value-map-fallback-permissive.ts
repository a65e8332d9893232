import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { codeSpace, unmappedCodes } from '../linting/code-space.ts';
import { listed } from '../judging/wording.ts';
import { dangerousSide, uncoveredCodes, uncoveredStates, unlistedSide } from '../linting/set-cover.ts';

/** Maps and sets in which what nobody listed counts as good. */
export const valueMapFallbackPermissive = defineLint({
  id: 'value-map-fallback-permissive',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The meaning of the fallback is declared: usable, not blocked, permitted.',
  purpose:
    'Reports a value map or set in which what nobody listed counts as usable; a warning as long as everything is listed.',
  why: 'A new or wrong code is treated as good until somebody notices.',
  fix: 'Refuse the unknown (`reject`, `quarantine`), or let it fall on the safe side.',
  reads: [
    'valueMaps.unknown',
    'valueMaps.to',
    'codes.value.trait',
    'lifecycles.state.class',
    'sets.unknown',
    'sets.effect',
    'sets.members',
    'sets.except',
  ],
  examples: [
    {
      name: 'a code exists that becomes usable, a source list that nobody declared, and a list that may grow',
      spec: `
        codes:
          CL-LIMS: {values: {PASS: Pass, FAIL: Fail, RETEST: Retest}}
          WIDE: {open: true, values: {PASS: Pass}}
          CL-QMS: {values: {P: {title: Pass, trait: usable}, F: {title: Fail, trait: blocking}}}
        valueMaps:
          VM-1: {from: CL-LIMS, to: CL-QMS, map: {PASS: P, FAIL: F}, unknown: {default: P}}
          VM-2: {to: CL-QMS, map: {FAIL: F}, unknown: {default: P}}
          VM-3: {from: WIDE, to: CL-QMS, map: {PASS: P}, unknown: {default: P}}`,
      expect: [
        '6:81 error VM-1: VM-1 makes RETEST, which it does not name, P: usable in the list CL-QMS.',
        '7:57 error VM-2: VM-2 makes every code that it does not name P: usable in the list CL-QMS.',
        '8:69 error VM-3: VM-3 makes every code that it does not name P: usable in the list CL-QMS.',
      ],
    },
    {
      name: 'today every code has its entry',
      spec: `
        codes: {CL-LIMS: {values: {PASS: Pass}}}
        lifecycles: {INV: {states: {Released: released}}}
        valueMaps:
          VM-1: {from: CL-LIMS, to: INV, map: {PASS: Released}, unknown: {default: Released}}`,
      expect: [
        '4:76 warning VM-1: VM-1 makes every code that it does not name Released: usable in the lifecycle INV. Today it names them all.',
      ],
    },
    {
      name: 'sets: what nobody lists does not block, or is permitted',
      spec: `
        lifecycles: {NCR: {states: {Draft: pre, Open: open, Review: open, Closed: closed}}}
        codes: {CL: {values: {P: {title: Pass, trait: usable}, F: {title: Fail, trait: blocking}}}}
        sets:
          LATENT: {of: NCR, effect: blocks, members: [Open, Review], unknown: out}
          OPEN: {of: NCR, effect: blocks, members: [Open], unknown: out}
          SILENT: {of: NCR, effect: blocks, members: [Open, Review]}
          USABLE: {of: CL, effect: permits, members: [P], unknown: in}`,
      expect: [
        '4:71 warning LATENT: LATENT blocks, and a status of NCR that it does not name counts as out: it does not block. Today every unresolved status is named.',
        '5:61 error OPEN: OPEN blocks, and a status of NCR that it does not name counts as out: today that is Review.',
        '6:3 warning SILENT: SILENT blocks, and does not say what a status of NCR counts as that it does not name: by the sense of the list it does not block.',
        '7:60 error USABLE: USABLE permits, and a code of CL that it does not name counts as in: today that is F.',
      ],
    },
    {
      name: 'the unknown is refused or falls on the safe side, or the set is made of classes',
      spec: `
        codes: {CL-QMS: {values: {P: {title: Pass, trait: usable}, F: {title: Fail, trait: blocking}}}}
        lifecycles: {NCR: {states: {Open: open, Closed: closed}}}
        valueMaps:
          VM-1: {to: CL-QMS, map: {PASS: P}, unknown: reject}
          VM-2: {to: CL-QMS, map: {PASS: P}, unknown: {default: F}}
          VM-3: {to: CL-QMS, map: {PASS: P}}
        sets:
          SAFE: {of: NCR, effect: blocks, members: [Open], unknown: in}
          REFUSES: {of: NCR, effect: blocks, members: [Open], unknown: reject}
          REST: {of: NCR, effect: blocks, except: [Closed]}
          BY-CLASS: {of: NCR, effect: blocks, classes: [open], unknown: out}
          PLAIN: {of: NCR, members: [Open], unknown: out}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const map of model.ofKind('value-map')) yield* ofMap(model, map);
    for (const set of model.ofKind('set')) yield* ofSet(model, set);
  },
});

function* ofMap(model: SpecModel, map: Element<'value-map'>): Generator<LintReport> {
  const { unknown, from, to } = map.attributes;
  const target = codeSpace(model, to);
  if (typeof unknown !== 'object' || target === undefined) return;
  const code = target.codes.find(({ id }) => id === unknown.default);
  if (code?.usable !== true) return;
  const source = codeSpace(model, from);
  const falling = unmappedCodes(model, map).map(({ id }) => id);
  const latent = source !== undefined && !source.open && falling.length === 0;
  const what = falling.length > 0 ? `${listed(falling)}, which it does not name,` : 'every code that it does not name';
  yield {
    element: map,
    path: ['unknown', 'default'],
    message: `${map.id} makes ${what} ${code.id}: usable in ${target.noun}.${latent ? ' Today it names them all.' : ''}`,
    hint: 'Refuse what is not listed: `unknown: reject`, or `quarantine`.',
    // A code that falls through is a finding of its own (`value-map-not-total`), which a waiver of this one does not cover.
    subject: ['default', target.owner.key, code.id],
    related: [{ message: `${code.id} is usable.`, element: code.element, path: [], part: 'key' }],
    ...(latent ? { severity: 'warning' } : {}),
  };
}

function* ofSet(model: SpecModel, set: Element<'set'>): Generator<LintReport> {
  const { effect, of, classes, unknown } = set.attributes;
  const { side, declared } = unlistedSide(set);
  if (effect === undefined || side !== dangerousSide(set) || isDecidedByClass(model, set)) return;
  const noun = model.get('lifecycle', of) === undefined ? 'code' : 'status';
  const falling = [...uncoveredStates(model, set), ...uncoveredCodes(model, set)].map(({ localId }) => localId);
  const verb = side === 'out' ? 'it does not block' : 'it is permitted';
  // A status that falls through today is reported as `state-set-not-total`; nobody said anything about tomorrow's.
  if (!declared && falling.length > 0 && noun === 'status') return;
  if (!declared && falling.length === 0) {
    yield {
      element: set,
      path: [],
      part: 'key',
      message: `${set.id} ${effect}, and does not say what a ${noun} of ${of} counts as that it does not name: by the sense of the list ${verb}.`,
      hint: `Say \`unknown: ${side === 'out' ? 'in' : 'out'}\`, or \`reject\`.`,
      subject: ['undeclared', effect, side],
      severity: 'warning',
      stance: 'expectation',
    };
    return;
  }
  const today =
    falling.length > 0 ? `today that is ${listed(falling)}` : `${verb}. Today every unresolved ${noun} is named`;
  yield {
    element: set,
    path: ['unknown'],
    message: `${set.id} ${effect}, and a ${noun} of ${of} that it does not name counts as ${side}: ${today}.`,
    hint: `Let it count as ${side === 'out' ? 'in' : 'out'}, refuse it (\`reject\`), or define the set by \`${noun === 'status' && classes === undefined ? 'classes' : 'except'}\`.`,
    // A status that falls through is a finding of its own (`state-set-not-total`), which a waiver of this one does not cover.
    subject: [effect, unknown ?? null, ...(noun === 'code' ? falling : [])],
    ...(falling.length > 0 ? {} : { severity: 'warning' }),
  };
}

/** A set made of classes leaves nothing unknown as long as every state has a class. */
function isDecidedByClass(model: SpecModel, set: Element<'set'>): boolean {
  const lifecycle = model.get('lifecycle', set.attributes.of);
  if (set.attributes.classes === undefined || lifecycle === undefined) return false;
  return model.partsOf(lifecycle, 'state').every(({ attributes }) => attributes.class !== undefined);
}
