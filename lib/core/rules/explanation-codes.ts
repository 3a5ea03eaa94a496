/**
 * Every code that AWS's Reachability Analyzer documents: a closed list, so that no other can be printed.
 * https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
 */
import { ADDITIONAL_DETAIL_CODES } from './explanation/additional-detail';
import type { ExplanationCodeFacts } from './explanation/code';
import { CONFIGURATION_CODES } from './explanation/configuration';
import { NOT_REACHABLE_CODES } from './explanation/not-reachable';
import { SEARCH_FILTER_CODES } from './explanation/search-filter';

export type NotReachableCode = keyof typeof NOT_REACHABLE_CODES;
export type ConfigurationCode = keyof typeof CONFIGURATION_CODES;
export type SearchFilterCode = keyof typeof SEARCH_FILTER_CODES;
export type AdditionalDetailCode = keyof typeof ADDITIONAL_DETAIL_CODES;

/** What an `Explanation` may carry. */
export type ExplanationCode = NotReachableCode | ConfigurationCode | SearchFilterCode;

export const EXPLANATION_CODES: Readonly<Record<ExplanationCode, ExplanationCodeFacts>> = {
  ...NOT_REACHABLE_CODES,
  ...CONFIGURATION_CODES,
  ...SEARCH_FILTER_CODES,
};

/** What an `AdditionalDetail` may carry. https://docs.aws.amazon.com/vpc/latest/reachability/additional-detail-codes.html */
export const DETAIL_CODES: Readonly<Record<AdditionalDetailCode, ExplanationCodeFacts>> =
  ADDITIONAL_DETAIL_CODES;
