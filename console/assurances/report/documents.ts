import { graphql } from '../../graphql/tada.js'

export const HEAD = graphql(`
  query ReportHead($knownAt: DateTime) {
    clock { now }
    ledgerHead(knownAt: $knownAt) { sequence root at }
    viewer { subject organisation }
  }
`)

export const REGIONS = graphql(`
  query ReportRegions($at: DateTime, $knownAt: DateTime) {
    regions(first: 200, at: $at, knownAt: $knownAt, orderBy: { field: NAME, direction: ASC }) {
      edges { node { code name kind ancestors(at: $at) { code kind } } }
    }
  }
`)

export const UNHELD = graphql(`
  query ReportUnheld($id: ID!, $after: String, $at: DateTime, $knownAt: DateTime) {
    assurance(id: $id, knownAt: $knownAt) {
      coverage(at: $at) {
        page: unheld(first: 200, after: $after) {
          pageInfo { endCursor hasNextPage }
          edges { node { odsCode name regionAt(at: $at) { code name } } }
        }
      }
    }
  }
`)

export const ENTRIES = graphql(`
  query ReportEntries($key: ID!, $after: String, $knownAt: DateTime) {
    page: ledgerEntries(
      first: 200 after: $after filter: { key: $key } knownAt: $knownAt
      orderBy: { field: SEQUENCE, direction: ASC }
    ) {
      pageInfo { endCursor hasNextPage }
      edges { node { sequence at kind subject organisation bodyHash body { reason } } }
    }
  }
`)

export const AGREEMENTS = graphql(`
  query ReportAgreements(
    $programme: ID!, $after: String, $at: DateTime, $knownAt: DateTime
  ) {
    page: agreements(
      first: 200 after: $after filter: { programme: $programme, standing: true }
      at: $at knownAt: $knownAt
    ) {
      pageInfo { endCursor hasNextPage }
      edges {
        node { id party matter givenAt practiceCode practice { name } region { name } }
      }
    }
  }
`)

export const CONSULTATIONS = graphql(`
  query ReportConsultations(
    $programme: ID!, $after: String, $at: DateTime, $knownAt: DateTime
  ) {
    page: consultations(
      first: 200 after: $after filter: { programme: $programme } at: $at knownAt: $knownAt
    ) {
      pageInfo { endCursor hasNextPage }
      edges { node { id title audience openedAt concludedAt regions { name } } }
    }
  }
`)

export const MAILINGS = graphql(`
  query ReportMailings($programme: ID!, $after: String, $at: DateTime, $knownAt: DateTime) {
    page: mailings(
      first: 200 after: $after at: $at knownAt: $knownAt
      filter: { programme: $programme, received: true, voided: false }
    ) {
      pageInfo { endCursor hasNextPage }
      edges { node { id packs lastReceivedOn region { name } } }
    }
  }
`)
