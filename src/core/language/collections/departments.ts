import { part, required, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const departmentsEntry = part('departments', {
  ...commonAttributes,
  function: required(
    words('operations', 'quality', 'it', 'engineering', 'laboratory', 'supply', 'external'),
    'Whose view the department brings; quality makes its roles members of the quality unit.',
  ),
});
