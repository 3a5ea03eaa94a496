/** Where every page of a case begins: which case its link names, made anew from its seed. */
import { openCase, parseCaseOf } from '@/lib/core/quiz/generate/open-case';
import type { Asked } from '@/lib/core/quiz/question';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { parseSlug, type Slug } from './slug';

export type OpenedLink =
  | { readonly kind: 'open'; readonly slug: Slug; readonly asked: Asked }
  | OtherVersion
  | { readonly kind: 'unknown' };

export interface OtherVersion {
  readonly kind: 'other-version';
  /** undefined: the link names something that is no version. */
  readonly asked: string | undefined;
  readonly current: number;
  /** The same page of the nearest case. */
  readonly href: string;
}

/** A link without a version means the case as it is today. */
export function openLink(text: string, version: string, hrefOf: (slug: Slug) => string): OpenedLink {
  const slug = parseSlug(text);
  const of = slug && parseCaseOf(slug.id);
  if (!slug || !of) return { kind: 'unknown' };
  if (version !== '' && version !== String(GENERATOR_VERSION)) {
    return {
      kind: 'other-version',
      asked: /^\d{1,6}$/.test(version) ? version : undefined,
      current: GENERATOR_VERSION,
      href: hrefOf(slug),
    };
  }
  const asked = openCase(of, slug.seed);
  return asked ? { kind: 'open', slug, asked } : { kind: 'unknown' };
}
