import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';

/** What every printed or displayed signature shows, and the words by which it may be named. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  name: /\b(?:name|signer|who|person)/iu,
  time: /\b(?:time|date|when)/iu,
  meaning: /\b(?:meaning|purpose|reason|what)/iu,
};

/** Signatures of which nobody says how they are tied to the record, or what they show. */
export const signatureNotBound = defineLint({
  id: 'signature-not-bound',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch need not say how signatures are made.',
  purpose:
    'Reports a project whose steps are signed and that does not say how a signature is tied to its record, or that name, time and meaning are shown with it.',
  why: 'A signature that is not tied to the record can be cut out and put on another one.',
  fix: 'Say in `signatures` of the project file how it is `bound` and what it `shows`.',
  reads: ['project.signatures', 'project.signatures.shows', 'project.signatures.bound', 'lifecycles.transition.sign'],
  examples: [
    {
      name: 'nothing is said',
      spec: `
        roles: {QA: {}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: QA, sign: {meaning: Closed}}}}}`,
      expect: [
        '1:1 error project: L.T1 is signed, and the project does not say how a signature is tied to its record, nor that name, time and meaning are shown with it.',
      ],
    },
    {
      name: 'the time is not shown',
      spec: `
        roles: {QA: {}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: QA, sign: {meaning: Closed}}}}}`,
      project: 'signatures: {shows: [printed name, meaning], bound: content hash}',
      expect: ['3:21 error project: L.T1 is signed, and the project does not say that time is shown with it.'],
    },
    {
      name: 'both are said',
      spec: `
        roles: {QA: {}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: QA, sign: {meaning: Closed}}}}}`,
      project: 'signatures: {shows: [name, date and time, meaning], bound: content hash}',
      expect: [],
    },
    {
      name: 'nothing is signed',
      spec: `
        roles: {QA: {}}
        lifecycles: {L: {initial: A, states: {A: open, B: closed}, transitions: {T1: {from: A, to: B, by: QA}}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const { project } = model;
    const signed = lifecycleSteps(model).flatMap(({ transitions }) =>
      transitions.filter(({ attributes }) => (attributes.sign ?? []).length > 0),
    );
    if (project === undefined || signed.length === 0) return;
    const { shows, bound, notApplicable = {} } = project.attributes.signatures ?? {};
    const by = signed.length === 1 ? `${signed[0]?.id ?? ''} is signed` : `${signed.length} steps are signed`;
    const unbound = bound === undefined && !('bound' in notApplicable);
    const hidden =
      'shows' in notApplicable
        ? []
        : Object.entries(SHOWN).flatMap(([word, pattern]) =>
            (shows ?? []).some((text) => pattern.test(text)) ? [] : [word],
          );
    const silent = [
      ...(unbound ? ['how a signature is tied to its record'] : []),
      ...(hidden.length > 0 ? [`that ${listed(hidden)} ${hidden.length === 1 ? 'is' : 'are'} shown with it`] : []),
    ];
    if (silent.length === 0) return;
    yield {
      element: project,
      path: unbound || shows === undefined ? ['signatures'] : ['signatures', 'shows'],
      message: `${by}, and the project does not say ${silent.join(', nor ')}.`,
      hint: 'Say in the project file what the systems do: `signatures: {bound: …, shows: [name, time, meaning]}`.',
      subject: [unbound, hidden],
    };
  },
});
