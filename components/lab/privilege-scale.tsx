/** How much wider than needed a repair is, in bits on a line from 0 to 16. */

const MOST = 16;
const WIDTH = 288;

export function PrivilegeScale({ bits }: { readonly bits: number }) {
  const at = (value: number): number => 10 + (Math.min(MOST, value) / MOST) * WIDTH;
  return (
    <svg
      viewBox={`0 0 ${WIDTH + 20} 44`}
      className="w-full max-w-md"
      role="img"
      aria-label={`${bits.toFixed(1)} bits too wide, on a scale from 0 to ${MOST}`}
    >
      <line x1={at(0)} x2={at(MOST)} y1="14" y2="14" className="stroke-edge" strokeWidth="1.2" />
      <line
        x1={at(0)}
        x2={at(bits)}
        y1="14"
        y2="14"
        className={bits > 0 ? 'stroke-infer' : 'stroke-accept'}
        strokeWidth="4"
      />
      {[0, 4, 8, 12, 16].map((tick) => (
        <g key={tick}>
          <line x1={at(tick)} x2={at(tick)} y1="10" y2="18" className="stroke-edge" />
          <text x={at(tick)} y="32" textAnchor="middle" fontSize="11" className="fill-ink-3">
            {tick}
          </text>
        </g>
      ))}
      <circle
        cx={at(bits)}
        cy="14"
        r="6"
        className={`fill-surface ${bits > 0 ? 'stroke-infer' : 'stroke-accept'}`}
        strokeWidth="2.4"
      />
    </svg>
  );
}
