/** One statement about AWS as data: what the simulator claims, how sure that is, and where it is written. */

/** `believed`: true only in the world of a wrong belief. */
export type Standing = 'documented' | 'observed' | 'derived' | 'inferred' | 'believed';

export interface Rule {
  /** Stable id, `noun.what`: `nacl.first-match`. */
  readonly id: string;
  /** One English sentence, present tense. */
  readonly says: string;
  readonly standing: Standing;
  /** The page that says so; for an inferred rule, the page it was inferred from; for a believed one, the page that says otherwise. */
  readonly source: string;
}
