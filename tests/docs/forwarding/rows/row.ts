import type { Standing } from '@/lib/core/rules/rule';

/** A statement of AWS's guides, the page it comes from and how sure it is. */
export interface Row {
  readonly says: string;
  readonly source: string;
  readonly standing: Standing;
  /** Which of AWS's texts is followed where they disagree, or what is chosen where they leave it open. */
  readonly reading?: string;
  /** A word or more of the entry under "Not modelled" in `ARCHITECTURE.md`; a row may be modelled but for that. */
  readonly notModelled?: string;
}

export const VPC = 'https://docs.aws.amazon.com/vpc/latest/userguide';
