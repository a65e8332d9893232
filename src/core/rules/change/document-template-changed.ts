import type { TemplateChange } from '../../diff/delta.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { Verdict } from '../change-rule.ts';
import { listed } from '../judging/wording.ts';

/** Reports documents that are laid out by other templates of the project than before. */
export const documentTemplateChanged = defineChangeRule({
  id: 'document-template-changed',
  family: 'process',
  judges: 'comparison',
  class: 'risky',
  risk: 'M',
  evidence: ['DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports documents that are laid out by other templates of the project than before.',
  why: 'A template decides what a document shows: a section with gaps, a warning or a blank for a signature can be gone from print.',
  fix: 'Compare one print of each document with one before, and have quality approve the templates.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['project'], paths: ['templates'] }],
  check({ base, head, diff }) {
    const { project } = head;
    if (project === undefined) return [];
    const changes = diff.templates ?? [];
    const [before, after] = [base.project?.attributes.templates, project.attributes.templates];
    const at = { ...(base.project === undefined ? {} : { before: base.project }), after: project };
    if (before === after)
      return changes.map((change): Verdict => ({
        ...at,
        what: `The template ${change.name} of the project ${whatHappened(change)}.`,
        path: ['templates', change.name],
        values: { from: hash(change.before), to: hash(change.after) },
      }));
    const names = changes.length === 0 ? '' : `: ${listed(changes.map(({ name }) => name))}`;
    const what =
      before === undefined
        ? `Documents are laid out by templates of the project, in ${after}${names}.`
        : after === undefined
          ? `Documents are no longer laid out by templates of the project, in ${before}${names}; those of the tool take their place.`
          : `The templates of the project are those in ${after} and no longer those in ${before}${changes.length === 0 ? ', with the same content' : `; what differs${names}`}.`;
    const verdict: Verdict = {
      ...at,
      what,
      path: ['templates'],
      values: { from: before, to: after },
      identity: changes.map(({ name, before: from, after: to }) => [name, from ?? null, to ?? null]),
    };
    return [verdict];
  },
  examples: [
    {
      name: 'the project lays its documents out itself',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {}}
templates: templates`,
      expect: ['risky M project:project templates'],
    },
    {
      name: 'the folder has another name',
      before: `systems: {MES: {}}
templates: templates`,
      after: `systems: {MES: {}}
templates: site/templates`,
      expect: ['risky M project:project templates'],
    },
    {
      name: 'the folder stays, and what is in it',
      before: `systems: {MES: {}}
templates: templates`,
      after: `systems: {MES: {}, ERP: {}}
templates: templates`,
      expect: [],
    },
  ],
});

function whatHappened({ before, after }: TemplateChange): string {
  if (before === undefined) return 'was added';
  return after === undefined ? 'was removed' : 'was changed';
}

function hash(sha256: string | undefined): string | undefined {
  return sha256 === undefined ? undefined : `sha256:${sha256}`;
}
