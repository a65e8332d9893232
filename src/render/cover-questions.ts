/** A question that inspectors ask, and where a package answers it, if it does. */
export interface InspectionQuestion {
  readonly question: string;
  /** Document types that answer, with what to look for there; `section` is part of the heading, for the page number. */
  readonly answers: readonly { readonly type: string; readonly look: string; readonly section: string }[];
  /** What answers instead, or as well, and is no part of a package of this version. */
  readonly elsewhere?: string;
}

/** The questions of an inspection walk-through, in the order in which they tend to come. */
export const INSPECTION_QUESTIONS: readonly InspectionQuestion[] = [
  {
    question: 'How do you know that this version is what runs?',
    answers: [
      {
        type: 'IQ',
        look: 'the expected version and configuration of every system and interface',
        section: 'installation checks',
      },
    ],
    elsewhere: 'The values found are written into the protocol when it is executed.',
  },
  {
    question: 'What changed, and what does it touch?',
    answers: [
      {
        type: 'IA',
        look: 'each change with its class, the reason for it and what it reaches',
        section: 'change inventory',
      },
    ],
  },
  {
    question: 'Which system is right when two of them differ, and who answers for it?',
    answers: [
      {
        type: 'RSP',
        look: 'the row of the process step, the event or the data object, with its owners',
        section: 'process steps',
      },
    ],
  },
  {
    question: 'What travels between the systems, and what becomes of it on the way?',
    answers: [
      {
        type: 'IFS',
        look: 'the interface with its field mapping, its value maps and what each message drives',
        section: 'interfaces',
      },
    ],
  },
  {
    question: 'Which rules ask for these records and signatures, and what answers each clause?',
    answers: [
      {
        type: 'ERA',
        look: 'the record register, and the row of the clause with its controls and what is open',
        section: 'clauses',
      },
    ],
  },
  {
    question: 'Which test shows that this requirement is met?',
    answers: [
      { type: 'RTM', look: 'the row of the requirement, from its source to its test cases', section: 'forward' },
    ],
    elsewhere: 'Results exist only once the cases were executed.',
  },
  {
    question: 'What has no test, or no requirement?',
    answers: [{ type: 'RTM', look: 'the gaps, each by name', section: 'gaps' }],
  },
  {
    question: 'Who can release, and who is refused?',
    answers: [
      {
        type: 'OQ',
        look: 'the role and signature cases (ROL, SIG), one for each role that must be refused',
        section: 'test cases',
      },
    ],
  },
  {
    question: 'Why was this not tested again?',
    answers: [{ type: 'IA', look: 'the cases left out, each with its reason', section: 'regression' }],
  },
  {
    question: 'What if a message is late, lost or comes twice?',
    answers: [],
    elsewhere: 'The paths that timing and faults open are not assessed by this version.',
  },
  {
    question: 'Can you show the trail of one record across all systems?',
    answers: [],
    elsewhere: 'A retrieval drill belongs to performance qualification.',
  },
  {
    question: 'Who decided the risk, and why?',
    answers: [],
    elsewhere: 'The risk assessment is a document of its own.',
  },
  {
    question: 'Where are the failed runs?',
    answers: [],
    elsewhere: 'The protocols here are not executed: no run, passed or failed, is recorded.',
  },
  {
    question: 'Who validated the tool that wrote this?',
    answers: [],
    elsewhere: "The site's own assessment of the tool; its version stands above.",
  },
];

/** What a document is for, in one or two sentences, by type. */
export const PURPOSES: Readonly<Record<string, string>> = {
  IA: 'What changes, what it can break and what must be repeated. Page 1 is the page to decide from.',
  RTM: 'Which requirement is met where and shown by which test, in both directions, with the gaps.',
  RSP: 'Which system is the record of what, who owns it together, and what nobody has declared.',
  IFS: 'Every flow of data in full: identifiers, fields, codes, units, failures, and what each message drives.',
  ERA: 'Records, signatures and the clauses on them, beside the controls that are declared, with what is open.',
  IQ: 'To be executed: is the right build and configuration installed?',
  OQ: 'To be executed: does it behave as specified, and does it refuse what it must refuse?',
};
