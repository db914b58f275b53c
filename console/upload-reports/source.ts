import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query UploadReports(
    $first: Int! $after: String $filter: UploadReportFilter $orderBy: UploadReportOrder
  ) {
    page: uploadReports(first: $first after: $after filter: $filter orderBy: $orderBy) {
      totalCount
      edges {
        cursor
        node {
          id
          night
          uploadedAt
          records
          supplier
          practiceCode
          at
          registerSequence
          practice { name }
          programme { code }
        }
      }
    }
  }
`)

export type UploadReportRow = ResultOf<typeof LIST>['page']['edges'][number]['node']

/** Reports are read in lists alone. */
export const uploadReports: Source = {
  list: LIST,
  sorts: ['UPLOADED_AT'],
  sort: { field: 'UPLOADED_AT', order: 'DESC' },
}
