import { defineLint } from '../lint-rule.ts';
import { declaredOwners } from '../linting/ownership-phases.ts';
import { listed } from '../judging/wording.ts';

/** Copies that people may edit though another system owns the data. */
export const copyEditable = defineLint({
  id: 'copy-editable',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'One system is declared as owner, and another one may change its copy.',
  purpose: 'Reports a copy of owned data that people may edit, in a system that is not declared as writer.',
  why: 'The copy drifts away from its owner, and both look right.',
  fix: 'Make the copy `read-only`, or declare the system in `writers` and say how its changes come back.',
  reads: ['objects.copies', 'objects.writers', 'objects.systemOfRecord'],
  examples: [
    {
      name: 'people edit in ERP what MES owns',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {systemOfRecord: MES, copies: {ERP: editable}}}`,
      expect: ['2:52 warning lot: People may edit lot in ERP, though MES owns it.'],
    },
    {
      name: 'read-only, a declared writer, an owner of another phase, or nobody owns it',
      spec: `
        systems: {ERP: {}, MES: {}, QMS: {}}
        lifecycles: {LOT: {object: serial, system: MES, initial: A, states: {A: active, B: closed}}}
        objects:
          lot: {systemOfRecord: MES, copies: {ERP: read-only, QMS: editable}, writers: QMS}
          serial: {systemOfRecord: {MES: {LOT: A}, ERP: {LOT: B}}, copies: {ERP: editable}}
          note: {copies: {ERP: editable}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const object of model.ofKind('object')) {
      const { copies = {}, writers = [] } = object.attributes;
      const owners = declaredOwners(object).map(({ system }) => system);
      if (owners.length === 0) continue;
      for (const [system, access] of Object.entries(copies)) {
        if (access !== 'editable' || writers.includes(system) || owners.includes(system)) continue;
        yield {
          element: object,
          path: ['copies', system],
          message: `People may edit ${object.id} in ${system}, though ${listed(owners)} owns it.`,
          hint: `Write \`${system}: read-only\`, or name ${system} in \`writers\`.`,
          subject: [system, ...owners],
        };
      }
    }
  },
});
