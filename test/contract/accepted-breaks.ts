/** Changes that break clients and were made all the same, as they are named, with the reason. */
export const ACCEPTED_BREAKS: Readonly<Record<string, string>> = {
  'UploadReport.practice changed type from Practice! to Practice.':
    'A supplier was told of a practice that it serves no longer: who serves it now, and where.',
}
