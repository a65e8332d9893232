import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { FrontMatter } from '../../core/documents/front-matter.ts';
import type { RevisionFacts } from '../../core/documents/baseline.ts';
import type { SignatoryFacts } from '../../core/documents/signatures.ts';
import type { ViewData } from '../view-data.ts';
import { declared, instantWords, joined, notApplicable } from './view-words.ts';

/** What every template may say about its document, under `front`. */
export function frontMatterView(facts: FrontMatter, front: DocumentFront): ViewData {
  return {
    number: front.number,
    revision: front.revision,
    package: `${front.package.id} ${front.package.version}`,
    packageTitle: front.package.title,
    intendedUse: declared(facts.intendedUse),
    lines: facts.lines.map(({ code, title }) => ({ code, title })),
    outOfScope: [...facts.outOfScope],
    base: revisionWords(facts.base),
    head: revisionWords(facts.head),
    baseline: baselineWords(facts),
    sourceHash: facts.sourceHash,
    tool: `${facts.tool.name} ${facts.tool.version}, rules ${facts.tool.rules}, language ${facts.tool.language}`,
    generated: instantWords(front.generated === 'no commit' ? null : front.generated),
    preApproval: facts.signatures.before.map(signatoryView),
    postApproval: facts.signatures.after.map(signatoryView),
    revisions: facts.revisions.map(({ revision, date, author, change, what, touches }) => ({
      revision: revision ?? 'Not recorded',
      date: declared(date),
      author: declared(author),
      change,
      what,
      touches: joined(touches, 'Not declared'),
    })),
    references: facts.references.map(({ id, number, title, edition }) => ({
      id,
      number,
      title,
      edition: declared(edition),
    })),
    definitions: facts.definitions.map(({ term, meaning }, index) => ({
      id: `DEF-${`${index + 1}`.padStart(2, '0')}`,
      term,
      meaning,
    })),
    responsibilities: facts.responsibilities.map(({ function: name, answersFor, heldBy }, index) => ({
      id: `RES-${`${index + 1}`.padStart(2, '0')}`,
      function: name,
      answersFor,
      heldBy: joined(heldBy, notApplicable('the project names nobody')),
    })),
  };
}

/** `commit 3f9c0a12b4de of 2026-03-02 08:00:00 UTC, version 2.0.0`. */
export function revisionWords({ kind, commit, instant, version, modified }: RevisionFacts): string {
  const named = version === null ? '' : `, version ${version}`;
  if (kind === 'none') return 'Nothing: the project did not exist';
  if (kind === 'folder') return `A plain folder, no commit${named}`;
  const at = `commit ${commit ?? 'unknown'} of ${instantWords(instant)}${named}`;
  if (kind === 'commit') return at.charAt(0).toUpperCase() + at.slice(1);
  return `The ${kind === 'index' ? 'staged files' : 'working tree'}${modified ? ', which differs from' : ' at'} ${at}`;
}

function baselineWords({ baseline }: FrontMatter): string {
  if (baseline === null) return 'None: no entry of baselines in the project file names the commit of base';
  return `Version ${baseline.version}${baseline.approval === null ? ', where it was approved is not declared' : `, approval: ${baseline.approval}`}`;
}

function signatoryView({ role, meaning }: SignatoryFacts): ViewData {
  return { role, meaning };
}
