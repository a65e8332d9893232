import { part, required, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const textsEntry = part('texts', {
  ...commonAttributes,
  document: required(text(), 'Type of the document: IA, RTM, IQ, OQ.'),
  section: required(text(), 'Section in which it is printed.'),
  text: required(text(), 'The passage in Markdown.'),
});
