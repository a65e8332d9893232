import { GATE_BARS } from '../gate-bars.ts';
import {
  any,
  choice,
  duration,
  id,
  integer,
  map,
  optional,
  part,
  prose,
  reference,
  referenceMap,
  required,
  sequence,
  set,
  text,
  textMap,
  words,
} from '../shape.ts';

export const projectPackage = part('project.package', {
  id: required(id(), 'Short code of the package, as it stands in document numbers.'),
  title: required(prose(), 'Process and decision in scope.'),
  version: required(text(), 'Version of this specification; it becomes the revision of the documents.'),
  organisation: optional(text(), 'Name of the organisation in page headers.'),
  site: optional(text(), 'Code of the site.'),
  lines: optional(textMap(text()), 'Code and title of each product line.'),
  intendedUse: optional(text(), 'What the integrated systems are used for.'),
  outOfScope: optional(set(text()), 'What is not covered, said explicitly.'),
  confidentiality: optional(text(), 'Confidentiality note in page footers.'),
});

export const projectRule = part('project.rule', {
  severity: optional(
    words('error', 'warning', 'info', 'ignore'),
    'Severity of the lint in this project.',
    "rule's own",
  ),
  class: optional(
    words('breaking', 'risky', 'compatible', 'editorial'),
    'Class of the change in this project.',
    "rule's own",
  ),
  risk: optional(
    words('C', 'H', 'M', 'L'),
    'Risk of the change in this project: critical, high, medium or low.',
    "rule's own",
  ),
  reason: required(text(), 'Why this project differs from the method.'),
});

export const projectGate = part('project.gate', {
  failOn: optional(
    set(words(...GATE_BARS)),
    'Findings that stop a change, and all that are worse: classes and risks; `unapproved`: whatever those whom it asks have not approved.',
    '[breaking, "risk:H"]',
  ),
  maxWaiver: optional(duration(), 'Longest life of a waiver.', '90 d'),
  minimumApprovals: optional(integer(), 'Distinct persons that approve a change of risk C.', '2'),
});

export const projectApprover = part('project.approver', {
  departments: optional(set(reference('departments')), 'Departments that stand for the function.'),
  roles: optional(set(reference('roles')), 'Roles that stand for the function.'),
});

export const projectSignatures = part('project.signatures', {
  components: optional(integer(), 'Authentication components at the first signing of a session.'),
  later: optional(integer(), 'Authentication components at later signings of the same session.'),
  shows: optional(set(text()), 'What is displayed and printed with a signature: name, time, meaning.'),
  bound: optional(text(), 'How a signature is tied to its record.'),
  meanings: optional(textMap(text()), 'Codes for the meaning of signatures on documents.', 'built-in list'),
});

export const projectClauses = part('project.clauses', {
  systems: optional(set(reference('systems')), 'Systems to which the set of clauses applies.', 'all'),
  lines: optional(set(text()), 'Product lines to which it applies.', 'all'),
  excludes: optional(textMap(text()), 'Clauses that do not apply, each with the reason.'),
  note: optional(text(), 'Remark that is printed beside the set.'),
});

export const projectNumbering = part('project.numbering', {
  pattern: optional(text(), 'How a document number is built.', '<SITE>-<PKG>-<TYPE>-<NNN>'),
  numbers: optional(textMap(text()), 'Number of each type of document.'),
});

export const projectBaseline = part('project.baseline', {
  commit: required(text(), 'Full id of the commit that was approved.'),
  approval: optional(text(), 'Where the approval is kept.'),
});

export const projectScoping = part('project.scoping', {
  lead: optional(
    words('mes', 'quality', 'joint'),
    'System that leads the process, as declared; it is compared with the computed one.',
  ),
  outcomes: optional(set(text()), 'Intended outcomes, from the catalogue.'),
  touches: optional(set(text()), 'Areas that the project touches, from the catalogue.'),
  reason: optional(text(), 'Why the declared lead differs from the computed one.'),
});

export const projectExplore = part('project.explore', {
  instances: optional(
    referenceMap(integer(), 'objects'),
    'How many records of each object exist in the search.',
    '1 of each object',
  ),
  spare: optional(referenceMap(integer(), 'objects'), 'How many more records steps may create.', 'none'),
  start: optional(referenceMap(text(), 'lifecycles'), 'State in which each lifecycle begins.', 'initial states'),
  without: optional(set(reference('element')), 'Lifecycles and steps that are left out; conditions on them are free.'),
  messages: optional(choice(words('auto'), integer()), 'How many messages may wait at one interface.', 'auto'),
  faults: optional(integer(), 'How many faults one story may hold.', '0'),
  timing: optional(words('any', 'settled'), 'Whether people may act while messages are on their way.', 'any'),
});

export const projectMember = part('project.member', {
  function: required(text(), 'Department or discipline.'),
  expertise: optional(text(), 'What the member knows.'),
});

export const project = part('project', {
  language: required(integer(), 'Version of the specification language: 1.'),
  package: required(projectPackage, 'What the documents are about.'),
  files: optional(set(text()), 'Patterns of the spec files below this folder.', 'specs/**/*.yaml'),
  templates: optional(
    text(),
    'Folder below this one with templates and partials that lay documents out in place of those of the tool.',
    'those of the tool',
  ),
  profile: optional(
    words('sketch', 'project', 'gxp'),
    'How strictly completeness is expected: a sketch (not at all), a project (warnings), gxp (errors).',
    'gxp',
  ),
  rules: optional(map(projectRule), 'Rules that are judged differently in this project, by rule id.'),
  gate: optional(projectGate, 'What stops a change.', 'breaking or risk H'),
  approvers: optional(map(projectApprover), 'Who stands for OPS, QA, IT and further functions.'),
  signers: optional(textMap(set(text())), 'Meanings of the signatures on each type of document.', 'method default'),
  signatures: optional(projectSignatures, 'What every electronic signature of the plant does.'),
  clauses: optional(map(projectClauses), 'Sets of clauses that apply, and where.'),
  scoping: optional(projectScoping, 'Answers to the scoping questions.'),
  explore: optional(projectExplore, 'The bounded world in which invariants are searched.', 'one record of each object'),
  risk: optional(any(), 'Risk method, where it differs: scales, points, bands, matrices.', 'built-in method'),
  rigour: optional(any(), 'Test depth and evidence for each priority.', 'built-in table'),
  numbering: optional(projectNumbering, 'Numbers of the documents.'),
  baselines: optional(textMap(projectBaseline), 'Approved versions, each with its commit.'),
  retired: optional(textMap(text()), 'Ids that must never return, each with the reason.'),
  glossary: optional(textMap(text()), 'Definitions and abbreviations.'),
  team: optional(sequence(projectMember), 'Members of the risk team.'),
});
