/** A packet's walk over a drawing, as far as a step: its way, numbered dots, the octagon where it stopped, stamps of records. */
import type { StepView } from '@/lib/core/quiz/view';
import { widthOf } from '../topology/label';
import { LabelShape } from '../topology/label-shape';
import type { Layout } from '../topology/layout';
import { MarkShape } from '../ui/mark';
import { type Anchor, anchorsOf } from './anchor';
import { pathBetween, roundedPath } from './path';
import { type Stamp, stampsOf } from './stamp';

interface WalkShapeProps {
  readonly layout: Layout;
  readonly steps: readonly StepView[];
  /** The last step that is shown. */
  readonly current: number;
}

export function WalkShape({ layout, steps, current }: WalkShapeProps) {
  const anchors = anchorsOf(layout, steps);
  const shown = anchors.filter(({ index }) => index <= current);
  return (
    <g className="pointer-events-none">
      {shown.slice(1).map((to) => (
        <Piece key={to.index} from={anchors[to.index - 1]} to={to} />
      ))}
      {shown.map((anchor) => (
        <Dot key={anchor.index} anchor={anchor} isCurrent={anchor.index === current} />
      ))}
      {stampsOf(layout, steps)
        .filter(({ index }) => index <= current)
        .map((stamp) => (
          <StampShape key={`${stamp.leg} ${stamp.interfaceId}`} layout={layout} stamp={stamp} />
        ))}
    </g>
  );
}

function Piece({ from, to }: { readonly from: Anchor | undefined; readonly to: Anchor }) {
  if (!from) return null;
  const isInferred = to.step.rule.standing === 'inferred';
  return (
    <path
      d={roundedPath(pathBetween(from, to))}
      fill="none"
      strokeWidth={isInferred ? 2 : 2.6}
      strokeDasharray={isInferred ? '2 4' : undefined}
      className={isInferred ? 'stroke-infer' : 'stroke-accept'}
    />
  );
}

function Dot({
  anchor: { x, y, index, step },
  isCurrent,
}: {
  readonly anchor: Anchor;
  readonly isCurrent: boolean;
}) {
  if (!step.allowed)
    return (
      <g transform={`translate(${x - 9} ${y - 9}) scale(1.29)`} className="text-reject">
        <MarkShape kind="reject" />
      </g>
    );
  return (
    <g>
      {isCurrent && (
        <circle cx={x} cy={y} r={10} className="fill-transparent stroke-accent" strokeWidth="2" />
      )}
      <circle cx={x} cy={y} r={7} className="fill-accept" />
      <text x={x} y={y + 3.7} textAnchor="middle" fontSize="10.5" className="fill-surface font-semibold">
        {index + 1}
      </text>
    </g>
  );
}

/** Beside the interface that writes the record, when the packet gets there. */
function StampShape({ layout, stamp }: { readonly layout: Layout; readonly stamp: Stamp }) {
  const node = layout.vpcs.flatMap(({ nodes }) => nodes).find(({ of }) => of.id === stamp.interfaceId);
  if (!node) return null;
  const text = `${stamp.action} ${stamp.way}`;
  const width = widthOf({ text, look: 'tag' }) + 16;
  const x = node.x + node.width - width - 4;
  const y = stamp.leg === 'forward' ? node.y - 9 : node.y + node.height - 8;
  const isAccept = stamp.action === 'ACCEPT';
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={17}
        rx="8.5"
        className={isAccept ? 'fill-accept-soft stroke-accept' : 'fill-reject-soft stroke-reject'}
      />
      <LabelShape
        label={{
          text,
          x: x + width / 2,
          y: y + 12.3,
          anchor: 'middle',
          look: isAccept ? 'accept' : 'difference',
        }}
      />
    </g>
  );
}
