/** A run of Reachability Analyzer from one end of the case to the other, in AWS's shape and as components to walk along. */
import type { Explanation, NetworkInsightsAnalysis, PathComponent } from '../../reach/analysis/shape';
import { EXPLANATION_CODES } from '../../rules/explanation-codes';
import { askAnalyzer } from '../../scenario/ask-analyzer';
import type { Intent } from '../../scenario/intent';
import type { Account } from './account';
import type { AnalyzerExhibit, AnalyzerStep } from './exhibit';

export function analyzerRun({ world }: Account, intent: Intent): AnalyzerExhibit {
  const asked = askAnalyzer(world, intent);
  if ('cannot' in asked) return { kind: 'analysis', analysis: undefined, cannot: asked.cannot, steps: [] };
  return { kind: 'analysis', analysis: asked.analysis, cannot: undefined, steps: stepsOf(asked.analysis) };
}

function stepsOf(analysis: NetworkInsightsAnalysis): readonly AnalyzerStep[] {
  const { ForwardPathComponents = [], ReturnPathComponents = [], Explanations = [] } = analysis;
  return [
    ...ForwardPathComponents.map((one) => passed('forward', one)),
    ...ReturnPathComponents.map((one) => passed('return', one)),
    ...Explanations.flatMap(blocked),
  ];
}

function passed(leg: 'forward' | 'return', { Component }: PathComponent): AnalyzerStep {
  return { leg, component: Component.Id, name: Component.Name, code: undefined, means: undefined };
}

/** Every component that the explanation names, in AWS's order of fields. */
function blocked(explanation: Explanation): readonly AnalyzerStep[] {
  const { ExplanationCode: code } = explanation;
  const { means } = EXPLANATION_CODES[code];
  const named = Object.values(explanation).flatMap(componentsIn);
  const unique = [...new Map(named.map((one) => [one.id, one])).values()];
  return unique.map(({ id, name }) => ({ leg: 'blocked', component: id, name, code, means }));
}

function componentsIn(value: unknown): readonly { readonly id: string; readonly name: string | undefined }[] {
  if (Array.isArray(value)) return value.flatMap(componentsIn);
  if (typeof value !== 'object' || value === null || !('Id' in value)) return [];
  const name = 'Name' in value && typeof value.Name === 'string' ? value.Name : undefined;
  return [{ id: String(value.Id), name }];
}
