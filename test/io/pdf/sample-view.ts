import type { DocumentMeta } from '../../../src/render/blocks.ts';
import type { ViewData } from '../../../src/render/view-data.ts';

export const SAMPLE_META: DocumentMeta = {
  title: 'Assessment of CR-2041, usable decision of rejected lots',
  documentType: 'Change request evaluation and impact assessment',
  number: 'NMR-MES-IA-001',
  revision: '2',
  status: 'DRAFT',
  statusReasons: ['The working tree is modified.', 'Section 9.2 is empty: a board member must write it.'],
  organisation: 'Northmoor Biologics Ltd',
  site: 'Site Leith, building 4',
  confidentiality: 'Confidential – internal use',
  packageId: 'northmoor-mes',
  packageVersion: '2.0.1',
  commit: 'abc123def456',
  tree: 'modified',
  contentHash: '1a2b3c4d5e6f',
  tool: 'countersign',
  toolVersion: '0.1.0',
  generated: '2026-03-04T10:22:05Z',
};

const TONES = ['critical', 'high', 'warn', 'plain', 'muted'] as const;
const CLASSES = ['breaking', 'weakening', 'strengthening', 'compatible', 'editorial'] as const;
const ELEMENTS = [
  'INV.T06.usableWithoutSignature',
  'MES-LOT.state/RejectedByQualityUnit',
  'IF-017.fieldMap#inspectionLotNumber',
  'ERP.QM.UsageDecisionCode(UD_CODE)',
  'VM-NCR-BLOCK',
] as const;

const changes = Array.from({ length: 34 }, (_, index) => {
  const number = String(index + 1).padStart(3, '0');
  return {
    ref: `C-${number}`,
    element: ELEMENTS[index % ELEMENTS.length] ?? '',
    before:
      index === 11
        ? `Long before text, part ${Array.from({ length: 90 }, (_each, part) => `${part + 1}`).join(' and part ')}.`
        : 'A lot with an open non-conformance stays blocked | until *disposition* is signed.',
    after:
      index % 3 === 0
        ? 'The block is lifted when the message arrives.\nNo signature is asked for.'
        : 'The block stays.',
    class: CLASSES[index % CLASSES.length] ?? '',
    tone: TONES[index % TONES.length] ?? '',
    rule: 'guard-signature-removed',
  };
});

const steps = (id: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${id.slice(-5)}.${index + 1}`,
    action: 'In MES, screen “Lot disposition”, open lot L-4711 and press Release with account T-OPERATOR.',
    expected:
      'The button is refused with message M-203 and the state stays Blocked; the audit trail shows the attempt with user, date, time and reason.',
  }));

/** A view as a document type gives it: strings at every end, booleans for conditions. */
export const SAMPLE_VIEW = {
  decision: {
    title: 'Decision: CRITICAL – board and quality must both agree',
    class: 'CRITICAL',
    recommendation: 'return to the requester until the signature on the usage decision is restored.',
    worst: {
      first: 'A rejected lot can be used without a signature (INV.T06).',
      second: 'Two systems may disagree on the state of a lot for up to 15 min.',
      third: 'The evidence of 14 executed cases no longer covers what is built.',
    },
    unknown: 'whether VM-NCR-BLOCK lets unknown codes pass.',
    element: 'C-001',
  },
  change: {
    number: 'CR-2041',
    title: 'Usage decision moves from the MES to the ERP <script> & {{braces}} _stay_ as written',
    requester: 'Zoë Łukasiewicz (Производство / Παραγωγή)',
    base: 'v1.0.0',
    head: 'abc123def456',
  },
  reason:
    'The plant loses **about 40 min** per lot because two people decide the same thing in two systems.\n\n## What gets better\n\n- One decision, one place\n- No transcription <b>errors</b>\n\nThe limit stays at ≥ 2.0 °C ± 0.5 K; resistance 5 kΩ, flow 12 µl/s.',
  changes,
  themes: [
    {
      name: 'Signatures',
      text: 'three transitions lose their signature',
      items: ['INV.T06', 'INV.T07 [only with reason]', 'LOT.T11'],
    },
    { name: 'Data source', text: 'the guard reads the ERP instead of the MES', items: [] },
  ],
  limits: { first: '≥ 2.0 °C', second: '≥ 5.0 °C', old: '5.0', new: '2.0' },
  configuration:
    'retry:\n  attempts: 3      # was 5\n  backoff: PT30S\nendpoint: https://erp.example.org/qm/usage-decision/with/a/path/that/is/far/longer/than/one/line/of/the/page/and/must/wrap/visibly\nmap: { "REJ": "Rejected", "UNK": "*" }\n',
  consequences: {
    kind: 'table-data',
    caption: 'Consequences along the typed graph',
    columns: [
      { header: 'Changed', width: 2, font: 'code' },
      { header: 'Reached', width: 2, font: 'code' },
      { header: 'Route (chain)', width: 4 },
      { header: 'Distance', points: 48, align: 'right' },
      { header: 'Effect', width: 3 },
      { header: 'Requirement', width: 1.6, font: 'code' },
      { header: 'Regulated output', width: 2 },
      { header: 'Action', width: 1.4 },
    ],
    rows: Array.from({ length: 26 }, (_, index) => ({
      id: `R-${index + 1}`,
      cells: [
        ELEMENTS[index % ELEMENTS.length] ?? '',
        ELEMENTS[(index + 2) % ELEMENTS.length] ?? '',
        'transition → guard → interface IF-017 → value map → state of the lot in the ERP',
        `${(index % 4) + 1}`,
        'The receiving system acts on a value that nobody has signed.',
        `URS-INV-${100 + index}`,
        'Certificate of conformance',
        index % 2 === 0 ? 're-run' : 're-author',
      ],
    })),
  },
  cases: [
    {
      id: 'OQ-INV.T06-POS-7K3QD',
      title: 'Positive path of the usage decision',
      objective: 'Shows that a signed decision moves the lot in both systems.',
      steps: steps('OQ-INV.T06-POS-7K3QD', 6),
    },
    {
      id: 'OQ-INV.T06-SIG-2M9XA',
      title: 'Signature is asked for',
      objective: 'Shows that no lot becomes usable without signature.',
      steps: steps('OQ-INV.T06-SIG-2M9XA', 7),
    },
  ],
  waiver: 'W-003 for unit-missing ends on 2026-03-31; approver: quality.',
  nothing: [],
  signatories: [
    { role: 'Requester', meaning: 'I ask for this change and have described it completely' },
    {
      role: 'Process owner (operations)',
      meaning: 'The intended use and process described are correct and I accept the operational consequences',
      designated: 'M. Fraser',
    },
    {
      role: 'System owner (IT)',
      meaning: 'The system, environment and controls described are correct and supportable',
    },
    {
      role: 'Quality',
      meaning: 'The approach meets procedures and regulations; execution may start',
      designated: 'Ł. Żak',
    },
    { role: 'Change board chair', meaning: 'Change approved / rejected / returned, with conditions listed' },
  ],
} satisfies ViewData;

export const SAMPLE_PARTIALS = new Map([
  ['note', '*This section is the requester’s own text, taken from the specification at {{@root.change.head}}.*\n'],
]);
