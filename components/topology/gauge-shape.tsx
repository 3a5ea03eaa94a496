/** The log gauge inside a drawing: bars up for ACCEPT, down for REJECT, a ring where the window was empty. */
import type { GaugeBar } from '../flowlog/gauge';

const PITCH = 3.6;

export function GaugeShape({
  bars,
  x,
  y,
}: {
  readonly bars: readonly GaugeBar[];
  readonly x: number;
  readonly y: number;
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {bars.map(({ at, accepted, rejected }, i) => {
        if (accepted + rejected === 0)
          return (
            <circle
              key={at}
              cx={i * PITCH + 1.4}
              cy={0}
              r={1.1}
              fill="none"
              stroke="var(--none)"
              strokeWidth="0.8"
            />
          );
        return (
          <g key={at}>
            {accepted > 0 && (
              <rect
                x={i * PITCH}
                y={-accepted * 2}
                width="2.5"
                height={accepted * 2}
                className="fill-accept"
              />
            )}
            {rejected > 0 && (
              <rect x={i * PITCH} y={0.6} width="2.5" height={rejected * 2} className="fill-reject" />
            )}
          </g>
        );
      })}
    </g>
  );
}

export const GAUGE_WIDTH = 15 * PITCH;
