import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { InterfaceView } from '../interface-view.ts';
import { setMembers } from '../set-members.ts';

/**
 * The content of a deployed table as text lines, sorted by code point: what a tester can bring an export into with any
 * spreadsheet or `sort`, and hash with any SHA-256 tool.
 */
export interface RowList {
  readonly rows: readonly string[];
  /** What the columns of a row are, between semicolons. */
  readonly columns: string;
}

/** The rows as one file: UTF-8, one row per line, each line ended by a line feed. */
export function rowFile({ rows }: RowList): string {
  return rows.map((row) => `${row}\n`).join('');
}

/** Members of a set as it is deployed, with what it does with a name that it does not know. */
export function setRows(set: Element<'set'>, model: SpecModel): RowList {
  return { columns: 'member', rows: [...(setMembers(set.id, model) ?? [])].sort(compareText) };
}

export function valueMapRows({ attributes: { map } }: Element<'value-map'>): RowList {
  return {
    columns: 'source;target',
    rows: Object.entries(map)
      .map(([source, target]) => `${source};${target}`)
      .sort(compareText),
  };
}

export function conversionRows({ attributes }: Element<'conversion'>): RowList {
  const { from, to, factor, offset, decimals, digits, rounding } = attributes;
  const by =
    typeof factor === 'string'
      ? factor
      : factor.divideBy === undefined
        ? `multiply by ${factor.multiplyBy ?? ''}`
        : `divide by ${factor.divideBy}`;
  const kept = decimals !== undefined ? `${decimals} decimals` : digits !== undefined ? `${digits} digits` : '';
  return {
    columns: 'from;to;factor;offset;digits kept;rounding',
    rows: [[from, to, by, offset ?? '0', kept, rounding ?? ''].join(';')],
  };
}

/** The mapping table of an interface: one row per field. */
export function mappingRows(view: InterfaceView): RowList {
  const rows = [...view.fields, ...view.reply].map(({ localId, attributes }) => {
    const source = attributes.constant ?? (attributes.from ?? []).join('+');
    const by = attributes.map ?? attributes.conversion ?? attributes.crosswalk ?? '';
    return [
      attributes.to ?? localId,
      source,
      attributes.type ?? '',
      attributes.length === undefined ? '' : String(attributes.length),
      by,
    ].join(';');
  });
  return { columns: 'target;source;type;length;map, conversion or crosswalk', rows: rows.sort(compareText) };
}
