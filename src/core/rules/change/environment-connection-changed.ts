import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another end of an interface in an installation, or another certificate. */
export const environmentConnectionChanged = defineChangeRule({
  id: 'environment-connection-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'IQ-SEC', 'OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports another end of an interface in an installation, or another certificate.',
  why: 'Messages go to another place, or to one that proves by something else who it is.',
  fix: 'Show on the installation where each message goes and by what both ends know each other.',
  mirror: { self: true },
  core: false,
  claims: [
    {
      kinds: ['environment'],
      paths: [
        'certificates.*',
        'connections.*',
        'connections.*.endpoint',
        'connections.*.port',
        'connections.*.certificate',
      ],
    },
  ],
  check(change) {
    const { path, to } = change;
    const isProof = path[0] === 'certificates' || path[2] === 'certificate';
    const raise = { risk: 'H', reason: 'nothing says any more by what the other end is known' } as const;
    return [isProof && to === undefined ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'another end and port',
      before: `systems: {MES: {environments: {PROD: {connections: {IF-1: {endpoint: a.example, port: 443}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {connections: {IF-1: {endpoint: b.example, port: 8080}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [
        'risky M environment:MES.PROD connections.IF-1.endpoint',
        'risky M environment:MES.PROD connections.IF-1.port',
      ],
    },
    {
      name: 'no certificate any more',
      before: `systems: {MES: {environments: {PROD: {certificates: {mes: CN=mes until 2027-01-31}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky H environment:MES.PROD certificates.mes'],
    },
    {
      name: 'another host',
      before: `systems: {MES: {environments: {PROD: {host: a.example}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {host: b.example}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [],
    },
  ],
});
