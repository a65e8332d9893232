import type { CoverFacts, PackagedDocument } from '../core/evidence/package-input.ts';
import type { ManifestDocument, ManifestRevision, PackageManifest } from '../core/evidence/package-manifest.ts';
import type { InspectionQuestion } from './cover-questions.ts';
import { INSPECTION_QUESTIONS, PURPOSES } from './cover-questions.ts';
import { COVER_STYLE } from './cover-style.ts';
import type { Html } from './html.ts';
import { escaped } from './html.ts';

/** The cover stands in `data/`: links lead from there. */
function linkTo(path: string): string {
  return encodeURI(path.replace(/^data\//, ''));
}

function noticeBox(facts: CoverFacts): readonly Html[] {
  const modified = 'Made from files that differ from their commit: this package cannot be built again from git.';
  const notices = [...(facts.manifest.modified ? [modified] : []), ...facts.notices];
  if (notices.length === 0) return [];
  return [
    escaped`<section class="loud">
<h2>Before you open anything</h2>
<ul>${notices.map((notice) => escaped`<li>${notice}</li>`)}</ul>
</section>
`,
  ];
}

function documentItem(document: ManifestDocument): Html {
  return escaped`<li>
<span class="status">${document.status}</span>
<a class="title" href="${linkTo(document.file)}">${document.number} · ${document.title}</a>
<p>${PURPOSES[document.type] ?? ''}</p>
<p class="facts">${document.type}, revision ${document.revision} ·
<a href="${linkTo(document.data)}">the same facts as JSON</a></p>
</li>
`;
}

function revisionRow(label: string, revision: ManifestRevision): Html {
  const described = {
    commit: 'Commit',
    worktree: 'Files of the working tree, starting from commit',
    index: 'Files staged in git, starting from commit',
    folder: 'A plain folder, no commit',
    none: 'Nothing: the project did not exist',
  }[revision.kind];
  const commit = revision.commit === null ? [] : [escaped` <code>${revision.commit}</code>`];
  const tree = revision.tree === null ? [] : [escaped`<br>tree <code>${revision.tree}</code>`];
  const day = revision.instant?.replace('T', ' ').replace('Z', ' UTC');
  const instant = day === undefined ? [] : [escaped`<br>committed ${day}`];
  return escaped`<tr><th scope="row">${label}</th><td>${described}${commit}${tree}${instant}</td></tr>
`;
}

function originTable(manifest: PackageManifest): Html {
  const { tool, rulesVersion, languageVersion } = manifest;
  const madeBy = `${tool.name} ${tool.version}, rules ${rulesVersion}, language ${languageVersion}`;
  return escaped`<table><tbody>
${revisionRow('Base (before)', manifest.base)}${revisionRow('Head (after)', manifest.head)}
<tr><th scope="row">Made by</th><td>${madeBy}</td></tr>
<tr><th scope="row">Source hash</th><td><code>${manifest.sourceHash}</code><br>
also printed on every document: two prints of one document with the same hash say the same</td></tr>
</tbody></table>
`;
}

/** Where one document answers: a link to the page when its outline has the section, else to the document. */
function answerItem(
  answer: InspectionQuestion['answers'][number],
  document: ManifestDocument,
  outline: PackagedDocument['outline'],
): Html {
  const page = outline?.find((entry) => entry.title.toLowerCase().includes(answer.section))?.page;
  const link = linkTo(document.file);
  const place =
    page === undefined
      ? escaped`<a href="${link}">${document.number}</a>`
      : escaped`<a href="${link}#page=${page}">${document.number}, page ${page}</a>`;
  return escaped`<div>${place}: ${answer.look}</div>`;
}

function questionRow(question: InspectionQuestion, facts: CoverFacts): Html {
  const found = question.answers.flatMap((answer) =>
    facts.manifest.documents.flatMap((document, index) =>
      document.type === answer.type ? [answerItem(answer, document, facts.documents[index]?.outline)] : [],
    ),
  );
  const gap = found.length > 0 ? [] : [escaped`<div class="gap">Nothing in this package answers this.</div>`];
  const elsewhere = question.elsewhere === undefined ? [] : [escaped`<div class="facts">${question.elsewhere}</div>`];
  return escaped`<tr><td>${question.question}</td><td>${gap}${found}${elsewhere}</td></tr>
`;
}

function contentRow(what: string, files: number, where: string): readonly Html[] {
  if (files === 0) return [];
  const row = escaped`<tr><td>${what}</td><td>${files}</td><td><a href="${linkTo(where)}"><code>${where}</code></a></td></tr>
`;
  return [row];
}

function contentTable(manifest: PackageManifest): Html {
  const count = (role: string): number => manifest.files.filter((file) => file.role === role).length;
  const rows = [
    contentRow('Documents, for people', count('document'), 'data/documents/'),
    contentRow('The same facts, for programs', count('document-data'), 'data/documents/'),
    contentRow('Tables to sort and filter: findings, traceability, mappings, cases', count('tables'), 'data/tables/'),
    contentRow('Specifications before the change, byte for byte', count('spec-base'), 'data/specs/base/'),
    contentRow('Specifications after the change, byte for byte', count('spec-head'), 'data/specs/head/'),
    contentRow('Templates of the project before the change', count('template-base'), 'data/templates/base/'),
    contentRow(
      'Templates of the project, by which documents are laid out',
      count('template-head'),
      'data/templates/head/',
    ),
    contentRow('Analyses from which the documents were made', count('analysis'), 'data/analysis/'),
    contentRow('List of all files with role, size and SHA-256', 1, 'data/manifest.json'),
  ];
  return escaped`<table><thead><tr><th>What</th><th>Files</th><th>Where</th></tr></thead><tbody>
${rows.flat()}</tbody></table>
`;
}

/**
 * The cover page `data/index.html`: what is here, what to read first, where an inspector's questions are answered and
 * how to check the package. One file without scripts that fetches nothing; every piece of data is escaped.
 */
export function coverPage(facts: CoverFacts): string {
  const { manifest } = facts;
  const { project } = manifest;
  const page = escaped`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence package: ${project.title}, version ${project.version}</title>
<style>${{ markup: COVER_STYLE }}</style>
</head>
<body>
<main>
<header>
<p>Evidence package · ${project.id}</p>
<h1>${project.title}</h1>
<p>Version ${project.version}</p>
</header>
${noticeBox(facts)}<section>
<h2>Read in this order</h2>
<ol class="documents">
${manifest.documents.map(documentItem)}</ol>
</section>
<section>
<h2>What it was made from</h2>
${originTable(manifest)}</section>
<section>
<h2>Inspection walk-through</h2>
<table><thead><tr><th>Question</th><th>Where it is answered</th></tr></thead><tbody>
${INSPECTION_QUESTIONS.map((question) => questionRow(question, facts))}</tbody></table>
</section>
<section>
<h2>What is in the package</h2>
${contentTable(manifest)}</section>
<section>
<h2>Check that nothing was altered</h2>
<p>With the tool, in the folder that holds <code>bagit.txt</code>; the id is the one that was printed when the package
was built:</p>
<pre><code>${manifest.tool.name} verify . --expect ID</code></pre>
<p>Without the tool, since the package is a BagIt bag (RFC 8493): its id is the SHA-256 of
<code>tagmanifest-sha256.txt</code>, and what is listed is compared by</p>
<pre><code>sha256sum tagmanifest-sha256.txt
sha256sum --check --strict tagmanifest-sha256.txt manifest-sha256.txt</code></pre>
<p>The id cannot stand inside the package. Keep it apart, for example in the change record.</p>
</section>
<footer>Generated. Nothing here is approved until the people named in the approval blocks have signed; a commit in git
is not a signature, and no statement of compliance is made.</footer>
</main>
</body>
</html>
`;
  return page.markup;
}
