import type { Role } from '../kernel/vocabulary.js'

/** Somebody to be in the demonstration: made up, like all in it. */
export interface Account {
  readonly id: string
  readonly name: string
  /** Who this is, in a few words. */
  readonly is: string
  readonly role: Role
  readonly organisation: string
  readonly region?: string
  readonly supplier?: string
}

export const ACCOUNTS: readonly Account[] = [
  {
    id: 'asha.patel', name: 'Asha Patel', is: 'administrator at the Department of Health',
    role: 'PROGRAMME_ADMIN', organisation: 'DH',
  },
  {
    id: 'ben.okafor', name: 'Ben Okafor', is: 'second administrator at the Department of Health',
    role: 'PROGRAMME_ADMIN', organisation: 'DH',
  },
  {
    id: 'carol.hughes', name: 'Dr Carol Hughes', is: 'liaison officer of the BMA’s GPs Committee',
    role: 'LIAISON', organisation: 'BMA/GPC',
  },
  {
    id: 'david.lee', name: 'David Lee', is: 'regional lead, North West',
    role: 'REGIONAL_LEAD', organisation: 'Q31', region: 'Q31',
  },
  {
    id: 'emma.clarke', name: 'Emma Clarke', is: 'regional lead, London',
    role: 'REGIONAL_LEAD', organisation: 'Q36', region: 'Q36',
  },
  {
    id: 'farid.khan', name: 'Farid Khan', is: 'manager of a practice in Manchester',
    role: 'PRACTICE', organisation: 'DEMO1513',
  },
  {
    id: 'grace.martin', name: 'Grace Martin', is: 'at EMIS, a supplier of practice systems',
    role: 'PARTNER', organisation: 'EMIS', supplier: 'EMIS',
  },
  {
    id: 'helen.shaw', name: 'Helen Shaw', is: 'auditor', role: 'AUDITOR', organisation: 'DH',
  },
]

export const accountNamed = (id: string | null | undefined): Account | undefined =>
  ACCOUNTS.find((account) => account.id === id)

/** What a person's token says beside the name. */
export const claimsOfAccount = ({ role, organisation, region, supplier }: Account) => ({
  role, organisation, ...(region && { region }), ...(supplier && { supplier }),
})
