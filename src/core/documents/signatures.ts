import type { SpecModel } from '../model/spec-model.ts';
import type { DocumentCode } from './document-type.ts';
import { type FactsOf, facts, list, text } from './fact-shape.ts';

/** What a signature on a document says, where the project does not say it otherwise (`signatures.meanings`). */
export interface SignatureMeaning {
  readonly code: string;
  /** The function that signs. */
  readonly role: string;
  readonly meaning: string;
}

export const SIGNATURE_MEANINGS: readonly SignatureMeaning[] = [
  meaning('REQ', 'Requester', 'I ask for this change and have described it completely'),
  meaning('AUT', 'Author', 'Prepared this document from the stated baseline; content is complete to my knowledge'),
  meaning('TEC', 'Technical reviewer', 'Checked technical correctness and testability against the specification'),
  meaning(
    'PRO',
    'Process owner (operations)',
    'The intended use and process described are correct and I accept the operational consequences',
  ),
  meaning('SYS', 'System owner (IT)', 'The system, environment and controls described are correct and supportable'),
  meaning('DES', 'Design/engineering authority', 'Product and specification consequences are acceptable'),
  meaning('QAP', 'Quality, pre-approval', 'The approach meets procedures and regulations; execution may start'),
  meaning('QAC', 'Quality', 'The assessment is complete and its consequences are acceptable to quality'),
  meaning('CCB', 'Change board chair', 'Change approved / rejected / returned, with conditions listed'),
  meaning('TST', 'Tester', 'I performed these steps and recorded results at the time, as observed'),
  meaning('WIT', 'Witness', 'I observed the steps marked as witnessed'),
  meaning(
    'REV',
    'Reviewer of executed work (not the tester)',
    'Entries are complete, legible, correct, evidence supports each result, deviations are raised',
  ),
  meaning(
    'QAA',
    'Quality, final',
    'Results and deviations reviewed; acceptance criteria met or limitation accepted; approved for next stage/use',
  ),
  meaning('REL', 'Releasing authority', 'System/interface released for production use within the limits stated'),
];

function meaning(code: string, role: string, words: string): SignatureMeaning {
  return { code, role, meaning: words };
}

/** Who signs a document at least, where the project does not say it otherwise (`signers`). */
const DEFAULT_SIGNERS: Readonly<Record<DocumentCode, readonly string[]>> = {
  IA: ['REQ', 'PRO', 'SYS', 'QAC', 'CCB'],
  RTM: ['AUT', 'TEC', 'QAC'],
  RSP: ['AUT', 'PRO', 'SYS', 'QAC'],
  IFS: ['AUT', 'TEC', 'SYS', 'QAC'],
  ERA: ['AUT', 'PRO', 'SYS', 'QAC'],
  IQ: ['AUT', 'TEC', 'SYS', 'QAP', 'REV', 'QAA'],
  OQ: ['AUT', 'TEC', 'PRO', 'QAP', 'REV', 'QAA'],
};

/** Signatures that are given after the steps were done. */
const AFTER_EXECUTION: ReadonlySet<string> = new Set(['TST', 'WIT', 'REV', 'QAA', 'REL']);

export const SIGNATORY_FACTS = facts({ code: text, role: text, meaning: text });
export const SIGNATURE_FACTS = facts({ before: list(SIGNATORY_FACTS), after: list(SIGNATORY_FACTS) });

/** Who has to sign, and what that means; no name is ever filled in. */
export type SignatoryFacts = FactsOf<typeof SIGNATORY_FACTS>;
/** The blocks before and after execution; documents that are not executed have only the first. */
export type SignatureFacts = FactsOf<typeof SIGNATURE_FACTS>;

/** The signature blocks of a document; `additional` codes sign as well, unless the project lists its own signers. */
export function signaturesOf(type: DocumentCode, model: SpecModel, additional: readonly string[] = []): SignatureFacts {
  const project = model.project?.attributes;
  const own = project?.signers?.[type];
  const codes = own ?? [...DEFAULT_SIGNERS[type], ...additional];
  const meanings = project?.signatures?.meanings ?? {};
  const signatories = codes.map((code) => signatory(code, meanings));
  // A project lists its codes as a set; they print in the order of the method, own codes last.
  const order = (code: string): number => {
    const place = SIGNATURE_MEANINGS.findIndex((each) => each.code === code);
    return place < 0 ? SIGNATURE_MEANINGS.length : place;
  };
  const sorted = signatories.toSorted((a, b) => order(a.code) - order(b.code));
  const executed = type === 'IQ' || type === 'OQ';
  return {
    before: sorted.filter(({ code }) => !executed || !AFTER_EXECUTION.has(code)),
    after: sorted.filter(({ code }) => executed && AFTER_EXECUTION.has(code)),
  };
}

/** A signatory by code; a code that nobody explains says so. */
export function signatory(code: string, meanings: Readonly<Record<string, string>>): SignatoryFacts {
  const known = SIGNATURE_MEANINGS.find((each) => each.code === code);
  return {
    code,
    role: known?.role ?? code,
    meaning: meanings[code] ?? known?.meaning ?? `NOT DECLARED: meaning of the signature ${code} (signatures.meanings)`,
  };
}
