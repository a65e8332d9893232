import { defineChangeRule } from '../change-rule.ts';
import { listed } from '../judging/wording.ts';

/** Reports files whose bytes differ though nothing of what they say does. */
export const formattingChanged = defineChangeRule({
  id: 'formatting-changed',
  family: 'model',
  judges: 'comparison',
  class: 'editorial',
  risk: undefined,
  evidence: [],
  approvers: { approve: [], inform: [] },
  purpose: 'Reports files whose bytes differ though nothing of what they say does.',
  why: 'Comments, quoting, order, line breaks and values that hold anyway are not meaning.',
  fix: 'Nothing to do.',
  mirror: { self: true },
  core: false,
  claims: [],
  check({ head, base, diff: { reformatted } }) {
    if (reformatted.length === 0) return [];
    const [before, after] = [base.project, head.project];
    const files =
      reformatted.length === 1
        ? '1 file differs only in how it is'
        : `${reformatted.length} files differ only in how they are`;
    return [
      {
        what: `${files} written: ${listed(reformatted)}.`,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        values: { from: undefined, to: reformatted },
      },
    ];
  },
  examples: [
    {
      name: 'a comment',
      before: `systems: {MES: {}}`,
      after: `# the plant
systems: {MES: {}}`,
      expect: ['editorial project:project'],
    },
    {
      name: 'a default said aloud',
      before: `lifecycles: {L: {states: {A: open}, transitions: {T: {from: A, to: A}}}}`,
      after: `lifecycles: {L: {states: {A: open}, transitions: {T: {from: A, to: A, auto: false}}}}`,
      expect: ['editorial project:project'],
    },
    {
      name: 'a real change in the same file',
      before: `systems: {MES: {version: "1"}}`,
      after: `# the plant
systems: {MES: {version: "2"}}`,
      expect: [],
    },
  ],
});
