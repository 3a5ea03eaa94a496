/** The log gauge, in a drawing or over a log: bars up for ACCEPT, down for REJECT, a ring where the window was empty. */
import { GAUGE, type GaugeBar } from './gauge';

/** `at`: the upper left corner. */
export function GaugeShape({
  bars,
  at,
}: {
  readonly bars: readonly GaugeBar[];
  readonly at: { readonly x: number; readonly y: number };
}) {
  return (
    <g transform={`translate(${at.x} ${at.y + GAUGE.height / 2})`}>
      {bars.map(({ at: time, accepted, rejected }, i) => {
        if (accepted + rejected === 0)
          return (
            <circle
              key={time}
              cx={i * GAUGE.pitch + 1.4}
              cy={0}
              r={1.1}
              fill="none"
              stroke="var(--none)"
              strokeWidth="0.8"
            />
          );
        return (
          <g key={time}>
            {accepted > 0 && (
              <rect
                x={i * GAUGE.pitch}
                y={-accepted * 2}
                width="2.5"
                height={accepted * 2}
                className="fill-accept"
              />
            )}
            {rejected > 0 && (
              <rect x={i * GAUGE.pitch} y={0.6} width="2.5" height={rejected * 2} className="fill-reject" />
            )}
          </g>
        );
      })}
    </g>
  );
}
