import type { ElementKind } from '../../language/collections.ts';

/** Elements that describe a value: fields of objects, mapped fields and reply fields share most of their attributes. */
export const VALUE_KINDS: readonly ElementKind[] = ['field', 'mapping', 'reply'];
