/** The network as a picture, rendered on the server: outlines for places, no colour that means an event. */
import type { KeyboardEventHandler, ReactNode } from 'react';
import type { LogGlance } from '../flowlog/gauge';
import type { Box } from './box';
import { GatewayShape } from './gateway-shape';
import type { Layout } from './layout';
import type { Handling } from './part';
import { VpcShape } from './vpc-shape';
import { WiresShape } from './wires-shape';

interface FigureProps {
  readonly layout: Layout;
  /** Interface id -> its log, for those whose log is shown. */
  readonly glances: Readonly<Record<string, LogGlance>>;
  readonly summary: string;
  /** Between these it is drawn to the width; below the first it scrolls instead of shrinking. */
  readonly scale: { readonly least: number; readonly most: number };
  readonly handling?: Handling | undefined;
  /** Interface id -> what its log costs, where it has not been opened. */
  readonly prices?: Readonly<Record<string, number>> | undefined;
  readonly onKeyDown?: KeyboardEventHandler<SVGSVGElement> | undefined;
  /** The part that is seen, in a picture that pans: it fills its place. */
  readonly camera?: Box | undefined;
  /** What is drawn over it. */
  readonly children?: ReactNode;
}

export function Figure(props: FigureProps) {
  const { layout, glances, summary, scale, handling, prices = {}, onKeyDown, camera, children } = props;
  const { x, y, width, height } = camera ?? { x: 0, y: 0, width: layout.width, height: layout.height };
  const size = { minWidth: width * scale.least, maxWidth: width * scale.most };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      viewBox={`${x} ${y} ${width} ${height}`}
      role="group"
      aria-label={summary}
      onKeyDown={onKeyDown}
      className={camera ? 'block size-full' : 'mx-auto block h-auto max-h-full w-full'}
      style={camera ? undefined : { ...size, minHeight: height * scale.least }}
    >
      <WiresShape wires={layout.wires} />
      {layout.vpcs.map((vpc) => (
        <VpcShape key={vpc.of.id} vpc={vpc} glances={glances} prices={prices} handling={handling} />
      ))}
      {layout.gateways.map((gateway) => (
        <GatewayShape key={gateway.id} gateway={gateway} handling={handling} />
      ))}
      {children}
    </svg>
  );
}
