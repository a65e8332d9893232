import { defineLint } from '../lint-rule.ts';

/** Alarms that nobody gets. */
export const interfaceAlertUnowned = defineLint({
  id: 'interface-alert-unowned',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'Who is told is said later than that somebody is.',
  purpose:
    'Reports an interface that raises an alarm and names no role of persons that gets it, or a role without saying when.',
  why: 'The alarm sounds and nobody reacts.',
  fix: 'Declare both: `alarmAfter`, and in `alarmTo` the roles that are told.',
  reads: ['interfaces.delivery.alarmAfter', 'interfaces.delivery.alarmTo', 'roles.kind'],
  examples: [
    {
      name: 'nobody, a machine, and no time',
      spec: `
        systems: {QMS: {}, MES: {}}
        roles: {QA: {}, SYS: {kind: service}}
        interfaces:
          IF-1: {from: QMS, to: MES, delivery: {alarmAfter: 300 s}}
          IF-2: {from: QMS, to: MES, delivery: {alarmAfter: 300 s, alarmTo: SYS}}
          IF-3: {from: QMS, to: MES, delivery: {alarmTo: QA}}`,
      expect: [
        '4:53 warning IF-1: IF-1 raises an alarm after 300 s, and nobody is named who gets it.',
        '5:69 warning IF-2: IF-2 raises an alarm after 300 s, and no person is named who gets it.',
        '6:50 warning IF-3: IF-3 names who gets its alarm, but not after what time.',
      ],
    },
    {
      name: 'a role of persons and a time, no alarm at all, and a reason',
      spec: `
        systems: {QMS: {}, MES: {}}
        roles: {QA: {}, SYS: {kind: service}}
        interfaces:
          IF-1: {from: QMS, to: MES, delivery: {alarmAfter: 300 s, alarmTo: [SYS, QA]}}
          IF-2: {from: QMS, to: MES}
          IF-3: {from: QMS, to: MES, delivery: {alarmAfter: 300 s, alarmTo: {notApplicable: the control room of the site sees every alarm}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const flow of model.ofKind('interface')) {
      const { alarmAfter, alarmTo, notApplicable = {} } = flow.attributes.delivery ?? {};
      const persons = (alarmTo ?? []).filter(
        (role) => (model.get('role', role)?.attributes.kind ?? 'human') !== 'service',
      );
      if (alarmAfter !== undefined && persons.length === 0 && !('alarmTo' in notApplicable)) {
        yield {
          element: flow,
          path: ['delivery', alarmTo === undefined ? 'alarmAfter' : 'alarmTo'],
          message: `${flow.id} raises an alarm after ${alarmAfter}, and ${alarmTo === undefined ? 'nobody' : 'no person'} is named who gets it.`,
          hint: 'Name the roles of persons that are told in `alarmTo`.',
          subject: ['nobody', alarmTo ?? []],
        };
      } else if (alarmAfter === undefined && persons.length > 0 && !('alarmAfter' in notApplicable)) {
        yield {
          element: flow,
          path: ['delivery', 'alarmTo'],
          message: `${flow.id} names who gets its alarm, but not after what time.`,
          hint: 'Say `alarmAfter`.',
          subject: ['no time'],
        };
      }
    }
  },
});
