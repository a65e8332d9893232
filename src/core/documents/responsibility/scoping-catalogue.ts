/** Which side of a plant an answer to the scoping questions speaks of. */
export type ScopingSide = 'execution' | 'quality' | 'both' | 'not in the catalogue';

/** An answer, placed. */
export interface Answer {
  readonly side: ScopingSide;
  /** Why it counts for that side. */
  readonly because: string;
}

/** Intended outcomes that projects of execution have. */
const EXECUTION: ReadonlySet<string> = new Set([
  'scheduling',
  'dispatch',
  'dispatching',
  'wip_visibility',
  'routing_enforcement',
  'enforce_routing',
  'enforce_routing_block',
  'order_execution',
  'work_instructions',
  'equipment_data',
  'sequence_enforcement',
  'labour_tracking',
  'machine_tracking',
  'material_tracking',
  'erp_reporting',
]);

/** Intended outcomes that projects of quality have. */
const QUALITY: ReadonlySet<string> = new Set([
  'nonconformance_handling',
  'nc_handling',
  'capa_integration',
  'batch_record_review',
  'batch_record_release',
  'electronic_batch_record_review',
  'disposition',
  'release',
  'specification_management',
  'sampling_plans',
  'deviation_handling',
  'complaint_handling',
  'supplier_quality',
]);

/** Areas that are executed by one side and judged by the other. */
const BOTH: ReadonlySet<string> = new Set([
  'specifications',
  'control_plans',
  'test_results',
  'execution',
  'records',
  'batch_record',
  'lot_record',
  'device_history',
  'deviations',
  'data_capture',
  'in_process_checks',
  'sampling',
  'methods',
]);

/** The side of an intended outcome. */
export function outcomeSide(answer: string): Answer {
  const word = plainWord(answer);
  if (EXECUTION.has(word))
    return { side: 'execution', because: 'Scheduling, dispatch, visibility and routing are led by execution.' };
  if (QUALITY.has(word))
    return { side: 'quality', because: 'Nonconformances, CAPA, record review and release are led by quality.' };
  return UNKNOWN;
}

/** The side of an area that the project touches. */
export function touchedSide(answer: string): Answer {
  return BOTH.has(plainWord(answer))
    ? { side: 'both', because: 'Execution works with it and quality judges by it: neither side decides alone.' }
    : UNKNOWN;
}

const UNKNOWN: Answer = {
  side: 'not in the catalogue',
  because: 'It is not in the catalogue and counts for neither side.',
};

function plainWord(answer: string): string {
  return answer
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}
