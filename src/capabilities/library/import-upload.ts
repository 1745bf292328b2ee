/** Whether a request brings a file of records, which may be larger than a form. */
export const isImportOfRecords = (method: string, path: string): boolean =>
  method === 'POST' && path === '/library/import'
