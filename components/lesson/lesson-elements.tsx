/** The components of a lesson's MDX, bound to what was played for each line of it. */
import type { ReactNode } from 'react';
import type { Part } from '@/lib/core/lesson/part';
import { BreakPart } from './break-part';
import { RecordPart } from './record-part';
import { SourceLink } from './source-link';
import { AnalysisPart, QueryPart, QuestionPart } from './tool-parts';
import { VerdictPart } from './verdict-part';
import { WorldPart } from './world-part';

/** What MDX hands over; its line names the rest. */
interface Given {
  readonly line: string;
  readonly source?: string;
  readonly inferred?: boolean;
  readonly children?: ReactNode;
}

export function lessonElements(parts: ReadonlyMap<number, Part>) {
  const Played = ({ line }: Given) => {
    const part = parts.get(Number(line));
    return part ? <PartView part={part} line={line} /> : null;
  };
  return {
    World: Played,
    Verdict: Played,
    Record: Played,
    Query: Played,
    Analyzer: Played,
    Break: Played,
    Ask: Played,
    Claim: Sentence,
    Fact: Sentence,
  };
}

/** A sentence with its source; on a line by itself it is a paragraph. */
function Sentence({ source = '', inferred = false, children }: Given) {
  return (
    <span className="[&>p]:inline">
      {children}
      <SourceLink source={source} isSure={!inferred} />
    </span>
  );
}

function PartView({ part, line }: { readonly part: Part; readonly line: string }) {
  switch (part.kind) {
    case 'world':
      return <WorldPart id={part.id} scene={part.scene} />;
    case 'verdict':
      return <VerdictPart scene={part.scene} />;
    case 'record':
      return <RecordPart {...part} />;
    case 'query':
      return <QueryPart {...part} />;
    case 'analysis':
      return <AnalysisPart {...part} />;
    case 'break':
      return <BreakPart id={`break-${line}`} {...part} />;
    case 'question':
      return <QuestionPart {...part} />;
  }
}
