import type { TableColumn } from '../../page/table-address.ts';

export const columnLabels: Readonly<Record<TableColumn, string>> = {
  email: 'Address',
  company: 'Company',
  role: 'Role',
  stage: 'Stage',
  turn: 'Whose turn',
  next: 'Next',
  labels: 'Labels',
  written: 'Last written to',
  added: 'Added',
};
