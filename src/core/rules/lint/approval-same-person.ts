import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { personOf } from '../waiver-approvals.ts';

/** Approvals of a change that are not those of several persons. */
export const approvalSamePerson = defineLint({
  id: 'approval-same-person',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Who approved, and who asked, are both declared.',
  purpose:
    'Reports a change that one person approved for several functions, or approved and asked for, and two functions of the project for which exactly the same departments and roles stand.',
  why: 'A review without independence.',
  fix: 'Let each function decide by a person of its own, and nobody approve what they asked for.',
  reads: ['changes.approved', 'changes.requester', 'project.approvers'],
  examples: [
    {
      name: 'one person for two functions, who also asked for it; two functions in one hand',
      spec: `
        departments: {SITE: {function: operations}}
        changes:
          CR-1:
            reason: r
            requester: A. Bell
            approved: [{function: OPS, name: a.  bell, date: 2026-03-01}, {function: QA, name: A. Bell, date: 2026-03-01}, {function: IT, name: C. Dunn, date: 2026-03-01}]`,
      project: 'approvers: {OPS: {departments: [SITE]}, QA: {departments: [SITE]}}',
      expect: [
        '3:12 error project: The same departments and roles stand for OPS and QA.',
        '5:16 error CR-1: a. bell asked for CR-1 and approved it.',
        '6:15 error CR-1: a. bell approved CR-1 for OPS and QA.',
      ],
    },
    {
      name: 'a person for each function, twice for the same one, and functions that share a department beside others',
      spec: `
        departments: {SITE: {function: operations}, QUALITY: {function: quality}}
        changes:
          CR-1:
            reason: r
            requester: Quality systems
            approved: [{function: OPS, name: A. Bell, date: 2026-03-01}, {function: OPS, name: A. Bell, date: 2026-03-02}, {function: QA, name: C. Dunn, date: 2026-03-01}]
          CR-2: {reason: r}`,
      project: 'approvers: {OPS: {departments: [SITE]}, QA: {departments: [SITE, QUALITY]}, IT: {}, SAFETY: {}}',
      expect: [],
    },
  ],
  *check({ model }) {
    for (const change of model.ofKind('change')) {
      const { approved = [], requester = '' } = change.attributes;
      const persons = new Map<string, { readonly name: string; readonly functions: readonly string[] }>();
      for (const { name, function: role } of approved) {
        const known = persons.get(personOf(name)) ?? { name: name.trim().replace(/\s+/gu, ' '), functions: [] };
        persons.set(personOf(name), { name: known.name, functions: [...new Set([...known.functions, role])].sort() });
      }
      for (const [person, { name, functions }] of persons) {
        if (person === '') continue;
        if (functions.length > 1) {
          yield {
            element: change,
            path: ['approved'],
            message: `${name} approved ${change.id} for ${listed(functions)}.`,
            hint: 'Let each function decide by a person of its own.',
            subject: ['functions', person, functions],
          };
        }
        if (person === personOf(requester)) {
          yield {
            element: change,
            path: ['requester'],
            message: `${name} asked for ${change.id} and approved it.`,
            hint: 'Let somebody else approve it.',
            subject: ['requester', person],
          };
        }
      }
    }
    yield* sharedFunctions(model);
  },
});

/** Functions that are one and the same by the project file. */
function* sharedFunctions({ project }: SpecModel): Generator<LintReport> {
  if (project === undefined) return;
  const byHolders = new Map<string, string[]>();
  for (const [name, { departments = [], roles = [] }] of Object.entries(project.attributes.approvers ?? {})) {
    if (departments.length + roles.length === 0) continue;
    const holders = JSON.stringify([[...departments].sort(), [...roles].sort()]);
    byHolders.set(holders, [...(byHolders.get(holders) ?? []), name]);
  }
  for (const names of byHolders.values()) {
    if (names.length < 2) continue;
    yield {
      element: project,
      path: ['approvers'],
      message: `The same departments and roles stand for ${listed(names.sort())}.`,
      hint: 'Name who stands for each function on its own.',
      subject: names,
    };
  }
}
