import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importEforms } from './eforms-importer.ts';
import { legalId, namesOf } from './legal-id.ts';
import { importMantle } from './mantle-importer.ts';

const ID = /^(?!x-)[\p{L}\p{N}][\p{L}\p{N}\p{M}_\-()/#]{0,63}$/u;

/** Names as an origin may have them: they begin with a letter or digit and stand on one line. */
const name = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9 .#_()/é:-]{0,30}$/);

describe('names of an origin as ids', () => {
  it('leave a legal id as it is', () => {
    expect(
      ['InvoiceAcked', 'Invoice/InvoicePayable', 'BT-01(c)-Procedure', 'CLPT_PENDING'].map((one) => legalId(one)),
    ).toEqual(['InvoiceAcked', 'Invoice/InvoicePayable', 'BT-01(c)-Procedure', 'CLPT_PENDING']);
  });

  it('write blanks, dots and number signs, and join several names', () => {
    expect(legalId('a.b c')).toBe('a#-b#_c');
    expect(legalId('Placed', 'Hold##Order')).toBe('Placed#Hold####Order');
    expect(legalId('A', 'Ü & Ö')).toBe('A#Ü#_#(26)#_Ö');
  });

  it('are cut with a digest when they are too long', () => {
    const [a, b] = ['x'.repeat(70), `${'x'.repeat(69)}y`];
    expect(legalId(a)).toMatch(/^x{50}#\)[0-9a-f]{12}$/);
    expect(legalId(a)).not.toBe(legalId(b));
    expect(namesOf(legalId(a))).toBeUndefined();
  });

  it('are legal, and can be read back unless they were cut', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const id = legalId(...names);
        expect(id.startsWith('x-') || ID.test(id)).toBe(true);
        expect([undefined, names]).toContainEqual(namesOf(id));
      }),
    );
  });
});

describe('what the importers do not know', () => {
  const revision = { rev: { hash: 'a', date: '2020-01-01T00:00:00Z', subject: 's' } };
  const transition = { from: 'A', to: 'B', event: 'Go', roles: null, guard: null };
  const lifecycle = {
    id: 'L',
    name: 'L',
    initial: null,
    states: ['A', 'B'],
    stateNames: {},
    transitions: [transition],
  };
  const mantle = (change: object) => ({
    ...revision,
    lifecycles: [{ ...lifecycle, transitions: [{ ...transition, ...change }] }],
  });

  it('is refused: a key, a kind of value, an entry that would hide another', () => {
    expect(() => importMantle(mantle({}))).not.toThrow();
    expect(() => importMantle(mantle({ permission: 'P' }))).toThrow(
      'lifecycles: 0: transitions: 0: has keys that the importer does not know: permission',
    );
    expect(() => importMantle(mantle({ guard: 'x > 1' }))).toThrow('lifecycles: 0: transitions: 0: guard: is not null');
    expect(() => importMantle(mantle({ roles: 'QA' }))).toThrow('roles: is no list');
    // Nobody may start it: the language has no word for that, and leaving it out would say the opposite.
    expect(() => importMantle(mantle({ roles: [] }))).toThrow('roles: nobody may start it');
    expect(() => importMantle({ ...revision, lifecycles: [lifecycle, lifecycle] })).toThrow(
      'two entries have one name',
    );
    expect(() => importMantle({ lifecycles: [] })).toThrow('has no "rev"');
  });

  it('is refused in a release of fields, too', () => {
    const release = {
      lifecycles: [],
      valueMaps: [],
      rev: { ...revision.rev, sdkVersion: '1' },
      objects: [],
      mappings: [],
    };
    expect(() => importEforms(release)).not.toThrow();
    expect(() => importEforms({ ...release, notes: [] })).toThrow('has keys that the importer does not know: notes');
    expect(() => importEforms({ ...release, objects: [{ id: 'N', path: '/', fields: [] }] })).toThrow(
      'objects: 0: has no "repeats"',
    );
  });
});
